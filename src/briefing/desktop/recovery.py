"""Recovery: the drafts that a crash left are found, offered, and moved aside when nobody wants them."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLockFile

from briefing.desktop import draft_file
from briefing.desktop.draft_file import Draft
from briefing.desktop.drafts import take_lock
from briefing.dossier.decode import FileError

#: Drafts put aside that are kept, the newest.
ASIDE = 20

_log = logging.getLogger(__name__)


class Recovery:
    """The drafts in a folder that no running program holds. While they are offered, no other program takes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[Path, QLockFile] = {}

    def find(self) -> dict[Path, Draft]:
        """The drafts by their files, the newest first. One that cannot be read is put aside, never deleted."""
        found: dict[Path, Draft] = {}
        for path in self._folder.glob(draft_file.PATTERN):
            lock = self._held.get(path) or take_lock(path)
            if lock is None or not path.exists():
                continue
            self._held[path] = lock
            try:
                found[path] = draft_file.read(path)
            except FileError as error:
                _log.error("a draft could not be read and is put aside: %s", error)
                self.put_aside(path)
        return dict(sorted(found.items(), key=lambda each: each[1].kept, reverse=True))

    def put_aside(self, path: Path) -> None:
        """Take a draft out of the way, into a folder where it can still be found for some time."""
        aside = self._folder / "put-aside"
        aside.mkdir(exist_ok=True)
        if path.exists():
            path.replace(aside / path.name)
        for old in sorted(aside.glob(draft_file.PATTERN), key=lambda each: each.stat().st_mtime)[:-ASIDE]:
            old.unlink(missing_ok=True)
        self._let_go(path)

    def taken_over(self, path: Path) -> None:
        """The draft is on screen and kept by the session's own: this one is no longer needed."""
        path.unlink(missing_ok=True)
        self._let_go(path)

    def _let_go(self, path: Path) -> None:
        lock = self._held.pop(path, None)
        if lock is not None:
            lock.unlock()
