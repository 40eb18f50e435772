"""Where the values of a chart stand in its drawing: arithmetic alone, without fonts and without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefing.compose.document import Chart
from briefing.frozen import frozen

#: Room before a period that stands apart, the part of a period's room that bars take, and the widest bar, in points.
APART, TAKEN, WIDEST = 18.0, 0.74, 30.0
#: Half a marker.
DOT = 2.4


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
