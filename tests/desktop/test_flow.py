"""Where the keyboard is while the form is filled: going to sections, adding and removing rows, undoing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import button, click, focused, open_window, press, type_text

from briefing.desktop.form.bound import path_of
from briefing.desktop.form.sections import SECTIONS
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


def in_sight(window: Window) -> bool:
    """Whether what has the focus is in sight in the form."""
    QTest.qWait(20)
    here = focused()
    return window.view.form.viewport().rect().contains(here.mapTo(window.view.form.viewport(), here.rect().center()))


def test_record_begins_with_the_line_of_its_first_row(opened: Window) -> None:
    press("Ctrl+8")
    assert opened.view.form.key == "record"
    assert focused().accessibleName() == "1. Bilateral relations, We raise"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert path_of(focused()) == "topics[t1].we_said"


def test_a_section_without_rows_begins_with_what_adds_one(window: Window) -> None:
    press("Ctrl+N")
    QTest.qWait(150)
    press("Ctrl+8")
    assert focused() is button(window.view.form, "Add a topic")
    press("Ctrl+7")
    assert focused() is button(window.view.form, "Add an entry")


def test_the_focus_is_in_the_form_in_every_section(opened: Window) -> None:
    for section in SECTIONS:
        opened.view.go_to_section(section.key)
        assert opened.view.form.isAncestorOf(focused()), section.key
        assert in_sight(opened), section.key


@pytest.mark.parametrize(("keys", "far", "first"), [
    ("Ctrl+1", "meeting.interpretation", "meeting.kind"),
    ("Ctrl+2", "sides[s2].people[p3].represents", "sides[s1].country"),
    ("Ctrl+5", "figures[f6].amount", "trade.reporter"),
])  # fmt: skip
def test_the_keys_of_a_section_lead_to_its_first_field_from_inside_it(
    opened: Window, keys: str, far: str, first: str
) -> None:
    opened.view.focus_path(far)
    assert in_sight(opened)
    press(keys)
    assert path_of(focused()) == first
    assert in_sight(opened)


def test_the_keys_of_a_section_bring_the_form_back(opened: Window) -> None:
    press("F9")
    press("F9")
    assert not opened.view.form.isVisible()
    press("Ctrl+4")
    assert opened.view.form.isVisible()
    assert focused().accessibleName().startswith("1. Bilateral relations")


@pytest.mark.parametrize("path", ["sides[s1].country", "topics[t2].statements[x4].text"])
def test_fields_that_were_just_made_have_the_focus_at_once(opened: Window, path: str) -> None:
    opened.view.focus_path(path)
    assert path_of(QApplication.focusWidget()) == path, "keys that follow at once must not go elsewhere"


def test_undo_of_an_added_row_leaves_the_focus_in_the_form(opened: Window) -> None:
    before = opened.session.dossier
    press("Ctrl+Shift+T")
    assert path_of(focused()).endswith("].area")
    press("Ctrl+Z")
    assert opened.session.dossier is before
    assert focused().accessibleName().startswith("3. Interfaith dialogue"), "the row that is nearest now"
    press("Ctrl+Y")
    assert opened.session.dossier is not before
    assert opened.view.form.isAncestorOf(focused())


def test_undo_of_an_added_side_leaves_the_focus_in_the_form(opened: Window) -> None:
    opened.view.add_row("side")
    type_text("Norway")
    for _ in range(2):
        press("Ctrl+Z")
    assert len(opened.session.dossier.sides) == 2
    assert path_of(focused()) == "sides[s2].country"


def test_a_removed_row_hands_the_focus_to_the_one_in_its_place(opened: Window) -> None:
    opened.view.focus_path("topics[t2].area")
    remove = button(opened.view.form, "Remove topic")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Return)
    assert focused().accessibleName().startswith("2. Interfaith dialogue")
    for _ in range(2):
        opened.view.focus_path(f"topics[{opened.session.dossier.topics[-1].id}].area")
        remove = button(opened.view.form, "Remove topic")
        remove.setFocus()
        QTest.keyClick(remove, Qt.Key.Key_Return)
    assert focused() is button(opened.view.form, "Add a topic")


def test_removed_public_words_hand_the_focus_to_their_neighbours(opened: Window) -> None:
    opened.view.focus_path("topics[t2].statements[x4].text")
    assert path_of(focused()) == "topics[t2].statements[x4].text"
    remove = button(opened.view.form, "Remove these public words")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Return)
    assert focused() is button(opened.view.form, "Add public words")
    press("Ctrl+Z")
    assert opened.view.form.isAncestorOf(focused())
    click(opened.view.form, "Add public words")
    assert path_of(focused()).endswith("].text")


def test_a_topic_leads_to_its_public_words_and_back(opened: Window) -> None:
    opened.view.focus_path("topics[t2].our_answer")
    link = button(opened.view.form, "What may be said publicly is entered in Record")
    tab_to(link)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.view.rail.current() == "record"
    assert path_of(focused()) == "topics[t2].statements[x4].text"
    assert in_sight(opened)
    link = button(opened.view.form, "What was prepared is in Topics")
    tab_to(link)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.view.rail.current() == "topics"
    assert path_of(focused()) == "topics[t2].area"
    assert in_sight(opened)


def test_a_topic_without_public_words_leads_to_what_adds_them(opened: Window) -> None:
    press("Ctrl+Shift+T")
    click(opened.view.form, "What may be said publicly is entered in Record")
    assert focused() is button(opened.view.form, "Add public words")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    type_text("Both sides agreed.")
    assert opened.session.dossier.topics[-1].statements[0].text == "Both sides agreed."


def test_who_opens_the_seldom_fields_by_a_key_goes_on_in_the_first(opened: Window) -> None:
    opened.view.focus_path("topics[t1].our_answer")
    more = button(opened.view.form, "If pressed, background, contributor")
    click(opened.view.form, "If pressed, background, contributor")
    assert path_of(focused()) == "topics[t1].our_answer", "a click leaves the cursor where it was"
    click(opened.view.form, "If pressed, background, contributor")
    tab_to(more)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert path_of(focused()) == "topics[t1].if_pressed"
    tab_to(more)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is more, "closed again"


def tab_to(wanted: QWidget) -> None:
    for _ in range(20):
        if focused() is wanted:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes to it")


def country_of(window: Window) -> str:
    return window.session.dossier.sides[1].country


@pytest.fixture
def emptied(opened: Window) -> Window:
    """The other side's country in focus, with nothing in it."""
    opened.session.edit(lambda d: set_value(d, "sides[s2].country", ""), "Country")
    opened.view.focus_path("sides[s2].country")
    return opened


def type_and_leave(window: Window, text: str) -> None:
    """Type as a person does: each key goes to the list of matches while that is open."""
    for key in text:
        QTest.keyClicks(QApplication.activePopupWidget() or focused(), key)
    QTest.keyClick(QApplication.activePopupWidget() or focused(), Qt.Key.Key_Tab)
    give_back(window)


def give_back(window: Window) -> None:
    """Make the window the active one after a list of matches has closed, as a window manager does."""
    QTest.qWait(20)
    window.activateWindow()
    QApplication.processEvents()


def test_a_country_that_is_begun_is_taken_when_it_can_be_no_other(emptied: Window) -> None:
    box = focused()
    type_and_leave(emptied, "Kazak")
    assert country_of(emptied) == "KZ"
    assert focused() is not box, "nor does the list give the focus back, whenever a window manager comes to it"
    press("Ctrl+Z")
    assert country_of(emptied) == "Kazak", "undo gives back what was typed"
    emptied.view.focus_path("sides[s2].country")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert country_of(emptied) == "Kazak", "and it is not taken again"
    press("Ctrl+Z")
    assert country_of(emptied) == ""


@pytest.mark.parametrize(("text", "kept"), [
    ("Niger", "NE"),  # in full, though Nigeria begins so too
    ("UK", "UK"), ("uk", "uk"), ("ROC", "ROC"), ("roc", "roc"),  # abbreviations: neither Ukraine nor Morocco
    ("Guin", "Guin"),  # of several none
    ("Nordic Council", "Nordic Council"),
    ("Bosn", "BA"), ("emirates", "AE"),
])  # fmt: skip
def test_what_is_typed_for_a_country_is_kept(emptied: Window, text: str, kept: str) -> None:
    type_and_leave(emptied, text)
    assert country_of(emptied) == kept


def test_escape_holds_on_to_what_was_typed(emptied: Window) -> None:
    for key in "Kazak":
        QTest.keyClicks(QApplication.activePopupWidget() or focused(), key)
    QTest.keyClick(QApplication.activePopupWidget() or focused(), Qt.Key.Key_Escape)
    give_back(emptied)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert country_of(emptied) == "Kazak"


def test_words_of_ones_own_are_no_beginning(opened: Window) -> None:
    opened.view.focus_path("meeting.round")
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_and_leave(opened, "Fir")
    assert opened.session.dossier.meeting.round == "Fir"
