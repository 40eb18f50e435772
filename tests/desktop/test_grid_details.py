"""What one figure says for itself: reached from its cell by key and menu, marked in the cell, said in its tip."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.grid_desk import EXPORT, GROWTH, PERIOD, SEED, TOTAL, MakeDesk, desk, focused, press, type_text

from briefing.desktop.colours import palette_of
from briefing.desktop.form.bound import path_of
from briefing.desktop.form.form import Form
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.session import Session
from briefing.desktop.tokens import LIGHT
from briefing.dossier.figures import Rank, Share, Source, Span
from briefing.dossier.sources import show_source

__all__ = ["desk"]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Room(QWidget):
    """The section Trade with its session, in a window that knows undo."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(SEED)
        self.form = Form(self.session)
        QVBoxLayout(self).addWidget(self.form)
        self.session.changed.connect(lambda _old, new: self.form.show_dossier(new, even_focused=False))
        undo = QAction("Undo", self)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        undo.triggered.connect(self.session.undo)
        self.addAction(undo)

    def open(self, path: str) -> None:
        """Open the details of the figure at a path."""
        self.form.focus_path(path)
        press(Qt.Key.Key_F2, modifier=SHIFT)

    def field(self, label: str) -> QWidget:
        """The control in sight under a label."""
        found = [each for each in self.findChildren(QLabel) if each.text() == label and each.isVisible()]
        buddy = found[-1].buddy()
        assert buddy is not None
        return buddy

    def fill(self, label: str, text: str) -> None:
        self.field(label).setFocus()
        QApplication.processEvents()
        press(Qt.Key.Key_A, modifier=CTRL)
        press(Qt.Key.Key_Delete)
        type_text(text)
        press(Qt.Key.Key_Tab)

    def said(self) -> list[str]:
        return [each.text() for each in self.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    made.setPalette(palette_of(LIGHT))
    made.resize(600, 900)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.form.show_section("trade")
    QApplication.processEvents()
    return made


def test_the_key_opens_the_details_of_the_figure_in_the_cell(room: Room) -> None:
    room.open("figures[f5].amount")
    assert "Import, Jan–Sep 2023" in room.said()
    assert path_of(room.field("Status")) == "figures[f5].status"
    press(Qt.Key.Key_Escape)
    assert "Import, Jan–Sep 2023" not in room.said()
    assert isinstance(focused(), QTableView)


def test_what_is_filled_holds_for_this_figure_alone_and_is_told_in_its_cell(room: Room) -> None:
    room.open("figures[f1].amount")
    room.fill("Whose statistics", "Norway")
    room.fill("Source and date", "Statistics Norway, May 2024")
    room.fill("Note", "by phone")
    figure = room.session.dossier.figures[0]
    assert (figure.reporter, figure.note) == ("NO", "by phone")
    assert [show_source(each) for each in room.session.dossier.sources] == ["Statistics Norway, May 2024"]
    assert all(each.reporter == "" and each.source == "" for each in room.session.dossier.figures[1:])
    press(Qt.Key.Key_Escape)
    view = room.form.findChildren(QTableView)[0]
    model = view.model()
    said = [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any("Statistics of Norway. Source: Statistics Norway, May 2024. Note: by phone." in each for each in said)


def test_a_base_is_read_or_refused_under_its_field(room: Room) -> None:
    room.open("figures[f3].change")
    assert isinstance(edit := room.field("Growth compared with"), LineEdit)
    assert edit.placeholderText() == "2021"
    room.fill("Growth compared with", "foo")
    assert any("cannot be read as a period" in words for words in room.said())
    room.fill("Growth compared with", "2019")
    assert not any("cannot be read" in words for words in room.said())
    assert room.session.dossier.figures[2].change.base == Span("2019-01-01", "2019-12-31")
    room.fill("Growth compared with", "")
    assert room.session.dossier.figures[2].change.base == Span()


def test_share_and_rank_stand_behind_one_line(room: Room) -> None:
    room.open("figures[f2].amount")
    assert "Rank" not in room.said()
    more = next(each for each in room.findChildren(QWidget) if getattr(each, "text", str)() == "Share and rank")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    room.fill("Share, per cent", "31,6 %")
    room.fill("Of what", "total trade")
    room.fill("Rank", "third")
    assert "A rank is a number." in room.said()
    room.fill("Rank", "3")
    figure = room.session.dossier.figures[1]
    assert (figure.share, figure.rank) == (Share("31.6", "total trade"), Rank(3))


def test_another_unit_is_chosen_for_one_figure(room: Room) -> None:
    room.open("figures[f2].amount")
    room.fill("Currency or unit", "Euros")
    assert room.session.dossier.figures[1].amount.unit == "EUR"
    press(Qt.Key.Key_Escape)
    view = room.form.findChildren(QTableView)[0]
    assert view.model().index(0, 2).data() == "229.8 EUR"


def test_the_details_close_when_the_figure_is_gone(room: Room) -> None:
    room.form.focus_path("figures[f1].amount")
    type_text("97")
    press(Qt.Key.Key_Return)
    room.open("figures[f1].amount")
    assert "Export, 2022" in room.said()
    room.session.edit(lambda dossier: replace(dossier, figures=()), "Trade")
    QApplication.processEvents()
    assert "Export, 2022" not in room.said()


def test_a_cell_without_a_figure_has_no_details(desk: MakeDesk) -> None:
    made = desk()
    asked: list[str] = []
    made.grid.details_asked.connect(lambda figure_id, _under: asked.append(figure_id))
    made.go(0, PERIOD)
    press(Qt.Key.Key_F2, modifier=SHIFT)
    menu = made.open_menu()
    assert "Details…" not in [action.text() for action in menu.actions()]
    menu.close()
    made.wake()
    made.go(1, GROWTH)
    press(Qt.Key.Key_F2, modifier=SHIFT)
    assert asked == ["f6"]
    made.go(0, TOTAL)
    made.choose("Details…")
    assert asked == ["f6", "f3"]


def test_a_corner_marks_a_figure_that_says_something_for_itself(desk: MakeDesk) -> None:
    figures = (replace(SEED.figures[0], status="provisional", source="s9"), *SEED.figures[1:])
    made = desk(dossier=replace(SEED, figures=figures, sources=(Source("s9", "Eurostat"),)))
    assert made.said(0, EXPORT).endswith("Source: Eurostat. Provisional.")
    image = made.view.viewport().grab().toImage()

    def corner(row: int, column: int) -> str:
        box = made.view.visualRect(made.view.model().index(row, column))
        at = box.topRight() * image.devicePixelRatio()
        return image.pixelColor(at.x() - 3, at.y() + 5).name().upper()

    assert corner(0, EXPORT) == LIGHT.text3
    assert corner(1, EXPORT) != LIGHT.text3
