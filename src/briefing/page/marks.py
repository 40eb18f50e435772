"""Marks on the page, on screen only: a field's lit words, gaps, findings, the word under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

#: How far a fill reaches beyond its words at the sides, its corners' radius, and how thick lines are, in points.
BESIDE, RADIUS, LINE = 1.5, 1.5, 1.0

#: A dot and the room after it, in widths of the line.
DOTS = (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class MarkColors:
    lit: QColor
    lit_line: QColor
    gap: QColor
    gap_ink: QColor
    wrong: QColor
    look: QColor
    pointed: QColor


@dataclass(frozen=True, slots=True)
class Marks:
    """Where marks stand on one page, in points."""

    lit: tuple[QRectF, ...] = ()
    gaps: tuple[QRectF, ...] = ()
    wrong: tuple[QRectF, ...] = ()
    look: tuple[QRectF, ...] = ()
    pointed: tuple[QRectF, ...] = ()


def paint_under(painter: QPainter, marks: Marks, colors: MarkColors) -> None:
    """The fills, before the page is drawn. The painter is in points."""
    painter.setPen(Qt.PenStyle.NoPen)
    for rects, color in ((marks.gaps, colors.gap), (marks.lit, colors.lit)):
        painter.setBrush(color)
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-BESIDE, 0.0, BESIDE, 0.0), RADIUS, RADIUS)


def paint_over(painter: QPainter, marks: Marks, colors: MarkColors) -> None:
    """The lines, after the page is drawn. Light wins over a finding's dots, and those over the pointer's."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _underline(painter, marks.lit, QPen(colors.lit_line, LINE, c=Qt.PenCapStyle.FlatCap), BESIDE / 2)
    drawn = list(marks.lit)
    for rects, color in ((marks.wrong, colors.wrong), (marks.look, colors.look), (marks.pointed, colors.pointed)):
        dotted = QPen(color, LINE, c=Qt.PenCapStyle.FlatCap)
        dotted.setDashPattern(DOTS)
        _underline(painter, [rect for rect in rects if rect not in drawn], dotted, 0.0)
        drawn += rects


def _underline(painter: QPainter, rects: Sequence[QRectF], pen: QPen, beside: float) -> None:
    painter.setPen(pen)
    for rect in rects:
        y = rect.bottom() - LINE / 2
        painter.drawLine(QLineF(rect.left() - beside, y, rect.right() + beside, y))
