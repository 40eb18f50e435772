"""A letterhead as frozen values: page, styles, lists, header and footer. All lengths are points (1/72 inch)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefing.frozen import frozen

TextAlign = Literal["left", "right", "center", "justify"]
#: Pages that may have headers and footers of their own: the first, those of odd number, those of even.
PageKind = Literal["first", "odd", "even"]


def kind_of(number: int) -> PageKind:
    """The kind of a page, counted from 0: the second one, whose number is 2, is even."""
    return "first" if number == 0 else "even" if number % 2 else "odd"


@frozen
class Face:
    """How letters look. `spacing` is added after each letter; `color` is ``#rrggbb``."""

    family: str = "Liberation Serif"
    size: float = 11.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    spacing: float = 0.0
    color: str = "#000000"
    underline: bool = False


@frozen
class Tab:
    """A tab stop, measured from the left edge of the text area."""

    at: float
    align: Literal["left", "right", "center"] = "left"


@frozen
class Border:
    """A rule `width` thick, `gap` away from the text."""

    width: float
    color: str
    gap: float = 0.0


@frozen
class ListMark:
    """What stands before a list item: a fixed `text` (•), or a pattern with ``%1`` for the number (``%1.``)."""

    text: str
    ordered: bool
    face: Face


@frozen
class Style:
    """A paragraph style with all that it inherits.

    `pitch` is the exact distance between baselines (``w:lineRule="exact"``), or None where the font's own line
    height times `line_factor` holds. `first` is the first line's indent from `left`, negative for a hanging one.
    Between two paragraphs stands the larger of `after` and the next one's `before`, as in Word since 2013.
    `shade` is the colour of its ground (``#rrggbb``), from one indent to the other, "" for none.
    A character style (Fact Label, Hyperlink) is kept as a style of which only the face counts.
    """

    name: str
    face: Face = Face()
    pitch: float | None = None
    line_factor: float = 1.0
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    align: TextAlign = "left"
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    contextual: bool = False
    outline: int | None = None
    tabs: tuple[Tab, ...] = ()
    top: Border | None = None
    bottom: Border | None = None
    left_rule: Border | None = None
    right_rule: Border | None = None
    shade: str = ""
    mark: ListMark | None = None


@frozen
class Picture:
    """A picture of the header or footer at `x`, `y` from the text area's left edge and its paragraph's top."""

    data: bytes
    description: str
    x: float
    y: float
    width: float
    height: float


@frozen
class Piece:
    """Part of a header or footer line.

    `kind`: ``text`` (fixed words), ``value`` (a name of Document.furniture), ``field`` (PAGE or NUMPAGES), ``tab``.
    """

    kind: Literal["text", "value", "field", "tab"]
    text: str
    face: Face


@frozen
class FurnitureLine:
    style: Style
    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...] = ()


@frozen
class Furniture:
    """Header or footer of one kind of page."""

    lines: tuple[FurnitureLine, ...] = ()


@frozen
class PageSetup:
    """`header` and `footer` are the distances of header and footer from the paper's edge."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@frozen
class TableLook:
    """Look of a table of figures: cell padding, the rule under the head, the hairline under each row."""

    pad_left: float = 0.0
    pad_right: float = 0.0
    head_rule: Border | None = None
    row_rule: Border | None = None
    after: float = 0.0


@frozen
class Letterhead:
    """What a letterhead ``.docx`` says. `styles` is keyed by ``w:name`` in lower case.

    `first_*` is for the first page only, `even_*` for pages of even number; equal to the others when the file has no
    page of its own for them.
    """

    page: PageSetup
    styles: Mapping[str, Style]
    table: TableLook
    first_header: Furniture
    first_footer: Furniture
    header: Furniture
    footer: Furniture
    even_header: Furniture | None = None
    even_footer: Furniture | None = None

    def head_and_foot(self, kind: PageKind) -> tuple[Furniture, Furniture]:
        """Header and footer of a kind of page."""
        if kind == "first":
            return self.first_header, self.first_footer
        if kind == "even":
            return self.even_header or self.header, self.even_footer or self.footer
        return self.header, self.footer

    def style(self, name: str) -> Style:
        """The style of that name; the body style, else the first one, where the letterhead lacks it."""
        found = self.styles.get(name.lower()) or self.styles.get("body text") or self.styles.get("normal")
        return found or Style(name=name)

    def item_style(self, name: str, level: int) -> Style:
        """The style of a list item at that nesting: ``List Bullet`` at level 0, ``List Bullet 2`` at level 1.

        Where the letterhead has none so deep, the deepest one that it has.
        """
        for depth in range(level, 0, -1):
            if found := self.styles.get(f"{name} {depth + 1}".lower()):
                return found
        return self.style(name)
