"""Writes a document as pictures of its pages."""

from __future__ import annotations

from briefing.compose.document import Document
from briefing.letterhead.reader import read
from briefing.page.pager import Pager
from briefing.page.painter import encode_png, render

#: Dots per inch: as sharp as an office printer's draft, and as wide as most screens.
DPI = 150


def write(document: Document, letterhead_bytes: bytes) -> tuple[bytes, ...]:
    """A picture of each page. LetterheadError where the letterhead cannot be used. Needs a QGuiApplication."""
    return tuple(encode_png(render(page, DPI)) for page in Pager(read(letterhead_bytes)).lay(document))
