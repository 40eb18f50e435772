"""Tilings: which parts of a time fill it without gap or overlap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from briefing.checks.spans import When
from briefing.checks.statistics import Statistic


def tiling(whole: When, inside: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """The fewest parts that make the whole time, each beginning on the day after the one before; empty without any."""
    best: dict[str, tuple[Statistic, ...]] = {whole.start: ()}  # by the first day that is still open
    beyond = _day_after(whole.end)
    for each in sorted(inside, key=lambda each: each.time.start):
        so_far = best.get(each.time.start)
        if so_far is None:
            continue
        following = _day_after(each.time.end)
        if following not in best or len(best[following]) > len(so_far) + 1:
            best[following] = (*so_far, each)
    return best.get(beyond, ())


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
