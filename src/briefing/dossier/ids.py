"""Ids of rows: short, unique in a dossier, never used again, so that a path survives a reorder."""

from __future__ import annotations

import os
import re

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ID = re.compile(r"[a-z0-9]{1,128}\Z")


def new_id() -> str:
    """Eight random letters and digits: among a million rows a clash is as likely as one in six."""
    # Not by `secrets`: that loads OpenSSL, 4 MB.
    number = int.from_bytes(os.urandom(16))
    return "".join(_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(8))


def is_id(text: str) -> bool:
    return _ID.match(text) is not None
