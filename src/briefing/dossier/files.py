"""Dossier files: JSON with a schema version, read strictly and written whole, unknown keys kept."""

from __future__ import annotations

import json
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefing.dossier import decode, encode, migrations
from briefing.dossier.decode import FileError
from briefing.dossier.migrations import NewerFileError
from briefing.dossier.model import SCHEMA_VERSION, Dossier
from briefing.frozen import frozen

SUFFIX = ".json"
#: Larger than a thousand-topic dossier by far; a file beyond it is not one of ours.
MAX_BYTES = 50_000_000


@frozen
class Loaded:
    """What a file holds. `stamp` is of its bytes, and tells later whether it is still the same (see `stamp_of`).

    A `newer` file was saved by a newer version: what of it we know is here, and it must not be written over.
    """

    dossier: Dossier
    stamp: str
    newer: bool = False


def read(path: Path) -> Dossier:
    """The dossier in a file. FileError, naming the file and the reason, when it cannot be read; nothing is changed."""
    data = _bytes(path)
    with _named(path):
        return loads(data)


def load(path: Path) -> Loaded:
    """The dossier in a file, to be looked at at least: a newer version's too, as far as it reads like ours.

    FileError as from `read`.
    """
    data = _bytes(path)
    with _named(path):
        tree = decode.tree(data)
        try:
            return Loaded(_dossier(tree), stamp(data))
        except NewerFileError as refused:
            try:
                known = decode.record(Dossier, migrations.without_version(tree))
            except FileError as error:
                raise refused from error  # its parts are no longer ours: that it is newer is the reason to tell
            return Loaded(known, stamp(data), newer=True)


def stamp(data: bytes) -> str:
    """A short name for these bytes: length and checksum, enough to see that another program was here."""
    return f"{len(data):x}-{zlib.crc32(data):08x}"


def stamp_of(path: Path) -> str:
    """The stamp of a file as it now is; empty where it is not there or cannot be read."""
    try:
        return stamp(path.read_bytes())
    except OSError:
        return ""


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        # A pipe or device would keep us waiting for its end.
        data = path.read_bytes() if stat.S_ISREG(found.st_mode) and found.st_size <= MAX_BYTES else None
    except OSError as error:
        raise FileError(f"{path.name} could not be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise FileError(f"{path.name!r} is no name of a file.") from error
    if data is None:
        large = f"is larger than {MAX_BYTES // 1_000_000} MB"
        reason = large if stat.S_ISREG(found.st_mode) else "is a folder or a device"
        raise FileError(f"{path.name} {reason}, so it is no dossier.")
    return data


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Have what goes wrong inside name the file."""
    try:
        yield
    except FileError as error:
        raise type(error)(f"{path.name}: {error}") from error


def loads(data: bytes | str) -> Dossier:
    """The dossier that a JSON text holds. FileError names the place and the reason."""
    return _dossier(decode.tree(data))


def _dossier(tree: dict[str, Any]) -> Dossier:
    return decode.record(Dossier, migrations.newest(tree))


def dumps(dossier: Dossier) -> str:
    """The JSON text of a dossier: empty fields left out, unknown keys as they came, keys in the order of the model."""
    tree: dict[str, Any] = {"schema_version": SCHEMA_VERSION, **encode.record(dossier)}
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
