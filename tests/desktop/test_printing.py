"""Printing: the printer's dialog, a look at the sheets before it, and what then comes out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import click, focused, open_window, press, type_text
from tests.pdf_reading import glyphs, opened

from briefing.desktop.page_view import PageView
from briefing.desktop.printing import sheets
from briefing.desktop.tokens import PAPER
from briefing.desktop.window import Window
from briefing.page.faces import UNITS

needs_dialog_of_qt = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the dialog is the system's own, which a test cannot reach"
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    QApplication.processEvents()
    return made


@contextmanager
def meeting(*acts: Callable[[QWidget], object]) -> Iterator[list[str]]:
    """Do each of these with the next dialog that opens; gives the dialogs' titles."""
    met: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible() and dialog.windowTitle() not in met:
            met.append(dialog.windowTitle())
            try:
                acts[len(met) - 1](dialog)
            except BaseException:
                dialog.reject()  # else it would wait for ever
                raise

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(act)
    timer.start()
    try:
        yield met
    finally:
        timer.stop()
    assert len(met) == len(acts)


def print_to(path: Path) -> Callable[[QWidget], None]:
    """Choose to print into this file, and print."""

    def act(dialog: QWidget) -> None:
        names = next(box for box in dialog.findChildren(QComboBox) if box.findText("Print to File (PDF)") >= 0)
        names.setCurrentText("Print to File (PDF)")
        (file,) = (box for box in dialog.findChildren(QLineEdit) if box.isVisible())
        file.setText(str(path))
        yes = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == "Print")
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)

    return act


def cancel(dialog: QWidget) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def says(window: Window, words: str) -> bool:
    return any(label.text() == words and label.isVisible() for label in window.findChildren(QLabel))


@needs_dialog_of_qt
def test_the_page_is_printed_as_it_is_shown(window: Window, tmp_path: Path) -> None:
    with meeting(print_to(tmp_path / "sheets.pdf")) as met:
        press("Ctrl+P")
    assert met == ["Print"]
    assert says(window, "Printed to sheets.pdf")
    pages = window.view.preview.pages
    printed = opened((tmp_path / "sheets.pdf").read_bytes()).pages
    assert len(printed) == len(pages) == 2
    first = pages[0].header.texts[0]
    origin = first.lines[0].runs[0].glyphs[0].positions()[0] / UNITS
    glyph = next(glyphs(printed[0]))
    # A printer's paper has whole points.
    assert (glyph.x, glyph.y) == pytest.approx((first.x + origin.x(), first.y + origin.y()), abs=0.11)


@needs_dialog_of_qt
def test_what_lies_in_a_queue_is_called_as_a_file_would_be(window: Window, tmp_path: Path) -> None:
    with meeting(print_to(tmp_path / "sheets.pdf")):
        press("Ctrl+P")
    said = opened((tmp_path / "sheets.pdf").read_bytes()).metadata
    assert said is not None
    assert (said.title, said.creator, said.author) == ("2023-11-22_SE_briefing-note_en", "Briefing", "")


@needs_dialog_of_qt
def test_a_cancelled_dialog_prints_nothing(window: Window, tmp_path: Path) -> None:
    with meeting(cancel):
        press("Ctrl+P")
    assert not list(tmp_path.glob("*.pdf"))
    assert not any(label.text().startswith("Printed") and label.isVisible() for label in window.findChildren(QLabel))


def preview(window: Window) -> None:
    press("Ctrl+K")
    type_text("print preview")
    QTest.keyClick(focused(), Qt.Key.Key_Return)


@needs_dialog_of_qt
def test_after_a_look_at_the_sheets_the_dialog_follows(window: Window, tmp_path: Path) -> None:
    with meeting(lambda sheets: click(sheets, "Print…"), print_to(tmp_path / "sheets.pdf")) as met:
        preview(window)
    assert met == ["Print preview", "Print"]
    assert len(opened((tmp_path / "sheets.pdf").read_bytes()).pages) == 2


def colors(view: PageView) -> set[str]:
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in memoryview(image.constBits()).cast("I")}


def test_the_sheets_are_unmarked_and_nothing_on_them_can_be_clicked(window: Window) -> None:
    seen: list[tuple[set[str], str]] = []

    def look(dialog: QWidget) -> None:
        view = next(each for each in dialog.findChildren(PageView))
        number, room = view.pages.places("meeting.city")[0]
        spot = view.viewport_rect(number, room).center().toPoint()
        QTest.mouseMove(view.viewport(), spot)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        seen.append((colors(view), view.viewport().cursor().shape().name))
        cancel(dialog)

    window.view.focus_path("meeting.venue")
    QApplication.processEvents()
    main = next(view for view in window.findChildren(PageView) if view.isVisible())
    marks = {QColor(PAPER.gap).name(), QColor(PAPER.lit).name(), QColor(PAPER.gap_text).name()}
    assert colors(main) & marks
    with meeting(look):
        preview(window)
    assert not seen[0][0] & marks
    assert QColor(PAPER.ground).name() in seen[0][0]
    assert seen[0][1] == "ArrowCursor"


def test_a_sheet_is_seen_from_top_to_foot(window: Window) -> None:
    heights: list[tuple[float, int]] = []

    def look(dialog: QWidget) -> None:
        view = next(each for each in dialog.findChildren(PageView))
        heights.append((view.pages[0].height * view.scale, view.viewport().height()))
        cancel(dialog)

    with meeting(look):
        preview(window)
    sheet, view = heights[0]
    assert 0.8 * view < sheet < view


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("ranges", "order", "copies", "collated", "expected"),
    [
        ("", QPrinter.PageOrder.FirstPageFirst, 1, True, "abc"),
        ("2-3", QPrinter.PageOrder.FirstPageFirst, 1, True, "bc"),
        ("1,3", QPrinter.PageOrder.LastPageFirst, 1, True, "ca"),
        ("1-2", QPrinter.PageOrder.FirstPageFirst, 2, True, "abab"),
        ("1-2", QPrinter.PageOrder.FirstPageFirst, 2, False, "aabb"),
        ("7", QPrinter.PageOrder.FirstPageFirst, 1, True, ""),
    ],
)
def test_pages_come_out_as_they_were_asked_for(
    ranges: str, order: QPrinter.PageOrder, copies: int, collated: bool, expected: str
) -> None:
    printer = OneCopy()
    printer.setPageRanges(QPageRanges.fromString(ranges))
    printer.setPageOrder(order)
    printer.setCopyCount(copies)
    printer.setCollateCopies(collated)
    assert "".join(map(str, sheets(printer, "abc"))) == expected  # type: ignore[arg-type]  # pages told by letters


class OneCopy(QPrinter):
    """A printer that makes no copies itself."""

    def supportsMultipleCopies(self) -> bool:
        return False
