"""A key pressed: from the document with one word changed to its pages laid out and painted in a real window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.page.page_samples import long_document

from briefing.compose.document import Block, Paragraph, Span
from briefing.desktop.look import Look, Scheme
from briefing.desktop.page_marks import FindingMark
from briefing.desktop.page_view import PageView
from briefing.desktop.sweeping import Sweeping
from briefing.letterhead.reader import read
from briefing.page.pager import Pager

LETTERHEAD = Path(__file__).parents[2] / "templates" / "briefing-note" / "letterhead.docx"

#: Sections that fill so many pages, and the most milliseconds from key to painted page, the 99th in a hundred.
SIZES = ((2, 2, 5.0), (20, 26, 8.0), (200, 265, 16.7))
KEYS = 300
#: Milliseconds after which the view has scrolled to its place.
SETTLE = 300
WIDTH, HEIGHT = 688, 786

#: Documents one after the other, from their blocks and the place of the paragraph that is changed.
Edits = Callable[[tuple[Block, ...], int], Iterator[tuple[Block, ...]]]


class _Paints(QObject):
    """Counts the paintings of a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def run() -> list[tuple[str, float, float]]:
    """For each length and kind of edit: label, milliseconds (median, and 99th in a hundred), the most they may be."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Sweeping(app)  # as the program does
    look = Look(app, Scheme.LIGHT)
    results: list[tuple[str, float, float]] = []
    for pages, sections, target in SIZES:
        for label, edits in (("key", _words), ("row more or less", _rows)):
            most = target if label == "key" else 16.7
            taken = sorted(_time(app, sections, edits))
            name = f"{label} to painted page, {pages} pages"
            results.append((f"{name}, p50 ms", taken[len(taken) // 2], most))
            results.append((f"{name}, p99 ms", taken[round(len(taken) * 0.99) - 1], most))
    look.deleteLater()
    return results


def _words(blocks: tuple[Block, ...], at: int) -> Iterator[tuple[Block, ...]]:
    """A sentence typed letter by letter at the end of a paragraph, then begun anew."""
    paragraph = blocks[at]
    assert isinstance(paragraph, Paragraph)
    typed = " and agreed to meet again in Astana, at the same level, in the second half of next year."
    for key in range(KEYS):
        tail = Span(typed[: key % len(typed)], ("meeting.next",))
        yield (*blocks[:at], replace(paragraph, spans=(*paragraph.spans, tail)), *blocks[at + 1 :])


def _rows(blocks: tuple[Block, ...], at: int) -> Iterator[tuple[Block, ...]]:
    """A paragraph taken out and put back, so that all that follows moves."""
    for key in range(KEYS):
        yield blocks if key % 2 else (*blocks[:at], *blocks[at + 1 :])


def _time(app: QApplication, sections: int, edits: Edits) -> Iterator[float]:
    document = long_document(sections)
    at = next(i for i, block in enumerate(document.blocks) if block.id == f"s{sections // 2}.p1")
    pager = Pager(read(LETTERHEAD.read_bytes()))
    view = PageView()
    view.resize(WIDTH, HEIGHT)
    view.set_pages(pager.lay(document))
    view.set_findings([FindingMark(f"figures[s{number}].amount", "wrong") for number in range(min(sections, 20))])
    view.show()
    view.show_block(document.blocks[at].id)
    view.light("meeting.next")
    paints = _Paints()
    view.viewport().installEventFilter(paints)
    QTest.qWait(SETTLE)
    for number, blocks in enumerate(edits(document.blocks, at)):
        painted = paints.count
        start = perf_counter()
        view.set_pages(pager.lay(replace(document, blocks=blocks)))
        app.processEvents()
        taken = (perf_counter() - start) * 1e3
        if number > 10:  # the first ones warm up
            assert paints.count > painted
            yield taken
    view.close()
    view.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    for label, measured, most in run():
        sys.stdout.write(f"{label}: {measured:.2f} (at most {most:g})\n")
