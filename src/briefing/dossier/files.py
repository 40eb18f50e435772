"""Dossier files: JSON with a schema version, read strictly and written whole, unknown keys kept."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

from briefing.dossier import decode, encode, migrations
from briefing.dossier.decode import FileError
from briefing.dossier.model import SCHEMA_VERSION, Dossier

SUFFIX = ".json"
#: Larger than a thousand-topic dossier by far; a file beyond it is not one of ours.
MAX_BYTES = 50_000_000


def read(path: Path) -> Dossier:
    """The dossier in a file. FileError, naming the file and the reason, when it cannot be read; nothing is changed."""
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
    try:
        return loads(data)
    except FileError as error:
        raise FileError(f"{path.name}: {error}") from error


def loads(data: bytes | str) -> Dossier:
    """The dossier that a JSON text holds. FileError names the place and the reason."""
    tree = decode.tree(data)
    return decode.record(Dossier, migrations.newest(tree))


def dumps(dossier: Dossier) -> str:
    """The JSON text of a dossier: empty fields left out, unknown keys as they came, keys in the order of the model."""
    tree: dict[str, Any] = {"schema_version": SCHEMA_VERSION, **encode.record(dossier)}
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
