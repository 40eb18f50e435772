"""Fonts as Qt embeds them, mended so that words are found, files can be joined, and equal pages make equal files."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import cast

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

#: A line of a table from glyphs to letters: the first glyph and the last, then the letters.
_RANGE = re.compile(rb"(?m)^(<[0-9A-F]+> <[0-9A-F]+>) (.*)$")

#: A letter of those before the blank, which are printed as one.
_CONTROL = re.compile(rb"<00[01][0-9A-F]>")
_BLANK = b"<0020>"


def mend_fonts(writer: PdfWriter) -> None:
    """Give each font its blank back, and the name of what it is: this very part of a font (ISO 32000-1, 9.6.4).

    Qt says of a glyph that it stands for the first letter that has it, and many fonts draw a tab as a blank: then no
    two words are found beside each other. And it calls each part of a font by the font's own name, so that a program
    that joins files may take one part for the other; the tag that it gives them apart from that differs by chance.
    """
    for page in writer.pages:
        for font in _inner(_inner(page, "/Resources"), "/Font").values():
            _mend(cast(DictionaryObject, font.get_object()))


def _mend(font: DictionaryObject) -> None:
    letters = cast(StreamObject, font["/ToUnicode"].get_object())
    letters.set_data(_RANGE.sub(_without_control, letters.get_data()))
    (only,) = cast(ArrayObject, font["/DescendantFonts"].get_object())
    descendant = cast(DictionaryObject, only.get_object())
    descriptor = _inner(descendant, "/FontDescriptor")
    drawn = cast(StreamObject, descriptor["/FontFile2"].get_object()).get_data()
    name = NameObject(f"/{_tag(drawn)}+{str(descriptor['/FontName']).rpartition('+')[2].removeprefix('/')}")
    descriptor[NameObject("/FontName")] = name
    font[NameObject("/BaseFont")] = descendant[NameObject("/BaseFont")] = name


def _without_control(line: re.Match[bytes]) -> bytes:
    return line[1] + b" " + _CONTROL.sub(_BLANK, line[2])


def _tag(drawn: bytes) -> str:
    """Six capitals for a part of a font, by what it holds."""
    return "".join(chr(ord("A") + each % 26) for each in sha256(drawn).digest()[:6])


def _inner(parent: DictionaryObject, name: str) -> DictionaryObject:
    return cast(DictionaryObject, parent.get(name, DictionaryObject()).get_object())
