"""A fact's label and its text."""

from __future__ import annotations

from dataclasses import replace

from briefing.compose.document import Spans


def split_fact(spans: Spans) -> tuple[Spans, Spans]:
    """The label before the first tab and the text after it; without a tab all is text."""
    for position, span in enumerate(spans):
        before, tab, after = span.text.partition("\t")
        if tab:
            label = (*spans[:position], replace(span, text=before))
            return label, (replace(span, text=after), *spans[position + 1 :])
    return (), spans
