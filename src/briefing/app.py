"""Builds the desktop program: each object is made once here, and the signals are joined."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from briefing import __version__, places
from briefing.compose.packs import PackError, load_all
from briefing.desktop import failures
from briefing.desktop.look import Look
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window

SIZE = (1440, 900)


def make_window(app: QApplication, settings: Settings, sample: Path, drafts_folder: Path) -> Window:
    """The main window with everything in it, not yet shown."""
    look = Look(app, settings.scheme)
    problem = ""
    try:
        packs = load_all([places.own_templates(), places.templates()])
    except PackError as error:
        # A broken document type of the person's own must not keep them from the others.
        packs, problem = load_all([places.templates()]), str(error)
    window = Window(look, settings, packs, sample, drafts_folder)
    if not settings.geometry.isEmpty():
        window.restoreGeometry(settings.geometry)
    else:
        window.resize(*SIZE)
    if problem:
        window.say(problem)
    return window


def run(*, file: Path | None, sample: Path, show_sample: bool) -> int:
    """Open the app, on a file, on the sample, or on the start page; give its exit status."""
    QCoreApplication.setOrganizationName("Briefing")
    QCoreApplication.setApplicationName("Briefing")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    failures.open_log(places.own_data())
    window = make_window(app, Settings(QSettings()), sample, places.own_data())
    failures.catch(window.drafts.keep, window.say_error)
    window.show()
    if file is not None:
        window.open(file)
    elif show_sample:
        window.open_as_new(sample)
    else:
        window.recover()
    return app.exec()
