"""A chart as a person has it: chosen in the form, seen on the page, and each bar leading to its figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot
from tests.desktop.windows import focused, open_window, press

from briefing.desktop.form.bound import path_of
from briefing.desktop.page_view import PageView
from briefing.desktop.window import Window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    made.view.go_to_section("trade")
    QTest.qWait(50)
    return made


def choose(window: Window, words: str) -> None:
    part = next(each for each in window.view.form.findChildren(QRadioButton) if each.text() == words)
    window.view.form.ensureWidgetVisible(part)
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    QTest.qWait(50)


def page_of(window: Window) -> PageView:
    found = window.findChild(PageView)
    assert isinstance(found, PageView)
    return found


def drawings(window: Window) -> int:
    return sum(len(page.body.drawings) for page in page_of(window).pages)


def test_a_chart_stands_under_the_table_once_one_is_chosen(window: Window) -> None:
    assert drawings(window) == 0
    choose(window, "Bars")
    assert window.session.dossier.trade.chart == "bars"
    assert drawings(window) == 1
    choose(window, "Lines")
    assert drawings(window) == 1
    choose(window, "None")
    assert drawings(window) == 0


def test_a_chosen_chart_can_be_undone(window: Window) -> None:
    choose(window, "Bars")
    press("Ctrl+Z")
    assert drawings(window) == 0
    assert window.session.dossier.trade.chart == ""


def test_none_is_shown_as_chosen_until_one_is(window: Window) -> None:
    parts = [each for each in window.view.form.findChildren(QRadioButton) if each.text() in ("None", "Bars", "Lines")]
    assert [each.text() for each in parts if each.isChecked()] == ["None"]
    assert window.session.dossier.trade.chart == ""


def test_choosing_a_chart_changes_no_figure(window: Window) -> None:
    before = window.session.dossier.figures
    choose(window, "Bars")
    assert window.session.dossier.figures is before


def test_a_click_on_a_bar_leads_to_its_figure(window: Window) -> None:
    choose(window, "Bars")
    page = page_of(window)
    number, drawn = next((n, d) for n, each in enumerate(page.pages) for d in each.body.drawings)
    bar = next(area for area in drawn.drawing.areas if area.span.paths == ("figures[f5].amount",))
    room = QRectF(drawn.x + bar.x, drawn.y + bar.y, bar.width, bar.height)
    page.show_room(number, room)
    spot = page.viewport_rect(number, room).center().toPoint()
    assert page.viewport().rect().contains(spot)
    QTest.mouseMove(page.viewport(), spot + QPoint(1, 1))
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.qWait(50)
    assert path_of(focused()) == "figures[f5].amount"


def test_a_figure_in_focus_lights_its_bar(window: Window) -> None:
    choose(window, "Bars")
    window.view.focus_path("figures[f5].amount")
    QTest.qWait(50)
    page = page_of(window)
    places = page.pages.places("figures[f5].amount")
    drawn = next(d for each in page.pages for d in each.body.drawings)
    assert any(rect.top() > drawn.y and rect.height() > 40 for _, rect in places)
