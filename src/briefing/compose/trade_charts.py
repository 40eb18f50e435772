"""What of the trade table is drawn together: periods of one kind side by side, in one unit, of one reporter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, localcontext
from itertools import pairwise

from briefing.compose.trade import TradeLine
from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import TRADE_MEASURES, Amount, Period
from briefing.frozen import frozen

#: The most periods that a chart can show, and the most charts: more are not read but counted.
MOST_PERIODS, MOST_CHARTS = 24, 3
#: Lengths, in months, of which each is as good as the next: months, quarters and half-years follow one another.
_TILES = frozenset((1, 3, 6))
#: Numbers of a scale stand this many times in its power of ten.
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 6
_FISCAL = re.compile(r"([0-9]{4})\s*[-–/]\s*(?:[0-9]{2}|[0-9]{4})\b")


@frozen
class Kind:
    """What periods have in common that compare: their length in months (0 where it is none), and their place in a year.

    Periods without a kind compare with no other.
    """

    months: int
    place: str = ""


@frozen(eq=False)
class Drawing:
    """What one chart shows: lines in order, those of one kind together, the most frequent kind first.

    `joined` and `apart` are as in `Category`. `values` has for each line what each of `measures` came to, in the scale
    and unit of `amount`. What is left out: amounts of `other_units`, periods that are `open`, and `earlier` ones.
    """

    lines: tuple[TradeLine, ...]
    kinds: tuple[Kind, ...]
    joined: tuple[bool, ...]
    apart: tuple[bool, ...]
    measures: tuple[str, ...]
    amount: Amount
    values: tuple[tuple[Decimal | None, ...], ...]
    other_units: bool
    open: bool
    earlier: bool


def drawings(lines: Sequence[TradeLine]) -> tuple[list[Drawing], bool]:
    """The charts for the lines of a table, one for each set of statistics, and whether there would be more of them.

    A single period has no chart where there is another with more.
    """
    groups: dict[tuple[str, str, str], list[TradeLine]] = {}
    for line in lines:
        figure = line.first
        groups.setdefault((figure.reporter, figure.partner, figure.scope), []).append(line)
    found = [drawing for group in groups.values() if (drawing := _drawing(group)) is not None]
    several = [drawing for drawing in found if len(drawing.lines) > 1] or found[:1]
    return several[:MOST_CHARTS], len(several) > MOST_CHARTS


def period_of(line: TradeLine) -> Period:
    return line.first.period


def kind_of(period: Period) -> Kind | None:
    """The kind of a period; none for one that is open, or of which nothing is known."""
    months = period.months
    if months is not None:
        year, first, last_year, last = months
        count = (last_year - year) * 12 + last - first + 1
        return Kind(count, "" if count in _TILES else f"{first:02}")
    if period.start and period.end:
        return Kind(0, f"{period.start[5:]} {period.end[5:]}")
    fiscal = _FISCAL.search(period.label) if not (period.start or period.end) else None
    return Kind(12, "fiscal") if fiscal else None


def _start(period: Period) -> tuple[int, str]:
    """What periods of one kind are ordered by: the month that they begin with, counted from the year 0, and the day."""
    fiscal = _FISCAL.search(period.label) if not period.start else None
    if fiscal:
        return int(fiscal[1]) * 12, ""
    year, month = period.start[:4], period.start[5:7]
    return (int(year) * 12 + int(month) if year.isdecimal() and month.isdecimal() else 0), period.start


@frozen(eq=False)
class _Part:
    """What a line gives to a chart: its kind and place in time, and its values in the chart's scale and unit."""

    kind: Kind | None
    start: tuple[int, str]
    values: Mapping[str, Decimal]
    other_units: bool
    is_open: bool


def _part(line: TradeLine, like: Amount) -> _Part:
    """The very same in the next run where the line's figures are the same."""
    figures = line.figures

    def make() -> _Part:
        period = period_of(line)
        values = {name: value for name, f in figures.items() if (value := _value(f.amount, like)) is not None}
        others = any(_known(f.amount) and f.amount.unit != like.unit for f in figures.values())
        is_open = bool(period.start) != bool(period.end)
        return _Part(kind_of(period), _start(period), values, others, is_open and bool(values))

    key = ("charted", line.key, tuple(figures), like.scale, like.unit)
    return line.scope.kept(key, tuple(figures.values()), make)


def _drawing(lines: Sequence[TradeLine]) -> Drawing | None:
    amount = next((figure.amount for line in lines for figure in line.figures.values() if _known(figure.amount)), None)
    if amount is None:
        return None
    parts = [(line, _part(line, amount)) for line in lines]
    ordered = _ordered([(line, part) for line, part in parts if part.kind is not None and part.values])
    shown = ordered[-MOST_PERIODS:]
    if not shown:
        return None
    measures = tuple(name for name in TRADE_MEASURES if any(name in part.values for _, part in shown))
    drawn = [part for _, part in shown]
    return Drawing(
        lines=tuple(line for line, _ in shown),
        kinds=tuple(part.kind for part in drawn if part.kind is not None),
        joined=(False, *(_joined(before, part) for before, part in pairwise(drawn))),
        apart=(False, *(before.kind != part.kind for before, part in pairwise(drawn))),
        measures=measures,
        amount=amount,
        values=tuple(tuple(part.values.get(measure) for measure in measures) for part in drawn),
        other_units=any(part.other_units for _, part in parts),
        open=any(part.is_open for _, part in parts),
        earlier=len(ordered) > len(shown),
    )


def _ordered(parts: Sequence[tuple[TradeLine, _Part]]) -> list[tuple[TradeLine, _Part]]:
    """The lines by kind and time: the kind with most periods first, of equals the longer one."""
    counts = Counter(part.kind for _, part in parts if part.kind is not None)
    rank = {kind: at for at, kind in enumerate(sorted(counts, key=lambda kind: (-counts[kind], -kind.months)))}
    return sorted(
        parts, key=lambda each: (rank[each[1].kind], each[1].start) if each[1].kind is not None else (0, (0, ""))
    )


def _joined(before: _Part, part: _Part) -> bool:
    """Whether one period is the next of its kind: it follows on the other, or is the same part of the next year."""
    if part.kind is None or before.kind != part.kind:
        return False
    step = part.start[0] - before.start[0]
    return step == part.kind.months or (step == 12 and part.kind.months < 12)


def _known(amount: Amount) -> bool:
    return amount.number is not None and amount.scale in ("", *POWERS)


def _value(amount: Amount, like: Amount) -> Decimal | None:
    """An amount as a number of the scale of another one; none where the unit is another."""
    number = amount.number
    if number is None or not _known(amount) or amount.unit != like.unit:
        return None
    with localcontext(prec=60):
        return number.scaleb(POWERS[amount.scale or "unit"] - POWERS[like.scale or "unit"])


def scale_of(values: Iterable[Decimal | None]) -> tuple[Decimal, ...]:
    """The numbers of a scale with nought in it, from below all values to above them, at steps that are easily read."""
    known = [value for value in values if value is not None]
    low, high = min([*known, Decimal()]), max([*known, Decimal()])
    if low == high:
        return Decimal(), Decimal(1)
    with localcontext(prec=60):
        power = Decimal(1).scaleb((high - low).adjusted() - 1)
        steps = [step * power * ten for ten in (1, 10) for step in _STEPS]
        step = next((each for each in steps if _ticks(low, high, each)[1] <= _MOST_TICKS), steps[-1])
        first, count = _ticks(low, high, step)
        return tuple((first + at) * step for at in range(count))


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[int, int]:
    """The number of the first multiple of a step at or below `low`, and how many reach from it to `high`."""
    first = int((low / step).to_integral_value("ROUND_FLOOR"))
    last = int((high / step).to_integral_value("ROUND_CEILING"))
    return first, last - first + 1


__all__ = ["MOST_PERIODS", "Drawing", "Kind", "drawings", "kind_of", "period_of", "scale_of"]
