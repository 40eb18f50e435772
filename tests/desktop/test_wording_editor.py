"""An open paragraph as a person types in it: values as one step, lines, looks, clipboard, undo, Enter and Escape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.desktop.wording_desk import CONTROL, SAMPLE, SHIFT, TRADE, Desk, desk, values, words

from briefing.desktop.parts.button import Button
from briefing.desktop.wording.values import ValueChoice

pytestmark = pytest.mark.layout
__all__ = ["desk"]


def test_double_click_opens_the_paragraph_with_the_caret_where_it_was(desk: Desk) -> None:
    pages = desk.page.pages
    editor = desk.open("trade between")
    assert editor.hasFocus()
    assert words(editor) == desk.find("trade between").text
    assert desk.page.pages is pages, "not a word moves"
    QTest.keyClicks(editor, "Now ")
    assert words(editor).startswith("Now In 2022, trade")


def test_enter_keeps_the_words_as_one_step_of_undo(desk: Desk) -> None:
    before = desk.window.session.dossier
    editor = desk.open("trade between")
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(editor, " A record.")
    QTest.qWait(600)  # so long that the words are kept meanwhile
    QTest.keyClicks(editor, " Again.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not desk.is_open
    assert desk.find("trade between").text.endswith(" A record. Again.")
    assert desk.window.session.undo_label == "Wording"
    desk.undo()
    assert desk.window.session.dossier == before
    assert not desk.find("trade between").text.endswith("Again.")


def test_escape_leaves_the_words_as_they_were(desk: Desk) -> None:
    before, texts = desk.window.session.dossier, desk.texts
    editor = desk.open("trade between")
    QTest.keyClicks(editor, "Nonsense ")
    QTest.qWait(600)
    assert desk.window.session.dossier is not before, "kept, were the program to stop now"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not desk.is_open
    assert desk.window.session.dossier is before
    assert desk.texts == texts


def test_a_value_is_one_step_gone_with_one_backspace_and_back_with_one_undo(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    assert values(editor)[0] == "In 2022"
    QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClicks(editor, " (a good year)")
    assert words(editor).startswith("In 2022 (a good year), trade")
    assert values(editor)[0] == "In 2022", "what is typed beside a value is no part of it"
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert words(editor).startswith(" (a good year), trade")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert values(editor)[0] == "In 2022"


def test_undo_of_the_window_belongs_to_the_open_paragraph(desk: Desk) -> None:
    desk.view.focus_path("meeting.city")
    city = desk.window.focusWidget()
    assert city is not None
    QTest.keyClicks(city, "X")
    editor = desk.open(TRADE)
    before = words(editor)
    QTest.keyClicks(editor, "abc")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert words(editor) == before
    QTest.keyClicks(editor, "abc")
    desk.view.undo()
    assert words(editor) == before
    desk.view.redo()
    assert words(editor) != before
    assert "X" in desk.window.session.dossier.meeting.city


def test_the_page_and_the_words_stand_where_they_stood(desk: Desk) -> None:
    desk.spot(TRADE)
    before = desk.page.viewport().grab().toImage()
    desk.view.by_hand.open(desk.find(TRADE).id)
    editor = desk.editor
    editor.hide()
    after = desk.page.viewport().grab().toImage()
    height = min(before.height(), after.height())  # the bar is higher by a little
    assert before.copy(0, 0, before.width(), height) == after.copy(0, 0, before.width(), height)


def test_bold_and_italic_by_their_keys(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(editor, " bold")
    QTest.keyClick(editor, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_I, CONTROL)
    QTest.keyClicks(editor, " italic")
    QTest.keyClick(editor, Qt.Key.Key_Return, modifier=SHIFT)
    spans = {span.text.strip(): (span.bold, span.italic) for span in desk.find(TRADE).spans}
    assert spans["bold"] == (True, False)
    assert spans["italic"] == (False, True)


def test_paste_is_plain_text_of_one_line_and_copy_gives_text(desk: Desk) -> None:
    board = QGuiApplication.clipboard()
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_C, CONTROL)
    assert board.text() == desk.find(TRADE).text
    board.setText("one\ntwo\x00\tthree")
    QTest.keyClick(editor, Qt.Key.Key_V, CONTROL)
    assert words(editor) == "one two\N{SYMBOL FOR NULL} three"
    board.clear()


def test_what_is_cut_and_pasted_here_keeps_its_values(desk: Desk) -> None:
    editor = desk.open(TRADE)
    before = values(editor)
    QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_X, CONTROL)
    assert not editor.spans()
    QTest.keyClick(editor, Qt.Key.Key_V, CONTROL)
    assert values(editor) == before
    QGuiApplication.clipboard().clear()


def test_letters_of_an_input_method_are_shown_before_they_are_taken(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    QApplication.sendEvent(editor, QInputMethodEvent("ka", []))
    assert words(editor).startswith("kaIn 2022")
    taken = QInputMethodEvent("", [])
    taken.setCommitString("か")
    QApplication.sendEvent(editor, taken)
    assert words(editor).startswith("かIn 2022")


def test_arrows_go_by_the_lines_of_the_page(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    start = editor.caret_room()[1]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    below = editor.caret_room()[1]
    assert below.y() > start.y()
    assert abs(below.x() - start.x()) < 2
    QTest.keyClick(editor, Qt.Key.Key_End)
    assert editor.caret_room()[1].y() == pytest.approx(below.y())
    assert editor.caret_room()[1].x() > below.x() + 100
    QTest.keyClick(editor, Qt.Key.Key_Up, SHIFT)
    assert editor.textCursor().hasSelection()


def test_tab_leads_to_the_bar_and_escape_back(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    done = desk.window.focusWidget()
    assert isinstance(done, Button)
    assert done.text() == "Done"
    QTest.keyClick(done, Qt.Key.Key_Escape)
    assert editor.hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClick(done, Qt.Key.Key_Space)
    assert not done.isVisible()
    assert not desk.is_open


def test_a_value_is_searched_and_put_in(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(editor, " So said ")
    desk.press("Insert value")
    choice = desk.window.findChild(ValueChoice)
    assert choice is not None
    search = choice.findChild(QLineEdit)
    assert search is not None
    assert search.hasFocus()
    assert desk.is_open
    QTest.keyClicks(search, "name vassil")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert editor.hasFocus()
    assert words(editor).endswith(" So said Roman Vassilenko")
    assert values(editor)[-1] == "Roman Vassilenko"


def test_a_paragraph_of_prose_is_opened_as_words(desk: Desk) -> None:
    editor = desk.open("Both sides stressed")
    assert values(editor) == []
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert desk.marked("Both sides stressed") == "", "opened and closed is not reworded"


LINKED = {
    "press-release/en": {
        "placed": [
            {"id": "abc", "after": "", "role": "body", "pieces": [
                {"text": "See "}, {"text": "our pages", "link": "https://a.example"},
            ]},
        ]
    }
}  # fmt: skip


def test_a_link_stays_one_and_what_is_typed_behind_it_is_no_part_of_it(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "linked.json"
    file.write_text(json.dumps(json.loads(SAMPLE.read_text("utf-8")) | {"wording": LINKED}), "utf-8")
    desk.window.work.open_as_new(file)
    desk.window.view.choose_type("press-release")
    editor = desk.open("See our pages")
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(editor, " today")
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    for _ in "See our":
        QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClicks(editor, " own")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    said = [(span.text, span.link) for span in desk.find("See our own pages").spans]
    assert said == [("See ", ""), ("our own pages", "https://a.example"), (" today", "")]


def test_the_caret_is_in_view_however_large_the_page_is(desk: Desk) -> None:
    editor = desk.open("trade between")

    def sees_the_caret() -> bool:
        caret = desk.page.viewport_rect(*editor.caret_room())
        return desk.page.viewport().rect().contains(caret.toAlignedRect())

    desk.page.set_zoom(3.0)
    QApplication.processEvents()
    assert sees_the_caret()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(editor, key)
        assert sees_the_caret(), key
    assert desk.page.horizontalScrollBar().value() > 0
