"""The goods table as a view over the figures: export or import of one product to a row, of one period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.dossier.edits import set_value
from briefing.dossier.figures import PRODUCT, Amount, Change, Figure, Period, Share
from briefing.dossier.ids import new_id
from briefing.dossier.intervals import exact_value
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row
from briefing.dossier.table import changed_in_place, trade_rows
from briefing.dossier.table_defaults import default_of

#: The two halves of the table.
FLOWS = ("export", "import")
#: The scopes of figures that goods are a part of.
_WHOLES = ("", "goods", "goods_and_services")
#: How many of the goods a document names.
MOST = 10


def goods_rows(dossier: Dossier, flow: str) -> tuple[Figure, ...]:
    """The goods of one flow, in the dossier's order."""
    return tuple(each for each in dossier.figures if each.measure == flow and each.is_goods)


def goods_after(known: tuple[Figure, ...], old: Dossier, new: Dossier, flow: str) -> tuple[Figure, ...]:
    """The same, from those of the dossier before: they are the very same where no goods changed."""
    changed = changed_in_place(old, new)
    if changed is None or any(one.is_goods or other.is_goods for one, other in changed):
        found = goods_rows(new, flow)
        return known if found == known else found
    return known


def traded_goods(figures: Sequence[Figure]) -> frozenset[str]:
    """The scopes of products of which the whole trade is given too: they are told as trade in wheat is."""
    return frozenset(each.scope for each in figures if each.is_goods and each.measure == "total")


def largest(dossier: Dossier, flow: str, most: int = MOST) -> tuple[Figure, ...]:
    """The goods of the latest period that has any, the largest amount first; what has no amount stands last."""
    traded = traded_goods(dossier.figures)
    rows = [each for each in goods_rows(dossier, flow) if each.scope not in traded]
    latest = max((each.period.end or each.period.start for each in rows), default="")
    found = [each for each in rows if (each.period.end or each.period.start) == latest]
    return tuple(sorted(found, key=lambda each: -(exact_value(each.amount) or 0))[:most])


def whole_of(dossier: Dossier, row: Figure) -> Figure | None:
    """The figure of the trade table that a row of goods is a part of: the same flow, period and countries."""
    trade = dossier.trade

    def of(figure: Figure) -> tuple[object, ...]:
        return figure.measure, figure.period, figure.reporter or trade.reporter, figure.partner or trade.partner

    return next((each for each in dossier.figures if each.scope in _WHOLES and of(each) == of(row)), None)


def goods_period(dossier: Dossier, flow: str) -> Period | None:
    """The period that all goods of a flow are of; None where there are none, or of several."""
    periods = {each.period for each in goods_rows(dossier, flow)}
    return next(iter(periods)) if len(periods) == 1 else None


def set_goods_period(dossier: Dossier, flow: str, period: Period) -> Dossier:
    """The dossier with all goods of a flow of another period."""
    for each in goods_rows(dossier, flow):
        if each.period != period:
            dossier = set_value(dossier, _path(each.id, "period"), period)
    return dossier


def goods_name(figure: Figure) -> str:
    return figure.scope.removeprefix(PRODUCT)


def add_goods(dossier: Dossier, flow: str, name: str = "", figure_id: str = "") -> Dossier:
    """The dossier with one more row, of the period of the row before it, else of the last one of the trade table."""
    rows, trade = goods_rows(dossier, flow), dossier.trade
    table = trade_rows(dossier)
    period = rows[-1].period if rows else table[-1].period if table else Period()
    figure = Figure(
        figure_id or new_id(), flow, PRODUCT + name, trade.reporter, trade.partner, period, source=trade.source
    )
    return replace(dossier, figures=(*dossier.figures, figure))


def set_goods_name(dossier: Dossier, figure_id: str, name: str) -> Dossier:
    return set_value(dossier, _path(figure_id, "scope"), PRODUCT + name)


def set_goods_code(dossier: Dossier, figure_id: str, code: str) -> Dossier:
    return set_value(dossier, _path(figure_id, "code"), code)


def set_goods_amount(dossier: Dossier, figure_id: str, amount: Amount | None) -> Dossier:
    """The dossier with another amount; what it leaves open is the table's scale and unit."""
    old = _figure(dossier, figure_id)
    if old.carried != Period():
        dossier = set_value(dossier, _path(figure_id, "carried"), Period())
    if amount is None:
        return set_value(dossier, _path(figure_id, "amount"), Amount(unknown=old.amount.unknown))
    scale, unit = default_of(dossier, old.measure)
    filled = replace(amount, scale=amount.scale or scale, unit=amount.unit or unit, unknown=old.amount.unknown)
    same = replace(filled, qualifier=old.amount.qualifier) == old.amount
    return dossier if same else set_value(dossier, _path(figure_id, "amount"), filled)


def set_goods_share(dossier: Dossier, figure_id: str, percent: str) -> Dossier:
    """The dossier with a share, in per cent, of the whole flow; "" takes it away."""
    flow = _figure(dossier, figure_id).measure
    return set_value(dossier, _path(figure_id, "share"), Share(percent, f"{flow}s") if percent else Share())


def set_goods_change(dossier: Dossier, figure_id: str, change: Change | None) -> Dossier:
    old = _figure(dossier, figure_id).change
    whole = Change(unknown=old.unknown) if change is None else replace(change, unknown=old.unknown)
    return set_value(dossier, _path(figure_id, "change"), whole)


def move_goods(dossier: Dossier, figure_id: str, to: int) -> Dossier:
    """The dossier with a row at position `to` among those of its flow, whose places alone change."""
    moving = _figure(dossier, figure_id)
    rows = list(goods_rows(dossier, moving.measure))
    rows.remove(moving)
    rows.insert(max(0, min(to, len(rows))), moving)
    queue = iter(rows)
    figures = tuple(
        next(queue) if each.is_goods and each.measure == moving.measure else each for each in dossier.figures
    )
    same = all(one is other for one, other in zip(figures, dossier.figures, strict=True))
    return dossier if same else replace(dossier, figures=figures)


def _path(figure_id: str, name: str) -> str:
    return f"{row('figures', figure_id)}.{name}"


def _figure(dossier: Dossier, figure_id: str) -> Figure:
    return next(figure for figure in dossier.figures if figure.id == figure_id)
