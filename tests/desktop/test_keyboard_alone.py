"""Filled from nothing with the keyboard alone: both documents are exported, and hold all that was typed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import at_full_size

from briefing import places
from briefing.app import make_window
from briefing.desktop.form.bound import path_of
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window

pytestmark = pytest.mark.layout
SAMPLE = places.samples() / "stockholm-2023.json"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Tabs from one field to the next; beyond it the field cannot be reached.
MOST_TABS = 40


class Hands:
    """Ten fingers: keys go to whatever has the focus, and nothing else is touched."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def place(self) -> QWidget:
        QApplication.processEvents()
        if not self.window.isActiveWindow():
            # Offscreen there is no window manager that gives the window back when a list of matches has closed.
            self.window.activateWindow()
            QApplication.processEvents()
        return self.window.focusWidget() or self.window

    def press(self, keys: str) -> None:
        QTest.keySequence(self.place, QKeySequence(keys))

    def type(self, text: str) -> None:
        for line, part in enumerate(text.split("\n")):
            if line:
                QTest.keyClick(self.place, Qt.Key.Key_Return)
            QTest.keyClicks(self.place, part)

    def tab_to(self, end: str) -> None:
        """Tab until the field whose path ends so has the focus."""
        for _ in range(MOST_TABS):
            if path_of(self.place).endswith(end):
                return
            QTest.keyClick(self.place, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {end}; it is at {path_of(self.place)}")

    def fill(self, end: str, text: str) -> None:
        self.tab_to(end)
        self.type(text)

    def choose(self, end: str, times: int) -> None:
        """Choose in a list of choices or a row of segments with the arrow keys."""
        self.tab_to(end)
        for _ in range(times):
            QTest.keyClick(self.place, Qt.Key.Key_Down)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.export_folder = tmp_path
    made = at_full_size(make_window(qapp, settings, SAMPLE, tmp_path / "drafts"))
    qtbot.addWidget(made, before_close_func=lambda w: w.session.replace(w.session.dossier, None))
    made.show()
    return made


def fill_meeting(hands: Hands) -> None:
    hands.press("Ctrl+N")
    hands.choose("meeting.kind", 1)
    hands.fill("meeting.date", "14 May 2025")
    hands.fill("meeting.start_time", "10:00")
    hands.fill("meeting.city", "Aldenport")
    hands.fill("meeting.venue", "Harbour House")
    hands.fill("previous.date", "2023")
    hands.fill("meeting.reason", "Their new minister asked for it.")


def fill_people(hands: Hands) -> None:
    hands.press("Ctrl+2")
    hands.fill("sides[s1].country", "Velmora")
    hands.press("Ctrl+Shift+P")
    hands.type("Davor Ketlan")
    hands.fill("].office", "State Secretary for Transport of Kestria")
    hands.press("Ctrl+2")
    hands.fill("sides[s2].country", "Kestria")


def fill_topic(hands: Hands) -> None:
    hands.press("Ctrl+Shift+T")
    hands.type("Rail crossing")
    hands.fill("].points", "The bridge stands.\nNo agreement says who may run trains.")
    hands.fill("].line_to_take", "We can sign today.")
    hands.fill("].they_may_say", "They need until June.")


def fill_trade(hands: Hands) -> None:
    hands.press("Ctrl+5")
    hands.fill("trade.reporter", "Velmora")
    hands.fill("trade.partner", "Kestria")
    hands.choose("trade.scale", 3)
    hands.choose("trade.unit", 1)
    for _ in range(MOST_TABS):
        if "Add a period" in getattr(hands.place, "text", str)():
            break
        QTest.keyClick(hands.place, Qt.Key.Key_Tab)
    QTest.keyClick(hands.place, Qt.Key.Key_Return)
    for text in ("2024", "40.5", "61.2", "101.7"):
        hands.type(text)
        QTest.keyClick(hands.place, Qt.Key.Key_Tab)


def words_of(path: Path) -> str:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))


def test_a_dossier_is_filled_and_exported_without_the_mouse(window: Window, tmp_path: Path) -> None:
    hands = Hands(window)
    for step in (fill_meeting, fill_people, fill_topic, fill_trade):
        step(hands)
    hands.press("Ctrl+8")
    hands.press("Ctrl+0")
    hands.press("Ctrl+E")
    note = words_of(next(tmp_path.glob("*briefing-note*.docx")))
    for words in (
        "Aldenport", "14\u00a0May 2025", "Harbour House", "10:00", "2023", "Their new minister asked for it.",
        "Davor Ketlan", "State Secretary for Transport of Kestria", "Kestria", "Rail crossing", "The bridge stands.",
        "No agreement says who may run trains.", "We can sign today.", "They need until June.", "40.5", "61.2", "101.7",
    ):  # fmt: skip
        assert words in note, words
    window.view.choose_type("press-release")
    hands.press("Ctrl+E")
    release = words_of(next(tmp_path.glob("*press-release*.docx")))
    for words in ("Aldenport", "14\u00a0May 2025", "Davor Ketlan", "Kestria", "101.7"):
        assert words in release, words
    for words in ("We can sign today.", "They need until June.", "Their new minister", "Rail crossing"):
        assert words not in release, words
