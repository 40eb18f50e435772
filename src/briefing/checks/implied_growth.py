"""Implied growth: from levels and rates the bases are implied, and those of the parts must make that of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.bases import base_level, base_of, is_nominal
from briefing.checks.judging import Claim
from briefing.checks.relations import Reaches, Relation, Term, linear
from briefing.checks.starts import DIFFERENCE, PERCENT, PRINTED, Start, sure_starts
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.sums import decompositions
from briefing.checks.terms import level_term, show_number, show_percent
from briefing.checks.words import name_of
from briefing.dossier.intervals import ZERO, Interval
from briefing.frozen import frozen

RULE = "implied_growth"


@frozen
class Member:
    """The whole or a part of one decomposition: what it started from, and its level, which the others may give."""

    each: Statistic
    sign: int
    start: Start | None
    levels: tuple[tuple[int, Term], ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        assert self.start is not None
        return (self.start.stated, *(term for _, term in self.levels if self.start.kind != PRINTED))

    def level(self, reaches: Reaches) -> Interval:
        found = ZERO
        for (sign, _), reach in zip(self.levels, reaches, strict=True):
            found = found + reach if sign > 0 else found - reach
        return found

    def before(self, reaches: Reaches) -> Interval:
        """What it started from, by the reaches of its own terms."""
        assert self.start is not None
        level = ZERO if self.start.kind == PRINTED else self.level(reaches[1:])
        return self.start.before(reaches[0], level)


def implied_growths(known: Statistics) -> Iterator[Claim]:
    """Stated growth of export, import and total, or goods and services, of one base, against each other."""
    for whole in known.all:
        if whole.time.is_moment:
            continue
        for signs, lines in decompositions(whole.line):
            parts = [_one(known.at(line, whole.time)) for line in lines]
            found = [part for part in parts if part is not None and _has_base_of(part, whole)]
            if len(found) == len(lines):
                yield from _whole_and_parts(known, whole, found, signs)
            elif found and min(signs) > 0 and not whole.line.is_both_ways:
                yield from _whole_and_part(known, whole, found[0])


def _one(found: Sequence[Statistic]) -> Statistic | None:
    """The figure of a place; of several the one that says most of its growth, if only one says anything."""
    if len(found) == 1:
        return found[0]
    saying = [each for each in found if sure_starts(each)]
    return saying[0] if len(saying) == 1 else None


def _has_base_of(part: Statistic, whole: Statistic) -> bool:
    return base_of(part) == base_of(whole) and is_nominal(part) and is_nominal(whole)


def _whole_and_parts(
    known: Statistics, whole: Statistic, parts: Sequence[Statistic], signs: tuple[int, ...]
) -> Iterator[Claim]:
    row = (whole, *parts)
    factors = (-1, *signs)
    if _is_settled(known, row):
        return
    members = [_member(known, at, row, factors) for at in range(len(row))]
    differences = [_difference(each) for each in row]
    if all(differences):
        stated, *changes = [start.stated for start in differences if start]
        said = " and ".join(change.shown for change in changes)
        yield (Relation(RULE, (stated, *changes), linear(signs), lambda c: f"Changes of {said} make {c}", show_number),)
    if all(member.start is not None for member in members):
        yield (_through_bases(members),)
    elif min(signs) > 0:
        yield from _between(row)
        missing = [member for member in members[1:] if member.start is None]
        if members[0].start is not None and len(missing) == len(parts) - 1 and not whole.line.is_both_ways:
            yield from _no_more(members[0], next(each for each in members[1:] if each.start is not None))


def _whole_and_part(known: Statistics, whole: Statistic, part: Statistic) -> Iterator[Claim]:
    """One part alone: it cannot have started from more than the whole."""
    members = [_member(known, 0, (each,), (-1,)) for each in (whole, part)]
    if all(member.start is not None for member in members):
        yield from _no_more(*members)


def _is_settled(known: Statistics, row: Sequence[Statistic]) -> bool:
    """Whether each growth is checked against its own base already, or no growth is stated at all."""
    return all(base_level(known, each) is not None or not sure_starts(each) for each in row)


def _member(known: Statistics, at: int, row: Sequence[Statistic], factors: Sequence[int]) -> Member:
    """What one of a row started from: its printed base, else as its growth says of its level."""
    each = row[at]
    base = base_level(known, each)
    if base is not None:
        return Member(each, factors[at], Start(PRINTED, level_term(base)), ())
    levels = _levels(at, row, factors)
    starts = sure_starts(each) if levels else []
    positive = each.level is None or each.level.number > 0
    fitting = [start for start in starts if positive or start.kind == DIFFERENCE]
    return Member(each, factors[at], fitting[0] if fitting else None, levels)


def _levels(at: int, row: Sequence[Statistic], factors: Sequence[int]) -> tuple[tuple[int, Term], ...]:
    """The level of one of a row, or those of all others, which make it."""
    if row[at].level is not None:
        return ((1, level_term(row[at])),)
    others = [
        (-factors[at] * factor, each)
        for place, (factor, each) in enumerate(zip(factors, row, strict=True))
        if place != at
    ]
    if not others or any(each.level is None for _, each in others):
        return ()
    return tuple((sign, level_term(each)) for sign, each in others)


def _difference(each: Statistic) -> Start | None:
    return next((start for start in sure_starts(each) if start.kind == DIFFERENCE), None)


def _through_bases(members: Sequence[Member]) -> Relation:
    """The bases that the growth of the parts implies must make the base of the whole."""
    whole, parts = members[0], members[1:]
    assert whole.start is not None
    start = whole.start
    terms = tuple(term for member in members for term in member.terms)

    def solve(at: int, reaches: Reaches) -> Interval | None:
        if at:
            return _solved(members, at, reaches)
        before, place = ZERO, len(whole.terms)
        for part in parts:
            mine = part.before(reaches[place : place + len(part.terms)])
            before = before + mine if part.sign > 0 else before - mine
            place += len(part.terms)
        level = ZERO if start.kind == PRINTED else whole.level(reaches[1 : len(whole.terms)])
        return start.state(before, level)

    said = " and ".join(_said(part) for part in parts)
    of = name_of(whole.each.line.measure)
    what = f"{of} of {_base_words(whole)} was" if start.kind == PRINTED else f"{of} changed by"
    return Relation(RULE, terms, solve, lambda c: f"With {said}, {what} {c}", start.show, noted=False)


def _solved(members: Sequence[Member], at: int, reaches: Reaches) -> Interval | None:
    """What one of the stated growths of the parts must be, given all else; levels are not solved for."""
    place = 0
    own, befores = None, ZERO
    for member in members:
        mine = reaches[place : place + len(member.terms)]
        if place == at:
            own = (member, mine)
        else:
            before = member.before(mine)
            befores = befores + before if member.sign > 0 else befores - before
        place += len(member.terms)
    if own is None or own[0].start is None or len(own[0].levels) > 1:
        return None
    member, mine = own
    assert member.start is not None
    level = ZERO if member.start.kind == PRINTED else member.level(mine[1:])
    return member.start.state(-befores if member.sign > 0 else befores, level)


def _said(member: Member) -> str:
    assert member.start is not None
    name = name_of(member.each.line.measure, plural=True)
    if member.each.line.scope in ("goods", "services"):
        name = member.each.line.scope
    if member.start.kind == PRINTED:
        return f"{member.start.stated.shown} for {name} of {_base_words(member)}"
    return f"{member.start.stated.shown} for {name}"


def _base_words(member: Member) -> str:
    base = base_of(member.each)
    return base.words if base else "the base"


def _no_more(whole: Member, part: Member) -> Iterator[Claim]:
    """The base of a part is no more than that of the whole."""
    assert whole.start is not None
    start = whole.start
    if start.kind == PRINTED and part.start is not None and part.start.kind == PRINTED:
        return
    terms = (*whole.terms, *part.terms)

    def solve(at: int, reaches: Reaches) -> Interval | None:
        count = len(whole.terms)
        before = part.before(reaches[count:])
        level = ZERO if start.kind == PRINTED else whole.level(reaches[1:count])
        return start.at_least(before, level) if at == 0 and before.low > 0 else None

    said = f"With {_said(part)}, these alone started from more than all {name_of(whole.each.line.measure)}"
    against = f" with {start.stated.shown}" if start.kind != PRINTED else f", which was {start.stated.shown}"
    yield (Relation(RULE, terms, solve, lambda _: said, start.show, against=against, exact=False),)


def _between(row: Sequence[Statistic]) -> Iterator[Claim]:
    """Without levels: a whole cannot grow faster than its fastest part, nor slower than its slowest."""
    rates = [next((start.stated for start in sure_starts(each) if start.kind == PERCENT), None) for each in row]
    stated, *parts = [rate for rate in rates if rate is not None]
    if len(parts) != len(row) - 1 or row[0].line.is_both_ways:
        return

    def solve(at: int, reaches: Reaches) -> Interval | None:
        if at:
            return None
        return Interval(min(each.low for each in reaches[1:]), max(each.high for each in reaches[1:]))

    names = [
        each.line.scope if each.line.scope in ("goods", "services") else name_of(each.line.measure, plural=True)
        for each in row[1:]
    ]
    said = " and ".join(f"{part.shown} for {name}" for part, name in zip(parts, names, strict=True))
    said = f"With {said}, {name_of(row[0].line.measure)} changed by something between these"
    yield (Relation(RULE, (stated, *parts), solve, lambda _: said, show_percent, exact=False),)
