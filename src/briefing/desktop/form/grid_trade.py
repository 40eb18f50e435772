"""The rows of the trade grid: one period each, with export, import, total and growth."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtGui import QGuiApplication

from briefing.desktop.form.grid_blocks import BlockRows
from briefing.desktop.form.grid_offers import Offer, offers
from briefing.desktop.form.grid_rows import Begun, Change, Column, Line, Link, Start, figure_of
from briefing.desktop.form.grid_theirs import aside, first_pair, flows_of, why_they_differ, with_theirs
from briefing.desktop.parts.signs import Sign
from briefing.dossier import table, table_edits
from briefing.dossier.amounts import says_none
from briefing.dossier.entry import (
    Refusal,
    read_amount,
    read_change,
    read_period,
    show_amount,
    show_change,
    show_period,
)
from briefing.dossier.figures import Change as FigureChange
from briefing.dossier.figures import Figure, Period
from briefing.dossier.model import Dossier
from briefing.dossier.table import RowKey, TradeRow, mirrored, rows_after

PERIOD, TOTAL, GROWTH = 0, 3, 4
_FOLLOWS = {
    TOTAL: "Computed from export and import; in no document until it is taken. Alt+Enter takes it.",
    GROWTH: "Computed from the same period a year before; in no document until it is taken. Alt+Enter takes it.",
}
_IS_THEIRS = Refusal("This row has the period of the one above it. Change it there, or in the details of the figure.")
_NEEDS_PERIOD = Refusal("This row needs a period. What is typed in it is kept here until then.")


class TradeRows(BlockRows):
    """The trade table. Scale and unit are said in a cell only where they are not the table's."""

    name = "Trade figures"
    add_words = "Add a period"
    paste_words = "or paste rows from a spreadsheet"
    columns = (
        Column("Period", 24, unique=True, names=("periods", "years", "year", "период", "годы", "год")),
        Column("Export", 16, names=("exports", "экспорт"), amount=True),
        Column("Import", 16, names=("imports", "импорт"), amount=True),
        Column(
            "Total",
            18,
            names=("total trade", "turnover", "trade turnover", "trade", "товарооборот", "оборот", "всего"),
            amount=True,
        ),
        Column(
            "Growth",
            26,
            empty="Add…",
            names=("change", "growth rate", "y/y", "yoy", "прирост", "рост", "изменение"),
            growth=True,
        ),
    )

    _rows: tuple[TradeRow, ...] = ()
    _kept: tuple[TradeRow, ...] = ()  # those of them that have figures
    _explained = -1  # the row below which it is said why two countries' figures differ
    beside = False  # whether theirs are to be filled in beside ours
    _offers: Mapping[int, Offer] = MappingProxyType({})

    def remove(self, row: int) -> None:
        if not self.drop_begun(row):
            self._commit([partial(table_edits.remove_row, key=self._rows[row].key)])

    def move(self, row: int, to: int) -> bool:
        """Move a row of the dossier; False where it cannot go there."""
        if not (row < len(self._rows) and 0 <= to < len(self._rows)):
            return False
        self._commit([partial(table_edits.move_row, key=self._rows[row].key, to=to)])
        return True

    def path(self, row: int, column: int) -> str:
        if row >= len(self._rows):
            return ""
        if column == PERIOD:
            present = self._rows[row].present
            return f"figures[{present[0].id}].period" if present else ""
        return self._rows[row].path(self._measure(row, column))

    def ghost(self, row: int, column: int) -> str:
        """The value in grey of an empty cell: what follows from the others."""
        return self._offers[id(self._rows[row])].words.get(column, "") if row < len(self._rows) else ""

    def take_ghost(self, row: int, column: int) -> bool:
        """Keep the value in grey as if it had been typed; False where there is none."""
        if not self.ghost(row, column) or self.text(row, column):
            return False
        key, offer = self._rows[row].key, self._offers[id(self._rows[row])]
        if column == TOTAL:
            self._commit([partial(table_edits.set_cell, key=key, measure="total", amount=offer.total)])
        else:
            self._commit([partial(table_edits.set_growth, key=key, change=offer.growth)])
        return True

    def tip(self, row: int, column: int) -> str:
        follows = self.ghost(row, column) and not self.text(row, column)
        return _FOLLOWS[column] if follows else super().tip(row, column)

    def period_at(self, row: int) -> Period | None:
        """The period of a row, else of the last one; None where there is none."""
        return self._rows[row if 0 <= row < len(self._rows) else -1].period if self._rows else None

    def figure_at(self, row: int, column: int) -> Figure | None:
        if row >= len(self._rows) or column == PERIOD:
            return None
        return self._rows[row].figure("total" if column == GROWTH else self._measure(row, column))

    def aside(self, row: int) -> str:
        """What stands in the first cell of a row of others' statistics."""
        return aside(self.dossier, self._rows, row) if row < len(self._rows) else ""

    def show_theirs(self, shown: bool) -> None:
        """Whether each of our rows has one of theirs below it, to be filled in."""
        self.beside = shown
        self._gather(self.dossier)
        self._row_of = None
        self._redraw()

    def lines(self, row: int) -> tuple[Line, ...]:
        return (*super().lines(row), *self._reasons(row))

    def _reasons(self, row: int) -> tuple[Line, ...]:
        """Below the first two rows that can be compared: why they differ, ready to be used."""
        if row != self._explained:
            return ()
        text = "Theirs and ours are seldom equal: valuation, origin and time of counting differ."
        copy = partial(QGuiApplication.clipboard().setText, why_they_differ(self.dossier))
        return (Line(Sign.NOTE, text, PERIOD, (Link("Copy a sentence that says why", copy),)),)

    def _measure(self, row: int, column: int) -> str:
        return flows_of(self.dossier, self._rows[row].key)[column - 1]

    def _record(self, row: int) -> TradeRow:
        return self._rows[row]

    def _apart(self, row: int) -> object:
        return self._offers[id(self._rows[row])].words, self.aside(row), row == self._explained

    def frame(self) -> object:
        if self._begun or self._refused:
            return None
        return self._asked, self._explained, self._findings, self.dossier.trade

    def origins(self) -> Sequence[object]:
        return [self._offers[id(row)] for row in self._rows]

    def _gather(self, before: Dossier) -> None:
        self._kept = rows_after(self._kept, before, self.dossier)
        if self.beside:
            empty = {row.key: row for row in self._rows if not row.present}
            self._rows = with_theirs(self.dossier, self._kept, empty)
        else:
            self._rows = self._kept
        self._offers = offers(self.dossier, self._rows, self._offers)
        self._explained = first_pair(self.dossier, self._rows)

    def _settled(self) -> int:
        return len(self._rows)

    def _key(self, row: int) -> RowKey:
        return self._rows[row].key

    def _figures_in(self, row: int) -> tuple[Figure, ...]:
        return self._rows[row].present

    def _column(self, path: str) -> int:
        if ".period" in path:
            return PERIOD
        if ".change" in path:
            return GROWTH
        figure_id = figure_of(path)
        row = self.row_of(figure_id)
        for figure in self._rows[row].present if row >= 0 else ():
            if figure.id == figure_id:
                return 1 + flows_of(self.dossier, self._rows[row].key).index(figure.measure)
        return TOTAL

    def _value(self, row: int, column: int) -> str:
        if column == PERIOD:
            return show_period(self._rows[row].period, short=True)
        if column == GROWTH:
            return show_change(self._rows[row].growth)
        figure = self._rows[row].figure(self._measure(row, column))
        trade = self.dossier.trade
        return show_amount(figure.amount, trade.scale, trade.unit) if figure else ""

    def _key_after(self, row: int, texts: dict[int, str]) -> RowKey:
        period = read_period(texts[PERIOD]) if PERIOD in texts else None
        key = self._rows[row].key
        if not isinstance(period, Period):
            return key
        if self.aside(row):
            return key
        moved = key._replace(start=period.start, end=period.end, label=period.label, nth=0)
        return key if moved == key._replace(nth=0) else moved

    def _read(self, row: int, texts: dict[int, str], point: str) -> tuple[list[Change], dict[int, Refusal]]:
        key = self._rows[row].key
        changes: list[Change] = []
        refused: dict[int, Refusal] = {}
        if PERIOD in texts:
            period = read_period(texts[PERIOD])
            after = self._key_after(row, texts)
            if self.aside(row) and texts[PERIOD] != self._value(row, PERIOD):
                refused[PERIOD] = _IS_THEIRS
            elif isinstance(period, Refusal):
                refused[PERIOD] = period
            elif after != key and any(after == each.key for each in self._rows):
                refused[PERIOD] = _is_there(period)
            elif after != key:
                changes.append(partial(table_edits.set_period, key=mirrored(key), period=period))
                changes.append(partial(table_edits.set_period, key=key, period=period))
                key = after
        cells, said = _cells(key, texts, dict.fromkeys(texts, point), flows_of(self.dossier, key))
        return [*changes, *cells], {**refused, **said}

    def _row_like(self, texts: Mapping[int, str]) -> int | None:
        period = read_period(texts.get(PERIOD, ""))
        key = table.key_for(self.dossier, period) if isinstance(period, Period) else None
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def _shown(self, column: int, text: str, point: str) -> str:
        read = read_change(text, point) if column == GROWTH else read_amount(text, point)
        if isinstance(read, Refusal):
            return text
        trade = self.dossier.trade
        return show_change(read) if isinstance(read, FigureChange) else show_amount(read, trade.scale, trade.unit)

    def _start(self, begun: Begun, taken: set[Hashable]) -> Start:
        texts = begun.texts
        typed = {at: text for at, text in enumerate(texts) if text and at != PERIOD and not says_none(text)}
        if not texts[PERIOD]:
            return Start(refused={PERIOD: _NEEDS_PERIOD} if typed else {})
        period = read_period(texts[PERIOD])
        if isinstance(period, Refusal) and not typed:
            return Start(refused={PERIOD: period})
        # A period that cannot be read is kept as typed, so that the figures beside it are not lost; a check says so.
        settled = Period(label=texts[PERIOD]) if isinstance(period, Refusal) else period
        key = table.key_for(self.dossier, settled)
        if key in taken or any(key == row.key for row in self._rows):
            return Start(refused={PERIOD: _is_there(settled)})
        changes, refused = _cells(key, typed, begun.points, table.COLUMNS)
        return Start(key, tuple(changes), refused)


def _cells(
    key: RowKey, texts: dict[int, str], points: Mapping[int, str], flows: Sequence[str]
) -> tuple[list[Change], dict[int, Refusal]]:
    """The changes of the cells beside the period, whose measures are `flows`, and what of them cannot be read."""
    changes: list[Change] = []
    refused: dict[int, Refusal] = {}
    for column, text in texts.items():
        if column == PERIOD:
            continue
        if column == GROWTH:
            change = read_change(text, points.get(column, "")) if text and not says_none(text) else None
            if isinstance(change, Refusal):
                refused[column] = change
            else:
                changes.append(partial(table_edits.set_growth, key=key, change=change))
        else:
            amount = read_amount(text, points.get(column, "")) if text and not says_none(text) else None
            if isinstance(amount, Refusal):
                refused[column] = amount
            else:
                measure = flows[column - 1]
                changes.append(partial(table_edits.set_cell, key=key, measure=measure, amount=amount))
    return changes, refused


def _is_there(period: Period) -> Refusal:
    return Refusal(f"There is already a row for {show_period(period, short=True)}.")
