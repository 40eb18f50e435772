"""The head of a row that opens: number, name, facts, sign and chevron on one line, a hairline below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.parts.halo import Halo
from briefing.desktop.parts.painting import paint_icon, paint_text
from briefing.desktop.parts.signs import Sign, sign_color, spoken
from briefing.desktop.tokens import HAIR, Height, Icon, Role, Space
from briefing.frozen import frozen
from briefing.page.fills import fill

_RIGHT = Qt.AlignmentFlag.AlignRight
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@frozen
class RowHead:
    """What the line of one row shows. `count` stands before the sign where it is more than none."""

    id: str
    name: str
    facts: str = ""
    sign: Sign = Sign.NONE
    count: int = 0


class HeadLine(QWidget):
    """One row's line. The grip that appears under the pointer drags the row."""

    toggled = Signal()
    stepped = Signal(int)  # the keyboard goes to the row before (-1) or after (1)
    shifted = Signal(int)  # the row wants to move by one
    dragged = Signal(QPoint)  # where the pointer holds the row, on the screen
    dropped = Signal(QPoint)

    def __init__(self, head: RowHead, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._number = number
        self._open = False
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Halo(self, Space.CLOSE)
        self.show_head(head, number)

    def head(self) -> RowHead:
        return self._head

    def show_head(self, head: RowHead, number: int) -> None:
        """Show these values."""
        self._head, self._number = head, number
        words = [f"{number}. {head.name}", head.facts, spoken(head.sign)]
        self.setAccessibleName(", ".join(word for word in words if word))
        self.update()

    def set_open(self, is_open: bool) -> None:
        self._open = is_open
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(Space.GROUP * 6, row_height(Height.LIST_ROW) + HAIR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        room = self.rect().adjusted(0, 0, 0, -HAIR)
        if not self._open:
            fill(painter, QRect(0, room.height(), self.width(), HAIR), QColor(tokens.line))
        lead = QRect(0, 0, Space.GROUP, room.height())
        if self.underMouse():
            paint_icon(painter, QRect(0, 0, Icon.USUAL, room.height()), "grip", tokens.text2)
        else:
            paint_text(painter, lead, str(self._number), font(Role.BODY), tokens.text2)
        right = self._paint_right(painter, room)
        name = room.adjusted(Space.GROUP, 0, 0, 0)
        name.setRight(right - Space.INSET)
        role = Role.GROUP if self._open else Role.BUTTON
        paint_text(painter, name, self._head.name, font(role), tokens.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self._pressed_at.x() > Space.GROUP:
            return
        if abs(event.position().toPoint().y() - self._pressed_at.y()) > Space.TIGHT:
            self._dragging = True
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit(event.globalPosition().toPoint())
        elif self.rect().contains(event.position().toPoint()):
            self.toggled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        step = steps.get(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step and modifiers == _MOVE:
            self.shifted.emit(step)
        elif step and modifiers == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(step)
        elif event.key() in _ENTER:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def _room_for_facts(self, right: int) -> int:
        """What the name leaves free, but two fifths at least: neither may push the other out of sight."""
        whole = right - Space.GROUP - 2 * Space.INSET
        name = QFontMetrics(font(Role.GROUP)).horizontalAdvance(self._head.name) + 1
        return max(whole - name, whole * 2 // 5)

    def _paint_right(self, painter: QPainter, room: QRect) -> int:
        """Chevron, facts, sign and count, from the right; the x where they begin."""
        tokens = tokens_of(self)
        head = self._head
        at = room.right() + 1 - Icon.USUAL
        chevron = "chevron-up" if self._open else "chevron-down"
        paint_icon(painter, QRect(at, 0, Icon.USUAL, room.height()), chevron, tokens.text2)
        help_font = font(Role.HELP)
        metrics = QFontMetrics(help_font)
        if head.facts:
            width = min(metrics.horizontalAdvance(head.facts) + 1, self._room_for_facts(at))
            at -= Space.INSET + width
            paint_text(painter, QRect(at, 0, width, room.height()), head.facts, help_font, tokens.text2, _RIGHT)
        if head.sign:
            color = sign_color(head.sign, tokens)
            at -= Space.INSET + Icon.USUAL
            paint_icon(painter, QRect(at, 0, Icon.USUAL, room.height()), head.sign.value, color)
            if head.count > 1:
                width = metrics.horizontalAdvance(str(head.count)) + 1
                at -= Space.TIGHT + width
                paint_text(painter, QRect(at, 0, width, room.height()), str(head.count), help_font, color, _RIGHT)
        return at
