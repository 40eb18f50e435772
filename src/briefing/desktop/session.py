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
from briefing.export.files import ExportError, write_whole
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


@frozen
class Mark:
    """A point that a session can be taken back to."""

    dossier: Dossier
    redo: tuple[_Step, ...]


class Session(QObject):
    """Holds one frozen dossier at a time. Everything else on screen derives from `changed`."""

    changed = Signal(object, object)
    file_changed = Signal()
    refused = Signal(str)  # an edit that was not taken, as a sentence

    def __init__(self, dossier: Dossier, path: Path | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._dossier = dossier
        self._saved: Dossier | None = dossier
        self._clock = clock
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self.path = path
        self.saved_at: datetime | None = None
        self.stamp = ""  # of the file as it was when we read or wrote it
        self.read_only = ""  # why nothing may be changed, as a sentence; empty where it may

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
        """Take the dossier that `change` makes as the next one; nothing happens when it is the same, or read only."""
        if self.read_only:
            self.refused.emit(self.read_only)
            return
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

    def mark(self) -> Mark:
        """Where undo and redo stand now, for `return_to`."""
        return Mark(self._dossier, tuple(self._redo))

    def return_to(self, mark: Mark, label: str) -> bool:
        """Take the edits called `label` back as if they had never been made, to what can be redone; whether that
        led back to the mark: something else may have been edited meanwhile, and stays."""
        while self._dossier is not mark.dossier and self._undo and self._undo[-1].label == label:
            self._become(self._undo.pop().before)
        if self._dossier is mark.dossier and self._redo != list(mark.redo):
            self._redo = list(mark.redo)
            self.file_changed.emit()
        return self._dossier is mark.dossier

    def replace(
        self, dossier: Dossier, path: Path | None, *, stamp: str = "", read_only: str = "", saved: bool = True
    ) -> None:
        """Open another dossier: its undo begins anew. One that is not `saved` came back from a crash."""
        before = self._dossier
        self._undo.clear()
        self._redo.clear()
        self._dossier = dossier
        self._saved = dossier if saved else None
        self.path, self.saved_at, self.stamp, self.read_only = path, None, stamp, read_only
        self.changed.emit(before, dossier)
        self.file_changed.emit()

    def has_foreign_changes(self) -> bool:
        """Whether the file holds something else by now than what we read or wrote: another program was there."""
        if self.path is None or not self.stamp:
            return False
        return files.stamp_of(self.path) not in ("", self.stamp)

    def save(self, path: Path, now: datetime) -> None:
        """Write the dossier whole to `path`. ExportError when it cannot be, or may not be; then nothing changes."""
        if self.read_only:
            raise ExportError(self.read_only)
        data = files.dumps(self._dossier).encode("utf-8")
        write_whole(path, data)
        self.path, self.saved_at, self._saved, self.stamp = path, now, self._dossier, files.stamp(data)
        self.file_changed.emit()

    def mark_saved(self) -> None:
        """What is here has been written, by whoever keeps it."""
        self._saved = self._dossier
        self.file_changed.emit()

    def _become(self, dossier: Dossier) -> None:
        before, self._dossier = self._dossier, dossier
        self.changed.emit(before, dossier)
        self.file_changed.emit()
