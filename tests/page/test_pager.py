"""An edit lays out one paragraph and moves the rest, and the pages are those that a fresh pager gives."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from tests.page.page_samples import (
    body,
    long_document,
    make_document,
    make_letterhead,
    random_block,
    random_spans,
)

from briefing.compose.document import Block, Document, Paragraph, Table
from briefing.letterhead.model import Letterhead
from briefing.page.pager import Pager
from briefing.page.pages import Boxes, Page, Pages
from briefing.page.painter import render_png

pytestmark = pytest.mark.layout


@pytest.fixture
def letterhead(qapp: QGuiApplication) -> Letterhead:
    return make_letterhead()


def words(page: Page) -> list[str]:
    return [placed.text.layout.text() for placed in page.body.texts]


def boxes(part: Boxes) -> list[object]:
    """Everything that has a place, without the identity of what was laid out."""
    texts = [
        (
            *(placed.x, placed.y, placed.first, placed.last),
            *(placed.text.block, placed.text.layout.text(), placed.text.stretches),
            *((line.top, line.height, line.baseline, line.start, line.end) for line in placed.lines),
        )
        for placed in part.texts
    ]
    drawings = [(drawn.x, drawn.y, drawn.drawing.shapes, drawn.drawing.areas) for drawn in part.drawings]
    hung = [(each.x, each.y, each.width, each.height) for each in part.pictures]
    return [*texts, *part.rules, *drawings, *hung]


def same(one: Pages, other: Pages) -> bool:
    return [list(map(boxes, page.parts)) for page in one] == [list(map(boxes, page.parts)) for page in other]


def edit(random: Random, blocks: tuple[Block, ...], id: str) -> tuple[Block, ...]:
    """One thing that a person does: rewrites, adds, takes out, moves, or changes several at once."""
    listed = list(blocks)
    for _ in range(random.choice((1, 1, 1, 3))):
        at = random.randrange(len(listed) + 1)
        kind = random.random()
        block = listed[at] if at < len(listed) else None
        if kind < 0.5 and isinstance(block, Paragraph):
            listed[at] = replace(block, spans=random_spans(random))
        elif kind < 0.75 or not listed:
            listed.insert(at, random_block(random, f"{id}{at}"))
        elif kind < 0.9 and block is not None:
            del listed[at]
        elif block is not None:
            listed.insert(random.randrange(len(listed)), listed.pop(at))
    return tuple(listed)


@pytest.mark.parametrize("seed", range(6))
def test_incremental_pages_are_the_fresh_pages(letterhead: Letterhead, seed: int) -> None:
    random = Random(seed)
    document = make_document(*(random_block(random, f"b{i}") for i in range(random.choice((3, 30, 90)))))
    warm = Pager(letterhead, kept=64)
    for number in range(15):
        if random.random() < 0.1:
            document = replace(document, furniture={"marking": random_spans(random, random.choice((3, 60)))})
        document = replace(document, blocks=edit(random, document.blocks, f"e{number}x"))
        assert same(warm.lay(document), Pager(letterhead).lay(document)), f"seed {seed}, edit {number}"


@pytest.mark.parametrize("seed", range(3))
def test_incremental_pages_are_the_fresh_pages_in_every_pixel(letterhead: Letterhead, seed: int) -> None:
    random = Random(1000 + seed)
    document = make_document(*(random_block(random, f"b{i}") for i in range(30)))
    warm = Pager(letterhead)
    warm.lay(document)
    for number in range(8):
        document = replace(document, blocks=edit(random, document.blocks, f"e{number}x"))
        pages, fresh = warm.lay(document), Pager(letterhead).lay(document)
        for page in range(len(fresh)):
            assert render_png(pages, page, 60) == render_png(fresh, page, 60)


def test_what_did_not_change_is_the_very_same_page(letterhead: Letterhead) -> None:
    document = long_document(6)
    pager = Pager(letterhead)
    before = pager.lay(document)
    at = next(i for i, block in enumerate(document.blocks) if block.id == "s3.p1")
    changed = body("s3.p1", "Shorter, but as many lines. " * 8)
    after = pager.lay(replace(document, blocks=(*document.blocks[:at], changed, *document.blocks[at + 1 :])))
    assert len(after) == len(before)
    assert sum(one is not other for one, other in zip(before, after, strict=True)) <= 2
    assert before[0] is after[0]
    assert pager.lay(replace(document, blocks=(*document.blocks[:at], changed, *document.blocks[at + 1 :]))) is after


def test_equal_documents_give_the_same_pages(letterhead: Letterhead) -> None:
    pager = Pager(letterhead)
    assert pager.lay(long_document(3)) is pager.lay(long_document(3))


def test_empty_document_is_one_page(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(make_document())
    assert len(pages) == 1
    assert words(pages[0]) == []


def test_page_numbers_and_a_first_page_of_its_own(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(long_document(4))
    furniture = [
        [placed.text.layout.text() for part in (page.header, page.footer) for placed in part.texts] for page in pages
    ]
    assert furniture[0][0] == "REPUBLIC OF KAZAKHSTAN\tFor official use"
    assert furniture[1][0] == "Political consultations with Sweden"
    assert [texts[-1] for texts in furniture] == [
        f"For official use\t{number} / {len(pages)}" for number in range(1, len(pages) + 1)
    ]


def test_header_higher_than_the_margin_pushes_the_text(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(long_document(4))
    header = 48.7 + 9.6 + 14.0 + 1.75 + 13.0
    assert pages[0].body.texts[0].top == pytest.approx(header)
    assert pages[1].body.texts[0].top == pytest.approx(78.0)


def test_document_of_other_words_leaves_nothing_behind(letterhead: Letterhead) -> None:
    pager = Pager(letterhead)
    pager.lay(long_document(5))
    short: Document = make_document(body("a", "One line."))
    pages = pager.lay(short)
    assert [words(page) for page in pages] == [["One line."]]
    assert isinstance(render_png(pages, 0, 72), QImage)


def test_what_ends_with_a_colon_goes_to_the_page_of_what_it_announces(letterhead: Letterhead) -> None:
    pager = Pager(letterhead)

    def last_of_first_page(end: str) -> list[str]:
        for lines in range(20, 60):
            filling = [body(f"f{at}", "Words") for at in range(lines)]
            pages = pager.lay(
                make_document(*filling, body("x", f"They agreed{end}"), body("y", "on peace", role="bullet"))
            )
            if len(pages) > 1:
                return words(pages[0])[-1:]
        return []

    assert last_of_first_page(".") == ["They agreed."]
    assert last_of_first_page(":") == ["Words"]


def test_a_table_goes_to_the_page_of_the_note_under_it(letterhead: Letterhead) -> None:
    pager = Pager(letterhead)
    table = next(block for block in long_document(1).blocks if isinstance(block, Table))

    def first_pages(role: str) -> list[bool]:
        """For every way to fill the page before it: whether table and paragraph are parted by the page's end."""
        parted = []
        for lines in range(20, 40):
            filling = [body(f"f{at}", "Words") for at in range(lines)]
            pages = pager.lay(make_document(*filling, table, body("n", "Source", role=role)))
            on = [[placed.text.block for placed in page.body.texts] for page in pages]
            parted.append(any(table.id in page and "n" not in page for page in on))
        return parted

    assert not any(first_pages("note"))
    assert any(first_pages("bullet"))
