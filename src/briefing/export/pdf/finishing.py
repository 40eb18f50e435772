"""What Qt's writer of PDF leaves out: size to the point, language, outline, links, properties, words to be found."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote

from pypdf import PdfWriter
from pypdf.annotations import Link
from pypdf.generic import BooleanObject, Fit, IndirectObject, NameObject, RectangleObject, TextStringObject

from briefing.compose.document import Document, Paragraph
from briefing.compose.links import is_link
from briefing.export.characters import legal
from briefing.export.pdf.fonts import mend_fonts
from briefing.export.pdf.metadata import information, xmp
from briefing.page.pages import Page, Pages, span_rects

#: As Qt writes it, with what the file uses: transparent pictures, a language, fonts in two bytes.
VERSION = "%PDF-1.4"

#: Headings, and how deep they stand in the outline.
LEVELS = {"heading1": 0, "heading2": 1, "heading3": 2}

#: Room above a heading that the outline leads to, in points.
ABOVE = 12.0

#: What stands in an address as it is; the rest is written as its bytes.
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


def finish(drawn: bytes, document: Document, pages: Pages, now: datetime) -> bytes:
    """The file as it is handed out, from pages as Qt drew them, the upper left corner of each 0, its height."""
    writer = PdfWriter(clone_from=io.BytesIO(drawn))
    for page, sheet in zip(pages, writer.pages, strict=True):
        sheet.mediabox = sheet.trimbox = RectangleObject((0, 0, page.width, page.height))
    mend_fonts(writer)
    writer.root_object[NameObject("/Lang")] = TextStringObject(document.language)
    writer.create_viewer_preferences()[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    _add_outline(writer, document, pages)
    for number, page in enumerate(pages):
        for link in _links(page):
            writer.add_annotation(number, link)
    writer.metadata = information(document, now)
    writer.xmp_metadata = xmp(document, now)
    writer.pdf_header = VERSION
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


def _add_outline(writer: PdfWriter, document: Document, pages: Pages) -> None:
    """The headings, each under the one before it that stands higher."""
    above: list[tuple[int, IndirectObject]] = []
    for block in document.blocks:
        level = LEVELS.get(block.role) if isinstance(block, Paragraph) else None
        place = pages.find_block(block.id) if level is not None else None
        if level is None or place is None:
            continue
        assert isinstance(block, Paragraph)
        number, room = place
        top = pages[number].height - max(room.top() - ABOVE, 0.0)
        while above and above[-1][0] >= level:
            above.pop()
        item = writer.add_outline_item(
            title=" ".join(legal(block.text).split()),
            page_number=number,
            parent=above[-1][1] if above else None,
            fit=Fit.xyz(top=round(top, 2)),
        )
        above.append((level, item))


def _links(page: Page) -> Iterator[Link]:
    """The links of a page, one for each line that their words stand in."""
    spans = {id(stretch.span): stretch.span for placed in page.texts for stretch in placed.text.stretches}
    for span in spans.values():
        if span.link and is_link(span.link):
            for room in span_rects(page, span):
                low, high = page.height - room.bottom(), page.height - room.top()
                corners = [round(each, 2) for each in (room.left(), low, room.right(), high)]
                yield Link(rect=RectangleObject(corners), url=quote(span.link, safe=_IN_ADDRESS))
