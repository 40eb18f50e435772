"""Words in a chart: how wide they are where no font can be asked, and how a period's name is broken into lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.compose.document import Span, Spans

#: Width of words at a letter size, both in points.
Measure = Callable[[str, float], float]

#: Distance of lines, the most of them under a period, and room between two names beside each other.
LINE, MOST_LINES, BETWEEN = 9.0, 3, 4.0

#: A name is broken after a blank or a dash; a no-break space holds.
_PARTS = re.compile(r"[^ \u2013-]*(?: |[\u2013-]|\Z)")

_NARROW, _SPACED, _WIDE, _BROAD = "ijl|'.,:;!", " \u00a0()[]-tfrI/", "mwMW—…", "ABCDEFGHJKLNOPQRSTUVXYZ&%+<>=≈≥≤−"


def estimated(text: str, size: float) -> float:
    """The width of words in a sans-serif type, a little more rather than less."""
    return size * sum(map(_advance, text))


def _advance(letter: str) -> float:
    if letter in _NARROW:
        return 0.28
    if letter in _SPACED:
        return 0.34
    if letter in _WIDE:
        return 0.9
    return 0.7 if letter in _BROAD else 0.57


def line_width(spans: Spans, size: float, measure: Measure) -> float:
    return measure("".join(span.text for span in spans), size)


def wrapped(names: Sequence[Spans], room: float, size: float, measure: Measure) -> list[list[Spans]]:
    """Each name in lines no wider than its room; where they do not fit, every second name, or every third, and so on.

    The last always stands; a name that is left out has no lines.
    """
    for every in range(1, len(names) + 1):
        width = room * every - BETWEEN
        named = [(len(names) - 1 - number) % every == 0 for number in range(len(names))]
        lines = [
            _lines(name, width, size, measure) if is_named else [] for name, is_named in zip(names, named, strict=True)
        ]
        if all(_fits(each, width, size, measure) for each in lines):
            return lines
    return [*([] for _ in names[1:]), *([name] for name in names[-1:])]


def _fits(lines: list[Spans], width: float, size: float, measure: Measure) -> bool:
    return len(lines) <= MOST_LINES and all(line_width(line, size, measure) <= width for line in lines)


def _lines(name: Spans, width: float, size: float, measure: Measure) -> list[Spans]:
    """A name broken where it may be; a part that is wider than all room stands alone."""
    lines: list[Spans] = []
    line: Spans = ()
    for part in (Span(text, span.paths) for span in name for text in _PARTS.findall(span.text) if text):
        longer = _joined(line, part)
        if line and line_width(_stripped(longer), size, measure) > width:
            lines.append(_stripped(line))
            line = (part,)
        else:
            line = longer
    return [*lines, _stripped(line)] if line else lines


def _joined(line: Spans, part: Span) -> Spans:
    """Neighbours that lead to one field stay one span."""
    if line and line[-1].paths == part.paths:
        return (*line[:-1], Span(line[-1].text + part.text, part.paths))
    return (*line, part)


def _stripped(line: Spans) -> Spans:
    """The line without blanks at its ends."""
    while line and not line[0].text.strip(" "):
        line = line[1:]
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    if not line:
        return line
    line = (Span(line[0].text.lstrip(" "), line[0].paths), *line[1:])
    return (*line[:-1], Span(line[-1].text.rstrip(" "), line[-1].paths))
