"""The formats that a document can be saved in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from briefing.compose.document import Document
from briefing.export.html import write as write_html
from briefing.export.markdown import write as write_markdown
from briefing.frozen import frozen
from briefing.letterhead.reader import read


@frozen
class Format:
    """A format: its `name` in commands, its file `suffix` with the dot, its `label` for people.

    `write` gives the bytes of a file from a document, the bytes of a letterhead and the time of writing.
    """

    name: str
    suffix: str
    label: str
    write: Callable[[Document, bytes, datetime], bytes]


def _docx(document: Document, letterhead: bytes, now: datetime) -> bytes:
    # The writer's libraries take as long to load as the whole window; they are loaded with the first file.
    from briefing.export.docx.writer import write

    return write(document, letterhead, now=now)


def _markdown(document: Document, letterhead: bytes, now: datetime) -> bytes:
    return write_markdown(document).encode()


def _html(document: Document, letterhead: bytes, now: datetime) -> bytes:
    return write_html(document, read(letterhead)).encode()


FORMATS = (
    Format("docx", ".docx", "Word", _docx),
    Format("markdown", ".md", "Markdown", _markdown),
    Format("html", ".html", "Web page", _html),
)
