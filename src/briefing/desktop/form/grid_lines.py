"""Where the lines under a row stand: sign, sentence and links, broken into the width; measured and painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from briefing.desktop.fonts import font, line_height, row_height
from briefing.desktop.form.grid_rows import Line, Link
from briefing.desktop.icons import pixmap
from briefing.desktop.parts.signs import sign_color
from briefing.desktop.tokens import Height, Icon, Role, Space, Tokens
from briefing.frozen import frozen

#: Where the sentence begins, after its sign.
TEXT_AT = Icon.SIGN + Space.CLOSE


@frozen
class Piece:
    """Words of one line on screen, in pixels from the top left of the row's lines; `link` where they are one."""

    rect: QRect
    text: str
    line: Line
    link: Link | None = None


def top_of(tokens: Tokens) -> int:
    """Where the lines begin below the top of their row: as near as the focus ring of a cell lets them."""
    return row_height(Height.GRID_ROW) - Space.TIGHT + tokens.ring


def height_of(pieces: Sequence[Piece], tokens: Tokens) -> int:
    """The height of a row with these lines."""
    least = row_height(Height.GRID_ROW)
    if not pieces:
        return least
    return top_of(tokens) + max(piece.rect.bottom() + 1 for piece in pieces) + Space.INSET


def pieces_of(lines: Sequence[Line], width: int) -> list[Piece]:
    """The lines broken into `width`: words one after the other, links 12 after the sentence or under it."""
    found: list[Piece] = []
    step = line_height(Role.HELP)
    words_of, links_of = QFontMetrics(font(Role.HELP)), QFontMetrics(font(Role.LINK))
    top = 0
    for line in lines:
        at = TEXT_AT
        for row in _broken(line.text, words_of, max(1, width - TEXT_AT)):
            long = words_of.horizontalAdvance(row)
            found.append(Piece(QRect(TEXT_AT, top, long, step), row, line))
            at = TEXT_AT + long
            top += step
        top -= step
        for link in line.links:
            long = links_of.horizontalAdvance(link.text)
            if at + Space.INSET + long > width:
                top, at = top + step, TEXT_AT - Space.INSET
            found.append(Piece(QRect(at + Space.INSET, top, long, step), link.text, line, link))
            at += Space.INSET + long
        top += step + Space.TIGHT
    return found


@frozen
class LineFonts:
    """The fonts of sentences and of links."""

    words: QFont
    links: QFont


def paint(
    painter: QPainter, pieces: Sequence[Piece], at: QPoint, tokens: Tokens, fonts: LineFonts, hovered: Piece | None
) -> None:
    """Paint the lines with their top left at `at`."""
    said: set[int] = set()
    for piece in pieces:
        color = tokens.accent_text if piece.link else sign_color(piece.line.sign, tokens)
        if id(piece.line) not in said:
            said.add(id(piece.line))
            drawn = pixmap(piece.line.sign.value, color, Icon.SIGN, painter.device().devicePixelRatio())
            painter.drawPixmap(at + QPoint(0, piece.rect.y() + (piece.rect.height() - Icon.SIGN) // 2), drawn)
        shown = fonts.links if piece.link else fonts.words
        if piece.link is not None and hovered is not None and piece.link is hovered.link:
            shown = QFont(shown)
            shown.setUnderline(True)
        metrics = QFontMetrics(shown)
        painter.setFont(shown)
        painter.setPen(QColor(color))
        base = piece.rect.y() + (piece.rect.height() - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(at + QPoint(piece.rect.x(), base), piece.text)


def _broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The words of a text in rows that fit a width; a word longer than it has a row of its own."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    rows: list[str] = []
    row = ""
    for word in text.split(" "):
        longer = f"{row} {word}" if row else word
        if row and metrics.horizontalAdvance(longer) > width:
            rows.append(row)
            longer = word
        row = longer
    return [*rows, row]
