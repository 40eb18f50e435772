"""Leaves of a template's context: texts that remember their fields and never pass through Markdown.

What a template prints, the engine asks to `place` itself: an opaque placeholder goes into the text, the value waits in
the ledger and is put in, with its paths, after the Markdown has been parsed. So user text cannot become markup, and an
edit that changes only values leaves the Markdown as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import compress, count
from typing import Any, NoReturn

from briefing.changes import changes, put_in, same
from briefing.frozen import frozen

#: Noncharacters, which the text gate keeps out of user text.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
#: A placeholder, with its number.
SLOT = re.compile(f"{OPEN}([0-9]+){CLOSE}")


@frozen
class Printed:
    """What a placeholder stands for. `blocks` are the blocks that it becomes when it stands alone in a paragraph."""

    text: str
    paths: tuple[str, ...]
    gap: bool = False
    prose: bool = False
    blocks: Any = None


#: How many values a ledger may hold that are in no text any more, beside half as many as are: to look takes a while.
ROOM = 256


class Ledger:
    """The values printed by a template, by the number of their placeholder; no number stands for two values."""

    def __init__(self) -> None:
        self._numbers = count()
        #: The values of this run and of runs before it.
        self.printed: dict[int, Printed] = {}
        self._places: dict[tuple[str, tuple[str, ...], bool, bool, int], str] = {}
        self._room = ROOM
        self.begin()

    def begin(self) -> None:
        """Begin another run."""
        #: How many rows the template's loops went over.
        self.rows = 0

    def enter(
        self, text: str, paths: tuple[str, ...], *, gap: bool = False, prose: bool = False, blocks: Any = None
    ) -> str:
        """The placeholder of a value: that which it had before, so that what did not change prints as it did."""
        # Blocks are held with the value, and known by what they are; to compare them would take long.
        key = (text, paths, gap, prose, id(blocks))
        found = self._places.get(key)
        if found is None:
            number = next(self._numbers)
            self.printed[number] = Printed(text, paths, gap, prose, blocks)
            found = self._places[key] = f"{OPEN}{number}{CLOSE}"
        return found

    def forget(self, texts: Callable[[], Iterable[str]]) -> None:
        """Forget the values that stand in none of these texts, once they may be many."""
        if len(self.printed) < self._room:
            return
        numbers = {int(found[1]) for text in texts() for found in SLOT.finditer(text)}
        self.printed = {number: value for number, value in self.printed.items() if number in numbers}
        self._places = {key: place for key, place in self._places.items() if int(place[1:-1]) in numbers}
        self._room = len(numbers) * 3 // 2 + ROOM


class Leaf(str):
    """A text of the context. It compares as what the file keeps (a code, an ISO date) and prints as `shown`."""

    ledger: Ledger
    paths: tuple[str, ...]
    shown: str
    label: str
    prose: bool

    def __new__(
        cls,
        value: str,
        ledger: Ledger,
        paths: tuple[str, ...] = (),
        shown: str = "",
        label: str = "",
        prose: bool = False,
    ) -> Leaf:
        self = super().__new__(cls, value)
        self.ledger, self.paths, self.shown, self.label, self.prose = ledger, paths, shown, label, prose
        return self

    def place(self) -> str:
        if not self:
            return self.ledger.enter(f"[{self.label}]" if self.label else "", self.paths, gap=bool(self.label))
        return self.ledger.enter(self.shown or str(self), self.paths, prose=self.prose)

    def __add__(self, other: str) -> Leaf:
        return Leaf(str(self) + str(other), self.ledger, self.paths + paths_of(other))

    def __radd__(self, other: str) -> Leaf:
        return Leaf(str(other) + str(self), self.ledger, paths_of(other) + self.paths)

    def __iter__(self) -> Iterator[str]:
        # Letters taken one by one would be plain texts, and those are the template's own words.
        raise TypeError("a text cannot be looped over")

    def text(self) -> str:
        """The words that it prints, or nothing when it is empty."""
        return self.shown or str(self) if self else ""


class Fragments(tuple[Any, ...]):
    """Pieces of a phrase, printed one after another, so that each number leads to its own figure."""

    __slots__ = ()

    def place(self) -> str:
        return "".join([piece.place() for piece in self])


@frozen(eq=False)
class _Chosen:
    """Whether each row of a list passed a test, those that did, and what the test looked at beside the row."""

    passed: list[bool]
    rows: Rows
    made_from: tuple[Any, ...]


class Rows(list[Any]):
    """The rows of a list. Printed as a whole it is a gap where it is empty, and an error otherwise.

    `missing` makes what stands for a row that is not there: the first of an empty list, the third of two.
    """

    def __init__(self, rows: Sequence[Any], ledger: Ledger, path: str, label: str, missing: Callable[[], Any]) -> None:
        super().__init__(rows)
        self.ledger, self.path, self.label, self.missing = ledger, path, label, missing
        #: What was chosen of these very rows, which never change: kept for as long as they are.
        self._chosen: dict[Any, _Chosen] = {}
        self._before: Rows | None = None

    def follow(self, before: Rows) -> None:
        """Be the list that stands for another now: what was said of a row of that, still holds."""
        self._before, before._before = before, None

    def chosen(self, by: Hashable, passes: Callable[[Any], Any], made_from: tuple[Any, ...] = ()) -> Rows:
        """The rows that pass: by the same test, known as `by`, and the same objects beside the row, the same rows."""
        found = self._chosen.get(by)
        if found is not None and same(found.made_from, made_from):
            return found.rows
        before = self._before
        old = before._chosen.get(by) if before is not None else None
        if before is None or old is None or not same(old.made_from, made_from):
            passed = [bool(passes(row)) for row in self]
            rows = self.some(list(compress(self, passed)))
        else:
            passed = list(old.passed)
            put_in(passed, changes(before, self), lambda at: [bool(passes(row)) for row in self[at.start : at.end]])
            rows = self.some(list(compress(self, passed)))
            rows.follow(old.rows)
        self._chosen[by] = _Chosen(passed, rows, made_from)
        return rows

    def some(self, rows: Sequence[Any]) -> Rows:
        """A list of some rows of this kind, mostly of this list."""
        return Rows(rows, self.ledger, self.path, self.label, self.missing)

    def gap(self) -> Leaf:
        return Leaf("", self.ledger, (self.path,), label=self.label)

    def place(self) -> str:
        return refuse_print(self.path) if self else self.gap().place()


class Native:
    """Blocks made in Python (a table); they take the place of the paragraph in which they are printed alone."""

    def __init__(self, ledger: Ledger, blocks: Any, paths: tuple[str, ...]) -> None:
        self.ledger, self.blocks, self.paths = ledger, blocks, paths

    def __bool__(self) -> bool:
        return bool(self.blocks)

    def place(self) -> str:
        return self.ledger.enter("", self.paths, blocks=self.blocks)


class PrintError(TypeError):
    """What cannot be printed: a whole record, or what is not there."""


class Missing:
    """What is not there. It may be asked whether it is defined; whatever else is done with it is an error."""

    __slots__ = ("what",)

    def __init__(self, what: str) -> None:
        self.what = what

    def _refuse(self, *_: object) -> NoReturn:
        raise PrintError(f"there is no {self.what}")

    __bool__ = __str__ = __len__ = __iter__ = __hash__ = __contains__ = __add__ = __radd__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse


def refuse_print(name: str) -> NoReturn:
    raise PrintError(f"{name} is a whole record: print one of its fields")


def paths_of(value: Any) -> tuple[str, ...]:
    """The paths of all leaves in a value, each once, in order."""
    found: dict[str, None] = {}

    def collect(inner: Any) -> None:
        if isinstance(inner, (Leaf, Native)):
            found.update(dict.fromkeys(inner.paths))
        elif isinstance(inner, (list, tuple)):
            for each in inner:
                collect(each)

    collect(value)
    return tuple(found)
