"""The template engine: prints a template, with look-ups in views only, named filters, and every value by the ledger."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from briefing.compose import marks, template
from briefing.compose.errors import BodyError, Problem
from briefing.compose.kept_parts import KeptParts, Shared
from briefing.compose.leaves import Fragments, Leaf, Ledger, Missing, Native, PrintError, Rows, paths_of
from briefing.compose.parts import Parts
from briefing.compose.template import Template
from briefing.compose.views import View
from briefing.dossier import gate

#: The longest text that a filter may give, in characters: joins in loops must not grow without end.
MAX_RESULT = 100_000
#: Rows looped over in one run: three loops within one another over a long list would never end.
MAX_ROWS = 300_000

#: The filter that gives some of a list's rows, and those that give one of them.
HAVING, ENDS = "having", ("first", "last")

Filter = Callable[..., Any]


class Engine:
    """Prints one template again and again. No attribute of any object is read: a name is looked up in what has it."""

    def __init__(self, name: str, printed: Template, filters: Mapping[str, Filter]) -> None:
        self._name, self._template = name, printed
        self._kept = KeptParts()
        known: dict[str, Any] = {
            "__builtins__": {},
            template.LOOK: _look,
            template.ITEM: _item,
            template.LOOPED: Loop,
            template.MISSING: Missing,
            template.MARK: marks.block_mark,
            **{f"{template.TEST}{each}": test for each, test in TESTS.items()},
            **{f"{template.FILTER}{each}": _carrying(function) for each, function in with_basic(filters).items()},
        }
        exec(printed.code, known)
        self._body: Callable[..., None] = known[template.FUNCTION]

    def run(self, context: Mapping[str, Any], ledger: Ledger, shared: Shared = (), statistics: Shared = ()) -> Parts:
        """The Markdown of the template, with placeholders, part by part: what is printed again is the same part.

        BodyError names the line of what went wrong.

        `shared` are the lists of records that rows of other lists may refer to, `statistics` what is behind figures.
        """
        self._kept.begin(ledger, shared, statistics)
        run = _Run(context, ledger, self._kept.parts)
        try:
            self._body(run.named, run.parts.append, run.printed, run.rows, run.each, self._kept)
            run.parts.weigh()
        except Exception as error:  # a filter given what it is not made for may raise anything
            reason = str(error) if isinstance(error, PrintError) else f"a value is not fit: {error}"
            raise BodyError(self._name, (Problem(self._template.line_of(error), reason),)) from error
        ledger.forget(lambda: chain(run.parts, self._kept.texts()))
        return run.parts


def with_basic(filters: Mapping[str, Filter]) -> Mapping[str, Filter]:
    """These filters and those that belong to no language."""
    return {**BASIC, **filters}


class _Run:
    """One printing of a template: its context, the values printed, and how much there may be."""

    def __init__(self, context: Mapping[str, Any], ledger: Ledger, parts: Parts) -> None:
        self.parts = parts
        self._context, self._ledger = context, ledger

    def named(self, name: str) -> Any:
        return self._context[name] if name in self._context else Missing(name)

    def printed(self, value: Any) -> str:
        """Whatever an expression gives prints through the ledger, so that no value is ever read as Markdown."""
        if isinstance(value, (Leaf, Fragments, Native, Rows, View)):
            return value.place()
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return Leaf(gate.admit(str(value)), self._ledger).place()
        if isinstance(value, Missing):
            return str(value)  # which says what there is not
        raise PrintError(f"{type(value).__name__} cannot be printed: print one of its fields")

    def rows(self, value: Any) -> Any:
        """What a loop goes over, once it is known to be a list and not the last of too many."""
        if not isinstance(value, (list, tuple)):
            raise PrintError(str(value) if isinstance(value, Missing) else "only a list can be looped over")
        self._ledger.rows += len(value)
        if self._ledger.rows > MAX_ROWS:
            raise PrintError("its loops go over too many rows")
        return value

    def each(self, rows: Iterable[Any]) -> Iterator[Any]:
        """The rows one by one, until the document is too long."""
        for row in rows:
            yield row
            self.parts.weigh()


class Loop:
    """A loop that knows where it is."""

    #: What a template may ask of it.
    NAMES = frozenset({"index", "index0", "first", "last", "length", "previtem", "nextitem"})

    def __init__(self, rows: list[Any] | tuple[Any, ...]) -> None:
        self._rows = rows
        self._at = -1

    def __iter__(self) -> Iterator[Any]:
        for at, row in enumerate(self._rows):
            self._at = at
            yield row

    def look(self, name: str) -> Any:
        at, rows = self._at, self._rows
        if name in ("previtem", "nextitem"):
            other = at + (1 if name == "nextitem" else -1)
            return rows[other] if 0 <= other < len(rows) else Missing(name)
        facts = {"index": at + 1, "index0": at, "length": len(rows), "first": at == 0, "last": at == len(rows) - 1}
        return facts[name] if name in facts else Missing(f"{name} in loop")


def _look(value: Any, name: Any) -> Any:
    """What a record, a mapping or a loop has under a name."""
    if isinstance(value, View):
        found = value.looked_at(name)
        if found is not None:
            return found
        if name in value.names():
            return value.look(name)
    if isinstance(value, Mapping) and name in value:
        return value[name]
    if isinstance(value, Loop):
        return value.look(name)
    return value if isinstance(value, Missing) else Missing(f"{name} in it")


def _item(value: Any, key: Any) -> Any:
    if isinstance(value, (list, tuple)) and isinstance(key, int):
        if -len(value) <= key < len(value):
            return value[key]
        return value.missing() if isinstance(value, Rows) else Missing(f"row {key} in the list")
    return _look(value, key)


def _carrying(function: Filter) -> Filter:
    """A filter whose result carries the paths of all that went in, stays empty for an empty leaf, and is bounded."""

    def wrapped(value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, Missing):
            return value
        result = function(value, *args, **kwargs)
        if type(result) is not str:
            return result
        if len(result) > MAX_RESULT:
            raise OverflowError("a filter's result is too long")
        ledger = _ledger_of((value, *args))
        return result if ledger is None else Leaf(result, ledger, paths_of((value, *args)))

    return wrapped


def _ledger_of(values: Any) -> Ledger | None:
    for value in values:
        if isinstance(value, (Leaf, Native)):
            return value.ledger
        if isinstance(value, (list, tuple)) and (found := _ledger_of(value)) is not None:
            return found
    return None


def _words(value: Any) -> str:
    if isinstance(value, Leaf):
        return value.text()
    if isinstance(value, Fragments):
        return "".join(map(_words, value))
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    raise PrintError(f"{type(value).__name__} cannot be joined to a text")


def _upper_first(value: Any) -> Any:
    """The same value with a capital first letter, still leading to its field."""
    if isinstance(value, Fragments):
        return Fragments((_upper_first(value[0]), *value[1:])) if value else value
    if isinstance(value, Leaf) and value:
        text = value.text()
        return Leaf(str(value), value.ledger, value.paths, text[:1].upper() + text[1:], value.label, value.prose)
    return value


def _join(values: Any, between: str = "") -> str:
    return between.join(map(_words, _rows(values)))


def _rows(values: Any) -> Any:
    """The same list: for a text, which is no list of letters, a PrintError."""
    if isinstance(values, (list, tuple)):
        return values
    raise PrintError("that is no list")


def _end(at: int) -> Filter:
    """The first or last of a list; of an empty one a row that is not there, or nothing."""

    def pick(values: Any) -> Any:
        if not _rows(values):
            return values.missing() if isinstance(values, Rows) else Fragments(())
        return values[at]

    return pick


def _having(rows: Any, *names: str) -> Any:
    """The rows in which one of these fields is filled: `topics|having('points')`."""
    if not isinstance(rows, Rows):
        return [each for each in _rows(rows) if any(each.look(name) for name in names)]
    # A field may name another record, which changes while the row does not.
    dossier = rows[0].scope.dossier if rows and isinstance(rows[0], View) else None
    others = (dossier.sides, dossier.sources) if dossier is not None else ()
    return rows.chosen(names, lambda row: any(row.look(name) for name in names), others)


#: Filters that belong to no language.
BASIC: Mapping[str, Filter] = {
    "length": lambda values: len(_rows(values)),
    "join": _join,
    "first": _end(0),
    "last": _end(-1),
    HAVING: _having,
    "capital": _upper_first,
}

#: What may be asked after `is`.
TESTS: Mapping[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Missing),
    "undefined": lambda value: isinstance(value, Missing),
    "none": lambda value: value is None,
    "odd": lambda value: bool(value % 2 == 1),
    "even": lambda value: bool(value % 2 == 0),
    "in": lambda value, among: value in among,
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
