"""The file of a draft: a dossier that is in no file of its own yet, with the name and place it belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.changes import changes, put_in, same
from briefing.dossier import decode, encode, files
from briefing.dossier.decode import FileError
from briefing.dossier.model import SCHEMA_VERSION, Dossier
from briefing.dossier.record import Record
from briefing.dossier.records import slots
from briefing.frozen import frozen

PATTERN = "draft-*.json"
#: Rows whose text is made ahead at a time: about a millisecond's.
STEP = 32
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
        #: The parts of the dossier as they were, each with its text; of a list the text of each row.
        self._parts: dict[str, tuple[Any, tuple[bytes, ...]]] = {}
        self._rows: dict[str, tuple[tuple[Record, ...], list[bytes]]] = {}

    def data(self, draft: Draft) -> bytes:
        """The JSON of a draft, in UTF-8. A long dossier is a million bytes, which are put together once."""
        head = {
            _MARK: 1,
            "name": draft.name,
            "kept": draft.kept.isoformat(timespec="seconds"),
            "file": str(draft.file or ""),
            "stamp": draft.stamp,
        }
        pieces = [json.dumps(head)[:-1].encode(), f', "dossier": {{"schema_version":{SCHEMA_VERSION}'.encode()]
        for name, slot in slots(Dossier).items():
            value = getattr(draft.dossier, name)
            pieces.append(f',"{name}":'.encode())
            if slot.kind in ("rows", "record"):
                pieces += self._part(name, value)
            else:
                pieces.append((value if name in _LAYERS else json.dumps(value)).encode())
        pieces.extend(f",{json.dumps(key)}:{text}".encode() for key, text in draft.dossier.unknown)
        return b"".join((*pieces, b"}}"))

    def prepare(self, dossier: Dossier) -> Iterator[None]:
        """Make the text of a dossier's lists ahead, a few rows at each step."""
        for name, slot in slots(Dossier).items():
            records = getattr(dossier, name)
            if slot.kind == "rows" and not same(self._rows.get(name, ((), []))[0], records):
                texts: list[bytes] = []
                for start in range(0, len(records), STEP):
                    texts += map(_json, records[start : start + STEP])
                    yield
                self._rows[name] = (records, texts)

    def _part(self, name: str, value: Any) -> tuple[bytes, ...]:
        known = self._parts.get(name)
        if known is None or known[0] is not value:
            known = self._parts[name] = (
                value,
                self._list(name, value) if isinstance(value, tuple) else (_json(value),),
            )
        return known[1]

    def _list(self, name: str, records: tuple[Record, ...]) -> tuple[bytes, ...]:
        before, texts = self._rows.get(name, ((), []))
        put_in(texts, changes(before, records), lambda at: list(map(_json, records[at.start : at.end])))
        self._rows[name] = (records, texts)
        return b"[", b",".join(texts), b"]"


def _json(record: Record) -> bytes:
    return _compact(encode.record(record)).encode()


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
