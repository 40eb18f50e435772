"""The pages as a desk officer's hand meets them: what a pointer or a key asks of a paragraph becomes a signal."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent

from briefing.desktop.page_reader import PageReader

_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class WordedPage(PageReader):
    """Pages whose paragraphs can be chosen, opened, moved and left out. Points are those of the viewport."""

    pressed_at = Signal(QPointF)
    opened_at = Signal(QPointF)  # by a double click
    menu_asked = Signal(QPointF, QPoint)  # where, and where on the screen
    menu_key_pressed = Signal()
    stepped = Signal(int)  # Ctrl and an arrow: the next paragraph up (-1) or down (1)
    moved = Signal(int)  # Alt, Shift and an arrow: the chosen paragraph
    delete_pressed = Signal()
    let_go = Signal()  # Escape, or the focus goes elsewhere: no paragraph is chosen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed_at.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened_at.emit(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_key_pressed.emit()
        else:
            self.menu_asked.emit(QPointF(event.pos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        way = _WAYS.get(Qt.Key(event.key()), 0)
        if way and modifiers == _CONTROL:
            self.stepped.emit(way)
        elif way and modifiers == _MOVING:
            self.moved.emit(way)
        elif event.key() == Qt.Key.Key_Delete and not modifiers:
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.let_go.emit()
