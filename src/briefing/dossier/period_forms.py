"""The forms in which people write closed periods, each with its reader: months, quarters, half-years, fiscal years."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.dossier import dates
from briefing.dossier.dates import MONTH, MONTH_NUMBERS, month_name
from briefing.dossier.figures import Period
from briefing.dossier.period_words import months_of, show_months
from briefing.dossier.refusal import Refusal

YEAR = "([0-9]{4})"
_ORDINAL = {
    "1": 1, "i": 1, "first": 1, "1st": 1, "2": 2, "ii": 2, "second": 2, "2nd": 2,
    "3": 3, "iii": 3, "third": 3, "3rd": 3, "4": 4, "iv": 4, "fourth": 4, "4th": 4,
    "первое": 1, "первый": 1, "второе": 2, "второй": 2, "третий": 3, "четвертый": 4, "четвёртый": 4,
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
    "twelve": 12,
}
COUNT = "([0-9]{1,2}|" + "|".join(_COUNTS) + ")"
NTH = "(" + "|".join(sorted(_ORDINAL, key=len, reverse=True)) + ")"
MONTHS = r"(?:m|months?|мес\.?|месяц(?:а|ев)?)"


def _month(year: int, month: int) -> Period | Refusal:
    return months_of(year, month, year, month)


def _months(found: re.Match[str], text: str) -> Period | Refusal:
    """``January-September 2023``; over the turn of a year the years are asked for."""
    first, last, year = MONTH_NUMBERS[found[1]], MONTH_NUMBERS[found[2]], int(found[3])
    if first > last and dates.is_year(year - 1):
        reading = show_months(year - 1, first, year, last, short=False)
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
        shown = (f"FY {first}/{second}", show_months(first, 1, first + 1, 12, short=False))
        return Refusal(f"“{text}” can mean a fiscal year or both calendar years. Which is it?", shown)
    return months_of(first, 1, int(second), 12)


def _year_first(found: re.Match[str], text: str) -> Period | Refusal:
    year, first = int(found[1]), MONTH_NUMBERS[found[2]]
    return months_of(year, first, year, MONTH_NUMBERS[found[3]] if found[3] else first)


def _quarters(found: re.Match[str], text: str) -> Period | Refusal:
    first, last, year = (group for group in found.groups() if group)
    if not _ORDINAL[first] <= _ORDINAL[last] <= 4:
        return Refusal(f"“{text}” names quarters that do not follow each other.")
    return months_of(int(year), 3 * _ORDINAL[first] - 2, int(year), 3 * _ORDINAL[last])


Reader = Callable[[re.Match[str], str], Period | Refusal]

#: Compiled when the first period is read, by `re` itself: here they would take 3 ms of the start.
FORMS: tuple[tuple[str, Reader], ...] = (
    (YEAR, lambda found, text: months_of(int(found[1]), 1, int(found[1]), 12)),
    (rf"{MONTH} {YEAR}", lambda found, text: _month(int(found[2]), MONTH_NUMBERS[found[1]])),
    (rf"{MONTH} ?- ?{MONTH} {YEAR}", _months),
    (
        rf"{MONTH} {YEAR} ?- ?{MONTH} {YEAR}",
        lambda found, text: months_of(int(found[2]), MONTH_NUMBERS[found[1]], int(found[4]), MONTH_NUMBERS[found[3]]),
    ),
    (rf"{YEAR},? \(?{MONTH}(?:-{MONTH})?\)?", _year_first),
    (rf"(?:first )?{COUNT} ?{MONTHS} {YEAR}", _first_months),
    (rf"{YEAR},? ?\(?{COUNT} ?{MONTHS}\)?", _first_months),
    (rf"([0-9]{{1,2}})[./]{YEAR}", lambda found, text: _month(int(found[2]), int(found[1]))),
    (rf"{YEAR}(?:\.| ?m)([0-9]{{2}})", lambda found, text: _month(int(found[1]), int(found[2]))),
    (
        rf"h{NTH} {YEAR}|{NTH}h {YEAR}|{YEAR} ?h{NTH}|{NTH}(?: half(?:-year)?|(?:-?о?е)? полугодие) {YEAR}",
        lambda found, text: _numbered(found, 6),
    ),
    (
        rf"q{NTH} {YEAR}|{NTH}q {YEAR}|{YEAR} ?q{NTH}|{NTH}(?: quarter|(?:-?й)? (?:квартал|кв\.?)) {YEAR}",
        lambda found, text: _numbered(found, 3),
    ),
    (rf"q{NTH}-q?{NTH} {YEAR}|{NTH}-{NTH}(?: quarters| кварталы?| кв\.?) {YEAR}", _quarters),
    (rf"{YEAR} ?([-/]) ?([0-9]{{4}}|[0-9]{{2}})", _years),
    (
        r"(?:fy|fiscal year|financial year) ?(?:[0-9]{4}|[0-9]{2})(?:[-/](?:[0-9]{4}|[0-9]{2}))?",
        lambda found, text: Period(label=text, basis="fiscal"),
    ),
)
