"""Totals and growth in grey beside what was typed: offered, taken by a key, a click or the menu, never kept unasked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from tests.desktop.grid_desk import (
    EXPORT,
    GROWTH,
    PERIOD,
    SEED,
    TOTAL,
    Y2022,
    Desk,
    MakeDesk,
    desk,
    figure,
    million,
    press,
    type_text,
)

from briefing.desktop.tokens import LIGHT
from briefing.dossier.figures import Figure, Period
from briefing.dossier.table import trade_rows

__all__ = ["desk"]
Y2021 = Period("2021-01-01", "2021-12-31", basis="calendar")
TWO_YEARS = replace(
    SEED,
    figures=(
        Figure("a1", "total", period=Y2021, amount=million("220.0")),
        Figure("b1", "export", period=Y2022, amount=million("96.1")),
        Figure("b2", "import", period=Y2022, amount=million("229.8")),
    ),
)


def room(made: Desk, row: int, column: int) -> QPoint:
    return made.view.visualRect(made.view.model().index(row, column)).topLeft()


def shown(made: Desk, row: int, column: int) -> set[str]:
    """The colours of a cell, which are many where something is written in it."""
    image = made.view.viewport().grab().toImage()
    rect = made.view.visualRect(made.view.model().index(row, column)).adjusted(2, 2, -2, -2)
    ratio = image.devicePixelRatio()
    points = [
        QPoint(x, y) * ratio for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.top() + 30)
    ]
    return {image.pixelColor(point).name() for point in points}


def test_what_follows_is_offered_and_not_kept(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    assert made.texts()[1][TOTAL:] == ["", ""]
    assert "empty, 325.9 follows. Computed from export and import" in made.said(1, TOTAL)
    assert "empty, +48.1\u00a0% follows" in made.said(1, GROWTH)
    assert "follows" not in made.said(0, GROWTH)
    assert QColor(LIGHT.text3).name() in shown(made, 1, TOTAL)
    assert made.dossier is TWO_YEARS


def test_a_key_takes_it(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    made.go(1, TOTAL)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    assert made.texts()[1][TOTAL] == "325.9"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    assert made.texts()[1][TOTAL:] == ["325.9", "+48.1\u00a0%"]
    total = trade_rows(made.dossier)[1].figure("total")
    assert total is not None
    assert (total.amount, total.change.percent, total.change.direction) == (million("325.9"), "48.1", "grew")
    assert len(made.past) == 2


def test_a_click_on_its_tick_takes_it(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    port, tick = made.view.viewport(), room(made, 1, TOTAL) + QPoint(12, 18)
    QTest.mouseMove(port, room(made, 1, TOTAL) + QPoint(50, 18))
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseMove(port, tick)
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=tick)
    assert made.texts()[1][TOTAL] == "325.9"


def test_the_menu_takes_it(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    made.go(1, GROWTH)
    made.choose("Take +48.1\u00a0%")
    assert made.texts()[1][GROWTH] == "+48.1\u00a0%"


def test_what_is_typed_wins(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    made.go(1, TOTAL)
    type_text("326.0")
    press(Qt.Key.Key_Tab)
    assert made.texts()[1][TOTAL] == "326.0"
    assert "empty, +48.2\u00a0% follows" in made.said(1, GROWTH)
    type_text("grew")
    press(Qt.Key.Key_Return)
    assert made.texts()[1][GROWTH] == "grew"
    assert "follows" not in made.said(1, GROWTH)


def test_it_follows_when_another_cell_changes(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    made.go(1, EXPORT)
    type_text("100.2")
    press(Qt.Key.Key_Return)
    assert "330.0 follows" in made.said(1, TOTAL)
    assert "+50.0\u00a0% follows" in made.said(1, GROWTH)
    made.go(0, TOTAL)
    press(Qt.Key.Key_Delete)
    assert "follows" not in made.said(0, GROWTH)


def test_it_is_not_copied(desk: MakeDesk) -> None:
    made = desk(dossier=TWO_YEARS)
    made.go(1, PERIOD)
    press(*[Qt.Key.Key_Right] * 4, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2022\t96.1\t229.8\t\t"


def test_nothing_is_taken_from_a_figure_that_is_typed(desk: MakeDesk) -> None:
    made = desk()
    made.go(1, TOTAL)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    assert figure(made.dossier, "f6").amount == million("365.8")
