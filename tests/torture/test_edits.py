"""Thousands of edits of one dossier: what is kept from one page to the next is what would be made fresh."""

from __future__ import annotations

import random

import pytest
from pytestqt.qtbot import QtBot

from briefing import places
from briefing.compose.composer import Composer
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier import files
from briefing.dossier.edits import insert_row, move_row, remove_row, set_value
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier, Topic
from briefing.letterhead.reader import read
from briefing.page.pager import Pager

EDITS = 2000
WORDS = ("port", "rail", "visa", "grain", "a longer point that goes over the end of its line and on to the next")


def edited(dossier: Dossier, dice: random.Random) -> Dossier:
    """The dossier after one edit as a person makes them: typing, a topic more, less or elsewhere."""
    what, topics = dice.random(), dossier.topics
    if what < 0.15 or not topics:
        return insert_row(dossier, "topics", Topic(new_id(), area=dice.choice(WORDS)), dice.randrange(len(topics) + 1))
    topic = dice.choice(topics).id
    if what < 0.25 and len(topics) > 1:
        return remove_row(dossier, f"topics[{topic}]")
    if what < 0.35:
        return move_row(dossier, f"topics[{topic}]", dice.randrange(len(topics)))
    field = dice.choice((f"topics[{topic}].line_to_take", f"topics[{topic}].area", "meeting.city", "meeting.reason"))
    return set_value(dossier, field, " ".join(dice.choices(WORDS, k=dice.randrange(40))))


@pytest.mark.parametrize("name", ["briefing-note", "press-release"])
def test_the_page_kept_is_the_page_made_fresh(qtbot: QtBot, name: str) -> None:
    pack, dice = load(places.templates() / name), random.Random(7)
    letterhead = read(pack.letterhead.read_bytes())
    composer, pager = Composer(pack, language("en")), Pager(letterhead)
    dossier = files.read(places.samples() / "stockholm-2023.json")
    for number in range(EDITS):
        dossier = edited(dossier, dice)
        document = composer.compose(dossier)
        pages = pager.lay(document)
        if number % 50 == 0:
            fresh = Composer(pack, language("en")).compose(dossier)
            assert fresh == document
            again = Pager(letterhead).lay(fresh)
            assert len(again) == len(pages)
            for path in again.used_paths:
                assert again.places(path) == pages.places(path), path
