"""Settling: what grew or shrank gets its place before anything is painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

#: A widget asks its parent for room, and that its own: so many levels the form has at most, and some to spare.
_LEVELS = 24


def settle() -> None:
    """Lay out now what is to be laid out: a paint that comes before would show the neighbours squeezed for a moment."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
