"""Prose and lists as a person writes them: typed, marked, pasted, read back as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.parts_window import look, put, window

from briefing.desktop.parts.button import IconButton
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.list_edit import ListEdit
from briefing.desktop.parts.pasted import from_html, from_text
from briefing.desktop.parts.prose_edit import ProseEdit
from briefing.desktop.tokens import Height
from briefing.dossier.prose import parse, write

__all__ = ["look", "window"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def prose(window: QWidget, text: str = "") -> ProseEdit:
    made = ProseEdit()
    made.set_value(text)
    put(window, made)
    made.setFocus()
    made.moveCursor(QTextCursor.MoveOperation.End)
    return made


def paste(edit: ProseEdit | ListEdit, *, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    edit.paste()
    # A clipboard that still held an object of Python's when the process ends would bring it down.
    QApplication.clipboard().clear()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One paragraph.",
        "One.\n\nThree.",
        "- a\n- b\nText\n1. x\n2. y",
        "**bold** and *italic* and ***both***",
        r"2 \* 3 \\ 4",
        r"\- no item",
        r"\1. no item",
        "- **all bold**",
    ],
)
def test_what_is_set_is_read_back(window: QWidget, text: str) -> None:
    edit = ProseEdit()
    edit.set_value(text)
    assert edit.value() == text


@given(st.text(st.sampled_from("ab *\\-1. \n"), max_size=24))
def test_any_prose_comes_back_as_it_is_kept(qapp: QApplication, text: str) -> None:
    kept = write(parse(text))
    edit = ProseEdit()
    edit.set_value(kept)
    assert edit.value() == kept


def test_typed_marks_make_items_and_enter_in_an_empty_one_ends_them(window: QWidget, qtbot: QtBot) -> None:
    edit = prose(window)
    QTest.keyClicks(edit, "Aims\r- one\rtwo\r\rAfter\r1. x\ry")
    assert edit.value() == "Aims\n- one\n- two\nAfter\n1. x\n2. y"


def test_backspace_at_an_items_start_makes_it_a_paragraph(window: QWidget, qtbot: QtBot) -> None:
    edit = prose(window, "- one\n- two")
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.value() == "- one\ntwo"


def test_typed_stars_and_backslashes_mean_themselves(window: QWidget, qtbot: QtBot) -> None:
    edit = prose(window)
    QTest.keyClicks(edit, "a **b** \\ c")
    assert parse(edit.value())[0].text == "a **b** \\ c"
    assert not any(run.bold for run in parse(edit.value())[0].runs)


def test_bold_and_italic_by_keys(window: QWidget, qtbot: QtBot) -> None:
    edit = prose(window)
    told: list[str] = []
    edit.edited.connect(told.append)
    QTest.keyClicks(edit, "a ")
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(edit, "b")
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(edit, Qt.Key.Key_I, CONTROL)
    QTest.keyClicks(edit, " c")
    assert edit.value() == "a **b*** c*"
    assert told[-1] == edit.value()


def test_tools_show_only_while_focused_and_work_on_the_selection(window: QWidget, qtbot: QtBot) -> None:
    edit, other = ProseEdit(), LineEdit()
    edit.set_value("one\ntwo")
    field = Field("Points to make", edit)
    put(window, field, other)
    field.setFocus()
    other.setFocus()
    tools = edit.tools()
    before = edit.geometry()
    assert not tools.isVisible()
    edit.setFocus()
    assert tools.isVisible()
    assert edit.geometry() == before
    edit.selectAll()
    buttons = {button.accessibleName(): button for button in tools.findChildren(IconButton)}
    QTest.mouseClick(buttons["Bullets"], Qt.MouseButton.LeftButton)
    assert edit.hasFocus()
    assert edit.value() == "- one\n- two"
    QTest.mouseClick(buttons["Bold (Ctrl+B)"], Qt.MouseButton.LeftButton)
    assert edit.value() == "- **one**\n- **two**"
    QTest.mouseClick(buttons["Bullets"], Qt.MouseButton.LeftButton)
    assert edit.value() == "**one**\n**two**"


def test_tab_leaves_the_field(window: QWidget, qtbot: QtBot) -> None:
    edit, other = ProseEdit(), LineEdit()
    put(window, edit, other)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert edit.value() == ""


def test_it_grows_with_its_text_up_to_twelve_lines(window: QWidget, qtbot: QtBot) -> None:
    edit = prose(window)
    assert edit.height() == Height.PROSE
    QTest.keyClicks(edit, "a\rb\rc")
    QApplication.processEvents()
    three = edit.height()
    assert three > Height.PROSE
    edit.set_value("\n".join("abcdefghijklmnopqrstuvwxyz"), even_focused=True)
    QApplication.processEvents()
    assert three < edit.height() < 5 * three
    assert edit.verticalScrollBar().isVisible()


def test_it_is_not_written_into_while_focused(window: QWidget, qtbot: QtBot) -> None:
    edit, other = ProseEdit(), LineEdit()
    put(window, edit, other)
    edit.setFocus()
    QTest.keyClicks(edit, "mine")
    edit.set_value("theirs")
    assert edit.value() == "mine"
    other.setFocus()
    assert edit.value() == "theirs"


def test_equal_values_leave_the_caret_alone(window: QWidget, qtbot: QtBot) -> None:
    edit = prose(window, "Stockholm")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.set_value("Stockholm", even_focused=True)
    QTest.keyClicks(edit, "x")
    assert edit.value() == "xStockholm"


def test_a_web_page_is_pasted_as_prose(window: QWidget) -> None:
    edit = prose(window)
    paste(
        edit,
        html="<h2>Head</h2><p style='color:red'>A <b>b</b> <i>c</i></p>"
        "<ul><li>x<li>y</ul><ol><li>z</ol><script>no</script>",
        text="plain",
    )
    assert edit.value() == "**Head**\nA **b** *c*\n- x\n- y\n1. z"


def test_word_lists_are_items() -> None:
    html = (
        "<p class=MsoNormal><b>Text<o:p></o:p></b></p>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>One</p>"
        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>First</p>"
    )
    assert write(from_html(html)) == "**Text**\n- One\n1. First"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one", "one"),
        ("one\r\n\r\ntwo", "one\ntwo"),
        ("• one\n• two", "- one\n- two"),
        ("1. one\n2) two", "1. one\n2. two"),
        ("3. Oktober\nmore", "\\3. Oktober\nmore"),
        ("a*b\nc", "a\\*b\nc"),
        ("soft\x0bbreak", "soft\nbreak"),
    ],
)
def test_plain_text_is_read_as_prose(text: str, expected: str) -> None:
    assert write(from_text(text)) == expected


def test_a_word_pasted_into_a_sentence_stays_in_it(window: QWidget) -> None:
    edit = prose(window, "to  with")
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    paste(edit, html="<span style='font-size:40pt'>Sweden</span>", text="Sweden")
    assert edit.value() == "to Sweden with"


def test_a_list_is_rows(window: QWidget, qtbot: QtBot) -> None:
    edit = ListEdit("One to a row")
    told: list[list[str]] = []
    edit.edited.connect(told.append)
    edit.set_value(["one", "two"])
    assert told == []
    put(window, edit)
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(edit, "\r\r- three *")
    assert edit.value() == ["one", "two", "- three *"]
    assert told[-1] == edit.value()


def test_rows_are_joined_and_emptied(window: QWidget, qtbot: QtBot) -> None:
    edit = ListEdit()
    edit.set_value(["one", "two"])
    put(window, edit)
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.value() == ["onetwo"]
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.value() == []
    QTest.keyClicks(edit, "again")
    assert edit.value() == ["again"]


def test_many_lines_pasted_are_many_rows(window: QWidget) -> None:
    edit = ListEdit()
    put(window, edit)
    edit.setFocus()
    paste(edit, text="• one\n• two\n\nthree")
    assert edit.value() == ["one", "two", "three"]
