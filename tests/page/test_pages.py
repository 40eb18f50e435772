"""Every word leads to its field, and a field to all its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from tests.page.page_samples import body, long_document, make_document, make_letterhead

from briefing.compose.document import Column, Row, Span, Table
from briefing.letterhead.model import Letterhead
from briefing.page.pager import Pager
from briefing.page.pages import Pages, gaps

pytestmark = pytest.mark.layout


@pytest.fixture
def letterhead(qapp: QGuiApplication) -> Letterhead:
    return make_letterhead()


def lay(letterhead: Letterhead, *blocks: object) -> Pages:
    return Pager(letterhead).lay(make_document(*blocks))  # type: ignore[arg-type]


def middle(pages: Pages, path: str) -> tuple[int, QPointF]:
    page, rect = pages.places(path)[0]
    return page, rect.center()


def test_each_used_path_has_a_place_and_that_place_leads_back(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(long_document(3))
    assert len(pages.used_paths) > 40
    for path in pages.used_paths:
        for page, rect in pages.places(path):
            hit = pages.span_at(page, rect.center().x(), rect.center().y())
            assert hit is not None
            assert path in hit.paths


def test_a_path_stands_for_all_inside_it_and_for_no_other(letterhead: Letterhead) -> None:
    pages = lay(
        letterhead, body("a", Span("one", ("m.x",)), " ", Span("two", ("m.x[r1].y",)), " ", Span("three", ("m.xy",)))
    )
    assert len(pages.places("m.x")) == 2
    assert len(pages.places("m.xy")) == 1
    assert len(pages.places("m")) == 3
    assert pages.places(lambda path: path.endswith(".y")) == pages.places("m.x[r1]")


def test_words_over_two_lines_have_a_rectangle_on_each(letterhead: Letterhead) -> None:
    pages = lay(letterhead, body("a", "Some words. ", Span("many words of one field " * 8, ("m.x",)), "end"))
    rects = [rect for _, rect in pages.places("m.x")]
    assert len(rects) == 3
    assert rects[0].left() > rects[1].left() == pytest.approx(68.0)
    assert rects[1].top() - rects[0].top() == pytest.approx(15.5)


@pytest.mark.parametrize("offset", [0, 3, 9])
def test_offset_counts_characters_of_the_span(letterhead: Letterhead, offset: int) -> None:
    text = "Sto😀ckholm"
    pages = lay(letterhead, body("a", "In ", Span(text, ("m.city",)), "."))
    page, rect = pages.places("m.city")[0]
    before = lay(letterhead, body("a", "In ", Span(text[:offset] or "x", ("m.city",))))
    width = before.places("m.city")[0][1].width() if offset else 0.0
    hit = pages.span_at(page, rect.left() + width + 0.3, rect.center().y())
    assert hit is not None
    assert (hit.block, hit.span.text, hit.paths, hit.offset) == ("a", text, ("m.city",), offset)


def test_beside_the_words_there_is_nothing(letterhead: Letterhead) -> None:
    pages = lay(letterhead, body("a", "Short."))
    placed = pages[0].body.texts[0]
    assert pages.span_at(0, 300.0, placed.top + 8.0) is None
    assert pages.span_at(0, 70.0, placed.bottom + 100.0) is None


def test_cells_and_page_furniture_lead_to_their_fields(letterhead: Letterhead) -> None:
    row = Row("r", ((Span("2022"),), (Span("96.1", ("figures[f1].amount",)),)))
    pages = lay(letterhead, Table("t", (Column(0.5), Column(0.5, "right")), (), (row,)))
    page, point = middle(pages, "figures[f1]")
    hit = pages.span_at(page, point.x(), point.y())
    assert hit is not None
    assert hit.block == "t"
    assert pages.places("figures[f1]")[0][1].right() == pytest.approx(527.3, abs=0.1)
    page, point = middle(pages, "house.country")
    hit = pages.span_at(page, point.x(), point.y())
    assert hit is not None
    assert (hit.block, hit.paths) == ("", ("house.country",))


def test_gaps_and_blocks_are_found(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(long_document(3))
    assert len(gaps(pages[0])) == 1
    found = pages.find_block("s2.p0")
    assert found is not None
    assert found[0] >= 1
    assert pages.find_block("nowhere") is None
