"""Statistics: the figures of a dossier with what their table leaves open filled in, and found by what they are of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from briefing.checks.printed import Printed, Reading, not_below_zero, printed_amount
from briefing.checks.spans import When, when
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import Amount, Figure
from briefing.dossier.intervals import Interval
from briefing.dossier.model import Dossier
from briefing.dossier.partners import code_of
from briefing.dossier.paths import row
from briefing.dossier.table import default_of
from briefing.frozen import frozen

#: Measures of what stands at a date, as against what flows in a time.
STOCKS = ("fdi_stock", "fdi_outward_stock", "fdi_cumulative", "companies", "joint_ventures")
#: Measures that may be below nothing.
BOTH_WAYS = ("balance", "fdi_inflow", "investment", "fdi_stock", "fdi_outward_stock", "fdi_cumulative")
TRADE = ("total", "export", "import", "re_export", "balance")


@frozen
class Line:
    """What a series of figures is of: everything but the time. A target is another thing than what came about."""

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


#: How many earlier figures growth may have been counted from where it does not say.
_LOOKED_BACK = 12
_PARTS = ("measure", "scope", "reporter", "partner", "unit", "is_target")


@frozen
class Statistic:
    """One figure; `level` is its amount as printed, None where it has none that can be read.

    `taken` names what the figure leaves open and was taken from others beside it: scope, reporter.
    """

    figure: Figure
    line: Line
    time: When
    amount: Amount
    level: Printed | None
    taken: tuple[str, ...] = ()

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
        return self.reads()

    def reads(self, reading: Reading = Reading.ROUNDED) -> Interval | None:
        if self.level is None:
            return None
        found = self.level.reach(reading)
        return found if self.line.is_both_ways or self.level.number < 0 else not_below_zero(found)

    def shown(self, scale: str = "", unit: str = "") -> str:
        """The amount in words, its scale and unit only where they are not these."""
        return show_amount(self.amount, scale, unit)


class Statistics:
    """All figures of a dossier, in its order, and the way to them by line and time."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.all = _with_openings_filled([_settled(dossier, figure) for figure in dossier.figures])
        self._by_line: defaultdict[Line, list[Statistic]] = defaultdict(list)
        self._sorted: dict[Line, list[Statistic]] = {}
        self._by_all_but: dict[str, dict[object, list[Statistic]]] = {}
        self._by_place: defaultdict[tuple[Line, When], list[Statistic]] = defaultdict(list)
        for each in self.all:
            self._by_line[each.line].append(each)
            self._by_place[each.line, each.time].append(each)

    def lines(self) -> Iterator[tuple[Line, list[Statistic]]]:
        yield from self._by_line.items()

    def series(self, line: Line) -> Sequence[Statistic]:
        """All figures of one line, in the order of the dossier."""
        return self._by_line.get(line, ())

    def earlier(self, each: Statistic) -> Sequence[Statistic]:
        """Levels of a figure's line for times before its own, the latest first: a few, for more nobody looks back."""
        if each.line not in self._sorted:
            leveled = [other for other in self.series(each.line) if other.level is not None and other.time.end]
            self._sorted[each.line] = sorted(leveled, key=attrgetter("time.end"))
        found = self._sorted[each.line]
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
        found = [each for each in self.at(line, time) if each.level is not None]
        return found[0] if len(found) == 1 else _agreed(found, near) if found else None

    def levels(self, each: Statistic, measure: str) -> list[Statistic]:
        """All that has a level of another measure of the same table row, or that may be of it."""
        line = replace(each.line, measure=measure)
        return [other for other in self.alike(line, each.time, "scope", "reporter") if other.level is not None]

    def beside(self, each: Statistic, measure: str) -> Statistic | None:
        """Another measure of the same table row."""
        return self.level(replace(each.line, measure=measure), each.time, each)


@lru_cache(maxsize=16)
def _parts_but(*names: str) -> Callable[[Line], object]:
    return attrgetter(*(part for part in _PARTS if part not in names))


def _settled(dossier: Dossier, figure: Figure) -> Statistic:
    scale, unit = default_of(dossier, figure.measure)
    old, trade = figure.amount, dossier.trade
    amount = old
    if old.value and not (old.scale and old.unit):
        amount = replace(old, scale=old.scale or scale, unit=old.unit or unit)
    line = Line(
        figure.measure,
        figure.scope.strip().casefold(),
        code_of(figure.reporter or trade.reporter),
        code_of(figure.partner or trade.partner),
        amount.unit or unit,
        figure.status == "target",
    )
    return Statistic(figure, line, when(figure.period), amount, printed_amount(amount) if amount.value else None)


def _agreed(found: Sequence[Statistic], near: Statistic | None) -> Statistic | None:
    """The sharpest of several figures of one thing, those that are told alike first; None where they disagree."""
    if near is not None:
        for is_alike in (_is_taken_alike, _has_same_source, _has_same_status):
            found = [each for each in found if is_alike(each, near)] or found
    reaches = [reach for each in found if (reach := each.reads(Reading.LOOSE)) is not None]
    if max(reach.low for reach in reaches) > min(reach.high for reach in reaches):
        return None
    return min(found, key=_width)


def _is_taken_alike(one: Statistic, other: Statistic) -> bool:
    return one.taken == other.taken


def _has_same_source(one: Statistic, other: Statistic) -> bool:
    return one.figure.source == other.figure.source


def _has_same_status(one: Statistic, other: Statistic) -> bool:
    return one.figure.status == other.figure.status


def _width(each: Statistic) -> Decimal:
    assert each.reach is not None
    return each.reach.high - each.reach.low


def _with_openings_filled(found: list[Statistic]) -> tuple[Statistic, ...]:
    """Figures that do not say whose statistics, or which scope, as of those beside them, where these all say one."""
    return tuple(_filled(_filled(found, "reporter"), "scope"))


def _filled(found: list[Statistic], name: str) -> list[Statistic]:
    asked = [each for each in found if _is_open(each, name)]
    if not asked:
        return found
    said: defaultdict[object, set[str]] = defaultdict(set)
    there: defaultdict[object, list[Statistic]] = defaultdict(list)
    for each in found:
        value = getattr(each.line, name)
        if value and (name != "scope" or value in ("goods", "services", "goods_and_services")):
            said[_around(each, name)].add(value)
            there[_saying(each.line, name, ""), each.time].append(each)
    # What says otherwise of the same thing and time is evidently of another scope, or of another's statistics.
    apart = {
        _around(each, name)
        for each in asked
        for other in there[each.line, each.time]
        if each.reach is None or other.reach is None or not each.reach.meets(other.reach)
    }
    made = []
    for each in found:
        around = _around(each, name)
        if _is_open(each, name) and around not in apart and len(said[around]) == 1 and "services" not in said[around]:
            line = _saying(each.line, name, next(iter(said[around])))
            each = replace(each, line=line, taken=(*each.taken, name))
        made.append(each)
    return made


def _saying(line: Line, name: str, value: str) -> Line:
    return replace(line, reporter=value) if name == "reporter" else replace(line, scope=value)


def _is_open(each: Statistic, name: str) -> bool:
    return not getattr(each.line, name) and (name != "scope" or each.line.measure in TRADE)


def _around(each: Statistic, name: str) -> object:
    """What figures must share so that one can be taken to say what another leaves open."""
    line = each.line
    return line.partner if name == "reporter" else (line.partner, line.reporter)
