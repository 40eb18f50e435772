"""What a kind of figure rows says of its own: its columns, its rows in the dossier, how their texts are read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Sequence

from briefing.desktop.form.grid_rows import Begun, Change, Column, Start
from briefing.desktop.form.grid_tips import OF_CELL, OF_ROW, said_apart, tip_of
from briefing.dossier.figures import Figure
from briefing.dossier.model import Dossier
from briefing.dossier.refusal import Refusal


class RowsKind(ABC):
    """Positions count the rows of the dossier; rows that are only begun have none here."""

    name: str
    columns: tuple[Column, ...]
    add_words: str
    paste_words = ""
    #: Whether most dossiers have none of these: an empty grid is then but what begins it.
    seldom = False
    dossier: Dossier

    @abstractmethod
    def _settled(self) -> int:
        """How many rows stand in the dossier."""

    @abstractmethod
    def _key(self, row: int) -> Hashable:
        """What tells a row of the dossier from the others."""

    @abstractmethod
    def _value(self, row: int, column: int) -> str:
        """The text of a cell of the dossier."""

    @abstractmethod
    def _figures_in(self, row: int) -> tuple[Figure, ...]:
        """The figures in a row of the dossier."""

    @abstractmethod
    def _record(self, row: int) -> object:
        """The object that a row of the dossier shows: the very same for as long as it does not change."""

    def _apart(self, row: int) -> object:
        """What a row of the dossier shows beside it, as a value to compare."""
        return None

    def frame(self) -> object:
        """What rows look like beside their `origins`, equal while nothing of it changed; None where that is not told.

        So hundreds of rows are not asked one by one what became of them.
        """
        return None

    def origins(self) -> Sequence[object]:
        """For each row of the dossier an object that is the very same for as long as the row's own part is."""
        return ()

    @abstractmethod
    def _column(self, path: str) -> int:
        """The column of the cell that a path lies in."""

    @abstractmethod
    def _read(self, row: int, texts: dict[int, str], point: str) -> tuple[list[Change], dict[int, Refusal]]:
        """The changes that texts typed into cells of a settled row make, and what of them is refused."""

    @abstractmethod
    def _start(self, begun: Begun, taken: set[Hashable]) -> Start:
        """What becomes of a begun row. `taken` are the keys of the rows that are being made beside it."""

    def _key_after(self, row: int, texts: dict[int, str]) -> Hashable:
        """The key that a settled row has once these texts are taken."""
        return self._key(row)

    @abstractmethod
    def _recount(self) -> None:
        """Count anew what cells ask alike."""

    @abstractmethod
    def _gather(self, before: Dossier) -> None:
        """Read the rows from the dossier; `before` is the one that they were read from last."""

    @abstractmethod
    def path(self, row: int, column: int) -> str:
        """The path that a cell stands for, empty where there is no figure yet."""

    @abstractmethod
    def remove(self, row: int) -> None:
        """Remove a row and its figures."""

    @abstractmethod
    def move(self, row: int, to: int) -> bool:
        """Move a row of the dossier; False where it cannot go there."""

    def ghost(self, row: int, column: int) -> str:
        """The value in grey of an empty cell, where one follows from the others."""
        return ""

    def take_ghost(self, row: int, column: int) -> bool:
        """Keep the value in grey; False where there is none."""
        return False

    @abstractmethod
    def figure_at(self, row: int, column: int) -> Figure | None:
        """The figure in a cell; None in the cell of a row's name, where there is none yet, or the row is only begun."""

    def aside(self, row: int) -> str:
        """What stands in the first cell of a row in grey, in place of its text; empty where the text stands."""
        return ""

    def departs(self, row: int, column: int) -> bool:
        """Whether the figure in a cell says something for itself that the cell does not show."""
        figure = self.figure_at(row, column)
        seen = OF_ROW if self.aside(row) else OF_CELL
        growth = self.columns[column].growth
        return figure is not None and bool(said_apart(self.dossier, figure, of_growth=growth, seen=seen))

    def tip(self, row: int, column: int) -> str:
        """What is to be said of a cell beside its text."""
        figure = self.figure_at(row, column)
        return "" if figure is None else tip_of(self.dossier, figure, of_growth=self.columns[column].growth)
