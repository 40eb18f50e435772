"""Factor 1000: a level that fits its neighbours only when a thousand times larger or smaller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.checks.finding import Finding, Mend
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import shifted
from briefing.checks.words import name_of
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import decimal

RULE = "factor_1000"
#: A level so many times its neighbours' (or so many times less) is worth a look if a thousandth of it fits them.
_FAR, _NEAR = Decimal(150), Decimal(6)


def neighbours(known: Statistics) -> Iterator[Finding]:
    """A warning for the one level of a series that is far from all others, by about a thousand."""
    for _, series in known.lines():
        levels = [each for each in series if each.level is not None and each.level.number > 0 and each.time.months]
        if len(levels) < 2:
            continue
        for each in levels:
            found = _far(each, [other for other in levels if other is not each])
            if found is not None:
                yield found
                break


def _far(each: Statistic, others: Sequence[Statistic]) -> Finding | None:
    mine, paces = _pace(each), [_pace(other) for other in others]
    for power, word in ((-3, "smaller"), (3, "larger")):
        moved = mine.scaleb(power)
        far = all(_ratio(mine, pace) > _FAR and (mine > pace) == (power < 0) for pace in paces)
        if far and all(_ratio(moved, pace) < (_NEAR if len(paces) > 1 else _NEAR / 2) for pace in paces):
            if len(others) == 1 and (power > 0 or each.time.end < others[0].time.end):
                return None  # of two, the larger or the later is asked about, once
            if any(_is_borne_out(one) for one in (each, *others)):
                return None
            said = f"{name_of(each.line.measure).capitalize()} of {each.time.words}: {each.shown()} is out of line with"
            said += f" {others[0].shown()} of {others[0].time.words}. A thousand times {word} it would fit."
            return Finding(
                RULE, "warning", (each.path, *(other.path for other in others)), said, _rescaled(each, power),
                each.amount.value, f"{each.level.number.scaleb(power):f}" if each.level else "",
            )  # fmt: skip
    return None


def _is_borne_out(each: Statistic) -> bool:
    """Whether growth by hundreds is said of it, so that the leap is meant."""
    percent, factor = (decimal(text.lstrip("+-")) for text in (each.figure.change.percent, each.figure.change.factor))
    return (percent is not None and percent > 10_000) or (factor is not None and factor > 100)


def _pace(each: Statistic) -> Decimal:
    assert each.level is not None
    return each.level.point / max(each.time.months, 1)


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    return max(one / other, other / one)


def _rescaled(each: Statistic, power: int) -> tuple[Mend, ...]:
    values = shifted(each, power)
    if not values:
        return ()
    better = replace(each.amount, scale=values[0][1])
    return (Mend(f"Use {show_amount(better)}", values),)
