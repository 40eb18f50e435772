"""The one drawing: what of it a picture shows, and how it goes on other paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPdfWriter
from tests.page.page_samples import body, long_document, make_document, make_letterhead
from tests.pdf_reading import Glyph, glyphs, opened

from briefing.compose.document import Span
from briefing.letterhead.model import Letterhead
from briefing.page.pager import Pager
from briefing.page.pages import Pages, span_rects
from briefing.page.painter import encode_png, render_png
from briefing.page.printing import paint_sheets, set_paper

DPI = 300


@pytest.fixture
def letterhead(qapp: object) -> Letterhead:
    return make_letterhead()


def printed(pages: Pages, size: QPageSize.PageSizeId | None = None) -> list[list[Glyph]]:
    """The glyphs on each sheet of paper of that size, else of the page's own."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    set_paper(writer, pages[0])
    if size is not None:
        writer.setPageSize(QPageSize(size))
    assert paint_sheets(writer, pages.pages)
    return [list(glyphs(sheet)) for sheet in opened(bytes(data.data())).pages]


def blue(image: QImage, room: QRectF) -> list[tuple[int, int]]:
    """The pixels of a room, in points, that are in the colour of a link."""
    ink = QColor("#1f5a94").rgb()
    scale = DPI / 72
    left, right = round(room.left() * scale), round(room.right() * scale)
    down = range(round(room.top() * scale), round(room.bottom() * scale))
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels, width = memoryview(plain.constBits()).cast("B").cast("I"), plain.bytesPerLine() // 4
    rows = ((y, pixels[y * width + left : y * width + right]) for y in down)
    return [(left + at, y) for y, row in rows for at, pixel in enumerate(row) if pixel == ink]


def test_a_link_is_underlined_on_each_of_its_lines_and_nowhere_else(letterhead: Letterhead) -> None:
    link = Span("the office of statistics and all that it says of trade in goods and services " * 2, link="https://a.b")
    pages = Pager(letterhead).lay(make_document(body("p", "As told by ", link, "and others.")))
    image = render_png(pages, 0, DPI)
    lines = span_rects(pages[0], link)
    assert len(lines) == 2
    for line in lines:
        foot = QRectF(line.left(), line.bottom() - line.height() / 4, line.width(), line.height() / 4)
        rows = Counter(y for _, y in blue(image, foot))
        assert max(rows.values()) >= round(line.width() * DPI / 72) - 2, "a row of it is blue from end to end"
    whole = blue(image, QRectF(0, 0, pages[0].width, pages[0].height))
    assert len(whole) == sum(len(blue(image, line)) for line in lines)


def test_blanks_at_the_end_of_a_line_are_not_underlined(letterhead: Letterhead) -> None:
    link = Span("word " * 60, link="https://a.b")
    text = Pager(letterhead).lay(make_document(body("p", link)))[0].body.texts[0]
    assert len(text.lines) > 1
    for line in text.lines:
        (run,) = line.runs
        assert run.underline is not None
        assert run.underline.right() == pytest.approx(line.shape.naturalTextRect().right(), abs=0.1)


def test_on_its_own_paper_a_page_keeps_its_size(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(long_document(2))
    sheets = printed(pages)
    assert len(sheets) == len(pages)
    first = pages[0].header.texts[0]
    assert sheets[0][0].x == pytest.approx(first.x, abs=0.05)
    assert sheets[0][0].y == pytest.approx(first.y + first.lines[0].baseline, abs=0.05)


@pytest.mark.parametrize(("size", "scale"), [("A5", 0.7), ("Letter", 0.94), ("A3", 1.0)])
def test_on_smaller_paper_all_of_it_stands_and_on_larger_it_keeps_its_size(
    letterhead: Letterhead, size: str, scale: float
) -> None:
    pages = Pager(letterhead).lay(long_document(2))
    own, other = printed(pages), printed(pages, QPageSize.PageSizeId[size])
    for one, two in zip(own, other, strict=True):
        assert [glyph.letters for glyph in one] == [glyph.letters for glyph in two]
        ratio = (two[-1].y - two[0].y) / (one[-1].y - one[0].y)
        assert ratio == pytest.approx(scale, abs=0.01)
    paper = QPageSize(QPageSize.PageSizeId[size]).sizePoints()
    assert all(0 < glyph.x < paper.width() and 0 < glyph.y < paper.height() for sheet in other for glyph in sheet)


def test_a_page_that_lies_has_upright_paper_turned(letterhead: Letterhead) -> None:
    lying = Pages(
        tuple(
            type(page)(page.height, page.width, page.header, page.body, page.footer)
            for page in Pager(letterhead).lay(long_document(1))
        )
    )
    writer = QPdfWriter(QBuffer())
    set_paper(writer, lying[0])
    layout = writer.pageLayout()
    assert (layout.pageSize().id(), layout.orientation()) == (
        QPageSize.PageSizeId.A4,
        QPageLayout.Orientation.Landscape,
    )


def test_a_picture_of_a_page_is_that_page_again(letterhead: Letterhead) -> None:
    image = render_png(Pager(letterhead).lay(long_document(1)), 0, 100)
    again = QImage.fromData(encode_png(image))
    assert again.convertToFormat(image.format()) == image
    assert again.dotsPerMeterX() == image.dotsPerMeterX()


def test_a_ground_lies_under_the_words_from_indent_to_indent_on_each_page(letterhead: Letterhead) -> None:
    style = replace(letterhead.style("Body Text"), shade="#eef2f7", left=20.0, right=30.0)
    shaded = replace(letterhead, styles={**letterhead.styles, "body text": style})
    pages = Pager(shaded).lay(make_document(*(body(f"p{at}", "word " * 200) for at in range(6))))
    assert len(pages) > 1
    image = render_png(pages, 0, DPI)
    placed = pages[0].body.texts[0]
    scale = DPI / 72
    middle = round((placed.top + 1) * scale)  # above the letters
    left, right = letterhead.page.left + 20, letterhead.page.width - letterhead.page.right - 30
    row = [image.pixelColor(x, middle).name() for x in range(image.width())]
    ground = [x for x, color in enumerate(row) if color == "#eef2f7"]
    assert ground[0] == pytest.approx(left * scale, abs=2)
    assert ground[-1] == pytest.approx(right * scale, abs=2)
    assert row.index("#ffffff") == 0
    assert any(rule.ground for rule in pages[1].body.rules)
