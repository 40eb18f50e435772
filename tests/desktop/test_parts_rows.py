"""Rows that open, as a person goes through them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.desktop.look import Look, Scheme
from briefing.desktop.parts.button import Button
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.open_rows import OpenRows
from briefing.desktop.parts.row_head import HeadLine, RowHead
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import HAIR, Height

A, B, C = RowHead("a", "Engagement", "10 min"), RowHead("b", "Disarmament"), RowHead("c", "Dialogue", "", Sign.GAP, 2)
MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def rows(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenRows]:
    Look(qapp, Scheme.LIGHT)
    window = QWidget()
    window.resize(480, 600)
    qtbot.addWidget(window)
    made = OpenRows(content, add="Add a topic", remove="Remove topic")
    made.set_rows([A, B, C])
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    yield made
    window.close()


def content(key: str) -> QWidget:
    made = LineEdit()
    made.setObjectName(key)
    return made


def heads(rows: OpenRows) -> dict[str, HeadLine]:
    return {line.head().id: line for line in rows.findChildren(HeadLine) if line.isVisible()}


def visible(rows: OpenRows) -> list[str]:
    return [line.objectName() for line in rows.findChildren(LineEdit) if line.isVisible()]


def button(rows: OpenRows, words: str) -> Button:
    return next(b for b in rows.findChildren(Button) if b.text() == words and b.isVisible())


def focused() -> QWidget:
    """What the keyboard now goes to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()


def test_one_row_is_open_at_a_time(rows: OpenRows) -> None:
    told: list[str] = []
    rows.opened.connect(told.append)
    for key in ("a", "b", "b"):
        QTest.mouseClick(heads(rows)[key], Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    assert told == ["a", "b", ""]
    assert visible(rows) == []
    rows.open_row("c")
    assert visible(rows) == ["c"]
    assert heads(rows)["a"].height() == Height.LIST_ROW + HAIR


def test_content_is_made_once_and_lies_under_its_row(rows: OpenRows) -> None:
    rows.open_row("b")
    QApplication.processEvents()
    made = rows.findChildren(LineEdit)
    rows.open_row("a")
    rows.open_row("b")
    QApplication.processEvents()
    assert made[0] in rows.findChildren(LineEdit)
    top = made[0].mapTo(rows, QPoint(0, 0)).y()
    assert heads(rows)["b"].geometry().bottom() < top < heads(rows)["c"].y()


def test_the_keyboard_goes_through_opens_and_moves(rows: OpenRows, qtbot: QtBot) -> None:
    rows.focus_row("a")
    press(Qt.Key.Key_Down)
    assert heads(rows)["b"].hasFocus()
    press(Qt.Key.Key_Return)
    assert rows.open_id() == "b"
    with qtbot.waitSignal(rows.moved) as told:
        press(Qt.Key.Key_Down, MOVE)
    assert told.args == ["b", 2]
    rows.set_rows([A, C, B])
    assert rows.open_id() == "b"
    assert heads(rows)["b"].hasFocus()
    with qtbot.assertNotEmitted(rows.moved):
        press(Qt.Key.Key_Down, MOVE)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert not heads(rows)["b"].hasFocus()


def test_the_grip_drags_a_row(rows: OpenRows, qtbot: QtBot) -> None:
    line = heads(rows)["a"]
    end = QPoint(8, heads(rows)["c"].geometry().center().y() - line.y() + 10)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    QTest.mouseMove(line, QPoint(8, 30))
    QTest.mouseMove(line, end)
    with qtbot.waitSignal(rows.moved) as told:
        QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=end)
    assert told.args == ["a", 2]
    assert rows.open_id() == ""


def test_adding_and_removing_are_told(rows: OpenRows, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.added):
        QTest.mouseClick(button(rows, "Add a topic"), Qt.MouseButton.LeftButton)
    rows.open_row("a")
    QApplication.processEvents()
    with qtbot.waitSignal(rows.removed) as told:
        QTest.mouseClick(button(rows, "Remove topic"), Qt.MouseButton.LeftButton)
    assert told.args == ["a"]
    rows.set_rows([B, C])
    assert rows.open_id() == ""
    assert list(heads(rows)) == ["b", "c"]


def test_what_a_row_shows_is_renewed_in_place(rows: OpenRows) -> None:
    rows.open_row("a")
    before = heads(rows)["a"]
    rows.set_rows([RowHead("a", "Trade", "5 min", Sign.WRONG, 1), B, C])
    assert heads(rows)["a"] is before
    assert before.accessibleName() == "1. Trade, 5 min, cannot be true"
    assert visible(rows) == ["a"]
