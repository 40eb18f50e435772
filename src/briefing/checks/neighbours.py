"""Factor 1000: a level that fits its neighbours only when a thousand times larger or smaller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter

from briefing.checks.finding import Finding, Mend
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import shifted
from briefing.checks.words import name_of, upper
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import decimal

RULE = "factor_1000"
#: A level so many times its neighbours' (or so many times less) is worth a look if a thousandth of it fits them.
_FAR, _NEAR = Decimal(150), Decimal(6)


def neighbours(known: Statistics) -> Iterator[Finding]:
    """A warning for the one level of a series that is far from all others, by about a thousand."""
    for series in known.lines():
        levels = [each for each in series if each.level is not None and each.level.number > 0 and each.time.months]
        if len(levels) > 1:
            found = _far([(_pace(each), each) for each in levels])
            if found is not None:
                yield found


def _far(levels: list[tuple[Decimal, Statistic]]) -> Finding | None:
    """The lowest or highest of a series, where it lies so far out."""
    paces = sorted(levels, key=itemgetter(0))
    for (mine, each), others, power in ((paces[-1], paces[:-1], -3), (paces[0], paces[1:], 3)):
        near, far = others[-1][0], others[0][0]
        gap = mine / near if power < 0 else far / mine
        moved = mine.scaleb(power)
        leeway = _NEAR if len(others) > 1 else _NEAR / 2
        if gap <= _FAR or max(moved / far, near / moved) >= leeway:
            continue
        beside = [other for _, other in levels if other is not each]
        if len(others) == 1 and (power > 0 or each.time.end < beside[0].time.end):
            return None  # of two, the larger or the later is asked about, once
        return None if any(_is_borne_out(one) for one in (each, *beside)) else _finding(each, beside, power)
    return None


def _finding(each: Statistic, others: Sequence[Statistic], power: int) -> Finding:
    word = "smaller" if power < 0 else "larger"
    said = f"{upper(name_of(each.line.measure))} of {each.time.words}: {each.shown()} is out of line with"
    said += f" {others[0].shown()} of {others[0].time.words}. A thousand times {word} it would fit."
    return Finding(
        RULE, "warning", (each.path, *(other.path for other in others)), said, _rescaled(each, power),
        each.amount.value, f"{each.level.number.scaleb(power):f}" if each.level else "",
    )  # fmt: skip


def _is_borne_out(each: Statistic) -> bool:
    """Whether growth by hundreds is said of it, so that the leap is meant."""
    percent, factor = (decimal(text.lstrip("+-")) for text in (each.figure.change.percent, each.figure.change.factor))
    return (percent is not None and percent > 10_000) or (factor is not None and factor > 100)


def _pace(each: Statistic) -> Decimal:
    assert each.level is not None
    return each.level.point / max(each.time.months, 1)


def _rescaled(each: Statistic, power: int) -> tuple[Mend, ...]:
    values = shifted(each, power)
    if not values:
        return ()
    better = replace(each.amount, scale=values[0][1])
    return (Mend(f"Use {show_amount(better)}", values),)
