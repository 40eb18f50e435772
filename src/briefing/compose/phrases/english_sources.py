"""English for what figures a source is cited for: trade, direct investment, companies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.compose.leaves import Fragments, Leaf
from briefing.compose.views import View
from briefing.dossier.figures import TRADE_MEASURES, Figure
from briefing.dossier.model import Trade

_NAMES = {
    **dict.fromkeys(TRADE_MEASURES, "trade"),
    **dict.fromkeys(("fdi_inflow", "fdi_stock", "fdi_outward_stock", "fdi_cumulative"), "direct investment"),
    "re_export": "re-exports",
    "balance": "trade",
    "joint_ventures": "companies",
}


def covers(source: View, figures: Sequence[View], trade: View) -> Any:
    """What the figures are of that name a source, or whose table does: "trade and direct investment"; or nothing."""
    records = [figure.record for figure in figures if isinstance(figure.record, Figure)]
    default = trade.record.source if isinstance(trade.record, Trade) else ""
    named = [each for each in records if (each.source or default) == source.row_id and each.amount.value]
    words = list(dict.fromkeys(_name(each.measure) for each in named if each.measure))
    if not words:
        return Fragments(())
    return Leaf(" and ".join(filter(None, (", ".join(words[:-1]), words[-1]))), source.ledger, (source.path,))


def _name(measure: str) -> str:
    """What a measure is called within a sentence; one of the person's own as it was typed."""
    return _NAMES.get(measure) or measure.removeprefix("other:").replace("_", " ")
