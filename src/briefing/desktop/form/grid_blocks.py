"""What is done to many cells of a grid in one step: emptied, filled, pasted, and answered together."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from briefing.checks.finding import Finding
from briefing.desktop.form.grid_base import FigureRows
from briefing.desktop.form.grid_placing import place
from briefing.desktop.form.grid_rows import Change, Line, Link, in_turn
from briefing.desktop.form.untaken import untaken
from briefing.dossier import gate
from briefing.dossier.refusal import Refusal

Cells = dict[tuple[int, int], str]


class BlockRows(FigureRows):
    """Rows whose cells are taken in blocks."""

    @abstractmethod
    def _row_like(self, texts: Mapping[int, str]) -> int | None:
        """The row of the dossier that speaks of the same as these texts, where there is one."""

    @abstractmethod
    def _shown(self, column: int, text: str, point: str) -> str:
        """A text as its cell would show it once it is taken."""

    def untaken(self) -> tuple[Finding, ...]:
        """What is to be said of those texts that were refused."""
        rows = {self._key(row): row for row in range(self._settled())} if self._refused else {}
        found = [
            untaken(
                self.path(rows[key], column), self.columns[column].title, text, refusal, self._value(rows[key], column)
            )
            for (key, column), (text, refusal) in self._refused.items()
            if key in rows
        ]
        for begun in self._begun:
            for column, refusal in begun.refused.items():
                if begun.texts[column]:
                    found.append(untaken("", self.columns[column].title, begun.texts[column], refusal, ""))
        return tuple(found)

    def empty(self, cells: Iterable[tuple[int, int]]) -> None:
        """Empty cells."""
        self._take_all(dict.fromkeys(cells, ""), {})

    def fill(self, cells: Iterable[tuple[int, int]], text: str) -> None:
        """Take one text for several cells; a column whose rows must differ is left out."""
        typed = gate.admit_line(text).strip()
        self._take_all({cell: typed for cell in cells if not self.columns[cell[1]].unique}, {})

    def fill_down(self, cells: Sequence[tuple[int, int]]) -> None:
        """Give cells what stands in the first row of the block; a block of one row has it from the row above."""
        rows = sorted({row for row, _ in cells})
        source = rows[0] if len(rows) > 1 else rows[0] - 1 if rows else -1
        if source < 0:
            return
        wanted = [(row, column) for row, column in cells if row != source and not self.columns[column].unique]
        self._take_all({cell: self.text(source, cell[1]) for cell in wanted}, dict.fromkeys(wanted, "."))

    def paste(self, row: int, column: int, block: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """Put a block of texts in from a cell on; what reaches beyond the last row begins rows.

        Headings tell the columns and are not pasted themselves. A row beyond the last whose like is there already goes
        into that; where it says otherwise, its cell asks. Sentences tell what has no place here.
        """
        placed = place(block, self.columns, column)
        changes: list[Change] = []
        for texts in placed.rows:
            cells = dict(texts)
            known = self._row_like(cells) if row >= self._settled() else None
            if known is not None:
                changes += self._merged(known, cells, placed.point)
                continue
            if row < self._settled() or any(cells.values()):
                changes += self._typed(row, cells, placed.point)
            row += 1
        self._commit([*changes, *self._promote()])
        return placed.left_out

    def _merged(self, row: int, texts: dict[int, str], point: str) -> list[Change]:
        """The changes of a row that is there already: cells that are empty are filled, others ask."""
        key, changes = self._key(row), list[Change]()
        for column, text in texts.items():
            known = self._value(row, column)
            if not text or self.columns[column].unique:
                continue
            read, refused = self._read(row, {column: text}, point)
            if not known or refused:
                changes += self._typed(row, {column: text}, point)
            elif in_turn(read)(self.dossier) is not self.dossier:
                shown = self._shown(column, text, point)
                message = f"Here stands {known}, and {shown} was pasted."
                self._refused[key, column] = (text, Refusal(message, (shown,)))
        return changes

    def _take_all(self, texts: Cells, points: Mapping[tuple[int, int], str]) -> None:
        """Take texts for cells; `points` are the decimal marks of those that show one."""
        changes: list[Change] = []
        for (row, column), text in sorted(texts.items()):
            changes += self._typed(row, {column: text}, points.get((row, column), ""))
        self._commit([*changes, *self._promote()])

    # Questions that are alike.

    def _refusal_line(self, row: int, column: int, refusal: Refusal) -> Line:
        """The line of a refusal; where several cells ask for their decimal mark, one answer may serve them all."""
        line = super()._refusal_line(row, column, refusal)
        count = self._asked
        if count < 2 or not _asks_for_mark(self.text(row, column), refusal):
            return line
        answers = ((refusal.readings[0], False), (refusal.readings[1], True))
        links = tuple(
            Link(f"All {count} like {reading}", partial(self._answer_alike, grouped)) for reading, grouped in answers
        )
        return replace(line, links=(*line.links, *links))

    def _recount(self) -> None:
        begun = [(each.texts[column], refusal) for each in self._begun for column, refusal in each.refused.items()]
        self._asked = sum(_asks_for_mark(text, refusal) for text, refusal in (*self._refused.values(), *begun))

    def _questions(self) -> dict[tuple[int, int], tuple[str, Refusal]]:
        """What is refused, by row and column."""
        rows = {self._key(row): row for row in range(self._settled())} if self._refused else {}
        found = {(rows[key], column): kept for (key, column), kept in self._refused.items() if key in rows}
        for at, begun in enumerate(self._begun, start=self._settled()):
            found |= {(at, column): (begun.texts[column], refusal) for column, refusal in begun.refused.items()}
        return found

    def _answer_alike(self, grouped: bool) -> None:
        """Take every mark in question for one of groups of three, or every one for a decimal mark."""
        asked = {at: text for at, (text, refusal) in self._questions().items() if _asks_for_mark(text, refusal)}
        points = {at: "." if ("," in text) is grouped else "," for at, text in asked.items()}
        self._take_all(asked, points)


def _asks_for_mark(text: str, refusal: Refusal) -> bool:
    """Whether it is asked which of two numbers a single mark makes of a text."""
    return len(refusal.readings) == 2 and (("," in text) ^ ("." in text)) and "can mean" in refusal.message
