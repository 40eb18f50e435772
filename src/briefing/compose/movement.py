"""Movement: what may be said of how a figure changed, from what was typed of it and from the levels in the dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from briefing.compose.bases import whole_year_before
from briefing.compose.claims import Claim, claimed, fits
from briefing.compose.levels import ratio, reach
from briefing.compose.percents import Percent, printable, round_number
from briefing.dossier.figures import Amount, Figure, Period, Span
from briefing.dossier.intervals import HUNDRED, ONE, Interval, exact_value
from briefing.frozen import frozen

#: What something grew to, by how many times it was before; from five times on the times are named.
_MULTIPLES = {2: "doubled", 3: "tripled", 4: "quadrupled"}
_HALF, _THIRD = Decimal("0.5"), Decimal(1) / 3
#: Measures that can be below nothing, so that a percentage of them would mislead.
SIGNED = frozenset({"balance"})


@frozen
class Movement:
    """How a figure moved. `kind` is grew, fell, unchanged, doubled, tripled, quadrupled, halved, or empty: not known.

    `percent` has no sign. `qualifier` belongs to the percentage or factor, or to doubled and its like. `base` is the
    figure that it is measured from, where its level fits what is said; `since` the time of the base, also where no
    figure of it is there. `exceeds` is the whole year before, which this part of a year is more than. `counted`
    where the percentage is computed.
    """

    kind: str = ""
    percent: str = ""
    qualifier: str = ""
    times: str = ""
    times_mean: str = ""
    by: Amount = Amount()
    record: bool = False
    base: Figure | None = None
    since: Period = Period()
    exceeds: Period = Period()
    counted: bool = False


def movement(figure: Figure, base: Figure | None, year: Figure | None, decimals: int = 1) -> Movement:
    """What may be said of a figure, its base and the whole year before; a computed percentage has so many `decimals`.

    What was typed is said as it was typed, and measured from the base only where the two agree.
    """
    claim = claimed(figure.change)
    found = _typed(claim, figure.change.base)
    if base is not None and figure.measure in SIGNED:
        both = bool(exact_value(figure.amount) and exact_value(base.amount))
        found = Movement(base=base) if both and not found.kind else found
    elif base is not None and not found.kind:
        found = computed(figure, base, decimals)
    elif base is not None and fits(figure, base):
        counted = computed(figure, base, decimals) if claim.is_direction else Movement()
        found = counted if counted.kind else replace(found, base=base)
    if found.base is not None:
        found = replace(found, since=found.base.period)
    return replace(found, record=claim.record, exceeds=_exceeds(figure, found, year))


def _typed(claim: Claim, base: Span) -> Movement:
    return Movement(
        claim.kind,
        claim.percent,
        claim.qualifier,
        claim.times,
        claim.times_mean,
        claim.by,
        since=Period(base.start, base.end),
    )


def computed(figure: Figure, base: Figure, decimals: int = 1, *, roughly: bool = False) -> Movement:
    """How a level moved from another one, as far as both are known; with `roughly` by a round number."""
    level, before = reach(figure.amount), reach(base.amount)
    if level is None or before is None or figure.amount.unit != base.amount.unit:
        return Movement()
    exact = {figure.amount.qualifier, base.amount.qualifier} <= {"", "exact"}
    if exact_value(figure.amount) == exact_value(base.amount):
        return Movement("unchanged" if exact else "", base=base)
    if before.low <= level.high and level.low <= before.high:
        return Movement(base=base)
    times = ratio(figure.amount, base.amount)
    if not times or before.low <= 0:
        return Movement("grew" if level.low > before.high else "fell", base=base)
    middle = abs(times - 1) * 100 if exact else None
    return _moved(base, level / before, lambda size: _percent(size, middle, decimals, roughly=roughly))


def _moved(base: Figure, times: Interval, percent_of: Callable[[Interval], Percent]) -> Movement:
    """Growth or fall to so many times the base."""
    grew = times.low > 1
    percent = percent_of((times - ONE if grew else ONE - times) * HUNDRED)
    # The largest whole number that it is certainly more than.
    whole = int(times.low.to_integral_value(ROUND_CEILING)) - 1
    if whole > 1 and whole not in _MULTIPLES:
        return Movement("grew", qualifier="more_than", times=str(whole), times_mean="level", base=base)
    if whole > 1 or (times.high < _HALF and times.low > _THIRD):
        text = "" if percent.qualifier else percent.text
        return Movement(_MULTIPLES[whole] if grew else "halved", text, "more_than", base=base, counted=True)
    if _is(percent, 100 if grew else 50):
        return Movement("doubled" if grew else "halved", base=base)
    return Movement("grew" if grew else "fell", percent.text, percent.qualifier, base=base, counted=True)


def _percent(size: Interval, middle: Decimal | None, decimals: int, *, roughly: bool) -> Percent:
    rough = round_number(size) if roughly else Percent()
    return rough if rough.text else printable(size, middle, decimals)


def _is(percent: Percent, number: int) -> bool:
    return bool(percent.text) and not percent.qualifier and Decimal(percent.text) == number


def _exceeds(figure: Figure, found: Movement, year: Figure | None) -> Period:
    """The whole year before, where a part of a year is certainly more than all of it, or was said to be."""
    span = whole_year_before(figure.period)
    grew_not = found.kind in ("fell", "unchanged", "halved") or (not found.kind and found.base is not None)
    if span is None or grew_not:
        return Period()
    level, before = reach(figure.amount), reach(year.amount) if year is not None else None
    proven = level is not None and before is not None and level.low > before.high
    return span if proven or claimed(figure.change).exceeds else Period()
