"""Printed numbers: what a number in a text can stand for, by the ways in which people shorten numbers."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import Enum
from functools import lru_cache

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import Amount, decimal
from briefing.dossier.intervals import Interval, decimals_of, qualified
from briefing.frozen import frozen

#: How far "about" and "nearly" are off in the mouth of those who take them lightly.
LIGHTLY = Decimal("0.25")
#: What "nearly" may be beyond the number that it names, taken as lightly.
_BEYOND = Decimal("0.05")
_WIDE = Context(prec=120)
_NOTHING = Decimal()


class Reading(Enum):
    """How the printed digits came to be."""

    ROUNDED = "rounded"  # to the last digit shown, halves either way
    LOOSE = "loose"  # rounded, to tens or thousands too where a whole number ends in zeros; "about" taken lightly
    CUT = "cut"  # rounded, or the digits after the last one left away


@frozen
class Printed:
    """A number as it stands in a text: its digits, the power of ten that they count, and a qualifier."""

    value: str
    number: Decimal
    power: int = 0
    qualifier: str = ""

    @property
    def is_exact(self) -> bool:
        return self.qualifier in ("", "exact")

    @property
    def is_open(self) -> bool:
        """Whether the words leave one side open: more than, at most."""
        return self.qualifier in ("more_than", "at_least", "less_than", "at_most")

    @property
    def point(self) -> Decimal:
        """The number itself, in whole units."""
        return self.number.scaleb(self.power, _WIDE)

    def reach(self, reading: Reading = Reading.ROUNDED) -> Interval:
        """All that the number can stand for, in whole units."""
        return reach_of(self, reading, signed=True)

    @property
    def threshold(self) -> Interval:
        """What the words say of a round number that is meant as it stands: "more than 40" begins at 40."""
        if self.is_exact:
            return self.reach()
        return qualified(self.number, _NOTHING, _NOTHING, self.qualifier, self.power)

    def times(self, power: int) -> Printed:
        """The number as if printed with another scale."""
        return Printed(self.value, self.number, self.power + power, self.qualifier)

    def negative(self) -> Printed:
        """The same words of a fall, or of a deficit."""
        value = self.value[1:] if self.value.startswith("-") else f"-{self.value}"
        return Printed(value, -self.number, self.power, self.qualifier)


def reach_of(printed: Printed, reading: Reading, *, signed: bool) -> Interval:
    """All that a number can stand for, in whole units; never below nothing where it is of what cannot be."""
    signed = signed or printed.number < 0
    if reading is Reading.ROUNDED:
        return _rounded(printed.value, printed.power, printed.qualifier, signed)
    found = _cut(printed) if reading is Reading.CUT else _loose(printed)
    return found if signed else not_below_zero(found)


@lru_cache(maxsize=16384)
def _rounded(value: str, power: int, qualifier: str, signed: bool) -> Interval:
    half = Decimal(5).scaleb(-1 - decimals_of(value))
    found = qualified(Decimal(value), half, half, qualifier, power)
    return found if signed else not_below_zero(found)


def _cut(printed: Printed) -> Interval:
    """Digits left away make a number smaller by size, whatever its sign."""
    unit = Decimal(1).scaleb(-decimals_of(printed.value))
    found = qualified(abs(printed.number), unit / 2, unit, printed.qualifier, printed.power)
    return -found if printed.number < 0 else found


def _loose(printed: Printed) -> Interval:
    value, qualifier = printed.value, printed.qualifier
    below = above = Decimal(5).scaleb(-1 - decimals_of(value))
    if "." not in value and qualifier in ("", "exact", "about", "nearly"):
        digits = value.lstrip("+-0")
        below = above = below.scaleb(len(digits) - len(digits.rstrip("0")))
    if qualifier == "nearly":
        above += abs(printed.number) * _BEYOND
    return qualified(printed.number, below, above, qualifier, printed.power, LIGHTLY)


def printed_amount(amount: Amount) -> Printed | None:
    """An amount in whole units of what it counts; None where its number or scale cannot be read."""
    number, power = amount.number, POWERS.get(amount.scale or "unit")
    if number is None or power is None:
        return None
    return Printed(amount.value.lstrip("+"), number, power, amount.qualifier)


def printed_number(value: str, qualifier: str = "") -> Printed | None:
    """A percentage or factor as printed; None where it cannot be read."""
    number = decimal(value)
    return None if number is None else Printed(value.lstrip("+"), number, 0, qualifier)


def not_below_zero(interval: Interval) -> Interval:
    """The interval without what no flow, stock or count can be."""
    return Interval(max(interval.low, _NOTHING), interval.high) if interval.high >= 0 else interval
