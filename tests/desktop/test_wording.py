"""Wording by hand as a person does it: what is kept, moved, left out, inserted, and what happens when facts change."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.desktop.wording_desk import CONTROL, MOVING, TRADE, Desk, desk, shown_menu, take, words

from briefing.desktop.tokens import PAPER
from briefing.desktop.wording.changed import ChangedChoice
from briefing.dossier import files
from briefing.dossier.edits import set_value

pytestmark = pytest.mark.layout
__all__ = ["desk"]


def test_f2_opens_the_paragraph_of_the_field_in_focus(desk: Desk) -> None:
    desk.view.focus_path("figures[f1].amount")
    assert desk.view.by_hand.rewrite()
    assert "trade" in words(desk.editor)


def test_values_stay_live_in_the_persons_words(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    QTest.keyClicks(editor, "As is known, ")
    QTest.keyClick(editor, Qt.Key.Key_Enter)
    session = desk.window.session
    session.edit(lambda d: set_value(d, "figures[f2].amount.value", "777.7"), "figure")
    assert "777.7\N{NO-BREAK SPACE}million" in desk.find("As is known").text
    assert desk.marked("As is known") == "yours"


def test_going_elsewhere_is_done_and_so_is_saving(desk: Desk, tmp_path: Path) -> None:
    editor = desk.open(TRADE)
    QTest.keyClicks(editor, "Now ")
    QTest.keyClick(editor, Qt.Key.Key_F9, CONTROL)  # whatever a key with Ctrl does: the words are in the dossier
    desk.window.session.path = tmp_path / "a.json"
    desk.window.work.save()
    assert "Now " in files.read(tmp_path / "a.json").wording
    desk.view.focus_path("meeting.city")
    assert not desk.is_open
    assert "Now In 2022" in desk.find(TRADE).text


def test_escape_leaves_nothing_to_redo_and_what_could_be_redone(desk: Desk) -> None:
    session = desk.window.session
    desk.view.focus_path("meeting.venue")
    venue = desk.window.focusWidget()
    assert venue is not None
    QTest.keyClicks(venue, "Palace")
    desk.undo()
    assert session.redo_label == "Venue"
    editor = desk.open(TRADE)
    QTest.keyClicks(editor, "Nonsense ")
    QTest.qWait(600)  # so long that the words are kept meanwhile
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert (session.undo_label, session.redo_label) == ("", "Venue")
    desk.view.redo()
    assert session.dossier.meeting.venue == "Palace"
    assert not any("Nonsense" in text for text in desk.texts)


def test_words_given_up_can_be_taken_back_while_that_is_said(desk: Desk) -> None:
    session = desk.window.session
    editor = desk.open(TRADE)
    QTest.keyClicks(editor, "Indeed ")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    toast = desk.view.toast
    assert toast.isVisible()
    (link,) = (each for each in toast.findChildren(QAbstractButton) if each.text() == "Take them back")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert any("Indeed " in text for text in desk.texts)
    desk.undo()
    assert not any("Indeed " in text for text in desk.texts)
    assert session.redo_label


def test_nothing_is_said_where_nothing_was_typed(desk: Desk) -> None:
    QTest.keyClick(desk.open(TRADE), Qt.Key.Key_Escape)
    assert not desk.view.toast.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_after_rewriting_the_keyboard_goes_on_from_the_paragraph(desk: Desk, key: Qt.Key) -> None:
    desk.choose(TRADE)
    QTest.keyClick(desk.page, Qt.Key.Key_F2)
    QTest.keyClick(desk.editor, key)
    assert desk.window.focusWidget() is desk.page
    QTest.keyClick(desk.page, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(desk.page, Qt.Key.Key_F2)
    assert TRADE in words(desk.editor)


def test_a_new_paragraph_that_is_cancelled_leaves_nothing_to_redo(desk: Desk) -> None:
    session, before = desk.window.session, desk.window.session.dossier
    take(desk.menu(TRADE), "Insert a paragraph after")
    QTest.keyClicks(desk.editor, "Dinner.")
    QTest.qWait(600)
    QTest.keyClick(desk.editor, Qt.Key.Key_Escape)
    assert session.dossier is before
    assert (session.undo_label, session.redo_label) == ("", "")


def test_as_composed_and_leave_out_and_restore(desk: Desk) -> None:
    composed = desk.find(TRADE).text
    editor = desk.open(TRADE)
    QTest.keyClicks(editor, "Now ")
    desk.press("Done")
    desk.open(TRADE)
    desk.press("As composed")
    assert desk.find(TRADE).text == composed
    desk.open(TRADE)
    desk.press("Leave out")
    assert composed not in desk.texts
    document = desk.view.preview.document
    assert document is not None
    assert len(document.left_out) == 1
    desk.click_rule()
    take(shown_menu(), "Restore “In 2022, trade between Kazakhstan")
    assert composed in desk.texts
    desk.undo()
    assert composed not in desk.texts


def test_a_paragraph_of_ones_own_before_and_after(desk: Desk) -> None:
    before = desk.texts
    take(desk.menu(TRADE), "Insert a paragraph after")
    QTest.keyClicks(desk.editor, "Both agreed to meet for dinner.")
    QTest.keyClick(desk.editor, Qt.Key.Key_Return)
    at = next(i for i, text in enumerate(desk.texts) if TRADE in text)
    assert desk.texts[at + 1] == "Both agreed to meet for dinner."
    assert desk.marked("dinner") == "inserted"
    take(desk.menu(TRADE), "Insert a paragraph before")
    QTest.keyClick(desk.editor, Qt.Key.Key_Return)
    assert len(desk.texts) == len(before) + 1, "nothing was typed, nothing is left"
    desk.undo()
    assert desk.texts == before


def test_paragraphs_are_chosen_moved_and_left_out_by_keys(desk: Desk) -> None:
    before = desk.texts
    desk.choose(TRADE)
    QTest.keyClick(desk.page, Qt.Key.Key_Up, MOVING)
    at = next(i for i, text in enumerate(desk.texts) if TRADE in text)
    assert desk.texts[at + 1] == before[at]
    QTest.keyClick(desk.page, Qt.Key.Key_Down, MOVING)
    assert desk.texts == before
    QTest.keyClick(desk.page, Qt.Key.Key_F2)
    assert TRADE in words(desk.editor)
    QTest.keyClick(desk.editor, Qt.Key.Key_Escape)
    desk.choose(TRADE)
    QTest.keyClick(desk.page, Qt.Key.Key_Delete)
    assert not any(TRADE in text for text in desk.texts)


def test_a_paragraph_moved_back_was_never_moved(desk: Desk) -> None:
    before = desk.window.session.dossier
    assert not has_bars(desk)
    desk.choose(TRADE)
    QTest.keyClick(desk.page, Qt.Key.Key_Up, MOVING)
    assert desk.marked(TRADE) == "moved"
    assert has_bars(desk)
    desk.choose(TRADE)
    QTest.keyClick(desk.page, Qt.Key.Key_Down, MOVING)
    assert desk.marked(TRADE) == ""
    assert not has_bars(desk)
    assert desk.window.session.dossier == before, "nor does the file say so"
    desk.undo()
    assert desk.marked(TRADE) == "moved"


def has_bars(desk: Desk) -> bool:
    """Whether there is a bar in the margin beside the page in view, with no paragraph chosen."""
    left = desk.spot(TRADE).x() - 8
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    image, color = desk.page.viewport().grab().toImage(), QColor(PAPER.lit_line)
    return any(image.pixelColor(x, y) == color for x in range(left) for y in range(image.height()))


def test_a_heading_takes_its_section_along(desk: Desk) -> None:
    desk.view.choose_type("briefing-note")
    before = desk.texts
    names = ("Bilateral relations: ", "Nuclear disarmament: ", "Interfaith dialogue: ")
    first, second, after = (next(i for i, text in enumerate(before) if text.startswith(name)) for name in names)
    desk.choose("Nuclear disarmament: ")
    QTest.keyClick(desk.page, Qt.Key.Key_Up, MOVING)
    assert desk.texts == [*before[:first], *before[second:after], *before[first:second], *before[after:]]
    QTest.keyClick(desk.page, Qt.Key.Key_Up, MOVING)
    assert desk.texts[first] == before[second], "it stays in the section around it"
    desk.undo()
    assert desk.texts == before


def test_nothing_is_left_out_that_was_not_chosen(desk: Desk) -> None:
    before = desk.texts
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton, pos=desk.spot(TRADE))
    desk.page.setFocus()
    QTest.keyClick(desk.page, Qt.Key.Key_Delete)
    assert desk.texts == before


def test_the_chosen_paragraph_has_a_ring(desk: Desk) -> None:
    desk.choose(TRADE)
    image = desk.page.viewport().grab().toImage()
    ring, middle = QColor(PAPER.ring), image.width() // 2
    assert any(image.pixelColor(middle, y) == ring for y in range(image.height()))


@pytest.fixture
def changed(desk: Desk) -> Desk:
    """A paragraph in the person's words under which growth became decline, its choices open."""
    editor = desk.open(TRADE)
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    QTest.keyClicks(editor, "Trade keeps growing: ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.window.session.edit(lambda d: set_value(d, "figures[f3].change.direction", "fell"), "growth")
    assert desk.marked(TRADE) == "changed"
    spot = desk.spot(TRADE) - QPoint(round(14 * desk.page.scale), 0)
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.window.findChild(ChangedChoice) is not None
    return desk


def test_facts_changed_keep_mine(changed: Desk) -> None:
    changed.press("Keep mine")
    assert changed.find(TRADE).text.startswith("Trade keeps growing: ")
    assert changed.marked(TRADE) == "yours"
    changed.undo()
    assert changed.marked(TRADE) == "changed"


def test_facts_changed_use_composed(changed: Desk) -> None:
    changed.press("Use composed")
    assert changed.find(TRADE).text.startswith("In 2022, trade")
    assert changed.marked(TRADE) == ""


def test_facts_changed_edit_mine(changed: Desk) -> None:
    changed.press("Edit mine")
    assert words(changed.editor).startswith("Trade keeps growing: ")


def test_another_document_type_closes_the_paragraph(desk: Desk) -> None:
    editor = desk.open(TRADE)
    QTest.keyClicks(editor, "Now ")
    desk.view.choose_type("briefing-note")
    assert not desk.is_open
    desk.view.choose_type("press-release")
    assert desk.find(TRADE).text.startswith("Now ")


def test_menu_leads_to_the_field(desk: Desk) -> None:
    take(desk.menu("hold political consultations"), "Go to")
    assert desk.view.form.key == "people"
