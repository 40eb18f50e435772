"""Key pressed to page painted, in the real window: form, session, compose, layout, checks' timer and paint."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.windows import at_full_size

from briefing import places
from briefing.app import make_window
from briefing.desktop.settings import Settings
from briefing.desktop.sweeping import Sweeping
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.dossier.model import Dossier

#: Pages, and milliseconds that 99 of 100 keys may take (design, section 8).
TARGETS = ((2, 5.0), (20, 8.0), (200, 16.7))
#: What is typed behind what stands in the field, one after the other, letter by letter, and taken out again.
TYPED = (
    " and new forms of cooperation in transit", " and the carriage of goods by rail across",
    " and what follows from it for the two si", " and questions of customs on the borders ",
    " and the supply of machines to farms and",
)  # fmt: skip


def _of_pages(sample: Dossier, pages: int) -> Dossier:
    """The sample with its topics again and again, until the briefing note is about so long."""
    if pages <= 2:
        return sample
    topics = [
        replace(topic, id=f"{topic.id}x{n}", points=tuple(replace(p, id=f"{p.id}x{n}") for p in topic.points),
                statements=tuple(replace(s, id=f"{s.id}x{n}") for s in topic.statements))
        for n in range(pages * 2) for topic in sample.topics
    ]  # fmt: skip
    return replace(sample, topics=tuple(topics))


def _keys() -> list[Qt.Key]:
    return [
        key for text in TYPED for key in (*(Qt.Key(ord(c.upper())) for c in text), *[Qt.Key.Key_Backspace] * len(text))
    ]


def _times(window: Window, path: str) -> list[float]:
    """Milliseconds from each key into a field until all that it changed is painted, the page in view with it."""
    window.view.focus_path(path)
    QApplication.processEvents()
    control = window.view.form.focusWidget()
    assert window.view.page_view.viewport().isVisible()
    found = []
    for typed in _keys():
        start = perf_counter()
        QTest.keyClick(control, typed)
        QApplication.processEvents()
        found.append((perf_counter() - start) * 1e3)
    return found[20:]


def run() -> list[tuple[str, str, str]]:
    """Rows of (what, measured, target)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Sweeping(app)  # as the program does
    folder = Path(tempfile.mkdtemp())
    sample = places.samples() / "stockholm-2023.json"
    window = make_window(app, Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)), sample, folder)
    at_full_size(window).show()
    rows = []
    for pages, target in TARGETS:
        window.session.replace(_of_pages(files.read(sample), pages), None)
        window.work.open_as_new(sample) if pages <= 2 else window.view.open()
        QApplication.processEvents()
        count = len(window.view.preview.pages)
        # A value at the head of the document, and one in a row of a list in the middle of it.
        topics = window.session.dossier.topics
        for name, path in (("city", "meeting.city"), ("topic", f"topics[{topics[len(topics) // 2].id}].area")):
            found = _times(window, path)
            p50, p99 = quantiles(found, n=100)[49], quantiles(found, n=100)[98]
            measured = f"p50 {p50:.1f} ms, p99 {p99:.1f} ms"
            rows.append((f"key to painted page, {name}, {count} pages", measured, f"p99 < {target:g} ms"))
        window.session.replace(window.session.dossier, None)
    return rows


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
