"""Columns of a table made wide enough for their words: a number is never broken, and never touches the next one.

The shares that a template gives hold as long as the words have room in them. Where letters are large or the paper is
small, a column takes what it lacks from those that have more than they need. Words are measured by the widths of a
common sans-serif, so that the page and the Word file have the same columns whatever fonts there are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from briefing.compose.document import TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, Align, Column, Row, Table
from briefing.letterhead.model import Letterhead

#: Widths of letters in parts of the size, as Helvetica and the fonts made like it have them, rounded up.
_NARROW, _FIGURE, _CAPITAL, _WIDE = 0.34, 0.56, 0.73, 0.9
_NARROW_ONES = frozenset(" .,:;'’|!ijltfr()-/\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_WIDE_ONES = frozenset("mwMW%@жшщюмЖШЩЮМ")
#: How much wider bold letters are, and what is kept free between two columns, in parts of the size.
_BOLD, _BETWEEN = 1.08, 0.5
#: Letters of a cell that is still a number with its sign and unit, and is not broken even at a blank.
_LONGEST = 14
#: Where a cell set to the left may be broken: at a blank, and after a dash.
_BREAK = re.compile(r" |(?<=[-\N{EN DASH}\N{EM DASH}])")


def fitted(table: Table, letterhead: Letterhead) -> tuple[Column, ...]:
    """The columns with shares in which their words have room, as far as the table is wide enough for all of them."""
    width, look = letterhead.page.text_width, letterhead.table
    if not table.columns or width <= 0:
        return table.columns
    aligns = tuple(column.align for column in table.columns)
    needs = [0.0] * len(aligns)
    for rows, name in ((table.head, TABLE_HEAD_STYLE), (table.rows, TABLE_TEXT_STYLE)):
        face = letterhead.style(name).face
        size = face.size * (_BOLD if face.bold else 1.0)
        padding = look.pad_left + look.pad_right
        for row in rows:
            for at, ems in enumerate(_ems(row, aligns, face.caps)):
                needs[at] = max(needs[at], (ems + _BETWEEN) * size + padding if ems else 0.0)
    return _shared_out(table.columns, [need / width for need in needs])


def _shared_out(columns: tuple[Column, ...], needs: list[float]) -> tuple[Column, ...]:
    """Shares that are no less than what is needed, where they can be; the same ones where they are already."""
    spare = [column.share - need for column, need in zip(columns, needs, strict=True)]
    lacking = -sum(each for each in spare if each < 0)
    if not lacking:
        return columns
    to_give = sum(each for each in spare if each > 0)
    part = min(to_give / lacking, 1.0)
    given = min(lacking / to_give, 1.0) if to_give else 0.0
    return tuple(
        replace(column, share=column.share - each * (part if each < 0 else given))
        for column, each in zip(columns, spare, strict=True)
    )


@lru_cache(maxsize=4096)
def _ems(row: Row, aligns: tuple[Align, ...], caps: bool) -> tuple[float, ...]:
    """What each cell needs, in parts of the size: one set to the left its longest word, any other all of it."""
    texts = ("".join(span.text for span in cell) for cell in row.cells)
    return tuple(_need(text.upper() if caps else text, align) for text, align in zip(texts, aligns, strict=False))


def _need(text: str, align: Align) -> float:
    whole = align != "left" and len(text) <= _LONGEST
    words = (text,) if whole else _BREAK.split(text)
    return max(map(_length, words), default=0.0)


def _length(word: str) -> float:
    """How long a word is, in parts of the size of its letters."""
    return sum(map(_width, word))


@lru_cache(maxsize=1024)
def _width(letter: str) -> float:
    if letter in _NARROW_ONES:
        return _NARROW
    if letter in _WIDE_ONES:
        return _WIDE
    return _CAPITAL if letter.isupper() else _FIGURE
