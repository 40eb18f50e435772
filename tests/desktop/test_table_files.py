"""The trade table copied whole and saved as a workbook or text, from the menus and the search."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.windows import answering, focused, open_window, type_text

from briefing.desktop.window import Window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    QApplication.processEvents()
    return made


def by_search(words: str) -> None:
    QTest.keySequence(focused(), QKeySequence("Ctrl+K"))
    type_text(words)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> list[str]:
    """Choose this in the next dialog for saving; gives what was proposed."""
    proposed: list[str] = []

    def choose(_window: object, _title: str, name: str, _filters: str) -> tuple[str, str]:
        proposed.append(name)
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed


def said(window: Window) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_the_table_is_copied_with_its_heads(window: Window) -> None:
    by_search("copy the trade table")
    text = QGuiApplication.clipboard().text()
    assert text.split("\n")[:2] == ["Period\tExport\tImport\tTotal\tGrowth", "2022\t96.1\t229.8\t325.9\tmore than 40 %"]
    assert "<th>Period</th>" in QGuiApplication.clipboard().mimeData().html()
    QGuiApplication.clipboard().clear()


def test_the_table_is_saved_as_a_workbook(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed = choosing(monkeypatch, tmp_path / "figures.xlsx")
    by_search("save the trade table")
    assert Path(proposed[0]).name == "Sweden, political consultations, trade.xlsx"
    assert "xl/worksheets/sheet1.xml" in zipfile.ZipFile(tmp_path / "figures.xlsx").namelist()
    assert "Saved as figures.xlsx" in said(window)


def test_a_name_without_an_ending_gets_that_of_its_kind_and_is_asked_about(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "figures.tsv").write_text("old")
    choosing(monkeypatch, tmp_path / "figures", "Text with tabs (*.tsv)")
    with answering("Cancel"):
        by_search("save the trade table")
    assert (tmp_path / "figures.tsv").read_text() == "old"
    window.activateWindow()  # which the offscreen platform leaves undone when a question has closed
    assert QTest.qWaitForWindowActive(window)
    with answering("Replace it") as asked:
        by_search("save the trade table")
    assert asked == ["There is a file “figures.tsv” already."]
    assert "2022\t96.1" in (tmp_path / "figures.tsv").read_text("utf-8-sig")


def test_what_cannot_be_written_is_said(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, tmp_path / "nowhere" / "figures.xlsx")
    with answering("OK") as asked:
        by_search("save the trade table")
    assert len(asked) == 1
    assert asked[0].startswith("figures.xlsx could not be saved")
    assert asked[0].endswith("Nothing was written.")


def test_a_dialog_that_is_closed_writes_nothing(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    before = set(tmp_path.iterdir())
    by_search("save the trade table")
    assert set(tmp_path.iterdir()) == before


def test_texts_that_wait_for_an_answer_are_asked_about_before_they_go(window: Window) -> None:
    window.view.form.focus_path("figures[f1].amount")
    type_text("1,234")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    with answering("Cancel") as asked:
        QTest.keySequence(focused(), QKeySequence("Ctrl+W"))
    assert asked == ["In the figures stands a text that is not taken yet, and in no file."]
    assert window.view.isVisible()
    window.activateWindow()  # which the offscreen platform leaves undone when a question has closed
    assert QTest.qWaitForWindowActive(window)
    with answering("Drop what waits"):
        QTest.keySequence(focused(), QKeySequence("Ctrl+W"))
    assert not window.view.isVisible()
