"""Rows of the grids: pasted, begun, moved, removed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.desktop.grid_desk import (
    EXPORT,
    IMPORT,
    PERIOD,
    SEED,
    TOTAL,
    MakeDesk,
    desk,
    figure,
    million,
    press,
    type_text,
)

from briefing.dossier.figures import Figure, Period
from briefing.dossier.table import trade_rows

__all__ = ["desk"]


def test_a_block_is_copied_as_a_spreadsheet_takes_it(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=(replace(SEED.figures[0], amount=million("-1234.5")), *SEED.figures[1:])))
    made.go(0, PERIOD)
    press(Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2022\t-1234.5\nJan–Sep 2023\t47.5"


def test_a_pasted_block_fills_cells_and_adds_rows_in_one_step(desk: MakeDesk) -> None:
    made = desk()
    QGuiApplication.clipboard().setText("2023 9M\t48.0\t318.4\n2021\t80.1\t150,5\n2020\tfoo\t1 234,5\r\n")
    made.go(1, PERIOD)
    press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert made.texts() == [
        ["2022", "96.1", "229.8", "352.9", "grew"],
        ["Jan–Sep 2023", "48.0", "318.4", "365.8", ""],
        ["2021", "80.1", "150.5", "", ""],
        ["2020", "foo", "1\u00a0234.5", "", ""],
    ]
    assert "“foo” cannot be read here." in made.said(3, EXPORT)
    assert len(made.past) == 1
    assert [row.figure("import") is not None for row in trade_rows(made.dossier)] == [True] * 4


def test_headings_in_a_pasted_block_say_which_column_is_which(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=()))
    QGuiApplication.clipboard().setText("Period\tTotal\tExports\n2021\t10\t4\n")
    made.button("Add a period").setFocus()
    press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert made.texts() == [["2021", "4", "", "10", ""]]


def test_a_pasted_row_without_a_readable_period_loses_nothing(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=()))
    QGuiApplication.clipboard().setText("last year\t10\n\t20")
    QTest.mouseClick(made.button("or paste rows from a spreadsheet"), Qt.MouseButton.LeftButton)
    assert [row[:2] for row in made.texts()] == [["last year", "10"], ["", "20"]]
    assert "Please write the year." in made.said(0, PERIOD)
    assert "This row needs a period." in made.said(1, PERIOD)
    assert [each.amount.value for each in made.dossier.figures] == ["10"]


def test_a_period_is_added_by_keyboard_alone(desk: MakeDesk) -> None:
    made = desk()
    made.button("Add a period").setFocus()
    press(Qt.Key.Key_Return)
    type_text("H1 2024")
    press(Qt.Key.Key_Tab)
    assert made.texts()[2][PERIOD] == "H1 2024"
    assert made.past == []
    type_text("50")
    press(Qt.Key.Key_Tab)
    assert made.texts()[2] == ["H1 2024", "50", "", "", ""]
    assert made.at() == (2, IMPORT)
    assert made.dossier.figures[-1].period == Period("2024-01-01", "2024-06-30", basis="calendar")
    assert made.dossier.figures[-1].amount == million("50")


def test_a_begun_row_waits_for_its_period_and_goes_with_escape(desk: MakeDesk) -> None:
    made = desk()
    QTest.mouseClick(made.button("Add a period"), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Tab)
    type_text("50")
    press(Qt.Key.Key_Return)
    made.go(2, PERIOD)
    assert "This row needs a period." in made.said(2, PERIOD)
    type_text("2022")
    press(Qt.Key.Key_Tab)
    assert "There is already a row for 2022." in made.said(2, PERIOD)
    assert made.past == []
    made.go(2, EXPORT)
    press(Qt.Key.Key_Escape)
    assert len(made.texts()) == 2


def test_a_period_that_is_there_already_is_refused(desk: MakeDesk) -> None:
    made = desk()
    made.go(1, PERIOD)
    type_text("2022")
    press(Qt.Key.Key_Return)
    assert "There is already a row for 2022." in made.said(1, PERIOD)
    assert made.past == []
    made.go(1, PERIOD)
    type_text("10M 2023")
    press(Qt.Key.Key_Return)
    assert made.texts()[1][PERIOD] == "Jan–Oct 2023"
    assert {figure(made.dossier, each).period.end for each in ("f4", "f5", "f6")} == {"2023-10-31"}


def test_rows_are_moved_and_removed(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, TOTAL)
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [row[PERIOD] for row in made.texts()] == ["Jan–Sep 2023", "2022"]
    assert made.at() == (1, TOTAL)
    press(Qt.Key.Key_Delete, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [row[PERIOD] for row in made.texts()] == ["Jan–Sep 2023"]


def test_the_grid_holds_a_thousand_figures(desk: MakeDesk) -> None:
    figures = []
    for at in range(334):
        span = Period(f"{1700 + at}-01-01", f"{1700 + at}-12-31")
        for measure, value in (("export", "1.0"), ("import", "2.0"), ("total", "3.1")):
            figures.append(Figure(f"{measure[0]}{at}", measure, period=span, amount=million(value)))
    made = desk(dossier=replace(SEED, figures=tuple(figures)))
    assert len(made.texts()) == 334
    made.grid.focus_path("figures[t333].amount")
    type_text("3.0")
    press(Qt.Key.Key_Return)
    assert made.texts()[333][TOTAL] == "3.0"
    assert made.view.rowHeight(333) < made.view.rowHeight(332)
