"""Scales: the amounts of one sentence in one scale, as far as that neither adds a digit nor lets an amount vanish.

Office for National Statistics, service manual, "Numbers": millions written out, no 0.466 million, one way of rounding
in a piece. What was typed keeps its value: only its decimal point moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import SCALES, Amount
from briefing.dossier.intervals import decimals_of, exact_value, in_scale, rounded

#: Places by which the decimal point moves from one scale to the next.
_STEP = 3


def in_one_scale(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts, those of one unit in the largest scale among them where they are at least 1 of it.

    1,500 thousand beside 31.4 million is 1.5 million; 466 thousand stays, and so does 1,250 thousand, which would
    have more decimals than what it stands beside.
    """
    fine = tuple(map(_without_leading_zeros, amounts))
    found = []
    for each in fine:
        alike = [other for other in fine if _scaled(other) and other.unit == each.unit]
        power = max((POWERS[other.scale] for other in alike), default=0)
        decimals = max((decimals_of(other.value) for other in alike if POWERS[other.scale] == power), default=0)
        found.append(_coarser(each, power, decimals) if _scaled(each) and POWERS[each.scale] < power else each)
    return tuple(found)


def _scaled(amount: Amount) -> bool:
    return amount.number is not None and amount.scale in POWERS


def _coarser(amount: Amount, power: int, decimals: int) -> Amount:
    value, scale = exact_value(amount), SCALES[power // _STEP]
    assert value is not None
    moved = in_scale(value, scale)
    if abs(moved) < 1 or moved != rounded(moved, decimals):
        return amount
    return replace(amount, value=f"{rounded(moved, decimals):f}", scale=scale)


def _without_leading_zeros(amount: Amount) -> Amount:
    """0.466 million as 466 thousand; 0.5 million stays, for 500 thousand would be more exact than it is."""
    number, value, decimals = amount.number, exact_value(amount), decimals_of(amount.value)
    if number is None or value is None or not 0 < abs(number) < 1 or decimals < _STEP or not POWERS.get(amount.scale):
        return amount
    scale = SCALES[POWERS[amount.scale] // _STEP - 1]
    finer = f"{rounded(in_scale(value, scale), decimals - _STEP):f}"
    return _without_leading_zeros(replace(amount, value=finer, scale=scale))
