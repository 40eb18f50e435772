"""Headers and footers as lines of pieces: fixed words, names of values, page numbers, tabs and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, groupby
from typing import Literal

from lxml import etree

from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.faces import overlay
from briefing.letterhead.model import Face, Furniture, FurnitureLine, PageSetup, Piece, Style
from briefing.letterhead.names import attribute, value, word
from briefing.letterhead.package import Package
from briefing.letterhead.pictures import Place, pictures
from briefing.letterhead.styles import StyleSheet, lay_over

#: A name of a document's furniture, which stands whole inside one run of text.
MARKER = re.compile(r"\{([a-z]+)\}")

_FIELD = re.compile(r"\s*(PAGE|NUMPAGES)\b")
#: Fields that run, fetch or take in something when a file is opened.
_ACTIVE = r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|MACROBUTTON|LINK|DATABASE|RD)\b"
#: Elements around runs that are read through: links, fields, content controls, accepted insertions.
_THROUGH = frozenset(map(word, ("hyperlink", "fldSimple", "sdt", "sdtContent", "smartTag", "ins", "moveTo")))


def read_furniture(
    package: Package, part: str, sheet: StyleSheet, page: PageSetup, kind: Literal["header", "footer"]
) -> Furniture:
    """The header or footer in that part; tables in it are read as the lines of their cells."""
    if not part:
        return Furniture()
    targets = {key: row.target for key, row in package.relationships(part).items()}
    paragraphs = list(package.xml(part).iter(word("p")))
    styles = [_style(paragraph, sheet) for paragraph in paragraphs]
    heights = [style.before + (style.pitch or 1.15 * style.face.size) + style.after for style in styles]
    top = page.header if kind == "header" else page.height - page.footer - sum(heights)
    return Furniture(
        tuple(
            FurnitureLine(
                style,
                _merge(_pieces(paragraph, style, sheet)),
                pictures(paragraph, package, targets, Place(page, above)),
            )
            for paragraph, style, above in zip(paragraphs, styles, accumulate(heights, initial=top), strict=False)
        )
    )


def _style(paragraph: etree._Element, sheet: StyleSheet) -> Style:
    properties = paragraph.find(word("pPr"))
    return lay_over(properties, sheet.style(value(properties, "pStyle") or sheet.default))


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == word("r"):
            yield child
        elif child.tag in _THROUGH:
            if child.tag == word("fldSimple"):
                yield child
            else:
                yield from _runs(child)


def _pieces(paragraph: etree._Element, style: Style, sheet: StyleSheet) -> Iterator[Piece]:
    """The pieces in order. Of a complex field only its code counts: its words are what it last showed."""
    depth, shown, code = 0, False, ""
    for run in _runs(paragraph):
        if run.tag == word("fldSimple"):
            inner = run.find(word("r"))
            face = style.face if inner is None else _face(inner, style, sheet)
            yield from _field(attribute(run, "instr") or "", face)
            continue
        face = _face(run, style, sheet)
        for child in run:
            if child.tag == word("fldChar"):
                step = attribute(child, "fldCharType")
                if step == "begin":
                    depth, shown, code = depth + 1, False, ""
                elif step == "separate":
                    yield from _field(code, face)
                    shown = True
                elif step == "end":
                    if not shown:
                        yield from _field(code, face)
                    depth -= 1
            elif child.tag == word("instrText"):
                code += child.text or ""
            elif depth == 0:
                yield from _words(child, face)


def _face(run: etree._Element, style: Style, sheet: StyleSheet) -> Face:
    properties = run.find(word("rPr"))
    named = sheet.element(value(properties, "rStyle") or "")
    face = style.face if named is None else overlay(named.find(word("rPr")), style.face, sheet.fonts)
    return overlay(properties, face, sheet.fonts)


def _field(code: str, face: Face) -> Iterator[Piece]:
    if match := re.match(_ACTIVE, code, re.IGNORECASE):
        raise LetterheadError(f"The letterhead's header or footer holds a field that acts by itself: {match[1]}.")
    if match := _FIELD.match(code):
        yield Piece("field", match[1], face)


def _words(child: etree._Element, face: Face) -> Iterator[Piece]:
    if child.tag == word("t"):
        for position, words in enumerate(MARKER.split(child.text or "")):
            if words:
                yield Piece("value" if position % 2 else "text", words, face)
    elif child.tag in (word("tab"), word("ptab")):
        yield Piece("tab", "", face)
    elif child.tag == word("noBreakHyphen"):
        yield Piece("text", "\u2011", face)


def _merge(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Fixed words in one look joined: an editor splits a sentence into runs wherever it was touched."""
    joined: list[Piece] = []
    for (kind, _), group in groupby(pieces, key=lambda piece: (piece.kind, piece.face)):
        rows = list(group)
        joined.extend([replace(rows[0], text="".join(row.text for row in rows))] if kind == "text" else rows)
    return tuple(joined)
