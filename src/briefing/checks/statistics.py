"""Statistics: the figures of a dossier with what their table leaves open filled in, and found by what they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from briefing.checks.printed import Printed, not_below_zero, printed_amount
from briefing.checks.spans import When, when
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import Amount, Figure
from briefing.dossier.intervals import Interval
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row
from briefing.dossier.table import default_of
from briefing.frozen import frozen

#: Measures of what stands at a date, as against what flows in a time.
STOCKS = ("fdi_stock", "fdi_outward_stock", "fdi_cumulative", "companies", "joint_ventures")
#: Measures that may be below nothing.
BOTH_WAYS = ("balance", "fdi_inflow", "investment", "fdi_stock", "fdi_outward_stock", "fdi_cumulative")


@frozen
class Line:
    """What a series of figures is of: everything but the time."""

    measure: str
    scope: str
    reporter: str
    partner: str
    unit: str


@frozen
class Statistic:
    """One figure; `level` is its amount as printed, None where it has none that can be read."""

    figure: Figure
    line: Line
    time: When
    amount: Amount
    level: Printed | None

    @property
    def id(self) -> str:
        return self.figure.id

    @property
    def path(self) -> str:
        return f"{row('figures', self.figure.id)}.amount"

    @property
    def change_path(self) -> str:
        return f"{row('figures', self.figure.id)}.change"

    @property
    def reach(self) -> Interval | None:
        """What the level can be: never below nothing but for a balance and for what flows both ways."""
        if self.level is None:
            return None
        found = self.level.reach()
        return found if self.line.measure in BOTH_WAYS or self.level.number < 0 else not_below_zero(found)

    def shown(self, scale: str = "", unit: str = "") -> str:
        """The amount in words, its scale and unit only where they are not these."""
        return show_amount(self.amount, scale, unit)


class Statistics:
    """All figures of a dossier, in its order, and the way to them by line and time."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.all = tuple(_settled(dossier, figure) for figure in dossier.figures)
        self._by_line: defaultdict[Line, list[Statistic]] = defaultdict(list)
        self._by_place: defaultdict[tuple[Line, When], list[Statistic]] = defaultdict(list)
        for each in self.all:
            self._by_line[each.line].append(each)
            self._by_place[each.line, each.time].append(each)

    def lines(self) -> Iterator[tuple[Line, list[Statistic]]]:
        yield from self._by_line.items()

    def series(self, line: Line) -> list[Statistic]:
        """All figures of one line, in the order of the dossier."""
        return self._by_line.get(line, [])

    def at(self, line: Line, time: When | None) -> list[Statistic]:
        """The figures of one line and time: more than one where it is given twice."""
        return self._by_place.get((line, time), []) if time else []

    def level(self, line: Line, time: When | None) -> Statistic | None:
        """The one figure of a line and time that has a level; None where there is none, or where there are two."""
        found = [each for each in self.at(line, time) if each.level is not None]
        return found[0] if len(found) == 1 else None

    def beside(self, each: Statistic, measure: str) -> Statistic | None:
        """Another measure of the same table row."""
        return self.level(replace(each.line, measure=measure), each.time)


def _settled(dossier: Dossier, figure: Figure) -> Statistic:
    scale, unit = default_of(dossier, figure.measure)
    old, trade = figure.amount, dossier.trade
    amount = replace(old, scale=old.scale or scale, unit=old.unit or unit) if old.value else old
    line = Line(
        figure.measure,
        figure.scope,
        figure.reporter or trade.reporter,
        figure.partner or trade.partner,
        amount.unit or unit,
    )
    return Statistic(figure, line, when(figure.period), amount, printed_amount(amount) if amount.value else None)
