"""Words broken into lines as a word processor breaks them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine, QTextOption

from briefing.frozen import frozen
from briefing.letterhead.model import Face, Tab, TextAlign
from briefing.page.faces import UNITS, Faces, Look, x_of
from briefing.page.text import Line, Run, Stretch, Text, Words, capitals, measure

#: Where the baseline lies in an exact line pitch, from its top: as Word and LibreOffice set it.
BASELINE = 0.8

#: Distance of tab stops where a style names none, in points (``w:defaultTabStop`` of 720).
DEFAULT_TAB = 36.0

#: Room beyond the right edge for words set against a tab stop there: rounding must not break them, in points.
TAB_SPARE = 0.5

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
#: In text that reads from the right, "left" is where a line begins (``w:jc`` of a ``w:bidi`` paragraph).
_OTHER_SIDE: dict[TextAlign, TextAlign] = {"left": "right", "right": "left"}
_TAB = {
    "left": QTextOption.TabType.LeftTab,
    "right": QTextOption.TabType.RightTab,
    "center": QTextOption.TabType.CenterTab,
}

_BEFORE_DIGIT = re.compile(r"(?<=\w)-(?=\d)")

#: After these a line may end, beside what Qt finds.
_STOPS = (" ", "-", "\N{EN DASH}", "\N{EM DASH}")


@frozen
class Frame:
    """The shape to fill, in points: full `width`, indents from its sides, the first line's from `left`."""

    width: float
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    align: TextAlign = "left"
    pitch: float | None = None
    line_factor: float = 1.0
    tabs: tuple[Tab, ...] = ()
    from_right: bool = False


def lay_text(block: str, words: Sequence[Words], frame: Frame, faces: Faces) -> Text:
    """The words broken into lines. A newline in them is a forced line break."""
    string = "".join(capitals(part.text) if part.face.caps else part.text for part in words).replace("\n", "\u2028")
    looks = [_look(part, faces) for part in words]
    first = looks[0] if looks else faces.look(Face())
    layout = QTextLayout(string, faces.plain, faces.device)
    layout.setTextOption(_option(frame, faces))
    formats, tints, stretches = _mark_up(words, looks)
    layout.setFormats(formats)
    layout.setCacheEnabled(True)
    lines = tuple(_break(layout, string, frame, tints, first))
    paths = frozenset(path for stretch in stretches for path in stretch.span.paths)
    return Text(block, layout, lines, stretches, paths, any(stretch.span.gap for stretch in stretches))


@frozen
class _Tint:
    """A stretch of letters with one look."""

    start: int
    end: int
    look: Look
    gap: bool


def _look(words: Words, faces: Faces) -> Look:
    span = words.span
    if span is None:
        return faces.look(words.face)
    return faces.look(words.face, span.bold, span.italic, span.raised)


def _mark_up(
    words: Sequence[Words], looks: Sequence[Look]
) -> tuple[list[QTextLayout.FormatRange], list[_Tint], tuple[Stretch, ...]]:
    """Formats for the layout, looks for drawing, and spans for leading back; equal neighbours become one."""
    formats: list[QTextLayout.FormatRange] = []
    tints: list[_Tint] = []
    stretches: list[Stretch] = []
    at = 0
    for part, look in zip(words, looks, strict=True):
        end = at + measure(part.text)
        if end == at:
            continue
        gap = part.span is not None and part.span.gap
        if part.span is not None:
            stretches.append(Stretch(at, end, part.span))
        if tints and tints[-1].look is look:
            formats[-1].length += end - at
        else:
            formats.append(_format(at, end, look))
        if tints and tints[-1].look is look and tints[-1].gap == gap:
            tints[-1] = _Tint(tints[-1].start, end, look, gap)
        else:
            tints.append(_Tint(at, end, look, gap))
        at = end
    return formats, tints, tuple(stretches)


def _format(start: int, end: int, look: Look) -> QTextLayout.FormatRange:
    range_ = QTextLayout.FormatRange()
    range_.start, range_.length, range_.format = start, end - start, look.format
    return range_


def _option(frame: Frame, faces: Faces) -> QTextOption:
    option = QTextOption(_ALIGN[_OTHER_SIDE.get(frame.align, frame.align) if frame.from_right else frame.align])
    if frame.from_right:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(DEFAULT_TAB * faces.unit)
    indent = frame.left + frame.first
    tabs = [(tab.at - indent, tab.align) for tab in frame.tabs if tab.at > indent]
    if frame.first < 0:  # a hanging indent is a tab stop of its own
        tabs.append((-frame.first, "left"))
    if tabs:
        option.setTabs([QTextOption.Tab(at * faces.unit, _TAB[align]) for at, align in sorted(tabs)])
    return option


def _break(layout: QTextLayout, string: str, frame: Frame, tints: list[_Tint], first: Look) -> Iterator[Line]:
    """Lines from top to bottom. Glyphs are taken when all lines stand, since a line's alignment is settled then."""
    shapes: list[tuple[QTextLine, float, float, float]] = []
    spare = TAB_SPARE if any(tab.align != "left" for tab in frame.tabs) and "\t" in string else 0.0
    slashed = "/" in string and measure(string) == len(string)
    hyphens = [found.end() for found in _BEFORE_DIGIT.finditer(string)] if measure(string) == len(string) else []
    layout.beginLayout()
    top = 0.0
    while (shape := layout.createLine()).isValid():
        indent = frame.left + (0.0 if shapes else frame.first)
        width = (max(frame.width - frame.right - indent, 1.0) + spare) * UNITS
        shape.setLineWidth(width)
        if slashed:
            _hold_slash(layout, shape, string, width)
        if hyphens:
            _take_hyphen(shape, string, hyphens, width)
        height, baseline = _height(shape, frame, tints, first)
        shape.setPosition(QPointF(indent * UNITS, (top + baseline) * UNITS - shape.ascent()))
        shapes.append((shape, top, height, top + baseline))
        top += height
    layout.endLayout()
    for shape, line_top, height, baseline in shapes:
        start = shape.textStart()
        end = start + shape.textLength()
        yield Line(line_top, height, baseline, start, end, shape, tuple(_runs(shape, start, end, tints)))


def _hold_slash(layout: QTextLayout, shape: QTextLine, string: str, width: float) -> None:
    """Breaks a line before the word in which it would end at a slash; a word longer than the line where that is full.

    Word and LibreOffice break no word at a slash; Qt does, by the Unicode line breaking rules (UAX 14).
    """
    start, end = shape.textStart(), shape.textStart() + shape.textLength()
    if end < len(string) and string[end - 1] == "/" and not string[end].isspace():
        stop = max(string.rfind(mark, start, end - 1) for mark in _STOPS) + 1
        if stop > start:
            _cut(shape, stop - start, width)
        else:
            _fill_up(layout, shape, width)


def _take_hyphen(shape: QTextLine, string: str, hyphens: list[int], width: float) -> None:
    """Has a line go on to the hyphen before a digit that still has room in it, as in a telephone number.

    Word and LibreOffice break after every hyphen; Qt after none that stands before a digit (UAX 14, LB25).
    """
    start, end = shape.textStart(), shape.textStart() + shape.textLength()
    for stop in reversed([each for each in hyphens if each > end]):
        if " " in string[end : stop - 1].strip() or end >= len(string):
            continue
        _cut(shape, stop - start, width)
        if shape.textLength() == stop - start and shape.naturalTextWidth() <= width:
            return
        _cut(shape, end - start, width)


def _cut(shape: QTextLine, letters: int, width: float) -> None:
    """End a line after so many letters; Qt counts columns, of which a tab may be more than one."""
    columns = letters
    for _ in range(4):
        shape.setNumColumns(columns, width)
        if shape.textLength() == letters:
            return
        columns += letters - shape.textLength()


def _fill_up(layout: QTextLayout, shape: QTextLine, width: float) -> None:
    """Give a line as many letters of its one word as have room in it."""
    usual = layout.textOption()
    anywhere = QTextOption(usual)
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(anywhere)
    shape.setLineWidth(width)
    layout.setTextOption(usual)


def _height(shape: QTextLine, frame: Frame, tints: list[_Tint], first: Look) -> tuple[float, float]:
    """Height of a line and its baseline from its top, in points."""
    if frame.pitch is not None:
        return frame.pitch, frame.pitch * BASELINE
    start = shape.textStart()
    end = start + shape.textLength()
    looks = [tint.look for tint in tints if tint.start < end and tint.end > start] or [first]
    ascent = max(look.ascent for look in looks)
    descent = max(look.descent for look in looks)
    height = (ascent + descent) * frame.line_factor
    return height, height - descent


def _runs(shape: QTextLine, start: int, end: int, tints: list[_Tint]) -> Iterator[Run]:
    for tint in tints:
        low, high = max(start, tint.start), min(end, tint.end)
        if low < high:
            glyphs = tuple(_risen(run, tint.look.rise) for run in shape.glyphRuns(low, high - low))
            if glyphs:
                yield Run(glyphs, tint.look.color, tint.gap, _underline(shape, low, high, tint.look))


def _risen(run: QGlyphRun, rise: float) -> QGlyphRun:
    """Glyphs so many points above where they were laid out."""
    if rise:
        run.setPositions([at - QPointF(0.0, rise * UNITS) for at in run.positions()])
    return run


def _underline(shape: QTextLine, start: int, end: int, look: Look) -> QRectF | None:
    """The line under some letters of a line, in layout units; blanks at the line's end have none."""
    if look.underline is None:
        return None
    drop, thick = (each * UNITS for each in look.underline)
    extent = shape.naturalTextRect()
    left, right = sorted((x_of(shape, start), x_of(shape, end)))
    left, right = max(left, extent.left()), min(right, extent.right())
    return QRectF(left, shape.y() + shape.ascent() + drop - thick / 2, max(right - left, 0.0), thick)
