"""What a file says of itself: the core properties (ISO/IEC 29500-2, clause 11)."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing.compose.document import Document
from briefing.export.docx.text import escape

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_properties(document: Document, now: datetime) -> str:
    """The core properties part; empty properties are left out, and nobody is named as the last to change the file.

    `now` is the time of writing; one without a zone is taken as local time.
    """
    properties = document.properties
    rows = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("dc:language", document.language),
    )
    texts = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in rows if text)
    moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return f"{_HEAD}{texts}{dates}</cp:coreProperties>"
