"""The names that a template finds at first: their values, and their shapes for the check of names."""

from __future__ import annotations

from typing import Any

from briefing.compose.leaves import Rows
from briefing.compose.shapes import Shape
from briefing.compose.trade import LINE_FLAGS, cited_sources, main_goods, other_figures, trade_lines
from briefing.compose.views import Scope
from briefing.dossier.figures import TRADE_MEASURES, Figure, Source
from briefing.dossier.model import Dossier, Side, Topic
from briefing.dossier.records import slots

#: Parts of a dossier that are for the program, not for a template.
_LAYERS = frozenset(("translations", "wording"))
_TOPS = tuple(name for name in slots(Dossier) if name not in _LAYERS)


def values(scope: Scope) -> dict[str, Any]:
    """The top names of a template: the dossier's parts, and what is asked for most: us, them, the trade table.

    `agenda` are the topics to be raised, `reserve` those for the case that the other side raises them.
    """
    sides, topics = scope.top("sides"), scope.top("topics")
    missing = sides.missing()
    ours = [side for side in sides if side.look("ours")]
    others = sides.some([side for side in sides if not side.look("ours")])
    # Of two sides neither need be ours; where there is but one, the other is still to be named.
    us = ours or ([missing] if len(others) < 2 else [])
    return {
        **{name: scope.top(name) for name in _TOPS},
        "ours": ours[0] if ours else missing,
        "others": others,
        "parties": sides.some([*us, *(others or [missing])]),
        "theirs": others[0] if others else missing,
        "agenda": _graded(topics, raised=False),
        "reserve": _graded(topics, raised=True),
        "trade_lines": trade_lines(scope),
        "cited": cited_sources(scope),
        "other_figures": other_figures(scope),
        "goods_exported": main_goods(scope, "export"),
        "goods_imported": main_goods(scope, "import"),
    }


def _graded(topics: Rows, *, raised: bool) -> Rows:
    """The topics that come up only if they are raised, or the others."""
    return topics.chosen(("raised", raised), lambda topic: (topic.look("grade") == "if_raised") is raised)


def shapes() -> dict[str, Shape | None]:
    roots: dict[str, Shape | None] = {
        name: Shape(name, slot.record, slot.kind == "rows")
        for name, slot in slots(Dossier).items()
        if name not in _LAYERS
    }
    side, topics, figure = Shape("sides[]", Side), Shape("topics", Topic, rows=True), Shape("figures[]", Figure)
    line = {**dict.fromkeys((*TRADE_MEASURES, "any"), figure), **dict.fromkeys(LINE_FLAGS)}
    return roots | {
        "ours": side,
        "theirs": side,
        "others": Shape("sides", Side, rows=True),
        "parties": Shape("sides", Side, rows=True),
        "agenda": topics,
        "reserve": topics,
        "trade_lines": Shape("trade_lines", rows=True, names=line),
        "cited": Shape("sources", Source, rows=True),
        **dict.fromkeys(("other_figures", "goods_exported", "goods_imported"), Shape("figures", Figure, rows=True)),
    }
