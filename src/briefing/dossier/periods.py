"""Periods as people type them, read to their first and last day or refused; and shown in English for the form."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from briefing.dossier import dates
from briefing.dossier.dates import MONTH, MONTH_NUMBERS, month_name
from briefing.dossier.figures import Period, day
from briefing.dossier.refusal import Refusal, foreign_digit

_YEAR = "([0-9]{4})"
_ORDINAL = {
    "1": 1, "i": 1, "first": 1, "1st": 1, "2": 2, "ii": 2, "second": 2, "2nd": 2,
    "3": 3, "iii": 3, "third": 3, "3rd": 3, "4": 4, "iv": 4, "fourth": 4, "4th": 4,
}  # fmt: skip
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
}
_COUNT = "([0-9]{1,2}|" + "|".join(_COUNTS) + ")"
_NTH = "(" + "|".join(sorted(_ORDINAL, key=len, reverse=True)) + ")"
_RELATIVE = re.compile(
    r"(?:last|this|next|current|previous) (?:year|month|quarter|half|half-year)|so far this year|ytd"
)
_SINCE = re.compile(r"(?:since|from|с|со) (.+)")
_UNTIL = re.compile(r"(?:until|till|up to) (.+)")
_AS_OF = re.compile(r"(?:as|as at|at|on|на) (.+)")
_RANGE = re.compile(r"(.*[^-]) ?(?:-| to ) ?([^-].*)")


def read_period(text: str) -> Period | Refusal:
    """The period in what a person typed, with its first and last day.

    A fiscal year ("2022-23") keeps its label and no days: which months it has differs from country to country.
    """
    if refusal := foreign_digit(text):
        return refusal
    if not text.strip():
        return Refusal("Please write a period, such as 2022 or Jan–Sep 2023.")
    small = re.sub(r"\b(?:of|the|for|за)\b ?", "", dates.small_text(text)).strip()
    if _RELATIVE.fullmatch(small):
        return Refusal(f"“{text.strip()}” depends on when it is read. Please write the year.")
    for pattern, read in _FORMS:
        if found := re.fullmatch(pattern, small):
            return read(found, text.strip())
    if found := _SINCE.fullmatch(small):
        begin = read_period(found[1])
        return begin if isinstance(begin, Refusal) else _open(Period(start=begin.start), text)
    if found := _UNTIL.fullmatch(small):
        end = read_period(found[1])
        return end if isinstance(end, Refusal) else _open(Period(end=end.end), text)
    return _days(small, text.strip())


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
    return _show_days(period, short) if months is None else _show_months(*months, short=short)


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


def _months(found: re.Match[str], text: str) -> Period | Refusal:
    """``January-September 2023``; over the turn of a year the years are asked for."""
    first, last, year = MONTH_NUMBERS[found[1]], MONTH_NUMBERS[found[2]], int(found[3])
    if first > last and dates.is_year(year - 1):
        reading = _show_months(year - 1, first, year, last, short=False)
        return Refusal(f"“{text}” would end before it begins. Is it {reading}?", (reading,))
    return months_of(year, first, year, last)


def _numbered(found: re.Match[str], size: int) -> Period | Refusal:
    """The n-th half-year or quarter; `size` is its number of months."""
    groups = [group for group in found.groups() if group]
    year = next(group for group in groups if len(group) == 4 and group.isdigit())
    groups.remove(year)
    nth = _ORDINAL[groups[0]]
    if nth * size > 12:
        return Refusal(f"A year has only {12 // size} of them, so there is no number {nth}.")
    return months_of(int(year), (nth - 1) * size + 1, int(year), nth * size)


def _first_months(found: re.Match[str], text: str) -> Period | Refusal:
    year = next(group for group in found.groups() if len(group) == 4 and group.isdigit())
    count = next(group for group in found.groups() if group != year)
    months = _COUNTS.get(count) or int(count)
    if not 1 <= months <= 12:
        return Refusal(f"“{text}” names {count} months of one year.")
    return months_of(int(year), 1, int(year), months)


def _years(found: re.Match[str], text: str) -> Period | Refusal:
    """``2022-23`` is a fiscal year, ``2022-09`` a month, ``2011-12`` can be both; ``2020-2023`` a span of years."""
    first, mark, second = int(found[1]), found[2], found[3]
    follows = f"{first + 1}".endswith(second)
    fiscal = Period(label=text, basis="fiscal")
    if len(second) == 2:
        is_month = 1 <= int(second) <= 12
        if follows and is_month:
            shown = (f"FY {first}/{second}", f"{month_name(int(second), False)} {first}")
            return Refusal(f"“{text}” can mean the fiscal year {first}/{second} or {shown[1]}. Which is it?", shown)
        if follows:
            return fiscal if dates.is_year(first) else dates.unlikely_year(str(first))
        if is_month and mark == "-":
            return months_of(first, int(second), first, int(second))
        return Refusal(f"“{text}” names two years that do not follow each other.")
    if follows:
        shown = (f"FY {first}/{second}", _show_months(first, 1, first + 1, 12, short=False))
        return Refusal(f"“{text}” can mean a fiscal year or both calendar years. Which is it?", shown)
    return months_of(first, 1, int(second), 12)


def _days(small: str, text: str) -> Period | Refusal:
    """A date, or two with a dash between them; the first may leave its year to the second."""
    bare = _AS_OF.fullmatch(small)
    whole = dates.read_date(bare[1] if bare else small)
    if isinstance(whole, str):
        return Period(whole, whole, basis="calendar")
    if whole.readings:
        return whole
    if found := _RANGE.fullmatch(small):
        last = dates.read_date(found[2])
        first = dates.read_date(found[1])
        if isinstance(last, str) and isinstance(first, Refusal):
            first = dates.read_date(f"{found[1]} {last[:4]}")
        if isinstance(first, str) and isinstance(last, str):
            if first > last:
                return Refusal("This period would end before it begins.")
            return Period(first, last, basis="calendar")
    if re.search(r"[0-9]", small) and ("day" in whole.message or "year" in whole.message):
        return whole
    return Refusal(f"“{text}” cannot be read as a period. Try 2022, Jan–Sep 2023, Q1 2024 or since 2005.")


def _open(period: Period, text: str) -> Period | Refusal:
    if not (period.start or period.end):
        return Refusal(f"“{text.strip()}” does not say on which day. Please write a month or a date.")
    return Period(period.start, period.end, basis="calendar")


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


def _show_months(year: int, first: int, last_year: int, last: int, short: bool) -> str:
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


Reader = Callable[[re.Match[str], str], Period | Refusal]

#: Compiled when the first period is read, by `re` itself: here they would take 3 ms of the start.
_FORMS: tuple[tuple[str, Reader], ...] = (
    (_YEAR, lambda found, text: months_of(int(found[1]), 1, int(found[1]), 12)),
    (rf"{MONTH} {_YEAR}", lambda found, text: _months_once(found)),
    (rf"{MONTH} ?- ?{MONTH} {_YEAR}", _months),
    (
        rf"{MONTH} {_YEAR} ?- ?{MONTH} {_YEAR}",
        lambda found, text: months_of(int(found[2]), MONTH_NUMBERS[found[1]], int(found[4]), MONTH_NUMBERS[found[3]]),
    ),
    (rf"(?:first )?{_COUNT} ?(?:m|months?|мес\.?|месяц(?:а|ев)?) {_YEAR}", _first_months),
    (rf"{_YEAR} ?{_COUNT} ?m", _first_months),
    (
        rf"h{_NTH} {_YEAR}|{_NTH}h {_YEAR}|{_YEAR} ?h{_NTH}|{_NTH}(?: half(?:-year)?|(?:-?о?е)? полугодие) {_YEAR}",
        lambda found, text: _numbered(found, 6),
    ),
    (
        rf"q{_NTH} {_YEAR}|{_NTH}q {_YEAR}|{_YEAR} ?q{_NTH}|{_NTH}(?: quarter|(?:-?й)? квартал) {_YEAR}",
        lambda found, text: _numbered(found, 3),
    ),
    (rf"{_YEAR} ?([-/]) ?([0-9]{{4}}|[0-9]{{2}})", _years),
    (
        rf"(?:fy|fiscal year|financial year) ?{_YEAR}(?:[-/](?:[0-9]{{4}}|[0-9]{{2}}))?",
        lambda found, text: Period(label=text, basis="fiscal"),
    ),
)


def _months_once(found: re.Match[str]) -> Period | Refusal:
    month, year = MONTH_NUMBERS[found[1]], int(found[2])
    return months_of(year, month, year, month)
