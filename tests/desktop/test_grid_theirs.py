"""The other country's statistics beside ours: rows below ours whose columns are the same flows of goods."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot
from tests.desktop.windows import focused, open_window, type_text

from briefing.desktop.tokens import LIGHT
from briefing.desktop.window import Window
from briefing.dossier.edits import set_value
from briefing.dossier.figures import Figure

PERIOD, EXPORT, IMPORT, TOTAL, GROWTH = range(5)


class Table:
    """The trade table of a window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def view(self) -> QTableView:
        return self.window.findChildren(QTableView)[0]

    def texts(self) -> list[list[str]]:
        model = self.view.model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [[str(model.index(row, column).data()) for column in columns] for row in rows]

    def said(self, row: int, column: int) -> str:
        return str(self.view.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    def go(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.view.model().index(row, column))

    def fill(self, row: int, *texts: str) -> None:
        """Type into the cells of a row, from Export on."""
        self.go(row, EXPORT)
        for text in texts:
            type_text(text)
            QTest.keyClick(focused(), Qt.Key.Key_Tab)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    QApplication.processEvents()
    return made


@pytest.fixture
def table(window: Window) -> Table:
    by_search("their statistics")
    return Table(window)


def by_search(words: str) -> None:
    QTest.keySequence(focused(), QKeySequence("Ctrl+K"))
    type_text(words)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()


def theirs(window: Window) -> list[Figure]:
    return [each for each in window.session.dossier.figures if each.reporter == "SE"]


def test_a_row_of_theirs_stands_below_each_of_ours_until_it_is_put_away(table: Table) -> None:
    before = table.window.session.dossier
    assert [row[PERIOD] for row in table.texts()] == ["2022", "2022", "Jan–Sep 2023", "Jan–Sep 2023"]
    assert table.said(1, EXPORT).startswith("2022, Sweden’s figures, Export: empty")
    assert "Sweden’s" not in table.said(0, EXPORT)
    by_search("their statistics")
    assert len(table.texts()) == 2
    assert table.window.session.dossier is before


def test_what_is_typed_below_our_export_is_their_import_from_us(table: Table) -> None:
    table.fill(1, "90.5", "240.2")
    found = theirs(table.window)
    assert [(each.measure, each.partner, each.amount.value) for each in found] == [
        ("import", "KZ", "90.5"),
        ("export", "KZ", "240.2"),
    ]
    assert table.texts()[1][EXPORT:GROWTH] == ["90.5", "240.2", ""]
    assert "330.7 follows" in table.said(1, TOTAL)
    by_search("their statistics")
    assert [row[PERIOD] for row in table.texts()] == ["2022", "2022", "Jan–Sep 2023"]
    table.window.view.form.focus_path(f"figures[{found[0].id}].amount")
    at = table.view.currentIndex()
    assert (at.row(), at.column()) == (1, EXPORT)


def test_why_they_differ_stands_ready_once(table: Table) -> None:
    assert not any("seldom equal" in table.said(row, PERIOD) for row in range(4))
    table.fill(1, "90.5")
    table.fill(3, "45.0")
    assert ["seldom equal" in table.said(row, PERIOD) for row in range(4)] == [False, True, False, False]
    table.go(1, PERIOD)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    words = QGuiApplication.clipboard().text()
    assert words.startswith("The figures of Kazakhstan and Sweden differ because imports are valued with freight")
    QGuiApplication.clipboard().clear()


def test_their_period_is_ours(table: Table) -> None:
    table.fill(1, "90.5")
    table.go(1, PERIOD)
    type_text("2021")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert "Change it there" in table.said(1, PERIOD)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    table.go(0, PERIOD)
    type_text("2020")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [row[PERIOD] for row in table.texts()][:2] == ["2020", "2020"]
    assert theirs(table.window)[0].period.start == "2020-01-01"


def test_their_label_is_grey_in_the_first_cell(table: Table) -> None:
    QApplication.processEvents()
    image = table.view.viewport().grab().toImage()
    rect = table.view.visualRect(table.view.model().index(1, PERIOD))
    ratio = image.devicePixelRatio()
    colours = {
        image.pixelColor(int(x * ratio), int(y * ratio)).name().upper()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.top() + 30)
    }
    assert QColor(LIGHT.text2).name().upper() in colours
    assert QColor(LIGHT.text).name().upper() not in colours


def test_without_the_two_countries_it_is_said_what_is_missing(window: Window) -> None:
    window.session.edit(lambda dossier: set_value(dossier, "trade.partner", ""), "x")
    by_search("their statistics")
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Say first whose statistics these are, and trade with whom." in shown
