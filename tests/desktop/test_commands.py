"""What is reached by keys: search, the sheet of keys, about, names, document types, the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.windows import answering, button, click, focused, open_window, press, type_text

from briefing.desktop.form.bound import path_of
from briefing.desktop.window import Window
from briefing.dossier.edits import set_value


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_window(qtbot, qapp, tmp_path)


@pytest.fixture
def opened(window: Window) -> Window:
    window.open_sample()
    QApplication.processEvents()
    window.view.focus_path("meeting.city")
    return window


def words_in_sight(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("keys", ["F1", "Ctrl+/"])
def test_the_sheet_of_keys_names_every_key_of_the_menus(opened: Window, keys: str) -> None:
    press(keys)
    shown = words_in_sight(opened)
    assert "Keyboard shortcuts" in shown
    for key in ("Ctrl+K", "F6", "F9", "Ctrl+E", "Ctrl+Shift+T", "Ctrl+1", "Alt+Enter"):
        assert any(key in words.split(", ") for words in shown), key
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert "Keyboard shortcuts" not in words_in_sight(opened)


def test_about_names_versions_and_the_licence_of_qt(opened: Window) -> None:
    press("Ctrl+K")
    type_text("about")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    shown = " ".join(words_in_sight(opened))
    for words in ("Python 3.", "Qt 6.", "GNU Lesser General Public License"):
        assert words in shown
    assert button(opened, "Show the log").isVisible()


def test_no_key_means_two_commands(opened: Window) -> None:
    taken: dict[str, str] = {}
    for top in opened.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            for key in action.shortcuts():
                assert key.toString() not in taken, f"{key.toString()}: {action.text()} and {taken[key.toString()]}"
                taken[key.toString()] = action.text()
    assert len(taken) > 30


def test_a_dossier_is_named_in_the_header(opened: Window) -> None:
    name = next(label for label in opened.findChildren(QLabel) if label.text() == "Sweden, political consultations")
    QTest.mouseDClick(name, Qt.MouseButton.LeftButton)
    box = focused()
    assert isinstance(box, QLineEdit)
    assert box.placeholderText() == "Sweden, political consultations"
    type_text("Stockholm round")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.session.dossier.title == "Stockholm round"
    assert "Stockholm round" in words_in_sight(opened)
    assert opened.windowTitle().startswith("Stockholm round")
    opened.view.undo()
    assert "Sweden, political consultations" in words_in_sight(opened)


def test_document_type_and_language_are_reached_by_keys(opened: Window) -> None:
    press("Ctrl+Shift+D")
    menu = focused()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    pack = opened.view.preview.pack
    assert pack is not None
    assert pack.id == "press-release"
    press("Ctrl+Shift+L")
    assert isinstance(focused(), QMenu)


def test_the_way_back_asks_about_what_is_not_saved(opened: Window) -> None:
    QTest.keyClicks(focused(), "X")
    with answering("Discard") as asked:
        click(opened, "Start")
    assert len(asked) == 1
    assert opened.start.isVisible()
    assert opened.session.is_saved


def test_f6_goes_round_the_panes(opened: Window) -> None:
    seen = []
    for _ in range(3):
        press("F6")
        seen.append(focused().accessibleName())
    press("F6")
    assert len(set(seen)) == 3
    assert focused().accessibleName() == seen[0]


def test_the_first_field_has_the_focus_when_a_dossier_opens(window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) == "meeting.kind")
    window.session.replace(set_value(window.session.dossier, "meeting.kind", "visit"), None)
    window.open_sample()
    qtbot.waitUntil(lambda: path_of(QApplication.focusWidget()) == "meeting.kind")
