"""Kept loops: what a loop printed is printed again, whole or row by row, while all that it was made from is the same.

Long documents are long because of their loops, and an edit changes one row of one of them, or none. Only loops that
stand in no other are kept, and none that sets names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefing.compose.leaves import Leaf, Ledger, Missing, Printed, Rows
from briefing.compose.marks import Mark
from briefing.compose.trade import TradeLine
from briefing.compose.views import View
from briefing.frozen import frozen

_Key = tuple[Any, ...]


class _ChangingError(Exception):
    """A value of which it is not known when it is the same."""


@frozen(eq=False)
class _Stretch:
    """What a loop or row printed. The values that it was made from are held, so that their identities stay theirs."""

    key: _Key
    made_from: Any
    text: Mark
    printed: dict[int, Printed]
    rows: int


@frozen(eq=False)
class _Begun:
    """A loop or row that is being printed: where it began, and what had been printed before."""

    key: _Key | None
    made_from: Any
    start: int
    printed: dict[int, Printed]
    rows: int
    keep: Callable[[_Stretch], None]


class KeptLoops:
    """The loops of one template: what they printed in the last run in which they were new."""

    def __init__(self) -> None:
        self._loops: dict[int, _Stretch] = {}
        self._rows: dict[int, dict[_Key, _Stretch]] = {}
        self._new_rows: dict[_Key, _Stretch] = {}
        self._begun: list[_Begun] = []
        self._ledger = Ledger()
        self._shared: Any = ()
        self._held: Any = ()
        self._again: _Stretch | None = None
        self.parts: list[str] = []

    def begin(self, ledger: Ledger, shared: tuple[tuple[Any, ...], ...]) -> None:
        """Begin a run. `shared` are the lists of records that any row may refer to."""
        self._ledger, self.parts = ledger, []
        self._begun.clear()
        self._shared = tuple(tuple(map(id, records)) for records in shared)
        self._held = shared

    def same_loop(self, place: int, rows: Any, others: tuple[Any, ...]) -> bool:
        """Whether the loop in that place would print what it printed last; if not, it is now being printed."""
        key = self._key(rows, others)
        found = self._loops.get(place)
        if key is not None and found is not None and found.key == key:
            self._again = found
            return True
        self._new_rows = {}

        def keep(stretch: _Stretch) -> None:
            self._loops[place], self._rows[place] = stretch, self._new_rows

        self._begin(key, (rows, others), keep)
        return False

    def same_row(self, place: int, item: Any, others: tuple[Any, ...]) -> bool:
        """Whether the loop's body would print for this row what it printed last; if not, it is now being printed."""
        key = self._key(item, others)
        found = None if key is None else self._rows.get(place, {}).get(key)
        if found is not None:
            self._new_rows[found.key] = self._again = found
            return True
        self._begin(key, (item, others), lambda stretch: self._new_rows.update({stretch.key: stretch}))
        return False

    def again(self) -> Mark:
        """The text of what was found to be the same; its values are in the ledger again."""
        found = self._again
        assert found is not None
        self._ledger.printed.update(found.printed)
        self._ledger.rows += found.rows
        return found.text

    def end(self) -> Mark:
        """The loop or row begun last has been printed."""
        begun, ledger = self._begun.pop(), self._ledger
        own, ledger.printed = ledger.printed, begun.printed
        ledger.printed.update(own)
        if begun.key is not None:
            text = Mark("".join(self.parts[begun.start :]))
            held = (begun.made_from, self._held)
            begun.keep(_Stretch(begun.key, held, text, own, ledger.rows - begun.rows))
        return Mark("")

    def _begin(self, key: _Key | None, made_from: Any, keep: Callable[[_Stretch], None]) -> None:
        ledger = self._ledger
        self._begun.append(_Begun(key, made_from, len(self.parts), ledger.printed, ledger.rows, keep))
        ledger.printed = {}

    def _key(self, value: Any, others: tuple[Any, ...]) -> _Key | None:
        try:
            return (self._shared, _identity(value), *map(_identity, others))
        except _ChangingError:
            return None


def _identity(value: Any) -> Any:
    """What tells one value of a context from another, as long as the value is held."""
    if isinstance(value, View):
        return id(value.record), value.path
    if isinstance(value, Leaf):
        return str(value), value.shown, value.paths, value.label, value.prose
    if isinstance(value, TradeLine):
        return value.identity()
    if isinstance(value, Rows):
        found = value.known.get(_identity)
        if found is None:
            found = value.known[_identity] = value.path, value.label, tuple(map(_identity, value))
        return found
    if isinstance(value, (list, tuple)):
        return tuple(map(_identity, value))
    if isinstance(value, (str, int, bool, Missing)) or value is None:
        return type(value), value.what if isinstance(value, Missing) else value
    raise _ChangingError
