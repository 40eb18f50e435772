"""What is drawn of a chart, in points from its upper left corner: the one drawing of page, picture and web page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from briefing.compose.document import Chart, Datum, Span, Spans
from briefing.frozen import frozen
from briefing.letterhead.tints import WHITE, ChartLook, MarkerShape, SeriesLook
from briefing.page.chart_labels import LINE, Measure, line_width, wrapped
from briefing.page.chart_plot import DOT, OFF, Plot, bar_width, make_plot, runs, sides

#: Height of the drawing, the letters of scale and periods, and those of a value where the usual ones find no room.
HEIGHT, SIZE, SMALL = 180.0, 7.5, 6.5
#: Capitals reach this far above the baseline, as a part of the letter size.
CAPITALS = 0.72
_LEGEND, _SWATCH, _LINE_SWATCH, _APART = 10.5, 8.0, 18.0, 14.0
#: Room above the highest line of the scale for a value's words, and between scale and values.
_OVER, _BESIDE = 28.0, 5.0
#: Around a marker or bar, what is clicked may be this far off.
_REACH = 3.0

Anchor = Literal["left", "center", "right"]


@frozen
class Bar:
    """A rectangle with an edge of half a point, or without one."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""


@frozen
class Stroke:
    points: tuple[tuple[float, float], ...]
    color: str
    width: float
    dash: tuple[float, ...] = ()


@frozen
class Dot:
    """A marker, its middle at `x`, `y`; a hollow one is white inside."""

    x: float
    y: float
    shape: MarkerShape
    color: str
    hollow: bool


Shape = Bar | Stroke | Dot


@frozen
class Label:
    """One line of words, its baseline at `y`, and the end or middle that `anchor` names at `x`."""

    spans: Spans
    x: float
    y: float
    anchor: Anchor
    size: float
    color: str


@frozen
class Area:
    """Where a click means a value."""

    x: float
    y: float
    width: float
    height: float
    span: Span


@frozen
class Scene:
    """Shapes in the order in which they are drawn, then the labels."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    areas: tuple[Area, ...]


def draw(chart: Chart, width: float, look: ChartLook, measure: Measure) -> Scene:
    """The drawing of a chart `width` points wide; `measure` gives the width of words at a letter size."""
    return _Drawing(chart, width, look, measure).scene()


def value_size(chart: Chart, room: float, measure: Measure) -> float:
    """The letter size in which all values stand over bars this wide, 0 where there is none."""
    words = [datum.words for series in chart.series for datum in series.values]
    for size in (SIZE, SMALL):
        if all(line_width(spans, size, measure) <= room for spans in words):
            return size
    return 0.0


def plot_of(chart: Chart, width: float, measure: Measure) -> tuple[Plot, list[list[Spans]]]:
    """The room of a chart's values in a drawing of this width, and the names of its periods in lines."""
    left = max((measure(tick.text, SIZE) for tick in chart.ticks), default=0.0) + _BESIDE
    slot = make_plot(chart, left, width, 0.0, 1.0).slot
    names = wrapped([category.words for category in chart.categories], slot, SIZE, measure)
    lines = max((len(name) for name in names), default=0)
    return make_plot(chart, left, width, _OVER, HEIGHT - lines * LINE - 5.0), names


class _Drawing:
    def __init__(self, chart: Chart, width: float, look: ChartLook, measure: Measure) -> None:
        self._chart, self._width, self._look, self._measure = chart, width, look, measure
        self._shapes: list[Shape] = []
        self._labels: list[Label] = []
        self._areas: list[Area] = []

    def scene(self) -> Scene:
        plot, names = plot_of(self._chart, self._width, self._measure)
        self._legend()
        self._scale(plot)
        self._names(plot, names)
        self._bars(plot) if self._chart.kind == "bars" else self._lines(plot)
        return Scene(self._width, HEIGHT, tuple(self._shapes), tuple(self._labels), tuple(self._areas))

    def _legend(self) -> None:
        """Which look is which series, in one line at the left."""
        x, middle = 0.0, _LEGEND - SIZE * CAPITALS / 2
        for series in self._chart.series:
            look = self._look.of(series.measure)
            if self._chart.kind == "bars":
                side = _SWATCH - 1.0
                self._shapes.append(Bar(x + 0.5, middle - side / 2, side, side, look.fill, look.edge))
                x += _SWATCH + 4.0
            else:
                self._shapes.append(Stroke(((x, middle), (x + _LINE_SWATCH, middle)), look.line, look.width, look.dash))
                self._dot(x + _LINE_SWATCH / 2, middle, look)
                x += _LINE_SWATCH + 4.0
            self._label((Span(series.name),), x, _LEGEND, "left", SIZE, self._look.values)
            x += self._measure(series.name, SIZE) + _APART

    def _scale(self, plot: Plot) -> None:
        for tick in self._chart.ticks:
            y = plot.y(tick.at)
            base = tick.at == 0
            color, thick = (self._look.axis, 0.75) if base else (self._look.rule, 0.5)
            self._shapes.append(Stroke(((plot.left, y), (plot.right, y)), color, thick))
            drop = SIZE * CAPITALS / 2
            self._label((Span(tick.text),), plot.left - _BESIDE, y + drop, "right", SIZE, self._look.words)
        for x in plot.dividers:
            ends = ((x, plot.top), (x, plot.bottom + LINE))
            self._shapes.append(Stroke(ends, self._look.axis, 0.5, (1.5, 2.0)))

    def _names(self, plot: Plot, names: list[list[Spans]]) -> None:
        for number, name in enumerate(names):
            for row, spans in enumerate(name):
                y = plot.bottom + 3.0 + SIZE + row * LINE
                most = self._width - line_width(spans, SIZE, self._measure) / 2
                self._label(spans, min(plot.middle(number), most), y, "center", SIZE, self._look.words)

    def _bars(self, plot: Plot) -> None:
        count = len(self._chart.series)
        size = value_size(self._chart, bar_width(plot.slot, count) + 1.0, self._measure)
        for at, series in enumerate(self._chart.series):
            look = self._look.of(series.measure)
            for number, datum in enumerate(series.values):
                if datum.value is None:
                    continue
                x, width = plot.bar(number, at, count)
                y = plot.y(datum.value)
                top, foot = sorted((y, plot.zero))
                self._shapes.append(Bar(x + 0.5, top, width - 1.0, foot - top, look.fill, look.edge))
                self._area(x, min(top, foot - _REACH), width, max(foot - top, _REACH), datum)
                if size:
                    over = top - 2.5 if datum.value >= 0 else foot + size
                    self._said(Label(datum.words, x + width / 2, over, "center", size, self._look.values), width - 1.0)

    def _lines(self, plot: Plot) -> None:
        for at, series in enumerate(self._chart.series):
            look = self._look.of(series.measure)
            for run in runs(self._chart, at):
                points = [(plot.middle(n), plot.y(value)) for n in run if (value := series.values[n].value) is not None]
                if len(points) > 1:
                    self._shapes.append(Stroke(tuple(points), look.line, look.width, look.dash))
        for label in self._beside(plot):
            self._said(label, self._width)
        for series in self._chart.series:
            look = self._look.of(series.measure)
            for number, datum in enumerate(series.values):
                if datum.value is not None:
                    x, y = plot.middle(number), plot.y(datum.value)
                    self._dot(x, y, look)
                    reach = DOT + _REACH
                    self._area(x - reach, y - reach, 2 * reach, 2 * reach, datum)

    def _beside(self, plot: Plot) -> Iterator[Label]:
        """The words of values, where they find room."""
        placed = sides(self._chart, plot)
        tall, color = SIZE * CAPITALS, self._look.values
        for at, series in enumerate(self._chart.series):
            for number, datum in enumerate(series.values):
                side = placed[at][number]
                if datum.value is None or not side:
                    continue
                x, y = plot.middle(number), plot.y(datum.value)
                if side in ("above", "below"):
                    drop = -OFF - 1.0 if side == "above" else OFF + tall + 0.5
                    yield Label(datum.words, x, y + drop, "center", SIZE, color)
                elif side == "right":
                    yield Label(datum.words, x + OFF + 1.0, y + tall / 2, "left", SIZE, color)
                else:
                    yield Label(datum.words, x - OFF - 1.0, y + tall / 2, "right", SIZE, color)

    def _said(self, label: Label, most: float) -> None:
        """The words of a value, on white that hides the lines of the scale behind them."""
        room, tall = min(line_width(label.spans, label.size, self._measure) + 1.0, most), label.size * CAPITALS
        left = label.x - {"left": 0.0, "center": room / 2, "right": room}[label.anchor]
        self._shapes.append(Bar(left, label.y - tall - 0.5, room, tall + 1.0, WHITE))
        self._labels.append(label)

    def _dot(self, x: float, y: float, look: SeriesLook) -> None:
        self._shapes.append(Dot(x, y, look.marker, look.line, look.hollow))

    def _label(self, spans: Spans, x: float, y: float, anchor: Anchor, size: float, color: str) -> None:
        self._labels.append(Label(spans, x, y, anchor, size, color))

    def _area(self, x: float, y: float, width: float, height: float, datum: Datum) -> None:
        if datum.words:
            self._areas.append(Area(x, y, width, height, datum.words[0]))
