"""Cycles that nothing reaches are looked for while nothing is done, and never in the middle of a key or of painting."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds from one look at how many objects were made to the next.
EVERY = 2_000
#: Between two looks at rest fewer objects than this are made, and fewer than these in all are not worth a search.
AT_REST, WORTH = 1_000, 20_000
#: With so many a search is made even while a person types: about 100 bytes each.
MOST = 2_000_000


class Sweeping(QObject):
    """Takes over from Python's own collector, until the program ends.

    Python's own runs after so many new objects, whatever is being done: with a dossier of 1,000 figures a full search
    holds up a key for 120 ms, and objects of Qt may go in the middle of painting. What is made anew with each key
    (dossier, document, pages) holds no cycles, so there is seldom anything to be found.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._before = 0
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search where nothing is being done and enough has been made since the last search."""
        made = gc.get_count()[0]
        at_rest = made - self._before < AT_REST
        self._before = made
        if (made > WORTH and at_rest) or made > MOST:
            gc.collect()
            self._before = gc.get_count()[0]
            if not self._settled:
                # The window and all modules stay until the end: no later search has to walk over them.
                gc.freeze()
                self._settled = True
