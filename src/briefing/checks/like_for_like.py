"""Like for like: growth compares equal spans, and a part of a year is not set beside a whole one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from briefing.checks.finding import Finding, Mend
from briefing.checks.growth import base_of, is_like
from briefing.checks.growth import growth as growth_of
from briefing.checks.spans import When
from briefing.checks.statistics import STOCKS, Statistic, Statistics
from briefing.checks.terms import percent_term
from briefing.checks.words import listed, name_of
from briefing.dossier.figures import Span

RULE = "like_for_like"


def unlike(known: Statistics) -> Iterator[Finding]:
    """Growth against another kind of time, and parts of a year that have but a whole year to be compared with."""
    for each in known.all:
        found = _named_base(known, each)
        if found is not None:
            yield found
    yield from _beside_whole_years(known)


def _named_base(known: Statistics, each: Statistic) -> Finding | None:
    """Growth whose base is named, and is not alike."""
    change, base = each.figure.change, base_of(each)
    if change.base == Span() or base is None or base == each.time:
        return None
    if each.line.measure in STOCKS or is_like(each.time, base):
        return _month_on_month(each, base)
    like = each.time.years_before(1)
    said = f"The growth of {each.time.words} is counted from {base.words}, which is not a like time."
    if like is not None:
        said += f" Like is {like.words}."
    fields = (each.change_path, each.path)
    other = known.level(each.line, base)
    mends = _name_base(each, like) if like is not None else ()
    return Finding(RULE, "warning", (*fields, other.path) if other else fields, said, mends, base.words)


def _month_on_month(each: Statistic, base: When) -> Finding | None:
    """A month against the month before is no growth of a year."""
    first, before = each.time.first, base.first
    if first is None or before is None or not 0 < each.time.months < 12 or each.line.measure in STOCKS:
        return None
    if (first.month, first.day) == (before.month, before.day):
        return None
    said = f"The growth of {each.time.words} is counted from {base.words}, not from the same months of the year before."
    return Finding(RULE, "note", (each.change_path, each.path), said, (), base.words)


def _beside_whole_years(known: Statistics) -> Iterator[Finding]:
    """One warning for each table row whose figures have but the whole year before to be compared with."""
    rows: defaultdict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for each in known.all:
        if each.level is not None and _lacks_like(known, each):
            rows[replace(each.line, measure=""), each.time].append(each)
    for found in rows.values():
        first = found[0]
        like = first.time.years_before(1)
        year = like.whole_year() if like is not None else None
        if like is None or year is None:
            continue
        names = listed([name_of(each.line.measure, plural=True) for each in found])
        said = f"{names[:1].upper()}{names[1:]} of {first.time.words} can be compared only with {like.words}"
        said += f": only all of {year.words} is here. Enter {like.words}."
        yield Finding(RULE, "warning", tuple(each.path for each in found), said)


def _lacks_like(known: Statistics, each: Statistic) -> bool:
    """Whether a part of a year stands beside the whole year before it, and nothing else can be its base."""
    like = each.time.years_before(1)
    if each.line.measure in STOCKS or not 0 < each.time.months < 12 or like is None:
        return False
    year = known.level(each.line, like.whole_year())
    if year is None or year.level is None or known.at(each.line, like):
        return False
    change, old = each.figure.change, year.figure.change
    if change.base != Span():
        return False  # the rule of named bases speaks
    if not (change.percent or change.factor or change.absolute.value):
        return not exceeds(each, year) if change.direction or change.claim else True
    # A growth of its own on either says that both are counted like for like; a bare year is what it is set against.
    return not (old.percent or old.factor or old.absolute.value or old.direction or old.claim)


def exceeds(part: Statistic, year: Statistic) -> bool:
    """Whether a part of a year is certainly more than the whole of another."""
    one, other = part.reach, year.reach
    return one is not None and other is not None and one.low > other.high


def fits_unlike(known: Statistics, each: Statistic) -> Statistic | None:
    """The whole year before that the growth of a part of a year fits against, where it does."""
    stated, like = percent_term(each), each.time.years_before(1)
    year = known.level(each.line, like.whole_year()) if like else None
    if stated is None or year is None or year.time == like or each.level is None:
        return None
    return year if growth_of(each, year, stated).holds() else None


def _name_base(each: Statistic, like: When) -> tuple[Mend, ...]:
    path = f"{each.change_path}.base"
    return (Mend(f"Name {like.words} as the base", ((f"{path}.start", like.start), (f"{path}.end", like.end))),)
