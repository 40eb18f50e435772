"""Growth: a stated percentage, factor or amount of change against the two levels, where both are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise, product

from briefing.checks.bases import base_level, base_of, is_base_named, is_like, is_nominal, level_at, mirror
from briefing.checks.finding import Finding, Mend
from briefing.checks.judging import Claim
from briefing.checks.relations import Reaches, Relation
from briefing.checks.spans import When
from briefing.checks.starts import DIFFERENCE, FALL, INCREASE, LEVEL, PERCENT, Start, stated_starts
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import level_term, show_factor
from briefing.dossier.intervals import HUNDRED, Interval
from briefing.dossier.partners import place_name

RULE = "growth"


def growths(known: Statistics) -> Iterator[Claim]:
    """Each stated growth of a level against the level that it started from, where that is there."""
    for each in known.all:
        readings = stated_starts(each)
        if not readings:
            continue
        base = base_level(known, each)
        if base is not None and each.level is not None and is_nominal(each):
            for starts in readings:
                if starts[0].kind == DIFFERENCE or _has_same_sign(each, base):
                    yield _against_base(known, each, base, starts)
            continue
        if is_nominal(each):
            for one, other in pairwise(readings):
                yield from _against_each_other(each, base, one, other)
            for starts in readings:
                yield from _within_the_year(known, each, starts)


def growth(each: Statistic, base: Statistic, start: Start, instead: Callable[[], Finding] | None = None) -> Relation:
    """The relation of a stated growth with its two levels."""
    scale, unit = each.amount.scale, each.line.unit

    def says(computed: str) -> str:
        shown, before = each.shown(scale, unit), base.shown(scale, unit)
        if start.kind == FALL:
            return f"{before} was {computed} times {shown}"
        if start.kind in (LEVEL, INCREASE):
            return f"{shown} is {computed} times {'more than ' if start.kind == INCREASE else ''}{before}"
        return f"{shown} after {before} is {'a change of ' if start.kind == DIFFERENCE else ''}{computed}"

    levels = (level_term(each), level_term(base))
    terms = (start.stated, *levels)
    decimals = 2 if start.kind in (LEVEL, INCREASE, FALL) else 0
    return Relation(
        RULE, terms, start.solve, says, start.show, instead=instead, decimals=decimals, scale=scale, unit=unit
    )  # fmt: skip


def _against_base(known: Statistics, each: Statistic, base: Statistic, starts: tuple[Start, ...]) -> Claim:
    """Every reading of the growth against its base, then against what else it may have been counted from."""
    for at, start in enumerate(starts):
        means = each.figure.change.factor_means
        instead = partial(_misread, each, base, start) if at and means in ("level", "increase") else None
        yield growth(each, base, start, instead)
    if each.line.measure == "balance" or not (_is_above_zero(each) or _is_nothing(each)):
        for start in starts:
            yield growth(each, base, _turned(start))
    for other in _other_bases(known, each, base):
        if starts[0].kind == DIFFERENCE or _has_same_sign(each, other):
            yield growth(each, other, starts[0], partial(_mixed, each, base, other))


def _turned(start: Start) -> Start:
    """The growth of a deficit by its size: what "grew" then is further below nothing."""
    return replace(start, stated=start.stated.printing(start.stated.printed.negative(), signed=True))


def _misread(each: Statistic, base: Statistic, start: Start) -> Finding:
    """What a factor says that is meant in the other way than the one it holds in."""
    means, number = each.figure.change.factor_means, start.stated.printed.number
    said, given = (number, number + 1) if means == "level" else (number + 1, number)
    message = f"“{start.stated.shown}” says {show_factor(said)} as much; the figures give {show_factor(given)} as much."
    fields = (start.stated.path, each.path, base.path)
    path = f"{each.change_path}.factor_means"
    other = "increase" if means == "level" else "level"
    mends = (Mend(f"Read it as {show_factor(given)} as much", ((path, other),)),)
    return Finding("claim", "warning", fields, message, mends, start.stated.printed.value)


def _other_bases(known: Statistics, each: Statistic, base: Statistic) -> Iterator[Statistic]:
    """What else the growth may have been counted from: another time where none is named, or another's statistics."""
    if not is_base_named(each):
        yield from (other for other in known.earlier(each) if other is not base)
    yield from foreign_bases(known, each, base.time)


def foreign_bases(known: Statistics, each: Statistic, time: When) -> Iterator[Statistic]:
    """Levels of a time that another's statistics, or another scope, give of the same trade."""
    for other in known.alike(each.line, time, "reporter", "scope"):
        if other.level is not None and other.line != each.line:
            yield other
    for other in known.at(mirror(each.line), time):
        if other.level is not None and mirror(each.line).partner == other.line.partner:
            yield other


def _mixed(each: Statistic, base: Statistic, other: Statistic) -> Finding:
    """What is said where growth holds, but only against something else than its like base."""
    fields = (each.change_path, each.path, other.path, base.path)
    stated = each.figure.change.percent or each.figure.change.factor
    if other.line == each.line:
        said = f"The growth of {each.time.words} fits only against {other.time.words}"
        said += "." if is_like(each.time, other.time) else ", which is not a like time."
        said += " Please name the base."
        return Finding("like_for_like", "warning", fields, said, base_mends(each, other), stated)
    said = f"The growth of {each.time.words} fits only against the figure of {whose(each, other)}"
    said += f" for {other.time.words}: two statistics are mixed."
    return Finding("like_for_like", "warning", fields, said, (), stated)


def whose(each: Statistic, other: Statistic) -> str:
    """In what another figure differs, as it is named in a sentence."""
    if other.line.reporter != each.line.reporter:
        return place_name(other.figure.reporter) or "another source"
    return f"another scope ({other.line.scope or 'not named'})"


def base_mends(each: Statistic, other: Statistic) -> tuple[Mend, ...]:
    """The mend that names another figure's time as the base, where it is a like time."""
    if is_base_named(each) or not is_like(each.time, other.time):
        return ()
    base = f"{each.change_path}.base"
    values = ((f"{base}.start", other.time.start), (f"{base}.end", other.time.end))
    return (Mend(f"Name {other.time.words} as the base", values),)


def _against_each_other(
    each: Statistic, base: Statistic | None, ones: tuple[Start, ...], others: tuple[Start, ...]
) -> Iterator[Claim]:
    """Two of percentage, factor and amount of change of one figure, where not both of its levels are there."""
    pairs = list(product(ones, others))
    if each.level is not None:
        if _is_above_zero(each):
            yield tuple(_through_level(each, one, other) for one, other in pairs)
    elif DIFFERENCE not in (ones[0].kind, others[0].kind):
        yield tuple(_through_nothing(one, other) for one, other in pairs)
    elif base is not None and base.level is not None and base.level.number > 0:
        yield tuple(_through_base(each, base, one, other) for one, other in pairs)


def _through_level(each: Statistic, one: Start, other: Start) -> Relation:
    """Two numbers of a growth, and the level: both say where it started."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        first, second, level = reaches
        if at == 0:
            return one.state(other.before(second, level), level)
        if at == 1:
            return other.state(one.before(first, level), level)
        if other.kind == DIFFERENCE and one.kind == PERCENT:
            return second + second * HUNDRED / first
        return None

    def says(computed: str) -> str:
        return f"A change of {other.stated.shown} to {each.shown()} is {computed}"

    return Relation(RULE, (one.stated, other.stated, level_term(each)), solve, says, one.show)


def _through_nothing(one: Start, other: Start) -> Relation:
    """A percentage and a factor, which need no level."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        unit = Interval(HUNDRED.low, HUNDRED.low)
        if at == 0:
            return one.state(other.before(reaches[1], unit), unit)
        return other.state(one.before(reaches[0], unit), unit)

    terms = (one.stated, other.stated)
    return Relation(RULE, terms, solve, lambda c: f"“{other.stated.shown}” is {c}", one.show)


def _through_base(each: Statistic, base: Statistic, one: Start, other: Start) -> Relation:
    """Two numbers of a growth, and where it started: both say what came of it."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        first, second, start = reaches
        if at == 0:
            return one.state(start, other.after(second, start))
        return other.state(start, one.after(first, start)) if at == 1 else None

    def says(computed: str) -> str:
        return f"A change of {other.stated.shown} from {base.shown()} is {computed}"

    return Relation(RULE, (one.stated, other.stated, level_term(base)), solve, says, one.show)


def _within_the_year(known: Statistics, each: Statistic, starts: tuple[Start, ...]) -> Iterator[Claim]:
    """The base that a growth implies for a part of a year is no more than what stands for that whole year."""
    base_time = base_of(each)
    if each.level is None or base_time is None or each.line.is_both_ways or not each.line.is_flow:
        return
    year = level_at(known, each, base_time.whole_year())
    if year is not None and year.time != base_time and is_like(each.time, base_time):
        yield tuple(_at_most(each, start, base_time, year) for start in starts)


def _at_most(each: Statistic, start: Start, base_time: When, year: Statistic) -> Relation:
    def solve(at: int, reaches: Reaches) -> Interval | None:
        _stated, level, whole = reaches
        return start.at_most(whole, level) if at == 0 and whole.low > 0 else None

    scale, unit = each.amount.scale, each.line.unit
    terms = (start.stated, level_term(each), level_term(year))
    return Relation(
        RULE,
        terms,
        solve,
        lambda _: f"Before {start.stated.shown}, {each.shown(scale, unit)} was more in {base_time.words} alone",
        start.show,
        against=lambda: f" than the {year.shown(scale, unit)} of all {year.time.words}",
        exact=False,
        scale=scale,
        unit=unit,
    )


def _has_same_sign(each: Statistic, base: Statistic) -> bool:
    """Growth in per cent from below nothing to above it, or the other way, says nothing; that to nothing does.

    A level that is printed as nothing stands for all that is rounded to it, as every other does.
    """
    if each.level is None or base.level is None or not base.level.number:
        return False
    return not each.level.number or (each.level.number > 0) == (base.level.number > 0)


def _is_above_zero(each: Statistic) -> bool:
    return each.level is not None and each.level.number > 0


def _is_nothing(each: Statistic) -> bool:
    """Whether a level is printed as nothing, of what is never below it."""
    return each.level is not None and not each.level.number and not each.line.is_both_ways
