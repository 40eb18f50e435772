"""A window as tests of the desktop open it, and what a person sees and does in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefing import places
from briefing.app import SIZE, make_window
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window

SAMPLE = places.samples() / "stockholm-2023.json"
W = TypeVar("W", bound=QWidget)


def settings_in(folder: Path) -> Settings:
    made = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    made.export_folder = folder
    return made


def at_full_size(window: Window) -> Window:
    """The window as on a screen that has room for it: the one that tests run on has not."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*SIZE)
    return window


def open_window(qtbot: QtBot, qapp: QApplication, folder: Path) -> Window:
    """The program as it starts, on the start page; `folder` holds its settings, and the person's own in "own"."""
    made = at_full_size(make_window(qapp, settings_in(folder), SAMPLE, folder / "own"))
    qtbot.addWidget(made, before_close_func=_leave_nothing)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def open_on_sample(qtbot: QtBot, qapp: QApplication, folder: Path) -> Window:
    """The program with the sample in it, its form built."""
    made = open_window(qtbot, qapp, folder)
    made.open_sample()
    qtbot.waitUntil(lambda: made.view.form.key != "", timeout=5000)
    return made


def _leave_nothing(window: QWidget) -> None:
    """So that closing asks nothing, and the next test dresses the program itself."""
    assert isinstance(window, Window)
    window.session.replace(window.session.dossier, None)
    window.view.form.reset()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


def focused() -> QWidget:
    """What the keyboard now goes to: a list that dropped, else the widget in focus."""
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible()]
    if windows and QApplication.activeWindow() is None:
        # Offscreen there is no window manager that gives the window back when a list or a question has closed.
        windows[-1].activateWindow()
        QApplication.processEvents()
    found = QApplication.focusWidget() or (windows[-1].focusWidget() if windows else None)
    assert found is not None
    return found


def type_text(text: str) -> None:
    """Type it, each key to what has the focus by then."""
    for key in text:
        QTest.keyClicks(focused(), key)


def press(keys: str) -> None:
    """Press keys, as in "Ctrl+K"."""
    QTest.keySequence(focused(), QKeySequence(keys))


def button(parent: QWidget, words: str) -> QAbstractButton:
    """The button in sight that says this, or that a screen reader reads so."""
    found = [each for each in parent.findChildren(QAbstractButton) if each.isVisible()]
    named = [each for each in found if words in (each.text().replace("&", ""), each.accessibleName())]
    assert named, f"no button says {words!r}, but {[each.text() or each.accessibleName() for each in found]}"
    return named[0]


def click(parent: QWidget, words: str) -> None:
    QTest.mouseClick(button(parent, words), Qt.MouseButton.LeftButton)


@contextmanager
def answering(words: str) -> Iterator[list[str]]:
    """Answer the next question by the button with these words; gives what was asked."""
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            QTest.mouseClick(button(box, words), Qt.MouseButton.LeftButton)

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(answer)
    timer.start()
    try:
        yield asked
    finally:
        timer.stop()
