"""A key in the trade grid of 1,000 figures until it is painted, in the form with its session, while the checks run."""

from __future__ import annotations

import os
from dataclasses import replace
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing import places
from briefing.desktop.checking import DELAY, Checking
from briefing.desktop.form.form import Form
from briefing.desktop.session import Session
from briefing.desktop.sweeping import Sweeping
from briefing.desktop.verdicts import Verdicts
from briefing.dossier import files
from briefing.dossier.figures import TRADE_MEASURES, Amount, Figure, Period
from briefing.dossier.model import Dossier

FIGURES = 1000
#: Milliseconds that 99 of 100 keys may take.
TARGET = 16.7
CELLS = 60


def of_figures(sample: Dossier, count: int) -> Dossier:
    """The sample with so many figures, month by month: export, import and the total that they make, more or less."""
    figures = []
    for at in range(count):
        month = at // len(TRADE_MEASURES)
        year, number = 1990 + month // 12, month % 12 + 1
        span = Period(f"{year}-{number:02}-01", f"{year}-{number:02}-28", basis="calendar")
        parts = (f"{40 + month % 7}.{month % 10}", f"{200 + month % 11}.{month % 10}")
        value = (*parts, f"{240 + month % 7 + month % 11}.{month % 10 * 2 % 10}")[at % 3]
        amount = Amount(value, "million", "USD", "exact")
        figures.append(Figure(f"x{at}", TRADE_MEASURES[at % 3], "", "KZ", "SE", span, amount))
    return replace(sample, figures=tuple(figures))


def _key(form: Form, key: Qt.Key) -> float:
    """Milliseconds from a key until what it has changed is painted."""
    target = QApplication.focusWidget() or form.focusWidget()
    start = perf_counter()
    QTest.keyClick(target, key)
    QApplication.processEvents()
    return (perf_counter() - start) * 1e3


def _times(form: Form, checks: Checking, session: Session) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of letters, of Enter that takes a figure, and of what a key waits for where the checks run."""
    letters, enters, waits = [], [], []
    for at in range(CELLS):
        for digit in f"{41 + at % 7}.{at % 10}":
            letters.append(_key(form, Qt.Key.Key_Period if digit == "." else Qt.Key(Qt.Key.Key_0 + int(digit))))
        enters.append(_key(form, Qt.Key.Key_Return))
        waits.extend(_waits(checks, session))
    return letters[8:], enters[2:], waits


def _waits(checks: Checking, session: Session) -> list[float]:
    """Milliseconds of each pass of the event loop from the first slice of the checks until what they say is shown.

    A key that is pressed then waits for one of them before its own time begins.
    """
    over = list[object]()
    told = checks.done.connect(over.append)
    checks.follow(session.dossier, None)
    QTest.qWait(DELAY - 20)
    found = []
    while not over:
        start = perf_counter()
        QApplication.processEvents()
        found.append((perf_counter() - start) * 1e3)
    checks.done.disconnect(told)
    return [each for each in found if each > 0.1]


def run() -> list[tuple[str, str, str]]:
    """Rows of (what, measured, target)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    Sweeping(app)  # as the program does
    session = Session(of_figures(files.read(places.samples() / "stockholm-2023.json"), FIGURES))
    form = Form(session)
    session.changed.connect(lambda _old, new: form.show_dossier(new, even_focused=False))
    checks = Checking()
    checks.done.connect(lambda found: form.show_verdicts(Verdicts(found, lambda _finding: True)))
    form.resize(560, 800)
    form.show()
    form.activateWindow()
    form.show_section("trade")
    form.focus_path(f"figures[x{FIGURES // 2 // 3 * 3}].amount")
    app.processEvents()
    rows = []
    for name, found in zip(("letter", "Enter", "wait for the checks"), _times(form, checks, session), strict=True):
        p50, p99 = quantiles(found, n=100)[49], quantiles(found, n=100)[98]
        measured = f"p50 {p50:.1f} ms, p99 {p99:.1f} ms"
        rows.append((f"grid of {FIGURES:,} figures, {name}", measured, f"p99 < {TARGET:g} ms"))
    form.close()
    form.deleteLater()
    return rows


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
