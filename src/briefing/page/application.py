"""What fonts and painting need of Qt, with a display or without one."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

#: Elsewhere a display may be missing, or named and not there, which would end the program.
_NEEDS_NO_DISPLAY = ("win32", "darwin")


def application() -> QGuiApplication:
    """The program's own, or a new one that shows nothing; keep it as long as anything is laid out or drawn."""
    found = QCoreApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    hidden = [] if sys.platform in _NEEDS_NO_DISPLAY else ["-platform", "offscreen"]
    return QGuiApplication(["briefing", *hidden])
