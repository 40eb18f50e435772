"""What stands over the words of an open paragraph: ring, values, what is chosen, and the caret.

Fills are multiplied with the page, as if they lay under its letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefing.desktop.page_view import PageView
from briefing.desktop.tokens import HAIR, LIGHT, PAPER, VALUE_RADIUS, Radius
from briefing.desktop.wording.places import air
from briefing.page.fills import fill

#: From the words to the outer edge of the ring, at the sides and above, in pixels.
BESIDE, OVER = 10, 6
#: The room of a value beyond its words, at the sides and above, in pixels.
_ASIDE, _UP = 1.0, 1.0
_CARET = 1.5


def ring_room(view: PageView, page: int, room: QRectF) -> QRectF:
    """The outer edge of a ring around a room of a page, in the view's pixels: as wide as its neighbours leave it.

    Letters stand low in their lines: where one line follows another at once, the ring has room below the line's edge.
    """
    above, below = air(view.pages[page], room)
    over, under = (min(OVER, points * view.scale + more) for points, more in ((above, 0), (below, LIGHT.ring)))
    return view.viewport_rect(page, room).adjusted(-BESIDE, -over, BESIDE, under)


def paint_ring_around(painter: QPainter, room: QRectF, width: int = LIGHT.ring) -> None:
    """The ring, inside `room`. The paper is white in both modes, so it is the light mode's."""
    half = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(PAPER.ring), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(half, half, -half, -half), Radius.CONTROL - half, Radius.CONTROL - half)
    painter.restore()


def paint_value(painter: QPainter, rooms: Sequence[QRectF], *, empty: bool) -> None:
    """A value, line by line. One that is `empty` keeps the ground of a gap and gets the edge alone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(QPen(QColor(PAPER.chip_edge), HAIR))
    painter.setBrush(Qt.BrushStyle.NoBrush if empty else QColor(PAPER.chip))
    for room in rooms:
        painter.drawRoundedRect(room.adjusted(-_ASIDE, -_UP, _ASIDE, _UP), VALUE_RADIUS, VALUE_RADIUS)
    painter.restore()


def paint_selection(painter: QPainter, rooms: Sequence[QRectF]) -> None:
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for room in rooms:
        fill(painter, room.adjusted(0.0, -_UP, 0.0, _UP), QColor(PAPER.chosen))
    painter.restore()


def paint_caret(painter: QPainter, room: QRectF) -> None:
    fill(painter, QRectF(room.x() - _CARET / 2, room.y(), _CARET, room.height()), QColor(PAPER.ink))
