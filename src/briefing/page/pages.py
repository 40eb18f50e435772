"""Pages laid out: what stands where, which words came from which field, and where a field's words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QTextLine

from briefing.compose.document import Span
from briefing.dossier.paths import covers
from briefing.frozen import frozen
from briefing.page.faces import UNITS
from briefing.page.letters import letters_in, rects_in
from briefing.page.text import Line, Stretch, Text

if TYPE_CHECKING:  # loaded with the first chart
    from briefing.page.chart_scene import Area, Shape

#: How far beside a word, in points, a click still means it.
REACH = 1.5


@frozen
class Placed:
    """Lines `first` to before `last` of a text, its corner at `x`, `y` points on the page."""

    text: Text
    x: float
    y: float
    first: int
    last: int

    @property
    def top(self) -> float:
        return self.y + self.text.lines[self.first].top

    @property
    def bottom(self) -> float:
        return self.y + self.text.lines[self.last - 1].bottom

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.text.lines[self.first : self.last]


@frozen
class Rule:
    """A level line of `width` points from `left` to `right`, `y` its middle; or as thick as a `ground` under words."""

    left: float
    right: float
    y: float
    width: float
    color: str
    ground: bool = False


@frozen(eq=False)
class Image:
    """A picture read once; the same to another only when it is the very same object."""

    image: QImage
    description: str


@frozen
class Hung:
    """A picture and its place on the page, in points."""

    image: Image
    x: float
    y: float
    width: float
    height: float


@frozen(eq=False)
class Drawing:
    """A chart's drawing without its words, the same to another only when it is the very same object."""

    block: str
    height: float
    shapes: tuple[Shape, ...]
    areas: tuple[Area, ...]


@frozen
class Drawn:
    """A drawing, its corner at `x`, `y` points on the page."""

    drawing: Drawing
    x: float
    y: float

    def area_at(self, x: float, y: float) -> Area | None:
        """The value meant by a click at a point of the page; where markers lie over one another, the last drawn."""
        x, y = x - self.x, y - self.y
        areas = reversed(self.drawing.areas)
        return next((a for a in areas if a.x <= x < a.x + a.width and a.y <= y < a.y + a.height), None)

    def rects(self, test: Callable[[Span], bool]) -> Iterator[QRectF]:
        for area in self.drawing.areas:
            if area.seen and test(area.span):
                yield QRectF(self.x + area.x, self.y + area.y, area.width, area.height)


@frozen
class Boxes:
    """What is drawn on a part of a page, in reading order.

    `paths` are those of all its texts where they were gathered, else None: a field is looked for on hundreds of pages.
    """

    texts: tuple[Placed, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Hung, ...] = ()
    drawings: tuple[Drawn, ...] = ()
    paths: frozenset[str] | None = field(default=None, compare=False)


@frozen
class Page:
    """One page of `width` by `height` points. Equal pages look the same, pixel for pixel."""

    width: float
    height: float
    header: Boxes
    body: Boxes
    footer: Boxes

    @property
    def parts(self) -> tuple[Boxes, Boxes, Boxes]:
        """All that is drawn, from top to bottom."""
        return self.header, self.body, self.footer

    @property
    def texts(self) -> Iterator[Placed]:
        """The texts of the page, its own before those of every page."""
        yield from self.body.texts
        yield from self.header.texts
        yield from self.footer.texts


@frozen
class Hit:
    """The word at a point: its block (empty in header and footer), span, the span's paths, and the letter in the span.

    `offset` counts characters before the point, from 0 to the length of the span's text.
    """

    block: str
    span: Span
    paths: tuple[str, ...]
    offset: int


Where = str | Callable[[str], bool]


@dataclass(frozen=True)
class Pages:
    """A document's pages. A page that did not change since the last layout is the very same object."""

    pages: tuple[Page, ...]

    def __len__(self) -> int:
        return len(self.pages)

    def __getitem__(self, index: int) -> Page:
        return self.pages[index]

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)

    def span_at(self, page: int, x: float, y: float) -> Hit | None:
        """The words at `x`, `y` points on a page (counted from 0), none beside the text."""
        return hit(self.pages[page], x, y)

    def places(self, where: Where) -> list[tuple[int, QRectF]]:
        """Where the words of a field stand, as (page, rectangle in points), line by line in reading order.

        `where` is a path, which stands for all inside it too, or a test of a path.
        """
        return [(number, rect) for number, page in enumerate(self.pages) for rect in rects(page, where)]

    def find_block(self, block: str) -> tuple[int, QRectF] | None:
        """The page on which a block begins and the room of its first part there, none when it stands nowhere."""
        for number, page in enumerate(self.pages):
            parts = [placed for placed in page.body.texts if placed.text.block == block]
            if parts:
                top, bottom = min(part.top for part in parts), max(part.bottom for part in parts)
                return number, QRectF(0.0, top, page.width, bottom - top)
        return None

    @cached_property
    def used_paths(self) -> frozenset[str]:
        """Every path that some word, bar or marker came from."""
        return frozenset(path for page in self.pages for span in _spans(page) for path in span.paths)


def _spans(page: Page) -> Iterator[Span]:
    yield from (stretch.span for placed in page.texts for stretch in placed.text.stretches)
    yield from (area.span for drawn in page.body.drawings for area in drawn.drawing.areas)


def hit(page: Page, x: float, y: float) -> Hit | None:
    """The words at `x`, `y` points on the page, or those of the bar or marker there; none beside them."""
    for placed in page.texts:
        if not placed.top <= y < placed.bottom:
            continue
        line = next(line for line in placed.lines if y < placed.y + line.bottom)
        at = (x - placed.x) * UNITS
        extent = line.shape.naturalTextRect()
        if extent.left() - REACH * UNITS <= at <= extent.right() + REACH * UNITS:
            found = _hit_line(placed.text, line, min(max(at, extent.left()), extent.right()))
            if found is not None:
                return found
    for drawn in page.body.drawings:
        if (area := drawn.area_at(x, y)) is not None:
            return Hit(drawn.drawing.block, area.span, area.span.paths, 0)
    return None


def _hit_line(text: Text, line: Line, at: float) -> Hit | None:
    on = min(line.shape.xToCursor(at, QTextLine.CursorPosition.CursorOnCharacter), max(line.end - 1, line.start))
    stretch = text.stretch_at(on)
    if stretch is None:
        return None
    between = line.shape.xToCursor(at, QTextLine.CursorPosition.CursorBetweenCharacters)
    units = min(max(between, stretch.start), stretch.end) - stretch.start
    return Hit(text.block, stretch.span, stretch.span.paths, letters_in(stretch.span.text, units))


def rects(page: Page, where: Where) -> list[QRectF]:
    """Where words of a field stand on one page, in points, line by line in reading order; then its bars and markers."""
    test = _test(where)
    found = [rect for boxes in (page.body, page.header, page.footer) for rect in _rects_of(boxes, where, test)]
    return [*found, *_drawn_rects(page, lambda span: any(map(test, span.paths)))]


def _rects_of(boxes: Boxes, where: Where, test: Callable[[str], bool]) -> Iterator[QRectF]:
    paths = boxes.paths
    if paths is None:
        paths = frozenset[str]().union(*(placed.text.paths for placed in boxes.texts))
    elif not _any_of(paths, where):
        return
    meant = frozenset(filter(test, paths))
    for placed in boxes.texts if meant else ():
        if not meant.isdisjoint(placed.text.paths):
            yield from rects_in(placed, lambda stretch: not meant.isdisjoint(stretch.span.paths))


def gaps(page: Page) -> list[QRectF]:
    """Where words for empty fields stand on one page, in points."""
    found = [rect for placed in page.texts if placed.text.gaps for rect in rects_in(placed, _is_gap)]
    return [*found, *_drawn_rects(page, lambda span: span.gap)]


def _is_gap(stretch: Stretch) -> bool:
    return stretch.span.gap


def span_rects(page: Page, span: Span) -> list[QRectF]:
    """Where one very span stands on one page, in points, line by line."""
    return _rects(page, lambda each: each is span)


def _rects(page: Page, test: Callable[[Span], bool]) -> list[QRectF]:
    found = [rect for placed in page.texts for rect in rects_in(placed, lambda stretch: test(stretch.span))]
    return [*found, *_drawn_rects(page, test)]


def _drawn_rects(page: Page, test: Callable[[Span], bool]) -> Iterator[QRectF]:
    return (rect for drawn in page.body.drawings for rect in drawn.rects(test))


def _any_of(paths: frozenset[str], where: Where) -> bool:
    """Whether some path may be meant, asked in the quickest way."""
    return callable(where) or any([path.startswith(where) for path in paths])  # noqa: C419  # a list is the quicker


def _test(where: Where) -> Callable[[str], bool]:
    if callable(where):
        return where
    path = where
    return lambda candidate: covers(path, candidate)
