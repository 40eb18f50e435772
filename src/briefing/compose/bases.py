"""Bases: which figure of a dossier another one is measured from, its like period a year before or the one named."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.dossier.figures import Figure, Period, day
from briefing.dossier.like_periods import year_before

#: What a figure is of, and when.
_Place = tuple[str, ...]


class Bases:
    """The figures of a dossier by what they are of and when.

    One that stands there twice is nobody's base, for which of the two is right is not known; nor is a target.
    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._found: dict[_Place, Figure | None] = {}
        for figure in figures:
            if figure.amount.value and figure.status != "target":
                place = _place(figure, figure.period)
                self._found[place] = None if place in self._found else figure

    def base(self, figure: Figure) -> Figure | None:
        """What growth is measured from: the base that was named, where its period is as long, else the like one."""
        named = figure.change.base
        if not (named.start or named.end):
            return self.like(figure)
        base = Period(named.start, named.end)
        return self._at(figure, base) if _as_long(figure.period, base) else None

    def like(self, figure: Figure) -> Figure | None:
        """The figure of the same period a year before."""
        return self._at(figure, like_period(figure.period))

    def year(self, figure: Figure) -> Figure | None:
        """For a part of a year, the figure of the whole year before."""
        return self._at(figure, whole_year_before(figure.period))

    def _at(self, figure: Figure, period: Period | None) -> Figure | None:
        found = self._found.get(_place(figure, period)) if period is not None else None
        return None if found is figure else found


@lru_cache(maxsize=512)
def like_period(period: Period) -> Period | None:
    """The same period a year earlier, unless the two overlap or it would end before it begins."""
    before = year_before(period)
    if before is None or not period.start:
        return before
    return before if before.end < period.start <= period.end else None


@lru_cache(maxsize=512)
def whole_year_before(period: Period) -> Period | None:
    """The calendar year before, for what is part of one calendar year and not a date."""
    first, last = day(period.start), day(period.end)
    if first is None or last is None or not first < last or first.year != last.year or first.year < 2:
        return None
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return None
    return Period(f"{first.year - 1:04}-01-01", f"{first.year - 1:04}-12-31")


def month_count(period: Period) -> int:
    """How many whole months a period has; 0 where it is not made of them."""
    if period.months is None:
        return 0
    year, first, last_year, last = period.months
    return (last_year - year) * 12 + last - first + 1


def _place(figure: Figure, period: Period) -> _Place:
    of = (figure.measure, figure.scope, figure.reporter, figure.partner, figure.amount.unit)
    dated = bool(period.start or period.end)
    return (*of, period.start, period.end, "" if dated else period.label)


def _as_long(period: Period, base: Period) -> bool:
    """Whether two periods are equally long: in whole months where both are made of them, else in days."""
    if month_count(period) and month_count(base):
        return month_count(period) == month_count(base)
    first, last, before, until = (day(each) for each in (period.start, period.end, base.start, base.end))
    if first is None or last is None or before is None or until is None:
        return False
    return (last - first).days == (until - before).days
