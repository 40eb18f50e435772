"""Levels: what an amount that cannot be below nothing may be, and how many times one is the other."""

from __future__ import annotations

from decimal import Decimal

from briefing.dossier.figures import Amount
from briefing.dossier.intervals import Interval, exact_value, of_amount, point


def reach(amount: Amount) -> Interval | None:
    """What a level may be in whole units; None where it cannot be read or is below nothing.

    What is counted one by one, as companies are, is not rounded.
    """
    found, number = of_amount(amount), exact_value(amount)
    if found is None or number is None or number < 0:
        return None
    counted = not amount.unit and amount.scale in ("", "unit") and "." not in amount.value
    if counted and amount.qualifier in ("", "exact"):
        return point(number)
    return Interval(max(found.low, Decimal()), found.high)


def ratio(amount: Amount, base: Amount) -> Decimal | None:
    """How many times the base as printed goes into the level as printed; None for a base of nothing."""
    level, before = exact_value(amount), exact_value(base)
    return None if level is None or not before else (point(level) / point(before)).low
