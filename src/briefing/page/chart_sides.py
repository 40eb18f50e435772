"""On which side of its marker a value's words stand, so that they hide no marker, no line and no other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from briefing.compose.document import Chart
from briefing.page.chart_plot import DOT, Plot, runs

#: Height of words and half their width, and how far they are from the middle of their marker.
WORDS, HALF, OFF = 7.5, 10.0, 4.0
#: Of more periods than these, lines have values beside their ends only.
_SAID = 8

Side = Literal["above", "below", "right", "left", ""]
#: From top to foot, in points.
Room = tuple[float, float]


def sides(chart: Chart, plot: Plot) -> tuple[tuple[Side, ...], ...]:
    """The side of each value's words, by series and period; none where there is no room on any side.

    Beside a marker there is room where no line leads on from it.
    """
    many = len(chart.categories) > _SAID
    lines = [list(runs(chart, at)) for at in range(len(chart.series))]
    said = [{end for run in line for end in ((run[0], run[-1]) if many else run)} for line in lines]
    free: list[tuple[set[int], set[int]]] = [({run[0] for run in line}, {run[-1] for run in line}) for line in lines]
    found: list[list[Side]] = [[""] * len(chart.categories) for _ in chart.series]
    for category in range(len(chart.categories)):
        heights = {
            at: plot.y(value)
            for at, series in enumerate(chart.series)
            if (value := series.values[category].value) is not None
        }
        drawn = [*((y - DOT, y + DOT) for y in heights.values()), *_lines(chart, plot, lines, category)]
        taken: dict[Side, list[Room]] = {"above": drawn, "below": drawn, "right": [], "left": []}
        for at in _outer_first(sorted(heights, key=heights.__getitem__)):
            lowest = heights[at] == max(heights.values()) and len(heights) > 1
            if category in said[at]:
                left, right = (category in ends for ends in free[at])
                rooms = _tried(heights[at], lowest=lowest, left=left, right=right)
                found[at][category] = _place(rooms, taken, plot)
    return tuple(map(tuple, found))


def _lines(chart: Chart, plot: Plot, lines: Sequence[Sequence[list[int]]], category: int) -> Iterator[Room]:
    """Where lines run within the width of words over a period."""
    for series, of_series in zip(chart.series, lines, strict=True):
        for run in of_series:
            for one, other in pairwise(run):
                if category not in (one, other):
                    continue
                far = other if category == one else one
                here, there = series.values[category].value, series.values[far].value
                assert here is not None  # a run has values only
                assert there is not None
                part = min(HALF / abs(plot.middle(far) - plot.middle(category)), 1.0)
                start = plot.y(here)
                end = start + (plot.y(there) - start) * part
                yield min(start, end) - 1.0, max(start, end) + 1.0


def _place(rooms: Sequence[tuple[Side, Room]], taken: dict[Side, list[Room]], plot: Plot) -> Side:
    """The first side with room, which is then taken."""
    for side, room in rooms:
        inside = side != "below" or room[1] < plot.bottom
        if inside and not any(room[0] < foot and top < room[1] for top, foot in taken[side]):
            taken[side].append(room)
            return side
    return ""


def _tried(y: float, *, lowest: bool, left: bool, right: bool) -> list[tuple[Side, Room]]:
    """The sides of a marker in the order in which they are tried; at `left` or `right` where no line leads there."""
    beside = (y - WORDS / 2, y + WORDS / 2)
    free: list[tuple[Side, Room]] = []
    if right:
        free.append(("right", beside))
    if left:
        free.append(("left", beside))
    if left and right:
        return free
    found: list[tuple[Side, Room]] = [("above", (y - OFF - WORDS, y - OFF)), ("below", (y + OFF, y + OFF + WORDS))]
    return [*(found[::-1] if lowest else found), *free]


def _outer_first(ordered: Sequence[int]) -> list[int]:
    """The highest, the lowest, and then those between."""
    return list(dict.fromkeys([*ordered[:1], *ordered[-1:], *ordered]))
