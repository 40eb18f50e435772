"""The trade table as a view over the figures: rows of one period with export, import and total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress
from operator import is_not
from typing import NamedTuple

from briefing.dossier.figures import TRADE_MEASURES, Change, Figure, Period
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row
from briefing.frozen import frozen

#: The columns of the table beside the period.
GROWTH = "growth"
COLUMNS = (*TRADE_MEASURES, GROWTH)


class RowKey(NamedTuple):
    """What one row of the table speaks of. `nth` parts rows that say the same: a second figure is never hidden.

    A tuple, for keys are looked up by the hundred at each edit.
    """

    start: str = ""
    end: str = ""
    label: str = ""
    reporter: str = ""
    partner: str = ""
    scope: str = ""
    nth: int = 0


_Says = tuple[str, str, str, str, str, str, int]


@frozen
class TradeRow:
    """One row: its figures in the order of `TRADE_MEASURES`, None where there is none yet."""

    key: RowKey
    period: Period
    figures: tuple[Figure | None, ...]

    def figure(self, measure: str) -> Figure | None:
        return self.figures[TRADE_MEASURES.index(measure)]

    @property
    def present(self) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if figure is not None)

    @property
    def growth(self) -> Change:
        total = self.figure("total")
        return total.change if total else Change()

    def path(self, column: str) -> str:
        """The path that a cell stands for: ``figures[f3].amount``, `.change` for growth; empty where there is none."""
        figure = self.figure("total" if column == GROWTH else column)
        return f"{row('figures', figure.id)}.{'change' if column == GROWTH else 'amount'}" if figure else ""


def in_table(figure: Figure) -> bool:
    """Whether a figure stands in the trade table: export, import and total of all trade, not of one product."""
    return figure.measure in TRADE_MEASURES and not figure.is_goods


def key_for(dossier: Dossier, period: Period) -> RowKey:
    """The key of a new row for a period, with the table's reporter and partner."""
    return RowKey(period.start, period.end, period.label, dossier.trade.reporter, dossier.trade.partner)


def is_theirs(dossier: Dossier, key: RowKey) -> bool:
    """Whether a row is of the other country's statistics of the table's trade: its imports are our exports."""
    trade = dossier.trade
    return key.reporter == trade.partner != "" and key.partner == trade.reporter != key.reporter


def mirrored(key: RowKey) -> RowKey:
    """The key of the row in which the other country says the same of the same time."""
    return key._replace(reporter=key.partner, partner=key.reporter)


def key_of_like(key: RowKey, period: Period) -> RowKey:
    """The key of the row that says of another period what a row says of its own."""
    return key._replace(start=period.start, end=period.end, label=period.label, nth=0)


def trade_rows(dossier: Dossier, known: Iterable[TradeRow] = ()) -> tuple[TradeRow, ...]:
    """The rows of the table, in the order in which their first figures stand in the dossier; theirs below ours.

    Those of the `known` rows that are as they were are the very same objects again.
    """
    before = {tuple(map(id, row.figures)): row for row in known}
    rows = tuple(_row_of(says, of, before) for says, of in _gathered(dossier, dossier.figures).items())
    return _theirs_below_ours(dossier, rows)


def rows_after(rows: tuple[TradeRow, ...], old: Dossier, new: Dossier) -> tuple[TradeRow, ...]:
    """The rows of a dossier, from those of the one before it: where only figures changed, all other rows are kept."""
    if old.figures is new.figures and old.trade is new.trade:
        return rows
    others = changed_in_place(old, new)
    if others is None or old.trade is not new.trade:
        return trade_rows(new, rows)
    if any(_place(old, one) != _place(new, other) for one, other in others):
        return trade_rows(new, rows)
    changed = {id(one): other for one, other in others}
    apart = changed.keys().isdisjoint
    return tuple(row if apart(map(id, row.figures)) else _with(row, changed) for row in rows)


def changed_in_place(old: Dossier, new: Dossier) -> list[tuple[Figure, Figure]] | None:
    """The figures that an edit has changed, as they were and as they are; None where some came, went or moved."""
    if len(old.figures) != len(new.figures):
        return None
    pairs = zip(old.figures, new.figures, strict=True)
    return list(compress(pairs, map(is_not, old.figures, new.figures)))


def _with(row: TradeRow, changed: Mapping[int, Figure]) -> TradeRow:
    """The row with figures that have changed in their places."""
    figures = tuple(changed.get(id(figure), figure) for figure in row.figures)
    return TradeRow(row.key, next(figure for figure in figures if figure is not None).period, figures)


def _place(dossier: Dossier, figure: Figure) -> object:
    """The cell that a figure stands in, None outside the table."""
    return (figure.measure, _says(dossier, figure)) if in_table(figure) else None


def _theirs_below_ours(dossier: Dossier, rows: tuple[TradeRow, ...]) -> tuple[TradeRow, ...]:
    theirs = {row.key: row for row in rows if is_theirs(dossier, row.key)}
    if not theirs:
        return rows
    below = {row.key: theirs.get(mirrored(row.key)) for row in rows if row.key not in theirs}
    taken = {found.key for found in below.values() if found is not None}
    ordered: list[TradeRow] = []
    for each in rows:
        if each.key not in taken:
            found = below.get(each.key)
            ordered += [each] if found is None else [each, found]
    return tuple(ordered)


def _gathered(dossier: Dossier, figures: Iterable[Figure]) -> dict[_Says, dict[str, Figure]]:
    """The figures of each row by measure, under what the row's key says."""
    found: dict[_Says, dict[str, Figure]] = {}
    for figure in figures:
        if in_table(figure):
            says = _says(dossier, figure)
            nth = 0
            while figure.measure in found.get((*says, nth), ()):
                nth += 1
            found.setdefault((*says, nth), {})[figure.measure] = figure
    return found


def _row_of(says: _Says, of: dict[str, Figure], before: dict[tuple[int, ...], TradeRow]) -> TradeRow:
    figures = tuple(map(of.get, TRADE_MEASURES))
    known = before.get(tuple(map(id, figures)))
    if known is not None and known.key == says:
        return known
    return TradeRow(RowKey(*says), next(iter(of.values())).period, figures)


def _says(dossier: Dossier, figure: Figure) -> tuple[str, str, str, str, str, str]:
    """What a figure is of, as its row's key says it; without the number that parts rows of the same."""
    period, trade = figure.period, dossier.trade
    reporter, partner = figure.reporter or trade.reporter, figure.partner or trade.partner
    return period.start, period.end, period.label, reporter, partner, figure.scope


def row_at(dossier: Dossier, key: RowKey) -> TradeRow | None:
    """The row of a key as it stands in the dossier; None where there is no figure of it yet."""
    mine = [each for each in dossier.figures if each.period.start == key.start and _says(dossier, each) == key[:-1]]
    of = _gathered(dossier, mine).get(key)
    return _row_of(key, of, {}) if of else None
