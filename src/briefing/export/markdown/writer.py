"""Writes a document as Markdown: CommonMark with the tables of GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.compose.document import (
    Chart,
    Column,
    Divider,
    Document,
    Paragraph,
    Picture,
    Row,
    Span,
    Spans,
    Table,
    numbered,
)
from briefing.compose.footnotes import notes_of
from briefing.export.facts import split_fact
from briefing.export.markdown.words import line, lines

_HEADINGS = {"title": "#", "heading1": "##", "heading2": "###", "heading3": "####"}
_RULES = {"left": ":---", "right": "---:", "center": ":---:"}


def write(document: Document) -> str:
    """The document as text; a CommonMark reader gives each word back as it stood. Page ends are left out."""
    chunks = [*_letterhead(document), *_Blocks().chunks(document), *_notes(document)]
    return "".join(chunks).strip("\n") + "\n"


def _notes(document: Document) -> Iterator[str]:
    """The footnotes, behind all else."""
    for block in document.blocks:
        yield from (f"\n\n[^{number}]: {line(words)}" for number, words in notes_of(block))


def _letterhead(document: Document) -> Iterator[str]:
    """Who writes, and how far the text may go."""
    words = document.furniture
    names = (line(words[name]) for name in ("country", "ministry", "department") if name in words)
    for text in (" · ".join(filter(None, names)), line(_bold(words.get("marking", ())))):
        if text:
            yield f"\n\n{text}"


def _bold(spans: Spans) -> Spans:
    return tuple(replace(span, bold=True) for span in spans)


class _Item(NamedTuple):
    """An item that later ones may stand in: its level and role in the document, and the width of its marker."""

    level: int
    role: str
    width: int


class _Blocks:
    """Writes block after block, knowing which items are open."""

    def __init__(self) -> None:
        self._open: list[_Item] = []
        self._loose = False
        self._quoting = False

    def chunks(self, document: Document) -> Iterator[str]:
        """Each block with the line ends before it: one between the items of a list, else two."""
        told = frozenset(path for block in document.blocks if isinstance(block, Table) for path in _paths(block))
        for block, number in numbered(document.blocks):
            if isinstance(block, Paragraph):
                yield from self._paragraph(block, number)
                self._quoting = block.role == "quote"
            elif isinstance(block, Table):
                self._open.clear()
                self._quoting = False
                yield f"\n\n{_table(block)}"
            elif isinstance(block, Chart):
                self._open.clear()
                yield from (f"\n\n{text}" for text in _chart(block, told))
            elif isinstance(block, Divider):
                self._open.clear()
                self._quoting = False
                yield "\n\n---"
            elif isinstance(block, Picture):
                self._open.clear()
                yield f"\n\n{line((Span(block.description, italic=True),))}"
                if block.caption:
                    yield f"\n\n{line(block.caption)}"

    def _paragraph(self, block: Paragraph, number: int) -> Iterator[str]:
        role = block.role
        if role in ("bullet", "number", "fact"):
            yield self._item(block, number)
            return
        if not block.text.strip("\n"):
            return
        if role == "continuation" and self._open:
            # A paragraph of an item stands under the item's words, apart from them by an empty line.
            self._close(block.level + 1)
            indent = " " * self._indent()
            yield "\n\n" + "\n".join(f"{indent}{text}" for text in lines(block.spans))
            self._loose = True
            return
        self._open.clear()
        if role in _HEADINGS:
            yield f"\n\n{_HEADINGS[role]} {line(block.spans)}"
        else:
            quote = "> " if role == "quote" else ""
            between = "\n>\n" if quote and self._quoting else "\n\n"
            yield between + "\n".join(f"{quote}{text}" for text in lines(block.spans))

    def _item(self, block: Paragraph, number: int) -> str:
        marker = f"{number}. " if number else "- "
        depth = len(self._open)
        sibling = self._close(block.level)
        texts = lines(_fact(block.spans) if block.role == "fact" else block.spans)
        # A marker with nothing after it, of another kind, or of a first item that is not 1, needs an empty line before.
        continues = number <= 1 if sibling is None else sibling.role == block.role
        near = depth and texts != [""] and not self._loose and continues
        indent, hang = " " * self._indent(), " " * len(marker)
        self._open.append(_Item(block.level, block.role, len(marker)))
        self._loose = False
        rows = [f"{indent}{hang if position else marker}{text}" for position, text in enumerate(texts)]
        return ("\n" if near else "\n\n") + "\n".join(rows).rstrip(" ")

    def _indent(self) -> int:
        return sum(item.width for item in self._open)

    def _close(self, level: int) -> _Item | None:
        """Closes the items that one of this level cannot stand in, and gives the outermost of them."""
        closed = None
        while self._open and self._open[-1].level >= level:
            closed = self._open.pop()
        return closed


def _fact(spans: Spans) -> Spans:
    """A fact with its label in bold and a colon instead of the tab between label and text."""
    label, text = split_fact(spans)
    ends = "".join(span.text for span in label).rstrip()
    if not ends:
        return text
    colon = Span("" if ends.endswith((":", "?")) else ":")
    return (*_bold((*label, colon)), Span(" "), *text)


def _paths(table: Table) -> Iterator[str]:
    yield from (path for row in table.rows for cell in row.cells for span in cell for path in span.paths)


def _chart(chart: Chart, told: frozenset[str]) -> Iterator[str]:
    """A chart in words, after the table of its numbers where no table of the document has them."""
    words = [[datum.words for datum in series.values] for series in chart.series]
    if not all(path in told for row in words for spans in row for span in spans for path in span.paths):
        head = Row("", (chart.title, *((Span(series.name),) for series in chart.series)))
        rows = (Row("", (category.words, *(row[at] for row in words))) for at, category in enumerate(chart.categories))
        columns = (Column(0.0), *(Column(0.0, "right") for _ in chart.series))
        yield _table(Table("", columns, (head,), tuple(rows)))
    yield line((Span(chart.summary, italic=True),))


def _table(table: Table) -> str:
    """A table; its first head row is the head, as Markdown knows but one, and an empty one where it has none."""
    head = table.head[0] if table.head else Row("", ())
    rows = [_cells(head, table), f"| {' | '.join(_RULES[column.align] for column in table.columns)} |"]
    rows.extend(_cells(row, table) for row in (*table.head[1:], *table.rows))
    return "\n".join(rows)


def _cells(row: Row, table: Table) -> str:
    cells = [line(cell) for cell in row.cells][: len(table.columns)]
    cells.extend("" for _ in table.columns[len(cells) :])
    return f"| {' | '.join(cells)} |"
