"""Undo belongs to the dossier, not to a text box: its keys pass through to the window's own actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

_PASSED = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class UndoPass(QObject):
    """An event filter for a text box: what is pressed for undo or redo never reaches it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _PASSED):
            # Not accepted: so an override becomes the window's shortcut, and a key press goes on to the parent.
            event.ignore()
            return True
        return False
