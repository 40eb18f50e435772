"""Values that are whole texts: a paragraph of prose is rewritten word by word, not as one thing."""

from __future__ import annotations

from dataclasses import replace

from briefing.compose.document import Span, Spans
from briefing.dossier.fields import field_at
from briefing.dossier.paths import PathError

#: Kinds of fields whose values are sentences. What is written over is flagged when the field changes.
_TEXTS = ("prose", "list")


def loosened(spans: Spans) -> Spans:
    """The spans with the words of prose and lists as plain words; names, dates and figures stay values."""
    return tuple(replace(span, paths=()) if _is_text(span) else span for span in spans)


def _is_text(span: Span) -> bool:
    if span.gap or len(span.paths) != 1:
        return False
    try:
        return field_at(span.paths[0]).kind in _TEXTS
    except PathError:
        return False
