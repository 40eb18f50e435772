"""Trade as a template sees it: the figures of each period side by side, and the single figures beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.compose.leaves import Ledger, Rows
from briefing.compose.views import Scope, View
from briefing.dossier.figures import TRADE_MEASURES, Figure
from briefing.dossier.paths import row


@dataclass(frozen=True, eq=False)
class TradeLine(Mapping[str, Any]):
    """Export, import and total of one period, with one reporter, partner and scope.

    In a template: `line.export`, `line.import`, `line.total` (empty figures where there are none) and `line.any`,
    a figure of the period to ask for period, reporter and partner.
    """

    key: str
    figures: Mapping[str, Figure]
    scope: Scope

    @property
    def ledger(self) -> Ledger:
        return self.scope.ledger

    def path(self, measure: str) -> str:
        return row("figures", self.figures[measure].id)

    def paths(self) -> tuple[str, ...]:
        return tuple(self.path(measure) for measure in self.figures)

    def __getitem__(self, name: str) -> View:
        figure = next(iter(self.figures.values())) if name == "any" else self.figures.get(name)
        if name != "any" and name not in TRADE_MEASURES:
            raise KeyError(name)
        if figure is None:
            return self.scope.missing(Figure(""), "figures")
        return self.scope.view(figure, row("figures", figure.id))

    def __iter__(self) -> Any:
        return iter((*TRADE_MEASURES, "any"))

    def __len__(self) -> int:
        return len(TRADE_MEASURES) + 1


def trade_lines(scope: Scope) -> list[TradeLine]:
    """The lines of the trade table, in the order of the figures in the dossier."""
    groups: dict[tuple[Any, ...], dict[str, Figure]] = {}
    for figure in scope.dossier.figures:
        if figure.measure in TRADE_MEASURES:
            span = (figure.period.start, figure.period.end, figure.period.label)
            key = (*span, figure.reporter, figure.partner, figure.scope)
            groups.setdefault(key, {}).setdefault(figure.measure, figure)
    return [TradeLine(next(iter(found.values())).id, found, scope) for found in groups.values()]


def other_figures(scope: Scope) -> list[View]:
    """The figures that are not in the table: investment, companies, persons."""
    return [
        scope.view(figure, row("figures", figure.id))
        for figure in scope.dossier.figures
        if figure.measure not in TRADE_MEASURES
    ]


def cited_sources(scope: Scope) -> Rows:
    """The sources that the figures name, the table's own first; each once."""
    dossier = scope.dossier
    named = dict.fromkeys((dossier.trade.source, *(figure.source for figure in dossier.figures)))
    by_id = {source.id: source for source in dossier.sources}
    found = [by_id[each] for each in named if each in by_id and by_id[each].publisher]
    return scope.rows([scope.view(source, row("sources", source.id)) for source in found], "sources")
