"""Statistics: the figures of a dossier, each with what may be said of its movement and what it is measured from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.compose.bases import Bases
from briefing.compose.movement import Movement, movement
from briefing.compose.percents import Percent
from briefing.compose.views import Scope
from briefing.dossier.figures import TRADE_MEASURES, Figure, Rank, Share
from briefing.dossier.goods import traded_goods
from briefing.dossier.intervals import exact_value
from briefing.dossier.paths import row
from briefing.dossier.table_defaults import default_of

#: What a reader must know of figures that may still change.
OPEN_STATUSES = frozenset({"provisional", "revised", "estimate", "target"})


@dataclass(frozen=True, eq=False)
class Statistic:
    """A figure and its movement. `like` is the same figure of a year before, whatever was typed of growth.

    `tells_base`: its sentence gives the base's amount too, because no sentence of the base's own does.
    """

    figure: Figure
    movement: Movement
    like: Figure | None = None
    tells_base: bool = True

    @property
    def path(self) -> str:
        return row("figures", self.figure.id)

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to say of it but its amount."""
        figure = self.figure
        return (
            self.movement == Movement()
            and bool(figure.amount.value)
            and (figure.share, figure.rank) == (Share(), Rank())
            and figure.status not in OPEN_STATUSES
        )


#: The figures of one period that share a sentence, by measure; one that stands alone under the name of that.
Group = dict[str, Statistic]
ALONE = "alone"
#: What a figure is measured from, the whole year before it, and the like figure.
_Around = tuple[Figure | None, Figure | None, Figure | None]


@dataclass(frozen=True, eq=False)
class Statistics:
    """The figures in the order of the dossier: those of the trade table by its rows, and the others by their ids."""

    lines: tuple[Group, ...]
    single: Mapping[str, Statistic]
    #: The figures that have no sentence of their own: each is named in the one sentence that is measured from it.
    untold: frozenset[str]


def statistics(scope: Scope) -> Statistics:
    """All that may be said of the figures; the very same while figures and table are the same."""
    dossier = scope.dossier
    return scope.kept("statistics", (dossier.figures, dossier.trade), lambda: _statistics(scope))


def _statistics(scope: Scope) -> Statistics:
    figures = [_settled(figure, scope) for figure in scope.dossier.figures]
    bases = Bases(figures)
    groups = [_group(group, scope, bases) for group in _rows(figures)]
    untold = frozenset(_untold(groups))

    def placed(group: Group) -> Group:
        told = [each for each in group.values() if (base := each.movement.base) is not None and base.id not in untold]
        if not told:
            return group
        key, made_from = ("placed", told[0].figure.id), (*group.values(), *(each for each in told))
        return scope.kept(key, made_from, lambda: _placed(group, told))

    placed_groups = [placed(group) for group in groups]
    return Statistics(
        tuple(group for group in placed_groups if ALONE not in group),
        {group[ALONE].figure.id: group[ALONE] for group in placed_groups if ALONE in group},
        untold,
    )


def _placed(group: Group, told: list[Statistic]) -> Group:
    return {name: replace(each, tells_base=False) if each in told else each for name, each in group.items()}


def _rows(figures: Sequence[Figure]) -> Iterator[dict[str, Figure]]:
    """The rows of the trade table, and each other figure alone.

    A figure that is in the table twice begins another row: none is ever hidden. One product of exports or imports is
    a row of goods, unless there is a total of trade in it.
    """
    traded = traded_goods(figures)
    found: dict[tuple[object, ...], dict[str, Figure]] = {}
    for figure in figures:
        if figure.measure not in TRADE_MEASURES or (figure.is_row_of_goods and figure.scope not in traded):
            found[figure.id,] = {ALONE: figure}
            continue
        period = figure.period
        nth, of = 0, (period.start, period.end, period.label, figure.reporter, figure.partner, figure.scope)
        while figure.measure in found.get((nth, *of), ()):
            nth += 1
        found.setdefault((nth, *of), {})[figure.measure] = figure
    yield from found.values()


def _group(group: dict[str, Figure], scope: Scope, bases: Bases) -> Group:
    """The statistics of one row; the very same while its figures and their bases are the same."""
    around = {name: bases.of(figure) for name, figure in group.items()}
    made_from = (*group.values(), *(each for three in around.values() for each in three))
    key = ("group", next(iter(group.values())).id, *group)
    return scope.kept(key, made_from, lambda: _alike(group, around))


def _alike(group: dict[str, Figure], around: Mapping[str, _Around]) -> Group:
    """The statistics of one row, their computed percentages with the same number of decimals.

    Office for National Statistics, service manual: the same number of decimals in a series of percentages.
    """

    def made(decimals: int) -> Group:
        return {
            name: Statistic(figure, movement(figure, *around[name][:2], decimals), around[name][2])
            for name, figure in group.items()
        }

    found = made(1)
    decimals = {
        Percent(each.movement.percent).decimals
        for each in found.values()
        if each.movement.counted and each.movement.percent
    }
    return made(min(decimals)) if len(decimals) > 1 else found


def _named_by(each: Statistic) -> Figure | None:
    """The base whose amount its sentence gives; what was called unchanged gives only its own."""
    base = each.movement.base
    if base is None or (
        each.movement.kind == "unchanged" and exact_value(base.amount) != exact_value(each.figure.amount)
    ):
        return None
    return base


def _untold(groups: Sequence[Group]) -> Iterator[str]:
    """The figures whose amounts the sentences measured from them give, and of which nothing else is to be said.

    A row of the table has its own sentence as soon as one of its figures needs it.
    """
    named = {base.id for group in groups for each in group.values() if (base := _named_by(each)) is not None}
    for group in groups:
        if all(each.is_bare and each.figure.id in named for each in group.values()):
            yield from (each.figure.id for each in group.values())


def _settled(figure: Figure, scope: Scope) -> Figure:
    """The figure with what its table says for all: whose statistics, with whom, scale and unit."""
    dossier, amount = scope.dossier, figure.amount
    scale, unit = default_of(dossier, figure.measure) if amount.value else ("", "")
    reporter, partner = figure.reporter or dossier.trade.reporter, figure.partner or dossier.trade.partner
    # What is given in units without a currency is a count.
    scale, unit = amount.scale or scale, amount.unit or ("" if amount.scale == "unit" else unit)
    if (reporter, partner, scale, unit) == (figure.reporter, figure.partner, amount.scale, amount.unit):
        return figure
    return _filled(figure, reporter, partner, scale, unit)


@lru_cache(maxsize=2048)
def _filled(figure: Figure, reporter: str, partner: str, scale: str, unit: str) -> Figure:
    """The very same for the same figure, so that nothing made from it is made again."""
    return replace(figure, reporter=reporter, partner=partner, amount=replace(figure.amount, scale=scale, unit=unit))
