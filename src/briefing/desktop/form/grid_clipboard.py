"""Tables on the clipboard as spreadsheets write them: cells apart by tabs, rows by line ends, odd cells in quotes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

#: More rows than a person pastes into a table of figures; a larger block is a slip.
MOST_ROWS = 2000


def read_block(text: str) -> list[list[str]]:
    """The cells of a copied block; the empty row that a spreadsheet adds at the end is none of it.

    A quote inside a cell counts only at its start, so that ``5" pipes`` stays as it is.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(plain, newline=""), dialect="excel-tab", strict=False))
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
