"""How letters look: run properties laid over the face that they inherit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from briefing.letterhead.model import Face
from briefing.letterhead.names import DRAWING, attribute, measure, switch, value, word

_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def color(text: str | None, inherited: str) -> str:
    """``#rrggbb`` of a ``w:color``; ``auto`` is black."""
    if text is None:
        return inherited
    return f"#{text.lower()}" if _HEX.fullmatch(text) else "#000000"


def theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """The families that a theme names, by the first word of the names that styles use: major, minor."""
    if theme is None:
        return {}
    rows = ((kind, theme.find(f".//{{{DRAWING}}}{kind}Font/{{{DRAWING}}}latin")) for kind in ("major", "minor"))
    return {kind: latin.get("typeface") or "" for kind, latin in rows if latin is not None}


def _family(properties: etree._Element, fonts: Mapping[str, str], inherited: str) -> str:
    named = properties.find(word("rFonts"))
    themed = attribute(named, "asciiTheme") or attribute(named, "hAnsiTheme")
    if themed and (family := fonts.get(themed[:5])):
        return family
    return attribute(named, "ascii") or attribute(named, "hAnsi") or inherited


def overlay(properties: etree._Element | None, face: Face, fonts: Mapping[str, str]) -> Face:
    """The face after these run properties (``w:rPr``)."""
    if properties is None or not len(properties):
        return face
    underline = value(properties, "u")
    return replace(
        face,
        family=_family(properties, fonts, face.family),
        size=measure(value(properties, "sz"), face.size, unit=2.0),
        bold=switch(properties, "b", face.bold),
        italic=switch(properties, "i", face.italic),
        caps=switch(properties, "caps", face.caps),
        spacing=measure(value(properties, "spacing"), face.spacing),
        color=color(value(properties, "color"), face.color),
        underline=face.underline if underline is None else underline != "none",
    )
