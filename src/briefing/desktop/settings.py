"""The person's settings: each with its name, type and default in one place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from briefing.desktop.look import Scheme

if TYPE_CHECKING:
    from briefing.compose.copies import Copy

#: Dossiers that File › Open recent lists.
RECENT = 10


class Settings:
    """Reads and writes settings with their types: an INI file gives every value back as text."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def scheme(self) -> Scheme:
        value = str(self._store.value("look/scheme", Scheme.SYSTEM.value, type=str))
        return Scheme(value) if value in {each.value for each in Scheme} else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("look/scheme", scheme.value)

    @property
    def export_folder(self) -> Path:
        """Where documents were saved last, else the person's documents."""
        kept = str(self._store.value("export/folder", "", type=str))
        if kept and Path(kept).is_dir():
            return Path(kept)
        named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(named) if named and Path(named).is_dir() else Path.home()

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._store.setValue("export/folder", str(folder))

    @property
    def file_pattern(self) -> str:
        """How exported files are called (see naming); the default where what is kept is no pattern."""
        from briefing.desktop.naming import PATTERN, read_pattern  # its phrases are no part of a start

        kept = read_pattern(str(self._store.value("export/pattern", PATTERN, type=str)))
        return kept if isinstance(kept, str) else PATTERN

    @file_pattern.setter
    def file_pattern(self, pattern: str) -> None:
        self._store.setValue("export/pattern", pattern)

    def copy_for(self, principal: str) -> Copy:
        """How the documents for a person are read, as it was chosen last; the usual copy where it never was."""
        from briefing.compose.copies import WAYS, copy_of  # no part of a start

        kept = str(self._store.value(f"copies/{_key(principal)}", "", type=str)).split()
        return copy_of(name for name in kept if name in WAYS)

    def keep_copy(self, principal: str, copy: Copy) -> None:
        from briefing.compose.copies import names_of

        self._store.setValue(f"copies/{_key(principal)}", " ".join(names_of(copy)))

    @property
    def recent(self) -> list[Path]:
        """Dossier files opened or saved last, newest first, those that are still there."""
        kept = self._store.value("files/recent", "", type=str)
        return [Path(line) for line in str(kept).split("\n") if line and Path(line).is_file()]

    def add_recent(self, path: Path) -> None:
        others = [each for each in self.recent if each != path]
        self._store.setValue("files/recent", "\n".join(map(str, [path, *others][:RECENT])))

    @property
    def geometry(self) -> QByteArray:
        value = self._store.value("window/geometry", QByteArray(), type=QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)


def _key(principal: str) -> str:
    """A name as a settings key: a stroke would part it in two, and an empty one is nobody in particular."""
    return principal.replace("/", "-").replace("\\", "-").strip() or "-"
