"""A text box of several lines that grows with its text and gets a scroll bar only when it is very long."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from briefing.desktop.fonts import line_height
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import HAIR, Height, Role, Space

_MOST_LINES = 12
_ABOVE = Space.CLOSE + 2  # frame to text, above and below


class GrowingText(QTextEdit):
    """The ground of prose and lists: growth, no undo of its own, Tab leaves, never written into while focused."""

    came = Signal()  # the focus is here
    left = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._waiting: str | None = None
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.installEventFilter(UndoPass(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(Space.INSET - HAIR, _ABOVE - HAIR, Space.INSET - HAIR, _ABOVE - HAIR)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(self._indent())
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._changed)
        self.textCursor().setBlockFormat(self.line_format())
        self._grow()

    def text_value(self) -> str:
        """The text as it is kept."""
        raise NotImplementedError

    def fill(self, text: str) -> None:
        """Put `text` into the empty document."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say that a person changed the text."""
        raise NotImplementedError

    def show_text(self, text: str, *, even_focused: bool = False) -> None:
        """Show `text`. While the person is in the field it waits until they leave, unless `even_focused` (undo)."""
        self._waiting = None
        if text == self.text_value():
            return  # filling anew would move the caret
        if self.hasFocus() and not even_focused:
            self._waiting = text
            return
        caret = self.textCursor().position()
        self._filling = True
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        self.fill(text)
        self._filling = False
        self._put_caret(caret if self.hasFocus() else 0)

    def line_format(self) -> QTextBlockFormat:
        """The format of every paragraph: lines as far apart as the type table says."""
        made = QTextBlockFormat()
        apart = line_height(Role.BODY) - math.ceil(self.fontMetrics().height())
        made.setLineHeight(max(0, apart), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.document().setIndentWidth(self._indent())
            everything = QTextCursor(self.document())
            everything.select(QTextCursor.SelectionType.Document)
            everything.mergeBlockFormat(self.line_format())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        if self._waiting is not None:
            self.show_text(self._waiting)
        self.left.emit()

    def _indent(self) -> float:
        """Room before an item's text, grown with the font."""
        return Space.ROW * line_height(Role.BODY) / Role.BODY.value.line

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _changed(self) -> None:
        if not self._filling:
            self._waiting = None
            self.tell()

    def _grow(self) -> None:
        line = line_height(Role.BODY)
        content = math.ceil(self.document().size().height())
        most = _MOST_LINES * line
        height = max(Height.PROSE, min(content, most) + 2 * _ABOVE)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if content > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
