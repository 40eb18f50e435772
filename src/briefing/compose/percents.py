"""Percents: how much of a computed change may be printed, given that the levels it comes from are rounded."""

from __future__ import annotations

from decimal import Decimal

from briefing.dossier.intervals import INFINITE, Interval, qualified, rounded
from briefing.frozen import frozen

_HALF = Decimal("0.5")
#: Round numbers that growth is said to be more than, or nearly: fives at first, then tens.
_ROUND = tuple(map(Decimal, (5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100)))
#: How near below a round number is nearly it.
_NEARLY = Decimal("0.97")
#: How far a difference with fewer decimals may be off, as a part of it.
_CLOSE = Decimal("0.02")


@frozen
class Percent:
    """A percentage without its sign, as it is to be printed. Nothing may be said where `text` is empty."""

    text: str = ""
    qualifier: str = ""

    @property
    def decimals(self) -> int:
        return len(self.text.partition(".")[2])


def printable(size: Interval, middle: Decimal | None, most: int = 1) -> Percent:
    """What may be said of a percentage that lies in an interval.

    `middle` is what the printed numbers themselves give, None where they are only bounds. Where it is too uncertain
    for "about" it is more than the next round number below.
    """
    found = exact_or_about(size, middle, most) if middle is not None else Percent()
    below = _below(size.low)
    return found if found.text or not below else Percent(f"{below:f}", "more_than")


def exact_or_about(size: Interval, middle: Decimal, most: int) -> Percent:
    """A computed number, its last decimal no finer than the interval: with `most` decimals at most.

    Where not even whole numbers are as coarse it is "about" what the printed numbers give, as long as all of the
    interval lies within what "about" may be off by; nothing where it does not.
    """
    if size.high == INFINITE:
        return Percent()
    for decimals in range(most, -1, -1):
        step, found = Decimal(1).scaleb(-decimals), rounded(middle, decimals)
        if found and size.high - size.low <= step:
            return Percent(f"{found:f}")
        if not found and size.high < step:
            return Percent(f"{step:f}", "less_than")
    return _about(size, middle, 0)


def close_or_about(size: Interval, middle: Decimal, most: int) -> Percent:
    """The same for a difference that readers work out too: rather "about 1.2" than 1."""
    found = exact_or_about(size, middle, most)
    off = abs(Decimal(found.text) - middle) if found.text and not found.qualifier else middle
    if off <= middle * _CLOSE:
        return found
    return next(
        (about for decimals in range(most, -1, -1) if (about := _about(size, middle, decimals)).text), Percent()
    )


def _about(size: Interval, middle: Decimal, decimals: int) -> Percent:
    about, half = rounded(middle, decimals), _HALF.scaleb(-decimals)
    wide = qualified(about, half, half, "about")
    within = about > 0 and wide.low <= size.low and size.high <= wide.high
    return Percent(f"{about:f}", "about") if within else Percent()


def round_number(size: Interval) -> Percent:
    """The size by a round number that is never more than it: more than 40, nearly 60; about 40 where it may be either.

    Nothing where it is below the first round number, or too uncertain.
    """
    above = next((each for each in _ROUND if size.low < each), None)
    if above is not None and size.low >= above * _NEARLY:
        if size.high < above:
            return Percent(f"{above:f}", "nearly")
        if size.high < above + _HALF:
            return Percent(f"{above:f}", "about")
    below = _below(size.low)
    return Percent(f"{below:f}", "more_than") if below else Percent()


def _below(low: Decimal) -> Decimal | None:
    """The last round number that is less."""
    return max((each for each in _ROUND if each < low), default=None)
