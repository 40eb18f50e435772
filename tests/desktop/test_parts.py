"""The parts as a person uses them: typed into, clicked, gone through by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.parts_window import click, focused, look, put, window

from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.combo import Combo, SearchCombo
from briefing.desktop.parts.date_edit import DateEdit
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.popover import Popover
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.parts.signs import Sign
from briefing.desktop.parts.states import State
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import LIGHT, Height

__all__ = ["look", "window"]

COUNTRIES = [("SE", "Sweden"), ("CH", "Switzerland"), ("KZ", "Kazakhstan"), ("DE", "Germany"), ("NO", "Norway")]


def leave_by_tab() -> None:
    """Tab, as the window system delivers it: to the list that dropped, where there is one."""
    QTest.keyClick(QApplication.activePopupWidget() or focused(), Qt.Key.Key_Tab)


def middle_color(widget: QWidget) -> str:
    """The colour of the ground, near the right end of a field."""
    return widget.grab().toImage().pixelColor(widget.width() - 30, widget.height() // 2).name().upper()


def test_a_line_tells_what_is_typed_and_not_what_is_set(window: QWidget, qtbot: QtBot) -> None:
    line = LineEdit()
    told: list[str] = []
    line.edited.connect(told.append)
    line.set_value("Oslo")
    assert told == []
    put(window, line)
    line.setFocus()
    line.end(False)
    QTest.keyClicks(line, "!")
    assert told == ["Oslo!"]


def test_a_line_in_focus_is_not_written_into_until_it_is_left(window: QWidget, qtbot: QtBot) -> None:
    line, other = LineEdit(), LineEdit()
    put(window, line, other)
    line.setFocus()
    QTest.keyClicks(line, "Stock")
    line.set_value("Stockholm")
    assert line.value() == "Stock"
    other.setFocus()
    assert line.value() == "Stockholm"


def test_what_is_typed_after_a_late_value_stays(window: QWidget, qtbot: QtBot) -> None:
    line, other = LineEdit(), LineEdit()
    put(window, line, other)
    line.setFocus()
    line.set_value("late")
    QTest.keyClicks(line, "mine")
    other.setFocus()
    assert line.value() == "mine"


def test_undo_may_write_into_the_line_in_focus_and_keeps_the_caret(window: QWidget, qtbot: QtBot) -> None:
    line = LineEdit()
    line.set_value("Stockholm")
    put(window, line)
    line.setFocus()
    line.setCursorPosition(5)
    line.set_value("Stockholm", even_focused=True)
    assert line.cursorPosition() == 5
    line.set_value("Stock", even_focused=True)
    assert line.value() == "Stock"


@pytest.mark.parametrize("editor", [LineEdit, lambda: SearchCombo(COUNTRIES)], ids=["line", "combo"])
def test_undo_goes_to_the_window(window: QWidget, qtbot: QtBot, editor: type[QWidget]) -> None:
    box = editor()
    undo = QAction(window, shortcut=QKeySequence(QKeySequence.StandardKey.Undo))
    window.addAction(undo)
    put(window, box)
    box.setFocus()
    QTest.keyClicks(box, "Nor")
    with qtbot.waitSignal(undo.triggered):
        QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Undo))


@pytest.mark.parametrize(
    ("state", "ground"), [("rest", "fill"), ("gap", "look_soft"), ("look", "look_soft"), ("wrong", "wrong_soft")]
)
def test_a_state_shows_and_moves_nothing(window: QWidget, state: State, ground: str, qtbot: QtBot) -> None:
    line = LineEdit()
    field = Field("City", line)
    put(window, field, LineEdit())
    before = line.geometry()
    field.set_state(state)
    QApplication.processEvents()
    assert line.geometry() == before
    assert middle_color(line) == getattr(LIGHT, ground)
    line.setFocus()
    assert line.geometry() == before
    assert middle_color(line) == LIGHT.form


def test_a_findings_mending_is_told_by_its_key(window: QWidget, qtbot: QtBot) -> None:
    field = Field("Total", LineEdit())
    put(window, field)
    field.set_findings([Finding(Sign.WRONG, "96.1 + 229.8 makes 325.9.", "Use 325.9", "sum")])
    QApplication.processEvents()
    link = next(button for button in field.findChildren(Button) if button.text() == "Use 325.9")
    with qtbot.waitSignal(field.mended) as told:
        click(link)
    assert told.args == ["sum"]
    assert "325.9" in field.control().accessibleDescription()
    field.set_findings([])
    QApplication.processEvents()
    assert not [button for button in field.findChildren(Button) if button.isVisible()]


def test_a_long_finding_wraps_and_pushes_only_below(window: QWidget, qtbot: QtBot) -> None:
    field, below = Field("Total", LineEdit()), LineEdit()
    put(window, field, below)
    top = field.control().geometry()
    field.set_findings([Finding(Sign.NOTE, "A sentence that goes on. " * 12, "Mend", "x")])
    qtbot.waitUntil(lambda: field.height() > 120)
    assert field.control().geometry() == top


def test_a_field_names_its_control_to_a_screen_reader(window: QWidget) -> None:
    field = Field("City", LineEdit(), help_text="As in the invitation.")
    assert field.control().accessibleName() == "City"
    assert field.control().accessibleDescription() == "As in the invitation."


def test_segments_are_chosen_by_mouse_and_arrows(window: QWidget, qtbot: QtBot) -> None:
    segmented = Segmented([("i", "In person"), ("v", "Video"), ("p", "Phone")])
    put(window, segmented)
    told: list[str] = []
    segmented.chosen.connect(told.append)
    assert segmented.value() == ""
    segmented.set_value("i")
    assert told == []
    click(segmented.findChildren(QRadioButton)[1])
    segmented.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert told == ["v", "p"]
    assert segmented.value() == "p"
    segmented.set_value("no such key")
    assert segmented.value() == ""


def test_a_combo_tells_a_choice_by_keyboard_and_ignores_the_wheel(window: QWidget, qtbot: QtBot) -> None:
    combo = Combo(COUNTRIES, "Choose")
    put(window, combo)
    assert combo.value() == ""
    combo.set_value("KZ")
    told: list[str] = []
    combo.chosen.connect(told.append)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert told == ["DE"]
    QTest.wheelEvent(combo.windowHandle() or window.windowHandle(), combo.geometry().center(), QPoint(0, -120))
    assert combo.value() == "DE"


def test_a_choice_is_found_by_its_words_blanks_and_all(window: QWidget, qtbot: QtBot) -> None:
    kinds = [("a", "Joint commission"), ("b", "Joint committee"), ("c", "Visit")]
    combo, other = Combo(kinds), LineEdit()
    put(window, combo, other)
    combo.setFocus()
    QTest.keyClicks(combo, "joint committ")
    assert QApplication.activePopupWidget() is None
    assert combo.value() == "b"


def test_tab_takes_what_is_lit_in_the_list_and_goes_on(window: QWidget, qtbot: QtBot) -> None:
    combo, other = Combo(COUNTRIES), LineEdit()
    put(window, combo, other)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Space)
    assert QApplication.activePopupWidget() is not None, "a blank alone drops the list"
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    lit = combo.view().currentIndex().data()
    QTest.keyClick(combo.view(), Qt.Key.Key_Tab)
    assert QApplication.activePopupWidget() is None
    assert combo.currentText() == lit
    assert focused() is other


@pytest.mark.parametrize("keys", [Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_Z])
def test_a_text_box_leaves_keys_of_commands_to_the_window(window: QWidget, keys: Qt.Key) -> None:
    """On X11 Ctrl+E moves the caret to the end of a line: no box may claim the key of Save as Word for that."""
    line = LineEdit()
    put(window, line)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        pressed = QKeyEvent(kind, keys, Qt.KeyboardModifier.ControlModifier)
        assert UndoPass(line).eventFilter(line, pressed)
        assert not pressed.isAccepted()


def test_new_choices_keep_the_choice_made(window: QWidget) -> None:
    combo = Combo(COUNTRIES)
    combo.set_value("KZ")
    combo.set_choices(list(reversed(COUNTRIES)))
    assert combo.value() == "KZ"
    combo.set_choices(COUNTRIES[:2])
    assert combo.value() == ""


def test_a_country_is_found_by_typing(window: QWidget, qtbot: QtBot) -> None:
    combo, other = SearchCombo(COUNTRIES), LineEdit()
    put(window, combo, other)
    told: list[str] = []
    combo.chosen.connect(told.append)
    combo.setFocus()
    QTest.keyClicks(combo, "norway")
    leave_by_tab()
    assert told == ["NO"]
    assert combo.currentText() == "Norway"
    combo.setFocus()
    QTest.keySequence(combo, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keyClicks(combo, "Nowhere")
    leave_by_tab()
    assert other.hasFocus()
    assert combo.currentText() == "Norway"
    assert told == ["NO"]


def test_words_longer_than_the_room_show_their_start(qtbot: QtBot) -> None:
    combo = SearchCombo(COUNTRIES, free=True)
    qtbot.addWidget(combo)
    combo.resize(120, combo.height())
    combo.set_value("The Ministry for Foreign Affairs and International Cooperation")
    line = combo.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0


def test_words_that_were_typed_show_their_start_once_they_are_left(qtbot: QtBot) -> None:
    combo, other = SearchCombo(COUNTRIES, free=True), LineEdit()
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(combo)
    column.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    line = combo.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "Xanadu and its neighbours in the far and the near East")
    assert line.cursorPosition() > 40
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.cursorPosition() == 0


def test_a_free_combo_takes_words_of_ones_own(window: QWidget) -> None:
    combo, other = SearchCombo(COUNTRIES, free=True), LineEdit()
    put(window, combo, other)
    told: list[str] = []
    combo.typed.connect(told.append)
    combo.setFocus()
    QTest.keyClicks(combo, "No one")
    assert told == ["N", "No", "No o", "No on", "No one"]  # as it is typed, whatever list of matches is open
    leave_by_tab()
    assert combo.currentText() == "No one"
    assert len(told) == 5


def test_a_date_is_typed_or_picked(window: QWidget, qtbot: QtBot) -> None:
    day = DateEdit()
    put(window, day)
    day.set_date(date(2023, 11, 22))
    day.setFocus()
    with qtbot.waitSignal(day.edited) as typed:
        QTest.keyClicks(day.line(), "2")
    assert typed.args == ["2"]
    QTest.keyClick(day.line(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.findChild(Popover) is not None
    with qtbot.waitSignal(day.picked) as picked:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert picked.args == [date(2023, 11, 22)]


def test_a_click_on_a_button_leaves_the_focus_in_the_field(window: QWidget, qtbot: QtBot) -> None:
    line, button = LineEdit(), Button("Save as Word", Kind.MAIN)
    put(window, line, button)
    line.setFocus()
    with qtbot.waitSignal(button.clicked):
        click(button)
    assert line.hasFocus()
    assert button.height() == Height.CONTROL
