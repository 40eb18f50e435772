"""Kept loops: what a loop printed is printed again, whole or row by row, while all that it was made from is the same.

Long documents are long because of their loops, and an edit changes one row of one of them, or none. Only loops that
stand in no other are kept, and none that sets names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.changes import changes, same
from briefing.compose.leaves import Leaf, Ledger, Missing, Rows
from briefing.compose.parts import Parts
from briefing.compose.trade import TradeLine
from briefing.compose.views import View


class _ChangingError(Exception):
    """A value of which it is not known when it is the same."""


class _Loop:
    """What a loop was made from, and what it printed: as a whole, and where its rows are kept row by row.

    `over` is how many rows the loops in a row went over. What it was made from is held, so that identities stay.
    """

    def __init__(self, rows: Sequence[Any], others: tuple[Any, ...], shared: tuple[Sequence[Any], ...]) -> None:
        self.rows, self.others, self.shared = rows, others, shared
        self.texts: list[str] = []
        self.over: list[int] = []
        self.parts: list[str] = []
        self.all_over = 0


class KeptLoops:
    """The loops of one template: what they printed in the last run in which they were new."""

    def __init__(self) -> None:
        self._loops: dict[int, _Loop] = {}
        self.begin(Ledger(), ())

    def begin(self, ledger: Ledger, shared: tuple[Sequence[Any], ...]) -> None:
        """Begin a run. `shared` are the lists of records that any row may refer to."""
        self.parts = Parts()
        self._ledger, self._shared = ledger, shared
        #: The loop that is being printed: its place, it, how many parts there were and rows had been gone over.
        self._begun: tuple[int, _Loop, int, int] | None = None

    def texts(self) -> Iterator[str]:
        """All that may be printed again."""
        for loop in self._loops.values():
            yield from loop.parts

    def is_new(self, place: int, rows: Sequence[Any], others: tuple[Any, ...]) -> bool:
        """Whether the loop in that place is now to be printed; if not, what it printed last has been printed again."""
        found = self._loops.get(place)
        if found is not None and self._like(found, others) and _same_rows(found.rows, rows):
            self.parts.again(found.parts)
            self._ledger.rows += found.all_over
            return False
        self._begun = (place, _Loop(rows, others, self._shared), len(self.parts), self._ledger.rows)
        return True

    def new_rows(self, rows: Sequence[Any]) -> Iterator[Any]:
        """The rows of the loop being printed for which its body is not known to print what it printed last.

        What the others printed is printed again, in its place among them.
        """
        assert self._begun is not None
        place, loop, _, _ = self._begun
        old = self._loops.get(place)
        if old is None or not self._like(old, loop.others):
            old = _Loop((), (), ())
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
        """The loop that is being printed has been printed."""
        assert self._begun is not None
        place, loop, start, before = self._begun
        if len(loop.texts) != len(loop.rows):
            self.parts.folded(start)
        loop.parts, loop.all_over = self.parts[start:], self._ledger.rows - before
        self._loops[place] = loop

    def _again(self, loop: _Loop, old: _Loop, start: int, end: int) -> None:
        loop.texts += old.texts[start:end]
        loop.over += old.over[start:end]
        self.parts.again(old.texts[start:end])
        self._ledger.rows += sum(old.over[start:end])

    def _one(self, loop: _Loop, row: Any) -> Iterator[Any]:
        start, before = len(self.parts), self._ledger.rows
        yield row
        loop.texts.append(self.parts.folded(start))
        loop.over.append(self._ledger.rows - before)

    def _like(self, loop: _Loop, others: tuple[Any, ...]) -> bool:
        """Whether that loop was made from these values, beside its rows."""
        if len(loop.shared) != len(self._shared) or not all(map(same, loop.shared, self._shared)):
            return False
        return len(loop.others) == len(others) and all(map(_same, loop.others, others))


def _same_rows(old: Sequence[Any], new: Sequence[Any]) -> bool:
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
