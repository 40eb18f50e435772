"""Edits of the trade table: a cell, the growth and the period of a row, rows removed and moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from briefing.dossier.figures import Amount, Change, Figure, Period, Rank, Share, Span
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.table import RowKey, TradeRow, in_table, is_theirs, mirrored, row_at, trade_rows
from briefing.dossier.table_defaults import default_of


def set_cell(dossier: Dossier, key: RowKey, measure: str, amount: Amount | None) -> Dossier:
    """The dossier with another amount in a cell. What the amount leaves open, scale and unit, is the table's.

    The figure is made where there was none, and goes when it is emptied and nothing else is said of it.
    """
    at = row_at(dossier, key)
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
    at = row_at(dossier, key)
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
    at = row_at(dossier, key)
    mine = {figure.id for figure in at.present} if at else set()
    return _mapped(dossier, mine, lambda figure: replace(figure, period=period))


def remove_row(dossier: Dossier, key: RowKey) -> Dossier:
    """The dossier without the figures of a row."""
    at = row_at(dossier, key)
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
    return _in_order(dossier, blocks)


def sort_rows(dossier: Dossier) -> Dossier:
    """The dossier with the rows of the table by the ends of their periods, the oldest first, theirs with ours.

    A whole stands behind the parts that end with it; a period that is only words stands last. Other figures keep their
    places.
    """

    longest_last = sorted(_blocks(dossier), key=lambda block: block[0].period.start, reverse=True)

    def end(block: list[TradeRow]) -> tuple[bool, str]:
        said = block[0].period.end or block[0].period.start
        return not said, said

    return _in_order(dossier, sorted(longest_last, key=end))


def _in_order(dossier: Dossier, blocks: list[list[TradeRow]]) -> Dossier:
    """The dossier with the table's rows in this order."""
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


def _is_empty(figure: Figure) -> bool:
    """Whether nothing is said of the figure but what it would be of."""
    bare = (figure.amount.value, figure.share, figure.rank, figure.note) == ("", Share(), Rank(), "")
    return bare and figure.change == Change() and not figure.unknown


def _filled(dossier: Dossier, measure: str, amount: Amount, old: Amount) -> Amount:
    scale, unit = default_of(dossier, measure)
    filled = replace(amount, scale=amount.scale or scale, unit=amount.unit or unit, unknown=old.unknown)
    # "exact" and no qualifier say the same: what was there stays, so that typing the same again is no edit.
    same = replace(filled, qualifier=old.qualifier) == old and (old.qualifier or "exact") == filled.qualifier
    return old if same else filled


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
    if _is_empty(figure):
        return replace(dossier, figures=tuple(each for each in dossier.figures if each.id != figure.id))
    return _mapped(dossier, {figure.id}, lambda old: old if old == figure else figure)


def _mapped(dossier: Dossier, ids: Iterable[str], change: Callable[[Figure], Figure]) -> Dossier:
    wanted = set(ids)
    figures = tuple(change(each) if each.id in wanted else each for each in dossier.figures)
    same = all(one is other for one, other in zip(figures, dossier.figures, strict=True))
    return dossier if same else replace(dossier, figures=figures)
