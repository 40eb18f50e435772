"""A laid-out text: the lines of one paragraph, table cell or header line, with the span under every letter."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGlyphRun, QTextLayout, QTextLine

from briefing.compose.document import Span
from briefing.frozen import frozen
from briefing.letterhead.model import Face
from briefing.page.faces import UNITS


@frozen
class Words:
    """Words in one face; `span` is the document's span they stand in, none for marks and fixed header words."""

    text: str
    face: Face
    span: Span | None = None


@frozen
class Stretch:
    """Where a span stands in its text: `start` and `end` count UTF-16 units, as Qt does."""

    start: int
    end: int
    span: Span


@frozen(eq=False)
class Run:
    """Glyphs of one look, in layout units from the text's corner; `gap` when they stand for an empty field.

    `underline` is a line of ours: Qt draws the one of a glyph run in another place when all is scaled.
    """

    glyphs: tuple[QGlyphRun, ...]
    color: QColor
    gap: bool
    underline: QRectF | None = None


@frozen(eq=False)
class Line:
    """One line; `top`, `height` and `baseline` in points from the text's corner, `start` and `end` in UTF-16 units."""

    top: float
    height: float
    baseline: float
    start: int
    end: int
    shape: QTextLine
    runs: tuple[Run, ...]

    @property
    def bottom(self) -> float:
        return self.top + self.height


@frozen(eq=False)
class Text:
    """A laid-out text, the same to another only when it is the very same object.

    `block` is the id of the block it belongs to, empty in header and footer. `layout` owns what the lines point at.
    `paths` are those of all its spans; `gaps` tells whether any stands for an empty field.
    """

    block: str
    layout: QTextLayout
    lines: tuple[Line, ...]
    stretches: tuple[Stretch, ...]
    paths: frozenset[str] = frozenset()
    gaps: bool = False

    @property
    def height(self) -> float:
        return self.lines[-1].bottom if self.lines else 0.0

    @property
    def width(self) -> float:
        """Width of the longest line, in points."""
        return max((line.shape.naturalTextWidth() / UNITS for line in self.lines), default=0.0)

    def stretch_at(self, position: int) -> Stretch | None:
        index = bisect_right([stretch.start for stretch in self.stretches], position) - 1
        if index < 0 or position >= self.stretches[index].end:
            return None
        return self.stretches[index]


def measure(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(1 for letter in text if letter > "\uffff") if not text.isascii() else len(text)


def capitals(text: str) -> str:
    """The text in capitals, letter for letter: one without a single capital (ß) stays.

    A font's capitals cannot be used: a text layout takes them from its own font, never from a format.
    """
    raised = text.upper()
    if len(raised) == len(text) and measure(raised) == measure(text):
        return raised
    return "".join(up if measure(up := letter.upper()) == measure(letter) else letter for letter in text)
