"""What both grids of figures do alike: refused texts that stay in their cells, and rows that are begun."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial

from briefing.checks.finding import Finding
from briefing.desktop.form.grid_kind import RowsKind
from briefing.desktop.form.grid_old import old_lines
from briefing.desktop.form.grid_rows import (
    GRAVEST,
    Begun,
    Change,
    Edit,
    Line,
    Link,
    figure_of,
    in_turn,
    lines_of,
    mended,
    merged,
    refusal_line,
)
from briefing.desktop.form.untaken import UNTAKEN
from briefing.desktop.parts.signs import Sign
from briefing.dossier import gate
from briefing.dossier.figures import Figure, Period
from briefing.dossier.model import EMPTY, Dossier
from briefing.dossier.refusal import Refusal
from briefing.dossier.replacing import hold

_Cell = tuple[Hashable, int]


class FigureRows(RowsKind):
    """Rows of figures. What cannot be read stays in its cell with the reason under its row, until Esc."""

    def __init__(self, edit: Edit, label: str, redraw: Callable[[], None]) -> None:
        self._edit = edit
        self._label = label
        self._show_rows = redraw
        self._asked = 0  # how many cells are asked about for their decimal mark
        self._refused: dict[_Cell, tuple[str, Refusal]] = {}
        self._said: Sequence[Finding] = ()
        self._per_row: dict[int, tuple[object, tuple[Finding, ...]]] = {}
        self._findings: dict[str, list[Finding]] = {}
        self._begun: list[Begun] = []
        self._row_of: dict[str, int] | None = None  # asked for the first time, all are found at once
        self.dossier = EMPTY
        #: Opens a cell to be typed in; set by the grid that shows the rows.
        self.open_cell: Callable[[int, int], object] | None = None

    # What the grid asks.

    def show(self, dossier: Dossier, findings: Sequence[Finding]) -> None:
        """Stand for this dossier and what the checks say of its figures."""
        before, self.dossier = self.dossier, dossier
        self._gather(before)
        self._row_of = None
        if findings is not self._said:
            self._said = findings
            self._findings = {}
            self._per_row = {}
            for finding in findings:
                figure_id = figure_of(finding.fields[0])
                if figure_id and not finding.is_gap and finding.rule != UNTAKEN:
                    self._findings.setdefault(figure_id, []).append(finding)
        if self._refused:
            keys = {self._key(row) for row in range(self._settled())}
            self._refused = {cell: kept for cell, kept in self._refused.items() if cell[0] in keys}
        self._recount()

    def count(self) -> int:
        return self._settled() + len(self._begun)

    def identities(self) -> Sequence[Hashable]:
        """What tells each row from the others, from one dossier to the next."""
        return [*map(self._key, range(self._settled())), *self._begun]

    def state(self, row: int) -> object:
        """What a row looks like, as a value to compare: equal while nothing about it changed."""
        begun = self._begun_at(row)
        if begun is not None:
            return row, tuple(begun.texts), tuple(begun.refused.items()), self._asked
        findings = self._found_in(row) if self._findings else ()
        key = self._key(row) if self._refused else None
        refused = tuple(kept for cell, kept in self._refused.items() if cell[0] == key) if key is not None else ()
        return row, self._record(row), self._apart(row), findings, refused, self._asked, self.dossier.trade

    def text(self, row: int, column: int) -> str:
        begun = self._begun_at(row)
        if begun is not None:
            return begun.texts[column]
        refused = self._refused.get((self._key(row), column))
        return refused[0] if refused else self._value(row, column)

    def lines(self, row: int) -> tuple[Line, ...]:
        begun = self._begun_at(row)
        if begun is not None:
            return self._begun_lines(row, begun)
        key = self._key(row)
        refusals = [
            self._refusal_line(row, column, refusal)
            for (of, column), (_, refusal) in self._refused.items()
            if of == key
        ]
        found = merged(self._found_in(row))
        cells = ((self._column(finding.fields[0]), finding) for finding in found)
        said = sorted(lines_of(cells, self._mend), key=lambda line: GRAVEST.index(line.sign))
        old = old_lines(self._figures_in(row), self._column_of, self._hold)
        return (*refusals, *old, *(self._with_way(line, row) for line in said))

    def set_text(self, row: int, column: int, text: str) -> Refusal | None:
        """Take what was typed into a cell; a refusal when it cannot be read, and then the cell keeps the text."""
        return self._take(row, column, gate.admit_line(text), "")

    def revert(self, row: int, column: int) -> bool:
        """Give a cell back what the dossier has; False when nothing was refused in it."""
        begun = self._begun_at(row)
        if begun is not None:
            self._begun.remove(begun)
            self._redraw()
            return True
        if self._refused.pop((self._key(row), column), None) is None:
            return False
        self._redraw()
        return True

    def add(self) -> int:
        """Begin a row, or come back to the empty one that was begun; its position."""
        if not (self._begun and not any(self._begun[-1].texts)):
            self._begun.append(Begun([""] * len(self.columns)))
            self._redraw()
        return self.count() - 1

    def begin(self, texts: dict[int, str], note: str) -> None:
        """Begin a row with these texts by column, unless one with the same is begun already."""
        whole = [texts.get(column, "") for column in range(len(self.columns))]
        if all(begun.texts != whole for begun in self._begun):
            self._begun.append(Begun(whole, note=note))
            self._redraw()

    def place(self, path: str) -> tuple[int, int] | None:
        row = self.row_of(figure_of(path))
        return (row, self._column(path)) if row >= 0 else None

    def row_of(self, figure_id: str) -> int:
        """The row that a figure stands in; -1 where it has none here."""
        if self._row_of is None:
            rows = range(self._settled())
            self._row_of = {figure.id: row for row in reversed(rows) for figure in self._figures_in(row)}
        return self._row_of.get(figure_id, -1)

    def is_started(self, row: int) -> bool:
        """Whether anything stands in a row."""
        begun = self._begun_at(row)
        return begun is None or any(begun.texts)

    def drop_empty(self, keep: int) -> bool:
        """Forget begun rows in which nothing was typed, but for row `keep`; whether there were any."""
        kept = keep - self._settled()
        left = [begun for at, begun in enumerate(self._begun) if any(begun.texts) or at == kept]
        gone = len(left) < len(self._begun)
        self._begun[:] = left
        if gone:
            self._redraw()
        return gone

    def drop_begun(self, row: int) -> bool:
        """Forget a begun row; False when the row stands in the dossier."""
        begun = self._begun_at(row)
        if begun is None:
            return False
        self._begun.remove(begun)
        self._redraw()
        return True

    def waiting(self) -> int:
        """How many texts a person typed that are not in the dossier."""
        begun = (len(list(filter(None, each.texts))) for each in self._begun if not each.note)
        return len(self._refused) + sum(begun)

    def reset(self) -> None:
        """Forget what was begun or refused: another dossier is opened."""
        self._begun.clear()
        self._refused.clear()

    # Within.

    def _redraw(self) -> None:
        self._recount()
        self._show_rows()

    def _found_in(self, row: int) -> tuple[Finding, ...]:
        """What the checks say of a row; kept for as long as neither changes, for it is asked of every row each time."""
        record = self._record(row)
        kept = self._per_row.get(id(record))
        if kept is not None and kept[0] is record:
            return kept[1]
        found = tuple(each for figure in self._figures_in(row) for each in self._findings.get(figure.id, ()))
        self._per_row[id(record)] = (record, found)
        return found

    def _begun_at(self, row: int) -> Begun | None:
        return self._begun[row - self._settled()] if row >= self._settled() else None

    def _with_way(self, line: Line, row: int) -> Line:
        """The line; where it speaks of an empty cell and offers nothing, with a link that opens that cell."""
        if line.links or self.text(row, line.column) or self.open_cell is None:
            return line
        words = f"Add the {self.columns[line.column].title.lower()}"
        return replace(line, links=(Link(words, partial(self.open_cell, row, line.column)),))

    def _refusal_line(self, row: int, column: int, refusal: Refusal) -> Line:
        return refusal_line(refusal, column, partial(self._take, row, column, point="."))

    def _begun_lines(self, row: int, begun: Begun) -> tuple[Line, ...]:
        lines = [self._refusal_line(row, column, refusal) for column, refusal in begun.refused.items()]
        if begun.note:
            lines.append(Line(Sign.NOTE, begun.note, 0))
        # What is only missing is worth a look; nothing typed is wrong.
        return tuple(
            line if begun.texts[line.column] or line.sign is Sign.NOTE else replace(line, sign=Sign.LOOK)
            for line in lines
        )

    def _take(self, row: int, column: int, text: str, point: str) -> Refusal | None:
        text = text.strip()
        begun = self._begun_at(row)
        if begun is not None:
            self._typed(row, {column: text}, point)
            self._commit(self._promote())
            return begun.refused.get(column)
        key = self._key_after(row, {column: text})
        self._commit(self._typed(row, {column: text}, point))
        refused = self._refused.get((key, column))
        return refused[1] if refused else None

    def _typed(self, row: int, texts: dict[int, str], point: str) -> list[Change]:
        """The changes of texts in a row; what is refused is kept in its cell. Beyond the last row, rows are begun."""
        if row >= self._settled():
            while len(self._begun) <= row - self._settled():
                self._begun.append(Begun([""] * len(self.columns)))
            begun = self._begun[row - self._settled()]
            for column, text in texts.items():
                begun.texts[column], begun.points[column] = text, point
            return []
        key = self._key(row)
        for column in texts:
            self._refused.pop((key, column), None)
        texts = {at: text for at, text in texts.items() if text != self._value(row, at) or self._is_old(row, at)}
        changes, refused = self._read(row, texts, point)
        after = key if 0 in refused else self._key_after(row, texts)
        for of, column in [cell for cell in self._refused if cell[0] == key]:
            self._refused[after, column] = self._refused.pop((of, column))
        for column, refusal in refused.items():
            self._refused[after, column] = (texts[column], refusal)
        return changes

    def _promote(self) -> list[Change]:
        """The changes that put begun rows into the dossier, where enough is said of them."""
        changes: list[Change] = []
        taken: set[Hashable] = set()
        for begun in list(self._begun):
            start = self._start(begun, taken)
            begun.refused = dict(start.refused)
            if start.changes:
                self._begun.remove(begun)
                taken.add(start.key)
                changes += start.changes
                for column, refusal in start.refused.items():
                    self._refused[start.key, column] = (begun.texts[column], refusal)
        return changes

    def _column_of(self, figure: Figure) -> int:
        return self._column(f"figures[{figure.id}].amount" if figure.amount.value else f"figures[{figure.id}].change")

    def _is_old(self, row: int, column: int) -> bool:
        """Whether the number in a cell is still the one of a period that was replaced: the same, typed, is the new."""
        figure = self.figure_at(row, column)
        return figure is not None and figure.carried != Period()

    def _hold(self, ids: Sequence[str]) -> None:
        self._commit([partial(hold, ids=ids)])

    def _mend(self, finding: Finding, at: int) -> None:
        self._edit(mended(finding, at), self._label)

    def _commit(self, changes: Sequence[Change]) -> None:
        before = self.dossier
        if changes:
            self._edit(in_turn(changes), self._label)
        if self.dossier is before:  # else the rows have been shown with the new dossier
            self._redraw()
