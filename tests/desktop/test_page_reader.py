"""Words on the page: chosen by dragging and copied, found from a bar, while a click still leads to its field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.windows import button, click, open_on_sample, press, type_text

from briefing.compose.copies import Copy
from briefing.desktop.find_bar import FindBar
from briefing.desktop.page_ticks import TickedBar
from briefing.desktop.parts.labels import Text
from briefing.desktop.tokens import PAPER
from briefing.desktop.window import Window
from briefing.dossier.edits import set_value, value_at
from briefing.page import words

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_on_sample(qtbot, qapp, tmp_path)


def ends(window: Window, sought: str) -> tuple[QPoint, QPoint]:
    """Points before the first and behind the last letter of words on the page, in the viewport."""
    view = window.view.page_view
    stretch = words.find(view.pages, sought)[0]
    page = stretch.start.page
    rects = [view.viewport_rect(page, rect) for rect in words.rects_of(view.pages[page], page, stretch)]
    return (
        QPoint(round(rects[0].left()), round(rects[0].center().y())),
        QPoint(round(rects[-1].right()), round(rects[-1].center().y())),
    )


def drag(window: Window, start: QPoint, end: QPoint) -> None:
    port = window.view.page_view.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, pos=end)


def count(window: Window) -> str:
    bar = window.view.find_bar
    return next(each.text() for each in bar.findChildren(Text))


def is_marked(window: Window, sought: str) -> bool:
    """Whether the ground of words is another colour than that of paper."""
    start, end = ends(window, sought)
    view = window.view.page_view
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    at = QPoint(round((start.x() + 1) * ratio), round((start.y() - 7) * ratio))
    assert end.x() > start.x()
    return image.pixelColor(at).name() != "#ffffff"


def test_words_are_chosen_by_dragging_and_copied(window: Window) -> None:
    chosen: list[object] = []
    window.view.page_view.value_clicked.connect(lambda *told: chosen.append(told))
    start, end = ends(window, "Political consultations with Sweden")
    drag(window, start, end)
    assert window.view.page_view.chosen_text == "Political consultations with Sweden"
    assert chosen == [], "dragging over a value is no click on it"
    assert is_marked(window, "Political consultations")
    window.view.page_view.setFocus()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Political consultations with Sweden"


def test_a_click_lets_go_and_leads_to_the_field(window: Window) -> None:
    start, end = ends(window, "Stockholm, 22 November 2023")
    drag(window, start, end)
    told: list[tuple[str, ...]] = []
    window.view.page_view.value_clicked.connect(lambda paths, _offset: told.append(paths))
    QTest.mouseClick(window.view.page_view.viewport(), LEFT, pos=start + QPoint(6, 0))
    assert window.view.page_view.chosen_text == ""
    assert told == [("meeting.city",)]


def test_shift_and_a_click_chooses_as_far_as_there(window: Window) -> None:
    start, end = ends(window, "Political consultations with Sweden")
    port = window.view.page_view.viewport()
    drag(window, start, start + QPoint(40, 0))
    QTest.mouseClick(port, LEFT, Qt.KeyboardModifier.ShiftModifier, pos=end)
    assert window.view.page_view.chosen_text == "Political consultations with Sweden"


def test_all_is_chosen_and_gone_with_the_next_edit(window: Window) -> None:
    window.view.page_view.setFocus()
    press("Ctrl+A")
    assert window.view.page_view.chosen_text.startswith("BRIEFING NOTE\n")
    window.session.edit(lambda dossier: set_value(dossier, "meeting.city", "Uppsala"), "City")
    assert window.view.page_view.chosen_text == ""


def test_words_are_found_counted_and_gone_through_by_keyboard(window: Window) -> None:
    press("Ctrl+F")
    type_text("sweden")
    total = len(words.find(window.view.page_view.pages, "sweden"))
    assert total > 3
    assert count(window) == f"1 of {total}"
    assert is_marked(window, "Sweden")
    press("Return")
    assert count(window) == f"2 of {total}"
    press("Shift+Return")
    press("Shift+Return")
    assert count(window) == f"{total} of {total}"
    press("F3")
    assert count(window) == f"1 of {total}"
    press("Esc")
    assert not window.view.find_bar.isVisible()
    assert window.view.page_view.hasFocus()
    assert not is_marked(window, "Meets")


def test_what_is_not_there_is_told(window: Window) -> None:
    press("Ctrl+F")
    type_text("Norway")
    assert count(window) == "Not found"
    click(window.view.find_bar, "Close")
    assert not window.view.find_bar.isVisible()


def test_what_is_found_follows_the_document(window: Window) -> None:
    press("Ctrl+F")
    type_text("Uppsala")
    assert count(window) == "Not found"
    window.session.edit(lambda dossier: set_value(dossier, "meeting.city", "Uppsala"), "City")
    assert count(window).startswith("1 of ")


def test_the_words_that_are_chosen_are_sought(window: Window) -> None:
    start, end = ends(window, "Political consultations with Sweden")
    drag(window, start, end)
    next(each for each in window.menus.of_dossier if "on the page" in each.text().replace("&", "")).trigger()
    assert count(window) == "1 of 1"
    assert isinstance(window.view.find_bar, FindBar)


def test_a_page_is_gone_to_by_its_number(window: Window) -> None:
    view = window.view.page_view
    press("Ctrl+G")
    type_text("2")
    press("Return")
    assert view.hasFocus()
    assert view.page_spot(QPointF(100, 30))[0] == 1
    press("Ctrl+G")
    type_text("99")
    press("Return")
    assert view.current_page == len(view.pages)


def test_a_whole_page_fits_the_view(window: Window) -> None:
    view = window.view.page_view
    click(window.view.page_bar, "Fit the page")
    rect = view.viewport_rect(0, QRectF(0, 0, view.pages[0].width, view.pages[0].height))
    assert rect.top() >= 0
    assert rect.bottom() <= view.viewport().height()
    assert rect.height() > view.viewport().height() * 0.9


def test_the_scroll_bar_shows_where_the_words_of_the_field_stand(window: Window, qtbot: QtBot) -> None:
    bar = window.view.page_view.verticalScrollBar()
    assert isinstance(bar, TickedBar)
    window.view.focus_path("topics[t1].area")
    places = window.view.page_view.pages.places("topics[t1].area")
    qtbot.waitUntil(lambda: sum(each.color == PAPER.lit_line for each in bar.ticks) == len(places) > 1, timeout=3000)
    lit = [each.at for each in bar.ticks if each.color == PAPER.lit_line]
    assert lit == sorted(lit)
    assert 0 < min(lit) < max(lit) < 1
    assert any(each.color == PAPER.look_line for each in bar.ticks), "a check speaks of the exports"


def test_what_a_check_says_is_mended_from_the_page(window: Window) -> None:
    window.session.edit(lambda dossier: set_value(dossier, "figures[f3].amount.value", "352.9"), "Break a sum")
    window.view.run_checks()
    view = window.view.page_view
    view.show_room(*view.pages.places("figures[f3].amount")[0])
    start, _ = ends(window, "352.9")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, start + QPoint(4, 0), QPoint(10, 10))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions()]
    assert any("325.9" in each for each in said)
    next(action for action in menu.actions() if action.text() == "Use 325.9").trigger()
    menu.close()
    assert value_at(window.session.dossier, "figures[f3].amount.value") == "325.9"


def test_how_the_document_is_read_and_what_fonts_are_missing_is_told_beside_the_page(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = window.view.page_bar
    window.work.copy_ways.take(Copy(paper="A5"))
    assert button(bar, "A5").isVisible()
    monkeypatch.setattr("briefing.desktop.preview.missing_fonts", lambda _letterhead: ["Arial"])
    window.view.choose_type("press-release")
    told = button(bar, "Arial is not on this computer")
    assert "Lines break where they do in the file" in told.toolTip() or "another font" in told.toolTip()
