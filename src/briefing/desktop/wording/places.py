"""Where a paragraph stands on the pages: its parts, its lines, and the place of a caret between its letters."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLine

from briefing.frozen import frozen
from briefing.page.faces import UNITS, x_of
from briefing.page.flow import SLACK
from briefing.page.pages import Page, Pages, Placed
from briefing.page.text import Line


@frozen
class Part:
    """What stands of a paragraph on one page: its text there, and the room of it and its list mark in points."""

    page: int
    placed: Placed
    room: QRectF


def parts_of(pages: Pages, block: str) -> tuple[Part, ...]:
    """The paragraph page by page; empty where it stands nowhere."""
    found = (part_on(page, number, block) for number, page in enumerate(pages))
    return tuple(part for part in found if part is not None)


def part_on(page: Page, number: int, block: str) -> Part | None:
    texts = [placed for placed in page.body.texts if placed.text.block == block]
    if not texts:
        return None
    text = texts[-1]  # a list mark comes before its words
    left = min(placed.x + line.shape.x() / UNITS for placed in texts for line in placed.lines)
    right = max(text.x + (line.shape.x() + line.shape.width()) / UNITS for line in text.lines)
    return Part(number, text, QRectF(left, text.top, right - left, text.bottom - text.top))


def room_of(pages: Pages, block: str) -> tuple[int, QRectF] | None:
    """The page on which a block of any kind begins, and the room of its first part there, list mark and all."""
    for number, page in enumerate(pages):
        texts = [placed for placed in page.body.texts if placed.text.block == block]
        if texts:
            edge = min(placed.x for placed in page.body.texts)
            left = min(placed.x + line.shape.x() / UNITS for placed in texts for line in placed.lines)
            top, bottom = min(placed.top for placed in texts), max(placed.bottom for placed in texts)
            return number, QRectF(left, top, page.width - edge - left, bottom - top)
    return None


def air(page: Page, room: QRectF) -> tuple[float, float]:
    """Points between a room and the nearest words above and below it; without end where there are none."""
    above = [room.top() - placed.bottom for placed in page.texts if placed.bottom <= room.top() + SLACK]
    below = [placed.top - room.bottom() for placed in page.texts if placed.top >= room.bottom() - SLACK]
    return max(min(above, default=math.inf), 0.0), max(min(below, default=math.inf), 0.0)


def block_at(page: Page, y: float) -> str:
    """The block whose lines stand at the height `y` points, or the nearest below its last line; none above all."""
    found = ""
    for placed in page.body.texts:
        if placed.top <= y:
            found = placed.text.block
    return found


def caret(parts: tuple[Part, ...], position: int) -> tuple[int, QRectF]:
    """The page and the line, of no width, of a caret before the letter at `position` (UTF-16 units)."""
    part, line = line_at(parts, position)
    x = part.placed.x + x_of(line.shape, min(position, line.end)) / UNITS
    shape = line.shape
    top = part.placed.y + line.baseline - shape.ascent() / UNITS
    return part.page, QRectF(min(x, part.room.right()), top, 0.0, (shape.ascent() + shape.descent()) / UNITS)


def line_at(parts: tuple[Part, ...], position: int) -> tuple[Part, Line]:
    """The line that holds a position; one between two lines belongs to the lower."""
    lines = list(lines_of(parts))
    return next(((part, line) for part, line in lines if position < line.end), lines[-1])


def lines_of(parts: tuple[Part, ...]) -> Iterator[tuple[Part, Line]]:
    for part in parts:
        for line in part.placed.lines:
            yield part, line


def position_in(part: Part, line: Line, x: float) -> int:
    """The position in a line that is nearest to `x` points on its page; never beyond the blank at its end."""
    at = line.shape.xToCursor((x - part.placed.x) * UNITS, QTextLine.CursorPosition.CursorBetweenCharacters)
    return min(at, line_end(part, line))


def line_end(part: Part, line: Line) -> int:
    """The last position of a line: before the blank at which it was broken, for behind it the next line begins."""
    return line.end if line is part.placed.text.lines[-1] else max(line.end - 1, line.start)


def position_at(parts: tuple[Part, ...], page: int, spot: QPointF) -> int:
    """The position nearest to a point of a page, in points."""
    here = [(part, line) for part, line in lines_of(parts) if part.page == page] or list(lines_of(parts))
    below = [(part, line) for part, line in here if spot.y() < part.placed.y + line.bottom]
    part, line = below[0] if below else here[-1]
    return position_in(part, line, spot.x())


def stretch_rooms(parts: tuple[Part, ...], start: int, end: int) -> Iterator[tuple[int, QRectF]]:
    """The pages and rooms of the words from `start` to before `end`, line by line, as high as their letters."""
    for part, line in lines_of(parts):
        low, high = max(start, line.start), min(end, line.end)
        if low < high:
            ends = sorted(min(x_of(line.shape, at) / UNITS, part.room.right()) for at in (low, high))
            top = part.placed.y + line.baseline - line.shape.ascent() / UNITS
            height = (line.shape.ascent() + line.shape.descent()) / UNITS
            yield part.page, QRectF(part.placed.x + ends[0], top, ends[1] - ends[0], height)
