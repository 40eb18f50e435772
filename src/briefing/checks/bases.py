"""Bases: the time that growth is counted from, and what stands for it in the dossier."""

from __future__ import annotations

import re

from briefing.checks.spans import When, when
from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.dossier.figures import Period

#: Words that say that a growth is of something else than of amounts at the prices and in the money of the day.
_NOT_NOMINAL = re.compile(
    r"real terms|constant (?:prices|currency|dollars)|comparable prices|in volume|physical volume|volume terms"
    r"|(?:seasonally|inflation|price)[- ]adjusted|adjusted for|at constant|in (?:national|local|own) currency"
    r"|in (?:euro|rouble|ruble|tenge|lira|yuan|dollar|sterling|krona) terms"
)
#: Words that name the time just before, and the year of a like time, as the base.
_JUST_BEFORE = re.compile(
    r"\b(?:previous|preceding|prior|last) (?:month|quarter|half)|\b(?:m/m|q/q|m-o-m|q-o-q|mom|qoq)\b"
    r"|\b(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)\b"
)
_OF_YEAR = re.compile(
    r"\b(?:on|than|from|vs\.?|versus|to|with|against|over|since|of|in) (?:in )?(?:the )?(?:level of )?"
    r"((?:19|20)[0-9]{2})\b"
)


def base_of(each: Statistic) -> When | None:
    """The time that growth is counted from: the one named in days or in words, else the like time a year before."""
    if not each.tells_growth:
        return each.time.years_before(1)
    named = each.figure.change.base
    if named.start or named.end:
        return when(Period(named.start, named.end))
    return _base_in_words(each) or each.time.years_before(1)


def _base_in_words(each: Statistic) -> When | None:
    """The base that growth names as it was printed: the time just before, or the like time of a year."""
    said = each.figure.change.as_printed.casefold()
    if not said or not each.time.start:
        return None
    if _JUST_BEFORE.search(said):
        return each.time.just_before()
    year = _OF_YEAR.search(said)
    back = int(each.time.start[:4]) - int(year[1]) if year else 0
    return each.time.years_before(back) if back > 0 else None


def is_base_named(each: Statistic) -> bool:
    """Whether growth says from when it is counted."""
    base = each.figure.change.base
    return bool(base.start or base.end) or _base_in_words(each) is not None


def is_like(time: When, base: When | None) -> bool:
    """Whether two times are alike: as many months, or days of other years, or both a day, or both a fiscal year."""
    if base is None or base == time:
        return False
    if not (time.start and time.end and base.start and base.end):
        return bool(time.label and base.label)
    if time.is_moment or base.is_moment:
        return time.is_moment == base.is_moment
    if time.months or base.months:
        return time.months == base.months
    years = int(time.start[:4]) - int(base.start[:4])
    return time.days == base.days or (years > 0 and time.years_before(years) == base)


def level_at(known: Statistics, each: Statistic, time: When | None) -> Statistic | None:
    """What a figure's line had at another time; a target is set against what came about."""
    found = known.level(each.line, time, each)
    if found is None and each.line.is_target:
        found = known.level(each.line._replace(is_target=False), time, each)
    return found


def base_level(known: Statistics, each: Statistic) -> Statistic | None:
    """The like figure that growth starts from, where it is in the dossier."""
    if "base" not in each.kept:
        base = base_of(each)
        each.kept["base"] = level_at(known, each, base) if is_like(each.time, base) else None
    found: Statistic | None = each.kept["base"]
    return found


def year_before(known: Statistics, each: Statistic) -> Statistic | None:
    """The whole of the year before, where a figure is of a part of a year."""
    if not each.time.is_part_of_year:
        return None
    like = each.time.years_before(1)
    return level_at(known, each, like.whole_year()) if like else None


def is_nominal(each: Statistic) -> bool:
    """Whether a growth is of the amounts themselves, by all that is said of it."""
    change = each.figure.change
    if not (change.as_printed or change.claim or each.figure.note):
        return True
    return not _NOT_NOMINAL.search(f"{change.as_printed} {change.claim} {each.figure.note}".casefold())


def mirror(line: Line) -> Line:
    """The same flow as the other side counts it: our exports are their imports."""
    seen = {"export": "import", "import": "export"}
    measure = seen.get(line.measure, line.measure)
    return line._replace(measure=measure, reporter=line.partner, partner=line.reporter)
