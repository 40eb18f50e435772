"""Periods of whole months made from their numbers, and every period shown in English for the form."""

from __future__ import annotations

import calendar

from briefing.dossier import dates
from briefing.dossier.dates import month_name
from briefing.dossier.figures import Period, day
from briefing.dossier.refusal import Refusal


def months_of(year: int, first: int, last_year: int, last: int) -> Period | Refusal:
    """The period from the first day of one month to the last day of another, of the calendar."""
    for each in (year, last_year):
        if not dates.is_year(each):
            return dates.unlikely_year(str(each))
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return Refusal("A year has months 1 to 12.")
    if (year, first) > (last_year, last):
        return Refusal("This period would end before it begins.")
    end = calendar.monthrange(last_year, last)[1]
    return Period(f"{year}-{first:02}-01", f"{last_year}-{last:02}-{end:02}", basis="calendar")


def show_period(period: Period, short: bool = False) -> str:
    """``2022``, ``H1 2022``, ``Jan–Sep 2023`` (in full ``January–September 2023``), ``since 2005``; its label first."""
    if period.label:
        return period.label
    if period.start and not period.end:
        return f"since {_show_edge(period.start, first=True, short=short)}"
    if period.end and not period.start:
        return f"until {_show_edge(period.end, first=False, short=short)}"
    if period.start == period.end:
        return dates.show_date(period.start, short)
    months = period.months
    return _show_days(period, short) if months is None else show_months(*months, short=short)


def _show_edge(iso: str, first: bool, short: bool) -> str:
    """The open period's one day as the year or month that it begins or ends, else as the day."""
    found = day(iso)
    if found is None:
        return iso
    if (found.month, found.day) == ((1, 1) if first else (12, 31)):
        return str(found.year)
    if found.day == (1 if first else calendar.monthrange(found.year, found.month)[1]):
        return f"{month_name(found.month, short)} {found.year}"
    return dates.show_date(iso, short)


def show_months(year: int, first: int, last_year: int, last: int, short: bool) -> str:
    """Whole months of the calendar: ``2022``, ``H1 2022``, ``Jan–Sep 2023``, ``2020–2023``."""
    if year != last_year:
        if (first, last) == (1, 12) and last_year != year + 1:
            return f"{year}–{last_year}"
        return f"{month_name(first, short)} {year}–{month_name(last, short)} {last_year}"
    count = last - first + 1
    if count == 12:
        return str(year)
    if count == 1:
        return f"{month_name(first, short)} {year}"
    if count == 6 and first in (1, 7):
        return f"H{first // 6 + 1} {year}"
    if count == 3 and first % 3 == 1:
        return f"Q{first // 3 + 1} {year}"
    return f"{month_name(first, short)}–{month_name(last, short)} {year}"


def _show_days(period: Period, short: bool) -> str:
    first, last = day(period.start), day(period.end)
    if first is None or last is None:
        return f"{period.start}–{period.end}"
    begin = f"{first.day} {month_name(first.month, short)}"
    begin += "" if first.year == last.year else f" {first.year}"
    return f"{begin}–{dates.show_date(period.end, short)}"
