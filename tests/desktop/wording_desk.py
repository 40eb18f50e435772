"""A window with the sample's press release, and what a person does to its paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.windows import at_full_size

from briefing import places
from briefing.app import make_window
from briefing.compose.document import Paragraph
from briefing.desktop.parts.button import Button
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.desktop.wording.editor import ParagraphEdit

SAMPLE = places.samples() / "stockholm-2023.json"

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
        return QPoint(round(room.left() + placed.x * self.page.scale) + 3, round(room.top()) + 6)

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
        """Choose the paragraph with these words: click on it, and take it up with Ctrl and an arrow."""
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=self.spot(words))
        self.page.setFocus()
        QTest.keyClick(self.page, Qt.Key.Key_Down, CONTROL)

    def menu(self, words: str) -> QMenu:
        """The menu of a right click on a paragraph."""
        spot = self.spot(words)
        port = self.page.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, port.mapToGlobal(spot))
        QApplication.sendEvent(port, event)
        return shown_menu()

    def marked(self, words: str) -> str:
        """How a paragraph is marked in the margin; empty when it is not."""
        document = self.view.preview.document
        assert document is not None
        worded = document.wording.get(self.find(words).id)
        return worded.state if worded is not None else ""

    def click_rule(self) -> None:
        """Click on the dotted rule where something was left out: between the paragraphs above and below it."""
        document = self.view.preview.document
        assert document is not None
        above = document.left_out_after[document.left_out[0]]
        self.page.show_block(above)
        QTest.qWait(200)
        found = self.page.pages.find_block(above)
        assert found is not None
        room = self.page.viewport_rect(*found)
        spot = QPoint(round(room.center().x()), round(room.bottom()) + 3)
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def undo(self) -> None:
        self.view.undo()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Desk:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = at_full_size(make_window(qapp, settings, SAMPLE, tmp_path / "drafts"))
    qtbot.addWidget(window, before_close_func=lambda w: w.session.replace(w.session.dossier, None))
    window.resize(1440, 900)
    window.show()
    window.work.open_as_new(SAMPLE)
    window.view.choose_type("press-release")
    qapp.processEvents()
    return Desk(window)


def words(editor: ParagraphEdit) -> str:
    return "".join(span.text for span in editor.spans())


def values(editor: ParagraphEdit) -> list[str]:
    return [span.text for span in editor.spans() if span.paths]


def shown_menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def take(menu: QMenu, words: str) -> None:
    """Choose from a menu what begins with these words."""
    action = next(each for each in menu.actions() if each.text().startswith(words))
    assert action.isEnabled()
    action.trigger()
    menu.close()
    QApplication.processEvents()


TRADE = "trade between"
