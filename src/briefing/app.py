"""Builds the desktop program: each object is made once here, and the signals are joined."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from briefing import __version__, places
from briefing.desktop import failures
from briefing.desktop.look import Look, make_app
from briefing.desktop.settings import Settings
from briefing.desktop.sweeping import Sweeping
from briefing.desktop.window import Window

SIZE = (1440, 900)
#: Pixels that a window's title and frame take of a screen's height, at the least.
FRAME = 40


def make_window(app: QApplication, settings: Settings, sample: Path, own: Path) -> Window:
    """The main window with everything in it, not yet shown. `own` is the person's folder: drafts, our house."""
    window = Window(Look(app, settings.scheme), settings, sample, own)
    if not settings.geometry.isEmpty():
        window.restoreGeometry(settings.geometry)
    else:
        _fit(window, app.primaryScreen().availableSize())
    return window


def _fit(window: Window, room: QSize) -> None:
    """The size of a first start: where the screen has less room than that, and a frame, it is filled."""
    size = QSize(*SIZE)
    window.resize(size.boundedTo(room))
    if room.width() <= size.width() or room.height() <= size.height() + FRAME:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def run(*, file: Path | None, sample: Path, show_sample: bool) -> int:
    """Open the app, on a file, on the sample, or on the start page; give its exit status."""
    QCoreApplication.setOrganizationName("Briefing")
    QCoreApplication.setApplicationName("Briefing")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication.instance() or make_app()
    assert isinstance(app, QApplication)
    Sweeping(app)
    window = make_window(app, Settings(QSettings()), sample, places.own_data())
    failures.catch(window.keep_draft, window.say_error, places.own_data())
    window.show()
    QTimer.singleShot(0, lambda: failures.open_log(places.own_data()))
    if file is not None:
        window.work.open(file)
    elif show_sample:
        window.work.open_as_new(sample)
    window.offer_recovery()
    return app.exec()
