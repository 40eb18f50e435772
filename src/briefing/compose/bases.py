"""Bases: which figure of a dossier another one is measured from, its like period a year before or the one named."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.dossier.figures import Figure, Period, day
from briefing.dossier.like_periods import year_before

_Of = tuple[str, str, str, str, str]
_Time = tuple[str, str, str]
#: What a figure is of, and when.
_Place = tuple[str, str, str, str, str, _Time]


class Bases:
    """The figures of a dossier by what they are of and when.

    One that stands there twice is nobody's base, for which of the two is right is not known; nor is a target.
    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._found: dict[_Place, Figure | None] = {}
        for figure in figures:
            if figure.amount.value and figure.status != "target":
                place = (*_of(figure), _time(figure.period))
                self._found[place] = None if place in self._found else figure

    def of(self, figure: Figure) -> tuple[Figure | None, Figure | None, Figure | None]:
        """The base that growth is measured from, the whole year before a part of one, and the like figure.

        The base is the one that was named, where its period is as long, else the like one: the figure of the same
        period a year before.
        """
        of, named, time = _of(figure), figure.change.base, _time(figure.period)
        like, year = self._at(figure, of, _like(*time)), self._at(figure, of, _whole_year_before(*time))
        if not (named.start or named.end):
            return like, year, like
        base = Period(named.start, named.end)
        return (self._at(figure, of, _time(base)) if _as_long(figure.period, base) else None), year, like

    def _at(self, figure: Figure, of: _Of, time: _Time | None) -> Figure | None:
        found = self._found.get((*of, time)) if time is not None else None
        return None if found is figure else found


def like_period(period: Period) -> Period | None:
    """The same period a year earlier, unless the two overlap or it would end before it begins."""
    time = _like(*_time(period))
    return Period(*time) if time is not None else None


def whole_year_before(period: Period) -> Period | None:
    """The calendar year before, for what is part of one calendar year and not a date."""
    time = _whole_year_before(*_time(period))
    return Period(*time) if time is not None else None


@lru_cache(maxsize=1024)
def _like(start: str, end: str, label: str) -> _Time | None:
    before = year_before(Period(start, end, label))
    if before is None or (start and not before.end < start <= end):
        return None
    return _time(before)


@lru_cache(maxsize=1024)
def _whole_year_before(start: str, end: str, _label: str) -> _Time | None:
    first, last = day(start), day(end)
    if first is None or last is None or not first < last or first.year != last.year or first.year < 2:
        return None
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return None
    return f"{first.year - 1:04}-01-01", f"{first.year - 1:04}-12-31", ""


def month_count(period: Period) -> int:
    """How many whole months a period has; 0 where it is not made of them."""
    if period.months is None:
        return 0
    year, first, last_year, last = period.months
    return (last_year - year) * 12 + last - first + 1


def _of(figure: Figure) -> _Of:
    return figure.measure, figure.scope, figure.reporter, figure.partner, figure.amount.unit


def _time(period: Period) -> _Time:
    """The days of a period, or its label where it has none."""
    return period.start, period.end, "" if period.start or period.end else period.label


def _as_long(period: Period, base: Period) -> bool:
    """Whether two periods are equally long: in whole months where both are made of them, else in days."""
    if month_count(period) and month_count(base):
        return month_count(period) == month_count(base)
    first, last, before, until = (day(each) for each in (period.start, period.end, base.start, base.end))
    if first is None or last is None or before is None or until is None:
        return False
    return (last - first).days == (until - before).days
