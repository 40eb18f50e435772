"""What the trade grid offers in grey: totals and growth that follow from the figures of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from briefing.dossier.computed import computed_growth, computed_total
from briefing.dossier.entry import show_amount, show_change
from briefing.dossier.figures import Amount, Change
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import Dossier
from briefing.dossier.table import RowKey, TradeRow, key_of_like
from briefing.frozen import frozen

_TOTAL, _GROWTH = 3, 4


@frozen
class Offer:
    """The values of one row, and their words by column; `source` is all that they follow from."""

    source: object
    total: Amount | None
    growth: Change | None
    words: Mapping[int, str] = field(default_factory=dict)


def offers(dossier: Dossier, rows: Sequence[TradeRow], known: Mapping[RowKey, Offer]) -> dict[RowKey, Offer]:
    """The offers of all rows that leave total or growth open; those whose figures are as before are as before."""
    by_key = {row.key: row for row in rows}
    found: dict[RowKey, Offer] = {}
    for row in rows:
        total = row.figure("total")
        if total is not None and total.amount.value and total.change != Change():
            continue
        before = year_before(row.period)
        base = by_key.get(key_of_like(row.key, before)) if before is not None else None
        source = (row.figures, base.figures if base is not None else None, dossier.trade.scale, dossier.trade.unit)
        old = known.get(row.key)
        found[row.key] = old if old is not None and old.source == source else _offer(dossier, row, by_key, source)
    return found


def _offer(dossier: Dossier, row: TradeRow, rows: Mapping[RowKey, TradeRow], source: object) -> Offer:
    figure, trade = row.figure("total"), dossier.trade
    total = computed_total(dossier, row) if figure is None or not figure.amount.value else None
    growth = computed_growth(dossier, row, rows) if row.growth == Change() else None
    words = {}
    if total is not None:
        words[_TOTAL] = show_amount(total, trade.scale, trade.unit)
    if growth is not None:
        words[_GROWTH] = show_change(growth)
    return Offer(source, total, growth, words)
