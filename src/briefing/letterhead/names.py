"""Names, units and simple values of WordprocessingML (ISO/IEC 29500-1)."""

from __future__ import annotations

import re

from lxml import etree

from briefing.letterhead.errors import LetterheadError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

#: Units of drawings to the point.
EMU = 12_700

_OFF = frozenset(("0", "false", "off", "none"))
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")


def word(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{name}"


_VAL = word("val")


def value(parent: etree._Element | None, name: str) -> str | None:
    """``w:val`` of a child; an empty string for a child without one, None where there is no such child."""
    child = None if parent is None else parent.find(word(name))
    return None if child is None else child.get(_VAL, "")


def switch(parent: etree._Element, name: str, inherited: bool) -> bool:
    """An on-or-off child: on without ``w:val``, as it was inherited where there is no such child."""
    found = value(parent, name)
    return inherited if found is None else found not in _OFF


def attribute(element: etree._Element | None, name: str) -> str | None:
    return None if element is None else element.get(word(name))


def whole(text: str | None, inherited: int) -> int:
    """A whole number of up to nine digits, as ids and levels are."""
    if text is None:
        return inherited
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise LetterheadError(f"The letterhead holds a number that is not one: {text[:40]}.")
    return int(text)


def measure(text: str | None, inherited: float, unit: float = 20.0) -> float:
    """A length in points from a number of 1/`unit` points or a length with a unit (``12pt``, ``2.5cm``)."""
    if text is None:
        return inherited
    match = _MEASURE.fullmatch(text.strip())
    if match is None:
        raise LetterheadError(f"The letterhead holds a length that is not one: {text[:40]}.")
    return float(match[1]) * _UNITS[match[2]] if match[2] else float(match[1]) / unit
