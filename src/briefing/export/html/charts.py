"""Charts as drawings inside the page (SVG): sharp at any size, with the words that stand for them."""

from __future__ import annotations

from briefing.compose.document import Chart
from briefing.export.html.words import attribute, words
from briefing.letterhead.model import Letterhead
from briefing.letterhead.tints import WHITE, chart_look
from briefing.page.chart_labels import estimated
from briefing.page.chart_plot import DOT
from briefing.page.chart_scene import Bar, Dot, Label, Scene, Shape, Stroke, draw

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
#: Width of the edges of bars and markers, in points.
_EDGE = 0.6


def figure(chart: Chart, letterhead: Letterhead, broken: str) -> str:
    """A chart with its title and note; `broken` is the class of one that starts a page."""
    scene = draw(chart, letterhead.page.text_width, chart_look(letterhead), estimated)
    note = f'<p class="note">{words(chart.note)}</p>\n' if chart.note else ""
    return (
        f'<figure class="chart{broken}">\n<figcaption>{words(chart.title)}</figcaption>\n'
        f"{_svg(scene, chart.summary)}\n{note}</figure>\n"
    )


def _svg(scene: Scene, summary: str) -> str:
    inner = "".join([*map(_shape, scene.shapes), *map(_label, scene.labels)])
    return (
        f'<svg role="img" aria-label="{attribute(summary)}" viewBox="0 0 {scene.width:g} {scene.height:g}">'
        f'<rect width="{scene.width:g}" height="{scene.height:g}" fill="{WHITE}"/>{inner}</svg>'
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Bar):
        return _bar(shape)
    return _stroke(shape) if isinstance(shape, Stroke) else _dot(shape)


def _bar(bar: Bar) -> str:
    """A bar, its edge inside it."""
    inset, edge = 0.0, ""
    if bar.edge and bar.height > 2 * _EDGE:
        inset, edge = _EDGE / 2, f' stroke="{bar.edge}" stroke-width="{_EDGE:g}"'
    return (
        f'<rect x="{_n(bar.x + inset)}" y="{_n(bar.y + inset)}" width="{_n(bar.width - 2 * inset)}"'
        f' height="{_n(bar.height - 2 * inset)}" fill="{bar.fill}"{edge}/>'
    )


def _stroke(stroke: Stroke) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in stroke.points)
    dash = f' stroke-dasharray="{" ".join(map(_n, stroke.dash))}"' if stroke.dash else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{stroke.color}" stroke-width="{_n(stroke.width)}"'
        f' stroke-linejoin="round"{dash}/>'
    )


def _dot(dot: Dot) -> str:
    side = DOT - _EDGE
    look = f'fill="{WHITE if dot.hollow else dot.color}" stroke="{dot.color}" stroke-width="{2 * _EDGE:g}"'
    if dot.shape == "circle":
        return f'<circle cx="{_n(dot.x)}" cy="{_n(dot.y)}" r="{_n(side)}" {look}/>'
    if dot.shape == "square":
        corner, width = f'x="{_n(dot.x - side)}" y="{_n(dot.y - side)}"', _n(2 * side)
        return f'<rect {corner} width="{width}" height="{width}" {look}/>'
    around = ((0.0, -DOT), (DOT, 0.0), (0.0, DOT), (-DOT, 0.0))
    points = " ".join(f"{_n(dot.x + x)},{_n(dot.y + y)}" for x, y in around)
    return f'<polygon points="{points}" {look}/>'


def _label(label: Label) -> str:
    return (
        f'<text x="{_n(label.x)}" y="{_n(label.y)}" text-anchor="{_ANCHORS[label.anchor]}"'
        f' font-size="{label.size:g}" fill="{label.color}">{attribute("".join(s.text for s in label.spans))}</text>'
    )


def _n(length: float) -> str:
    """A length with as many decimals as can be seen."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
