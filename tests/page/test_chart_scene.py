"""The drawing of a chart as arithmetic: places, lines that break off, words that find room."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from random import Random

import pytest
from tests.sample_charts import FIGURES, chart, random_chart

from briefing.compose.document import Chart, Span, Tick
from briefing.letterhead.model import Furniture, Letterhead, PageSetup, TableLook
from briefing.letterhead.tints import INK, chart_look, contrast, tint
from briefing.page.chart_labels import MOST_LINES, estimated, line_width, wrapped
from briefing.page.chart_plot import APART, make_plot, runs
from briefing.page.chart_scene import HEIGHT, SIZE, Bar, Dot, Label, Scene, Stroke, draw, plot_of
from briefing.page.chart_sides import sides

WIDTH = 459.3
PLAIN = Letterhead(
    PageSetup(595.3, 841.9, 68.0, 68.0, 78.0, 72.0, 48.7, 40.0),
    {}, TableLook(), Furniture(), Furniture(), Furniture(), Furniture(),
)  # fmt: skip
LOOK = chart_look(PLAIN)


def scene(made: Chart) -> Scene:
    return draw(made, WIDTH, LOOK, estimated)


def bars(made: Chart) -> list[Bar]:
    """The bars of the values; those of the legend come before them."""
    return [shape for shape in scene(made).shapes if isinstance(shape, Bar)][len(made.series) :]


def words(label: Label) -> str:
    return "".join(span.text for span in label.spans)


def test_bars_are_as_high_as_their_values() -> None:
    made = chart(values={"total": ("200", "400", "0", "800", None)})
    low, middle, nothing, high = (bar.height for bar in bars(made))
    assert middle == pytest.approx(2 * low)
    assert high == pytest.approx(4 * low)
    assert nothing == 0
    assert len({round(bar.y + bar.height, 6) for bar in bars(made)}) == 1


def test_bars_stand_beside_one_another_and_unlike_periods_apart() -> None:
    found = sorted(bars(chart()), key=lambda bar: bar.x)
    assert len(found) == 14
    assert all(one.x + one.width <= other.x for one, other in pairwise(found))
    plot, _ = plot_of(chart(), WIDTH, estimated)
    steps = [other - one for one, other in pairwise(plot.starts)]
    assert steps[-1] == pytest.approx(steps[0] + APART)
    (divider,) = plot.dividers
    assert plot.starts[3] + plot.slot < divider < plot.starts[4]


def test_a_value_below_nothing_hangs_from_the_line_of_nothing() -> None:
    made = chart(values={"total": ("200", "-100", "100", "50", None)})
    up, down, *_ = bars(replace(made, ticks=(Tick(Decimal(-200), "−200"), *made.ticks)))
    assert down.y == pytest.approx(up.y + up.height)


@pytest.mark.parametrize(
    ("broken", "lines"),
    [((), [[0, 1], [3], [4]]), ((1,), [[0], [1], [3], [4]]), ((3,), [[0, 1], [3], [4]])],
)
def test_a_line_breaks_off_at_a_gap_and_at_another_kind_of_period(
    broken: tuple[int, ...], lines: list[list[int]]
) -> None:
    made = chart(kind="lines", broken=broken)
    assert list(runs(made, 0)) == lines
    strokes = [s for s in scene(made).shapes if isinstance(s, Stroke) and s.color == LOOK.series["export"].line]
    drawn = [len(s.points) for s in strokes if s.width == LOOK.series["export"].width]
    assert drawn[1:] == [len(line) for line in lines if len(line) > 1]  # the first is the legend's


def test_every_value_has_a_marker() -> None:
    dots = [shape for shape in scene(chart(kind="lines")).shapes if isinstance(shape, Dot)]
    assert len(dots) == 3 + 14


@pytest.mark.parametrize("seed", range(30))
def test_nothing_is_drawn_outside_and_no_words_over_others(seed: int) -> None:
    made = random_chart(Random(seed), "r")
    found = scene(made)
    assert (found.width, found.height) == (WIDTH, HEIGHT)
    for shape in found.shapes:
        for x, y in _corners(shape):
            assert -0.6 <= x <= WIDTH + 0.6
            assert -0.6 <= y <= HEIGHT
    if made.kind == "lines":
        said = [label for label in found.labels if words(label).strip(">") in _values(made)]
        for one, other in combinations(said, 2):
            assert not _meet(one, other), (words(one), words(other))


def _values(made: Chart) -> set[str]:
    return {datum.words[0].text for series in made.series for datum in series.values if datum.words}


def _corners(shape: object) -> list[tuple[float, float]]:
    if isinstance(shape, Bar):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    if isinstance(shape, Stroke):
        return list(shape.points)
    assert isinstance(shape, Dot)
    return [(shape.x, shape.y)]


def _meet(one: Label, other: Label) -> bool:
    """Whether two numbers beside markers of one period are drawn over one another."""
    if abs(one.x - other.x) > 15 or one.anchor != other.anchor:
        return False
    return abs(one.y - other.y) < SIZE * 0.7


def test_numbers_stand_where_they_hide_nothing() -> None:
    made = chart(
        kind="lines", values={"export": ("400",), "import": ("395",), "total": ("795",)}, names=["2021"], apart=()
    )
    plot, _ = plot_of(made, WIDTH, estimated)
    assert sides(made, plot) == (("left",), ("right",), ("right",))
    wide = chart(
        kind="lines", names=["2021", "2022"], apart=(), values={"export": ("300", "500"), "total": ("600", "520")}
    )
    plot, _ = plot_of(wide, WIDTH, estimated)
    assert sides(wide, plot) == (("below", "below"), ("above", "above"))


def test_of_many_periods_only_the_ends_of_lines_have_numbers() -> None:
    names = [str(2000 + at) for at in range(12)]
    made = chart(kind="lines", names=names, values={"total": [str(400 + at) for at in range(12)]}, apart=())
    said = {words(label) for label in scene(made).labels}
    assert {"400", "411"} <= said
    assert "405" not in said


def test_numbers_are_left_out_where_bars_are_too_narrow_for_them() -> None:
    assert "680.3" in {words(label) for label in scene(chart()).labels}
    names = [str(2000 + at) for at in range(12)]
    made = chart(names=names, values={m: ["123.4"] * 12 for m in FIGURES}, apart=())
    assert "123.4" not in {words(label) for label in scene(made).labels}


def test_names_of_periods_are_broken_into_lines_and_lead_to_their_fields() -> None:
    name = (Span("January–September 2023", ("a",)), Span(" (provisional)", ("b",)))
    (lines,) = wrapped([name], 70.0, SIZE, estimated)
    assert ["".join(span.text for span in line) for line in lines] == ["January–", "September 2023", "(provisional)"]
    assert [span.paths for line in lines for span in line] == [("a",), ("a",), ("b",)]


@pytest.mark.parametrize("count", range(1, 30))
def test_names_that_find_no_room_are_left_out_but_for_the_last(count: int) -> None:
    names = [(Span(f"January–September {2000 + at}"),) for at in range(count)]
    room = WIDTH / count
    lines = wrapped(names, room, SIZE, estimated)
    assert lines[-1]
    assert all(len(each) <= MOST_LINES for each in lines)
    shown = [at for at, each in enumerate(lines) if each]
    apart = min((other - one for one, other in pairwise(shown)), default=1)
    assert all(line_width(line, SIZE, estimated) <= room * apart or count == 1 for each in lines for line in each)


def test_words_stay_inside_at_the_right() -> None:
    names = [f"{'Long ' * 6}{at}" for at in range(12)]
    made = chart(names=names, values={"total": ["1"] * 12}, apart=())
    for label in scene(made).labels:
        if label.anchor == "center":
            assert label.x + line_width(label.spans, label.size, estimated) / 2 <= WIDTH + 0.01


def test_an_empty_chart_is_an_empty_scale() -> None:
    found = scene(chart(names=(), values={}, apart=()))
    assert not found.areas
    assert make_plot(chart(), 0.0, 100.0, 0.0, 1.0).slot > 0


@pytest.mark.parametrize(
    ("color", "ratio"), [("#ffffff", 1.0), ("#000000", 21.0), ("#777777", 4.48), ("#1f3a5f", 11.48)]
)
def test_contrast_is_that_of_the_guidelines(color: str, ratio: float) -> None:
    assert contrast(color) == pytest.approx(ratio, abs=0.05)


def test_a_tint_is_the_colour_with_white() -> None:
    assert [tint("#204060", part) for part in (1.0, 0.5, 0.0)] == ["#204060", "#90a0b0", "#ffffff"]


def test_without_a_dark_heading_charts_have_an_ink_of_their_own() -> None:
    from briefing.letterhead.model import Face, Style

    pale = Face(color="#ffe680")
    styles = {name: Style(name, pale) for name in ("heading 1", "table head", "table text", "body text")}
    found = chart_look(Letterhead(PLAIN.page, styles, TableLook(), *[Furniture()] * 4))
    assert found.series["export"].fill == INK
    assert (found.words, found.values) == (INK, INK)
