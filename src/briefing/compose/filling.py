"""Outlines to blocks: the printed values are put in, and prose and tables take the place of their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.changes import changes
from briefing.compose.chunks import Cut, cut
from briefing.compose.document import Block, Divider, PageBreak, Paragraph, Picture, Span, Spans
from briefing.compose.footnotes import REFERENCE, notes_of
from briefing.compose.leaves import Printed
from briefing.compose.markdown import PAGE_BREAK, PICTURE, RULE, Chunk, Outline, outlines, renumbered
from briefing.compose.markdown_words import MarkdownError, Piece
from briefing.compose.pictures import PictureError, PictureFile, ReadPicture, no_pictures
from briefing.dossier import prose

_Key = tuple[str, tuple[Printed, ...], tuple[str, ...]]
_Filled = tuple[_Key, tuple[Block, ...]]
_Kept = dict[_Key, tuple[Block, ...]]
_Renamed = dict[tuple[int, int], tuple[Block, Block]]

#: The words of a template that were read, and how many of them are held: its chunks, each with and without its parts.
Outlined = Mapping[str, tuple[Outline, ...]]
MOST_OUTLINED = 4096

#: What prose paragraphs become where they stand alone, and where they follow the first one in a list or a fact.
_ALONE = {"text": "body", "bullet": "bullet", "number": "number"}
_UNDER = {**_ALONE, "text": "continuation"}
_LISTS = frozenset(("bullet", "number", "continuation"))
#: Roles that go on in one look to the end of the prose: items are paragraphs of theirs, behind a mark.
_ONE_LOOK = frozenset(("quote", "note"))
#: How deep the further paragraphs of a fact stand: letterheads put the third level under the fact's text.
_IN_FACT = 2


class Filling:
    """Makes the blocks of a rendered text; a chunk with the same words and values gives the very same blocks."""

    def __init__(self, outlined: Outlined | None = None, read: ReadPicture = no_pictures) -> None:
        """`outlined` are the outlines of words that an earlier start has read; `read` gives pictures by their names."""
        self._read = read
        #: Whether any block that was ever made has a footnote.
        self.has_notes = False
        self.outlined: dict[str, tuple[Outline, ...]] = dict(outlined or {})
        self._renamed: _Renamed = {}
        #: The last text, what its chunks were made from and became, and the blocks before and after they got names.
        self._cut = Cut()
        self._keys: list[_Key] = []
        self._made: list[tuple[Block, ...]] = []
        self._last: tuple[list[Block], tuple[Block, ...]] = ([], ())

    def blocks(self, parts: Sequence[str], printed: Mapping[int, Printed]) -> tuple[Block, ...]:
        """All blocks of a text, their ids unique. MarkdownError names the template line of what cannot be a document.

        Where the text's parts are those of the last one, so are the blocks.
        """
        now, changed = cut(self._cut, parts)
        if not changed:
            return self._last[1]
        gone = [at for each in changed for at in range(each.was, each.was_end)]
        as_printed = {self._cut.chunks[at]: (self._keys[at], self._made[at]) for at in gone}
        kept = dict(as_printed.values())

        def of(chunk: str) -> _Filled:
            return as_printed.get(chunk) or self._known(renumbered(chunk), printed, kept)

        keys, made, blocks = list(self._keys), list(self._made), list(self._last[0])
        for each in reversed(changed):
            filled = list(map(of, now.chunks[each.start : each.end]))
            before = sum(map(len, made[: each.was]))
            behind = before + sum(map(len, made[each.was : each.was_end]))
            blocks[before:behind] = [block for _, its in filled for block in its]
            keys[each.was : each.was_end] = [key for key, _ in filled]
            made[each.was : each.was_end] = [its for _, its in filled]
        self._cut, self._keys, self._made = now, keys, made
        return self._named(blocks)

    def _named(self, blocks: list[Block]) -> tuple[Block, ...]:
        """The blocks, their ids unique. Where the ids are those of the last text, so are the names."""
        before, known = self._last
        others = changes(before, blocks)
        places = [at for each in others for at in range(each.start, each.end)]
        if len(blocks) == len(before) and all(blocks[at].id == before[at].id for at in places):
            named = list(known)
            for at in places:
                named[at] = _named_as(blocks[at], known[at])
        else:
            named = self._unique(blocks)
        self._last = (blocks, tuple(named))
        return self._last[1]

    def _known(self, chunk: Chunk, printed: Mapping[int, Printed], kept: _Kept) -> _Filled:
        """The blocks of a chunk, and what they are made from; its blocks where one that has gone was made from that."""
        values = tuple(printed[slot] for slot in chunk.slots)
        key = (chunk.text, values, chunk.marks)
        if key not in kept:
            try:
                kept[key] = _fill(chunk, self._outlines(chunk.text), values, self._read)
                self.has_notes |= any(True for block in kept[key] for _ in notes_of(block))
            except (MarkdownError, PictureError) as problem:
                line = int(chunk.marks[0].partition(":")[0]) if chunk.marks else 0
                raise MarkdownError(line, str(problem)) from problem
        return key, kept[key]

    def _outlines(self, text: str) -> tuple[Outline, ...]:
        found = self.outlined.get(text)
        if found is None:
            if len(self.outlined) >= MOST_OUTLINED:
                self.outlined.clear()
            found = self.outlined[text] = outlines(text)
        return found

    def _unique(self, blocks: list[Block]) -> list[Block]:
        """The blocks, the second and later ones of one id renamed; a renamed block is kept like the others."""
        renamed: _Renamed = {}
        counts: dict[str, int] = {}
        out: list[Block] = []
        for block in blocks:
            counts[block.id] = counts.get(block.id, 0) + 1
            if counts[block.id] > 1:
                key = (id(block), counts[block.id])
                found = self._renamed.get(key)
                known = found if found is not None and found[0] is block else None
                renamed[key] = known or (block, replace(block, id=f"{block.id}~{counts[block.id]}"))
                block = renamed[key][1]
            out.append(block)
        self._renamed = renamed
        return out


def _named_as(block: Block, known: Block) -> Block:
    """A block under the id of the one that stood in its place."""
    return block if known.id == block.id else replace(block, id=known.id)


def _fill(
    chunk: Chunk, outlined: tuple[Outline, ...], values: tuple[Printed, ...], read: ReadPicture
) -> tuple[Block, ...]:
    out: list[Block] = []
    for outline in outlined:
        mark = chunk.marks[outline.mark] if outline.mark >= 0 else ""
        block_id = mark.removesuffix(":") or "0"
        if outline.role == PICTURE:
            out.append(_picture(outline, block_id, values, read(outline.picture)))
        else:
            out.extend(_one(outline, block_id, values))
    return tuple(out)


def _picture(outline: Outline, block_id: str, values: tuple[Printed, ...], file: PictureFile) -> Picture:
    """A picture with its caption; what of that is empty takes no room."""
    spans = [
        Span(piece.text, raised=piece.raised)
        if piece.slot < 0
        else Span(values[piece.slot].text, values[piece.slot].paths, gap=values[piece.slot].gap, raised=piece.raised)
        for piece in outline.pieces
    ]
    return Picture(block_id, file.data, file.width, file.height, outline.description, merged(spans))


def _one(outline: Outline, block_id: str, values: tuple[Printed, ...]) -> list[Block]:
    if outline.role == PAGE_BREAK:
        return [PageBreak(block_id)]
    if outline.role == RULE:
        return [Divider(block_id)]
    pieces = outline.pieces
    only = values[pieces[0].slot] if len(pieces) == 1 and pieces[0].slot >= 0 else None
    if only is not None and only.blocks is not None:
        return [_named(block, block_id, at) for at, block in enumerate(only.blocks)]
    if any(piece.slot >= 0 and values[piece.slot].blocks is not None for piece in pieces):
        raise MarkdownError(0, "a table stands alone in its paragraph, with an empty line before and after it")
    if only is not None and only.prose and outline.role == "body":
        return _prose(only, pieces[0], block_id, "body", 0, 0)
    spans: list[Span] = []
    after: list[Block] = []
    for piece in pieces:
        if piece.note:
            note = _note(piece.note, values)
            look = piece.bold, piece.italic
            spans.extend([Span(REFERENCE, (), *look, raised="super", note=note)] if note else [])
        elif piece.slot < 0:
            spans.append(Span(piece.text, (), piece.bold, piece.italic, piece.link, raised=piece.raised))
        elif (value := values[piece.slot]).prose:
            first, start = _first(value, piece, outline.role)
            spans.extend(first)
            level = _IN_FACT if outline.role == "fact" else outline.level
            after.extend(_prose(value, piece, block_id, outline.role, start, level))
        elif value.text:
            spans.append(Span(value.text, value.paths, piece.bold, piece.italic, piece.link, value.gap, piece.raised))
    words = merged(spans)
    return [Paragraph(block_id, outline.role, words, outline.level), *after] if words else after


def _note(pieces: tuple[Piece, ...], values: tuple[Printed, ...]) -> Spans:
    """The words of a footnote, those of prose one behind the other; none where its values are empty."""
    spans: list[Span] = []
    for piece in pieces:
        look = piece.bold, piece.italic
        if piece.slot < 0:
            spans.append(Span(piece.text, (), *look, raised=piece.raised))
        elif (value := values[piece.slot]).blocks is not None:
            raise MarkdownError(0, "a table does not stand in a footnote")
        elif value.prose:
            for at, paragraph in enumerate(prose.parse(value.text)):
                spans.extend([Span(" ")] if at else [])
                spans.extend(_spans(paragraph, value, piece))
        elif value.text:
            spans.append(Span(value.text, value.paths, *look, gap=value.gap, raised=piece.raised))
    return merged(spans)


def _named(block: Block, block_id: str, at: int) -> Block:
    own = f"{block_id}#{at}" if at else block_id
    return replace(block, id=own)


def _first(value: Printed, piece: Piece, role: str) -> tuple[list[Span], int]:
    """The first paragraph of a prose value, in the place where it is printed, and the number of the one after it.

    A list that a fact begins with stands under its label, whole.
    """
    paragraphs = prose.parse(value.text)
    at = next((at for at, each in enumerate(paragraphs) if each.text.strip()), 0)
    if role == "fact" and paragraphs[at].kind != "text":
        return [], at
    return [*_mark(paragraphs[at].kind, 1, role, piece), *_spans(paragraphs[at], value, piece)], at + 1


def _prose(value: Printed, piece: Piece, block_id: str, role: str, start: int, level: int) -> list[Block]:
    """The paragraphs of a prose value from `start` on, which stand in or under a paragraph of this role and level."""
    roles = _UNDER if role in _LISTS or role == "fact" else _ALONE
    out: list[Block] = []
    number = 0
    for at, paragraph in enumerate(prose.parse(value.text)):
        number = number + 1 if paragraph.kind == "number" else 0
        if at < start or not paragraph.text.strip():
            continue
        deeper = role in _LISTS and paragraph.kind != "text"
        own = f"{block_id}#{at}" if at else block_id
        spans = (*_mark(paragraph.kind, number, role, piece), *_spans(paragraph, value, piece))
        out.append(Paragraph(own, role if role in _ONE_LOOK else roles[paragraph.kind], spans, level + deeper))
    return out


def _mark(kind: prose.ProseKind, number: int, role: str, piece: Piece) -> Iterator[Span]:
    """The mark of an item where it is a paragraph like those around it."""
    if role in _ONE_LOOK and kind != "text":
        yield Span("• " if kind == "bullet" else f"{number}. ", (), piece.bold, piece.italic)


def _spans(paragraph: prose.ProseParagraph, value: Printed, piece: Piece) -> Iterator[Span]:
    for run in paragraph.runs:
        look = piece.bold or run.bold, piece.italic or run.italic, piece.link
        yield Span(run.text, value.paths, *look, raised=piece.raised)


def merged(spans: list[Span]) -> Spans:
    """Neighbours of one look and origin joined, blanks at the paragraph's ends gone."""
    out: list[Span] = []
    for span in spans:
        if out and not span.gap and _look(out[-1]) == _look(span):
            out[-1] = replace(out[-1], text=out[-1].text + span.text)
        else:
            out.append(span)
    if out and not out[0].paths:
        out[0] = replace(out[0], text=out[0].text.lstrip(" "))
    if out and not out[-1].paths:
        out[-1] = replace(out[-1], text=out[-1].text.rstrip(" "))
    return tuple(span for span in out if span.text)


def _look(span: Span) -> tuple[object, ...]:
    return (span.paths, span.bold, span.italic, span.link, span.gap, span.raised, span.note)
