"""Rows of the grids: pasted, begun, moved, removed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
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

__all__ = ["desk"]


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
        for measure, value in (("export", "1.0"), ("import", "2.0"), ("total", "3.0" if at < 332 else "3.9")):
            figures.append(Figure(f"{measure[0]}{at}", measure, period=span, amount=million(value)))
    made = desk(dossier=replace(SEED, figures=tuple(figures)))
    assert len(made.texts()) == 334
    made.grid.focus_path("figures[t333].amount")
    type_text("3.0")
    press(Qt.Key.Key_Return)
    assert made.texts()[333][TOTAL] == "3.0"
    assert made.view.rowHeight(333) < made.view.rowHeight(332)
