"""Tables in HTML, as spreadsheets and web pages put them on the clipboard: read to their cells, and written."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from briefing.dossier.numerals import plain, readings
from briefing.frozen import frozen

#: Wider and longer than any table of figures: what a page claims beyond it is not believed.
MOST_COLUMNS, MOST_ROWS = 200, 2000

_HIDDEN = frozenset({"head", "style", "script", "title", "template", "noscript"})
_BREAKS = frozenset({"br", "p", "div", "li", "ul", "ol", "tr"})
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@frozen
class Table:
    """The cells of a table row by row, and the superscript marks of footnotes that were left off its numbers."""

    rows: tuple[tuple[str, ...], ...] = ()
    marks: tuple[str, ...] = ()


def read_table(text: str) -> Table | None:
    """The tables of an HTML text as one, None where there is none. Cells that span have their text in the first."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_row()
    return Table(tuple(tuple(row) for row in reader.rows), tuple(dict.fromkeys(reader.marks))) if reader.rows else None


def write_table(rows: Sequence[Sequence[str]], heads: Sequence[str] = ()) -> str:
    """A table as spreadsheets and word processors take it.

    Numbers carry their value for the machine (for Excel, and for LibreOffice), so that no decimal mark is guessed.
    """
    head = f"<tr>{''.join(f'<th>{html.escape(each)}</th>' for each in heads)}</tr>" if heads else ""
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
        f"<body><table>{head}{body}</table></body></html>"
    )


def _cell(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        return f"<td>{html.escape(text)}</td>"
    decimals = len(text.partition(".")[2])
    shape = "0" + ("." + "0" * decimals if decimals else "")
    of_excel = shape.replace(".", "\\.")
    return (
        f'<td align="right" x:num="{text}" sdval="{text}" sdnum="1033;0;{shape}" '
        f"style=\"mso-number-format:'{of_excel}'\">{text}</td>"
    )


class _Reader(HTMLParser):
    """Gathers cells; a table inside a cell is part of its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.marks: list[str] = []
        self._row: list[str] | None = None
        self._words: list[str] | None = None
        self._raised: list[str] | None = None
        self._value = ""
        self._span = (1, 1)
        self._held: dict[int, int] = {}  # columns that a cell above reaches down into, and for how many rows yet
        self._depth = 0
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._depth += 1
        elif tag in ("td", "th") and self._depth == 1:
            self._begin_cell(dict(attrs))
        elif tag == "tr" and self._depth == 1:
            self.end_row()
            self._row = []
        elif tag == "sup" and self._words is not None:
            self._raised = []
        elif tag in _BREAKS and self._words is not None:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table":
            if self._depth == 1:
                self.end_row()
            self._depth = max(0, self._depth - 1)
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
        elif tag == "tr" and self._depth == 1:
            self.end_row()
        elif tag == "sup":
            self._end_raised()

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._hidden:
            (self._words if self._raised is None else self._raised).append(data)

    def end_row(self) -> None:
        self._end_cell()
        if self._row is not None and len(self.rows) < MOST_ROWS:
            self._skip_held()
            self.rows.append(self._row)
            self._held = {column: left - 1 for column, left in self._held.items() if left > 1}
        self._row = None

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        self._end_cell()
        self._row = [] if self._row is None else self._row
        self._words = []
        self._value = attrs.get("sdval") or attrs.get("x:num") or ""
        self._span = (_count(attrs.get("colspan")), _count(attrs.get("rowspan")))

    def _end_cell(self) -> None:
        if self._words is None or self._row is None:
            return
        self._end_raised()
        words = "".join(self._words)
        text = _settled(" ".join(re.split(r"[ \t\r\n\f]+", words)).strip(" "), self._value)
        self._words = None
        self._skip_held()
        wide, tall = self._span
        for column in range(len(self._row), min(MOST_COLUMNS, len(self._row) + wide)):
            self._row.append(text if column == len(self._row) and text is not None else "")
            text = ""
            if tall > 1:
                self._held[column] = tall

    def _skip_held(self) -> None:
        """Leave free what a cell above reaches down into."""
        row = self._row
        while row is not None and self._held.get(len(row)) and len(row) < MOST_COLUMNS:
            row.append("")

    def _end_raised(self) -> None:
        """A superscript behind a digit is the mark of a footnote, and no part of the number; others are words."""
        if self._raised is None or self._words is None:
            self._raised = None
            return
        raised, self._raised = "".join(self._raised), None
        if raised.strip() and re.search(r"[0-9%]\s*$", "".join(self._words)):
            self.marks.append(raised.strip())
        else:
            self._words.append(raised)


def _count(text: str | None) -> int:
    """How many columns or rows a cell spans."""
    return min(max(1, int(text)), MOST_ROWS) if text and re.fullmatch(r"[0-9]{1,9}", text.strip()) else 1


def _settled(text: str, value: str) -> str:
    """The text of a cell; where it could mean two numbers, and the page tells its value, the number that it is."""
    found = readings(plain(text))
    if len(found) < 2 or not value:
        return text
    try:
        known = Decimal(value)
    except InvalidOperation:
        return text
    return next((each for each in found if Decimal(each) == known), text)
