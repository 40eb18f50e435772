"""Styles with all that they inherit: document defaults, what they are based on, their list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from briefing.letterhead.faces import color, overlay
from briefing.letterhead.model import Border, Face, ListMark, Style, Tab, TextAlign
from briefing.letterhead.names import attribute, measure, switch, value, whole, word
from briefing.letterhead.numbering import Numbering

_ALIGNS: Mapping[str, TextAlign] = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center", "both": "justify",
    "distribute": "justify",
}  # fmt: skip


def border(element: etree._Element | None) -> Border | None:
    """A rule; None where there is none. Its width is in eighths of a point (``w:sz``)."""
    if element is None or attribute(element, "val") in (None, "none", "nil"):
        return None
    width, gap = measure(attribute(element, "sz"), 0.0, unit=8.0), measure(attribute(element, "space"), 0.0, unit=1.0)
    return Border(width, color(attribute(element, "color"), "#000000"), gap)


def _tabs(properties: etree._Element, inherited: tuple[Tab, ...]) -> tuple[Tab, ...]:
    """Tab stops after these properties: those of a style add to the inherited ones, ``clear`` takes one away."""
    stops = {stop.at: stop for stop in inherited}
    for element in properties.iterfind(f"{word('tabs')}/{word('tab')}"):
        at, kind = measure(attribute(element, "pos"), 0.0), attribute(element, "val") or "left"
        stops.pop(at, None)
        if kind == "right" or kind == "end":
            stops[at] = Tab(at, "right")
        elif kind == "center":
            stops[at] = Tab(at, "center")
        elif kind not in ("clear", "bar"):
            stops[at] = Tab(at)
    return tuple(stops[at] for at in sorted(stops))


def _indents(properties: etree._Element, style: Style) -> Style:
    indent = properties.find(word("ind"))
    if indent is None:
        return style
    first = measure(attribute(indent, "firstLine"), style.first)
    if (hanging := attribute(indent, "hanging")) is not None:
        first = -measure(hanging, 0.0)
    return replace(
        style,
        left=measure(attribute(indent, "left") or attribute(indent, "start"), style.left),
        right=measure(attribute(indent, "right") or attribute(indent, "end"), style.right),
        first=first,
    )


def _spacing(properties: etree._Element, style: Style) -> Style:
    spacing = properties.find(word("spacing"))
    if spacing is None:
        return style
    pitch, factor = style.pitch, style.line_factor
    if (line := attribute(spacing, "line")) is not None:
        pitch, factor = _pitch(line, attribute(spacing, "lineRule"), style.face.size)
    before = measure(attribute(spacing, "before"), style.before)
    after = measure(attribute(spacing, "after"), style.after)
    return replace(style, pitch=pitch, line_factor=factor, before=before, after=after)


def _pitch(line: str, rule: str | None, size: float) -> tuple[float | None, float]:
    """Exact pitch and line factor. A least pitch is exact while it exceeds the height that fonts ask for."""
    if rule == "exact" or (rule == "atLeast" and measure(line, 0.0) >= 1.2 * size):
        return measure(line, 0.0), 1.0
    return None, 1.0 if rule == "atLeast" else measure(line, 240.0, unit=240.0)


def _rule(properties: etree._Element, side: str, inherited: Border | None) -> Border | None:
    found = properties.find(f"{word('pBdr')}/{word(side)}")
    return inherited if found is None else border(found)


def _shade(properties: etree._Element, inherited: str) -> str:
    """The ground of a paragraph: a plain one in its fill colour (``w:shd``); a pattern counts as that of its fill."""
    found = properties.find(word("shd"))
    if found is None:
        return inherited
    fill = attribute(found, "fill")
    return color(fill, "") if attribute(found, "val") != "nil" and fill != "auto" else ""


def _outline(text: str) -> int | None:
    """The level of a heading, from 0; the ninth (``9``) is that of the body (ISO/IEC 29500-1, 17.3.1.20)."""
    level = whole(text, 9)
    return level if level < 9 else None


def lay_over(properties: etree._Element | None, style: Style) -> Style:
    """The style after these paragraph properties (``w:pPr``), its list aside."""
    if properties is None:
        return style
    spaced = _spacing(properties, _indents(properties, style))
    outline = value(properties, "outlineLvl")
    return replace(
        spaced,
        align=_ALIGNS.get(value(properties, "jc") or "", spaced.align),
        keep_next=switch(properties, "keepNext", spaced.keep_next),
        keep_lines=switch(properties, "keepLines", spaced.keep_lines),
        page_break_before=switch(properties, "pageBreakBefore", spaced.page_break_before),
        widow_control=switch(properties, "widowControl", spaced.widow_control),
        contextual=switch(properties, "contextualSpacing", spaced.contextual),
        outline=spaced.outline if outline is None else _outline(outline),
        tabs=_tabs(properties, spaced.tabs),
        top=_rule(properties, "top", spaced.top),
        bottom=_rule(properties, "bottom", spaced.bottom),
        left_rule=_rule(properties, "left", spaced.left_rule),
        right_rule=_rule(properties, "right", spaced.right_rule),
        shade=_shade(properties, spaced.shade),
    )


class StyleSheet:
    """The styles of a letterhead, resolved when asked for and kept."""

    def __init__(self, root: etree._Element, numbering: Numbering, fonts: Mapping[str, str]) -> None:
        self._elements = {attribute(row, "styleId") or "": row for row in root.iterfind(word("style"))}
        self._numbering, self.fonts = numbering, fonts
        run = root.find(f"{word('docDefaults')}/{word('rPrDefault')}/{word('rPr')}")
        paragraph = root.find(f"{word('docDefaults')}/{word('pPrDefault')}/{word('pPr')}")
        # Without a size anywhere, text is 10 pt in Times New Roman (ISO/IEC 29500-1, 17.7.5.1).
        face = overlay(run, Face(family="Times New Roman", size=10.0), fonts)
        self._defaults = lay_over(paragraph, Style("", face))
        self._resolved: dict[str, Style] = {}

    @property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        rows = [key for key, row in self._elements.items() if _kind(row) == "paragraph" and attribute(row, "default")]
        return rows[0] if rows else ""

    def element(self, style_id: str) -> etree._Element | None:
        return self._elements.get(style_id)

    def by_name(self) -> Mapping[str, Style]:
        """Paragraph and character styles by their name in lower case."""
        rows = ((key, row) for key, row in self._elements.items() if _kind(row) in ("paragraph", "character"))
        return {(value(row, "name") or key).lower(): self.style(key) for key, row in rows}

    def style(self, style_id: str) -> Style:
        """The style of that id, the document defaults where there is none."""
        if style_id not in self._resolved:
            self._resolved[style_id] = self._defaults  # what a loop of styles finds on its way round
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _resolve(self, style_id: str) -> Style:
        row = self._elements.get(style_id)
        if row is None:
            return self._defaults
        based = value(row, "basedOn")
        style = self.style(based) if based else self._defaults
        properties = row.find(word("pPr"))
        face = overlay(row.find(word("rPr")), style.face, self.fonts)
        numbered = None if properties is None else properties.find(word("numPr"))
        style = replace(style, name=value(row, "name") or style_id, face=face)
        return lay_over(properties, style if numbered is None else self._listed(numbered, style))

    def _listed(self, numbered: etree._Element, style: Style) -> Style:
        """The style with the indents and the mark of its list, which its own indents come after."""
        level = self._numbering.level(value(numbered, "numId") or "", whole(value(numbered, "ilvl"), 0))
        if level is None:
            return replace(style, mark=None)
        face = overlay(level.element.find(word("rPr")), style.face, self.fonts)
        return replace(lay_over(level.element.find(word("pPr")), style), mark=ListMark(level.text, level.ordered, face))


def _kind(row: etree._Element) -> str:
    return attribute(row, "type") or "paragraph"
