"""Kept parts: what a part of a template printed is printed again while all that it was made from is the same.

A part is a loop, which is kept row by row, or a stretch of the template between loops. An edit changes one record, and
most parts have nothing to do with it. Only loops that stand in no other are kept, and nothing that sets names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import is_not
from typing import Any

from briefing.changes import changes, same
from briefing.compose.leaves import Leaf, Ledger, Missing, Rows
from briefing.compose.parts import Parts
from briefing.compose.trade import TradeLine
from briefing.compose.views import View
from briefing.dossier.figures import Figure
from briefing.dossier.model import Trade

#: Lists of records.
Shared = tuple[Sequence[Any], ...]


class _ChangingError(Exception):
    """A value of which it is not known when it is the same."""


class _Part:
    """What a part was made from, and what it printed: as a whole, and where the rows of a loop are kept row by row.

    `over` is how many rows the loops in a row went over. What it was made from is held, so that identities stay; of
    what it shares with others there is the number of the state.
    """

    __slots__ = ("all_over", "of_figures", "others", "over", "parts", "rows", "shared", "size", "statistics", "texts")

    def __init__(self, rows: Sequence[Any], others: tuple[Any, ...], shared: int, statistics: int) -> None:
        self.rows, self.others, self.shared, self.statistics = rows, others, shared, statistics
        self.of_figures = any(map(_is_of_figures, others)) or _is_of_figures(rows)
        self.texts: list[str] = []
        self.over: list[int] = []
        self.parts: list[str] = []
        self.size = self.all_over = 0


class KeptParts:
    """The parts of one template: what they printed in the last run in which they were new."""

    def __init__(self) -> None:
        self._known: dict[int, _Part] = {}
        self._shared, self._statistics = _State(), _State()
        self.begin(Ledger(), (), ())

    def begin(self, ledger: Ledger, shared: Shared, statistics: Shared) -> None:
        """Begin a run. `shared` are the lists of records that any row may refer to.

        `statistics` is what is behind figures: the words of one that did not change may hang on the others.
        """
        self.parts = Parts()
        self._ledger = ledger
        self._shared.be(shared)
        self._statistics.be(statistics)
        #: What is being printed: its place, it, how many parts there were and rows had been gone over.
        self._begun: list[tuple[int, _Part, int, int]] = []

    def texts(self) -> Iterator[str]:
        """All that may be printed again."""
        for part in self._known.values():
            yield from part.parts

    def is_new(self, place: int, rows: Sequence[Any], others: tuple[Any, ...]) -> bool:
        """Whether the part in that place is now to be printed; if not, what it printed last has been printed again.

        `rows` are what it loops over, none for what is no loop; `others` the values of the other names that it reads.
        """
        found = self._known.get(place)
        if found is not None and self._like(found, others) and (found.rows is rows or _same_rows(found.rows, rows)):
            self.parts.again(found.parts, found.size)
            self._ledger.rows += found.all_over
            return False
        part = _Part(rows, others, self._shared.number, self._statistics.number)
        self._begun.append((place, part, len(self.parts), self._ledger.rows))
        return True

    def new_rows(self, rows: Sequence[Any]) -> Iterator[Any]:
        """The rows of the loop being printed for which its body is not known to print what it printed last.

        What the others printed is printed again, in its place among them.
        """
        place, loop, _, _ = self._begun[-1]
        old = self._known.get(place)
        if old is None or not self._like(old, loop.others):
            old = _Part((), (), 0, 0)
        found = changes(old.rows, rows)
        known = {key: at for change in found for at, key in _identities(old.rows, change.was, change.was_end)}
        done = 0
        for change in found:
            self._again(loop, old, done, change.was)
            for row in rows[change.start : change.end]:
                at = known.get(_key(row), -1)
                if at >= 0:
                    self._again(loop, old, at, at + 1)
                else:
                    yield from self._one(loop, row)
            done = change.was_end
        self._again(loop, old, done, len(old.texts))

    def end(self) -> None:
        """What was begun last has been printed."""
        place, part, start, before = self._begun.pop()
        if len(part.texts) != len(part.rows):
            self.parts.folded(start)
        part.parts, part.size = self.parts[start:], self.parts.size_from(start)
        part.all_over = self._ledger.rows - before
        self._known[place] = part

    def _again(self, loop: _Part, old: _Part, start: int, end: int) -> None:
        loop.texts += old.texts[start:end]
        loop.over += old.over[start:end]
        texts = old.texts[start:end]
        self.parts.again(texts, sum(map(len, texts)))
        self._ledger.rows += sum(old.over[start:end])

    def _one(self, loop: _Part, row: Any) -> Iterator[Any]:
        start, before = len(self.parts), self._ledger.rows
        yield row
        loop.texts.append(self.parts.folded(start))
        loop.over.append(self._ledger.rows - before)

    def _like(self, part: _Part, others: tuple[Any, ...]) -> bool:
        """Whether that part was made from these values, beside its rows."""
        if part.shared != self._shared.number or (part.of_figures and part.statistics != self._statistics.number):
            return False
        # Mostly they are the very same.
        return not any(map(is_not, part.others, others)) or all(map(_same, part.others, others))


class _State:
    """Lists that many parts look at, with a number that is another when they are others."""

    def __init__(self) -> None:
        self.number = 0
        self._lists: Shared = ()

    def be(self, lists: Shared) -> None:
        if len(lists) != len(self._lists) or not all(map(same, lists, self._lists)):
            self.number += 1
        self._lists = lists


def _is_of_figures(value: Any) -> bool:
    """Whether a value is of figures, or a list that begins with one that is."""
    if isinstance(value, View):
        return isinstance(value.record, (Figure, Trade))
    if isinstance(value, (list, tuple)):
        return bool(value) and _is_of_figures(value[0])
    return isinstance(value, TradeLine)


def _same_rows(old: Sequence[Any], new: Sequence[Any]) -> bool:
    if old is new:
        return True
    if len(old) != len(new):
        return False
    if isinstance(old, Rows) and isinstance(new, Rows) and (old.path, old.label) != (new.path, new.label):
        return False
    return all(_same(old[at], new[at]) for change in changes(old, new) for at in range(change.start, change.end))


def _same(old: Any, new: Any) -> bool:
    if old is new:
        return True
    if isinstance(old, Rows) and isinstance(new, Rows):
        return _same_rows(old, new)
    key = _key(old)
    return key is not None and key == _key(new)


def _identities(rows: Sequence[Any], start: int, end: int) -> Iterator[tuple[int, Any]]:
    for at in range(start, end):
        key = _key(rows[at])
        if key is not None:
            yield at, key


def _key(value: Any) -> Any:
    """What tells a value from another, as long as it is held; None where that is not known."""
    try:
        return (_identity(value),)
    except _ChangingError:
        return None


def _identity(value: Any) -> Any:
    if isinstance(value, View):
        return id(value.record), value.path
    if isinstance(value, Leaf):
        return str(value), value.shown, value.paths, value.label, value.prose
    if isinstance(value, TradeLine):
        return value.identity()
    if isinstance(value, Rows):
        return value.path, value.label, tuple(map(_identity, value))
    if isinstance(value, (list, tuple)):
        return tuple(map(_identity, value))
    if isinstance(value, (str, int, bool, Missing)) or value is None:
        return type(value), value.what if isinstance(value, Missing) else value
    raise _ChangingError
