"""The shapes of a chart painted; its words are texts of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from briefing.letterhead.tints import WHITE
from briefing.page.chart_plot import DOT
from briefing.page.chart_scene import Bar, Dot, Shape, Stroke
from briefing.page.fills import fill
from briefing.page.pages import Drawn

#: Width of the edges of bars and markers, in points.
EDGE = 0.6


def paint_drawing(painter: QPainter, drawn: Drawn) -> None:
    """The painter is in points of the page."""
    painter.save()
    painter.translate(drawn.x, drawn.y)
    paint_shapes(painter, drawn.drawing.shapes)
    painter.restore()


def paint_shapes(painter: QPainter, shapes: Sequence[Shape]) -> None:
    """The painter is in points from the drawing's corner."""
    for shape in shapes:
        if isinstance(shape, Bar):
            _paint_bar(painter, shape)
        elif isinstance(shape, Stroke):
            _paint_stroke(painter, shape)
        else:
            _paint_dot(painter, shape)


def _paint_bar(painter: QPainter, bar: Bar) -> None:
    """A bar, its edge inside it."""
    area = QRectF(bar.x, bar.y, bar.width, bar.height)
    if not bar.edge or bar.height < 2 * EDGE:
        fill(painter, area, QColor(bar.edge or bar.fill))
        return
    fill(painter, area, QColor(bar.edge))
    if bar.fill != bar.edge:
        fill(painter, area.adjusted(EDGE, EDGE, -EDGE, -EDGE), QColor(bar.fill))


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    pen = QPen(QColor(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        pen.setDashPattern([part / stroke.width for part in stroke.dash])  # Qt counts in widths of the pen
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke.points]))


def _paint_dot(painter: QPainter, dot: Dot) -> None:
    painter.setPen(QPen(QColor(dot.color), 2 * EDGE))
    painter.setBrush(QColor(WHITE if dot.hollow else dot.color))
    side = DOT - EDGE
    if dot.shape == "circle":
        painter.drawEllipse(QPointF(dot.x, dot.y), side, side)
    elif dot.shape == "square":
        painter.drawRect(QRectF(dot.x - side, dot.y - side, 2 * side, 2 * side))
    else:
        around = ((0.0, -DOT), (DOT, 0.0), (0.0, DOT), (-DOT, 0.0))
        painter.drawPolygon(QPolygonF([QPointF(dot.x + x, dot.y + y) for x, y in around]))
