"""What more than one part paints: an icon in its room, the focus ring, a line of text that may be cut."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from briefing.desktop.icons import pixmap
from briefing.desktop.tokens import Icon, Radius, Tokens


def paint_icon(painter: QPainter, room: QRect, name: str, color: str, size: int = Icon.USUAL) -> None:
    """The icon `name` in the middle of `room`."""
    drawn = pixmap(name, color, size, painter.device().devicePixelRatio())
    left = room.x() + (room.width() - size) // 2
    top = room.y() + (room.height() - size) // 2
    painter.drawPixmap(QPointF(left, top), drawn)


def paint_ring(painter: QPainter, rect: QRect, tokens: Tokens, radius: int = Radius.CONTROL) -> None:
    """The focus ring, wholly inside `rect`."""
    paint_frame(painter, rect, tokens.focus, tokens.ring, radius)


def paint_frame(painter: QPainter, rect: QRect, color: str, width: int, radius: int) -> None:
    """A rounded line `width` thick, wholly inside `rect`, whose outer corners have `radius`."""
    half = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def paint_ground(painter: QPainter, rect: QRect, color: str, radius: int = Radius.CONTROL) -> None:
    """A rounded ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.restore()


def paint_text(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    color: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of `text` in the middle of `room`'s height, cut with an ellipsis where it is too long."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
