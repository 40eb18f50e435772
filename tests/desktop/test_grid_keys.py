"""Keys of the grids: rows begun without leaving the cells, measures found by typing, cells filled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.desktop.grid_desk import (
    EXPORT,
    GROWTH,
    IMPORT,
    PERIOD,
    SEED,
    TOTAL,
    MakeDesk,
    desk,
    figure,
    focused,
    million,
    press,
    type_text,
)

from briefing.desktop.form.grids import InvestmentGrid
from briefing.dossier.figures import Amount

__all__ = ["desk"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_typing_finds_a_measure_and_enter_takes_what_is_lit(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(0, 0)
    type_text("g")
    assert made.choices()[0] == "[Grants]"
    press(Qt.Key.Key_Return)
    assert made.choices() == []
    assert figure(made.dossier, "f7").measure == "grants"
    assert made.texts()[0] == ["Grants", "more than 600", "since 2005"]
    assert made.at() == (0, 1)


def test_any_word_of_a_measure_finds_it_and_arrows_choose(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(0, 0)
    type_text("stock")
    assert made.choices() == [
        "[Direct investment (stock)]",
        "Direct investment abroad (stock)",
        "“stock”, as a name of its own",
    ]
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert figure(made.dossier, "f7").measure == "fdi_outward_stock"


def test_enter_over_the_open_list_changes_nothing_by_itself(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(0, 0)
    press(Qt.Key.Key_Return)
    assert "[Direct investment (cumulative)]" in made.choices()
    press(Qt.Key.Key_Return)
    assert made.dossier is SEED
    made.go(1, 0)
    type_text("per")
    press(Qt.Key.Key_Escape)
    assert made.choices() == []
    assert made.dossier is SEED


def test_a_measure_may_have_a_name_of_its_own(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(0, 0)
    type_text("Students")
    assert made.choices() == ["[“Students”, as a name of its own]"]
    press(Qt.Key.Key_Tab)
    assert figure(made.dossier, "f7").measure == "other:Students"
    assert made.texts()[0][0] == "Students"


def test_a_name_may_begin_like_a_measure(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(0, 0)
    type_text("Trade")
    press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert figure(made.dossier, "f7").measure == "other:Trade"


def test_a_measure_is_chosen_by_the_mouse(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    QTest.mouseClick(made.button("Add a figure"), Qt.MouseButton.LeftButton)
    made.click_choice("Persons")
    assert made.at() == (2, 1)
    type_text("about 300")
    press(Qt.Key.Key_Tab)
    type_text("2023")
    press(Qt.Key.Key_Return)
    assert made.texts()[2] == ["Persons", "about 300", "2023"]
    assert made.dossier.figures[-1].amount == Amount("300", "unit", "", "about")


def test_tab_behind_the_last_cell_begins_a_row_while_one_types(desk: MakeDesk) -> None:
    made = desk()
    made.go(1, GROWTH)
    type_text("5")
    press(Qt.Key.Key_Tab)
    assert made.at() == (2, PERIOD)
    for text in ("2024", "1", "2", "3", "4"):
        type_text(text)
        press(Qt.Key.Key_Tab)
    assert made.texts()[2] == ["2024", "1", "2", "3", "+4\u00a0%"]
    assert made.at() == (3, PERIOD)


def test_a_row_left_without_a_word_is_gone(desk: MakeDesk) -> None:
    made = desk()
    made.go(1, GROWTH)
    type_text("5")
    press(Qt.Key.Key_Tab)
    assert len(made.texts()) == 3
    made.go(0, EXPORT)
    press(Qt.Key.Key_Right)
    assert len(made.texts()) == 2


@pytest.mark.parametrize("key", ["Insert", "Ctrl+Enter", "Ctrl+Enter in a cell"])
def test_a_key_begins_a_row_from_anywhere(desk: MakeDesk, key: str) -> None:
    made = desk()
    made.go(0, EXPORT)
    if key == "Insert":
        press(Qt.Key.Key_Insert)
    elif key == "Ctrl+Enter":
        press(Qt.Key.Key_Return, modifier=CTRL)
    else:
        type_text("97")
        press(Qt.Key.Key_Return, modifier=CTRL)
        assert figure(made.dossier, "f1").amount == million("97")
    assert made.at() == (2, PERIOD)
    assert isinstance(focused(), QLineEdit)


def test_a_table_without_rows_is_no_stop_for_tab(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=SEED.figures[:1]))
    first = QLineEdit(made)
    QLineEdit.setTabOrder(first, made.grid)
    made.go(0, PERIOD)
    press(Qt.Key.Key_Delete, modifier=CTRL)
    assert made.texts() == []
    assert focused() is made.button("Add a period")
    made.grid.setFocus()
    assert focused() is made.button("Add a period")


def test_cells_are_filled_down_in_one_step(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, PERIOD)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=SHIFT)
    press(Qt.Key.Key_D, modifier=CTRL)
    assert [row[:3] for row in made.texts()] == [["2022", "96.1", "229.8"], ["Jan–Sep 2023", "96.1", "229.8"]]
    assert len(made.past) == 1


def test_one_cell_is_filled_from_the_cell_above(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(1, 2)
    press(Qt.Key.Key_D, modifier=CTRL)
    assert made.texts()[1] == ["Companies", "more than 40", "since 2005"]
    made.go(0, 2)
    press(Qt.Key.Key_D, modifier=CTRL)
    assert len(made.past) == 1


def test_what_is_typed_fills_the_selection(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    press(Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=SHIFT)
    type_text("7.5")
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert [[row[EXPORT], row[IMPORT], row[TOTAL]] for row in made.texts()] == [
        ["7.5", "7.5", "352.9"],
        ["7.5", "7.5", "365.8"],
    ]
    assert len(made.past) == 1


def test_a_figure_without_a_period_says_which_cell_is_missing_and_opens_it(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid)
    made.go(1, 2)
    press(Qt.Key.Key_Delete)
    assert "no period" in made.said(1, 2)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    type_text("2023")
    press(Qt.Key.Key_Return)
    assert made.texts()[1] == ["Companies", "more than 40", "2023"]
