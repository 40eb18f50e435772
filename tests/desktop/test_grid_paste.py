"""Blocks copied and pasted in the grids: what is understood, what is asked, what has no place, in one step of undo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.desktop.grid_desk import (
    EXPORT,
    GROWTH,
    IMPORT,
    PERIOD,
    SEED,
    TOTAL,
    Desk,
    MakeDesk,
    desk,
    figure,
    million,
    press,
)

from briefing.desktop.form.grids import InvestmentGrid
from briefing.dossier.figures import Amount
from briefing.dossier.table import trade_rows

__all__ = ["desk"]
CTRL = Qt.KeyboardModifier.ControlModifier
EMPTY_TABLE = replace(SEED, figures=())


def paste_below(made: Desk, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    made.button("Add a period").setFocus()
    press(Qt.Key.Key_V, modifier=CTRL)


def in_sight(made: Desk) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible()]


def test_a_block_is_copied_as_a_spreadsheet_takes_it(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=(replace(SEED.figures[0], amount=million("-1234.5")), *SEED.figures[1:])))
    made.go(0, PERIOD)
    press(Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2022\t-1234.5\nJan–Sep 2023\t47.5"
    assert 'x:num="-1234.5"' in QGuiApplication.clipboard().mimeData().html()


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


def test_a_table_of_a_web_page_is_pasted_with_its_units(desk: MakeDesk) -> None:
    made = desk(dossier=EMPTY_TABLE)
    html = (
        "<table><tr><th>Year<th>Exports, thousand EUR<th>Imports<th>Share</tr>"
        "<tr><td>2021<td>1&nbsp;234,5<sup>1</sup><td>7<td>12</tr></table>"
    )
    paste_below(made, "what it looks like as text", html)
    assert made.texts() == [["2021", "1\u00a0234.5 thousand EUR", "7", "", ""]]
    assert made.dossier.figures[0].amount == Amount("1234.5", "thousand", "EUR", "exact")
    told = "There is no column here for “Share”. Marks of footnotes were left out: 1"
    assert told in in_sight(made)
    QTest.mouseClick(made.button("Understood"), Qt.MouseButton.LeftButton)
    assert told not in in_sight(made)


def test_rows_that_are_there_already_are_filled_and_asked_about(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=SEED.figures[:2]))
    paste_below(made, "2021\t1\t2\n2022\t97.0\t229.8\t325.9\n2023\t3\t4")
    assert [row[:4] for row in made.texts()] == [
        ["2022", "97.0", "229.8", "325.9"],
        ["2021", "1", "2", ""],
        ["2023", "3", "4", ""],
    ]
    assert "Here stands 96.1, and 97.0 was pasted." in made.said(0, EXPORT)
    assert figure(made.dossier, "f1").amount == million("96.1")
    made.go(0, EXPORT)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    assert figure(made.dossier, "f1").amount == million("97.0")
    assert "Here stands" not in made.said(0, EXPORT)


def test_one_answer_serves_all_cells_that_ask_for_their_mark(desk: MakeDesk) -> None:
    made = desk(dossier=EMPTY_TABLE)
    paste_below(made, "2021\t1,234\t2,345\n2022\t3,456\t1.234\nlast year\t\t4,567")
    assert made.said(0, EXPORT).count("can mean") == 1
    made.click_link(3)
    assert [row[:3] for row in made.texts()] == [
        ["2021", "1\u00a0234", "2\u00a0345"],
        ["2022", "3\u00a0456", "1\u00a0234"],
        ["last year", "", "4\u00a0567"],
    ]
    assert len(made.past) == 1


def test_a_comma_in_one_cell_tells_what_it_is_in_the_others(desk: MakeDesk) -> None:
    made = desk(dossier=EMPTY_TABLE)
    paste_below(made, "2021\t1,234\t96,1\t1.234,5")
    assert made.texts()[0][:4] == ["2021", "1.234", "96.1", "1\u00a0234.5"]


def test_a_number_that_could_not_be_settled_in_a_new_row_is_answered_there(desk: MakeDesk) -> None:
    made = desk(dossier=EMPTY_TABLE)
    paste_below(made, "2021\t1,234")
    assert not made.dossier.figures
    made.click_link(0)
    assert made.texts()[0][:2] == ["2021", "1.234"]
    assert made.dossier.figures[0].amount.value == "1.234"


def test_one_pasted_cell_fills_the_selection(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    QGuiApplication.clipboard().setText("5.5\r\n")
    press(Qt.Key.Key_V, modifier=CTRL)
    assert [row[1:3] for row in made.texts()] == [["5.5", "5.5"], ["5.5", "5.5"]]
    assert len(made.past) == 1


def test_what_is_copied_can_be_pasted_back_unchanged(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, PERIOD)
    press(Qt.Key.Key_A, modifier=CTRL)
    press(Qt.Key.Key_C, modifier=CTRL)
    press(Qt.Key.Key_V, modifier=CTRL)
    assert made.dossier is SEED
    press(Qt.Key.Key_X, modifier=CTRL)
    made.go(0, PERIOD)
    press(Qt.Key.Key_V, modifier=CTRL)
    assert [row[TOTAL] for row in made.texts()] == ["352.9", "365.8"]
    assert made.texts()[0][GROWTH] == "grew"
    assert made.texts()[1][IMPORT] == "318.4"


def test_figures_beside_the_table_are_pasted_too(desk: MakeDesk) -> None:
    made = desk(InvestmentGrid, replace(SEED, figures=()))
    QGuiApplication.clipboard().setText("Indicator\tDate\tValue\nCompanies\t2023\tabout 40\nStudents\t\t12")
    made.button("Add a figure").setFocus()
    press(Qt.Key.Key_V, modifier=CTRL)
    assert made.texts() == [["Companies", "about 40", "2023"], ["Students", "12", ""]]
    assert [each.measure for each in made.dossier.figures] == ["companies", "other:Students"]
