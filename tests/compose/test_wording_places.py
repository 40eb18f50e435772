"""Blocks left out, added and moved by hand; wording for blocks that are gone, or that a newer template renamed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.compose.small_packs import ENGLISH, composer, dossier, small_pack, text_of
from tests.compose.worded import BODY, FACTS, SMALL, At, composed, ids, live, say, states, text

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph
from briefing.compose.wording import section_end, settle, sleeping
from briefing.dossier import edits, files
from briefing.dossier import wording as w
from briefing.dossier.model import Dossier
from briefing.dossier.wording import Piece


def test_blocks_of_every_kind_are_left_out_and_restored(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    out = facts
    for block in (At.TOPICS, At.TABLE, At.TITLE, At.CLOSED):
        out = w.leave_out(out, *SMALL, block, composed(document, block))
    less = small.compose(out)
    assert ids(less) == [each for each in ids(document) if each not in (At.TOPICS, At.TABLE, At.TITLE, At.CLOSED)]
    assert less.left_out == (At.TITLE, At.TOPICS, At.TABLE, At.CLOSED)
    assert less.left_out_after == {At.TITLE: "", At.TOPICS: At.LEAD, At.TABLE: At.TRADE, At.CLOSED: At.TRADE}
    assert [span.text for span in less.omitted[At.CLOSED]] == ["It closed."]
    assert less.omitted[At.TABLE][0].text
    assert states(less) == {}
    for block in less.left_out:
        out = w.restore(out, *SMALL, block)
    assert out == facts


def test_paragraphs_of_ones_own_stand_where_they_were_put(small: Composer) -> None:
    facts, top = w.insert(dossier(**FACTS), *SMALL, "", (Piece("Top."),))
    facts, first = w.insert(facts, *SMALL, At.CLOSED, (Piece("In "), Piece("?", ("meeting.city",))), "bullet")
    facts, nearer = w.insert(facts, *SMALL, At.CLOSED, (Piece("Nearer."),), "no such role")
    facts, after = w.insert(facts, *SMALL, first, ())
    document = small.compose(facts)
    assert ids(document)[0] == top
    assert ids(document)[-6:] == [At.CLOSED, nearer, first, after, At.END, At.NOTE]
    assert text(document, first) == "In Velm"
    assert [each.role for each in document.blocks if each.id in (first, nearer) and isinstance(each, Paragraph)] == [
        "body", "bullet",
    ]  # fmt: skip
    assert states(document) == dict.fromkeys((top, first, nearer, after), "inserted")


def test_what_stands_where_it_would_is_not_called_moved(small: Composer) -> None:
    down = w.move(dossier(**FACTS), *SMALL, At.RAIL, At.FOOD)
    assert states(small.compose(down)) == {At.RAIL: "moved"}
    other = w.move(down, *SMALL, At.LEAD, "")  # so that the way back is a second move, and not the first one changed
    back = w.move(other, *SMALL, At.RAIL, At.TOPICS)
    assert states(small.compose(back)) == {At.LEAD: "moved"}
    assert states(small.compose(w.move(down, *SMALL, At.FOOD, At.RAIL))) == {}, "both moved, and all as it was"


def test_a_paragraph_whose_neighbour_is_gone_stands_behind_the_template_lines_above_it(small: Composer) -> None:
    facts = dossier(**FACTS)
    facts, own = w.insert(facts, *SMALL, At.FOOD, (Piece("Mine."),))
    without = edits.remove_row(facts, "topics[t2]")
    assert ids(small.compose(without))[3:6] == [At.RAIL, own, At.DETAIL]
    neither = edits.remove_row(without, "topics[t1]")
    assert ids(small.compose(neither))[2:4] == [At.TOPICS, own]
    assert ids(small.compose(facts))[4:6] == [At.FOOD, own]


def test_moves_take_sections_along_and_add_up(small: Composer) -> None:
    facts = dossier(**FACTS)
    moved = w.move(facts, *SMALL, At.TRADE, At.LEAD)
    document = small.compose(moved)
    trade, topics = [At.TRADE, At.TABLE, At.CLOSED], [At.TOPICS, At.RAIL, At.FOOD, At.DETAIL, At.SOME]
    assert ids(document) == [At.TITLE, At.LEAD, *trade, *topics, At.END, At.NOTE]
    assert states(document) == {At.TRADE: "moved"}
    moved = w.move(moved, *SMALL, At.FOOD, At.TOPICS)
    moved = w.move(moved, *SMALL, At.TOPICS, "")
    document = small.compose(moved)
    topics = [At.TOPICS, At.FOOD, At.RAIL, At.DETAIL, At.SOME]
    assert ids(document) == [*topics, At.TITLE, At.LEAD, *trade, At.END, At.NOTE]
    assert section_end(document.blocks, 0) == 5
    assert section_end(document.blocks, 1) == 2
    moved, own = w.insert(moved, *SMALL, At.FOOD, (Piece("Mine."),))
    moved = w.move(moved, *SMALL, own, At.END)
    assert ids(small.compose(moved))[-3:] == [At.END, own, At.NOTE]
    for block in (At.TRADE, At.FOOD, At.TOPICS, own):
        moved = w.restore(moved, *SMALL, block)
    assert moved == facts


def test_what_cannot_be_moved_stays(small: Composer) -> None:
    facts = dossier(**FACTS)
    at_rest = ids(small.compose(facts))
    for block, after in ((At.RAIL, "8:t9"), ("8:t9", At.RAIL), (At.TOPICS, At.SOME), (At.RAIL, "own:gone")):
        document = small.compose(w.move(facts, *SMALL, block, after))
        assert ids(document) == at_rest
        assert states(document) == {}


def test_wording_of_a_removed_row_sleeps_and_comes_back_with_it(small: Composer) -> None:
    facts = dossier(**FACTS)
    mine = say(facts, small.compose(facts), At.FOOD, "Mine.")
    without = edits.remove_row(mine, "topics[t2]")
    document = small.compose(without)
    assert document.asleep == (At.FOOD,)
    assert sleeping(document, w.wording_of(without, *SMALL)) == (At.FOOD,)
    assert sleeping(small.compose(facts), w.wording_of(without, *SMALL)) == ()
    assert states(document) == {}
    back = edits.insert_row(without, "topics", mine.topics[1])
    assert text(small.compose(back), At.FOOD) == "Mine."


def newer(tmp_path: Path, body: str) -> Composer:
    return Composer(small_pack(tmp_path, body), ENGLISH)


def every_kind(facts: Dossier, document: Document) -> Dossier:
    """Paragraphs reworded, left out, added and moved, as the desktop does it."""
    mine = say(facts, document, At.LEAD, "We met in ", live(document, At.LEAD, "meeting.city"))
    mine = say(mine, document, At.FOOD, "Food.")
    mine = w.leave_out(mine, *SMALL, At.TABLE, composed(document, At.TABLE))
    mine = w.leave_out(mine, *SMALL, At.SOME, composed(document, At.SOME))
    mine, _ = w.insert(mine, *SMALL, At.CLOSED, (Piece("Mine."),), anchor=composed(document, At.CLOSED))
    food, topics = (composed(document, each) for each in (At.FOOD, At.TOPICS))
    return w.move(mine, *SMALL, At.FOOD, At.TOPICS, composed=food, anchor=topics)


@pytest.mark.parametrize(
    "above", ["{kicker} A newer kicker\n\n", "{# one #}\n{# two #}\n", "One.\n\nTwo.\n\nThree.\n\n"]
)
def test_wording_round_trips_through_a_newer_template(tmp_path: Path, above: str) -> None:
    old = composer(tmp_path, BODY)
    facts = dossier(**FACTS)
    mine = every_kind(facts, old.compose(facts))
    before = old.compose(mine)
    saved = files.loads(files.dumps(mine))

    composing = newer(tmp_path, above + BODY)
    document = composing.compose(saved)

    added = above.count("\n\n") if "#" not in above else 0
    assert text_of(document)[added:] == text_of(before)
    assert sorted(states(document).values()) == sorted(states(before).values())
    assert (len(document.left_out), document.asleep) == (2, ())
    assert set(document.renamed.values()) == {At.LEAD, At.FOOD, At.TABLE, At.SOME, At.CLOSED, At.TOPICS}

    # Edits go by the ids of now, once the layer is settled.
    settled = settle(saved, "en", document)
    again = composing.compose(settled)
    assert replace(again, renamed={}) == replace(document, renamed={})
    assert not again.renamed
    assert settle(settled, "en", again) is settled
    for block in (*again.wording, *again.left_out):
        settled = w.restore(settled, *SMALL, block)
    assert settled == facts


def test_a_paragraph_that_the_newer_template_has_not_sleeps_and_is_not_overwritten(tmp_path: Path) -> None:
    old = composer(tmp_path, "First words of all.\n\nSecond thing said.")
    facts = dossier()
    mine = say(facts, old.compose(facts), "3", "Mine.")
    composing = newer(tmp_path, "First words of all.\n\nQuite another paragraph is here instead.")
    document = composing.compose(mine)
    assert text_of(document) == ["First words of all.", "Quite another paragraph is here instead."]
    assert document.asleep == ("3",)

    # An edit of the paragraph that has the id now does not take the place of what sleeps.
    again = say(settle(mine, "en", document), document, "3", "Mine too.")
    assert text_of(composing.compose(again))[1] == "Mine too."
    assert text_of(newer(tmp_path, "First words of all.\n\nSecond thing said.").compose(again))[1] == "Mine."


def test_of_two_paragraphs_that_read_alike_neither_is_guessed(tmp_path: Path) -> None:
    old = composer(tmp_path, "Words.\n\nOther.")
    facts = dossier()
    mine = say(facts, old.compose(facts), "1", "Mine.")
    document = newer(tmp_path, "Before all of it.\n\nSecond.\n\nWords.\n\nThird.\n\nWords.").compose(mine)
    assert "Mine." not in text_of(document)
    assert document.asleep == ("1",)


SAID = """{% if meeting.format == 'phone' %}
{lead} {{ meeting.date }} – {{ meeting.city }} and {{ meeting.venue }} held talks by telephone.
{% else %}
{lead} {{ meeting.date }} – {{ meeting.city }} and {{ meeting.venue }} held talks in person.
{% endif %}

{{ meeting.city }} is a city.
"""


def test_the_same_sentence_from_another_line_of_the_template_is_flagged(tmp_path: Path) -> None:
    composing = composer(tmp_path, SAID)
    facts = dossier(**FACTS)
    document = composing.compose(facts)
    mine = say(facts, document, "4", "Talks in ", live(document, "4", "meeting.city"), ".")
    worded = composing.compose(
        edits.set_value(edits.set_value(mine, "meeting.format", "phone"), "meeting.city", "Ober")
    )
    assert text_of(worded) == ["Talks in Ober.", "Ober is a city."]
    assert states(worded) == {"2": "changed"}
    assert states(composing.compose(mine)) == {"4": "yours"}
