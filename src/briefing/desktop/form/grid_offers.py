"""What the trade grid offers in grey: totals and growth that follow from the figures of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from briefing.dossier.computed import computed_growth, computed_total
from briefing.dossier.entry import show_amount, show_change
from briefing.dossier.figures import Amount, Change
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import Dossier, Trade
from briefing.dossier.table import RowKey, TradeRow, key_of_like
from briefing.frozen import frozen

_TOTAL, _GROWTH = 3, 4


@frozen
class Offer:
    """The values of one row, and their words by column. `like` is the key of the row that growth is against."""

    row: TradeRow
    like: RowKey | None
    trade: Trade
    total: Amount | None = None
    growth: Change | None = None
    words: Mapping[int, str] = field(default_factory=dict)


def offers(dossier: Dossier, rows: Sequence[TradeRow], known: Mapping[int, Offer]) -> Mapping[int, Offer]:
    """The offers of rows, by the identity of the row; those whose figures are as before are as before."""
    here = dict(zip(map(id, rows), rows, strict=True))
    gone = known.keys() - here.keys()
    trade = dossier.trade
    if any(old.trade is not trade for old in known.values()):
        known, gone = {}, set()
    fresh = here.keys() - known.keys()
    if not fresh and not gone:
        return known
    # What follows from a row that came or went, beside that row's own.
    keys = {known[at].row.key for at in gone} | {here[at].key for at in fresh}
    stale = fresh | {at for at, old in known.items() if old.like in keys} - gone
    by_key = {row.key: row for row in rows}
    found = {at: old for at, old in known.items() if at in here} if gone else dict(known)
    found.update((at, _offer(dossier, here[at], by_key)) for at in stale)
    return found


def _offer(dossier: Dossier, row: TradeRow, rows: Mapping[RowKey, TradeRow]) -> Offer:
    figure, trade = row.figure("total"), dossier.trade
    total = computed_total(dossier, row) if figure is None or not figure.amount.value else None
    before = year_before(row.period) if row.growth == Change() else None
    like = key_of_like(row.key, before) if before is not None else None
    growth = computed_growth(dossier, row, rows) if like in rows else None
    words = {}
    if total is not None:
        words[_TOTAL] = show_amount(total, trade.scale, trade.unit)
    if growth is not None:
        words[_GROWTH] = show_change(growth)
    return Offer(row, like, trade, total, growth, words)
