"""Words as HTML, escaped."""

from __future__ import annotations

from html import escape

from briefing.compose.direction import reads_from_right
from briefing.compose.document import Span, Spans
from briefing.compose.links import is_link
from briefing.export.characters import legal

_TAGS = {"super": "sup", "sub": "sub"}


def attribute(text: str) -> str:
    """Text for an attribute in double quotes, or for an element."""
    return escape(legal(text))


def direction(spans: Spans) -> str:
    """The attribute of an element whose words read from the right; nothing for others, as the language says."""
    return ' dir="rtl"' if reads_from_right("".join(span.text for span in spans)) else ""


def words(spans: Spans) -> str:
    """Spans as inline elements; a line break becomes an element, other blanks stay as they are."""
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = attribute(span.text).replace("\n", "<br>")
    if not text:
        return ""
    if span.note:
        text = f'<a id="reference-{text}" href="#note-{text}">{text}</a>'
    if span.raised:
        text = f"<{_TAGS[span.raised]}>{text}</{_TAGS[span.raised]}>"
    if span.italic:
        text = f"<em>{text}</em>"
    if span.bold:
        text = f"<strong>{text}</strong>"
    return f'<a href="{attribute(span.link)}">{text}</a>' if is_link(span.link) else text
