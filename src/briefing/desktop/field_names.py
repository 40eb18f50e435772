"""The names of fields as they are shown."""

from __future__ import annotations

from briefing.dossier.fields import field_at
from briefing.dossier.paths import PathError


def label_of(path: str) -> str:
    """The label of the field at a path; nothing where there is none."""
    try:
        return field_at(path).label
    except PathError:
        return ""
