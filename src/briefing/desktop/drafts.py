"""The draft: what is on screen and in no file yet, kept on disk within a second so that a crash loses nothing."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QLockFile, QObject, QTimer

from briefing.desktop.draft_file import Draft, DraftWriter
from briefing.desktop.naming import title_of
from briefing.desktop.session import Session
from briefing.dossier.ids import new_id
from briefing.export.files import ExportError, write_whole

#: Milliseconds from a key to the draft on its way to the disk, however many keys follow.
DELAY = 500
#: Milliseconds after a dossier was opened or saved, until its text is made ahead.
REST = 1_000

_log = logging.getLogger(__name__)


class Drafts(QObject):
    """Keeps one draft beside the session; it goes when the session is saved, and stays after a crash.

    Each running program has a draft of its own name, and holds its lock: what is locked by nobody was left by a crash.
    The text is made here, in a moment; a thread writes it, for a disk may take longer than a person types.
    """

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session = session
        self._path = folder / f"draft-{os.getpid()}-{new_id()}.json"
        self._lock: QLockFile | None = None
        self._writer = DraftWriter()
        self._writing: Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._keep_soon)
        self._ahead: Iterator[None] | None = None
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.timeout.connect(self._go_ahead)
        session.file_changed.connect(self._note)

    def keep(self) -> None:
        """Write the draft now, and return when it is on the disk."""
        self._wait()
        if not self._session.is_saved:
            _write(self._path, self._data())

    def forget(self) -> None:
        """What is on screen needs no draft any more."""
        self._timer.stop()
        self._wait()
        self._path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _note(self) -> None:
        if self._session.is_saved:
            self.forget()
            self._ahead = self._writer.prepare(self._session.dossier)
            self._at_rest.start(REST)
        elif not self._timer.isActive():  # else a person who never pauses would never be kept
            self._timer.start()

    def _go_ahead(self) -> None:
        """Make the text of what was opened while nobody types: of a thousand rows at once it would hold up a key."""
        if self._ahead is not None and self._session.is_saved:
            try:
                next(self._ahead)
                self._at_rest.start(0)
            except StopIteration:
                self._ahead = None

    def _keep_soon(self) -> None:
        if self._session.is_saved:
            return
        if self._writing is not None and self._writing.is_alive():
            self._timer.start()
            return
        self._writing = Thread(target=_write, args=(self._path, self._data()), name="draft")
        self._writing.start()

    def _data(self) -> bytes:
        if self._lock is None:
            self._lock = take_lock(self._path)
        session = self._session
        draft = Draft(session.dossier, title_of(session.dossier), datetime.now(), session.path, session.stamp)
        return self._writer.data(draft)

    def _wait(self) -> None:
        if self._writing is not None:
            self._writing.join()
            self._writing = None


def take_lock(draft: Path) -> QLockFile | None:
    """The lock of a draft, or None where a program that runs holds it, or the folder cannot be written."""
    draft.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(draft.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # however old it is: only when its program is gone
    return lock if lock.tryLock(0) else None


def _write(path: Path, data: bytes) -> None:
    """A full disk is logged, not shown: the person's own save will say it."""
    try:
        write_whole(path, data)
    except (ExportError, OSError) as error:
        _log.error("the draft could not be kept: %s", error)
