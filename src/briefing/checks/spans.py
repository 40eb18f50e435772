"""Spans: the time of a figure as checks need it, with its like span a year before."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from briefing.dossier.figures import Period, day
from briefing.dossier.periods import show_period
from briefing.frozen import frozen

_TWO_YEARS = re.compile(r"(\D*)(\d{4})([-\u2013/])(\d{2}|\d{4})(\D*)")


@frozen
class When:
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
        found = Period(self.start, self.end).months
        return (found[2] - found[0]) * 12 + found[3] - found[1] + 1 if found else 0

    @property
    def is_moment(self) -> bool:
        """Whether it is one day: a stock or count as at a date."""
        return bool(self.start) and self.start == self.end

    @property
    def is_year(self) -> bool:
        """Whether it is a year from January to December."""
        return self.months == 12 and self.start.endswith("-01-01")

    def years_before(self, years: int) -> When | None:
        """The like span so many years earlier; None where there is none (open, or only named)."""
        if self.first is None or self.last is None:
            return self._named_before(years)
        if self.first.year <= years:
            return None
        ends = self.last.day == monthrange(self.last.year, self.last.month)[1]
        start, end = _moved(self.first, years, to_end=False), _moved(self.last, years, to_end=ends)
        return When(start.isoformat(), end.isoformat())

    def whole_year(self) -> When | None:
        """The calendar year that it lies in."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        return When(f"{self.first.year:04}-01-01", f"{self.first.year:04}-12-31")

    def holds(self, other: When) -> bool:
        """Whether the other lies wholly inside it, and is not the same."""
        if not (self.start and self.end and other.start and other.end) or self == other:
            return False
        return self.start <= other.start and other.end <= self.end

    def _named_before(self, years: int) -> When | None:
        """A fiscal year that has only its name: the year before 2022-23 is 2021-22."""
        found = _TWO_YEARS.fullmatch(self.label) if not (self.start or self.end) else None
        if found is None or (int(found[2]) + 1) % 100 != int(found[4]) % 100:
            return None
        first = int(found[2]) - years
        second = f"{first + 1:04}"[-len(found[4]) :]
        return replace(self, label=f"{found[1]}{first:04}{found[3]}{second}{found[5]}")


def when(period: Period) -> When:
    """The time of a period. What is no date counts as open; with neither day its label tells it from others."""
    start = period.start if day(period.start) else ""
    end = period.end if day(period.end) else ""
    return When(start, end, "" if start or end else period.label.strip())


def _moved(at: date, years: int, *, to_end: bool) -> date:
    year = at.year - years
    last = monthrange(year, at.month)[1]
    return date(year, at.month, last if to_end or at.day > last else at.day)
