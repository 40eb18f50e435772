"""How long until the first window is painted, and what memory it takes, over a bare Qt window in the same run.

As for a person who has used the program before: its modules are compiled, as pip leaves them, and its document types
have been read.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from statistics import median

RUNS = 9
#: What is measured, and the ratio over the bare window that is to be reached (design, section 8).
START_TARGET, OPEN_TARGET, MEMORY_TARGET = 1.5, 2.5, 1.6

# The memory is taken when all has settled, what is built after the first paint being there too. It is what is resident:
# a share of the libraries (PSS) would change with whatever else runs.
_TAIL = """
from PySide6.QtCore import QObject, QEvent, QTimer
times, after = [], []
def _time():
    times.extend((time.perf_counter() - START, time.process_time()))
class _Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not times:
            QTimer.singleShot(0, _done)
        return False
def _done():
    if not times:
        _time()
        for call in after:
            call()
        QTimer.singleShot(600, _end)
def _end():
    pages = open('/proc/self/smaps_rollup').read()
    memory = next(line for line in pages.splitlines() if line.startswith('Rss:')).split()[1]
    print(memory, *times, flush=True)
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
from PySide6.QtCore import QSettings, Qt
from briefing import places
from briefing.app import make_window
from briefing.desktop.look import make_app
from briefing.desktop.settings import Settings
from briefing.desktop.sweeping import Sweeping
app = make_app()
Sweeping(app)
folder = tempfile.mkdtemp()
settings = Settings(QSettings(folder + '/s.ini', QSettings.Format.IniFormat))
sample = places.samples() / 'stockholm-2023.json'
window = make_window(app, settings, sample, Path(folder))
window.setWindowState(Qt.WindowState.WindowNoState)
window.resize(1440, 900)
"""
    + _TAIL
)
_START = _OURS + "window.start.installEventFilter(painted)\nwindow.show()\napp.exec()\n"
_OPEN = (
    _OURS
    + """
def _look():
    from briefing.desktop.form.bound import path_of
    if len(times) == 2 and path_of(app.focusWidget()):
        _time()
after.append(_look)
app.focusChanged.connect(lambda: QTimer.singleShot(0, _look))
window.show()
window.view.page_view.viewport().installEventFilter(painted)
window.work.open_as_new(sample)
app.exec()
"""
)


def _once(code: str, compiled: str) -> list[float]:
    """Of a process with a window: memory (RSS, kB), wall and CPU seconds to its paint, and until ready to type."""
    kept = {"PYTHONPYCACHEPREFIX": compiled, "XDG_CACHE_HOME": compiled}
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | kept
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True, timeout=60
    )
    return [float(word) for word in done.stdout.split()]


def run() -> list[tuple[str, str, str]]:
    """Rows of (what, measured, target). Each round runs all three, so that noise falls on all alike."""
    with tempfile.TemporaryDirectory() as compiled:
        _once(_OPEN, compiled)
        rounds = [[_once(code, compiled) for code in (_BARE, _START, _OPEN)] for _ in range(RUNS)]
    memory, wall, cpu = ([median(each[kind][part] for each in rounds) for kind in range(3)] for part in range(3))
    ready, ready_cpu = (median(each[2][part] for each in rounds) for part in (3, 4))

    used = memory[2] / memory[0]

    def over(kind: int) -> str:
        return f"{wall[kind] / wall[0]:.2f}× ({cpu[kind] / cpu[0]:.2f}× CPU)"

    return [
        ("bare Qt window", f"{wall[0] * 1e3:.0f} ms, {memory[0] / 1024:.0f} MB", "the floor"),
        ("first window, over the bare one", over(1), f"≤ {START_TARGET}×"),
        ("dossier open, page shown", over(2), f"≤ {OPEN_TARGET}×"),
        ("its form ready to type", f"{ready / wall[0]:.2f}× ({ready_cpu / cpu[0]:.2f}× CPU)", "soon after"),
        ("memory with a dossier open", f"{used:.2f}× ({memory[2] / 1024:.0f} MB)", f"≤ {MEMORY_TARGET}×"),
    ]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
