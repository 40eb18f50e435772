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
    """The values of one row, and their words by column. `base` is the row that growth is against; `like` its key."""

    row: TradeRow
    like: RowKey | None
    base: TradeRow | None
    trade: Trade
    total: Amount | None = None
    growth: Change | None = None
    words: Mapping[int, str] = field(default_factory=dict)


def offers(dossier: Dossier, rows: Sequence[TradeRow], known: Mapping[int, Offer]) -> Mapping[int, Offer]:
    """The offers of rows, by the identity of the row; those whose figures are as before are as before."""
    trade, here = dossier.trade, {id(row) for row in rows}
    fresh = [row for row in rows if (old := known.get(id(row))) is None or old.trade is not trade]
    if not fresh and len(known) == len(here):
        return known
    keys = {row.key for row in fresh}
    starts = {key.start for key in keys}  # asked first: a key is looked up for each row, and that takes its time
    by_key = {row.key: row for row in rows}

    def is_stale(old: Offer) -> bool:
        """Whether what an offer follows from has changed: the table's scale or unit, or the row it is against."""
        if old.trade is not trade or (old.base is not None and id(old.base) not in here):
            return True
        return old.like is not None and old.like.start in starts and old.like in keys

    found = ((row, known.get(id(row))) for row in rows)
    return {
        id(row): old if old is not None and not is_stale(old) else _offer(dossier, row, by_key) for row, old in found
    }


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
    return Offer(row, like, rows.get(like) if like is not None else None, trade, total, growth, words)
