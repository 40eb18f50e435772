"""Printed numbers: what a number in a text can stand for, by the ways in which people shorten numbers."""

from __future__ import annotations

from decimal import Decimal, localcontext
from enum import Enum

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import Amount, decimal
from briefing.dossier.intervals import Interval, decimals_of, qualified
from briefing.frozen import frozen


class Reading(Enum):
    """How the printed digits came to be."""

    ROUNDED = "rounded"  # to the last digit shown, halves either way
    ZEROS = "zeros"  # rounded, to tens or thousands too where a whole number ends in zeros and is no threshold
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
    def point(self) -> Decimal:
        """The number itself, in whole units."""
        with localcontext(prec=120):
            return self.number.scaleb(self.power)

    def reach(self, reading: Reading = Reading.ROUNDED) -> Interval:
        """All that the number can stand for, in whole units."""
        unit = Decimal(1).scaleb(-decimals_of(self.value))
        half = unit / 2
        below = above = half
        if reading is Reading.ZEROS and "." not in self.value and self.qualifier in ("", "exact", "about"):
            digits = self.value.lstrip("+-0")
            below = above = half.scaleb(len(digits) - len(digits.rstrip("0")))
        elif reading is Reading.CUT:
            below, above = (half, unit) if self.number >= 0 else (unit, half)
        return qualified(self.number, below, above, self.qualifier, self.power)

    @property
    def threshold(self) -> Interval:
        """What the words say of a round number that is meant as it stands: "more than 40" begins at 40."""
        if self.is_exact:
            return self.reach()
        return qualified(self.number, Decimal(), Decimal(), self.qualifier, self.power)

    def times(self, power: int) -> Printed:
        """The number as if printed with another scale."""
        return Printed(self.value, self.number, self.power + power, self.qualifier)

    def negative(self) -> Printed:
        """The same words of a fall: "more than 40 % less" is at most -40 %."""
        turned = {"more_than": "less_than", "at_least": "at_most", "less_than": "more_than", "at_most": "at_least"}
        value = self.value[1:] if self.value.startswith("-") else f"-{self.value}"
        # "nearly" leaves room on the side of the smaller size, which `qualified` takes from the lower end.
        qualifier = "about" if self.qualifier == "nearly" else turned.get(self.qualifier, self.qualifier)
        return Printed(value, -self.number, self.power, qualifier)


def printed_amount(amount: Amount) -> Printed | None:
    """An amount in whole units of what it counts; None where its number or scale cannot be read."""
    number, power = amount.number, POWERS.get(amount.scale or "unit")
    if number is None or power is None:
        return None
    return Printed(amount.value, number, power, amount.qualifier)


def printed_number(value: str, qualifier: str = "") -> Printed | None:
    """A percentage or factor as printed; None where it cannot be read."""
    number = decimal(value)
    return None if number is None else Printed(value.lstrip("+"), number, 0, qualifier)


def not_below_zero(interval: Interval) -> Interval:
    """The interval without what no flow, stock or count can be."""
    return Interval(max(interval.low, Decimal()), interval.high) if interval.high >= 0 else interval
