"""Checking: the checks follow typing in slices of a few milliseconds, and give up for the next key."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.checks.finding import Finding
from briefing.compose.packs import Pack
from briefing.dossier.model import Dossier

#: Milliseconds after the last key until the checks run: they follow typing, they never hold it up.
DELAY = 120
#: Milliseconds of checks between two looks at the keyboard. A dossier of an ordinary size takes one slice.
SLICE = 4


class Checking(QObject):
    """Runs the checks of one dossier at a time; `done` tells what they found. A newer dossier ends them unheard."""

    done = Signal(object)  # tuple[Finding, ...]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: Another dossier whose figures are held against these, for as long as this one is open.
        self.earlier: Dossier | None = None
        self._asked: tuple[Dossier, Pack | None] | None = None
        self._steps: Generator[None, None, tuple[Finding, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def follow(self, dossier: Dossier, pack: Pack | None) -> None:
        """Check this dossier, for what the document type still needs too, once nobody types."""
        self._steps, self._asked = None, (dossier, pack)
        self._timer.start(DELAY)

    def finish(self, dossier: Dossier, pack: Pack | None) -> None:
        """Check this dossier now, to the end."""
        self._timer.stop()
        self._begin(dossier, pack)
        while self._steps is not None:
            self._step()

    def _go_on(self) -> None:
        if self._asked is not None:
            self._begin(*self._asked)
        until = perf_counter() + SLICE / 1000
        while self._steps is not None and perf_counter() < until:
            self._step()
        if self._steps is not None:
            self._timer.start(0)

    def _begin(self, dossier: Dossier, pack: Pack | None) -> None:
        from briefing.checks.all import checking  # loaded after the page has been shown

        self._asked = None
        given = (pack.id, pack.name(), pack.needs) if pack else ()
        self._steps = checking(dossier, *given, earlier=self.earlier)

    def _step(self) -> None:
        assert self._steps is not None
        try:
            next(self._steps)
        except StopIteration as ended:
            self._steps = None
            self.done.emit(ended.value)
