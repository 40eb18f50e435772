"""The session: the dossier that is open, its undo, and where it is saved. One signal says all that changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from briefing.dossier import edits, files
from briefing.dossier.model import Dossier
from briefing.export.files import write_whole
from briefing.frozen import frozen

#: Typing in one field is one undo step until this many seconds pass without a key.
PAUSE = 1.5
#: Steps of undo that are kept.
DEPTH = 1000

Change = Callable[[Dossier], Dossier]


@frozen
class _Step:
    """A dossier as it was before an edit; `label` is what the menu calls the edit, `merge` the field that it is of."""

    before: Dossier
    label: str
    merge: str
    at: float


class Session(QObject):
    """Holds one frozen dossier at a time. Everything else on screen derives from `changed`."""

    changed = Signal(object, object)
    file_changed = Signal()

    def __init__(self, dossier: Dossier, path: Path | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._dossier = dossier
        self._saved = dossier
        self._clock = clock
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self.path = path
        self.saved_at: datetime | None = None

    @property
    def dossier(self) -> Dossier:
        return self._dossier

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what is on screen; a new, untouched dossier counts as saved."""
        return self._dossier is self._saved or self._dossier == self._saved

    @property
    def undo_label(self) -> str:
        """What would be undone, "edit" where the edit has no name of its own; empty when there is nothing."""
        return (self._undo[-1].label or "edit") if self._undo else ""

    @property
    def redo_label(self) -> str:
        return (self._redo[-1].label or "edit") if self._redo else ""

    def set_value(self, path: str, value: Any, label: str = "") -> None:
        """Give a field another value. Edits of one field in quick succession are one step of undo."""
        self.edit(lambda dossier: edits.set_value(dossier, path, value), label, merge=path)

    def edit(self, change: Change, label: str, merge: str = "") -> None:
        """Take the dossier that `change` makes as the next one; nothing happens when it is the same."""
        before, after = self._dossier, change(self._dossier)
        if after is before:
            return
        now = self._clock()
        last = self._undo[-1] if self._undo else None
        if last is not None and merge and last.merge == merge and now - last.at < PAUSE:
            self._undo[-1] = _Step(last.before, last.label, merge, now)
        else:
            self._undo.append(_Step(before, label, merge, now))
            del self._undo[:-DEPTH]
        self._redo.clear()
        self._become(after)

    def undo(self) -> None:
        if self._undo:
            step = self._undo.pop()
            self._redo.append(_Step(self._dossier, step.label, "", step.at))
            self._become(step.before)

    def redo(self) -> None:
        if self._redo:
            step = self._redo.pop()
            self._undo.append(_Step(self._dossier, step.label, "", step.at))
            self._become(step.before)

    def replace(self, dossier: Dossier, path: Path | None) -> None:
        """Open another dossier: its undo begins anew."""
        before = self._dossier
        self._undo.clear()
        self._redo.clear()
        self._dossier = self._saved = dossier
        self.path, self.saved_at = path, None
        self.changed.emit(before, dossier)
        self.file_changed.emit()

    def save(self, path: Path, now: datetime) -> None:
        """Write the dossier whole to `path`. ExportError when it cannot be; then nothing changes."""
        write_whole(path, files.dumps(self._dossier).encode("utf-8"))
        self.path, self.saved_at, self._saved = path, now, self._dossier
        self.file_changed.emit()

    def _become(self, dossier: Dossier) -> None:
        before, self._dossier = self._dossier, dossier
        self.changed.emit(before, dossier)
        self.file_changed.emit()
