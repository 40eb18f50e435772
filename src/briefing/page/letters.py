"""Where letters of a placed text stand on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from briefing.page.faces import UNITS, x_of
from briefing.page.text import Line, Stretch, measure

if TYPE_CHECKING:
    from briefing.page.pages import Placed


def letters_in(text: str, units: int) -> int:
    """How many characters of a text take `units` UTF-16 units."""
    if text.isascii():
        return units
    count = 0
    for letter in text:
        units -= measure(letter)
        if units < 0:
            break
        count += 1
    return count


def rects_in(placed: Placed, test: Callable[[Stretch], bool]) -> Iterator[QRectF]:
    """Where the stretches of a placed text that pass a test stand, line by line; neighbours as one."""
    merged: list[tuple[int, int]] = []
    for stretch in placed.text.stretches:
        if not test(stretch):
            continue
        if merged and merged[-1][1] == stretch.start:
            merged[-1] = (merged[-1][0], stretch.end)
        else:
            merged.append((stretch.start, stretch.end))
    for start, end in merged:
        for line in placed.lines:
            low, high = max(start, line.start), min(end, line.end)
            if low < high:
                yield _line_rect(placed, line, low, high)


def _line_rect(placed: Placed, line: Line, start: int, end: int) -> QRectF:
    """The words' room between the tops of capitals' line and the descent; blanks at the line's end do not count."""
    extent = line.shape.naturalTextRect()
    left, right = sorted((x_of(line.shape, start), x_of(line.shape, end)))
    left, right = max(left, extent.left()), min(right, extent.right())
    shape = line.shape
    top = line.baseline - shape.ascent() / UNITS
    height = (shape.ascent() + shape.descent()) / UNITS
    return QRectF(placed.x + left / UNITS, placed.y + top, max(right - left, 0.0) / UNITS, height)
