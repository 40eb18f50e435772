"""Marks on the page, on screen only: lit words, gaps, findings, the word under the pointer, wording by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from briefing.frozen import frozen
from briefing.page.fills import fill
from briefing.page.pages import Page

#: How far a fill reaches beyond its words at the sides, its corners' radius, and how thick lines are, in points.
BESIDE, RADIUS, LINE = 1.5, 1.5, 1.0

#: A bar in the margin: how far left of the text, how thick; the triangle before it: how far from the bar, how large.
BAR_AT, BAR_WIDE, SIGN_AT, SIGN_SIDE = 13.3, 2.0, 13.0, 12.0

#: How far beside a mark in the margin a click still means it.
AROUND = 4.0

#: A block in the person's words, one whose facts changed since, one of their own, one moved; what was left out.
WordingKind = Literal["yours", "changed", "inserted", "moved", "left_out"]


@frozen
class MarkColors:
    lit: QColor
    lit_line: QColor
    gap: QColor
    gap_ink: QColor
    wrong: QColor
    look: QColor
    pointed: QColor
    yours: QColor
    left_out: QColor
    found: QColor
    found_now: QColor
    chosen: QColor


@frozen
class WordMarks:
    """Where words stand on one page that are found, the one `now` in view apart, and that are chosen; in points."""

    found: tuple[QRectF, ...] = ()
    now: tuple[QRectF, ...] = ()
    chosen: tuple[QRectF, ...] = ()


NO_WORDS = WordMarks()


@frozen
class Bar:
    """A mark of wording by hand. `room` is the bar's own, or that of the dotted rule where blocks were left out."""

    room: QRectF
    kind: WordingKind
    blocks: tuple[str, ...]

    @property
    def reach(self) -> QRectF:
        """Where a click means it."""
        wide = SIGN_AT + SIGN_SIDE / 2 if self.kind == "changed" else 0.0
        return self.room.adjusted(-wide - AROUND, -AROUND, AROUND, AROUND)


@frozen
class Marks:
    """Where marks stand on one page, in points."""

    lit: tuple[QRectF, ...] = ()
    gaps: tuple[QRectF, ...] = ()
    wrong: tuple[QRectF, ...] = ()
    look: tuple[QRectF, ...] = ()
    pointed: tuple[QRectF, ...] = ()
    bars: tuple[Bar, ...] = ()


def bars_of(page: Page, kinds: Mapping[str, WordingKind], left_out: Mapping[str, tuple[str, ...]]) -> tuple[Bar, ...]:
    """The bars of a page: beside the blocks of `kinds`, and under each block after which something was left out.

    What was left out before all else stands under the empty name.
    """
    if not kinds and not left_out:
        return ()
    extents: dict[str, QRectF] = {}
    for placed in page.body.texts:
        line = QRectF(placed.x, placed.top, 0.0, placed.bottom - placed.top)
        known = extents.get(placed.text.block)
        extents[placed.text.block] = line if known is None else known.united(line)
    left = min((room.left() for room in extents.values()), default=0.0)
    return (*_side_bars(extents, left, kinds), *_rules(page, extents, left, left_out))


def _side_bars(extents: Mapping[str, QRectF], left: float, kinds: Mapping[str, WordingKind]) -> Iterator[Bar]:
    for block, room in extents.items():
        kind = kinds.get(block)
        if kind is not None:
            yield Bar(QRectF(left - BAR_AT - BAR_WIDE / 2, room.top(), BAR_WIDE, room.height()), kind, (block,))


def _rules(
    page: Page, extents: Mapping[str, QRectF], left: float, left_out: Mapping[str, tuple[str, ...]]
) -> Iterator[Bar]:
    """A rule half way between a block and the next one, as wide as the text."""
    blocks = list(extents)
    for after, gone in left_out.items():
        if after not in extents and (after or not blocks):
            continue
        if after:
            at = blocks.index(after) + 1
            y = extents[after].bottom()
            y = (y + extents[blocks[at]].top()) / 2 if at < len(blocks) else y + AROUND / 2
        else:
            y = extents[blocks[0]].top() - AROUND / 2
        yield Bar(QRectF(left, y - LINE / 2, page.width - 2 * left, LINE), "left_out", gone)


def paint_bars(painter: QPainter, bars: tuple[Bar, ...], colors: MarkColors) -> None:
    """Marks of wording by hand. The painter is in points."""
    for bar in bars:
        if bar.kind == "left_out":
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            _dot(painter, _underline(painter, bar.room), colors.left_out)
            painter.restore()
            continue
        color = colors.look if bar.kind == "changed" else colors.yours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(bar.room, BAR_WIDE / 2, BAR_WIDE / 2)
        if bar.kind == "changed":
            _paint_sign(painter, QPointF(bar.room.center().x() - SIGN_AT, bar.room.top() + SIGN_SIDE / 2 + LINE), color)


def _paint_sign(painter: QPainter, middle: QPointF, color: QColor) -> None:
    """The triangle "worth a look", drawn as the icon of that name is, on its grid of 16."""
    painter.save()
    painter.translate(middle - QPointF(SIGN_SIDE / 2, SIGN_SIDE / 2))
    painter.scale(SIGN_SIDE / 16, SIGN_SIDE / 16)
    shape = QPainterPath(QPointF(8.0, 2.0))
    for x, y in ((14.5, 13.5), (1.5, 13.5)):
        shape.lineTo(x, y)
    shape.closeSubpath()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    round_ = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(color, 1.5, *round_))
    painter.drawPath(shape)
    painter.drawLine(QPointF(8.0, 6.5), QPointF(8.0, 9.5))
    painter.drawPoint(QPointF(8.0, 11.45))
    painter.restore()


def paint_under(painter: QPainter, marks: Marks, colors: MarkColors) -> None:
    """The fills, before the page is drawn. The painter is in points."""
    painter.setPen(Qt.PenStyle.NoPen)
    for rects, color in ((marks.gaps, colors.gap), (marks.lit, colors.lit)):
        painter.setBrush(color)
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-BESIDE, 0.0, BESIDE, 0.0), RADIUS, RADIUS)


def paint_words(painter: QPainter, marks: WordMarks, colors: MarkColors) -> None:
    """The fills of words that are found and chosen, before the page is drawn. The painter is in points."""
    for rects, color in ((marks.found, colors.found), (marks.now, colors.found_now), (marks.chosen, colors.chosen)):
        for rect in rects:
            fill(painter, rect, color)


def paint_over(painter: QPainter, marks: Marks, colors: MarkColors) -> None:
    """The lines, after the page is drawn. Light wins over a finding's dots, and those over the pointer's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for rect in marks.lit:
        line = _underline(painter, rect.adjusted(-BESIDE / 2, 0.0, BESIDE / 2, 0.0))
        fill(painter, line, colors.lit_line)
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
    side, top = line.height(), line.top()
    count = math.ceil((line.width() / side - 0.5) / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects([QRectF(line.left() + 2 * side * at, top, side, side) for at in range(count)])
