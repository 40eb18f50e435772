"""Members: the whole and the parts of a row, each with what it started from."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.checks.bases import base_of, is_like, is_nominal
from briefing.checks.relations import Reaches, Term
from briefing.checks.spans import When
from briefing.checks.starts import DIFFERENCE, PRINTED, Start, sure_starts
from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.checks.terms import level_term
from briefing.checks.words import name_of
from briefing.dossier.intervals import ZERO, Interval
from briefing.frozen import frozen


@frozen
class Row:
    """Lines of which the first is the sum of the others, each with its sign; their time, and what it is set against."""

    lines: tuple[Line, ...]
    factors: tuple[int, ...]
    time: When
    base: When
    #: Where a line is given twice, the figure that the row is looked at for: what stands near it belongs to it.
    teller: Statistic | None = None

    @property
    def is_both_ways(self) -> bool:
        return any(line.is_both_ways for line in self.lines)


@frozen
class Member:
    """One line of a row: what it started from, if that is known, and its level, which the others may give."""

    line: Line
    factor: int
    start: Start | None
    levels: tuple[tuple[int, Term], ...]

    @property
    def is_printed(self) -> bool:
        return self.start is not None and self.start.kind == PRINTED

    @property
    def terms(self) -> tuple[Term, ...]:
        assert self.start is not None
        return (self.start.stated, *(term for _, term in self.levels))

    @property
    def reach(self) -> Interval:
        """What it can have started from."""
        return self.before(tuple(term.reach() for term in self.terms))

    def level(self, reaches: Reaches) -> Interval:
        """Its level, by the reaches of its own terms."""
        found = ZERO
        for (sign, _), reach in zip(self.levels, reaches[1:], strict=True):
            found = found + reach if sign > 0 else found - reach
        return found

    def before(self, reaches: Reaches) -> Interval:
        """What it started from, by the reaches of its own terms."""
        assert self.start is not None
        return self.start.before(reaches[0], self.level(reaches))


def members_of(known: Statistics, row: Row) -> list[Member]:
    """The members of a row, in its order."""
    now = [_now(known, line, row) for line in row.lines]
    return [_member(known, at, now, row) for at in range(len(row.lines))]


def _now(known: Statistics, line: Line, row: Row) -> Statistic | None:
    """The figure of a line: of several the one whose growth is told from the base, else the one with a level."""
    if row.teller is not None and row.teller.line == line:
        return row.teller
    found = known.at(line, row.time)
    telling = [each for each in found if _is_told(each, row)]
    if len(telling) > 1 and row.teller is not None:
        at = known.all.index(row.teller)
        return min(telling, key=lambda each: abs(known.all.index(each) - at))
    return telling[0] if telling else found[0] if len(found) == 1 else known.level(line, row.time)


def _is_told(each: Statistic, row: Row) -> bool:
    return base_of(each) == row.base and is_nominal(each) and bool(sure_starts(each))


def _member(known: Statistics, at: int, now: Sequence[Statistic | None], row: Row) -> Member:
    line, each = row.lines[at], now[at]
    base = known.level(line, row.base, each) if is_like(row.time, row.base) else None
    levels = _levels(at, now, row.factors) if each is not None and _is_told(each, row) else ()
    told = Member(line, row.factors[at], _told_start(each) if each is not None and levels else None, levels)
    if base is None:
        return told
    printed = Member(line, row.factors[at], Start(PRINTED, level_term(base)), ())
    return told if told.start is not None and len(levels) == 1 and _is_closer(told.reach, printed.reach) else printed


def _is_closer(told: Interval, printed: Interval) -> bool:
    """Whether growth says what a level started from more closely than it was printed, and nothing else than that."""
    return told.meets(printed) and told.high - told.low < printed.high - printed.low


def _told_start(each: Statistic) -> Start | None:
    """What the growth that is stated of a figure says that it started from."""
    positive = each.level is None or each.level.number > 0
    return next((start for start in sure_starts(each) if positive or start.kind == DIFFERENCE), None)


def _levels(at: int, now: Sequence[Statistic | None], factors: Sequence[int]) -> tuple[tuple[int, Term], ...]:
    """The level of one of a row, or those of all others, which make it."""
    own = now[at]
    if own is not None and own.level is not None:
        return ((1, level_term(own)),)
    others = [(-factors[at] * factor, each) for factor, each in zip(factors, now, strict=True) if each is not own]
    if len(others) < len(now) - 1 or any(each is None or each.level is None for _, each in others):
        return ()
    return tuple((sign, level_term(each)) for sign, each in others if each is not None)


def said_of(member: Member, row: Row) -> str:
    """What a sentence says that a part started from: its growth, or its level of then."""
    assert member.start is not None
    name = part_name(member.line, row)
    if member.is_printed:
        return f"{member.start.stated.shown} for {name} of {row.base.words}"
    return f"{member.start.stated.shown} for {name}"


def part_name(line: Line, row: Row) -> str:
    return line.scope if line.scope != row.lines[0].scope else name_of(line.measure)
