"""The clipboard of a figure grid: blocks of cells read from it, as tables or as text, and put on it as both."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from briefing.desktop.form.table_html import MOST_ROWS, Table, read_table, write_table


def read_clipboard(data: QMimeData) -> Table:
    """The cells on the clipboard: of a table in HTML where there is one, else of a text."""
    found = read_table(data.html()) if data.hasHtml() else None
    return found or Table(tuple(tuple(row) for row in read_block(data.text())))


def for_clipboard(rows: Sequence[Sequence[str]], heads: Sequence[str] = ()) -> QMimeData:
    """Cells as spreadsheets and word processors take them."""
    data = QMimeData()
    data.setText(write_block([*([heads] if heads else []), *rows]))
    data.setHtml(write_table(rows, heads))
    return data


def read_block(text: str) -> list[list[str]]:
    """The cells of a copied text: apart by tabs, or by upright strokes or semicolons where it has no tabs.

    The empty row that a spreadsheet adds at the end is none of it. A quote inside a cell counts only at its start, so
    that ``5" pipes`` stays as it is.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" not in plain and (strokes := _by_strokes(plain)):
        return strokes
    try:
        mark = ";" if "\t" not in plain and _by_semicolons(plain) else "\t"
        rows = list(csv.reader(io.StringIO(plain, newline=""), dialect="excel-tab", delimiter=mark, strict=False))
    except csv.Error:
        # A cell beyond the reader's limit is no figure: the plain split shows it, and it is refused in its cell.
        rows = [line.split("\t") for line in plain.split("\n")]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows[:MOST_ROWS]


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """The block as a spreadsheet takes it."""
    out = io.StringIO(newline="")
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def bare(text: str) -> str:
    """A cell as a spreadsheet calculates with it: no blanks between groups of digits, the keyboard's minus."""
    return re.sub("(?<=[0-9])\u00a0(?=[0-9])", "", text).replace("\u00a0", " ").replace("\u2212", "-")


def _by_strokes(text: str) -> list[list[str]]:
    """The rows of a table drawn with ``|``, without the line under its head; nothing where it is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not all(line.startswith("|") and line.endswith("|") and len(line) > 1 for line in lines):
        return []
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]
    return [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]


def _by_semicolons(text: str) -> bool:
    """Whether each line has as many semicolons as the first."""
    counts = {line.count(";") for line in text.split("\n") if line}
    return len(counts) == 1 and counts != {0}
