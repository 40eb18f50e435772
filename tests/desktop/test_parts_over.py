"""What stands over a window and what dresses it: popover, toast, icons, modes, sizes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.parts_window import click, focused, look, put, window

from briefing.desktop.colours import tokens_of
from briefing.desktop.icons import names, pixmap
from briefing.desktop.look import Look, Scheme
from briefing.desktop.parts.button import Button
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.popover import Popover
from briefing.desktop.parts.toast import Toast
from briefing.desktop.tokens import DARK, LIGHT, Height

__all__ = ["look", "window"]


def middle_color(widget: QWidget) -> str:
    """The colour of the ground, near the right end of a field."""
    return widget.grab().toImage().pixelColor(widget.width() - 30, widget.height() // 2).name().upper()


def test_a_popover_closes_by_escape_and_by_a_click_outside(window: QWidget, qtbot: QtBot) -> None:
    line, button = LineEdit(), Button("More")
    put(window, line, button)
    line.setFocus()
    closes: list[Callable[[], None]] = [lambda: QTest.keyClick(focused(), Qt.Key.Key_Escape), lambda: click(line)]
    for close in closes:
        content = LineEdit()
        popover = Popover(content, window)
        popover.open_under(button)
        assert content.hasFocus()
        with qtbot.waitSignal(popover.closed):
            close()
        assert line.hasFocus()


def test_tab_goes_round_in_a_popover(window: QWidget, qtbot: QtBot) -> None:
    button = Button("More")
    put(window, button)
    content = QWidget()
    first, second = LineEdit(), LineEdit()
    column = QVBoxLayout(content)
    column.addWidget(first)
    column.addWidget(second)
    Popover(content, window).open_under(button)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert first.hasFocus()


def test_a_toast_acts_and_goes(window: QWidget, qtbot: QtBot) -> None:
    put(window)
    toast = Toast(window)
    toast.say("Saved as note.docx", "Show in folder")
    assert toast.isVisible()
    assert toast.accessibleName() == "Saved as note.docx"
    with qtbot.waitSignals([toast.acted, toast.gone]):
        click(toast.findChildren(Button)[0])
    assert not toast.isVisible()


def test_every_icon_can_be_drawn(look: Look) -> None:
    assert len(names()) >= 40
    for name in names():
        drawn = pixmap(name, LIGHT.text, 16, 2.0).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(32) for y in range(32)), name


def test_a_change_of_mode_reaches_what_is_shown(window: QWidget, look: Look) -> None:
    line = LineEdit()
    put(window, line)
    assert tokens_of(line) == LIGHT
    look.set_scheme(Scheme.DARK)
    QApplication.processEvents()
    assert tokens_of(line) == DARK
    assert middle_color(line) == DARK.fill


def test_larger_text_makes_controls_grow(window: QWidget, look: Look) -> None:
    line, button = LineEdit(), Button("Save")
    put(window, line, button)
    look.set_text_scale(2.0)
    QApplication.processEvents()
    assert line.height() > Height.CONTROL
    assert button.height() > Height.CONTROL
    look.set_text_scale(1.0)
    QApplication.processEvents()
    assert line.height() == Height.CONTROL
