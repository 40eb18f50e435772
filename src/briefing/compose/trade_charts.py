"""What of the trade table is drawn together: periods of one kind side by side, in one unit, of one reporter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext

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
        figure = next(iter(line.figures.values()))
        groups.setdefault((figure.reporter, figure.partner, figure.scope), []).append(line)
    found = [drawing for group in groups.values() if (drawing := _drawing(group)) is not None]
    several = [drawing for drawing in found if len(drawing.lines) > 1] or found[:1]
    return several[:MOST_CHARTS], len(several) > MOST_CHARTS


def period_of(line: TradeLine) -> Period:
    return next(iter(line.figures.values())).period


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


def _drawing(lines: Sequence[TradeLine]) -> Drawing | None:
    amount = next((figure.amount for line in lines for figure in line.figures.values() if _known(figure.amount)), None)
    if amount is None:
        return None
    drawn = [line for line in lines if any(_value(f.amount, amount) is not None for f in line.figures.values())]
    kinds = {line.key: kind for line in drawn if (kind := kind_of(period_of(line))) is not None}
    ordered = _ordered([line for line in drawn if line.key in kinds], kinds)
    shown = ordered[-MOST_PERIODS:]
    if not shown:
        return None
    measures = tuple(m for m in TRADE_MEASURES if any(_of(line, m, amount) is not None for line in shown))
    pairs = list(zip([None, *shown], shown, strict=False))
    return Drawing(
        lines=tuple(shown),
        kinds=tuple(kinds[line.key] for line in shown),
        joined=tuple(before is not None and _joined(before, line, kinds) for before, line in pairs),
        apart=tuple(before is not None and kinds[before.key] != kinds[line.key] for before, line in pairs),
        measures=measures,
        amount=amount,
        values=tuple(tuple(_of(line, measure, amount) for measure in measures) for line in shown),
        other_units=any(
            _known(f.amount) and f.amount.unit != amount.unit for each in lines for f in each.figures.values()
        ),
        open=any(_is_open(period_of(line)) for line in drawn),
        earlier=len(ordered) > len(shown),
    )


def _ordered(lines: Sequence[TradeLine], kinds: dict[str, Kind]) -> list[TradeLine]:
    """The lines by kind and time: the kind with most periods first, of equals the longer one."""
    counts: dict[Kind, int] = {}
    for line in lines:
        counts[kinds[line.key]] = counts.get(kinds[line.key], 0) + 1
    rank = {kind: at for at, kind in enumerate(sorted(counts, key=lambda kind: (-counts[kind], -kind.months)))}
    return sorted(lines, key=lambda line: (rank[kinds[line.key]], _start(period_of(line))))


def _joined(before: TradeLine, line: TradeLine, kinds: dict[str, Kind]) -> bool:
    """Whether one period is the next of its kind: it follows on the other, or is the same part of the next year."""
    kind = kinds[line.key]
    if kinds[before.key] != kind:
        return False
    step = _start(period_of(line))[0] - _start(period_of(before))[0]
    return step == kind.months or (step == 12 and kind.months < 12)


def _is_open(period: Period) -> bool:
    return bool(period.start) != bool(period.end)


def _known(amount: Amount) -> bool:
    return amount.number is not None and amount.scale in ("", *POWERS)


def _of(line: TradeLine, measure: str, amount: Amount) -> Decimal | None:
    figure = line.figures.get(measure)
    return _value(figure.amount, amount) if figure is not None else None


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
