"""The file of a draft: a dossier that is in no file of its own yet, with the name and place it belongs to."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.dossier import decode, encode, files
from briefing.dossier.decode import FileError
from briefing.dossier.model import SCHEMA_VERSION, Dossier
from briefing.dossier.record import Record
from briefing.dossier.records import slots
from briefing.frozen import frozen

PATTERN = "draft-*.json"
_MARK = "briefing_draft"
#: Parts of a dossier that are JSON already.
_LAYERS = ("translations", "wording")


@frozen
class Draft:
    """What a crash left: the dossier, what it is called, when it was kept, and the file that it was opened from.

    `stamp` is of that file as it was opened, so that one that changed since is not written over.
    """

    dossier: Dossier
    name: str
    kept: datetime
    file: Path | None = None
    stamp: str = ""


class DraftWriter:
    """Makes the text of a draft again and again, quickly: what did not change since the last time is kept as text.

    A dossier of a thousand figures takes 30 ms to write from nothing, which a person who types would feel.
    """

    def __init__(self) -> None:
        self._texts: dict[int, tuple[Record, str]] = {}

    def text(self, draft: Draft) -> str:
        """The JSON text of a draft."""
        used: dict[int, tuple[Record, str]] = {}
        parts = [f'"schema_version":{SCHEMA_VERSION}']
        for name, slot in slots(Dossier).items():
            value = getattr(draft.dossier, name)
            if slot.kind == "rows":
                parts.append(f'"{name}":[{",".join(self._text(each, used) for each in value)}]')
            elif slot.kind == "record":
                parts.append(f'"{name}":{self._text(value, used)}')
            else:
                parts.append(f'"{name}":{value if name in _LAYERS else json.dumps(value)}')
        parts.extend(f"{json.dumps(key)}:{text}" for key, text in draft.dossier.unknown)
        self._texts = used  # which holds the records too: so no other can have their identity
        head = {
            _MARK: 1,
            "name": draft.name,
            "kept": draft.kept.isoformat(timespec="seconds"),
            "file": str(draft.file or ""),
            "stamp": draft.stamp,
        }
        return f'{json.dumps(head)[:-1]}, "dossier": {{{",".join(parts)}}}}}'

    def _text(self, record: Record, used: dict[int, tuple[Record, str]]) -> str:
        found = self._texts.get(id(record)) or (record, _compact(encode.record(record)))
        used[id(record)] = found
        return found[1]


def read(path: Path) -> Draft:
    """The draft in a file. FileError when it is none, or cannot be read."""
    try:
        tree = decode.tree(path.read_bytes())
        said = {key: tree.get(key) for key in ("name", "kept", "file", "stamp")}
        if not all(isinstance(value, str) for value in said.values()) or not isinstance(tree.get("dossier"), dict):
            raise FileError("it is no draft.")
        dossier = files.loads(_compact(tree["dossier"]))
        file = Path(str(said["file"])) if said["file"] else None
        return Draft(dossier, str(said["name"]), datetime.fromisoformat(str(said["kept"])), file, str(said["stamp"]))
    except (OSError, ValueError) as error:
        raise FileError(f"{path.name}: {error}") from error


def _compact(tree: Any) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
