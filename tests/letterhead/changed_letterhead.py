"""Letterheads of the house with a part of theirs changed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "templates" / "briefing-note" / "letterhead.docx"


def parts_of(source: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(part: str, old: str, new: str) -> bytes:
    """The letterhead of the briefing note with every `old` in that part made `new`."""
    parts = parts_of(HOUSE.read_bytes())
    text = parts[part].decode()
    assert old in text, f"{part} holds no {old}"
    parts[part] = text.replace(old, new).encode()
    return packed(parts)


def without(part: str) -> bytes:
    parts = parts_of(HOUSE.read_bytes())
    del parts[part]
    return packed(parts)
