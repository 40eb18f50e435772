"""Starts: what a level started from, either printed itself or following from the growth that is stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from briefing.checks.relations import Reaches, Term
from briefing.checks.statistics import Statistic
from briefing.checks.terms import (
    difference_term,
    factor_term,
    percent_term,
    show_level,
    show_number_shortly,
    show_percent,
)
from briefing.dossier.figures import Change
from briefing.dossier.intervals import HUNDRED, INFINITE, ONE, Interval
from briefing.frozen import frozen

PERCENT, LEVEL, INCREASE, FALL, DIFFERENCE, PRINTED = "percent", "factor", "increase", "fall", "difference", "printed"


@frozen
class Start:
    """One number that tells what a level started from, and how."""

    kind: str
    stated: Term

    @property
    def show(self) -> Callable[[Decimal], str]:
        if self.kind == PERCENT:
            return show_percent
        return show_level if self.kind in (DIFFERENCE, PRINTED) else show_number_shortly

    def before(self, stated: Interval, level: Interval) -> Interval:
        """What the level started from."""
        if self.kind == PERCENT:
            return level / times(stated)
        if self.kind == LEVEL:
            return level / stated
        if self.kind == INCREASE:
            return level / (stated + ONE)
        if self.kind == FALL:
            return level * stated
        return level - stated if self.kind == DIFFERENCE else stated

    def state(self, before: Interval, level: Interval) -> Interval:
        """What would be stated of a level that started from there."""
        if self.kind == PERCENT:
            return (level / before - ONE) * HUNDRED
        if self.kind == LEVEL:
            return level / before
        if self.kind == INCREASE:
            return level / before - ONE
        if self.kind == FALL:
            return before / level
        return level - before if self.kind == DIFFERENCE else before

    def after(self, stated: Interval, before: Interval) -> Interval:
        """The level that came of a start."""
        if self.kind == PERCENT:
            return before * times(stated)
        if self.kind == LEVEL:
            return before * stated
        if self.kind == INCREASE:
            return before * (stated + ONE)
        return before / stated if self.kind == FALL else before + stated

    def at_most(self, before: Interval, level: Interval) -> Interval:
        """What can be stated where the start was no more than that."""
        found = self.state(before, level)
        falls = self.kind in (FALL, PRINTED)  # there the number is larger where the start is
        return Interval(-INFINITE, found.high) if falls else Interval(found.low, INFINITE)

    def at_least(self, before: Interval, level: Interval) -> Interval:
        """What can be stated where the start was no less than that."""
        found = self.state(before, level)
        falls = self.kind in (FALL, PRINTED)
        return Interval(found.low, INFINITE) if falls else Interval(-INFINITE, found.high)

    def solve(self, at: int, reaches: Reaches) -> Interval | None:
        """The three numbers of a growth: what is stated, the level, and what it started from."""
        stated, level, before = reaches
        if at == 0:
            return self.state(before, level)
        return self.after(stated, before) if at == 1 else self.before(stated, level)


def stated_starts(each: Statistic) -> tuple[tuple[Start, ...], ...]:
    """Each number that is stated of a figure's growth, in every way in which it can be read, the likeliest first."""
    if not each.tells_growth:
        return ()
    found: tuple[tuple[Start, ...], ...] | None = each.kept.get("starts")
    if found is None:
        found = each.kept["starts"] = tuple(_stated_starts(each))
    return found


def _stated_starts(each: Statistic) -> Iterator[tuple[Start, ...]]:
    percent = percent_term(each)
    if percent is not None:
        yield (Start(PERCENT, percent),)
    factor = factor_term(each)
    if factor is not None:
        yield tuple(Start(kind, factor) for kind in _factor_kinds(each.figure.change, factor))
    difference = difference_term(each)
    if difference is not None:
        yield (Start(DIFFERENCE, difference),)


def sure_starts(each: Statistic) -> list[Start]:
    """The numbers stated of a figure's growth, each in the way in which the figure says that it is meant."""
    unclear = each.figure.change.factor_means not in ("level", "increase")
    return [starts[0] for starts in stated_starts(each) if len(starts) == 1 or not unclear]


def _factor_kinds(change: Change, factor: Term) -> tuple[str, ...]:
    """ "Fell 2.1 times" is a fall to the 2.1th part, whatever is meant by times; else either is possible."""
    if change.direction == "fell":
        return (FALL,) if factor.printed.number >= 1 else (LEVEL,)
    return (INCREASE, LEVEL) if change.factor_means == "increase" else (LEVEL, INCREASE)


def times(rate: Interval) -> Interval:
    return ONE + rate / HUNDRED
