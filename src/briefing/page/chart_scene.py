"""What is drawn of a chart, in points from its upper left corner: the one drawing of page, picture and web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from briefing.compose.document import Chart, Datum, Span, Spans
from briefing.frozen import frozen
from briefing.letterhead.tints import ChartLook, MarkerShape, SeriesLook
from briefing.page.chart_labels import LINE, Measure, line_width, wrapped
from briefing.page.chart_plot import DOT, Plot, bar_width, make_plot, runs
from briefing.page.chart_sides import OFF, Side, sides

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
#: Left, top, right and foot.
Room = tuple[float, float, float, float]


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
    """Where a click means a value. It is lit with the value where it is `seen`: a bar, or a marker without words."""

    x: float
    y: float
    width: float
    height: float
    span: Span
    seen: bool = True


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
        self._names(plot, names)
        self._bars(plot) if self._chart.kind == "bars" else self._lines(plot)
        said = [label for label in self._labels if label.color == self._look.values]
        self._shapes[:0] = self._scale(plot, [self._room(label) for label in said])
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

    def _scale(self, plot: Plot, said: Sequence[Room]) -> Iterator[Stroke]:
        """The lines of the scale, open where words stand, and those between periods that do not compare."""
        for tick in self._chart.ticks:
            y, drop = plot.y(tick.at), SIZE * CAPITALS / 2
            self._label((Span(tick.text),), plot.left - _BESIDE, y + drop, "right", SIZE, self._look.words)
            if tick.at == 0:
                yield Stroke(((plot.left, y), (plot.right, y)), self._look.axis, 0.75)
                continue
            x = plot.left
            for left, right in sorted((left, right) for left, top, right, foot in said if top < y < foot):
                if left > x:
                    yield Stroke(((x, y), (left, y)), self._look.rule, 0.5)
                x = max(x, right)
            if x < plot.right:
                yield Stroke(((x, y), (plot.right, y)), self._look.rule, 0.5)
        for x in plot.dividers:
            yield Stroke(((x, plot.top), (x, plot.bottom + LINE)), self._look.axis, 0.5, (1.5, 2.0))

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
                    self._label(datum.words, x + width / 2, over, "center", size, self._look.values)

    def _lines(self, plot: Plot) -> None:
        for at, series in enumerate(self._chart.series):
            look = self._look.of(series.measure)
            for run in runs(self._chart, at):
                points = [(plot.middle(n), plot.y(value)) for n in run if (value := series.values[n].value) is not None]
                if len(points) > 1:
                    self._shapes.append(Stroke(tuple(points), look.line, look.width, look.dash))
        placed, reach = sides(self._chart, plot), DOT + _REACH
        for at, series in enumerate(self._chart.series):
            look = self._look.of(series.measure)
            for number, datum in enumerate(series.values):
                if datum.value is not None:
                    x, y, side = plot.middle(number), plot.y(datum.value), placed[at][number]
                    self._dot(x, y, look)
                    self._area(x - reach, y - reach, 2 * reach, 2 * reach, datum, seen=not side)
                    self._beside(datum, x, y, side)

    def _beside(self, datum: Datum, x: float, y: float, side: Side) -> None:
        """The words of a value beside its marker."""
        tall, color = SIZE * CAPITALS, self._look.values
        if side in ("above", "below"):
            drop = -OFF - 1.0 if side == "above" else OFF + tall + 0.5
            self._label(datum.words, x, y + drop, "center", SIZE, color)
        elif side == "right":
            self._label(datum.words, x + OFF + 1.0, y + tall / 2, "left", SIZE, color)
        elif side == "left":
            self._label(datum.words, x - OFF - 1.0, y + tall / 2, "right", SIZE, color)

    def _room(self, label: Label) -> Room:
        """The room of words, with a little beside them."""
        wide, tall = line_width(label.spans, label.size, self._measure), label.size * CAPITALS
        left = label.x - {"left": 0.0, "center": wide / 2, "right": wide}[label.anchor]
        return left - 1.0, label.y - tall - 1.0, left + wide + 1.0, label.y + 1.0

    def _dot(self, x: float, y: float, look: SeriesLook) -> None:
        self._shapes.append(Dot(x, y, look.marker, look.line, look.hollow))

    def _label(self, spans: Spans, x: float, y: float, anchor: Anchor, size: float, color: str) -> None:
        self._labels.append(Label(spans, x, y, anchor, size, color))

    def _area(self, x: float, y: float, width: float, height: float, datum: Datum, *, seen: bool = True) -> None:
        if datum.words:
            self._areas.append(Area(x, y, width, height, datum.words[0], seen))
