"""The trade table as a view over the figures: rows of one period with export, import and total, and their edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from briefing.dossier.figures import TRADE_MEASURES, Amount, Change, Figure, Period, Rank, Share, Span
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row
from briefing.frozen import frozen

#: The columns of the table beside the period.
GROWTH = "growth"
COLUMNS = (*TRADE_MEASURES, GROWTH)


@frozen
class RowKey:
    """What one row of the table speaks of. `nth` parts rows that say the same: a second figure is never hidden."""

    start: str = ""
    end: str = ""
    label: str = ""
    reporter: str = ""
    partner: str = ""
    scope: str = ""
    nth: int = 0


_Says = tuple[str, str, str, str, str, str, int]
_SAID = attrgetter("start", "end", "label", "reporter", "partner", "scope", "nth")


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
    return replace(key, reporter=key.partner, partner=key.reporter)


def key_of_like(key: RowKey, period: Period) -> RowKey:
    """The key of the row that says of another period what a row says of its own."""
    return replace(key, start=period.start, end=period.end, label=period.label, nth=0)


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
    if old.trade is not new.trade or len(old.figures) != len(new.figures):
        return trade_rows(new, rows)
    changed = {id(one): other for one, other in zip(old.figures, new.figures, strict=True) if one is not other}
    for one in old.figures:
        other = changed.get(id(one))
        if other is not None and (_place(old, one) != _place(new, other)):
            return trade_rows(new, rows)
    return tuple(_with(row, changed) for row in rows)


def _with(row: TradeRow, changed: Mapping[int, Figure]) -> TradeRow:
    """The row with figures that have changed in their places; the very same one where none of its own has."""
    if not any(id(figure) in changed for figure in row.figures):
        return row
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
    if known is not None and _SAID(known.key) == says:
        return known
    return TradeRow(RowKey(*says), next(iter(of.values())).period, figures)


def set_cell(dossier: Dossier, key: RowKey, measure: str, amount: Amount | None) -> Dossier:
    """The dossier with another amount in a cell. What the amount leaves open, scale and unit, is the table's.

    The figure is made where there was none, and goes when it is emptied and nothing else is said of it.
    """
    at = _row(dossier, key)
    figure = at.figure(measure) if at else None
    if figure is None:
        if amount is None:
            return dossier
        figure = _new_cell(dossier, key, at, measure)
        dossier = _inserted(dossier, figure, at)
    whole = (
        Amount(unknown=figure.amount.unknown) if amount is None else _filled(dossier, measure, amount, figure.amount)
    )
    return _put(dossier, replace(figure, amount=whole, carried=Period()))


def set_growth(dossier: Dossier, key: RowKey, change: Change | None) -> Dossier:
    """The dossier with other words on the growth of a row's total; a base named before stays where none is named."""
    at = _row(dossier, key)
    figure = at.figure("total") if at else None
    if figure is None:
        if change is None:
            return dossier
        figure = _new_cell(dossier, key, at, "total")
        dossier = _inserted(dossier, figure, at)
    whole = Change(unknown=figure.change.unknown)
    if change is not None:
        base = figure.change.base if change.base == Span() else change.base
        whole = replace(change, base=base, unknown=figure.change.unknown)
    carried = figure.carried if figure.amount.value else Period()  # else the growth was all that was old
    return _put(dossier, replace(figure, change=whole, carried=carried))


def set_period(dossier: Dossier, key: RowKey, period: Period) -> Dossier:
    """The dossier with the whole row speaking of another period."""
    at = _row(dossier, key)
    mine = {figure.id for figure in at.present} if at else set()
    return _mapped(dossier, mine, lambda figure: replace(figure, period=period))


def remove_row(dossier: Dossier, key: RowKey) -> Dossier:
    """The dossier without the figures of a row."""
    at = _row(dossier, key)
    gone = {figure.id for figure in at.present} if at else set()
    return replace(dossier, figures=tuple(each for each in dossier.figures if each.id not in gone)) if gone else dossier


def move_row(dossier: Dossier, key: RowKey, to: int) -> Dossier:
    """The dossier with a row at position `to` of the table, theirs with ours; other figures keep their places."""
    blocks = _blocks(dossier)
    moving = next((block for block in blocks if any(each.key == key for each in block)), None)
    if moving is None:
        return dossier
    at = blocks.index(moving)
    starts = [sum(map(len, blocks[:nth])) for nth in range(len(blocks))]
    target = max((nth for nth, start in enumerate(starts) if start <= to), default=0)
    if target == at and to > starts[at]:
        target += 1  # out of its own block, downwards
    if target == at:
        return dossier
    blocks.remove(moving)
    blocks.insert(max(0, min(target, len(blocks))), moving)
    queue = iter([figure for block in blocks for each in block for figure in each.present])
    figures = tuple(next(queue) if in_table(each) else each for each in dossier.figures)
    return dossier if figures == dossier.figures else replace(dossier, figures=figures)


def _blocks(dossier: Dossier) -> list[list[TradeRow]]:
    """The rows of the table, each of ours with theirs below it."""
    blocks: list[list[TradeRow]] = []
    for each in trade_rows(dossier):
        if blocks and is_theirs(dossier, each.key) and blocks[-1][0].key == mirrored(each.key):
            blocks[-1].append(each)
        else:
            blocks.append([each])
    return blocks


def restate(dossier: Dossier, name: str, value: str) -> Dossier:
    """The dossier with another default of the table (reporter, partner, unit, scale or source).

    Figures that stood at the old default follow, as the cells under a heading do; those with their own stay.
    """
    old = getattr(dossier.trade, name)
    if old == value:
        return dossier
    values: dict[str, Any] = {name: value}
    changed = replace(dossier, trade=replace(dossier.trade, **values))

    def follow(figure: Figure) -> Figure:
        if name not in ("unit", "scale"):
            return replace(figure, **values) if getattr(figure, name) == old else figure
        fits = figure.amount.value and in_money(figure.measure) and getattr(figure.amount, name) == old
        return replace(figure, amount=replace(figure.amount, **values)) if fits else figure

    return replace(changed, figures=tuple(follow(figure) for figure in dossier.figures))


#: What stands in the table of other figures in a count of its own instead of money: scale and unit.
_COUNTED = {
    "companies": ("unit", ""),
    "joint_ventures": ("unit", ""),
    "persons": ("unit", ""),
    "tonnage": ("unit", "t"),
}


def in_money(measure: str) -> bool:
    return measure not in _COUNTED


def default_of(dossier: Dossier, measure: str) -> tuple[str, str]:
    """Scale and unit of a measure where an amount names none."""
    return _COUNTED.get(measure, (dossier.trade.scale, dossier.trade.unit))


def is_empty(figure: Figure) -> bool:
    """Whether nothing is said of the figure but what it would be of."""
    bare = (figure.amount.value, figure.share, figure.rank, figure.note) == ("", Share(), Rank(), "")
    return bare and figure.change == Change() and not figure.unknown


def _filled(dossier: Dossier, measure: str, amount: Amount, old: Amount) -> Amount:
    scale, unit = default_of(dossier, measure)
    filled = replace(amount, scale=amount.scale or scale, unit=amount.unit or unit, unknown=old.unknown)
    # "exact" and no qualifier say the same: what was there stays, so that typing the same again is no edit.
    same = replace(filled, qualifier=old.qualifier) == old and (old.qualifier or "exact") == filled.qualifier
    return old if same else filled


def _says(dossier: Dossier, figure: Figure) -> tuple[str, str, str, str, str, str]:
    """What a figure is of, as its row's key says it; without the number that parts rows of the same."""
    period, trade = figure.period, dossier.trade
    reporter, partner = figure.reporter or trade.reporter, figure.partner or trade.partner
    return period.start, period.end, period.label, reporter, partner, figure.scope


def _row(dossier: Dossier, key: RowKey) -> TradeRow | None:
    says = _SAID(key)
    mine = [each for each in dossier.figures if each.period.start == key.start and _says(dossier, each) == says[:-1]]
    of = _gathered(dossier, mine).get(says)
    return _row_of(says, of, {}) if of else None


def _new_cell(dossier: Dossier, key: RowKey, at: TradeRow | None, measure: str) -> Figure:
    """An empty figure for a cell, said of the same as its row, else of what the key says."""
    if at is not None:
        model = at.present[0]
        return Figure(
            new_id(), measure, model.scope, model.reporter, model.partner, model.period,
            status=model.status, source=model.source,
        )  # fmt: skip
    basis = "" if key.label else "calendar"
    period = Period(key.start, key.end, key.label, basis)
    return Figure(new_id(), measure, key.scope, key.reporter, key.partner, period, source=dossier.trade.source)


def _inserted(dossier: Dossier, figure: Figure, at: TradeRow | None) -> Dossier:
    """The figure put after the last of its row, or at the end of all."""
    ids = {each.id for each in at.present} if at else set()
    after = max(
        (place + 1 for place, each in enumerate(dossier.figures) if each.id in ids), default=len(dossier.figures)
    )
    return replace(dossier, figures=(*dossier.figures[:after], figure, *dossier.figures[after:]))


def _put(dossier: Dossier, figure: Figure) -> Dossier:
    """The figure in its place, or out of the dossier where it says nothing any more."""
    if is_empty(figure):
        return replace(dossier, figures=tuple(each for each in dossier.figures if each.id != figure.id))
    return _mapped(dossier, {figure.id}, lambda old: old if old == figure else figure)


def _mapped(dossier: Dossier, ids: Iterable[str], change: Callable[[Figure], Figure]) -> Dossier:
    wanted = set(ids)
    figures = tuple(change(each) if each.id in wanted else each for each in dossier.figures)
    same = all(one is other for one, other in zip(figures, dossier.figures, strict=True))
    return dossier if same else replace(dossier, figures=figures)
