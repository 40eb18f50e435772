"""What exported files are called, and that none is written over unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.desktop.windows import SAMPLE, click, focused, open_window

from briefing.desktop.naming import PATTERN, file_stem, next_free, read_pattern
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.dossier.edits import set_value
from briefing.dossier.model import EMPTY
from briefing.dossier.refusal import Refusal

FIRST = "2023-11-22_SE_briefing-note_en_v1.docx"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    qapp.processEvents()
    return made


def box(window: Window, name: str) -> QLineEdit:
    return next(each for each in window.findChildren(QLineEdit) if each.accessibleName() == name and each.isVisible())


def says(window: Window, words: str) -> bool:
    QApplication.processEvents()
    return any(words in label.text() and label.isVisible() for label in window.findChildren(QLabel))


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (PATTERN, "2023-11-22_SE_press-release_en_v3"),
        ("{country} {type} v{version}", "SE press-release v3"),
        ("{type}-{version}-{date}", "press-release-3-2023-11-22"),
    ],
)
def test_the_pattern_names_the_file(pattern: str, name: str) -> None:
    assert file_stem(pattern, files.read(SAMPLE), "press-release", "en", 3) == name


def test_what_is_missing_leaves_its_separator_out() -> None:
    assert file_stem(PATTERN, EMPTY, "press-release", "en", 1) == "press-release_en_v1"
    odd = set_value(set_value(files.read(SAMPLE), "meeting.date", "soon"), "sides[s2].country", "Côte/“d’Or”")
    assert file_stem(PATTERN, odd, "note", "en", 1) == "Cote-d-Or_note_en_v1"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("{date}_{marking}_v{version}", "must be one of"),
        ("{handling.marking}{version}", "must be one of"),
        ("{date", "must be one of"),
        ("{date}", "Without {version}"),
        ("a/{version}", "“/” cannot stand"),
    ],
)
def test_a_pattern_that_is_none_is_refused(typed: str, why: str) -> None:
    refused = read_pattern(typed)
    assert isinstance(refused, Refusal)
    assert why in refused.message


def test_the_next_version_of_a_name_is_the_first_that_is_free(tmp_path: Path) -> None:
    for name in ("a_v1.docx", "a_v2.docx", "b.docx"):
        (tmp_path / name).touch()
    assert next_free(tmp_path / "a_v1.docx").name == "a_v3.docx"
    assert next_free(tmp_path / "b.docx").name == "b_v2.docx"


def test_a_name_that_is_taken_is_asked_about_in_its_place(window: Window, tmp_path: Path) -> None:
    (tmp_path / FIRST).write_bytes(b"theirs")
    QTest.keySequence(focused(), QKeySequence("Ctrl+Shift+E"))
    name = box(window, "File name")
    assert name.text() == "2023-11-22_SE_briefing-note_en_v2.docx"
    name.selectAll()
    QTest.keyClicks(name, FIRST)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert says(window, "There is a file of this name.")
    assert (tmp_path / FIRST).read_bytes() == b"theirs"
    click(window, "Next version")
    assert box(window, "File name").text() == "2023-11-22_SE_briefing-note_en_v2.docx"
    assert not says(window, "There is a file of this name.")
    name.selectAll()
    QTest.keyClicks(name, FIRST)
    QTest.keyClick(name, Qt.Key.Key_Return)
    click(window, "Replace")
    assert (tmp_path / FIRST).read_bytes()[:2] == b"PK"


def test_how_files_are_called_is_changed_where_they_are_saved(window: Window, tmp_path: Path) -> None:
    QTest.keySequence(focused(), QKeySequence("Ctrl+Shift+E"))
    click(window, "File names…")
    pattern = box(window, "How files are called")
    assert pattern.text() == PATTERN
    pattern.selectAll()
    QTest.keyClicks(pattern, "{marking}")
    assert says(window, "must be one of {date}")
    pattern.selectAll()
    QTest.keyClicks(pattern, "{type} {version}")
    assert not says(window, "must be one of {date}")
    assert box(window, "File name").text() == "briefing-note 1.docx"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keySequence(focused(), QKeySequence("Ctrl+E"))
    assert (tmp_path / "briefing-note 1.docx").is_file()


def test_a_pdf_is_saved_from_the_ways_to_save(window: Window, tmp_path: Path) -> None:
    QTest.keySequence(focused(), QKeySequence("Ctrl+Shift+E"))
    click(window, "PDF")
    assert box(window, "File name").text() == "2023-11-22_SE_briefing-note_en_v1.pdf"
    click(window, "Save as PDF")
    assert (tmp_path / "2023-11-22_SE_briefing-note_en_v1.pdf").read_bytes()[:5] == b"%PDF-"
    assert says(window, "Saved as 2023-11-22_SE_briefing-note_en_v1.pdf")
