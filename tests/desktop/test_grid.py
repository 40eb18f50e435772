"""The grids of figures, driven as a person does: keys and mouse; read as a screen reader does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
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

from briefing.checks.all import check
from briefing.desktop.colours import palette_of
from briefing.desktop.form.grid_pictures import RowLook, RowPictures
from briefing.desktop.form.grids import InvestmentGrid
from briefing.desktop.tokens import DARK, LIGHT, Tokens
from briefing.dossier.edits import set_value

__all__ = ["desk"]


def test_it_shows_the_figures_by_period(desk: MakeDesk) -> None:
    assert desk().texts() == [
        ["2022", "96.1", "229.8", "352.9", "grew"],
        ["Jan–Sep 2023", "47.5", "318.4", "365.8", ""],
    ]
    assert desk(InvestmentGrid).texts() == [
        ["Direct investment (cumulative)", "more than 600", "since 2005"],
        ["Companies", "more than 40", "22 Nov 2023"],
    ]


def test_typing_replaces_the_cell_and_enter_goes_down(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, TOTAL)
    type_text("325.9")
    press(Qt.Key.Key_Return)
    assert figure(made.dossier, "f3").amount == million("325.9")
    assert len(made.past) == 1
    assert made.at() == (1, TOTAL)
    assert made.editor is None


@pytest.mark.parametrize("start", ["F2", "Enter", "double click"])
def test_f2_enter_and_a_double_click_edit_in_place(desk: MakeDesk, start: str) -> None:
    made = desk()
    made.go(0, TOTAL)
    if start == "double click":
        rect = made.view.visualRect(made.view.model().index(0, TOTAL))
        QTest.mouseDClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(8, 18))
    else:
        press(Qt.Key.Key_F2 if start == "F2" else Qt.Key.Key_Return)
    assert made.editor is not None
    assert made.editor.text() == "352.9"
    type_text("1")
    press(Qt.Key.Key_Tab)
    assert figure(made.dossier, "f3").amount.value == "352.91"
    assert made.at() == (0, GROWTH)


def test_escape_leaves_the_cell_as_it_was(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, TOTAL)
    type_text("7")
    press(Qt.Key.Key_Escape)
    assert made.dossier is SEED
    assert made.texts()[0][TOTAL] == "352.9"
    assert made.at() == (0, TOTAL)


def test_tab_goes_through_the_cells_and_on_to_the_foot_and_back(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, PERIOD)
    seen = []
    for _ in range(9):
        press(Qt.Key.Key_Tab)
        seen.append(made.at())
    assert seen == [(0, 1), (0, 2), (0, 3), (0, 4), (1, 0), (1, 1), (1, 2), (1, 3), (1, 4)]
    press(Qt.Key.Key_Tab)
    assert focused() is made.button("Add a period")
    press(Qt.Key.Key_Backtab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert made.at() == (1, 4)
    press(Qt.Key.Key_Backtab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert made.at() == (1, 3)


def test_arrows_move_and_stop_at_the_edges(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    press(Qt.Key.Key_Up)
    assert made.at() == (0, EXPORT)
    press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert made.at() == (1, IMPORT)
    press(Qt.Key.Key_Down)
    assert focused() is made.button("Add a period")
    press(Qt.Key.Key_Up)
    assert made.at() == (1, IMPORT)


def test_what_can_mean_two_numbers_is_asked_about_in_its_row(desk: MakeDesk) -> None:
    made = desk(dossier=replace(SEED, figures=SEED.figures[:2]))
    made.go(0, EXPORT)
    type_text("1,234")
    press(Qt.Key.Key_Return)
    assert made.past == []
    assert made.texts()[0][EXPORT] == "1,234"
    assert "can mean 1.234 or 1\u00a0234" in made.said(0, EXPORT)
    made.click_link(1)
    assert figure(made.dossier, "f1").amount.value == "1234"
    assert made.texts()[0][EXPORT] == "1\u00a0234"
    assert "can mean" not in made.said(0, EXPORT)


def test_what_cannot_be_read_stays_until_escape(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    type_text("abc")
    press(Qt.Key.Key_Tab)
    made.go(1, TOTAL)
    type_text("1")
    press(Qt.Key.Key_Return)
    assert made.texts()[0][EXPORT] == "abc"
    assert "“abc” cannot be read here." in made.said(0, EXPORT)
    made.go(0, EXPORT)
    press(Qt.Key.Key_Escape)
    assert made.texts()[0][EXPORT] == "96.1"
    assert "cannot be read" not in made.said(0, EXPORT)


def test_delete_empties_the_selected_cells_in_one_step(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Delete)
    assert made.texts()[0] == ["2022", "", "", "352.9", "grew"]
    assert len(made.past) == 1


def test_a_path_leads_to_its_cell_and_the_cell_tells_its_path(desk: MakeDesk) -> None:
    made = desk()
    assert made.grid.focus_path("figures[f5].amount.value", -1)
    assert made.at() == (1, IMPORT)
    assert made.view.hasFocus()
    assert made.paths[-1] == "figures[f5].amount"
    assert made.grid.focus_path("figures[f3].change.percent")
    assert made.paths[-1] == "figures[f3].change"
    assert made.grid.focus_path("figures[f3].period")
    assert made.at() == (0, PERIOD)
    assert not made.grid.focus_path("figures[f8].amount")
    assert not made.grid.focus_path("meeting.city")
    made.go(1, GROWTH)
    assert made.paths[-1] == "figures[f6].change"


def test_an_open_editor_is_never_written_into(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    type_text("12")
    editor = made.editor
    made.become(replace(SEED, figures=(replace(SEED.figures[0], amount=million("77.7")), *SEED.figures[1:-1])))
    assert made.editor is editor
    assert editor is not None
    assert (editor.text(), editor.cursorPosition()) == ("12", 2)


def test_undo_reaches_the_window_and_takes_back_what_was_just_typed(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    type_text("12")
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert made.undone == 1
    assert made.dossier == SEED
    assert made.texts()[0][EXPORT] == "96.1"
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert made.undone == 2


def test_undo_of_a_text_that_would_be_refused_only_drops_it(desk: MakeDesk) -> None:
    made = desk()
    made.go(0, EXPORT)
    type_text("x")
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert made.undone == 0
    assert made.texts()[0][EXPORT] == "96.1"


@pytest.mark.parametrize("by", ["mouse", "keys", "menu"])
def test_a_finding_is_said_at_its_cell_and_mended_there(desk: MakeDesk, by: str) -> None:
    made = desk()
    assert "cannot be true: 96.1 + 229.8 makes 325.9, not 352.9." in made.said(0, TOTAL)
    assert "note: The parts add up to 365.9, not 365.8." in made.said(1, TOTAL)
    assert "makes" not in made.said(0, EXPORT)
    made.go(0, TOTAL)
    if by == "mouse":
        made.click_link(0)
    elif by == "keys":
        press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    else:
        QTest.keyClick(made.view, Qt.Key.Key_Menu)
        rect = made.view.visualRect(made.view.currentIndex())
        QTest.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(8, 18))
        press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    assert figure(made.dossier, "f3").amount.value == "325.9"
    assert "makes" not in made.said(0, TOTAL)


def test_a_row_with_a_finding_is_higher_and_the_grid_with_it(desk: MakeDesk) -> None:
    made = desk()
    high, before = made.view.rowHeight(0), made.view.sizeHint().height()
    assert high > made.view.verticalHeader().defaultSectionSize()
    made.go(0, TOTAL)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.AltModifier)
    assert made.view.rowHeight(0) == made.view.verticalHeader().defaultSectionSize()
    assert made.view.sizeHint().height() == before - (high - made.view.rowHeight(0))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_cell_of_an_error_is_tinted_in_both_modes(desk: MakeDesk, tokens: Tokens) -> None:
    made = desk()
    made.setPalette(palette_of(tokens))
    image = made.view.viewport().grab().toImage()
    rect = made.view.visualRect(made.view.model().index(0, TOTAL))
    ratio = image.devicePixelRatio()
    point = (rect.topLeft() + QPoint(8, 18)) * ratio
    assert image.pixelColor(point) == QColor(tokens.wrong_soft)


def test_numbers_are_not_cut_where_names_are_long(desk: MakeDesk) -> None:
    long = replace(SEED.figures[6], measure="other:" + "Investment in manufacturing " * 3)
    made = desk(InvestmentGrid, replace(SEED, figures=(long, SEED.figures[7])))
    made.resize(420, 400)
    metrics = QFontMetrics(made.view.font())
    for row in range(2):
        assert made.view.columnWidth(1) >= metrics.horizontalAdvance(made.texts()[row][1]) + 12
    assert sum(made.view.columnWidth(column) for column in range(3)) == made.view.viewport().width()


def test_a_row_that_only_moves_looks_as_one_painted_anew(desk: MakeDesk) -> None:
    """Rows are kept as pictures: after edits, findings and another theme they are what a fresh grid paints."""
    made = desk()
    for dossier, tokens in (
        (SEED, LIGHT),
        (set_value(SEED, "figures[f3].amount.value", "325.9"), LIGHT),
        (set_value(SEED, "figures[f1].amount.value", "966.1"), LIGHT),
        (set_value(SEED, "figures[f1].amount.value", "966.1"), DARK),
        (replace(SEED, figures=SEED.figures[3:]), DARK),
        (SEED, LIGHT),
    ):
        made.setPalette(palette_of(tokens))
        made.grid.show_findings(check(dossier))
        made.grid.show_dossier(dossier)
        fresh = desk(dossier=dossier)
        fresh.setPalette(palette_of(tokens))
        fresh.resize(made.size())
        QApplication.processEvents()
        for each in (made, fresh):
            each.view.clearFocus()
        assert made.view.viewport().grab().toImage() == fresh.view.viewport().grab().toImage()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_row_kept_as_a_picture_is_as_sharp_as_one_painted(qapp: QApplication, ratio: float) -> None:
    pictures = RowPictures()

    def write(painter: QPainter, room: QRect) -> None:
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "229.8 million")

    def page(paint: Callable[[QPainter, QRect], None]) -> QImage:
        image = QImage(round(300 * ratio), round(90 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(LIGHT.form))
        painter = QPainter(image)
        for row in range(2):
            paint(painter, QRect(0, 3 + 37 * row, 300, 37))
        painter.end()
        return image

    look = RowLook((), (), LIGHT.form)
    for _ in range(2):
        assert page(lambda painter, room: pictures.paint(painter, room.y(), room, look, write)) == page(write)
