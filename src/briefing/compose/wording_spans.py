"""Spans of worded paragraphs: typed words, live values in the look given to them, and values that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from briefing.compose.audience import may_know
from briefing.compose.document import Block, Chart, Paragraph, Picture, Raised, Span, Spans, Table
from briefing.dossier.fields import Audience, field_at
from briefing.dossier.paths import PathError
from briefing.dossier.wording import Piece, Pieces
from briefing.dossier.wording_pieces import given_look, stretches


def pieces_of(spans: Spans) -> Pieces:
    """A composed paragraph as pieces, one for each span: what rewriting starts from."""
    return tuple(Piece(span.text, span.paths, span.bold, span.italic, span.link, span.raised) for span in spans)


def shown(block: Block) -> Spans:
    """The words that stand for a block which is left out or moved: a paragraph's own, a summary, a chart's title."""
    if isinstance(block, Paragraph):
        return block.spans
    if isinstance(block, Chart):
        return block.title
    if isinstance(block, Picture):
        return block.caption or (Span(block.description),)
    return (Span(block.summary),) if isinstance(block, Table) and block.summary else ()


def values_of(block: Block) -> Iterator[Spans]:
    """Each value of a block: its spans, which stand side by side and have the same paths."""
    paragraphs = [block.spans] if isinstance(block, Paragraph) else []
    if isinstance(block, Table):
        paragraphs = [cell for row in (*block.head, *block.rows) for cell in row.cells]
    for spans in paragraphs:
        yield from (spans[each.start : each.stop] for each in stretches(pieces_of(spans)) if each.paths)


def live(now: Spans, own: Pieces, base: Pieces) -> list[Span]:
    """The spans of a value as composed now, in the look that was given to it by hand, if any was."""
    look = given_look(own, base)
    return list(now) if look is None else [replace(span, bold=look[0], italic=look[1]) for span in now]


def typed(piece: Piece, composed: Spans) -> Span:
    """Words as they were typed. A link that the template still has leads where the template says now."""
    there = (span.link for span in composed if span.link and span.text == piece.text)
    link = next(there, piece.link) if piece.link else ""
    return Span(piece.text, (), piece.bold, piece.italic, link, raised=_raised(piece))


def kept_words(piece: Piece, audience: str) -> Span:
    """A value that is composed nowhere any more, as words; a gap, where the audience may not know its fields.

    It was composed for this audience when it was written. But a pack may have been given another audience since, or
    the file be written by other hands.
    """
    try:
        fields = [field_at(path) for path in piece.paths]
    except PathError:
        fields = []
    if audience == "internal" or (fields and all(may_know(cast(Audience, audience), field) for field in fields)):
        return Span(piece.text, (), piece.bold, piece.italic, piece.link, raised=_raised(piece))
    return Span(f"[{fields[0].label if fields else '…'}]", gap=True)


def _raised(piece: Piece) -> Raised:
    return "super" if piece.raised == "super" else "sub" if piece.raised == "sub" else ""


def joined(spans: list[Span]) -> Spans:
    """Neighbours of one look and origin joined; nothing of what was typed is trimmed."""
    out: list[Span] = []
    for span in spans:
        if out and not span.gap and _look(out[-1]) == _look(span):
            out[-1] = replace(out[-1], text=out[-1].text + span.text)
        elif span.text:
            out.append(span)
    return tuple(out)


def _look(span: Span) -> tuple[object, ...]:
    return (span.paths, span.bold, span.italic, span.link, span.gap, span.raised, span.note)
