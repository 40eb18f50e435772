"""Footnotes: numbered through a document, in the order in which their references stand in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.compose.document import Block, Paragraph, Span, Spans

#: What stands for a reference until it has its number.
REFERENCE = "*"


class Footnotes:
    """Gives references their numbers; a block whose numbers are as before is the very same again."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Block, Block]] = {}

    def numbered(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        out: list[Block] = []
        before, self._known = self._known, {}
        first = 1
        for block in blocks:
            count = sum(1 for _ in notes_of(block))
            if not count:
                out.append(block)
                continue
            key = (id(block), first)
            known = before.get(key)
            made = known if known is not None and known[0] is block else (block, _numbered(block, first))
            self._known[key] = made
            out.append(made[1])
            first += count
        return tuple(out)


def notes_of(block: Block) -> Iterator[tuple[str, Spans]]:
    """The notes of a block, each with its number."""
    if isinstance(block, Paragraph):
        yield from ((span.text, span.note) for span in block.spans if span.note)


def _numbered(block: Block, first: int) -> Block:
    assert isinstance(block, Paragraph)
    spans: list[Span] = []
    for span in block.spans:
        spans.append(replace(span, text=str(first)) if span.note else span)
        first += bool(span.note)
    return replace(block, spans=tuple(spans))
