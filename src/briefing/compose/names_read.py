"""Which names a part of a template reads, sets and goes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import nodes

from briefing.compose.errors import Problem

#: The name of a loop inside itself.
LOOP = "loop"


class UnfitError(Exception):
    """What has no Python of ours: a tag used in a way that no document needs."""

    def __init__(self, node: nodes.Node, text: str) -> None:
        self.problem = Problem(node.lineno or 0, text)
        super().__init__(text)


def name_of(target: nodes.Node) -> str:
    """The one name that a loop or a set gives a value to; `loop` is Jinja2's own."""
    if not isinstance(target, nodes.Name):
        raise UnfitError(target, "a loop or a set has one name")
    if target.name == LOOP:
        raise UnfitError(target, "loop is the loop itself, and cannot be another name")
    return target.name


def set_in(body: Iterable[nodes.Node]) -> dict[str, None]:
    """The names that a loop's body sets, but for those that loops within it set."""
    found: dict[str, None] = {}
    for node in body:
        if isinstance(node, nodes.Assign):
            found[name_of(node.target)] = None
        elif isinstance(node, nodes.If):
            found |= set_in([*node.body, *node.elif_, *node.else_])
    return found


def uses_loop(node: nodes.For) -> bool:
    return any(name == LOOP for each in node.body for name in _read(each, frozenset()))


def of_row(node: nodes.For, item: str) -> dict[str, None]:
    """The names that a row of a loop is made from, beside the row itself."""
    return dict.fromkeys(name for each in node.body for name in _read(each, frozenset((item, LOOP))))


def of_loop(node: nodes.For, item: str) -> dict[str, None]:
    """The names that a loop is made from, beside its list."""
    test = () if node.test is None else _read(node.test, frozenset((item, LOOP)))
    other = (name for each in node.else_ for name in _read(each, frozenset()))
    return of_row(node, item) | dict.fromkeys(test) | dict.fromkeys(other)


def of_stretch(stretch: Iterable[nodes.Node]) -> dict[str, None]:
    """The names that a stretch of a template reads."""
    return dict.fromkeys(name for each in stretch for name in _read(each, frozenset()))


def _read(node: nodes.Node, bound: frozenset[str]) -> Iterator[str]:
    """The names that a part of a template reads and does not bind itself."""
    if isinstance(node, nodes.Name):
        if node.name not in bound:
            yield node.name
    elif isinstance(node, nodes.For):
        yield from _read(node.iter, bound)
        inside = bound | {name_of(node.target), LOOP}
        for each in (node.test, *node.body):
            if each is not None:
                yield from _read(each, inside)
        for each in node.else_:
            yield from _read(each, bound)
    else:
        for child in node.iter_child_nodes():
            yield from _read(child, bound)
