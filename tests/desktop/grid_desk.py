"""A window with one grid of figures, and the hands of the person before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.checks.all import check
from briefing.desktop.colours import palette_of
from briefing.desktop.form.grid import FigureGrid
from briefing.desktop.form.grid_rows import Edit
from briefing.desktop.form.grids import TradeGrid
from briefing.desktop.tokens import LIGHT
from briefing.dossier.figures import Amount, Change, Figure, Period
from briefing.dossier.model import EMPTY, Dossier, Trade

Y2022 = Period("2022-01-01", "2022-12-31", basis="calendar")
NINE = Period("2023-01-01", "2023-09-30", basis="calendar")
PERIOD, EXPORT, IMPORT, TOTAL, GROWTH = range(5)


def million(value: str) -> Amount:
    return Amount(value, "million", "USD", "exact")


SEED = replace(
    EMPTY,
    trade=Trade("KZ", "SE", "USD", "million"),
    figures=(
        Figure("f1", "export", period=Y2022, amount=million("96.1")),
        Figure("f2", "import", period=Y2022, amount=million("229.8")),
        Figure("f3", "total", period=Y2022, amount=million("352.9"), change=Change(direction="grew")),
        Figure("f4", "export", period=NINE, amount=million("47.5")),
        Figure("f5", "import", period=NINE, amount=million("318.4")),
        Figure("f6", "total", period=NINE, amount=million("365.8")),
        Figure(
            "f7", "fdi_cumulative", period=Period("2005-01-01"), amount=Amount("600", "million", "USD", "more_than")
        ),
        Figure(
            "f8", "companies", period=Period("2023-11-22", "2023-11-22"), amount=Amount("40", "unit", "", "more_than")
        ),
    ),
)


#: What makes a grid from what it tells its edits to.
Kind = Callable[[Edit], FigureGrid]


class Desk(QWidget):
    """A window with one grid, which keeps the dossiers that its edits made, as a session does."""

    def __init__(self, kind: Kind, dossier: Dossier) -> None:
        super().__init__()
        self.past: list[Dossier] = []
        self.dossier = dossier
        self.undone = 0
        self.grid: FigureGrid = kind(self.edit)
        column = QVBoxLayout(self)
        column.addWidget(self.grid)
        undo = QAction("Undo", self)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        undo.triggered.connect(self.undo)
        self.addAction(undo)
        self.grid.show_findings(check(dossier))
        self.grid.show_dossier(dossier)
        self.paths: list[str] = []
        self.grid.path_focused.connect(self.paths.append)

    def edit(self, change: Callable[[Dossier], Dossier], label: str) -> None:
        assert label == "Trade"
        after = change(self.dossier)
        if after is not self.dossier:
            self.past.append(self.dossier)
            self.become(after)

    def undo(self) -> None:
        self.undone += 1
        if self.past:
            self.become(self.past.pop())

    def become(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.grid.show_dossier(dossier)
        self.grid.show_findings(check(dossier))

    @property
    def view(self) -> QTableView:
        view = self.grid.findChild(QTableView)
        assert view is not None
        return view

    @property
    def editor(self) -> QLineEdit | None:
        return next((each for each in self.view.findChildren(QLineEdit) if each.isVisible()), None)

    def button(self, words: str) -> QPushButton:
        return next(button for button in self.grid.findChildren(QPushButton) if button.text() == words)

    def texts(self) -> list[list[str]]:
        model = self.view.model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        return [[str(model.index(row, column).data()) for column in columns] for row in rows]

    def said(self, row: int, column: int) -> str:
        return str(self.view.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    def at(self) -> tuple[int, int]:
        index = self.view.currentIndex()
        return index.row(), index.column()

    def go(self, row: int, column: int) -> None:
        """Click into a cell."""
        rect = self.view.visualRect(self.view.model().index(row, column))
        middle = rect.topLeft() + QPoint(rect.width() // 2, 18)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def open_menu(self) -> QMenu:
        """The menu of the cell that the cursor is in, as the menu key opens it."""
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), self.mapToGlobal(QPoint()))
        QApplication.sendEvent(self.view, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, words: str) -> None:
        """Choose in the menu of the cell."""
        menu = self.open_menu()
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()
        QApplication.processEvents()

    def wake(self) -> None:
        """Be the active window again after a menu closed, which the offscreen platform leaves undone."""
        QApplication.processEvents()
        self.activateWindow()
        assert QTest.qWaitForWindowActive(self)

    def choices(self) -> list[str]:
        """The answers that have dropped from a cell, the one that is lit in brackets."""
        found = next((each for each in self.findChildren(QListView) if each.isVisible()), None)
        if found is None:
            return []
        model, lit = found.model(), found.currentIndex().row()
        words = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        return [f"[{each}]" if row == lit else each for row, each in enumerate(words)]

    def click_choice(self, words: str) -> None:
        found = next(each for each in self.findChildren(QListView) if each.isVisible())
        model = found.model()
        row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == words)
        QTest.mouseClick(
            found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualRect(model.index(row, 0)).center()
        )
        QApplication.processEvents()

    def click_link(self, nth: int) -> None:
        """Click on a link under a row, found as a person does: by the hand that the pointer becomes over it."""
        port = self.view.viewport()
        y = 4
        while y < port.height():
            hand = seen = False
            if y - self.view.rowViewportPosition(self.view.rowAt(y)) < 30:  # still the cells, whose ticks are no links
                y += 4
                continue
            for x in range(4, port.width(), 2):
                QTest.mouseMove(port, QPoint(x, y))
                was, hand = hand, port.cursor().shape() == Qt.CursorShape.PointingHandCursor
                seen = seen or hand
                nth -= hand and not was
                if hand and nth < 0:
                    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
                    return
            y += 18 if seen else 4  # past this line of links
        raise AssertionError("there are not so many links")


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, modifier)
        QApplication.processEvents()


def type_text(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def figure(dossier: Dossier, figure_id: str) -> Figure:
    return next(each for each in dossier.figures if each.id == figure_id)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    def make(kind: Kind = TradeGrid, dossier: Dossier = SEED) -> Desk:
        made = Desk(kind, dossier)
        made.setPalette(palette_of(LIGHT))
        made.resize(520, 400)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    yield make
    QGuiApplication.clipboard().clear()


MakeDesk = Callable[..., Desk]
