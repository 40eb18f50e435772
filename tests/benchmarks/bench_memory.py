"""Memory that ten thousand edits in the window leave behind, each composed, laid out and painted."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.windows import at_full_size

from briefing import places
from briefing.app import make_window
from briefing.desktop.look import make_app
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window

#: Edits that fill the caches and the history of undo, then those that are measured.
FIRST, EDITS = 4_000, 10_000
#: Megabytes that may be left: 200 bytes to an edit.
MOST = 2.0
PATHS = ("meeting.city", "topics[t1].line_to_take", "figures[f1].amount.value")


def _megabytes() -> float:
    """The resident memory of this process; of Linux only."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _edit(window: Window, first: int, count: int) -> None:
    app = QApplication.instance()
    assert app is not None
    for number in range(first, first + count):
        path = PATHS[number // 40 % len(PATHS)]
        text = (
            f"{number % 900 + 50}.{number % 10}" if path.startswith("figures") else f"Word {number} " * (number % 7 + 1)
        )
        window.work.session.set_value(path, text.strip(), "Edit")
        app.processEvents()


def run() -> list[tuple[str, str, str]]:
    """Rows of (what, measured, target)."""
    if not Path("/proc/self/statm").exists():
        return []
    made = QApplication.instance() or make_app()
    assert isinstance(made, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        sample = places.samples() / "stockholm-2023.json"
        window = make_window(made, settings, sample, Path(folder))
        at_full_size(window).show()
        window.open_sample()
        QTest.qWait(300)
        _edit(window, 0, FIRST)
        before = _megabytes()
        _edit(window, FIRST, EDITS)
        left = _megabytes() - before
        window.work.session.replace(window.work.session.dossier, None)
        window.close()
        window.deleteLater()
    return [(f"memory left by {EDITS:,} edits, of {before:.0f} MB", f"{left:+.1f} MB", f"< {MOST:g} MB")]


if __name__ == "__main__":
    for row in run():
        sys.stdout.write(" | ".join(row) + "\n")
