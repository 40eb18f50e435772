"""Header and footer laid out page by page: their words with page numbers put in, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from briefing.compose.document import Spans
from briefing.frozen import frozen
from briefing.letterhead.model import Furniture, FurnitureLine, Letterhead, PageKind, Picture, Piece, kind_of
from briefing.page.blocks import LaidParagraph
from briefing.page.cache import Cache
from briefing.page.faces import Faces
from briefing.page.flow import Flow, gap
from briefing.page.pages import Boxes, Hung, Image, Placed, Rule
from briefing.page.paragraphs import lay_styled, span_words
from briefing.page.text import Words

#: Resolution at which a vector picture is kept, in dots per inch.
PICTURE_DPI = 600

#: How many laid-out lines and pages' furniture are kept; the lines of the pages in hand among them.
KEPT = 1024

Values = Mapping[str, Spans]


@frozen
class Counts:
    """What a page number field says: the number of this page, from 1, and of all."""

    page: int
    total: int


@frozen
class Room:
    """The text area of a kind of page: its `top` in points from the paper's, and its height."""

    top: float
    height: float


#: The text area of the first page, of those of odd number and of those of even.
Rooms = tuple[Room, Room, Room]


def room_of(rooms: Rooms, number: int) -> Room:
    """The text area of a page, counted from 0."""
    return rooms[0] if number == 0 else rooms[2 if number % 2 else 1]


class Surround:
    """Headers and footers of one document on one letterhead."""

    def __init__(self, letterhead: Letterhead, faces: Faces) -> None:
        self._letterhead = letterhead
        self._faces = faces
        self._values: Values = {}
        self._kept = Cache(KEPT)
        self._lines = Cache(KEPT)
        self._pictures: dict[Picture, Image] = {}
        self._rooms = self._all_rooms()

    def tell(self, values: Values) -> None:
        """The words for the header's and footer's values from now on, by name."""
        if values != self._values:
            self._values = dict(values)
            self._kept = Cache(KEPT)
            self._rooms = self._all_rooms()

    @property
    def told(self) -> object:
        """What was told last: the same object for as long as nothing else is told."""
        return self._values

    @property
    def rooms(self) -> Rooms:
        """The text area of the first page, of those of odd number and of those of even."""
        return self._rooms

    def _all_rooms(self) -> Rooms:
        return self._room("first"), self._room("odd"), self._room("even")

    def boxes(self, number: int, total: int) -> tuple[Boxes, Boxes]:
        """Header and footer of page `number`, counted from 0, of `total`. The same objects while nothing changes."""
        kind = kind_of(number)
        counted = any(map(_counts, self._letterhead.head_and_foot(kind)))
        key = (kind, Counts(number + 1, total) if counted else None)
        return self._kept.get(key, lambda: self._make(kind, Counts(number + 1, total)))

    def _make(self, kind: PageKind, counts: Counts) -> tuple[Boxes, Boxes]:
        setup = self._letterhead.page
        header, footer = self._letterhead.head_and_foot(kind)
        above, below = self._lay(header, counts), self._lay(footer, counts)
        foot = setup.height - setup.footer - _stack(below)[1]
        return self._put(header, above, setup.header), self._put(footer, below, foot)

    def _put(self, furniture: Furniture, laid: list[LaidParagraph], y: float) -> Boxes:
        texts: list[Placed] = []
        rules: list[Rule] = []
        pictures: list[Hung] = []
        x = self._letterhead.page.left
        for line, paragraph, top in zip(furniture.lines, laid, _stack(laid)[0], strict=True):
            more_texts, more_rules, _ = paragraph.put(0, paragraph.flow.count, x, y + top)
            texts += more_texts
            rules += more_rules
            pictures += [Hung(self._read(p), x + p.x, y + top + p.y, p.width, p.height) for p in line.pictures]
        return Boxes(tuple(texts), tuple(rules), tuple(pictures))

    def _lay(self, furniture: Furniture, counts: Counts) -> list[LaidParagraph]:
        return [self._lay_line(line, counts) for line in furniture.lines]

    def _lay_line(self, line: FurnitureLine, counts: Counts) -> LaidParagraph:
        words = tuple(word for piece in line.pieces for word in self._words(piece, counts))
        width = self._letterhead.page.text_width
        return self._lines.get((line.style, words), lambda: lay_styled("", words, line.style, width, self._faces))

    def _words(self, piece: Piece, counts: Counts) -> Iterator[Words]:
        if piece.kind == "value":
            yield from span_words(self._values.get(piece.text, ()), piece.face, self._letterhead)
        elif piece.kind == "field":
            yield Words(str(counts.total if piece.text.upper() == "NUMPAGES" else counts.page), piece.face)
        else:
            yield Words("\t" if piece.kind == "tab" else piece.text, piece.face)

    def _read(self, picture: Picture) -> Image:
        if picture not in self._pictures:
            self._pictures[picture] = read_picture(picture)
        return self._pictures[picture]

    def _room(self, kind: PageKind) -> Room:
        """A header or footer higher than its margin pushes the text, as in a word processor."""
        setup = self._letterhead.page
        header, footer = self._letterhead.head_and_foot(kind)
        above = _stack(self._lay(header, Counts(1, 1)))[1]
        below = _stack(self._lay(footer, Counts(1, 1)))[1]
        top = max(setup.top, setup.header + above)
        return Room(top, setup.height - top - max(setup.bottom, setup.footer + below))


def _counts(furniture: Furniture) -> bool:
    return any(piece.kind == "field" for line in furniture.lines for piece in line.pieces)


def _stack(laid: list[LaidParagraph]) -> tuple[list[float], float]:
    """The tops of paragraphs under each other, and the height of all, in points."""
    tops: list[float] = []
    y = 0.0
    above: Flow | None = None
    for paragraph in laid:
        y += gap(above, paragraph.flow)
        tops.append(y)
        y += paragraph.flow.height
        above = paragraph.flow
    return tops, y + (above.after if above is not None else 0.0)


def read_picture(picture: Picture) -> Image:
    """A header's picture as pixels; an SVG is drawn at 600 dpi. One that cannot be read is an empty image."""
    image = QImage.fromData(picture.data)
    if image.isNull() and picture.data.lstrip()[:1] == b"<":
        renderer = QSvgRenderer(picture.data)
        scale = PICTURE_DPI / 72
        image = QImage(round(picture.width * scale), round(picture.height * scale), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
    return Image(image, picture.description)
