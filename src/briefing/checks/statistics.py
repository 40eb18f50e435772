"""Statistics: the figures of a dossier with what their table leaves open filled in, and found by what they are of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from briefing.checks.printed import Printed, Reading, printed_amount, reach_of
from briefing.checks.spans import When, when
from briefing.checks.understood import understood
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import Amount, Change, Figure
from briefing.dossier.intervals import Interval
from briefing.dossier.model import Dossier
from briefing.dossier.partners import code_of
from briefing.dossier.table_defaults import default_of
from briefing.frozen import frozen

#: Measures of what stands at a date, as against what flows in a time.
STOCKS = ("fdi_stock", "fdi_outward_stock", "fdi_cumulative", "companies", "joint_ventures")
#: Measures that may be below nothing.
BOTH_WAYS = ("balance", "fdi_inflow", "investment", "fdi_stock", "fdi_outward_stock", "fdi_cumulative")
TRADE = ("total", "export", "import", "re_export", "balance")
#: How many earlier figures growth may have been counted from where it does not say.
_LOOKED_BACK = 12
_NOTHING_SAID = Change()


class Line(NamedTuple):
    """What a series of figures is of: everything but the time. A target is another thing than what came about.

    A tuple, for it is looked up more often than anything else.
    """

    measure: str
    scope: str
    reporter: str
    partner: str
    unit: str
    is_target: bool = False

    @property
    def is_flow(self) -> bool:
        """Whether two times of it can be added: not what stands at a date, nor what nobody knows to flow."""
        return self.measure not in (*STOCKS, "persons") and not self.measure.startswith("other:")

    @property
    def is_both_ways(self) -> bool:
        return self.measure in BOTH_WAYS or self.measure.startswith("other:")

    def of(self, measure: str) -> Line:
        """The line of another measure of the same trade."""
        return Line(measure, self.scope, self.reporter, self.partner, self.unit, self.is_target)


@frozen(eq=False)
class Statistic:
    """One figure; `level` is its amount as printed, None where none can be read, and `reach` what it can be.

    `taken` names what the figure leaves open and was taken from others beside it: scope, reporter. `tells_growth`:
    whether anything is said of its growth. `kept` is what rules have worked out of it, for the others.
    """

    figure: Figure
    line: Line
    time: When
    amount: Amount
    level: Printed | None
    reach: Interval | None
    path: str
    change_path: str
    tells_growth: bool
    taken: tuple[str, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.figure.id

    def reads(self, reading: Reading) -> Interval | None:
        """What the level can be by another reading: never below nothing but for what flows both ways."""
        return None if self.level is None else reach_of(self.level, reading, signed=self.line.is_both_ways)

    def shown(self, scale: str = "", unit: str = "") -> str:
        """The amount in words, its scale and unit only where they are not these."""
        return show_amount(self.amount, scale, unit)


class Statistics:
    """All figures of a dossier, in its order, and the way to them by line and time."""

    def __init__(self, dossier: Dossier, settled: Sequence[Statistic]) -> None:
        self.dossier = dossier
        self.all = tuple(settled)
        self._by_line: defaultdict[Line, list[Statistic]] = defaultdict(list)
        self._by_place: defaultdict[tuple[Line, When], list[Statistic]] = defaultdict(list)
        for each in self.all:
            self._by_line[each.line].append(each)
            self._by_place[each.line, each.time].append(each)
        self.partners = {line.partner for line in self._by_line}
        self.scopes = {line.scope for line in self._by_line}
        self.measures = {line.measure for line in self._by_line}
        self._by_year: dict[Line, dict[str, list[Statistic]]] = {}
        self._sorted: dict[Line, list[Statistic]] = {}
        self._by_all_but: dict[str, dict[object, list[Statistic]]] = {}

    def lines(self) -> Sequence[Sequence[Statistic]]:
        """The figures of each line, in the order of the dossier."""
        return tuple(self._by_line.values())

    def series(self, line: Line) -> Sequence[Statistic]:
        """All figures of one line, in the order of the dossier."""
        return self._by_line.get(line, ())

    def places(self) -> Sequence[Sequence[Statistic]]:
        """The figures of each line and time: more than one where it is given twice."""
        return tuple(self._by_place.values())

    def within(self, each: Statistic) -> Sequence[Statistic]:
        """The levels of a figure's line whose time lies within its own, and is not the same."""
        start, end = each.time.start, each.time.end
        years = self._by_year.get(each.line)
        if years is None:
            years = self._by_year[each.line] = {}
            for other in self._by_line[each.line]:
                if other.level is not None and other.time.months:
                    years.setdefault(other.time.start[:4], []).append(other)
        found = years.get(start[:4], ()) if start[:4] == end[:4] else [one for many in years.values() for one in many]
        return [
            other
            for other in found
            if start <= other.time.start and other.time.end <= end and other.time is not each.time
            if other.time != each.time
        ]

    def earlier(self, each: Statistic) -> Sequence[Statistic]:
        """Levels of a figure's line for times before its own, the latest first: a few, for more nobody looks back."""
        found = self._sorted.get(each.line)
        if found is None:
            leveled = [other for other in self._by_line[each.line] if other.level is not None and other.time.end]
            found = self._sorted[each.line] = sorted(leveled, key=attrgetter("time.end"))
        at = bisect_left(found, each.time.start or each.time.end, key=attrgetter("time.end"))
        return found[max(0, at - _LOOKED_BACK) : at][::-1]

    def alike(self, line: Line, time: When, *but: str) -> Sequence[Statistic]:
        """The figures of one time whose line is like this one, but for these parts."""
        name, parts = ",".join(but), _parts_but(*but)
        if name not in self._by_all_but:
            found: defaultdict[object, list[Statistic]] = defaultdict(list)
            for other in self.all:
                found[parts(other.line), other.time].append(other)
            self._by_all_but[name] = found
        return self._by_all_but[name].get((parts(line), time), ())

    def at(self, line: Line, time: When | None) -> Sequence[Statistic]:
        """The figures of one line and time: more than one where it is given twice."""
        return self._by_place.get((line, time), ()) if time else ()

    def level(self, line: Line, time: When | None, near: Statistic | None = None) -> Statistic | None:
        """The figure of a line and time that has a level; None where there is none.

        Of several the one that is told as `near` is, by the same source; of those the one with the most digits. None
        where they do not agree: then nobody knows which is meant.
        """
        found = self._by_place.get((line, time), ()) if time else ()
        if len(found) > 1:
            found = [each for each in found if each.level is not None]
        if len(found) < 2:
            return found[0] if found and found[0].level is not None else None
        return _agreed(found, near)

    def levels(self, each: Statistic, measure: str) -> list[Statistic]:
        """All that has a level of another measure of the same table row, or that may be of it."""
        if measure not in self.measures:
            return []
        alike = self.alike(each.line.of(measure), each.time, "scope", "reporter")
        return [other for other in alike if other.level is not None]

    def beside(self, each: Statistic, measure: str) -> Statistic | None:
        """Another measure of the same table row."""
        return self.level(each.line.of(measure), each.time, each)


@lru_cache(maxsize=16)
def _parts_but(*names: str) -> Callable[[Line], object]:
    return attrgetter(*(part for part in Line._fields if part not in names))


def settled(dossier: Dossier, figure: Figure) -> Statistic:
    """A figure with what the table says of all of them."""
    scale, unit = default_of(dossier, figure.measure)
    amount, trade = figure.amount, dossier.trade
    if amount.value and not (amount.scale and amount.unit):
        amount = replace(amount, scale=amount.scale or scale, unit=amount.unit or unit)
    line = Line(
        figure.measure,
        figure.scope.strip().casefold() if figure.scope else "",
        code_of(figure.reporter or trade.reporter),
        code_of(figure.partner or trade.partner),
        amount.unit or unit,
        figure.status == "target",
    )
    level = printed_amount(amount) if amount.value else None
    reach = None if level is None else reach_of(level, Reading.ROUNDED, signed=line.is_both_ways)
    path = f"figures[{figure.id}]"
    change = figure.change
    says = change is not _NOTHING_SAID and change != _NOTHING_SAID
    if says and (change.claim or change.as_printed):
        figure = replace(figure, change=understood(change))
    return Statistic(
        figure, line, when(figure.period), amount, level, reach, f"{path}.amount", f"{path}.change", says
    )  # fmt: skip


def _agreed(found: Sequence[Statistic], near: Statistic | None) -> Statistic | None:
    """The sharpest of several figures of one thing, those that are told alike first; None where they disagree."""
    if near is not None:
        for is_alike in (_is_taken_alike, _has_same_source, _has_same_status):
            found = [each for each in found if is_alike(each, near)] or found
    reaches = [reach for each in found if (reach := each.reads(Reading.LOOSE)) is not None]
    if max(reach.low for reach in reaches) > min(reach.high for reach in reaches):
        return None
    return min(found, key=width)


def _is_taken_alike(one: Statistic, other: Statistic) -> bool:
    return one.taken == other.taken


def _has_same_source(one: Statistic, other: Statistic) -> bool:
    return one.figure.source == other.figure.source


def _has_same_status(one: Statistic, other: Statistic) -> bool:
    return one.figure.status == other.figure.status


def width(each: Statistic) -> Decimal:
    """How far apart the ends are of what a level can be."""
    assert each.reach is not None
    return each.reach.high - each.reach.low
