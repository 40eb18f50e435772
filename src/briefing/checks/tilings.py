"""Tilings: which parts of a time fill it without gap or overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from briefing.checks.spans import When
from briefing.checks.statistics import Statistic


def tilings(whole: When, inside: Sequence[Statistic]) -> tuple[tuple[Statistic, ...], ...]:
    """Parts that make the whole time, each beginning on the day after the one before; none where they leave a gap.

    Those that are fewest, and where they are others, those that are known most closely: a half year rounded to the
    million says little of what its six months say to the unit.
    """
    found = (_tiling(whole, inside, lambda _: Decimal(1)), _tiling(whole, inside, _spread))
    return tuple(dict.fromkeys(each for each in found if each))


def _tiling(whole: When, inside: Sequence[Statistic], cost: Callable[[Statistic], Decimal]) -> tuple[Statistic, ...]:
    """The parts that make the whole time at the least cost; empty without any."""
    best: dict[str, tuple[Decimal, tuple[Statistic, ...]]] = {whole.start: (Decimal(), ())}  # by the first open day
    for each in sorted(inside, key=lambda each: each.time.start):
        if each.time.start not in best:
            continue
        before, so_far = best[each.time.start]
        following, spent = _day_after(each.time.end), before + cost(each)
        if following not in best or best[following][0] > spent:
            best[following] = spent, (*so_far, each)
    return best.get(_day_after(whole.end), (Decimal(), ()))[1]


def _spread(each: Statistic) -> Decimal:
    """How far the ends of what a level can stand for are apart."""
    assert each.reach is not None
    return each.reach.high - each.reach.low


def longest_chain(inside: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Of parts that do not overlap, those that have the most together."""
    best: list[tuple[str, Decimal, tuple[Statistic, ...]]] = [("", Decimal(), ())]  # last day, sum, parts
    for each in sorted(inside, key=lambda each: each.time.end):
        assert each.reach is not None
        _, before, chain = max((found for found in best if found[0] < each.time.start), key=lambda found: found[1])
        best.append((each.time.end, before + each.reach.low, (*chain, each)))
    return max(best, key=lambda found: found[1])[2]


def _day_after(iso: str) -> str:
    return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()
