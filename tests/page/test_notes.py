"""Footnotes on the page: at its foot, with the line of their reference, found and led back as all words are."""

from __future__ import annotations

from random import Random

import pytest
from tests.page.page_samples import body, lay, make_document, make_letterhead, random_block

from briefing.compose.document import Block, Paragraph, Span
from briefing.compose.footnotes import Footnotes
from briefing.letterhead.model import Letterhead
from briefing.page.pager import Pager
from briefing.page.pages import Page
from briefing.page.words import find

pytestmark = pytest.mark.layout
SAID = "Both sides noted that the crossing is used by more than two hundred trains a month, and that it is old. "


@pytest.fixture
def letterhead() -> Letterhead:
    return make_letterhead()


def reference(*said: Span | str) -> Span:
    return Span("*", raised="super", note=tuple(Span(each) if isinstance(each, str) else each for each in said))


def noted(id: str, *said: Span | str) -> Paragraph:
    return body(id, SAID, reference(*said), "and more of it.")


def numbered(*blocks: Block) -> tuple[Block, ...]:
    return Footnotes().numbered(blocks)


def text(page: Page) -> str:
    return " ".join(placed.text.layout.text() for placed in page.body.texts)


def test_a_note_stands_at_the_foot_under_a_line(letterhead: Letterhead) -> None:
    (page,) = lay(letterhead, *numbered(noted("a", "Report of 2025.")))
    words, note = page.body.texts
    foot = page.height - letterhead.page.bottom
    assert note.text.layout.text() == "1 Report of 2025."
    assert note.bottom == pytest.approx(foot, abs=0.1)
    (rule,) = page.body.rules
    assert words.bottom < rule.y < note.top


def test_a_line_and_its_note_stay_on_one_page(letterhead: Letterhead) -> None:
    filling = [body(f"f{at}", SAID) for at in range(24)]
    for many in range(18, 25):
        pages = lay(letterhead, *numbered(*filling[:many], noted("a", "Note " * 60), body("z", SAID)))
        at = next(n for n, page in enumerate(pages) if "1and more" in text(page))
        assert "1 Note Note" in text(pages[at])
        for page in pages:
            body_foot = max((each.bottom for each in page.body.texts if each.text.block), default=0.0)
            note_top = min((each.top for each in page.body.texts if not each.text.block), default=page.height)
            assert body_foot <= note_top


def test_a_note_higher_than_its_page_does_not_lie_over_the_text(letterhead: Letterhead) -> None:
    pages = lay(letterhead, *numbered(noted("a", "Note " * 3000), body("z", SAID)))
    page = next(each for each in pages if "1 Note Note" in text(each))
    words = [each for each in page.body.texts if each.text.block]
    (note,) = [each for each in page.body.texts if not each.text.block]
    assert max(each.bottom for each in words) < page.body.rules[0].y < note.top
    assert any(each.text.block == "z" for page in pages for each in page.body.texts)


def test_what_announces_with_a_note_stays_with_what_it_announces(letterhead: Letterhead) -> None:
    for many in range(36, 46):
        filling = [body(f"f{at}", "Line.") for at in range(many)]
        pages = lay(letterhead, *numbered(*filling, body("a", "We agreed:", reference("Orally.")), body("z", SAID)))
        at = next(n for n, page in enumerate(pages) if "We agreed:" in text(page))
        assert SAID in text(pages[at])


def test_notes_of_one_page_stand_in_their_order(letterhead: Letterhead) -> None:
    (page,) = lay(letterhead, *numbered(noted("a", "First."), noted("b", "Second."), noted("c", "Third.")))
    notes = [each for each in page.body.texts if not each.text.block]
    assert [each.text.layout.text() for each in notes] == ["1 First.", "2 Second.", "3 Third."]
    assert notes[0].bottom <= notes[1].top < notes[1].bottom <= notes[2].top


def test_their_words_are_found_and_lead_back(letterhead: Letterhead) -> None:
    pages = lay(letterhead, *numbered(noted("a", "In ", Span("Velm", ("meeting.city",)))))
    assert find(pages, "velm")
    ((number, room),) = pages.places("meeting.city")
    hit = pages.span_at(number, room.center().x(), room.center().y())
    assert hit is not None
    assert hit.paths == ("meeting.city",)


@pytest.mark.parametrize("seed", range(6))
def test_pages_after_edits_are_those_laid_anew(letterhead: Letterhead, seed: int) -> None:
    random = Random(seed)
    blocks: list[Block] = [
        noted(f"n{at}", "Note " * random.randint(1, 40)) if random.random() < 0.4 else random_block(random, f"b{at}")
        for at in range(40)
    ]
    pager, numbering = Pager(letterhead), Footnotes()
    for step in range(12):
        at = random.randrange(len(blocks))
        change = random.random()
        if change < 0.3:
            del blocks[at]
        elif change < 0.6:
            blocks.insert(at, noted(f"x{step}", "Word " * random.randint(1, 60)))
        else:
            blocks[at] = random_block(random, f"y{step}")
        document = make_document(*numbering.numbered(tuple(blocks)))
        assert list(map(_boxes, pager.lay(document))) == list(map(_boxes, Pager(letterhead).lay(document)))


def _boxes(page: Page) -> list[tuple[object, ...]]:
    texts = [(each.text.layout.text(), each.x, each.y, each.first, each.last) for each in page.body.texts]
    return [*texts, *((rule.left, rule.right, rule.y) for rule in page.body.rules)]
