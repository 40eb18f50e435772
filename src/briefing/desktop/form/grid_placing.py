"""A pasted block laid onto a grid: its headings name the columns, and what has no place is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.desktop.form.grid_rows import Column
from briefing.dossier import gate
from briefing.dossier.amounts import says_none, tokens
from briefing.dossier.numerals import plain
from briefing.dossier.refusal import Refusal
from briefing.frozen import frozen

#: How many lines may stand above the headings: a title, a unit, an empty one.
_ABOVE = 5
_MOST_NAMED = 3
#: A number that says which mark parts its decimals: two marks, or one with other than three digits behind it.
_POINT = re.compile(r"[0-9](?:,[0-9]{3})*\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,])|[0-9],[0-9]{3}\.[0-9]")
_COMMA = re.compile(r"[0-9](?:\.[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,])|[0-9]\.[0-9]{3},[0-9]")
_DATE = r"[0-9]{1,2}(?:\.[0-9]{1,2})?\.[0-9]{4}"

Block = Sequence[Sequence[str]]


@frozen
class Placed:
    """The texts of each row by column; `point` is the decimal mark that all of the block shares, where it shows.

    `left_out` are sentences about what has no place in the grid.
    """

    rows: tuple[Mapping[int, str], ...] = ()
    point: str = ""
    left_out: tuple[str, ...] = ()


def place(block: Block, columns: Sequence[Column], first: int) -> Placed:
    """Lay a block onto the columns from `first` on; where it has headings, by those, upright or lying."""
    rows = [[gate.admit_line(text).strip() for text in row] for row in block]
    if first == 0:
        rows = [row for row in rows if any(row)]  # beside the first column an empty line keeps its row
    head = _head(rows, columns)
    if head is None:
        turned = _turned(rows)
        lying = _head(turned, columns, least=2)
        rows, head = (turned, lying) if lying is not None else (rows, None)
    point = _mark(rows)
    if head is None:
        return _laid(rows, [first + at for at in range(_width(rows))], columns, point)
    at, named = head
    above = [text for row in rows[:at] for text in row if text]
    common = next(filter(None, map(_unit, [*above, *(rows[at][p] for p, to in enumerate(named) if to == 0)])), "")
    units = {to: _unit(rows[at][p]) or common for p, to in enumerate(named) if to >= 0 and columns[to].amount}
    found = _laid([row for row in rows[at + 1 :] if any(row)], named, columns, point, rows[at])
    with_units = tuple({to: _with_unit(text, units.get(to, "")) for to, text in row.items()} for row in found.rows)
    known = {name for column in columns for name in (column.title.casefold(), *column.names)}
    strange = [text for text in above if text.casefold() not in known and not _adds_nothing(text)]
    titles = tuple(f"Left out, for it stands above the headings: “{text}”." for text in strange)
    return Placed(with_units, point, (*titles, *found.left_out))


def _laid(
    rows: Block, named: Sequence[int], columns: Sequence[Column], point: str, heads: Sequence[str] = ()
) -> Placed:
    """The rows by column; what stands in columns that the grid does not have is told."""
    laid: list[dict[int, str]] = []
    lost: dict[str, None] = {}
    for row in rows:
        cells: dict[int, str] = {}
        for at, text in enumerate(row):
            to = named[at] if at < len(named) else -1
            if 0 <= to < len(columns):
                cells[to] = "" if says_none(text) else text
            elif text:
                lost[heads[at] if at < len(heads) and heads[at] else text] = None
        laid.append(cells)
    return Placed(tuple(laid), point, _about(list(lost), bool(heads)))


def _about(lost: list[str], headed: bool) -> tuple[str, ...]:
    if not lost:
        return ()
    named = ", ".join(f"“{each}”" for each in lost[:_MOST_NAMED])
    more = f" and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
    what = "There is no column here for" if headed else "This was left out for want of a column:"
    return (f"{what} {named}{more}.",)


def _head(rows: Block, columns: Sequence[Column], least: int = 1) -> tuple[int, list[int]] | None:
    """Where the line of headings is among the first lines, and the column that each of its cells names, -1 for none.

    It is the line that names the most; a title above it may name one by chance.
    """
    best: tuple[int, list[int]] | None = None
    most = 0
    for at, row in enumerate(rows[:_ABOVE]):
        named = [_named(text, columns) for text in row]
        known = [to for to in named if to >= 0]
        filled = sum(map(bool, row))
        if len(known) < least or len(set(known)) < len(known) or not (len(known) > 1 or len(known) == filled):
            continue
        if len(known) <= most:
            continue
        if 0 not in known and row and not row[0]:
            named[0] = 0  # the corner of a table is often empty: the periods stand under it
        best, most = (at, named), len(known)
    return best


def _named(text: str, columns: Sequence[Column]) -> int:
    """The column that a heading names, -1 where none. Behind the name only a unit or the partner may stand."""
    small = re.sub(r"\s+", " ", text.casefold()).strip(" .:")
    for at, column in enumerate(columns):
        for name in (column.title.casefold(), *column.names):
            rest = small[len(name) :] if small.startswith(name) else None
            if rest is not None and (not rest or re.fullmatch(r"[\W_].*", rest)) and _adds_nothing(rest):
                return at
    return -1


def _adds_nothing(rest: str) -> bool:
    """Whether what stands behind a heading's name is a unit, or whom the trade is with."""
    bare = rest.strip(" ,;:()[]")
    if not bare or re.match(r"(?:to|from|with|of|в|во|из|с|со) ", bare) or bare in ("%", "in %", "y/y", "г/г"):
        return True
    found = tokens(bare)
    return not isinstance(found, Refusal) and all(each.kind in ("scale", "unit", "filler") for each in found)


def _unit(head: str) -> str:
    """The scale and unit that a heading names, as they stand behind a number: ``Exports, mln USD``."""
    for piece in re.split(r"[,;:()\[\]]", head):
        read = tokens(re.sub(r"^in ", "", piece.strip())) if piece.strip() else ()
        if read and not isinstance(read, Refusal) and all(each.kind in ("scale", "unit", "filler") for each in read):
            return " ".join(each.text for each in read if each.kind != "filler")
    return ""


def _with_unit(text: str, unit: str) -> str:
    """A number with the unit of its heading; a text that says more than the number keeps its own."""
    return f"{text} {unit}" if unit and re.fullmatch(r"[-+(]? ?[0-9][0-9.,' ]*\)?", plain(text)) else text


def _turned(rows: Block) -> list[list[str]]:
    wide = _width(rows)
    filled = [[*row, *([""] * (wide - len(row)))] for row in rows]
    return [[row[at] for row in filled] for at in range(wide)]


def _width(rows: Block) -> int:
    return max((len(row) for row in rows), default=0)


def _mark(rows: Block) -> str:
    """The decimal mark of a block, where its numbers show one and only one."""
    text = "\n".join(plain(cell) for row in rows for cell in row if not re.fullmatch(_DATE, cell))
    point, comma = _POINT.search(text), _COMMA.search(text)
    return "." if point and not comma else "," if comma and not point else ""
