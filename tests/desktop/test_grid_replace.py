"""Replacing a period in the window: asked for, moved with all that speaks of it, and what is still old is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView
from pytestqt.qtbot import QtBot
from tests.desktop.windows import button, click, focused, open_window, type_text

from briefing.desktop.form.bound import path_of
from briefing.desktop.window import Window
from briefing.dossier.edits import set_value
from briefing.dossier.entry import show_period
from briefing.dossier.replacing import still_old
from briefing.dossier.table import trade_rows
from briefing.dossier.table_edits import move_row


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    QApplication.processEvents()
    made.view.go_to_section("trade")
    QApplication.processEvents()
    return made


def press(keys: str) -> None:
    QTest.keySequence(focused(), QKeySequence(keys))
    QApplication.processEvents()


def replace_by_search(new: str = "") -> None:
    press("Ctrl+K")
    type_text("replace a period")
    press("Return")
    if new:
        press("Ctrl+A")
        type_text(new)
    press("Return")


def table(window: Window) -> list[list[str]]:
    model = window.findChildren(QTableView)[0].model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def said(window: Window, row: int, column: int) -> str:
    model = window.findChildren(QTableView)[0].model()
    return str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def in_sight(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def periods(window: Window) -> list[str]:
    return [show_period(each.period, short=True) for each in window.session.dossier.figures]


def test_nine_months_become_ten(window: Window) -> None:
    window.view.form.focus_path("figures[f5].amount")
    replace_by_search()
    assert "Jan–Sep 2023" not in periods(window)
    assert periods(window).count("Jan–Oct 2023") == 3
    assert [row[0] for row in table(window)] == ["2022", "Jan–Oct 2023", "Jan–Oct 2022"]
    assert "Still of Jan–Sep 2023: export, import and total." in said(window, 1, 2)
    assert "growth to Jan–Oct 2023 can be told" in said(window, 2, 0)
    assert "Jan–Sep 2023 is now Jan–Oct 2023. 3 numbers are still the old ones." in in_sight(window)
    press("Ctrl+Z")
    assert periods(window).count("Jan–Sep 2023") == 3
    assert still_old(window.session.dossier) == ()


def test_a_number_typed_anew_is_old_no_more(window: Window) -> None:
    replace_by_search("10M 2023")
    dossier = window.session.dossier
    export = next(each for each in still_old(dossier) if each.measure == "export")
    window.view.form.focus_path(f"figures[{export.id}].amount")
    type_text(export.amount.value)  # the same number, typed
    press("Return")
    assert len(still_old(window.session.dossier)) == 2
    assert "Still of Jan–Sep 2023: import and total." in said(window, 1, 2)
    press("Up")
    press("Alt+Return")
    assert still_old(window.session.dossier) == ()
    assert "Still" not in said(window, 1, 2)


def test_last_years_row_is_filled_where_it_was_begun(window: Window) -> None:
    replace_by_search()
    view = window.findChildren(QTableView)[0]
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 1))
    type_text("80")
    press("Tab")
    assert periods(window).count("Jan–Oct 2022") == 1
    assert "can be told" not in said(window, 2, 0)


def test_a_period_that_is_there_or_is_none_is_refused_in_its_place(window: Window) -> None:
    replace_by_search("2022")
    assert "There are figures of 2022 already." in in_sight(window)
    press("Ctrl+A")
    type_text("31 February")
    press("Return")
    assert any("add the year" in words for words in in_sight(window))
    press("Escape")
    assert "Jan–Sep 2023" in periods(window)


def test_texts_that_name_the_old_period_are_listed_and_lead_there(window: Window) -> None:
    window.session.edit(
        lambda dossier: set_value(dossier, "background.facts", "Trade grew in January–September 2023."), "x"
    )
    replace_by_search()
    line = "Country facts still names January–September 2023."
    assert line in in_sight(window)
    click(window, "Go there")
    QApplication.processEvents()
    assert path_of(focused()) == "background.facts"
    window.view.go_to_section("trade")
    click(window, "Understood")
    assert line not in in_sight(window)


def test_the_menu_in_the_head_asks_too(window: Window) -> None:
    click(window, "More for the table")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Replace a period…").trigger()
    menu.close()
    QApplication.processEvents()
    assert button(window, "Replace").isVisible()
    press("Escape")


def test_nothing_is_asked_where_nothing_may_change(window: Window) -> None:
    dossier = window.session.dossier
    window.session.replace(dossier, None, read_only="Read only: saved by a newer version of Briefing.")
    window.view.open()
    window.view.do_in_table("replace")
    assert "Replace a period" not in in_sight(window)


def test_the_periods_are_sorted_from_the_menu_as_one_step(window: Window) -> None:
    before = window.session.dossier
    rows = [row.key for row in trade_rows(before)]
    window.session.edit(lambda dossier: move_row(dossier, rows[-1], 0), "Move")
    window.view.do_in_table("sort")
    assert [row.key for row in trade_rows(window.session.dossier)] == rows
    assert window.session.undo_label == "Sort the periods"
    window.view.do_in_table("sort")
    QApplication.processEvents()
    assert "The periods are in their order: the oldest first." in in_sight(window)
