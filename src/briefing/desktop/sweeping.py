"""Cycles that nothing reaches are looked for while nothing is done, and never in the middle of a key or of painting."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

from PySide6.QtCore import QObject, QTimer

#: Milliseconds from one look at what is being done to the next.
EVERY = 2_000
#: Seconds that the processor works for the program from one look to the next while nobody does anything.
AT_REST = 0.05
#: Fewer objects more than after the last search are not worth another one.
WORTH = 20_000
#: With so many a search is made even while a person types: about 100 bytes each.
MOST = 2_000_000


class Sweeping(QObject):
    """Takes over from Python's own collector, until the program ends.

    Python's own runs after so many new objects, whatever is being done: with a dossier of 1,000 figures a full search
    holds up a key for 120 ms, and objects of Qt may go in the middle of painting. What is made anew with each key
    (dossier, document, pages) holds no cycles, so there is seldom anything to be found.
    """

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = process_time) -> None:
        """`clock` gives the seconds that the processor has worked for the program."""
        super().__init__(parent)
        gc.disable()
        self._clock = clock
        self._before = clock()
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search where nothing is being done and enough has been made since the last search."""
        made, now = gc.get_count()[0], self._clock()
        at_rest = now - self._before < AT_REST
        self._before = now
        if (made > WORTH and at_rest) or made > MOST:
            gc.collect()
            self._before = self._clock()
            if not self._settled:
                # The window and all modules stay until the end: no later search has to walk over them.
                gc.freeze()
                self._settled = True
