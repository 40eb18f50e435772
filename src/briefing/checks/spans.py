"""Spans: the time of a figure as checks need it, with its like span a year before."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefing.dossier.figures import Period, day
from briefing.dossier.periods import read_period, show_period

_TWO_YEARS = re.compile(r"(\D*)(\d{4})([-\u2013/])(\d{2}|\d{4})(\D*)")
_ONE_YEAR = re.compile(r"(\D*)(\d{4})(\D*)")


class When(NamedTuple):
    """First and last day in ISO 8601, either empty where the time is open; the label only where neither is there."""

    start: str = ""
    end: str = ""
    label: str = ""

    @property
    def words(self) -> str:
        """The time in full words: ``January–September 2023``."""
        return show_period(Period(self.start, self.end, self.label))

    @property
    def first(self) -> date | None:
        return day(self.start)

    @property
    def last(self) -> date | None:
        return day(self.end)

    @property
    def months(self) -> int:
        """How many whole months; 0 where it is not made of whole months."""
        return _months(self.start, self.end)

    @property
    def days(self) -> int:
        """How many days; 0 where it is open."""
        first, last = self.first, self.last
        return (last - first).days + 1 if first and last else 0

    @property
    def is_moment(self) -> bool:
        """Whether it is one day: a stock or count as at a date."""
        return bool(self.start) and self.start == self.end

    @property
    def is_year(self) -> bool:
        """Whether it is a year from January to December."""
        return self.start[4:] == "-01-01" and self.end == f"{self.start[:4]}-12-31"

    @property
    def is_part_of_year(self) -> bool:
        """Whether it is less than a calendar year, and lies within one."""
        within = bool(self.start and self.end) and self.start[:4] == self.end[:4]
        return within and self.start < self.end and not self.is_year

    def years_before(self, years: int) -> When | None:
        """The like span so many years earlier; None where there is none (open, or only named)."""
        return _years_before(self, years)

    def just_before(self) -> When | None:
        """The time of as many months that ends on the day before it begins; None where it is not of whole months."""
        first, months = self.first, self.months
        if first is None or not months:
            return None
        begin = first.year * 12 + first.month - 1 - months
        last = date.fromordinal(first.toordinal() - 1)
        return When(date(begin // 12, begin % 12 + 1, 1).isoformat(), last.isoformat()) if begin >= 12 else None

    def whole_year(self) -> When | None:
        """The calendar year that it lies in."""
        if not (self.start and self.end) or self.start[:4] != self.end[:4]:
            return None
        return When(f"{self.start[:4]}-01-01", f"{self.start[:4]}-12-31")

    def holds(self, other: When) -> bool:
        """Whether the other lies wholly inside it, and is not the same."""
        if not (self.start and self.end and other.start and other.end) or self == other:
            return False
        return self.start <= other.start and other.end <= self.end

    def is_before(self, other: When) -> bool:
        """Whether it ends before the other begins or, where the other only stands at its end, before that."""
        return bool(self.end) and self.end < (other.start or other.end)


def when(period: Period) -> When:
    """The time of a period. What is no date counts as open; with neither day its label tells it from others.

    A label that can be read as a period in one way is read so.
    """
    return _when(period.start, period.end, period.label)


@lru_cache(maxsize=4096)
def _when(start: str, end: str, label: str) -> When:
    start, end = start if day(start) else "", end if day(end) else ""
    if start and end and end < start:
        return When(label=f"{start}/{end}")  # no time at all: it is like no other
    if start or end:
        return When(start, end)
    label = label.strip()
    read = read_period(label) if label else None
    return When(read.start, read.end) if isinstance(read, Period) and (read.start or read.end) else When(label=label)


@lru_cache(maxsize=4096)
def _months(start: str, end: str) -> int:
    found = Period(start, end).months
    return (found[2] - found[0]) * 12 + found[3] - found[1] + 1 if found else 0


@lru_cache(maxsize=4096)
def _years_before(time: When, years: int) -> When | None:
    first, last = time.first, time.last
    if first is None or last is None:
        return None if time.start or time.end else _named_before(time, years)
    if first.year <= years:
        return None
    ends = last.day == monthrange(last.year, last.month)[1]
    start, end = _moved(first, years, to_end=False), _moved(last, years, to_end=ends)
    return When(start.isoformat(), end.isoformat())


def _named_before(time: When, years: int) -> When | None:
    """A fiscal year that has only its name: the year before 2022-23 is 2021-22, and before FY2022 it is FY2021."""
    if one := _ONE_YEAR.fullmatch(time.label):
        return When(label=f"{one[1]}{int(one[2]) - years:04}{one[3]}")
    found = _TWO_YEARS.fullmatch(time.label)
    if found is None or (int(found[2]) + 1) % 100 != int(found[4]) % 100:
        return None
    first = int(found[2]) - years
    second = f"{first + 1:04}"[-len(found[4]) :]
    return When(label=f"{found[1]}{first:04}{found[3]}{second}{found[5]}")


def _moved(at: date, years: int, *, to_end: bool) -> date:
    year = at.year - years
    last = monthrange(year, at.month)[1]
    return date(year, at.month, last if to_end or at.day > last else at.day)
