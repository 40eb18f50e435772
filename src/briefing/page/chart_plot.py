"""Where the values of a chart stand in its drawing: arithmetic alone, without fonts and without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from briefing.compose.document import Chart
from briefing.frozen import frozen

#: Room before a period that stands apart, the part of a period's room that bars take, and the widest bar, in points.
APART, TAKEN, WIDEST = 18.0, 0.74, 30.0
#: Half a marker, the height of the words beside one, and how far they are from its middle.
DOT, WORDS, OFF = 2.4, 7.5, 4.0
#: Of more periods than these, lines have values beside their ends only.
_SAID = 8

Side = Literal["above", "below", "right", "left", ""]


@frozen
class Plot:
    """The room of the values: its edges in points, the scale from foot to top, and the left edge of each period."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float
    starts: tuple[float, ...]
    slot: float

    def y(self, value: Decimal) -> float:
        part = (float(value) - self.low) / (self.high - self.low)
        return self.bottom - part * (self.bottom - self.top)

    @property
    def zero(self) -> float:
        return min(max(self.y(Decimal()), self.top), self.bottom)

    def middle(self, category: int) -> float:
        return self.starts[category] + self.slot / 2

    def bar(self, category: int, series: int, count: int) -> tuple[float, float]:
        """Left edge and width of the bar of one of `count` series."""
        width = bar_width(self.slot, count)
        return self.middle(category) + (series - count / 2) * width, width

    @property
    def dividers(self) -> Iterator[float]:
        """Where a period begins that stands apart from those before."""
        for before, start in zip(self.starts, self.starts[1:], strict=False):
            if start - before > self.slot + APART / 2:
                yield start - APART / 2


def bar_width(slot: float, count: int) -> float:
    """Width of each of the bars of `count` series in the room of a period."""
    return min(slot * TAKEN / max(count, 1), WIDEST)


def make_plot(chart: Chart, left: float, right: float, top: float, bottom: float) -> Plot:
    gaps = [APART if number and category.apart else 0.0 for number, category in enumerate(chart.categories)]
    slot = max((right - left - sum(gaps)) / max(len(gaps), 1), 0.1)
    starts: list[float] = []
    x = left
    for gap in gaps:
        x += gap
        starts.append(x)
        x += slot
    low, high = float(chart.ticks[0].at), float(chart.ticks[-1].at)
    return Plot(left, right, top, bottom, low, high, tuple(starts), slot)


def runs(chart: Chart, series: int) -> Iterator[list[int]]:
    """The periods over which one line of a series goes, each with a value; a single one has a marker and no line."""
    run: list[int] = []
    for number, (category, datum) in enumerate(zip(chart.categories, chart.series[series].values, strict=True)):
        if run and (datum.value is None or not category.joined):
            yield run
            run = []
        if datum.value is not None:
            run.append(number)
    if run:
        yield run


def sides(chart: Chart, plot: Plot) -> tuple[tuple[Side, ...], ...]:
    """On which side of its marker each value's words stand, by series and period: where they hide none of the others.

    None where there is no room on any side. Beside a marker there is room where no line goes on from it.
    """
    many = len(chart.categories) > _SAID
    lines = [list(runs(chart, at)) for at in range(len(chart.series))]
    ends = [{end for run in line for end in ((run[0], run[-1]) if many else run)} for line in lines]
    alone = [{run[0] for run in line if len(run) == 1} for line in lines]
    columns = [_column(chart, plot, number, ends, alone) for number in range(len(chart.categories))]
    return tuple(tuple(column[at] for column in columns) for at in range(len(chart.series)))


def _column(chart: Chart, plot: Plot, category: int, ends: Sequence[set[int]], alone: Sequence[set[int]]) -> list[Side]:
    """The sides of the values of one period."""
    values = [series.values[category].value for series in chart.series]
    heights = {at: plot.y(value) for at, value in enumerate(values) if value is not None}
    found: list[Side] = ["" for _ in chart.series]
    marks = [(y - DOT, y + DOT) for y in heights.values()]
    taken: dict[Side, list[tuple[float, float]]] = {"above": marks, "below": marks, "right": [], "left": []}
    for at in _outer_first(sorted(heights, key=heights.__getitem__)):
        y = heights[at]
        lowest = y == max(heights.values()) and len(heights) > 1
        for side, room in _tried(y, lowest, category in alone[at]) if category in ends[at] else ():
            inside = side != "below" or room[1] < plot.bottom
            if inside and not any(room[0] < foot and top < room[1] for top, foot in taken[side]):
                found[at] = side
                taken[side].append(room)
                break
    return found


def _tried(y: float, lowest: bool, alone: bool) -> list[tuple[Side, tuple[float, float]]]:
    """The sides of a marker in the order in which they are tried, each with the room from top to foot."""
    if alone:
        beside = (y - WORDS / 2, y + WORDS / 2)
        return [("right", beside), ("left", beside)]
    sides: list[tuple[Side, tuple[float, float]]] = [
        ("above", (y - OFF - WORDS, y - OFF)),
        ("below", (y + OFF, y + OFF + WORDS)),
    ]
    return sides[::-1] if lowest else sides


def _outer_first(ordered: Sequence[int]) -> list[int]:
    """The highest, the lowest, and then those between."""
    return list(dict.fromkeys([*ordered[:1], *ordered[-1:], *ordered]))
