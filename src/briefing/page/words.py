"""The words of pages as a reader takes them: found, chosen from one letter to another, and read out as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLine

from briefing.frozen import frozen
from briefing.page.faces import UNITS, x_of
from briefing.page.pages import Page, Pages, Placed
from briefing.page.text import Line, measure

#: What Qt has in a text for a line break that is no new paragraph.
_BREAK = "\u2028"
#: Blanks of every kind: who looks for "47.5 million" means the one that keeps them on a line too.
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2028]+")


@dataclass(frozen=True, order=True)
class Spot:
    """A place between two letters: of which page (from 0), which text on it, after how many UTF-16 units of it."""

    page: int
    text: int
    at: int


@frozen
class Stretch:
    """From one spot to another, which is not before it."""

    start: Spot
    end: Spot

    @property
    def is_empty(self) -> bool:
        return self.start == self.end


def between(one: Spot, other: Spot) -> Stretch:
    return Stretch(min(one, other), max(one, other))


def find(pages: Pages, words: str) -> list[Stretch]:
    """Where words stand in the body of the pages, in reading order, capitals and small letters alike.

    Words that go on from one page to the next are found where they begin.
    """
    parts = [re.escape(part) for part in _BLANKS.split(words.strip()) if part]
    if not parts:
        return []
    sought = re.compile(_BLANKS.pattern.join(parts), re.IGNORECASE)
    found: list[Stretch] = []
    for number, page in enumerate(pages):
        for at, placed in enumerate(page.body.texts):
            text = placed.text.layout.text()
            first, last = placed.lines[0].start, placed.lines[-1].end
            for each in sought.finditer(text):
                start = _units(text, each.start())
                if first <= start < last:
                    end = min(_units(text, each.end()), last)
                    found.append(Stretch(Spot(number, at, start), Spot(number, at, end)))
    return found


def rects_of(page: Page, number: int, stretch: Stretch) -> list[QRectF]:
    """Where a stretch stands on the page of that number, in points, line by line."""
    found: list[QRectF] = []
    for at, placed in enumerate(page.body.texts):
        low, high = _part(stretch, number, at, placed)
        for line in placed.lines:
            start, end = max(low, line.start), min(high, line.end)
            if start < end:
                found.append(_rect(placed, line, start, end))
    return found


def text_of(pages: Pages, stretch: Stretch) -> str:
    """The words of a stretch: a line to a paragraph, cells of a row apart by tabs."""
    said: list[str] = []
    before: Placed | None = None
    for number, at, placed in _texts(pages, stretch):
        low, high = _part(stretch, number, at, placed)
        if low >= high:
            continue
        if before is not None:
            said.append(_joint(before, placed))
        said.append(_slice(placed.text.layout.text(), low, high).replace(_BREAK, "\n"))
        before = placed
    return "".join(said)


def whole(pages: Pages) -> Stretch | None:
    """All that stands in the body of the pages; None where nothing does."""
    filled = [(number, page.body.texts) for number, page in enumerate(pages) if page.body.texts]
    if not filled:
        return None
    (first, texts), (last, ends) = filled[0], filled[-1]
    return Stretch(Spot(first, 0, texts[0].lines[0].start), Spot(last, len(ends) - 1, ends[-1].lines[-1].end))


def spot_at(page: Page, number: int, x: float, y: float) -> Spot | None:
    """The place between letters nearest to a point of a page, in points; None on a page without words."""
    texts = page.body.texts
    if not texts:
        return None
    at = min(range(len(texts)), key=lambda each: _distance(texts[each], x, y))
    placed = texts[at]
    line = next((line for line in placed.lines if y < placed.y + line.bottom), placed.lines[-1])
    inside = (x - placed.x) * UNITS
    if y < placed.top:
        return Spot(number, at, placed.lines[0].start)
    cursor = line.shape.xToCursor(inside, QTextLine.CursorPosition.CursorBetweenCharacters)
    return Spot(number, at, min(max(cursor, line.start), line.end))


def _distance(placed: Placed, x: float, y: float) -> tuple[float, float]:
    """How far a text is from a point: first in height, then to the side, as with the cells of a row."""
    above = max(placed.top - y, y - placed.bottom, 0.0)
    shapes = [line.shape.naturalTextRect() for line in placed.lines]
    left = placed.x + min(shape.left() for shape in shapes) / UNITS
    right = placed.x + max(shape.right() for shape in shapes) / UNITS
    return above, max(left - x, x - right, 0.0)


def _part(stretch: Stretch, number: int, at: int, placed: Placed) -> tuple[int, int]:
    """The units of a text that lie in a stretch, of its lines on this page."""
    low, high = placed.lines[0].start, placed.lines[-1].end
    here = (number, at)
    start, end = (stretch.start.page, stretch.start.text), (stretch.end.page, stretch.end.text)
    if here < start or here > end:
        return 0, 0
    return (stretch.start.at if here == start else low), (stretch.end.at if here == end else high)


def _texts(pages: Pages, stretch: Stretch) -> Iterator[tuple[int, int, Placed]]:
    for number in range(stretch.start.page, stretch.end.page + 1):
        yield from ((number, at, placed) for at, placed in enumerate(pages[number].body.texts))


def _joint(before: Placed, placed: Placed) -> str:
    """What stands between two texts: nothing where it is one that goes on, a tab behind a mark or a cell."""
    if placed.text is before.text:
        return ""
    beside = placed.text.block == before.text.block and placed.top < before.bottom and before.top < placed.bottom
    return "\t" if beside else "\n"


def _rect(placed: Placed, line: Line, start: int, end: int) -> QRectF:
    """The room of letters of a line, from its top to its foot: neighbouring lines leave no gap."""
    left, right = sorted((x_of(line.shape, start), x_of(line.shape, end)))
    return QRectF(placed.x + left / UNITS, placed.y + line.top, (right - left) / UNITS, line.height)


def _units(text: str, letters: int) -> int:
    return measure(text[:letters])


def _slice(text: str, low: int, high: int) -> str:
    """Part of a text by UTF-16 units."""
    if text.isascii():
        return text[low:high]
    return text.encode("utf-16-le", "surrogatepass")[2 * low : 2 * high].decode("utf-16-le", "replace")


def nearest(found: Sequence[Stretch], page: int) -> int:
    """The number of the first stretch that is not before a page; of the first one where all are."""
    return next((at for at, each in enumerate(found) if each.start.page >= page), 0)
