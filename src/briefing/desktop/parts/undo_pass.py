"""Undo and the program's commands belong to the window, not to a text box: their keys pass through to its actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

_PASSED = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
#: Keys of commands that on some platforms move the caret, or delete to the end of the line, in a text box.
_COMMANDS = tuple(QKeySequence(keys) for keys in ("Ctrl+E", "Ctrl+K"))
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class UndoPass(QObject):
    """An event filter for a text box: what is pressed for undo, redo or a command never reaches it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS and isinstance(event, QKeyEvent) and _is_passed(event):
            # Not accepted: so an override becomes the window's shortcut, and a key press goes on to the parent.
            event.ignore()
            return True
        return False


def _is_passed(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _PASSED) or QKeySequence(event.keyCombination()) in _COMMANDS
