"""Kept loops: what a loop printed is printed again, whole or row by row, while all that it was made from is the same.

Long documents are long because of their loops, and an edit changes one row of one of them, or none. Only loops that
stand in no other are kept, and none that sets names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Undefined, nodes, pass_context
from jinja2.runtime import Context

from briefing.compose.leaves import Leaf, Ledger, Printed, Rows
from briefing.compose.marks import Mark
from briefing.compose.trade import TradeLine
from briefing.compose.views import View
from briefing.frozen import frozen

#: The name in the context, and those of the filters: with a low line, which the guard lets no template use.
KEPT = "_kept"
_SAME_LOOP, _SAME_ROW, _AGAIN, _END, _LIST = "_same_loop", "_same_row", "_again", "_end", "_list"

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

    def same_loop(self, place: int, rows: Any, others: list[Any]) -> bool:
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

    def same_row(self, place: int, item: Any, others: list[Any]) -> bool:
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

    def _key(self, value: Any, others: list[Any]) -> _Key | None:
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
        return value.path, value.label, tuple(map(_identity, value))
    if isinstance(value, (list, tuple)):
        return tuple(map(_identity, value))
    if isinstance(value, (str, int, bool, Undefined)) or value is None:
        return type(value), "" if isinstance(value, Undefined) else value
    raise _ChangingError


def kept(loop: nodes.For, place: int) -> list[nodes.Node]:
    """The nodes that stand for an outermost loop so that what it prints is kept; the loop itself where it cannot be.

    {% set _list7 = rows %}
    {% if _list7|_same_loop(7, [names]) %}{{ 7|_again }}{% else %}
    {% for item in _list7 %}
    {% if item|_same_row(7, [names]) %}{{ 7|_again }}{% else %}…{{ 7|_end }}{% endif %}
    {% endfor %}
    {{ 7|_end }}{% endif %}
    """
    if not isinstance(loop.target, nodes.Name) or loop.find(nodes.Assign) is not None:
        return [loop]
    line, item = loop.lineno, loop.target.name
    of_row = dict.fromkeys(name for each in loop.body for name in _read(each, frozenset((item,))))
    rest = [each for each in (loop.test, *loop.else_) if each is not None]
    of_loop = dict.fromkeys((*of_row, *(name for each in rest for name in _read(each, frozenset((item,))))))
    of_loop.pop("loop", None)
    rows = f"{_LIST}{place}"
    set_rows = nodes.Assign(nodes.Name(rows, "store"), loop.iter, lineno=line)
    loop.iter = nodes.Name(rows, "load", lineno=line)
    if "loop" not in of_row:
        loop.body = [_unless_same(_SAME_ROW, item, place, list(of_row), loop.body, line)]
    return [set_rows, _unless_same(_SAME_LOOP, rows, place, list(of_loop), [loop], line)]


def _unless_same(test: str, name: str, place: int, others: list[str], body: list[nodes.Node], line: int) -> nodes.If:
    names = nodes.List([nodes.Name(each, "load", lineno=line) for each in others], lineno=line)
    same = _filter(nodes.Name(name, "load", lineno=line), test, [nodes.Const(place), names], line)
    again, end = (nodes.Output([_filter(nodes.Const(place), each, [], line)], lineno=line) for each in (_AGAIN, _END))
    return nodes.If(same, [again], [], [*body, end], lineno=line)


def _filter(value: nodes.Expr, name: str, args: list[nodes.Expr], line: int) -> nodes.Filter:
    return nodes.Filter(value, name, args, [], None, None, lineno=line)


def _read(node: nodes.Node, bound: frozenset[str]) -> Iterator[str]:
    """The names that a part of a template reads and does not bind itself."""
    if isinstance(node, nodes.Name):
        if node.name not in bound:
            yield node.name
    elif isinstance(node, nodes.For):
        yield from _read(node.iter, bound)
        targets = [node.target, *node.target.find_all(nodes.Name)]
        inside = bound | {each.name for each in targets if isinstance(each, nodes.Name)} | {"loop"}
        for each in (node.test, *node.body):
            if each is not None:
                yield from _read(each, inside)
        for each in node.else_:
            yield from _read(each, bound)
    else:
        for child in node.iter_child_nodes():
            yield from _read(child, bound)


@pass_context
def _same_loop(context: Context, rows: Any, place: int, others: list[Any]) -> bool:
    loops: KeptLoops = context[KEPT]
    return loops.same_loop(place, rows, others)


@pass_context
def _same_row(context: Context, item: Any, place: int, others: list[Any]) -> bool:
    loops: KeptLoops = context[KEPT]
    return loops.same_row(place, item, others)


@pass_context
def _print_again(context: Context, _place: int) -> Mark:
    loops: KeptLoops = context[KEPT]
    return loops.again()


@pass_context
def _print_end(context: Context, _place: int) -> Mark:
    loops: KeptLoops = context[KEPT]
    return loops.end()


FILTERS: dict[str, Callable[..., Any]] = {
    _SAME_LOOP: _same_loop,
    _SAME_ROW: _same_row,
    _AGAIN: _print_again,
    _END: _print_end,
}
