"""Trade as a template sees it: the figures of each period side by side, and the single figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from briefing.compose.leaves import Ledger, Rows
from briefing.compose.statistics import Group, Statistic, Statistics, statistics
from briefing.compose.views import Scope, View
from briefing.dossier.fields import field_at
from briefing.dossier.figures import TRADE_MEASURES, Figure
from briefing.dossier.goods import largest
from briefing.dossier.model import Trade
from briefing.dossier.paths import row

#: What a template may ask of a line's sentence.
LINE_FLAGS = ("opens", "closes")
#: Sentences on the trade of two countries that are still one paragraph; more of them are read one by one.
TOGETHER = 4


@dataclass(frozen=True, eq=False)
class TradeLine(Mapping[str, Any]):
    """Export, import and total of one period, with one reporter, partner and scope.

    In a template: `line.export`, `line.import`, `line.total` (empty figures where there are none), `line.any`, a
    figure of the period to ask for period, reporter and partner; and flags of its sentence: whether it is the first
    on the trade of two countries, so that it names them, and whether it ends a paragraph. `told`: it has a sentence
    of its own, and does not only serve as a base. `mirrored`: these are the other side's statistics of the same trade.
    """

    key: str
    statistics: Mapping[str, Statistic]
    scope: Scope
    told: bool = True
    mirrored: bool = False
    opens: bool = False
    closes: bool = False

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
        return self.told, self.mirrored, self.opens, self.closes, *map(id, self.statistics.values())

    def path(self, measure: str) -> str:
        return self.statistics[measure].path

    def paths(self) -> tuple[str, ...]:
        return tuple(each.path for each in self.statistics.values())

    def __getitem__(self, name: str) -> Any:
        if name in LINE_FLAGS:
            return getattr(self, name)
        figure = self.first if name == "any" else self.figures.get(name)
        if name not in (*TRADE_MEASURES, "any"):
            raise KeyError(name)
        if figure is None or not figure.id:
            return self.scope.missing(Figure(""), "figures")
        return self.scope.view(figure, row("figures", figure.id))

    def __iter__(self) -> Any:
        return iter((*TRADE_MEASURES, "any", *LINE_FLAGS))

    def __len__(self) -> int:
        return len(TRADE_MEASURES) + 1 + len(LINE_FLAGS)


def trade_lines(scope: Scope) -> Rows:
    """The lines of the trade table, in the order of the figures in the dossier; the very same while those are."""
    trade, known = scope.dossier.trade, statistics(scope)
    return scope.kept("trade_lines", (trade, known), lambda: _trade_lines(scope, trade, known))


def _trade_lines(scope: Scope, trade: Trade, known: Statistics) -> Rows:
    firsts = [next(iter(group.values())).figure for group in known.lines]
    theirs = [first.reporter != trade.reporter and first.reporter == trade.partner != "" for first in firsts]
    told = [at for at, group in enumerate(known.lines) if _is_told(group, known)]
    places = _in_paragraphs(told, firsts, theirs)
    lines = [
        TradeLine(first.id, group, scope, at in places, theirs[at], *places.get(at, (False, False)))
        for at, (first, group) in enumerate(zip(firsts, known.lines, strict=True))
    ]
    return _rows(scope, lines, lambda: TradeLine("", {}, scope))


def _is_told(group: Group, known: Statistics) -> bool:
    """Whether a line has something to say that no other line's sentence does."""
    parts = group.values()
    said = any(each.figure.amount.value or each.movement.kind for each in parts)
    return said and not all(each.figure.id in known.untold for each in parts)


def _in_paragraphs(told: list[int], firsts: list[Figure], theirs: list[bool]) -> dict[int, tuple[bool, bool]]:
    """Which of the lines that are told open and close: those on two countries share a paragraph while they are few."""
    places: dict[int, tuple[bool, bool]] = {}
    for _, alike in groupby(told, lambda at: frozenset((firsts[at].reporter, firsts[at].partner))):
        run = list(alike)
        first = next((at for at in run if not theirs[at]), None)
        places |= {at: (at == first, at == run[-1] or len(run) > TOGETHER) for at in run}
    return places


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

    found = sorted((each for each in statistics(scope).single.values() if not each.figure.is_row_of_goods), key=key)
    views = [scope.view(each.figure, each.path) for each in found]
    return _rows(scope, views, lambda: scope.missing(Figure(""), "figures"))


def main_goods(scope: Scope, flow: str) -> Rows:
    """The goods of a flow in its latest period, the largest first."""
    dossier = scope.dossier

    def made() -> Rows:
        views = [scope.view(each, row("figures", each.id)) for each in largest(dossier, flow)]
        return _rows(scope, views, lambda: scope.missing(Figure(""), "figures"))

    return scope.kept(("goods", flow), (dossier.figures, dossier.trade), made)


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
