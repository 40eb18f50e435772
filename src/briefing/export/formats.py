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

    `write` gives the bytes of a file from a document, the bytes of a letterhead and the time of writing; or those of
    a file for each page, where a format is one `by_page`. One that is `drawn` needs a QGuiApplication.
    """

    name: str
    suffix: str
    label: str
    write: Callable[[Document, bytes, datetime], tuple[bytes, ...]]
    drawn: bool = False
    by_page: bool = False

    def file_names(self, stem: str, count: int) -> tuple[str, ...]:
        """The names of `count` files; pages are numbered, with as many digits as sort them."""
        if not self.by_page:
            return (f"{stem}{self.suffix}",)
        digits = len(str(count))
        return tuple(f"{stem}-{number:0{digits}}{self.suffix}" for number in range(1, count + 1))


# Writers that need large libraries are loaded with the first file: some take as long as the whole window.


def _docx(document: Document, letterhead: bytes, now: datetime) -> tuple[bytes, ...]:
    from briefing.export.docx.writer import write

    return (write(document, letterhead, now=now),)


def _pdf(document: Document, letterhead: bytes, now: datetime) -> tuple[bytes, ...]:
    from briefing.export.pdf.writer import write

    return (write(document, letterhead, now=now),)


def _markdown(document: Document, letterhead: bytes, now: datetime) -> tuple[bytes, ...]:
    return (write_markdown(document).encode(),)


def _html(document: Document, letterhead: bytes, now: datetime) -> tuple[bytes, ...]:
    return (write_html(document, read(letterhead)).encode(),)


def _png(document: Document, letterhead: bytes, now: datetime) -> tuple[bytes, ...]:
    from briefing.export.png import write

    return write(document, letterhead)


FORMATS = (
    Format("docx", ".docx", "Word", _docx),
    Format("pdf", ".pdf", "PDF", _pdf, drawn=True),
    Format("markdown", ".md", "Markdown", _markdown),
    Format("html", ".html", "Web page", _html),
    Format("png", ".png", "Pictures", _png, drawn=True, by_page=True),
)

#: Those of one file.
WHOLE = tuple(each for each in FORMATS if not each.by_page)
