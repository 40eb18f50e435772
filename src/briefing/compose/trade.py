"""Trade as a template sees it: the figures of each period side by side, and the single figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.compose.leaves import Ledger, Rows
from briefing.compose.statistics import Statistic, statistics
from briefing.compose.views import Scope, View
from briefing.dossier.fields import field_at
from briefing.dossier.figures import TRADE_MEASURES, Figure
from briefing.dossier.paths import row


@dataclass(frozen=True, eq=False)
class TradeLine(Mapping[str, Any]):
    """Export, import and total of one period, with one reporter, partner and scope.

    In a template: `line.export`, `line.import`, `line.total` (empty figures where there are none), `line.any`, a
    figure of the period to ask for period, reporter and partner, and `line.mirrored`, whether these are the other
    side's statistics of the same trade. `told`: it has a sentence of its own, and does not only serve as a base.
    """

    key: str
    statistics: Mapping[str, Statistic]
    scope: Scope
    told: bool = True
    mirrored: bool = False

    @property
    def figures(self) -> Mapping[str, Figure]:
        return {measure: each.figure for measure, each in self.statistics.items()}

    @property
    def first(self) -> Figure:
        """One of its figures, to ask for what they have in common; an empty one for a line that is not there."""
        return next((each.figure for each in self.statistics.values()), Figure(""))

    @property
    def ledger(self) -> Ledger:
        return self.scope.ledger

    def identity(self) -> tuple[object, ...]:
        """What tells one line from another, as long as it is held."""
        return (
            self.told,
            self.mirrored,
            *(
                (id(each.figure), id(each.movement), id(each.like), each.tells_base)
                for each in self.statistics.values()
            ),
        )

    def path(self, measure: str) -> str:
        return self.statistics[measure].path

    def paths(self) -> tuple[str, ...]:
        return tuple(each.path for each in self.statistics.values())

    def __getitem__(self, name: str) -> Any:
        if name == "mirrored":
            return self.mirrored
        figure = self.first if name == "any" else self.figures.get(name)
        if name not in (*TRADE_MEASURES, "any"):
            raise KeyError(name)
        if figure is None or not figure.id:
            return self.scope.missing(Figure(""), "figures")
        return self.scope.view(figure, row("figures", figure.id))

    def __iter__(self) -> Any:
        return iter((*TRADE_MEASURES, "any", "mirrored"))

    def __len__(self) -> int:
        return len(TRADE_MEASURES) + 2


def trade_lines(scope: Scope) -> Rows:
    """The lines of the trade table, in the order of the figures in the dossier."""
    trade, known = scope.dossier.trade, statistics(scope)

    def line(group: Mapping[str, Statistic]) -> TradeLine:
        first = next(iter(group.values())).figure
        told = not all(each.figure.id in known.untold for each in group.values())
        mirrored = first.reporter != trade.reporter and first.reporter == trade.partner != ""
        return TradeLine(first.id, group, scope, told, mirrored)

    return _rows(scope, [line(group) for group in known.lines], lambda: TradeLine("", {}, scope))


#: Investment of a time, and since a time: they share a sentence.
INVESTED = frozenset({"fdi_inflow", "fdi_cumulative"})


def other_figures(scope: Scope) -> Rows:
    """The figures that are not in the table: investment, companies, persons.

    They stand in the order of the dossier, but the investment of one country in another together: by the ends of its
    periods, and what goes on ("since 2005") last.
    """
    places: dict[tuple[str, ...], int] = {}

    def key(each: Statistic) -> tuple[int, bool, str]:
        figure = each.figure
        alike = (figure.reporter, figure.partner) if figure.measure in INVESTED else (figure.id,)
        place, period = places.setdefault(alike, len(places)), figure.period
        return place, bool(period.start and not period.end), period.end

    found = sorted(statistics(scope).single.values(), key=key)
    views = [scope.view(each.figure, each.path) for each in found]
    return _rows(scope, views, lambda: scope.missing(Figure(""), "figures"))


def _rows(scope: Scope, rows: Sequence[Any], missing: Callable[[], Any]) -> Rows:
    return Rows(rows, scope.ledger, "figures", field_at("figures").label, missing)


def statistic_of(view: View) -> Statistic | None:
    """What may be said of a figure that is not in the table; None where it has no sentence of its own."""
    known = statistics(view.scope)
    return None if view.row_id in known.untold else known.single.get(view.row_id)


def cited_sources(scope: Scope) -> Rows:
    """The sources that the figures name, the table's own first; each once."""
    dossier = scope.dossier
    named = dict.fromkeys((dossier.trade.source, *(figure.source for figure in dossier.figures)))
    by_id = {source.id: source for source in dossier.sources}
    found = [by_id[each] for each in named if each in by_id and by_id[each].publisher]
    return scope.rows([scope.view(source, row("sources", source.id)) for source in found], "sources")
