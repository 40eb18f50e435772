"""A composed document: blocks of spans, each span knowing the fields its words came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Literal

from briefing.frozen import frozen

Align = Literal["left", "right", "center"]
#: Where words stand to their line: on it, above it or below it (``w:vertAlign``).
Raised = Literal["", "super", "sub"]

#: What a paragraph is, and the paragraph style (``w:name``) a letterhead gives it.
ROLE_STYLES: Mapping[str, str] = {
    "kicker": "Kicker",
    "title": "Title",
    "subtitle": "Subtitle",
    "fact": "Fact",
    "heading1": "heading 1",
    "heading2": "heading 2",
    "heading3": "heading 3",
    "body": "Body Text",
    "lead": "Lead",
    "bullet": "List Bullet",
    "number": "List Number",
    "continuation": "List Continue",
    "quote": "Quote",
    "note": "Note",
    "end": "End",
}

#: Rows of a table that no page end parts.
WHOLE_ROWS = 8

#: Styles of the paragraphs inside a table of figures.
TABLE_HEAD_STYLE, TABLE_TEXT_STYLE = "Table Head", "Table Text"


@frozen
class Span:
    """Words in one look. `paths` are the fields that they came from, none for the template's own words.

    A `gap` stands for an empty field, ``[City]``: it is highlighted on screen and printed as it stands. One with a
    `note` is the reference to a footnote: its text is the number, its note the words at the foot of the page.
    """

    text: str
    paths: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    link: str = ""
    gap: bool = False
    raised: Raised = ""
    note: tuple[Span, ...] = ()


Spans = tuple[Span, ...]


@frozen
class Paragraph:
    """One paragraph, heading or list item.

    `role` is a key of ROLE_STYLES. `level` is the nesting of a list item, 0 for the outermost.
    In a `fact` the first tab stands between its label and its text.
    """

    id: str
    role: str
    spans: Spans
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@frozen
class Column:
    """A table column; `share` is its part of the table's width, the shares of a table summing to 1."""

    share: float
    align: Align = "left"


@frozen
class Row:
    id: str
    cells: tuple[Spans, ...]


@frozen
class Table:
    """A table of figures: head rows repeat on each page. `summary` tells in words what it shows."""

    id: str
    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    summary: str = ""

    @property
    def stays_whole(self) -> bool:
        """Whether it stays on one page: a table of a few rows is read at a glance, and not over a page's end."""
        return len(self.rows) <= WHOLE_ROWS


@frozen
class Tick:
    """A line of a chart's scale: where it stands, and its number as printed."""

    at: Decimal
    text: str


@frozen
class Datum:
    """One value of a series, None where none is known; `words` stand beside it and lead to its figure."""

    value: Decimal | None
    words: Spans = ()


@frozen
class Series:
    """The values of one measure, one for each category; the measure gives their look."""

    measure: str
    name: str
    values: tuple[Datum, ...]


@frozen
class Category:
    """A period of a chart. A line leads to it where it is `joined` to the one before.

    It stands `apart` where it begins periods of another length, which do not compare with those before.
    """

    words: Spans
    joined: bool = True
    apart: bool = False


@frozen
class Chart:
    """A chart of figures by period. `ticks` go from the foot of its scale to the top and have all values between.

    `summary` tells in words what it shows, to those who cannot see it; `note` is printed under it. A `picture` goes
    into a Word file as one, where a chart of Word's own would be changed or not be shown.
    """

    id: str
    kind: Literal["bars", "lines"]
    title: Spans
    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    ticks: tuple[Tick, ...]
    summary: str
    note: Spans = ()
    picture: bool = False


@frozen
class Picture:
    """A picture that lies beside a template, `width` by `height` points at its natural size: PNG or JPEG bytes.

    `description` says in words what it shows, to those who cannot see it; `caption` is printed under it.
    """

    id: str
    data: bytes
    width: float
    height: float
    description: str
    caption: Spans = ()


@frozen
class PageBreak:
    id: str


@frozen
class Divider:
    """A thin rule across the text."""

    id: str


Block = Paragraph | Table | Chart | Picture | Divider | PageBreak


@frozen
class Worded:
    """What a person did to a block. `composed` is what is composed there now, nothing for a paragraph of their own.

    A `changed` block has their words, and what is composed now differs from what they replaced in more than values.
    """

    state: Literal["yours", "changed", "inserted", "moved"]
    composed: Spans


@frozen
class Properties:
    """What the file says of itself; made from the audience view like every other word."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: str = ""


@frozen
class Document:
    """A dossier composed through a pack in one language (a BCP 47 tag, ``en-GB``).

    `furniture` holds the words for header and footer by name: country, ministry, department, marking, title, version;
    in a clearance copy also clearance.
    `stem` is the file name without its ending.

    The rest tells what was done by hand, by block id: `wording` of each block that is not as composed or not where it
    was; `omitted` what is left out, in the order of `left_out`, and `left_out_after` the block in the text after which
    it would stand (empty: before all); `renamed` the id that the wording layer has for a block whose id has changed
    since; `asleep` what the layer has for blocks that are not there now.
    """

    pack: str
    language: str
    audience: str
    properties: Properties
    blocks: tuple[Block, ...]
    furniture: Mapping[str, Spans] = field(default_factory=dict)
    stem: str = "document"
    wording: Mapping[str, Worded] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    omitted: Mapping[str, Spans] = field(default_factory=dict)
    left_out_after: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    asleep: tuple[str, ...] = ()


#: How far each level of a numbered list has come behind a block, the outermost first; empty where no list goes on.
Counts = tuple[int, ...]


def set_out(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, int, bool]]:
    """Each block with its number in its list, as `numbered`, and whether it stays on the page of the next one."""
    for at, (block, number) in enumerate(numbered(blocks), 1):
        yield block, number, at < len(blocks) and stays_with(block, blocks[at])


def stays_with(block: Block, following: Block) -> bool:
    """Whether a block stays on the page of the next one.

    A paragraph that ends with a colon does: alone at the foot of a page it announces nothing. So does a table with
    the note under it.
    """
    if isinstance(block, Paragraph):
        last = next((span for span in reversed(block.spans) if not span.note), None)
        announces = last is not None and last.text.rstrip().endswith(":")
        return announces and not isinstance(following, PageBreak)
    noted = isinstance(following, Paragraph) and following.role == "note"
    return noted and isinstance(block, Table) and block.stays_whole


def numbered(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, int]]:
    """Each block with its number in its list, 0 for what is not a numbered item."""
    counts: Counts = ()
    for block in blocks:
        yield block, number_of(block, counts := counted(block, counts))


def counted(block: Block, before: Counts) -> Counts:
    """How far lists have come behind a block, by how far they had come before it.

    A numbered list ends at the first block that is no part of a list; a deeper level starts anew under each item. A
    continuation paragraph or a bullet inside the list does not end it.
    """
    if isinstance(block, Paragraph) and block.role == "number":
        level = block.level
        reached = before[level] if level < len(before) else 0
        return (*before[:level], *(0,) * (level - len(before)), reached + 1)
    return () if ends_list(block) else before


def number_of(block: Block, counts: Counts) -> int:
    """The number of a block behind which lists have come so far, 0 for what is not a numbered item."""
    return counts[block.level] if isinstance(block, Paragraph) and block.role == "number" else 0


def ends_list(block: Block) -> bool:
    """Whether a numbered list that goes on to a block ends there."""
    if not isinstance(block, Paragraph) or block.role not in ("number", "bullet", "continuation"):
        return True
    return block.role == "bullet" and block.level == 0
