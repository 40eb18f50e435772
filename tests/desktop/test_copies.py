"""Reading copies in the window: chosen in a popover, shown, saved, remembered for whom the documents are for."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import click, open_on_sample
from tests.desktop.wording_desk import CONTROL, Desk, words

from briefing.compose.copies import USUAL, Copy
from briefing.desktop.copy_popover import CopyPopover
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.save_popover import SavePopover
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.dossier.edits import set_value


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_on_sample(qtbot, qapp, tmp_path)


def choose(window: Window, label: str, choice: str) -> None:
    """Open the popover, choose, and close it by Esc."""
    next(each for each in window.menus.of_dossier if "Reading" in each.text()).trigger()
    QApplication.processEvents()
    popover = next(each for each in window.findChildren(CopyPopover) if each.isVisible())
    control = next(each for each in popover.findChildren(Segmented) if each.accessibleName() == label)
    part = next(each for each in control.findChildren(QAbstractButton) if each.text() == choice)
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    QTest.keyClick(QApplication.focusWidget() or popover, Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_every_question_shows_its_answer_and_a_click_leads_on_to_saving(window: Window) -> None:
    next(each for each in window.menus.of_dossier if "Reading" in each.text()).trigger()
    popover = next(each for each in window.findChildren(CopyPopover) if each.isVisible())
    answers = {each.accessibleName(): each.value() for each in popover.findChildren(Segmented)}
    assert all(answers.values()), answers
    assert answers["Paper"] == "own"
    click(popover, "Save this copy…")
    assert not any(each.isVisible() for each in window.findChildren(CopyPopover))
    assert any(each.isVisible() for each in window.findChildren(SavePopover))


def test_the_page_is_the_copy_and_so_is_the_file(window: Window, tmp_path: Path) -> None:
    choose(window, "Paper", "A5")
    choose(window, "Numbered paragraphs", "Yes")
    assert round(window.view.page_view.pages[0].width) == 420
    window.work.ways.save_word()
    (file,) = tmp_path.glob("*.docx")
    assert file.stem.endswith("_a5_numbered")
    saved = docx.Document(str(file))
    width = saved.sections[0].page_width
    assert width is not None
    assert width.mm == pytest.approx(148, abs=0.1)
    assert any(paragraph.text.startswith("1. Line to take\t") for paragraph in saved.paragraphs)


def test_a_copy_is_remembered_for_whom_the_documents_are_for(window: Window, tmp_path: Path) -> None:
    choose(window, "Large print", "Yes")
    window.open_sample()
    assert window.view.preview.copy == Copy(large=True)
    file = tmp_path / "other.json"
    other = set_value(window.session.dossier, "sides[s1].people[p1].name", "Somebody Else")
    file.write_text(files.dumps(other), encoding="utf-8")
    window.work.open_as_new(file)
    assert window.view.preview.copy == USUAL


def test_a_paragraph_is_rewritten_without_its_number_and_has_it_after(window: Window) -> None:
    choose(window, "Numbered paragraphs", "Yes")
    desk = Desk(window)
    editor = desk.open("Direct investment")
    assert words(editor).startswith("Direct investment")
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    QTest.keyClicks(editor, "New: ")
    desk.press("Done")
    assert desk.find("New: Direct investment").text.startswith("New: ")
    shown = "".join(
        word for page in window.view.page_view.pages for text in page.texts for word in text.text.layout.text()
    )
    assert "7.\tNew: Direct" in shown


def test_as_usual_takes_it_back(window: Window) -> None:
    before = window.view.page_view.pages
    choose(window, "For clearance", "Yes")
    assert window.view.page_view.pages[0].width == before[0].width
    assert len(window.view.preview.letterhead) > 0
    choose(window, "For clearance", "No")
    assert window.view.preview.copy == USUAL
    assert len(window.view.page_view.pages) == len(before)
