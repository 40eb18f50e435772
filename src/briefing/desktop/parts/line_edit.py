"""A field of one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from briefing.desktop.fonts import control_height
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import Width


class LineEdit(QLineEdit):
    """One line of text. `edited` tells each change that a person makes, never one made by `set_value`."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: str | None = None
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(control_height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.installEventFilter(UndoPass(self))
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        return self.text()

    def set_value(self, text: str, *, even_focused: bool = False) -> None:
        """Show `text`. While the person is in the field it waits until they leave, unless `even_focused` (undo)."""
        self._waiting = None
        if text == self.text():
            return  # setting even the same text would move the caret
        if self.hasFocus() and not even_focused:
            self._waiting = text
            return
        caret = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(caret, len(text)) if self.hasFocus() else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(control_height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._waiting is not None and not self.hasFocus():
            self.set_value(self._waiting)

    def _tell(self, text: str) -> None:
        self._waiting = None
        self.edited.emit(text)


class TimeEdit(LineEdit):
    """A time or a number of minutes: as wide as what is typed."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.setFixedWidth(max(Width.TIME, self.fontMetrics().horizontalAdvance("00:00") + Width.TAIL - 6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedWidth(max(Width.TIME, self.fontMetrics().horizontalAdvance("00:00") + Width.TAIL - 6))
