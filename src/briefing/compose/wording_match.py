"""Which block a piece of wording is for, and whether what is composed there still says the same.

A block's id begins with its template line, so that a newer template may give the id to another block. A block is
known by its skeleton too: its words and the fields between them, whatever their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.compose.document import Block, Paragraph
from briefing.compose.wording_spans import pieces_of
from briefing.dossier import gate
from briefing.dossier.wording import OWN, DocumentWording, Inserted, Moved, Pieces, Rewording
from briefing.dossier.wording_pieces import stretches

#: Words, or the paths of a value.
Token = str | tuple[str, ...]
Skeleton = tuple[Token, ...]

#: How like a block must be to what was reworded, to be taken for it; less where it has its id, for then it mostly is.
ALIKE, ALIKE_IN_PLACE = 0.6, 0.25

_LINE = re.compile(r"\A[0-9]+")
_NUMBER = re.compile(r"[0-9]+(?:[.,\u00a0\u202f][0-9]+)*")


def skeleton(pieces: Pieces) -> Skeleton:
    """The words and fields of a composed paragraph, looks and blanks aside.

    What is said of a change ("grew by 12%") is words, for it turns into other words; its number is none of them.
    """
    tokens: list[Token] = []
    for piece in pieces:
        token: Token = piece.paths
        if not piece.paths:
            token = piece.text
        elif all(path.endswith(".change") for path in piece.paths):
            token = _NUMBER.sub("0", piece.text)
        if isinstance(token, str) and tokens and isinstance(tokens[-1], str):
            tokens[-1] += token
        elif not tokens or tokens[-1] != token:
            tokens.append(token)
    even = (_even(token) if isinstance(token, str) else token for token in tokens)
    return tuple(token for token in even if token)


def says_other(rewording: Rewording, now: Pieces) -> bool:
    """Whether what is composed now differs from what was reworded in more than the values which the wording has.

    A value that the person's words have no more was written over: when it changes, their words may be wrong.
    """
    if skeleton(rewording.composed) != skeleton(now):
        return True
    live = {piece.paths for piece in rewording.pieces}
    return _values(rewording.composed, live) != _values(now, live)


def _values(pieces: Pieces, live: set[tuple[str, ...]]) -> list[tuple[tuple[str, ...], str]]:
    return [(each.paths, _even(each.text)) for each in stretches(pieces) if each.paths and each.paths not in live]


def _even(text: str) -> str:
    return " ".join(gate.admit_line(text).split())


def pieces_in(block: Block) -> Pieces:
    """A paragraph as pieces; nothing for a table or page break."""
    return pieces_of(block.spans) if isinstance(block, Paragraph) else ()


def line_of(block: str) -> int:
    """The template line that a block id begins with, -1 for a block of no template."""
    found = _LINE.match(block)
    return int(found[0]) if found is not None and len(found[0]) < 10 else -1


def item_of(block: str) -> str:
    """The part of a block id that no template line is in: the rows that it is about."""
    return _LINE.sub("", block, count=1)


def present(blocks: Iterable[Block], wording: DocumentWording) -> dict[str, str]:
    """For each block that the wording names, the id that it has now; a block that is not there now is left out."""
    known = dict(_named(wording))
    by_id = {block.id: block for block in blocks}
    found: dict[str, str] = {}
    for name, bones in known.items():
        if name in by_id and (bones is None or skeleton(pieces_in(by_id[name])) == bones):
            found[name] = name
    _find_same(known, by_id, found)
    _find_alike(known, by_id, found)
    return found


def _taken(known: dict[str, Skeleton | None], found: dict[str, str]) -> set[str]:
    """The blocks of now that something is for by its skeleton."""
    return {now for name, now in found.items() if known[name] is not None}


def _named(wording: DocumentWording) -> Iterator[tuple[str, Skeleton | None]]:
    """Each block id once, with the skeleton that it had, None where nothing is known of it."""
    bones: dict[str, Skeleton | None] = {}
    each_placed: tuple[Inserted | Moved, ...] = (*wording.moved, *wording.inserted)
    for placed in each_placed:
        own = () if isinstance(placed, Inserted) else placed.composed
        for name, pieces in ((placed.block, own), (placed.after, placed.anchor)):
            if name and not name.startswith(OWN):
                bones[name] = skeleton(pieces) or bones.get(name)
    bones.update((each.block, skeleton(each.composed)) for each in wording.rewordings)
    return iter(bones.items())


def _lost(known: dict[str, Skeleton | None], found: dict[str, str]) -> dict[str, Skeleton]:
    return {name: bones for name, bones in known.items() if bones is not None and name not in found}


def _find_same(known: dict[str, Skeleton | None], by_id: dict[str, Block], found: dict[str, str]) -> None:
    """Find blocks by their skeleton: the only one with the same words, fields and rows that nothing else is for."""
    lost = _lost(known, found)
    if not lost:
        return
    taken = _taken(known, found)
    items = {item_of(name) for name in lost}
    there: dict[tuple[str, Skeleton], list[str]] = {}
    for name, block in by_id.items():
        if name not in taken and (item := item_of(name)) in items:
            there.setdefault((item, skeleton(pieces_in(block))), []).append(name)
    wanted: dict[tuple[str, Skeleton], list[str]] = {}
    for name, bones in lost.items():
        wanted.setdefault((item_of(name), bones), []).append(name)
    for key, names in wanted.items():
        if len(names) == 1 and len(there.get(key, ())) == 1:
            found[names[0]] = there[key][0]


def _find_alike(known: dict[str, Skeleton | None], by_id: dict[str, Block], found: dict[str, str]) -> None:
    """Find blocks that say nearly the same of the same rows, the one most alike; what is as like as another, not.

    So a lead stays reworded, and is flagged, when the talks become a telephone call and another line of the template
    composes it.
    """
    for name, bones in _lost(known, found).items():
        item, taken = item_of(name), _taken(known, found)
        likely: list[tuple[float, bool, str]] = []
        for other, block in by_id.items():
            if other in taken or item_of(other) != item:
                continue
            likeness, same_id = _likeness(bones, skeleton(pieces_in(block))), other == name
            if likeness >= (ALIKE_IN_PLACE if same_id else ALIKE):
                likely.append((likeness, same_id, other))
        likely.sort(reverse=True)
        if likely and (len(likely) == 1 or likely[0][:2] > likely[1][:2]):
            found[name] = likely[0][2]


def _likeness(old: Skeleton, new: Skeleton) -> float:
    """The part of all their fields and words that two skeletons share, from 0 to 1."""
    before, after = _parts(old), _parts(new)
    return len(before & after) / len(before | after) if before and after else 0.0


def _parts(bones: Skeleton) -> set[Token]:
    return {part for each in bones for part in (each.casefold().split() if isinstance(each, str) else (each,))}
