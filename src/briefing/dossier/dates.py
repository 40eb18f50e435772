"""Dates and times of day as people type them, read to ISO 8601 or refused with the reason; and shown in English."""

from __future__ import annotations

import calendar
import re
from datetime import date

from briefing.dossier.figures import day
from briefing.dossier.refusal import Refusal, foreign_digit

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: Years that a meeting or a statistic can be of.
FIRST_YEAR, LAST_YEAR = 1900, 2100

_RUSSIAN = (
    "январь|января|январе|янв", "февраль|февраля|феврале|фев", "март|марта|марте|мар", "апрель|апреля|апреле|апр",
    "май|мая|мае", "июнь|июня|июне|июн", "июль|июля|июле|июл", "август|августа|августе|авг",
    "сентябрь|сентября|сентябре|сент|сен", "октябрь|октября|октябре|окт", "ноябрь|ноября|ноябре|ноя|нояб",
    "декабрь|декабря|декабре|дек",
)  # fmt: skip
MONTH_NUMBERS: dict[str, int] = {
    **{name.casefold(): at for at, name in enumerate(MONTHS, 1)},
    **{name[:3].casefold(): at for at, name in enumerate(MONTHS, 1)},
    "sept": 9,
    **{name: at for at, names in enumerate(_RUSSIAN, 1) for name in names.split("|")},
}
#: A month's name in a text in small letters, as one unnamed group.
MONTH = "(" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"

# Compiled when the first date is read, by `re` itself: here they would take 4 ms of the start.
_ISO = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
_DOTTED = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
_SLASHED = r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})"
_DAY_FIRST = rf"([0-9]{{1,2}})(?:st|nd|rd|th)? ?(?:of )?{MONTH},? ([0-9]{{4}})"
_MONTH_FIRST = rf"{MONTH} ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})"
_NO_YEAR = rf"[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}[./][0-9]{{1,2}}\.?"
_SHORT_YEAR = r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2}"
_MONTH_YEAR = rf"{MONTH} ([0-9]{{4}})"
_YEAR_MONTH = r"([0-9]{4})-([0-9]{2})"
_WEEKDAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day|s|r|rs)?\.?,? "
_TIME = r"([0-9]{1,2})(?:[:.h ]([0-9]{2})|h)? ?(am|pm|a\.m\.|p\.m\.)?"
_TIME_PACKED = r"([0-9]{2})([0-9]{2})"


def read_date(text: str) -> str | Refusal:
    """The day as ``YYYY-MM-DD``. Dotted dates are day first; ``11/12/2023`` is refused with both readings."""
    if refusal := foreign_digit(text):
        return refusal
    small = small_text(text)
    weekday = re.match(_WEEKDAY, small)
    body = small[weekday.end() :] if weekday else small
    if found := re.fullmatch(_ISO, body):
        read = _day(int(found[1]), int(found[2]), int(found[3]))
    elif found := re.fullmatch(_DOTTED, body):
        read = _day(int(found[3]), int(found[2]), int(found[1]))
    elif found := re.fullmatch(_SLASHED, body):
        read = _either_way(text, int(found[1]), int(found[3]), int(found[4]))
    elif found := re.fullmatch(_DAY_FIRST, body):
        read = _day(int(found[3]), MONTH_NUMBERS[found[2]], int(found[1]))
    elif found := re.fullmatch(_MONTH_FIRST, body):
        read = _day(int(found[3]), MONTH_NUMBERS[found[1]], int(found[2]))
    elif re.fullmatch(_NO_YEAR, body):
        return Refusal("Please add the year.")
    elif re.fullmatch(_SHORT_YEAR, body):
        return Refusal("Please write the year with four digits.")
    else:
        return Refusal(f"“{text.strip()}” cannot be read as a date. Try 22 November 2023 or 22.11.2023.")
    return _with_weekday(read, weekday[1]) if weekday and isinstance(read, str) else read


def show_date(iso: str, short: bool = False) -> str:
    """``22 November 2023``, or ``22 Nov 2023``; a text that is no ISO date is shown as it is."""
    found = day(iso)
    return iso if found is None else f"{found.day} {month_name(found.month, short)} {found.year}"


def read_partial_date(text: str) -> str | Refusal:
    """A year (``2021``), a month (``2021-05``) or a day, in ISO 8601 of reduced precision."""
    small = small_text(text)
    if re.fullmatch(r"[0-9]{4}", small):
        return small if is_year(int(small)) else unlikely_year(small)
    month = re.fullmatch(_MONTH_YEAR, small)
    iso = re.fullmatch(_YEAR_MONTH, small)
    if month is None and iso is None:
        return read_date(text)
    year, number = (int(month[2]), MONTH_NUMBERS[month[1]]) if month else (int(iso[1]), int(iso[2])) if iso else (0, 0)
    if not 1 <= number <= 12:
        return Refusal(f"There is no month {number}.")
    return f"{year}-{number:02}" if is_year(year) else unlikely_year(str(year))


def show_partial_date(text: str, short: bool = False) -> str:
    """``2021``, ``May 2021`` or ``22 November 2023``; a text that is none of them is shown as it is."""
    found = re.fullmatch(_YEAR_MONTH, text)
    if found and 1 <= int(found[2]) <= 12:
        return f"{month_name(int(found[2]), short)} {found[1]}"
    return show_date(text, short)


def read_time(text: str) -> str | Refusal:
    """The time of day as ``HH:MM`` of 24 hours: ``10``, ``10:00``, ``10.30``, ``14h30``, ``9am``, ``0930``."""
    if refusal := foreign_digit(text):
        return refusal
    small = small_text(text)
    found = re.fullmatch(_TIME_PACKED, small) or re.fullmatch(_TIME, small)
    if found is None:
        return Refusal(f"“{text.strip()}” cannot be read as a time. Try 10:00.")
    hour, minute = int(found[1]), int(found[2] or 0)
    half = found[3][0] if len(found.groups()) == 3 and found[3] else ""
    if half and not 1 <= hour <= 12:
        return Refusal(f"“{text.strip()}” is no time: {hour} has no morning or afternoon.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return Refusal(f"“{text.strip()}” is no time of day: it goes from 00:00 to 23:59.")
    return f"{hour:02}:{minute:02}"


def small_text(text: str) -> str:
    """The text in small letters with plain blanks and hyphens, without the words for "year" that end Russian dates."""
    small = re.sub(r"\s*[\u2010-\u2015\u2212]\s*", "-", text.casefold())
    small = re.sub(r"\s+", " ", small).strip(" ,;")
    return re.sub(r"(?<=[0-9]) ?(?:гг\.?|г\.?|года|году|год)$", "", small)


def month_name(month: int, short: bool) -> str:
    return MONTHS[month - 1][:3] if short else MONTHS[month - 1]


def is_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def unlikely_year(year: str) -> Refusal:
    return Refusal(f"“{year}” is not a year between {FIRST_YEAR} and {LAST_YEAR}.")


def _day(year: int, month: int, number: int) -> str | Refusal:
    if not is_year(year):
        return unlikely_year(str(year))
    if not 1 <= month <= 12:
        return Refusal(f"There is no month {month}.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= number <= last:
        return Refusal(f"{MONTHS[month - 1]} {year} has {last} days, so there is no day {number} in it.")
    return date(year, month, number).isoformat()


def _either_way(text: str, one: int, two: int, year: int) -> str | Refusal:
    """Day first or month first: taken where only one of them is a date, asked where both are."""
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if isinstance(day_first, Refusal):
        return month_first if isinstance(month_first, str) else day_first
    if isinstance(month_first, Refusal) or day_first == month_first:
        return day_first
    shown = (show_date(day_first), show_date(month_first))
    return Refusal(f"“{text.strip()}” can mean {' or '.join(shown)}. Which is it?", shown)


def _with_weekday(iso: str, named: str) -> str | Refusal:
    true = calendar.day_name[date.fromisoformat(iso).weekday()]
    if true[:3].casefold() == named:
        return iso
    return Refusal(f"{show_date(iso)} is a {true}. Please correct the day or leave the weekday out.")
