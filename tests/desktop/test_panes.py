"""Room: nothing is cut in a small window or with large text, and Tab goes round in a sensible order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import button, focused, open_window

from briefing.desktop.form.bound import path_of
from briefing.desktop.form.sections import SECTIONS
from briefing.desktop.look import Look
from briefing.desktop.tokens import Height
from briefing.desktop.window import Window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    qapp.processEvents()
    made.view.focus_path("meeting.kind")
    return made


@pytest.fixture
def large(qapp: QApplication, window: Window) -> Iterator[Window]:
    """The window with text of twice the size, and afterwards as it was."""
    look = Look(qapp)
    look.set_text_scale(2.0)
    yield window
    look.set_text_scale(1.0)


def cut(form: QScrollArea) -> list[str]:
    """What of the form's controls reaches beyond its pane."""
    return [
        f"{path_of(each)} {type(each).__name__} ends at {each.mapTo(form, each.rect().topRight()).x()}"
        for each in form.findChildren(QWidget)
        if each.isVisible() and isinstance(each, QLineEdit | QTextEdit | QComboBox | QAbstractButton)
        if each.mapTo(form, each.rect().topRight()).x() > form.width()
    ]


@pytest.mark.parametrize("size", [(720, 600), (1024, 700), (1366, 768), (1440, 900)])
def test_no_control_is_cut_in_any_section(window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    for section in SECTIONS:
        window.view.form.show_section(section.key)
        QApplication.processEvents()
        assert window.width() == size[0]
        assert not cut(window.view.form), section.key


def test_a_small_window_shows_form_and_page_in_turn(window: Window) -> None:
    window.resize(720, 600)
    QApplication.processEvents()
    view = window.view
    assert (view.form.isVisible(), view.page_pane.isVisible()) == (True, False)
    QTest.keySequence(focused(), QKeySequence("F9"))
    assert (view.form.isVisible(), view.page_pane.isVisible()) == (False, True)
    view.page_view.value_clicked.emit(("meeting.city",), -1)
    QApplication.processEvents()
    assert (view.form.isVisible(), view.page_pane.isVisible()) == (True, False)
    assert path_of(focused()) == "meeting.city"
    window.resize(1440, 900)
    QApplication.processEvents()
    assert (view.form.isVisible(), view.page_pane.isVisible()) == (True, True)


def test_twice_the_text_cuts_nothing_and_folds_the_header(large: Window) -> None:
    window = large
    window.resize(1440, 900)
    for section in SECTIONS[:3]:
        window.view.form.show_section(section.key)
        QApplication.processEvents()
        assert not cut(window.view.form), section.key
    header = window.view.header
    save = button(header, "Save as Word")
    assert save.width() >= save.sizeHint().width()
    assert header.height() < 2 * 2 * Height.HEADER


def test_tab_goes_from_the_form_to_the_page_its_bar_the_header_and_the_rail(window: Window) -> None:
    panes = {"form": window.view.form, "page": window.view.page_pane, "header": window.view.header}
    panes["rail"] = window.view.rail
    seen: list[str] = []
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen += [name for name, pane in panes.items() if pane.isAncestorOf(focused()) and seen[-1:] != [name]]
    assert seen[:5] == ["form", "page", "header", "rail", "form"]


def test_shift_tab_goes_back_the_same_way(window: Window) -> None:
    forth = [path_of(focused()) or focused().accessibleName()]
    for _ in range(30):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        forth.append(path_of(focused()) or focused().accessibleName())
    back = [forth[-1]]
    for _ in range(30):
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
        back.append(path_of(focused()) or focused().accessibleName())
    assert back == forth[::-1]


def test_everything_that_takes_the_focus_has_a_name_for_screen_readers(window: Window) -> None:
    for section in SECTIONS:
        window.view.form.show_section(section.key)
        QApplication.processEvents()
        nameless = [
            f"{section.key}: {type(each).__name__} at {path_of(each)}"
            for each in window.view.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
            if not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
        ]
        assert not nameless
