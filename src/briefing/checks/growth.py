"""Growth: a stated percentage, factor or amount of change against the two levels, where both are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.checks.finding import Finding, Mend
from briefing.checks.judging import Claim
from briefing.checks.relations import Reaches, Relation, Term, linear
from briefing.checks.spans import When, when
from briefing.checks.statistics import STOCKS, Line, Statistic, Statistics
from briefing.checks.terms import (
    difference_term,
    factor_term,
    level_term,
    percent_term,
    show_factor,
    show_number,
    show_number_shortly,
    show_percent,
)
from briefing.dossier.figures import Period, Span
from briefing.dossier.intervals import HUNDRED, INFINITE, ONE, Interval

RULE = "growth"


def growths(known: Statistics) -> Iterator[Claim]:
    """Each stated growth of a level against the level that it started from, where that is there."""
    for each in known.all:
        if each.level is None:
            continue
        base_time = base_of(each)
        base = known.level(each.line, base_time) if is_like(each.time, base_time) else None
        yield from _percent(known, each, base)
        yield from _factor(each, base)
        yield from _difference(each, base)
        yield from _within_the_year(known, each, base)


def base_of(each: Statistic) -> When | None:
    """The time that growth is counted from: the one named, else the like time of the year before."""
    named = each.figure.change.base
    if named == Span():
        return each.time.years_before(1)
    return when(Period(named.start, named.end))


def is_like(time: When, base: When | None) -> bool:
    """Whether two times are alike: the same months of two years, or the same day, or one month after another."""
    if base is None or base == time:
        return False
    if time.first is None or time.last is None or base.first is None or base.last is None:
        return bool(time.label and base.label)
    if time.is_moment or base.is_moment:
        return time.is_moment == base.is_moment
    years = time.first.year - base.first.year
    return time.years_before(years) == base if years > 0 else time.months == base.months > 0


def growth(each: Statistic, base: Statistic, stated: Term, instead: Finding | None = None) -> Relation:
    """The relation of a percentage with its two levels."""
    scale, unit = each.amount.scale, each.line.unit
    said = f"{each.shown(scale, unit)} after {base.shown(scale, unit)}"
    levels = (level_term(each, scale, unit), level_term(base, scale, unit))
    return Relation(
        RULE, (stated, *levels), _solve_percent, lambda computed: f"{said} is {computed}", show_percent,
        instead=instead,
    )  # fmt: skip


def _percent(known: Statistics, each: Statistic, base: Statistic | None) -> Iterator[Claim]:
    stated = percent_term(each)
    if stated is None or base is None or not _same_sign(each, base):
        return
    first = growth(each, base, stated)
    others = [
        growth(each, other, stated, _mixed(each, other, base_named=each.figure.change.base != Span()))
        for other in _other_bases(known, each, base)
        if _same_sign(each, other)
    ]
    yield (first, *others)


def _other_bases(known: Statistics, each: Statistic, base: Statistic) -> Iterator[Statistic]:
    """What else the growth may have been counted from: another time where none is named, or another's statistics."""
    for other in known.all:
        if other.level is None or other is each or other is base:
            continue
        same_time, same_line = other.time == base.time, other.line == each.line
        earlier = bool(other.time.end) and other.time.end < (each.time.start or each.time.end)
        free = each.figure.change.base == Span() and same_line and earlier
        alike = replace(other.line, reporter="", scope="") == replace(each.line, reporter="", scope="")
        mirrored = other.line == _mirror(each.line)
        if free or (same_time and not same_line and (alike or mirrored)):
            yield other


def _mirror(line: Line) -> Line:
    """The same flow as the other side counts it: our exports are their imports."""
    seen = {"export": "import", "import": "export"}
    return replace(
        line, measure=seen.get(line.measure, line.measure), reporter=line.partner, partner=line.reporter
    )  # fmt: skip


def _mixed(each: Statistic, other: Statistic, *, base_named: bool) -> Finding:
    if other.line == each.line:
        said = f"The growth of {each.time.words} fits only against {other.time.words}"
        said += ", which is not the like time of the year before. Please name the base."
    else:
        whose = other.line.reporter or "another source"
        said = f"The growth of {each.time.words} fits only against the figure of {whose} for {other.time.words}"
        said += ": two statistics are mixed."
    fields = (each.change_path, each.path, other.path)
    mends: tuple[Mend, ...] = ()
    if other.line == each.line and not base_named:
        base = f"{each.change_path}.base"
        mends = (
            Mend(
                f"Name {other.time.words} as the base",
                ((f"{base}.start", other.time.start), (f"{base}.end", other.time.end)),
            ),
        )  # fmt: skip
    return Finding("like_for_like", "warning", fields, said, mends, each.figure.change.percent)


def _factor(each: Statistic, base: Statistic | None) -> Iterator[Claim]:
    stated = factor_term(each)
    if stated is None or base is None or not _same_sign(each, base):
        return
    means = each.figure.change.factor_means or "unclear"
    level, increase = (_factor_relation(each, base, stated, more) for more in (False, True))
    if means == "level":
        yield (level,)
    elif means == "increase":
        number = stated.printed.number
        said = (
            f"“{stated.shown}” says {show_factor(number + 1)} as much; the figures give {show_factor(number)} as much."
        )
        fields = (stated.path, each.path, base.path)
        other = Finding("claim", "warning", fields, said, (), stated.printed.value)
        yield increase, _factor_relation(each, base, stated, False, other)
    else:
        yield level, increase


def _factor_relation(
    each: Statistic, base: Statistic, stated: Term, more: bool, instead: Finding | None = None
) -> Relation:
    scale, unit = each.amount.scale, each.line.unit

    def solve(at: int, reaches: Reaches) -> Interval | None:
        factor, level, start = reaches
        times = factor + ONE if more else factor
        if at == 1:
            return start * times
        if at == 2:
            return level / times
        found = level / start
        return found - ONE if more else found

    said = f"{each.shown(scale, unit)} is {{}} times {'more than ' if more else ''}{base.shown(scale, unit)}"
    levels = (level_term(each, scale, unit), level_term(base, scale, unit))
    return Relation(RULE, (stated, *levels), solve, said.format, show_number_shortly, instead=instead)


def _difference(each: Statistic, base: Statistic | None) -> Iterator[Claim]:
    """An amount of change against the two levels; against the percentage where the first level is not there."""
    stated = difference_term(each)
    if stated is None:
        return
    scale, unit = each.amount.scale, each.line.unit
    if base is not None:
        levels = (level_term(each, scale, unit), level_term(base, scale, unit))
        said = f"{each.shown(scale, unit)} after {base.shown(scale, unit)} is a change of"
        yield (Relation(RULE, (stated, *levels), linear((1, -1)), lambda c: f"{said} {c}", show_number),)
        return
    percent = percent_term(each)
    if percent is None:
        return

    def solve(at: int, reaches: Reaches) -> Interval | None:
        rate, difference, level = reaches
        if at == 0:
            return difference * HUNDRED / (level - difference)
        if at == 1:
            return level - level / (ONE + rate / HUNDRED)
        return difference + difference * HUNDRED / rate

    said = f"A change of {stated.shown} to {each.shown(scale, unit)} is"
    yield (
        Relation(RULE, (percent, stated, level_term(each, scale, unit)), solve, lambda c: f"{said} {c}", show_percent),
    )


def _within_the_year(known: Statistics, each: Statistic, base: Statistic | None) -> Iterator[Claim]:
    """The base that a growth implies for a part of a year is no more than what stands for that whole year."""
    stated, base_time = percent_term(each), base_of(each)
    if stated is None or base is not None or base_time is None or each.line.measure in (*STOCKS, "balance", "persons"):
        return
    year = known.level(each.line, base_time.whole_year()) if is_like(each.time, base_time) else None
    if year is None or year.time == base_time:
        return

    def solve(at: int, reaches: Reaches) -> Interval | None:
        _rate, level, whole = reaches
        if at:
            return None
        lowest = (level / whole - ONE) * HUNDRED
        return Interval(lowest.low, INFINITE)

    scale, unit = each.amount.scale, each.line.unit
    said = f"Before {stated.shown}, {each.shown(scale, unit)} was more in {base_time.words} alone"
    yield (
        Relation(
            RULE, (stated, level_term(each, scale, unit), level_term(year, scale, unit)), solve,
            lambda _: said, show_percent,
            against=f" than the {year.shown(scale, unit)} of all {year.time.words}", exact=False,
        ),
    )  # fmt: skip


def _same_sign(each: Statistic, base: Statistic) -> bool:
    """Growth in per cent from below nothing, or to below it, says nothing."""
    return each.level is not None and base.level is not None and each.level.number > 0 and base.level.number > 0


def _solve_percent(at: int, reaches: Reaches) -> Interval | None:
    rate, level, base = reaches
    if at == 1:
        return base * (ONE + rate / HUNDRED)
    if at == 2:
        return level / (ONE + rate / HUNDRED)
    return (level / base - ONE) * HUNDRED
