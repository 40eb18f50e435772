"""A printed text cut into chunks, the stretches between its blank lines; after an edit only where it changed.

An indented chunk belongs to the one before it: a list item goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import ne
from typing import NamedTuple

from briefing.changes import Change, changes
from briefing.frozen import frozen

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")


class Piece(NamedTuple):
    """A chunk, and where in the text it stands."""

    text: str
    start: int
    end: int


@frozen(eq=False)
class Cut:
    """A text cut into chunks: its parts with the place of each, and its chunks with the start and end of each."""

    parts: Sequence[str] = ()
    places: Sequence[int] = (0,)
    chunks: Sequence[str] = ()
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()


class _Reach(NamedTuple):
    """The chunks that a change can reach, and how far the text before and behind it moved."""

    first: int
    until: int
    before: int
    behind: int


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The chunks of a part of the text that begins and ends with one, or with the text."""
    start += len(text[start:end]) - len(text[start:end].lstrip("\n"))
    end -= len(text[start:end]) - len(text[start:end].rstrip("\n"))
    gathered: list[str] = []
    first = last = at = start
    for blank in chain(_BLANK.finditer(text, start, end), (None,)):
        until = blank.start() if blank is not None else end
        part = text[at:until]
        if gathered and part[:1] in (" ", "\t"):
            gathered.append(part)
        else:
            if gathered:
                yield Piece("\n\n".join(gathered), first, last)
            gathered = [part] if part.strip() else []
            first = at
        last = until
        at = blank.end() if blank is not None else end
    if gathered:
        yield Piece("\n\n".join(gathered), first, last)


def cut(old: Cut, parts: Sequence[str]) -> tuple[Cut, list[Change]]:
    """The chunks of a text that stands for an old one, and where they are others than its."""
    places = [0, *accumulate(map(len, parts))]
    reached = list(_reached(old, changes(old.parts, parts, ne), places))
    if not reached:
        return old, []
    text = "".join(parts)
    chunks: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    found: list[Change] = []
    done = 0
    for each in (*reached, _Reach(len(old.chunks), -1, reached[-1].behind, 0)):
        chunks += old.chunks[done : each.first]
        starts += _moved(old.starts[done : each.first], each.before)
        ends += _moved(old.ends[done : each.first], each.before)
        if each.until < 0:
            break
        first = len(chunks)
        start = old.starts[each.first] + each.before if each.first else 0
        end = old.ends[each.until - 1] + each.behind if each.until < len(old.chunks) else len(text)
        for piece in pieces(text, start, end):
            chunks.append(piece.text)
            starts.append(piece.start)
            ends.append(piece.end)
        found.append(Change(each.first, each.until, first, len(chunks)))
        done = each.until
    return Cut(list(parts), places, chunks, starts, ends), found


def _moved(places: Sequence[int], by: int) -> Sequence[int]:
    return [at + by for at in places] if by else places


def _reached(old: Cut, changed: Sequence[Change], places: Sequence[int]) -> Iterator[_Reach]:
    """Which chunks these changes of the parts can reach, those that lie together as one."""
    last: _Reach | None = None
    count = len(old.chunks)
    for each in changed:
        start, end = old.places[each.was], old.places[each.was_end]
        # The blank line before or behind a chunk may go, and join it with the next.
        first = max(bisect_left(old.ends, start) - 1, 0)
        until = min(bisect_right(old.starts, end) + 1, count)
        reach = _Reach(first, until, places[each.start] - start, places[each.end] - end)
        if last is not None and (first < last.until or last.until == count):  # what reaches the last, reaches the end
            last = _Reach(last.first, max(until, last.until), last.before, reach.behind)
            continue
        if last is not None:
            yield last
        last = reach
    if last is not None:
        yield last
