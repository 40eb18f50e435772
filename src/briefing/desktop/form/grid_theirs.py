"""The other country's statistics beside ours: a row below each of ours, whose columns are the same flows of goods.

What the other country counts as its import from us stands below our export to it, so that both can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.compose.phrases.english_countries import country, in_text
from briefing.dossier import table
from briefing.dossier.entry import show_period
from briefing.dossier.figures import TRADE_MEASURES
from briefing.dossier.model import Dossier
from briefing.dossier.table import RowKey, TradeRow, is_theirs, mirrored

_TURNED = {"export": "import", "import": "export"}
#: UN Statistics Division and World Bank on mirror statistics: why two countries' figures of one trade differ.
_WHY = (
    "The figures of {ours} and {theirs} differ because imports are valued with freight and insurance and exports "
    "without them, because goods that pass through third countries are counted by origin in one country and by "
    "destination in the other, and because the two count them at different times."
)


def with_theirs(dossier: Dossier, rows: Sequence[TradeRow], known: Mapping[RowKey, TradeRow]) -> tuple[TradeRow, ...]:
    """The rows, with an empty one of theirs below each of ours that has none; `known` are such rows made before."""
    trade, found = dossier.trade, list[TradeRow]()
    there = {row.key for row in rows}
    for row in rows:
        found.append(row)
        other = mirrored(row.key)
        ours = row.key.reporter == trade.reporter and row.key.partner == trade.partner
        if ours and other not in there and is_theirs(dossier, other):
            found.append(known.get(other) or TradeRow(other, row.period, (None,) * len(TRADE_MEASURES)))
    return tuple(found)


def flows_of(dossier: Dossier, key: RowKey) -> tuple[str, ...]:
    """The measures of a row in the order of the table's columns: of theirs, import stands where ours has export."""
    if not is_theirs(dossier, key):
        return table.COLUMNS
    return tuple(_TURNED.get(measure, measure) for measure in table.COLUMNS)


def aside(dossier: Dossier, rows: Sequence[TradeRow], at: int) -> str:
    """What stands in the first cell of a row of others' statistics, instead of its period or with it."""
    key = rows[at].key
    if key.reporter == dossier.trade.reporter:
        return ""
    name = country(key.reporter)
    below = at > 0 and is_theirs(dossier, key) and rows[at - 1].key == mirrored(key)
    return f"{name}’s figures" if below else f"{show_period(rows[at].period, short=True)} · {name}"


def why_they_differ(dossier: Dossier) -> str:
    """A ready sentence on why the two countries' figures are not the same."""
    return _WHY.format(ours=in_text(dossier.trade.reporter), theirs=in_text(dossier.trade.partner))


def first_pair(dossier: Dossier, rows: Sequence[TradeRow]) -> int:
    """The first row of theirs that gives a flow which ours above it gives too; -1 where none does."""
    theirs = (at for at in range(1, len(rows)) if is_theirs(dossier, rows[at].key))
    return next((at for at in theirs if _both_given(rows[at - 1], rows[at])), -1)


def _both_given(ours: TradeRow, theirs: TradeRow) -> bool:
    """Whether the two rows give the same flow, and so can be compared."""
    pairs = ((ours.figure(_TURNED.get(each, each)), theirs.figure(each)) for each in TRADE_MEASURES)
    return any(
        one is not None and other is not None and one.amount.value and other.amount.value for one, other in pairs
    )
