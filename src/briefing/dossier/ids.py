"""Ids of rows: short, unique in a dossier, never used again, so that a path survives a reorder."""

from __future__ import annotations

import re
import secrets

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ID = re.compile(r"[a-z0-9]{1,128}\Z")


def new_id() -> str:
    """Eight random letters and digits: among a million rows a clash is as likely as one in six."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def is_id(text: str) -> bool:
    return _ID.match(text) is not None
