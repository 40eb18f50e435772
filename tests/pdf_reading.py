"""Reads what is drawn in a PDF glyph by glyph, as a viewer places it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

Matrix = tuple[float, float, float, float, float, float]
#: What a glyph is read as that its font's table gives no letters for: one of no character, as a viewer finds it.
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


class Glyph(NamedTuple):
    """A glyph: the letters that it stands for, and its origin in points from the page's upper left corner."""

    letters: str
    x: float
    y: float


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def glyphs(page: PageObject) -> Iterator[Glyph]:
    """All glyphs of a page in the order in which they are drawn."""
    tables = {name: _letters(font.get_object()) for name, font in _fonts(page).items()}
    height = float(page.mediabox.height)
    contents = page.get_contents()
    assert contents is not None
    state: Matrix = (1, 0, 0, 1, 0, 0)
    line, table, kept = state, dict[str, str](), list[tuple[Matrix, dict[str, str]]]()
    for operands, operator in ContentStream(contents, page.pdf).operations:
        if operator == b"q":
            kept.append((state, table))
        elif operator == b"Q":
            state, table = kept.pop()
        elif operator == b"cm":
            state = _times(_matrix(operands), state)
        elif operator == b"BT":
            line = (1, 0, 0, 1, 0, 0)
        elif operator == b"Tm":
            line = _matrix(operands)
        elif operator == b"Td":
            line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
        elif operator == b"Tf":
            table = tables[operands[0]]
        elif operator == b"Tj":
            code = operands[0].original_bytes.hex().upper()
            assert len(code) == 4, "one glyph at a time, or those after it would have to be measured"
            *_, x, y = _times(line, state)
            yield Glyph(table.get(code, UNKNOWN), x, height - y)


def text_of(page: PageObject) -> str:
    """The letters of a page in the order in which they are drawn."""
    return "".join(glyph.letters for glyph in glyphs(page))


def pdf_parts(data: bytes) -> Iterator[bytes]:
    """The words of each page, and each object of the file as it is meant, with what a stream holds."""
    reader = opened(data)
    yield from (text_of(page).encode() for page in reader.pages)
    for number in range(1, int(cast(int, reader.trailer["/Size"]))):
        each = reader.get_object(number)
        yield str(each).encode("utf-8", "replace")
        if isinstance(each, StreamObject):
            yield each.get_data()


def _fonts(page: PageObject) -> DictionaryObject:
    resources = cast(DictionaryObject, page["/Resources"].get_object())
    return cast(DictionaryObject, resources["/Font"].get_object())


def _letters(font: DictionaryObject) -> dict[str, str]:
    """What each code of a font stands for, by its table."""
    table = cast(StreamObject, font["/ToUnicode"].get_object()).get_data().decode("ascii")
    found: dict[str, str] = {}
    for first, last, rest in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]{4})> (.*)", table):
        codes = range(int(first, 16), int(last, 16) + 1)
        texts = [bytes.fromhex(each).decode("utf-16-be") for each in re.findall(r"<([0-9A-F]+)>", rest)]
        if not rest.startswith("["):
            texts = [chr(ord(texts[0]) + number) for number in range(len(codes))]
        found |= {f"{code:04X}": text for code, text in zip(codes, texts, strict=True)}
    return found


def _matrix(operands: list[object]) -> Matrix:
    return cast(Matrix, tuple(float(cast(float, each)) for each in operands))


def _times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does `one` first."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
