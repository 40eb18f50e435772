"""What the filters of every language are for, so that a template's names are known beyond them."""

from __future__ import annotations

from collections.abc import Mapping

_SIDES, _PEOPLE, _PERSON = "sides", "sides[].people", "sides[].people[]"
_FIGURE, _LINE = "figures[]", "trade_lines[]"

#: By filter, what it is for and what it gives: patterns of a list or, with ``[]`` at the end, of one of its rows;
#: nothing where it gives a text. A filter that is not here is for texts, or for lists of every kind.
USES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("names", "encounter", "also_present", "caller", "calling"), (_SIDES, "")),
    **dict.fromkeys(("speakers", "described"), (_SIDES, _PEOPLE)),
    **dict.fromkeys(("delegates", "support", "leading", "following"), (_PEOPLE, _PEOPLE)),
    "people": (_PEOPLE, ""),
    **dict.fromkeys(("in_full", "later", "offices", "styled"), (_PERSON, "")),
    **dict.fromkeys(("abroad", "dateline", "days", "over_days", "issue_day"), ("meeting", "")),
    "dates": ("programme.entries", ""),
    "answered": ("handling.cleared[]", ""),
    **dict.fromkeys(("amount", "short_amount", "period", "in_period"), (_FIGURE, "")),
    **dict.fromkeys(("stated", "goods_table", "main_goods"), ("figures", "")),
    **dict.fromkeys(("opening", "subject", "turnover", "flows", "balance", "standing"), (_LINE, "")),
    **dict.fromkeys(("trade_table", "trade_chart", "table_notes"), ("trade_lines", "")),
    "covers": ("sources[]", ""),
    "told": ("trade_lines", "trade_lines"),
}
