"""The draft: what is on screen and in no file yet, kept on disk within a second so that a crash loses nothing."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from briefing.desktop.session import Session
from briefing.dossier import files
from briefing.dossier.decode import FileError
from briefing.dossier.model import Dossier
from briefing.export.files import ExportError, write_whole

#: Milliseconds from the last key to the draft on disk.
DELAY = 600

_log = logging.getLogger(__name__)


class Drafts(QObject):
    """Keeps one draft beside the session; it goes when the session is saved, and stays after a crash."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session, self._path = session, folder / "draft.json"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.keep)
        session.file_changed.connect(self._note)

    def _note(self) -> None:
        if self._session.is_saved:
            self._timer.stop()
            self.forget()
        else:
            self._timer.start()

    def keep(self) -> None:
        """Write the draft now. A full disk is logged, not shown: the person's own save will say it."""
        if self._session.is_saved:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, files.dumps(self._session.dossier).encode("utf-8"))
        except (ExportError, OSError) as error:
            _log.error("the draft could not be kept: %s", error)

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)

    def recover(self) -> Dossier | None:
        """The draft that a crash left, or None. One that cannot be read is put aside, never deleted."""
        if not self._path.exists():
            return None
        try:
            return files.read(self._path)
        except FileError as error:
            aside = self._path.with_suffix(".unreadable.json")
            _log.error("the draft could not be read, it is kept as %s: %s", aside.name, error)
            self._path.replace(aside)
            return None
