"""Like periods: the same span of the year before, with which growth is compared."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

from briefing.dossier.figures import Period, day

_NAMED = re.compile(r"([^0-9]*)([0-9]{4})(?:([-/\u2013])([0-9]{4}|[0-9]{2}))?([^0-9]*)")


def year_before(period: Period) -> Period | None:
    """The like period a year earlier; None where there is none: an open one, or a name that tells no year.

    A fiscal year that has only its name moves by its name: before 2022-23 comes 2021-22.
    """
    first, last = day(period.start), day(period.end)
    if first is None or last is None:
        return _named_before(period) if not (period.start or period.end) else None
    if period.label or first.year <= 1:
        return None
    return replace(period, start=_a_year_before(first, is_end=False), end=_a_year_before(last, is_end=True))


def _a_year_before(at: date, *, is_end: bool) -> str:
    """The day a year before; the last day of a February stays the last of its month."""
    last = calendar.monthrange(at.year - 1, at.month)[1]
    ends_month = is_end and at.day == calendar.monthrange(at.year, at.month)[1]
    return date(at.year - 1, at.month, last if ends_month else min(at.day, last)).isoformat()


def _named_before(period: Period) -> Period | None:
    found = _NAMED.fullmatch(period.label)
    if found is None or (found[4] and (int(found[2]) + 1) % 100 != int(found[4]) % 100) or int(found[2]) < 2:
        return None
    first = int(found[2]) - 1
    second = found[3] + f"{first + 1:04}"[-len(found[4]) :] if found[4] else ""
    return replace(period, label=f"{found[1]}{first:04}{second}{found[5]}")
