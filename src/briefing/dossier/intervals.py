"""Intervals of decimals: what a printed number stands for. No float enters."""

from __future__ import annotations

from decimal import Decimal, localcontext

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import Amount
from briefing.frozen import frozen

INFINITE = Decimal("Infinity")
#: How far "about" and "nearly" may be off, as a part of the number: wide, since nobody has agreed on less.
LEEWAY = Decimal("0.1")
#: More digits than any sum of amounts has, so that nothing is ever rounded here.
_PRECISION = 120


@frozen
class Interval:
    """All numbers from `low` to `high`, both inside; an end may be infinite."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        with localcontext(prec=_PRECISION):
            return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        with localcontext(prec=_PRECISION):
            return Interval(self.low - other.high, self.high - other.low)

    def meets(self, other: Interval) -> bool:
        """Whether one number can be in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, number: Decimal) -> bool:
        return self.low <= number <= self.high


def of_amount(amount: Amount, *, round_zeros: bool = False) -> Interval | None:
    """What an amount stands for, in whole units; None where its number or scale cannot be read.

    A printed 96.1 is 96.05 to 96.15, whichever way halves were rounded; a qualifier widens it on its side.
    `round_zeros` takes the zeros that end a whole number as rounded too: 1200 is then 1150 to 1250.
    """
    number = amount.number
    power = POWERS.get(amount.scale or "unit")
    if number is None or power is None:
        return None
    with localcontext(prec=_PRECISION):
        half = Decimal(5).scaleb(_last_place(amount.value, round_zeros) - 1)
        leeway = abs(number) * LEEWAY
        low, high = number - half, number + half
        if amount.qualifier in ("more_than", "at_least"):
            high = INFINITE
        elif amount.qualifier in ("less_than", "at_most"):
            low = -INFINITE
        elif amount.qualifier in ("about", "nearly"):
            low -= leeway
            high += leeway if amount.qualifier == "about" else 0
        return Interval(low.scaleb(power), high.scaleb(power))


def exact_value(amount: Amount) -> Decimal | None:
    """The printed number in whole units."""
    number, power = amount.number, POWERS.get(amount.scale or "unit")
    if number is None or power is None:
        return None
    with localcontext(prec=_PRECISION):
        return number.scaleb(power)


def in_scale(number: Decimal, scale: str) -> Decimal:
    """A number of whole units as one of thousands, millions and so on."""
    with localcontext(prec=_PRECISION):
        return number.scaleb(-POWERS.get(scale or "unit", 0))


def rounded(number: Decimal, decimals: int) -> Decimal:
    """A number with so many decimals, halves away from zero as in school."""
    with localcontext(prec=_PRECISION, rounding="ROUND_HALF_UP"):
        return number.quantize(Decimal(1).scaleb(-decimals))


def decimals_of(value: str) -> int:
    """How many decimals a printed number shows."""
    return len(value.partition(".")[2])


def total_of(numbers: list[Decimal]) -> Decimal:
    with localcontext(prec=_PRECISION):
        return sum(numbers, Decimal())


def _last_place(value: str, round_zeros: bool) -> int:
    """The power of ten of the last digit that counts."""
    decimals = decimals_of(value)
    if decimals or not round_zeros:
        return -decimals
    digits = value.lstrip("-0")
    return len(digits) - len(digits.rstrip("0"))
