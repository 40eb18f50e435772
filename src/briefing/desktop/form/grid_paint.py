"""How the cells of a figure grid are painted: ground, ring, words, and the tick beside a value in grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.form import grid_lines
from briefing.desktop.form.grid_lines import LineFonts, Piece
from briefing.desktop.form.grid_rows import Line, Rows, tint
from briefing.desktop.parts.painting import paint_ground, paint_icon, paint_ring
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import HAIR, Height, Icon, Radius, Role, Space, Tokens
from briefing.frozen import frozen

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
#: One line in the middle of its room; put together once, for it is asked for with every cell.
_AT_LEFT, _AT_RIGHT = (
    int(side | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine.value for side in (LEFT, RIGHT)
)
Cell = tuple[int, int]
_CORNER = 6  # sides of the mark in the corner of a cell


@dataclass(slots=True)
class Spot:
    """What of the grid is in focus: the cell with the ring, the one being edited, the block that is selected.

    And what the pointer is over: a cell, a link under a row.
    """

    ringed: Cell | None = None
    edited: Cell | None = None
    block: frozenset[Cell] = frozenset()
    hovered: Cell | None = None
    link: Piece | None = None

    @property
    def rows(self) -> frozenset[int]:
        """The rows that look otherwise than they do at rest; a link under a row is beside them."""
        cells = (self.ringed, self.edited, self.hovered, *self.block)
        return frozenset(cell[0] for cell in cells if cell is not None)


@frozen
class Dress:
    """Colours, fonts and the height of a line, asked for once for all the cells that are painted together."""

    tokens: Tokens
    first: Script
    rest: Script
    line: int
    lines: LineFonts

    @property
    def keys(self) -> tuple[object, ...]:
        """What tells its measures from others: its fonts by their names, and the height of a line."""
        fonts = (self.first.font, self.rest.font, self.lines.words, self.lines.links)
        return (*(each.key() for each in fonts), self.line)


@frozen
class Script:
    """A font with its measures."""

    font: QFont
    metrics: QFontMetrics


def dress_of(view: QWidget) -> Dress:
    first, rest = font(Role.BUTTON), font(Role.BODY)
    return Dress(
        tokens_of(view),
        Script(first, QFontMetrics(first)),
        Script(rest, QFontMetrics(rest)),
        row_height(Height.GRID_ROW),
        LineFonts(font(Role.HELP), font(Role.LINK)),
    )


def paint_row(
    rows: Rows,
    row: int,
    lines: tuple[Line, ...],
    pieces: Sequence[Piece],
    lefts: Sequence[tuple[int, int]],
    spot: Spot,
    dress: Dress,
    painter: QPainter,
    room: QRect,
) -> None:
    """Paint a row into its room: its cells, which begin at `lefts` and are so wide, the lines under them, its rule."""
    for column, (left, wide) in enumerate(lefts):
        paint_cell(painter, QRect(left, room.y(), wide, dress.line), (row, column), rows, lines, spot, dress)
    at = QPoint(0, room.y() + grid_lines.top_of(dress.tokens))
    grid_lines.paint(painter, pieces, at, dress.tokens, dress.lines, spot.link)
    paint_rule(painter, room, dress)


def paint_cell(
    painter: QPainter, room: QRect, cell: Cell, rows: Rows, lines: tuple[Line, ...], spot: Spot, dress: Dress
) -> None:
    """Paint a cell into the line that its text stands in."""
    tokens, sign, box = dress.tokens, tint(lines, cell[1]), box_of(room)
    if cell in spot.block:
        paint_ground(painter, box, tokens.accent_soft, Radius.CHIP)
    elif sign:
        paint_ground(painter, box, tokens.wrong_soft if sign is Sign.WRONG else tokens.look_soft, Radius.CHIP)
    if cell == spot.ringed and cell[1]:
        paint_ring(painter, box, tokens, Radius.CHIP)
    if rows.departs(*cell):
        _paint_corner(painter, box, tokens.text3)
    if cell != spot.edited:
        _paint_words(painter, room, cell, rows, tokens.wrong if sign is Sign.WRONG else tokens.text, spot, dress)


def paint_rule(painter: QPainter, room: QRect, dress: Dress) -> None:
    """The hairline under a row."""
    painter.fillRect(QRect(room.x(), room.bottom() + 1 - HAIR, room.width(), HAIR), QColor(dress.tokens.line))


def tick_of(room: QRect) -> QRect:
    """Where the tick stands that takes a value in grey: at the left of its cell."""
    return QRect(room.x() + Space.TIGHT, room.y() + Space.TIGHT, Icon.USUAL, room.height() - 2 * Space.TIGHT)


def line_of(cell: QRect) -> QRect:
    """The line of a cell that its text stands in: the row may be higher, for the sentences under it."""
    return QRect(cell.x(), cell.y(), cell.width(), row_height(Height.GRID_ROW))


def box_of(room: QRect) -> QRect:
    """The ground and ring of a cell: 4 inside its row, a hair from its neighbour."""
    return room.adjusted(0, Space.TIGHT, -HAIR, -Space.TIGHT)


def _paint_corner(painter: QPainter, box: QRect, color: str) -> None:
    """The mark of a figure that says something for itself: a corner, as spreadsheets have it for a note."""
    corner = QPolygonF([QPointF(box.right() + 1 - _CORNER, box.y()), QPointF(box.right() + 1, box.y()),
                        QPointF(box.right() + 1, box.y() + _CORNER)])  # fmt: skip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawPolygon(corner)
    painter.restore()


def _paint_words(painter: QPainter, room: QRect, cell: Cell, rows: Rows, color: str, spot: Spot, dress: Dress) -> None:
    text, tokens, first = rows.text(*cell), dress.tokens, cell[1] == 0
    if first and (words := rows.aside(cell[0])):
        _write(painter, room, words, dress.rest, tokens.text2, _AT_LEFT)
        return
    if not text:
        ghost = rows.ghost(*cell)
        text, color = ghost or rows.columns[cell[1]].empty, tokens.text3
        if ghost and cell in (spot.hovered, spot.ringed):
            paint_icon(painter, tick_of(room), "tick", tokens.accent_text, Icon.LABEL)
    if text:
        inner = room.adjusted(0, 0, 0 if first else -Space.INSET, 0)
        _write(painter, inner, text, dress.first if first else dress.rest, color, _AT_LEFT if first else _AT_RIGHT)


def _write(painter: QPainter, room: QRect, text: str, script: Script, color: str, align: int) -> None:
    """One line of text, cut only where it is too long: to ask how it would be cut takes longer than to write it."""
    if script.metrics.horizontalAdvance(text) > room.width():
        text = script.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(script.font)
    painter.setPen(QColor(color))
    painter.drawText(room, align, text)
