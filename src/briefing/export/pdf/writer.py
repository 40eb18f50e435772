"""Writes a document as PDF: the pages as Qt draws them, then what Qt cannot write."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from uuid import NAMESPACE_URL, UUID, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUuid
from PySide6.QtGui import QPageLayout, QPdfWriter

from briefing.compose.document import Document
from briefing.export.pdf.finishing import finish
from briefing.letterhead.reader import read
from briefing.page.pager import Pager
from briefing.page.pages import Pages
from briefing.page.printing import paint_sheets, set_paper

#: Dots per inch of the drawing: glyphs stand where they were laid out to a hundredth of a point.
DPI = 1200


def write(document: Document, letterhead_bytes: bytes, *, now: datetime) -> bytes:
    """The file of a document: equal arguments give equal bytes. LetterheadError where the letterhead cannot be used.

    `now` becomes the date of creation and change; one without a zone is taken as local time. Needs a QGuiApplication.
    """
    pages = Pager(read(letterhead_bytes)).lay(document)
    moment = now.astimezone(UTC)
    return finish(_drawn(pages, moment), document, pages, moment)


def _drawn(pages: Pages, now: datetime) -> bytes:
    """The pages as Qt writes them, each beginning at the upper edge of its paper."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setDocumentId(QUuid(str(_identity(pages, now))))
    set_paper(writer, pages[0])
    # Qt counts from the foot of its paper, which has whole points; the page is cut to its own size at the end.
    paper = writer.pageLayout().fullRect(QPageLayout.Unit.Point)
    paint_sheets(writer, pages.pages, paper.height() - pages[0].height)
    buffer.close()
    return bytes(data.data())


def _identity(pages: Pages, now: datetime) -> UUID:
    """What tells this file from others: made of what is printed and the time, of nothing else that we know."""
    printed = "\n".join(placed.text.layout.text() for page in pages for placed in page.texts)
    return uuid5(NAMESPACE_URL, f"briefing:{now.isoformat()}:{sha256(printed.encode()).hexdigest()}")
