"""Arithmetic of ranges in fractions, of its own: it shares nothing with that of the checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

#: From lowest to highest.
Range = tuple[Fraction, Fraction]
#: Whether ranges, one for each number of a situation in its order, can be true together.
Fits = Callable[[Sequence[Range]], bool]


def total(ranges: Sequence[Range], signs: Sequence[int]) -> Range:
    low = sum((each[0] if sign > 0 else -each[1] for sign, each in zip(signs, ranges, strict=True)), Fraction())
    high = sum((each[1] if sign > 0 else -each[0] for sign, each in zip(signs, ranges, strict=True)), Fraction())
    return low, high


def over(one: Range, other: Range) -> Range | None:
    """The quotient of what is not below nothing; None where the divisor may be nothing."""
    if other[0] <= 0:
        return None
    low = max(one[0], Fraction())
    return low / other[1], max(one[1], Fraction()) / other[0]


def meet(one: Range, other: Range | None) -> bool:
    return other is None or (one[0] <= other[1] and other[0] <= one[1])


def adds_up(*signs: int) -> Fits:
    """The first is the sum of the others, each with its sign."""
    return lambda ranges: meet(ranges[0], total(ranges[1:], signs))


def grows(ranges: Sequence[Range]) -> bool:
    """A percentage, its level, and the base."""
    times = over(ranges[1], ranges[2])
    return times is None or meet(ranges[0], ((times[0] - 1) * 100, (times[1] - 1) * 100))


def is_times(ranges: Sequence[Range]) -> bool:
    return meet(ranges[0], over(ranges[1], ranges[2]))


def is_share(ranges: Sequence[Range]) -> bool:
    part = over(ranges[1], ranges[2])
    return part is None or meet(ranges[0], (part[0] * 100, part[1] * 100))


def bases_fit(ranges: Sequence[Range]) -> bool:
    """Three percentages and their levels: the bases of the parts make that of the whole."""
    bases = [_before(ranges[at + 3], ranges[at]) for at in range(3)]
    if any(base is None for base in bases):
        return True
    whole, out, into = (base for base in bases if base is not None)
    return meet(whole, total((out, into), (1, 1)))


def _before(level: Range, rate: Range) -> Range | None:
    return over(level, (1 + rate[0] / 100, 1 + rate[1] / 100))
