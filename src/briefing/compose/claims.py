"""Claims: what was typed of growth, brought into one form, and whether two levels bear it out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefing.compose.levels import ratio, reach
from briefing.dossier.figures import Amount, Change, Figure, decimal
from briefing.dossier.intervals import HUNDRED, INFINITE, ONE, ZERO, Interval, decimals_of, of_amount, qualified
from briefing.frozen import frozen

#: Claims in words, with what they say of the level: so many times the base.
_WORDS = {"doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_OTHER_WAY = {"more_than": "less_than", "at_least": "at_most", "nearly": ""}
#: How far apart, as a part of 1, two levels may be that were said to be unchanged.
_UNCHANGED = Decimal("0.01")


@frozen
class Claim:
    """What was said: see `Movement`, which it becomes. `exceeds`: that it is more than the whole year before.

    `times` of the base are meant as a `level`, as an `increase` on top of it, or it is `unclear`.
    """

    kind: str = ""
    percent: str = ""
    qualifier: str = ""
    times: str = ""
    times_mean: str = ""
    by: Amount = Amount()
    record: bool = False
    exceeds: bool = False

    @property
    def is_direction(self) -> bool:
        """Whether nothing but the direction was said."""
        return self.kind in ("grew", "fell") and not (self.percent or self.times or self.by.value)


def claimed(change: Change) -> Claim:
    """What was typed of growth. Where a word and a number contradict each other the number holds."""
    record = change.claim == "record"
    exceeds = change.claim.startswith("exceed")
    found = _by_percent(change) or _by_factor(change) or _by_amount(change) or _by_word(change)
    return replace(found, record=record, exceeds=exceeds)


def fits(figure: Figure, base: Figure) -> bool:
    """Whether what was typed of a figure's growth can be true of the two levels as they are printed."""
    level, before = reach(figure.amount), reach(base.amount)
    if level is None or before is None or figure.amount.unit != base.amount.unit:
        return False
    claim = claimed(figure.change)
    times = ratio(figure.amount, base.amount)
    if times is None or not _same_way(claim, times):
        return False
    if claim.is_direction:
        return True
    if claim.by.value:
        size = of_amount(claim.by)
        moved = level - before if claim.kind == "grew" else before - level
        return size is not None and claim.by.unit in ("", figure.amount.unit) and size.meets(moved)
    return before.low > 0 and _ratio(claim).meets(level / before)


def _same_way(claim: Claim, times: Decimal) -> bool:
    """Whether the numbers as they are printed move as was said, so that a reader who compares them agrees."""
    if claim.kind in ("fell", "halved"):
        return times < 1
    return claim.kind == "unchanged" or times > 1


def _by_percent(change: Change) -> Claim | None:
    number = decimal(change.percent)
    if number is None:
        return None
    size = change.percent.lstrip("+-")
    if not number:
        # "Grew by 0.0%" is a rounded "grew by less than 0.1%".
        moved = change.direction in ("grew", "fell")
        least = f"{Decimal(1).scaleb(-decimals_of(size)):f}"
        return Claim(change.direction, least, "less_than") if moved else Claim("unchanged", size)
    signed = change.percent[0] in "+-"
    if change.direction == "unchanged" and abs(number) < 1:
        return Claim("unchanged", change.percent, change.qualifier)
    kind = "fell" if number < 0 or (change.direction == "fell" and not signed) else "grew"
    return Claim(kind, size, change.qualifier)


def _by_factor(change: Change) -> Claim | None:
    factor = decimal(change.factor)
    if factor is None or factor <= 0:
        return None
    means = change.factor_means or "unclear"
    if means == "increase":
        down = change.direction == "fell"
        return None if down and factor >= 1 else _times(change, "fell" if down else "grew")
    if factor == 1:
        return Claim("unchanged")
    down = change.direction == "fell" or factor < 1
    return _times(change, "fell" if down else "grew")


def _times(change: Change, kind: str) -> Claim:
    return Claim(kind, qualifier=change.qualifier, times=change.factor, times_mean=change.factor_means or "unclear")


def _by_amount(change: Change) -> Claim | None:
    number = change.absolute.number
    if number is None:
        return None
    if not number:
        return Claim("unchanged")
    kind = "fell" if number < 0 or change.direction == "fell" else "grew"
    return Claim(kind, by=replace(change.absolute, value=change.absolute.value.lstrip("+-")))


def _by_word(change: Change) -> Claim:
    if change.claim in _WORDS:
        return Claim(change.claim, qualifier=change.qualifier)
    return Claim(change.direction if change.direction in ("grew", "fell", "unchanged") else "")


def _ratio(claim: Claim) -> Interval:
    """How many times the base the level is, by what was said."""
    if claim.kind in _WORDS:
        # More than halved is less than half.
        qualifier = _OTHER_WAY.get(claim.qualifier, claim.qualifier) if claim.kind == "halved" else claim.qualifier
        leeway = Decimal("0.05") * _WORDS[claim.kind]
        found = qualified(_WORDS[claim.kind], leeway, leeway, qualifier)
        return Interval(max(found.low, Decimal()), found.high)
    if claim.kind == "unchanged":
        off = _size(claim.percent.lstrip("+-") or "0", "").high / 100 + _UNCHANGED
        return Interval(1 - off, 1 + off)
    if claim.times:
        return _by_times(claim)
    size = _size(claim.percent, claim.qualifier) / HUNDRED
    return ONE + size if claim.kind == "grew" else ONE - size


def _by_times(claim: Claim) -> Interval:
    times = _size(claim.times, claim.qualifier)
    small = (decimal(claim.times) or 1) < 1
    if claim.kind == "grew":
        level = Interval(times.low, INFINITE if claim.times_mean == "unclear" else times.high)
        return ONE + times if claim.times_mean == "increase" else level
    if claim.times_mean == "increase":
        return ONE - times
    return times if small else ONE / times if times.low > 0 else Interval(ZERO.low, ONE.high)


def _size(text: str, qualifier: str) -> Interval:
    """What a printed number without a sign stands for, never below nothing."""
    half = Decimal(5).scaleb(-decimals_of(text) - 1)
    found = qualified(decimal(text) or Decimal(), half, half, qualifier)
    return Interval(max(found.low, Decimal()), found.high)
