"""Marks on the page, on screen only: a field's lit words, gaps, findings, the word under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from briefing.frozen import frozen

#: How far a fill reaches beyond its words at the sides, its corners' radius, and how thick lines are, in points.
BESIDE, RADIUS, LINE = 1.5, 1.5, 1.0


@frozen
class MarkColors:
    lit: QColor
    lit_line: QColor
    gap: QColor
    gap_ink: QColor
    wrong: QColor
    look: QColor
    pointed: QColor


@frozen
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
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for rect in marks.lit:
        line = _underline(painter, rect.adjusted(-BESIDE / 2, 0.0, BESIDE / 2, 0.0))
        painter.fillRect(line, colors.lit_line)
    drawn = list(marks.lit)
    for rects, color in ((marks.wrong, colors.wrong), (marks.look, colors.look), (marks.pointed, colors.pointed)):
        for rect in rects:
            if rect not in drawn:
                _dot(painter, _underline(painter, rect), color)
        drawn += rects
    painter.restore()


def _underline(painter: QPainter, rect: QRectF) -> QRectF:
    """A line along the foot of `rect`, on whole pixels of the device so that it is as sharp as the letters."""
    device = painter.deviceTransform()
    thick = max(round(LINE * device.m22()), 1)
    foot = device.mapRect(rect)
    line = QRectF(round(foot.left()), round(foot.bottom()) - thick, round(foot.width()), thick)
    return device.inverted()[0].mapRect(line)


def _dot(painter: QPainter, line: QRectF, color: QColor) -> None:
    """The line as dots as wide as it is thick, with as much room between them."""
    side, at = line.height(), line.left()
    while at < line.right() - side / 2:
        painter.fillRect(QRectF(at, line.top(), side, side), color)
        at += 2 * side
