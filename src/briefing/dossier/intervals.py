"""Intervals of decimals: what a printed number stands for. No float enters, and every end is rounded outwards."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import Amount
from briefing.frozen import frozen

INFINITE = Decimal("Infinity")
#: How far "about" and "nearly" may be off, as a part of the number: wide, since nobody has agreed on less.
LEEWAY = Decimal("0.1")
#: More digits than any sum of amounts has, so that nothing is ever rounded here.
_PRECISION = 120
_DOWN = Context(prec=_PRECISION, rounding=ROUND_FLOOR)
_UP = Context(prec=_PRECISION, rounding=ROUND_CEILING)
_SCHOOL = Context(prec=_PRECISION, rounding=ROUND_HALF_UP)


@frozen
class Interval:
    """All numbers from `low` to `high`, both inside; an end may be infinite."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_DOWN.subtract(self.low, other.high), _UP.subtract(self.high, other.low))

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __mul__(self, other: Interval) -> Interval:
        if self.low > 0 and other.low > 0:
            return Interval(_DOWN.multiply(self.low, other.low), _UP.multiply(self.high, other.high))
        ends = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(_times(_DOWN, *pair) for pair in ends), max(_times(_UP, *pair) for pair in ends))

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; all numbers where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return ANYTHING
        if self.low > 0 and other.low > 0 and other.high.is_finite():
            return Interval(_DOWN.divide(self.low, other.high), _UP.divide(self.high, other.low))
        turned = Interval(_DOWN.divide(Decimal(1), other.high), _UP.divide(Decimal(1), other.low))
        return self * turned

    def meets(self, other: Interval) -> bool:
        """Whether one number can be in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def within(self, other: Interval) -> Interval | None:
        """What is in both; None where nothing is."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None


ANYTHING = Interval(-INFINITE, INFINITE)
ZERO = Interval(Decimal(), Decimal())
ONE = Interval(Decimal(1), Decimal(1))
HUNDRED = Interval(Decimal(100), Decimal(100))
#: What no flow, stock or count can leave.
POSITIVE = Interval(Decimal(), INFINITE)


def point(number: Decimal) -> Interval:
    """The interval that holds one number."""
    return Interval(number, number)


def of_amount(amount: Amount, *, round_zeros: bool = False) -> Interval | None:
    """What an amount stands for, in whole units; None where its number or scale cannot be read.

    A printed 96.1 is 96.05 to 96.15, whichever way halves were rounded; a qualifier widens it on its side.
    `round_zeros` takes the zeros that end a whole number as rounded too: 1200 is then 1150 to 1250.
    """
    number = amount.number
    power = POWERS.get(amount.scale or "unit")
    if number is None or power is None:
        return None
    half = Decimal(5).scaleb(_last_place(amount.value, round_zeros) - 1)
    return qualified(number, half, half, amount.qualifier, power)


def qualified(
    number: Decimal, below: Decimal, above: Decimal, qualifier: str, power: int = 0, leeway: Decimal = LEEWAY
) -> Interval:
    """A number that may be off by so much to either side, widened by its qualifier, times a power of ten.

    Words speak of the size: "a deficit of more than 40" is at most -40.
    """
    if number < 0:
        return -qualified(-number, above, below, qualifier, power, leeway)
    with localcontext(prec=_PRECISION):
        room = number * leeway
        low, high = number - below, number + above
        if qualifier in ("more_than", "at_least"):
            high = INFINITE
        elif qualifier in ("less_than", "at_most"):
            low = -INFINITE
        elif qualifier in ("about", "nearly"):
            low -= room
            high += room if qualifier == "about" else 0
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
    return number.quantize(Decimal(1).scaleb(-decimals), context=_SCHOOL)


def decimals_of(value: str) -> int:
    """How many decimals a printed number shows."""
    return len(value.partition(".")[2])


def total_of(numbers: list[Decimal]) -> Decimal:
    with localcontext(prec=_PRECISION):
        return sum(numbers, Decimal())


def plain(number: Decimal) -> str:
    """A computed number without an exponent and without the zeros that conversion between scales has left."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _last_place(value: str, round_zeros: bool) -> int:
    """The power of ten of the last digit that counts."""
    decimals = decimals_of(value)
    if decimals or not round_zeros:
        return -decimals
    digits = value.lstrip("-0")
    return len(digits) - len(digits.rstrip("0"))


def _times(context: Context, one: Decimal, other: Decimal) -> Decimal:
    """The product; nothing of everything is nothing."""
    return context.multiply(one, other) if one and other else Decimal()
