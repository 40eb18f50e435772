"""What a figure grid shows and edits: its columns, and rows that stand in a dossier or are only begun."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from typing import Protocol

from briefing.checks.finding import Finding
from briefing.desktop.parts.signs import Sign
from briefing.dossier.edits import set_value
from briefing.dossier.figures import Figure
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, steps
from briefing.dossier.refusal import Refusal
from briefing.frozen import frozen

Change = Callable[[Dossier], Dossier]
#: How an edit leaves the grid: the change, and what the menu calls it.
Edit = Callable[[Change, str], None]


@frozen
class Column:
    """One column. `share` is its part of the width; the first column's text is flush with the form's edge.

    `empty` stands in grey where there is nothing yet; `choices` are the answers of a column that is chosen from.
    No two rows may say the same in a `unique` one. `names` are other headings that mean it where a table is pasted, in
    small letters; `amount` says that it holds amounts, which a heading may give a unit, `growth` that it holds growth.
    """

    title: str
    share: int
    empty: str = ""
    choices: tuple[str, ...] = ()
    unique: bool = False
    names: tuple[str, ...] = ()
    amount: bool = False
    growth: bool = False


@frozen
class Link:
    """One way to mend what a line speaks of; `mend` is called when it is taken."""

    text: str
    mend: Callable[[], object] = field(compare=False)


@frozen
class Line:
    """A sentence under a row, and the column of the cell that it speaks of; `also` are further ones."""

    sign: Sign
    text: str
    column: int
    links: tuple[Link, ...] = ()
    also: tuple[int, ...] = ()


@dataclass(eq=False)
class Begun:
    """A row that is not in the dossier yet: its texts as typed, one for each column, and the decimal marks known.

    `note` says why the program began it.
    """

    texts: list[str]
    refused: dict[int, Refusal] = field(default_factory=dict)
    points: dict[int, str] = field(default_factory=dict)
    note: str = ""


def read_cells(
    texts: Mapping[int, str], points: Mapping[int, str], read: Callable[[int, str, str], Change | Refusal]
) -> tuple[list[Change], dict[int, Refusal]]:
    """The changes that texts make of a row, and what of them is refused, both from `read` (column, text, point)."""
    read_ones = {column: read(column, text, points.get(column, "")) for column, text in texts.items()}
    refused = {column: each for column, each in read_ones.items() if isinstance(each, Refusal)}
    return [each for each in read_ones.values() if not isinstance(each, Refusal)], refused


@frozen
class Start:
    """What becomes of a begun row: the changes that put it into the dossier under a key, none while it must wait.

    `refused` says, by column, what could not be read or is still missing.
    """

    key: Hashable = None
    changes: tuple[Change, ...] = ()
    refused: Mapping[int, Refusal] = field(default_factory=dict)


class Rows(Protocol):
    """What the grid asks of its rows. Positions count the rows of the dossier first, then the begun ones."""

    name: str
    columns: tuple[Column, ...]
    add_words: str
    paste_words: str

    def count(self) -> int: ...
    def identities(self) -> Sequence[Hashable]: ...
    def state(self, row: int) -> object: ...
    def frame(self) -> object: ...
    def origins(self) -> Sequence[object]: ...
    def text(self, row: int, column: int) -> str: ...
    def ghost(self, row: int, column: int) -> str: ...
    def take_ghost(self, row: int, column: int) -> bool: ...
    def tip(self, row: int, column: int) -> str: ...
    def departs(self, row: int, column: int) -> bool: ...
    def aside(self, row: int) -> str: ...
    def figure_at(self, row: int, column: int) -> Figure | None: ...
    def path(self, row: int, column: int) -> str: ...
    def place(self, path: str) -> tuple[int, int] | None: ...
    def lines(self, row: int) -> tuple[Line, ...]: ...
    def show(self, dossier: Dossier, findings: Sequence[Finding]) -> None: ...
    def set_text(self, row: int, column: int, text: str) -> Refusal | None: ...
    def empty(self, cells: Iterable[tuple[int, int]]) -> None: ...
    def fill(self, cells: Iterable[tuple[int, int]], text: str) -> None: ...
    def fill_down(self, cells: Sequence[tuple[int, int]]) -> None: ...
    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> tuple[str, ...]: ...
    def revert(self, row: int, column: int) -> bool: ...
    def add(self) -> int: ...
    def untaken(self) -> tuple[Finding, ...]: ...
    def is_started(self, row: int) -> bool: ...
    def drop_empty(self, keep: int) -> bool: ...
    def remove(self, row: int) -> None: ...
    def move(self, row: int, to: int) -> bool: ...


#: The signs of lines, the gravest first.
GRAVEST = (Sign.WRONG, Sign.LOOK, Sign.NOTE)
_SIGNS = {"error": Sign.WRONG, "warning": Sign.LOOK, "note": Sign.NOTE}
#: The sign of each tint, the gravest first.
TINTS = (Sign.WRONG, Sign.LOOK)


def tint(lines: Iterable[Line], column: int) -> Sign:
    """The gravest sign that tints a cell; a note tints nothing."""
    signs = {line.sign for line in lines if line.column == column or column in line.also}
    return next((sign for sign in TINTS if sign in signs), Sign.NONE)


def lines_of(findings: Iterable[tuple[int, Finding]], mend: Callable[[Finding, int], None]) -> tuple[Line, ...]:
    """The lines of findings, each with the column of its cell. `mend` applies the n-th mend of a finding."""
    found: list[Line] = []
    for column, finding in findings:
        links = tuple(Link(each.label, partial(mend, finding, at)) for at, each in enumerate(finding.mends))
        found.append(Line(_SIGNS[finding.severity], finding.message, column, links))
    return tuple(found)


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that say the same of several figures of one row as one, each mend mending all of them."""
    found: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        key = (finding.rule, finding.message)
        known = found.get(key)
        if known is not None and len(known.mends) == len(finding.mends):
            both = zip(known.mends, finding.mends, strict=True)
            mends = tuple(replace(one, values=one.values + other.values) for one, other in both)
            finding = replace(known, mends=mends, fields=known.fields + finding.fields)
        found[key] = finding
    return tuple(found.values())


def refusal_line(refusal: Refusal, column: int, take: Callable[[str], object]) -> Line:
    """The line of a text that was refused; each reading that it may have had is a link that takes it."""
    links = tuple(Link(f"Take {reading}", partial(take, reading)) for reading in refusal.readings)
    return Line(Sign.LOOK if links else Sign.WRONG, refusal.message, column, links)


def in_turn(changes: Sequence[Change]) -> Change:
    """Several changes as one, so that they are one step of undo."""
    return lambda dossier: reduce(lambda changed, change: change(changed), changes, dossier)


def mended(finding: Finding, at: int) -> Change:
    """The change that the n-th mend of a finding makes."""

    def change(dossier: Dossier) -> Dossier:
        for path, value in finding.mends[at].values:
            dossier = set_value(dossier, path, value)
        return dossier

    return change


def figure_of(path: str) -> str:
    """The id of the figure that a path lies in, or an empty text."""
    try:
        name, figure_id = steps(path)[0]
    except PathError:
        return ""
    return figure_id if name == "figures" else ""
