"""A window for parts to stand in, and what a person does to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.desktop.look import Look, Scheme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(qapp, Scheme.LIGHT)
    yield made
    made.set_scheme(Scheme.LIGHT)


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(500, 400)
    qtbot.addWidget(made)
    return made


def put(window: QWidget, *widgets: QWidget) -> None:
    """Show the window with these in it, none of them having the keyboard."""
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    if window.focusWidget():
        window.focusWidget().clearFocus()


def focused() -> QWidget:
    """What the keyboard now goes to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
