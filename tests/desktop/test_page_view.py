"""The preview as a person meets it: pointing, clicking, scrolling, zooming, typing elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.page.page_samples import body, long_document, make_letterhead

from briefing.compose.document import Block, PageBreak, Span
from briefing.desktop.look import Look, Scheme
from briefing.desktop.page_bar import PageBar
from briefing.desktop.page_marks import FindingMark
from briefing.desktop.page_view import PageView
from briefing.desktop.tokens import DARK, LIGHT, PAPER
from briefing.page.pager import Pager
from briefing.page.pages import Pages

pytestmark = pytest.mark.layout

SIZE = (688, 826)


class Preview:
    """A view with its bar, the pager behind it, and what a person can do with both."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.view = PageView(lambda path: f"field {path}")
        self.bar = PageBar(self.view)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)
        self.window.resize(*SIZE)
        self.pager = Pager(make_letterhead())
        self.document = long_document(6)
        self.pages = self.pager.lay(self.document)
        self.view.set_pages(self.pages)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def show(self, *blocks: Block) -> None:
        self.pages = self.pager.lay(replace(self.document, blocks=blocks))
        self.view.set_pages(self.pages)
        QApplication.processEvents()

    def spot(self, path: str, index: int = 0) -> QPoint:
        """Where the words of a field stand in the viewport."""
        page, rect = self.pages.places(path)[index]
        return self.on_screen(page, rect).center().toPoint()

    def on_screen(self, page: int, rect: QRectF) -> QRectF:
        scale = self.view.scale
        width, height = round(595.3 * scale), round(841.9 * scale)
        left = max((self.view.width() - width) // 2, 32) - self.view.horizontalScrollBar().value()
        top = 24 + page * (height + 20) - self.view.verticalScrollBar().value()
        return QRectF(left + rect.x() * scale, top + rect.y() * scale, rect.width() * scale, rect.height() * scale)

    def picture(self) -> QImage:
        return self.view.viewport().grab().toImage()

    def top(self, path: str) -> float:
        page, rect = self.pages.places(path)[0]
        return self.on_screen(page, rect).top()


@pytest.fixture
def preview(qtbot: QtBot, qapp: QApplication) -> Iterator[Preview]:
    look = Look(qapp, Scheme.LIGHT)
    yield Preview(qtbot)
    look.deleteLater()


def near(color: QColor, name: str) -> bool:
    other = QColor(name)
    return (
        max(abs(color.red() - other.red()), abs(color.green() - other.green()), abs(color.blue() - other.blue())) < 12
    )


def pixel(image: QImage, x: float, y: float) -> QColor:
    """The colour at a point in logical pixels."""
    ratio = image.devicePixelRatio()
    return image.pixelColor(int(x * ratio), int(y * ratio))


def part(image: QImage, left: int, top: int, width: int, height: int) -> QImage:
    """A part of a picture, in logical pixels; pixels only, so that it is equal to any with the same ones."""
    ratio = image.devicePixelRatio()
    cut = image.copy(*(round(side * ratio) for side in (left, top, width, height)))
    cut.setDevicePixelRatio(1.0)
    return cut.convertToFormat(QImage.Format.Format_RGB32)


def device_part(image: QImage) -> QImage:
    """The first 600 by 700 pixels of the device, which is as much as can be had of a screen without a display."""
    image.setDevicePixelRatio(1.0)
    return part(image, 0, 0, 600, 700)


def colors(image: QImage, area: QRectF) -> list[QColor]:
    box = part(image, int(area.left()), int(area.top()), int(area.width()) + 1, int(area.height()) + 2)
    return [box.pixelColor(x, y) for x in range(box.width()) for y in range(box.height())]


def has(image: QImage, area: QRectF, name: str) -> bool:
    return any(near(color, name) for color in colors(image, area))


def test_click_on_a_word_leads_to_its_field(preview: Preview) -> None:
    with preview.qtbot.waitSignal(preview.view.value_clicked) as clicked:
        QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=preview.spot("meeting.city"))
    assert clicked.args is not None
    paths, offset = clicked.args
    assert paths == ("meeting.city",)
    assert 3 <= offset <= 6


def test_every_field_in_view_leads_back_to_itself(preview: Preview) -> None:
    seen: list[tuple[str, ...]] = []
    preview.view.value_clicked.connect(lambda paths, _: seen.append(paths))
    asked = []
    for path in sorted(preview.pages.used_paths):
        for index, (page, _) in enumerate(preview.pages.places(path)):
            spot = preview.spot(path, index)
            if page == 0 and preview.view.viewport().rect().contains(spot):
                asked.append((path,))
                QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(asked) > 10
    assert seen == asked


def test_click_beside_the_words_or_on_the_templates_own_leads_nowhere(preview: Preview) -> None:
    seen: list[object] = []
    preview.view.value_clicked.connect(lambda *args: seen.append(args))
    QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseClick(
        preview.view.viewport(), Qt.MouseButton.LeftButton, pos=preview.spot("meeting.city") + QPoint(400, 0)
    )
    assert seen == []


def test_pointer_over_a_value_is_a_hand_with_a_line_under_the_word(preview: Preview) -> None:
    port, spot = preview.view.viewport(), preview.spot("meeting.city")
    before = preview.picture()
    QTest.mouseMove(port, spot)
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert preview.picture() != before
    QTest.mouseMove(port, QPoint(5, 5))
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert preview.picture() == before


def test_tooltip_names_the_field_and_says_the_finding(preview: Preview) -> None:
    preview.view.set_findings([FindingMark("meeting.city", "look", "A city without a country.")])
    spot = preview.spot("meeting.city")
    port = preview.view.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, spot, port.mapToGlobal(spot)))
    assert QToolTip.text() == "field meeting.city\nA city without a country."
    QToolTip.hideText()


def test_field_in_focus_is_lit_where_it_stands(preview: Preview) -> None:
    area = preview.on_screen(*preview.pages.places("meeting.city")[0])
    assert not has(preview.picture(), area, PAPER.lit)
    preview.view.light("meeting.city")
    assert preview.view.verticalScrollBar().value() == 0, "what is in view stays"
    assert has(preview.picture(), area, PAPER.lit)
    assert has(preview.picture(), area, PAPER.lit_line)
    preview.view.light(None)
    assert not has(preview.picture(), area, PAPER.lit)


def test_field_out_of_sight_is_scrolled_to(preview: Preview) -> None:
    preview.view.light("figures[s5].amount")
    bar = preview.view.verticalScrollBar()
    preview.qtbot.waitUntil(lambda: 0 < preview.top("figures[s5].amount") < preview.view.viewport().height())
    assert bar.value() > 0
    at = bar.value()
    QTest.qWait(200)
    preview.view.light("figures[s5]")
    QTest.qWait(200)
    assert abs(bar.value() - at) < preview.view.viewport().height()


def test_gaps_and_findings_are_marked(preview: Preview) -> None:
    assert has(preview.picture(), preview.on_screen(*preview.pages.places("meeting.venue")[0]), PAPER.gap)
    area = preview.on_screen(*preview.pages.places("figures[s0].amount")[0]).adjusted(0, 0, 0, 3)
    preview.view.set_findings([FindingMark("figures[s0]", "wrong")])
    red = preview.picture()
    preview.view.set_findings([])
    assert red != preview.picture()
    assert any(color.red() > color.blue() + 40 for color in colors(red, area))


def test_place_in_view_stays_when_a_page_is_added_above_it(preview: Preview) -> None:
    opening, rest = preview.document.blocks[:5], preview.document.blocks[5:]
    preview.show(*opening, PageBreak("break"), *rest)
    preview.view.verticalScrollBar().setValue(1200)
    path = next(path for path in sorted(preview.pages.used_paths) if 0 < preview.top(path) < 300)
    before, count = preview.top(path), len(preview.pages)
    preview.show(*opening, body("new", "A new paragraph. " * 400), PageBreak("break"), *rest)
    assert len(preview.pages) > count
    assert preview.top(path) == pytest.approx(before, abs=1.0)
    preview.show(*opening, PageBreak("break"), *rest)
    assert preview.top(path) == pytest.approx(before, abs=1.0)


def on_screen(view: PageView) -> QImage:
    """What stands on the screen, and not what painting the whole widget once more would give."""
    return device_part(view.screen().grabWindow(view.window().winId(), 0, 0, 600, 700).toImage())


def test_page_painted_in_part_is_the_page_painted_anew(preview: Preview) -> None:
    blocks = preview.document.blocks
    at = next(i for i, block in enumerate(blocks) if block.id == "s0.p1")
    for text in ("one line", "two lines " * 14, "", "a [gap] ", "five " * 100, "one line"):
        changed = body("s0.p1", Span(text, ("m.x",), gap="gap" in text), " and the rest.")
        preview.show(*blocks[:at], changed, *blocks[at + 1 :])
        fresh = PageView()
        fresh.resize(preview.view.size())
        fresh.set_pages(preview.pages)
        preview.qtbot.addWidget(fresh)
        assert on_screen(preview.view) == device_part(fresh.grab().toImage())


def test_zoom_by_buttons_keys_and_wheel(preview: Preview) -> None:
    view = preview.view
    percents: list[int] = []
    view.zoom_changed.connect(percents.append)
    assert view.zoom_percent == 79
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert percents == [90, 100, 90]
    port = view.viewport()
    wheel = QWheelEvent(
        QPointF(300, 300), QPointF(port.mapToGlobal(QPoint(300, 300))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, wheel)
    assert view.zoom_percent == 99
    view.fit_width()
    assert view.zoom_percent == 79


def test_word_under_the_pointer_stays_under_it_while_zooming(preview: Preview) -> None:
    spot = preview.spot("figures[s0].amount")
    preview.view.set_zoom(2.0, QPointF(spot))
    hit: list[tuple[str, ...]] = []
    preview.view.value_clicked.connect(lambda paths, _: hit.append(paths))
    QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert hit == [("figures[s0].amount",)]


def test_keys_turn_pages_and_the_bar_says_which(preview: Preview) -> None:
    told: list[tuple[int, int]] = []
    preview.view.page_changed.connect(lambda *page: told.append(page))
    count = len(preview.pages)
    QTest.keyClick(preview.view, Qt.Key.Key_End)
    assert told[-1] == (count, count)
    QTest.keyClick(preview.view, Qt.Key.Key_Home)
    assert told[-1] == (1, count)
    QTest.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert told[-1][0] == 2
    assert preview.view.accessibleName()
    assert str(count) in preview.view.accessibleDescription()


def test_dark_dims_the_desk_and_leaves_the_paper(preview: Preview, qapp: QApplication) -> None:
    light = preview.picture()
    look = Look(qapp, Scheme.DARK)
    dark = preview.picture()
    assert near(pixel(light, 4, 4), LIGHT.desk)
    assert near(pixel(dark, 4, 4), DARK.desk)
    assert part(light, 60, 60, 560, 600) == part(dark, 60, 60, 560, 600)
    look.set_scheme(Scheme.LIGHT)
    look.deleteLater()


def test_no_pages_is_an_empty_desk(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    view.set_pages(Pages(()))
    view.light("meeting.city")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current_page == 0
    assert near(pixel(view.grab().toImage(), 150, 150), LIGHT.desk)


def lit_rects(preview: Preview, path: str) -> list[QRectF]:
    return [preview.view.viewport_rect(page, rect) for page, rect in preview.pages.places(path)]


def test_zooming_by_keys_keeps_the_lit_words_in_view_and_else_the_middle(preview: Preview) -> None:
    view, path = preview.view, "figures[s0].amount"
    view.light(path)
    for _ in range(8):
        view.zoom_in()
        assert any(QRectF(view.viewport().rect()).contains(rect) for rect in lit_rects(preview, path))
    view.light(None)
    view.verticalScrollBar().setValue(0)
    view.set_zoom(1.0)
    assert view.verticalScrollBar().value() == 0, "the head of the first page stays"
    view.verticalScrollBar().setValue(300)
    middle = QPointF(view.viewport().width() / 2, view.viewport().height() / 2)
    before = view.page_spot(middle)
    view.set_zoom(2.0)
    page, spot = view.page_spot(middle)
    assert page == before[0]
    assert spot.y() == pytest.approx(before[1].y(), abs=1.0)


def test_lit_words_beside_the_view_are_scrolled_to(preview: Preview) -> None:
    view = preview.view
    view.set_zoom(3.0)
    view.horizontalScrollBar().setValue(0)
    width = view.viewport().width()
    path = next(
        path
        for path in sorted(preview.pages.used_paths)
        if len(found := lit_rects(preview, path)) == 1 and found[0].left() > width and found[0].width() < width / 2
    )
    view.light(path)
    QTest.qWait(300)
    assert QRectF(view.viewport().rect()).contains(lit_rects(preview, path)[0])
    across = view.horizontalScrollBar().value()
    view.light(None)
    view.light(path)
    assert view.horizontalScrollBar().value() == across


def test_areas_painted_apart_are_as_in_one_piece(preview: Preview) -> None:
    view = preview.view
    view.set_findings([FindingMark("figures[s1].amount", "wrong")])
    viewport = view.viewport()
    whole = QImage(viewport.size(), QImage.Format.Format_RGB32)
    viewport.render(whole)
    areas = QRegion(QRect(0, 0, 120, 90))  # the desk, a corner of the paper with its shadow, and words
    for at in range(6):
        areas += QRegion(QRect(60 * at, 130 + 70 * at, 200, 31))
    apart = whole.copy()
    painter = QPainter(apart)
    painter.setClipRegion(areas)
    painter.fillRect(apart.rect(), QColor("red"))
    painter.end()
    viewport.render(apart, areas.boundingRect().topLeft(), areas)
    assert areas.rectCount() > 3
    assert apart == whole
