"""How long until the first window is painted, and what memory it takes, over a bare Qt window in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median

RUNS = 9
#: What is measured, and the ratio over the bare window that is to be reached (design, section 8).
START_TARGET, OPEN_TARGET, MEMORY_TARGET = 1.5, 2.5, 1.6

_TAIL = """
from PySide6.QtCore import QObject, QEvent, QTimer
class _Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, _done)
        return False
def _done():
    pages = open('/proc/self/smaps_rollup').read()
    pss = next(line for line in pages.splitlines() if line.startswith('Pss:')).split()[1]
    print(time.perf_counter() - START, time.process_time(), pss, flush=True)
    os._exit(0)
painted = _Painted()
"""
_HEAD = "import os, sys, time, tempfile\nSTART = time.perf_counter()\n"
_BARE = (
    _HEAD
    + "from PySide6.QtWidgets import QApplication, QMainWindow\napp = QApplication([])\nwindow = QMainWindow()\n"
    + _TAIL
    + "window.resize(1440, 900)\nwindow.installEventFilter(painted)\nwindow.show()\napp.exec()\n"
)
_OURS = (
    _HEAD
    + """
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from briefing import places
from briefing.app import make_window
from briefing.desktop.settings import Settings
app = QApplication([])
folder = tempfile.mkdtemp()
settings = Settings(QSettings(folder + '/s.ini', QSettings.Format.IniFormat))
sample = places.samples() / 'stockholm-2023.json'
window = make_window(app, settings, sample, Path(folder))
"""
    + _TAIL
)
_START = _OURS + "window.start.installEventFilter(painted)\nwindow.show()\napp.exec()\n"
_OPEN = (
    _OURS
    + "window.show()\nwindow.view.page_view.viewport().installEventFilter(painted)\nwindow.work.open_as_new(sample)\napp.exec()\n"
)


def _once(code: str) -> tuple[float, float, float]:
    """Wall and CPU seconds and memory (PSS, kB) of a process that shows a window, paints it once and ends."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True, timeout=60
    )
    wall, cpu, memory = map(float, done.stdout.split())
    return wall, cpu, memory


def run() -> list[tuple[str, str, str]]:
    """Rows of (what, measured, target). Each round runs all three, so that noise falls on all alike."""
    rounds = [[_once(code) for code in (_BARE, _START, _OPEN)] for _ in range(RUNS)]
    wall, cpu, memory = ([median(each[kind][part] for each in rounds) for kind in range(3)] for part in range(3))
    return [
        ("bare Qt window", f"{wall[0] * 1e3:.0f} ms, {memory[0] / 1024:.0f} MB", "the floor"),
        ("first window, over the bare one", f"{wall[1] / wall[0]:.2f}× ({cpu[1] / cpu[0]:.2f}× CPU)", f"≤ {START_TARGET}×"),
        ("dossier open, page shown", f"{wall[2] / wall[0]:.2f}× ({cpu[2] / cpu[0]:.2f}× CPU)", f"≤ {OPEN_TARGET}×"),
        ("memory with a dossier open", f"{memory[2] / memory[0]:.2f}× ({memory[2] / 1024:.0f} MB)", f"≤ {MEMORY_TARGET}×"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
