"""Wording by hand put over a composed document: paragraphs rewritten, added, left out and moved, their values live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.compose.document import ROLE_STYLES, Block, Document, PageBreak, Paragraph, Span, Spans, Worded
from briefing.compose.wording_match import item_of, line_of, pieces_in, present, says_other
from briefing.compose.wording_spans import joined, kept_words, live, pieces_of, shown, typed, values_of
from briefing.dossier import wording as layer
from briefing.dossier.model import Dossier
from briefing.dossier.wording import OWN, DocumentWording, Inserted, Moved, Pieces, Rewording
from briefing.dossier.wording_pieces import following

#: Headings by the level of their sections. A section ends too where the text does, and at the end of a page.
_LEVELS = {"heading1": 1, "heading2": 2, "heading3": 3}
_OUTSIDE = frozenset(("title", "end"))


def apply(document: Document, wording: DocumentWording) -> Document:
    """The document as composed with wording put over it; the very same where there is none.

    Blocks that nothing was done to are the same objects, and a rewritten one is the same as the last time when it
    reads the same. Never raises, whatever the wording is for.
    """
    return _Desk(document, wording).document() if wording else document


def sleeping(document: Document, wording: DocumentWording) -> tuple[str, ...]:
    """The block ids, as the layer has them, of rewordings for blocks that the document has not; they are kept."""
    done = document.wording or document.left_out or document.asleep
    return document.asleep if done else apply(document, wording).asleep


def anchor(document: Document, block: str) -> Pieces:
    """What a block is composed as, by which `move` and `insert` find it in a newer version of its template."""
    found = next((each for each in document.blocks if each.id == block), None)
    if isinstance(found, Paragraph) and block in document.wording:
        return pieces_of(document.wording[block].composed)
    return pieces_in(found) if found is not None else pieces_of(document.omitted.get(block, ()))


def settle(dossier: Dossier, language: str, document: Document) -> Dossier:
    """The dossier with the ids that blocks have now in the layer of this document, to be edited by those ids.

    Only after a newer version of the template is there anything to do: the very same dossier otherwise. What sleeps
    under an id that another block has now is set aside, so that no edit of that block takes its place.
    """
    there = {block.id for block in document.blocks} | set(document.left_out)
    names = {old: new for new, old in document.renamed.items()}
    used = {*there, *document.asleep}
    for name in document.asleep:
        if name in there:
            line = "00"
            while line + item_of(name) in used:
                line += "0"
            names[name] = line + item_of(name)
            used.add(names[name])
    return layer.rename(dossier, document.pack, language, names) if names else dossier


@lru_cache(maxsize=1024)
def _kept(paragraph: Paragraph) -> Paragraph:
    """The first of equal paragraphs, for the pager keeps what it laid out by identity."""
    return paragraph


def section_end(blocks: Sequence[Block], start: int) -> int:
    """Where the section ends that the block at `start` begins; a block that is no heading stands alone."""
    level = _level(blocks[start])
    stop = start + 1
    while level and stop < len(blocks) and not 0 < _level(blocks[stop]) <= level and not _closes(blocks[stop]):
        stop += 1
    return stop


def _level(block: Block) -> int:
    return _LEVELS.get(block.role, 0) if isinstance(block, Paragraph) else 0


def _closes(block: Block) -> bool:
    return isinstance(block, PageBreak) or (isinstance(block, Paragraph) and block.role in _OUTSIDE)


class _Desk:
    """One document while wording is put over it."""

    def __init__(self, document: Document, wording: DocumentWording) -> None:
        self._document, self._wording = document, wording
        self._blocks: dict[str, Block] = {block.id: block for block in document.blocks}
        self._order = list(self._blocks)
        self._natural = tuple(self._blocks)
        self._now = present(document.blocks, wording)
        self._states: dict[str, Worded] = {}
        self._omitted: dict[str, Spans] = {}
        self._asleep: list[str] = []
        self._elsewhere: dict[tuple[str, ...], Spans] | None = None

    def document(self) -> Document:
        for rewording in self._wording.rewordings:
            self._reword(rewording)
        for new in self._wording.inserted:
            self._add(new)
        self._order = self._arranged()
        self._note_moved()
        left_out = self._left_out_after()
        return replace(
            self._document,
            blocks=tuple(self._blocks[name] for name in self._order if name not in self._omitted),
            wording={name: state for name, state in self._states.items() if name not in self._omitted},
            left_out=tuple(left_out),
            omitted={name: self._omitted[name] for name in left_out},
            left_out_after=left_out,
            renamed={new: old for old, new in self._now.items() if new != old},
            asleep=tuple(self._asleep),
        )

    def _left_out_after(self) -> dict[str, str]:
        """The block that still stands above each one that is left out."""
        found: dict[str, str] = {}
        above = ""
        for name in self._order:
            if name in self._omitted:
                found[name] = above
            else:
                above = name
        return found

    def _reword(self, rewording: Rewording) -> None:
        name = self._now.get(rewording.block, "")
        block = self._blocks.get(name)
        if block is not None and rewording.left_out:
            self._omitted[name] = shown(block)
        elif isinstance(block, Paragraph):
            now = pieces_in(block)
            spans = self._spans(rewording.pieces, rewording.composed, block.spans)
            self._blocks[name] = _kept(replace(block, spans=spans))
            changed = says_other(rewording, now)
            self._states[name] = Worded("changed" if changed else "yours", block.spans)
        else:
            self._asleep.append(rewording.block)

    def _add(self, new: Inserted) -> None:
        if new.block not in self._blocks:
            role = new.role if new.role in ROLE_STYLES else "body"
            self._blocks[new.block] = _kept(Paragraph(new.block, role, self._spans(new.pieces, (), ())))
            self._states[new.block] = Worded("inserted", ())

    def _arranged(self, but: str = "") -> list[str]:
        """The blocks in the order that the person gave them, in the turns in which they did; without the moves of
        the block `but`."""
        order = list(self._natural)
        both: tuple[Inserted | Moved, ...] = (*self._wording.inserted, *self._wording.moved)
        for placed in sorted(both, key=lambda each: each.turn):
            if isinstance(placed, Moved):
                if self._now.get(placed.block, placed.block) != but:
                    self._move(placed, order)
            elif placed.block not in order:
                order.insert(self._after(placed.after, order), placed.block)
        return order

    def _note_moved(self) -> None:
        """Say of each block that was moved that it was; not of one that is back where it would stand."""
        if tuple(each for each in self._order if not each.startswith(OWN)) == self._natural:
            return
        for moved in self._wording.moved:
            block = self._there(moved.block, self._order)
            if block is not None and block not in self._states and self._arranged(block) != self._order:
                self._states[block] = Worded("moved", shown(self._blocks[block]))

    def _there(self, name: str, order: list[str]) -> str | None:
        """The id of a block that the wording names, None where there is no such block so far."""
        now = name if name.startswith(OWN) else self._now.get(name)
        return now if now in order else None

    def _after(self, name: str, order: list[str]) -> int:
        """Where a paragraph stands after this block; where the block is no more, after the template lines above it."""
        if not name:
            return 0
        known = self._there(name, order)
        if known is not None:
            return order.index(known) + 1
        line = line_of(name)
        if line < 0:
            return len(order)
        return max((at + 1 for at, each in enumerate(order) if 0 <= line_of(each) <= line), default=0)

    def _move(self, moved: Moved, order: list[str]) -> None:
        block, after = self._there(moved.block, order), self._there(moved.after, order)
        if block is None or (after is None and moved.after):
            return
        start = order.index(block)
        section = order[start : section_end([self._blocks[each] for each in order], start)]
        if after in section:
            return
        del order[start : start + len(section)]
        to = order.index(after) + 1 if after is not None else 0
        order[to:to] = section

    def _spans(self, pieces: Pieces, base: Pieces, spans: Spans) -> Spans:
        """The words of a paragraph: what was typed as it was typed, the values as they are composed now."""
        out: list[Span] = []
        for mine, old, new in following(pieces, base, pieces_of(spans)):
            own = pieces[mine.start : mine.stop]
            if not mine.paths:
                out += [typed(piece, spans) for piece in own]
            elif found := spans[new.start : new.stop] if new else self._composed(mine.paths):
                out += live(found, own, base[old.start : old.stop] if old else ())
            else:
                out += [kept_words(piece, self._document.audience) for piece in own]
        return joined(out)

    def _composed(self, paths: tuple[str, ...]) -> Spans:
        """What these paths are composed to where they stand first in the document, or nothing."""
        if self._elsewhere is None:
            self._elsewhere = {}
            for value in (each for block in self._document.blocks for each in values_of(block)):
                self._elsewhere.setdefault(value[0].paths, value)
        return self._elsewhere.get(paths, ())


__all__ = ["anchor", "apply", "pieces_of", "section_end", "settle", "sleeping"]
