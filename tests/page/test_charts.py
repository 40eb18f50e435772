"""Charts on the page: what stands where, what is clicked and lit, what the eye tells apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from tests.page.page_samples import body, make_document, make_letterhead
from tests.sample_charts import FIGURES, chart

from briefing.compose.document import Chart
from briefing.letterhead.model import Letterhead
from briefing.letterhead.tints import chart_look, contrast
from briefing.page.changes import changed_extents
from briefing.page.chart_scene import HEIGHT, Area
from briefing.page.pager import Pager
from briefing.page.pages import Drawn, Pages
from briefing.page.painter import PagePainter, render_png

pytestmark = pytest.mark.layout

DPI = 144


@pytest.fixture
def letterhead(qapp: QGuiApplication) -> Letterhead:
    return make_letterhead()


def lay(letterhead: Letterhead, *blocks: object) -> Pages:
    return Pager(letterhead).lay(make_document(*blocks))  # type: ignore[arg-type]


def drawn(pages: Pages, page: int = 0) -> Drawn:
    (found,) = pages[page].body.drawings
    return found


def area(pages: Pages, path: str) -> Area:
    return next(each for each in drawn(pages).drawing.areas if path in each.span.paths)


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_each_bar_and_marker_leads_to_its_figure(letterhead: Letterhead, kind: str) -> None:
    made: Chart = chart(kind=kind)  # type: ignore[arg-type]
    pages = lay(letterhead, made)
    values = [datum for series in made.series for datum in series.values if datum.value is not None]
    assert len(values) == 14
    for datum in values:
        (path,) = datum.words[0].paths
        place, at = area(pages, path), drawn(pages)
        found = pages.span_at(0, at.x + place.x + place.width / 2, at.y + place.y + place.height / 2)
        assert found is not None
        assert (found.block, found.paths) == ("c", (path,))


def test_a_lit_figure_lights_its_bar_and_the_number_over_it(letterhead: Letterhead) -> None:
    pages = lay(letterhead, chart())
    number, bar = (rect for _, rect in pages.places("figures[ctotal3]"))
    assert bar.top() - 12.0 < number.bottom() < bar.top()
    assert bar.left() < number.center().x() < bar.right()
    assert pages.places("trade.partner")
    assert pages.places("figures[c3].period")


def test_a_chart_stands_on_one_page_with_its_title_and_note(letterhead: Letterhead) -> None:
    pages = lay(letterhead, *(body(f"p{at}", "Words. " * 40) for at in range(16)), chart(), body("z", "Words."))
    texts = [[placed.text.layout.text() for placed in page.body.texts] for page in pages]
    assert not any("Trade with Kestria" in text for text in texts[0])
    assert any("Trade with Kestria" in text for text in texts[1])
    assert any("stands apart" in text for text in texts[1])
    assert not pages[0].body.drawings
    assert drawn(pages, 1).drawing.height == HEIGHT


def test_words_follow_in_reading_order(letterhead: Letterhead) -> None:
    texts = [placed.text.layout.text() for placed in lay(letterhead, chart())[0].body.texts]
    assert texts[0].startswith("Trade with Kestria")
    assert texts[1:4] == ["Exports", "Imports", "Total"]
    assert texts[-1].startswith("January–September 2025 covers")


def seen(image: QImage, pages: Pages, place: Area, across: float, down: float) -> str:
    """The colour at a part of a bar's width and height."""
    at = drawn(pages)
    x, y = at.x + place.x + place.width * across, at.y + place.y + place.height * down
    return image.pixelColor(round(x * DPI / 72), round(y * DPI / 72)).name()


def test_bars_are_told_apart_in_grey(letterhead: Letterhead) -> None:
    pages = lay(letterhead, chart())
    image, look = render_png(pages, 0, DPI), chart_look(letterhead)
    colors = [seen(image, pages, area(pages, f"figures[c{name}3].amount"), 0.5, 0.5) for name in look.series]
    assert colors == [each.fill for each in look.series.values()]
    assert sorted(map(contrast, colors), reverse=True) == [contrast(each) for each in colors]
    edge = [seen(image, pages, area(pages, "figures[ctotal3].amount"), x / 100, 0.5) for x in range(10)]
    assert max(map(contrast, edge)) > 3


def test_the_lightest_bar_stands_out_by_its_edge(letterhead: Letterhead) -> None:
    for look in chart_look(letterhead).series.values():
        assert contrast(look.edge) >= 3
        assert contrast(look.line) >= 3
    lines = [(each.width, each.dash, each.marker) for each in chart_look(letterhead).series.values()]
    assert len(set(lines)) == 3
    assert len({each.marker for each in chart_look(letterhead).series.values()}) == 3


def test_no_line_leads_to_a_period_that_stands_apart(letterhead: Letterhead) -> None:
    pages = lay(letterhead, chart(kind="lines"))
    image = render_png(pages, 0, DPI)
    year, months = (area(pages, f"figures[ctotal{at}].amount") for at in (3, 4))
    at = drawn(pages)
    ink = chart_look(letterhead).series["total"].line
    between = [
        image.pixelColor(round((at.x + x) * DPI / 72), round((at.y + y) * DPI / 72)).name()
        for x in range(round(year.x + 12), round(months.x - 4))
        for y in range(round(year.y), round(months.y + 8))
    ]
    assert ink not in between


def test_only_the_chart_is_drawn_again_when_a_value_changes(letterhead: Letterhead) -> None:
    pager = Pager(letterhead)
    other = {**FIGURES, "total": (*FIGURES["total"][:4], "600.0")}
    words = (body("a", "Above."), body("b", "Below."))
    before = pager.lay(make_document(words[0], chart(), words[1]))
    after = pager.lay(make_document(words[0], chart(values=other), words[1]))
    extents = changed_extents(before[0], after[0])
    assert extents
    top = drawn(after).y
    assert min(each[0] for each in extents) >= top - 20.0
    assert max(each[1] for each in extents) <= top + HEIGHT + 30.0
    assert pager.lay(make_document(words[0], chart(values=other), words[1])) is after


def test_a_chart_is_drawn_from_what_shows_of_it(letterhead: Letterhead) -> None:
    pages = lay(letterhead, chart())
    whole = render_png(pages, 0, DPI)
    at = drawn(pages)
    piece = QImage(whole.size(), QImage.Format.Format_RGB32)
    piece.fill("white")
    painter = QPainter(piece)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(DPI / 72, DPI / 72)
    clip = QRectF(0.0, at.y + 60.0, 600.0, 40.0)
    painter.setClipRect(clip)
    PagePainter().paint(painter, pages[0], clip)
    painter.end()
    y = round((at.y + 80.0) * DPI / 72)
    assert [piece.pixel(x, y) for x in range(whole.width())] == [whole.pixel(x, y) for x in range(whole.width())]


def test_a_letterhead_without_the_house_styles_has_charts_too(letterhead: Letterhead) -> None:
    bare = replace(letterhead, styles={})
    pages = Pager(bare).lay(make_document(chart(), chart("d", "lines")))
    assert len(pages[0].body.drawings) == 2
