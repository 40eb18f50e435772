"""Periods as people type them, read to their first and last day, asked about or refused."""

from __future__ import annotations

import re

from briefing.dossier import dates
from briefing.dossier.dates import MONTH
from briefing.dossier.figures import Period
from briefing.dossier.period_forms import COUNT, FORMS, MONTHS, YEAR
from briefing.dossier.period_words import months_of, show_period
from briefing.dossier.refusal import Refusal, foreign_digit, too_long

__all__ = ["months_of", "read_period", "show_period"]

_RELATIVE = re.compile(
    r"(?:last|this|next|current|previous) (?:year|month|quarter|half|half-year)|so far this year|ytd"
)
_SINCE = re.compile(r"(?:since|from|с|со) (.+)")
_UNTIL = re.compile(r"(?:until|till|up to) (.+)")
_AS_OF = re.compile(r"(?:as|as at|at|on|на) (.+)")
#: Words that say no more than the period beside them.
_FILLERS = r"^(?:in|during|calendar year|year|cy|в(?= [0-9])) |\b(?:of|the|for|за)\b ?"
_NO_YEAR = rf"{MONTH}(?: ?(?:-|to) ?{MONTH})?|(?:first )?{COUNT} ?{MONTHS}|[qh][1-4]|[1-4][qh]"
#: "from January to September 2023", in which the words are no more than a dash.
_FROM_TO = (
    rf"(?:from|с|со) (?P<one>{MONTH}(?: {YEAR})?|{YEAR}) ?(?:-|to|through|till|until|по) ?(?P<other>.+)|"
    rf"(?P<first>{MONTH}(?: {YEAR})?|{YEAR}) (?:to|through|till|until|по) (?P<last>.+)"
)
_END = r"(?:as at |at |на )?(?:end|конец)[- ](.+)"
_MARKED = (
    r"(.*[0-9].*?)\s*(\*+|[\u00b9\u00b2\u00b3]+|\[[0-9a-z*]{1,2}\]|[1-9]\)|"
    r"\((?:[pre*]|[1-9]|prelim\.?|preliminary|provisional|revised|est\.?|estimate|предв\.?|оценка)\)|[pre])"
)
_RANGE = re.compile(r"(.*[^-]) ?(?:-| to ) ?([^-].*)")


def read_period(text: str) -> Period | Refusal:
    """The period in what a person typed, with its first and last day.

    A fiscal year ("2022-23") keeps its label and no days: which months it has differs from country to country.
    """
    if refusal := too_long(text) or foreign_digit(text):
        return refusal
    if not text.strip():
        return Refusal("Please write a period, such as 2022 or Jan–Sep 2023.")
    small = dates.small_text(text)
    if _RELATIVE.fullmatch(small.removeprefix("the ")):
        return Refusal(f"“{text.strip()}” depends on when it is read. Please write the year.")
    small = re.sub(_FILLERS, "", small).strip()
    if re.fullmatch(_NO_YEAR, small):
        return Refusal("Please add the year.")
    return _whole(small, text) or _asked(text) or _days(small, text.strip())


def _whole(small: str, text: str) -> Period | Refusal | None:
    """A period of one of the known forms, open or closed."""
    for pattern, read in FORMS:
        if found := re.fullmatch(pattern, small):
            return read(found, text.strip())
    if found := re.fullmatch(_FROM_TO, small):
        return read_period(f"{found['one'] or found['first']}-{found['other'] or found['last']}")
    if found := _SINCE.fullmatch(small):
        begin = read_period(found[1])
        return begin if isinstance(begin, Refusal) else _open(Period(start=begin.start), text)
    if found := _UNTIL.fullmatch(small):
        end = read_period(found[1])
        return end if isinstance(end, Refusal) else _open(Period(end=end.end), text)
    if found := re.fullmatch(_END, small):
        whole = read_period(found[1])
        last = whole.end if isinstance(whole, Period) else ""
        return Period(last, last, basis="calendar") if last else whole
    return _both(small)


def _both(small: str) -> Period | None:
    """Two periods with a dash between them, each with its year: from the first day of one to the last of the other."""
    parts = small.split("-")
    if len(parts) != 2 or not all(re.search(r"[0-9]{4}", part) for part in parts):
        return None
    first, last = (read_period(part) for part in parts)
    if isinstance(first, Refusal) or isinstance(last, Refusal) or not (first.start and first.end and last.end):
        return None
    return Period(first.start, last.end, basis="calendar") if first.start <= last.end else None


def _asked(text: str) -> Refusal | None:
    """The question about a period with a mark behind it (``2023*``), or with a year of two digits."""
    plain = text.strip()
    if found := re.fullmatch(_MARKED, plain, re.IGNORECASE):
        read = read_period(found[1])
        if isinstance(read, Period):
            shown = show_period(read)
            return Refusal(f"“{plain}” carries the mark “{found[2]}”. Is it {shown}?", (shown,))
    if found := re.fullmatch(r"(.*[^0-9/.-])['’]?([0-9]{2})", plain):
        read = read_period(f"{found[1].rstrip(chr(39) + '’ ')} 20{found[2]}")
        if isinstance(read, Period):
            shown = show_period(read)
            return Refusal(f"Please write the year with four digits. Is it {shown}?", (shown,))
    return None


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
