"""Wording by hand as a person does it: F2, typing, values as one step, Escape, Enter, undo, moving, leaving out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import places
from briefing.app import make_window
from briefing.compose.document import Paragraph
from briefing.desktop.parts.button import Button
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.desktop.wording.editor import ParagraphEdit

SAMPLE = places.samples() / "stockholm-2023.json"
pytestmark = pytest.mark.layout

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOVING = Qt.KeyboardModifier.AltModifier | SHIFT


class Desk:
    """A window on the sample's press release, and what a person does to its paragraphs."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.view = window.view
        self.page = window.view.page_view

    @property
    def paragraphs(self) -> list[Paragraph]:
        document = self.view.preview.document
        assert document is not None
        return [block for block in document.blocks if isinstance(block, Paragraph)]

    @property
    def texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs]

    def find(self, words: str) -> Paragraph:
        return next(paragraph for paragraph in self.paragraphs if words in paragraph.text)

    def spot(self, words: str) -> QPoint:
        """A point on the first letters of a paragraph, brought into view, in the viewport."""
        block = self.find(words).id
        self.page.show_block(block)
        QTest.qWait(200)
        found = self.page.pages.find_block(block)
        assert found is not None
        placed = [text for text in self.page.pages[found[0]].body.texts if text.text.block == block][-1]
        room = self.page.viewport_rect(found[0], found[1])
        return QPoint(
            round(self.page.viewport_rect(0, found[1]).left() + placed.x * self.page.scale) + 3, round(room.top()) + 6
        )

    def open(self, words: str) -> ParagraphEdit:
        QTest.mouseDClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=self.spot(words))
        return self.editor

    @property
    def editor(self) -> ParagraphEdit:
        found = [each for each in self.page.findChildren(ParagraphEdit) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def is_open(self) -> bool:
        return any(each.isVisible() for each in self.page.findChildren(ParagraphEdit))

    def press(self, name: str) -> None:
        """Click the button of that name, wherever it is."""
        buttons = [each for each in self.window.findChildren(Button) if each.text() == name and each.isVisible()]
        assert len(buttons) == 1, name
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    def choose(self, words: str) -> None:
        """Choose the paragraph with these words by keys."""
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=self.spot(words))
        self.page.setFocus()
        QTest.keyClick(self.page, Qt.Key.Key_Down, CONTROL)

    def undo(self) -> None:
        self.view.undo()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Desk:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = make_window(qapp, settings, SAMPLE, tmp_path / "drafts")
    qtbot.addWidget(window, before_close_func=lambda w: w.session.replace(w.session.dossier, None))
    window.resize(1440, 900)
    window.show()
    window.work.open_as_new(SAMPLE)
    window.view.choose_type("press-release")
    qapp.processEvents()
    return Desk(window)


def words(editor: ParagraphEdit) -> str:
    return "".join(span.text for span in editor.spans())


def test_double_click_opens_the_paragraph_with_the_caret_where_it_was(desk: Desk) -> None:
    pages = desk.page.pages
    editor = desk.open("trade between")
    assert editor.hasFocus()
    assert words(editor) == desk.find("trade between").text
    assert desk.page.pages is pages, "not a word moves"
    QTest.keyClicks(editor, "Now ")
    assert words(editor).startswith("Now In 2022, trade") or "Now" in words(editor)[:12]


def test_f2_opens_the_paragraph_of_the_field_in_focus(desk: Desk) -> None:
    desk.view.focus_path("figures[f1].amount")
    assert desk.view.by_hand.rewrite()
    assert "trade" in words(desk.editor)


def test_enter_keeps_the_words_as_one_step_of_undo(desk: Desk) -> None:
    before = desk.window.session.dossier
    editor = desk.open("trade between")
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(editor, " A record.")
    QTest.qWait(600)  # so long that the words are kept meanwhile
    QTest.keyClicks(editor, " Again.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not desk.is_open
    assert desk.find("trade between").text.endswith(" A record. Again.")
    assert desk.window.session.undo_label == "Wording"
    desk.undo()
    assert desk.window.session.dossier == before
    assert not desk.find("trade between").text.endswith("Again.")


def test_escape_leaves_the_words_as_they_were(desk: Desk) -> None:
    before, texts = desk.window.session.dossier, desk.texts
    editor = desk.open("trade between")
    QTest.keyClicks(editor, "Nonsense ")
    QTest.qWait(600)
    assert desk.window.session.dossier is not before, "kept, were the program to stop now"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not desk.is_open
    assert desk.window.session.dossier is before
    assert desk.texts == texts
