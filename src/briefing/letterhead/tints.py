"""Colours of charts: one hue, the letterhead's own, in steps of lightness that are told apart in grey print too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefing.frozen import frozen
from briefing.letterhead.model import Letterhead

MarkerShape = Literal["square", "circle", "diamond"]

#: The hue where the letterhead's headings are too light to draw with, and the rule where its tables have none.
INK, RULE, WHITE = "#1f3a5f", "#c9cdd3", "#ffffff"
#: Contrast to white paper (WCAG 2.2, 1.4.11 and 1.4.3): of what is drawn, and of the darkest tint and of words.
DRAWN, DARK = 3.0, 4.5
#: How much of the hue the middle and the lightest tint have. The lightest is seen by its edge.
_MIDDLE, _LIGHT, _STEP = 0.5, 0.14, 0.02


@frozen
class SeriesLook:
    """How one series is drawn: `fill` and `edge` of bars; `line`, its `width`, `dash` and `marker` of lines."""

    fill: str
    edge: str
    line: str
    width: float
    dash: tuple[float, ...]
    marker: MarkerShape
    hollow: bool = False


@frozen
class ChartLook:
    """Looks of the series by measure, and the colours of the scale's lines, of words, and of values beside bars."""

    series: Mapping[str, SeriesLook]
    rule: str
    axis: str
    words: str
    values: str
    family: str

    def of(self, measure: str) -> SeriesLook:
        return self.series.get(measure) or next(iter(self.series.values()))


def chart_look(letterhead: Letterhead) -> ChartLook:
    """The look of charts in a letterhead. Exports are dark, imports half as dark, the total light within an edge."""
    head, text = letterhead.style("Table Head").face, letterhead.style("Table Text").face
    ink = next((c for c in (letterhead.style("heading 1").face.color, text.color) if contrast(c) >= DARK), INK)
    middle = tint(ink, _MIDDLE)
    strength = _MIDDLE
    while contrast(middle) < DRAWN:
        strength += _STEP
        middle = tint(ink, strength)
    rule = letterhead.table.row_rule
    return ChartLook(
        series={
            "export": SeriesLook(ink, ink, ink, 1.2, (), "circle"),
            "import": SeriesLook(middle, middle, middle, 1.2, (3.5, 2.0), "diamond", hollow=True),
            "total": SeriesLook(tint(ink, _LIGHT), ink, ink, 2.0, (), "square"),
        },
        rule=rule.color if rule is not None else RULE,
        axis=middle,
        words=head.color if contrast(head.color) >= DARK else ink,
        values=text.color if contrast(text.color) >= DARK else ink,
        family=text.family,
    )


def tint(color: str, strength: float) -> str:
    """A colour (``#rrggbb``) mixed with white; at 1 it is itself."""
    return "#" + "".join(f"{round(255 - (255 - part) * min(strength, 1.0)):02x}" for part in _parts(color))


def contrast(color: str) -> float:
    """Contrast of a colour to white, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def divider_color(letterhead: Letterhead) -> str:
    """The colour of a rule across the text: that of the rules under the rows of its tables."""
    rule = letterhead.table.row_rule
    return rule.color if rule is not None else RULE
