"""Names in a template, checked against the field list: an unknown one is an error with the nearest right name."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

from briefing.compose.audience import may_know
from briefing.compose.engine import ENDS, HAVING, Loop
from briefing.compose.errors import Problem
from briefing.compose.guard import nearest
from briefing.compose.shapes import Shape
from briefing.dossier.fields import Audience, field_at
from briefing.dossier.figures import Source
from briefing.dossier.model import Dossier, Line, Side
from briefing.dossier.paths import PathError, join
from briefing.dossier.records import record_at, slots

Scope = Mapping[str, Shape | None]
#: What filters are for and what they give, as patterns: a list, or a record where the pattern ends with a row.
Uses = Mapping[str, tuple[str, str]]
#: The rows that fields of these kinds name.
_NAMED = {"side": Shape("sides[]", Side), "source": Shape("sources[]", Source)}


def unknown_names(tree: nodes.Template, roots: Scope, audience: Audience, uses: Uses) -> tuple[Problem, ...]:
    """Problems of a template's names: not in the list, or not for this audience (so they would print as empty).

    `roots` gives the shape of each top name, None where anything may follow.
    """
    walk = _Names(audience, uses)
    walk.body(tree.body, dict(roots))
    return tuple(sorted(set(walk.found)))


class _Names:
    def __init__(self, audience: Audience, uses: Uses) -> None:
        self.audience, self.uses = audience, uses
        self.found: list[Problem] = []

    def body(self, body: list[nodes.Node], scope: dict[str, Shape | None]) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._loop(node, scope)
            elif isinstance(node, nodes.If):
                self.shape(node.test, scope)
                for part in (node.body, node.elif_, node.else_):
                    self.body(list(part), scope)
            elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                scope[node.target.name] = self.shape(node.node, scope)
            elif isinstance(node, nodes.Output):
                for printed in node.nodes:
                    self._print(printed, self.shape(printed, scope))
            else:
                for child in node.iter_child_nodes():
                    self.shape(child, scope)

    def _print(self, node: nodes.Node, shape: Shape | None) -> None:
        """A whole record is never printed, but a line; a list is, as the gap where it is empty."""
        if shape is not None and not shape.rows and not shape.is_text and shape.record is not Line:
            self._say(node, f"{shape.pattern} is a whole record: print one of its fields")

    def _loop(self, node: nodes.For, scope: dict[str, Shape | None]) -> None:
        source = self.shape(node.iter, scope)
        inner = dict(scope)
        one = source.row if source is not None else None
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = one
        neighbours = dict.fromkeys(("previtem", "nextitem"), one)
        inner["loop"] = Shape("loop", names={**dict.fromkeys(Loop.NAMES), **neighbours})
        if node.test is not None:
            self.shape(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def shape(self, node: nodes.Node, scope: Scope) -> Shape | None:
        """The shape of an expression, None where it is not known; problems are collected on the way."""
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                self._unknown(node, node.name, list(scope), "")
            return scope.get(node.name)
        if isinstance(node, nodes.Getattr):
            return self._field(node, node.attr, self.shape(node.node, scope))
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        found = [self.shape(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Filter):
            return self._filtered(node, found[0])
        return found[1] if isinstance(node, nodes.CondExpr) else None

    def _item(self, node: nodes.Getitem, scope: Scope) -> Shape | None:
        outer = self.shape(node.node, scope)
        self.shape(node.arg, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(node, node.arg.value, outer)
        return outer.row if outer is not None else None

    def _filtered(self, node: nodes.Filter, of: Shape | None) -> Shape | None:
        """What a filter gives: rows of the same kind, one of them, or other rows than it was given."""
        if node.name in self.uses:
            wanted, given = self.uses[node.name]
            if of is not None and of.pattern != wanted:
                self._say(node, f"{node.name} is for {wanted}, and {of.pattern} is something else")
            return of if given == wanted else _shape_at(given) if given else None
        if of is None or not of.rows:
            return None
        if node.name == HAVING:
            for name in node.args:
                if isinstance(name, nodes.Const):
                    self._field(node, str(name.value), of.row)
            return of
        return of.row if node.name in ENDS else None

    def _field(self, node: nodes.Node, name: str, outer: Shape | None) -> Shape | None:
        if outer is None:
            return None
        if outer.is_text or outer.rows:
            self._say(node, f"{outer.pattern} is {'a list' if outer.rows else 'a text'}: it has no {name}")
            return None
        if outer.names is not None:
            if name not in outer.names:
                self._unknown(node, name, list(outer.names), outer.pattern)
            return outer.names.get(name)
        known = slots(outer.record) if outer.record is not None else {}
        if name not in known:
            self._unknown(node, name, list(known), outer.pattern)
            return None
        pattern = join(outer.pattern, name)
        self._audience(node, pattern)
        return _named(pattern) or Shape(pattern, known[name].record, known[name].kind == "rows")

    def _unknown(self, node: nodes.Node, name: str, known: list[str], inside: str) -> None:
        where = f" in {inside}" if inside else ""
        self._say(node, f"there is no {name}{where}{nearest(name, known)}")

    def _audience(self, node: nodes.Node, pattern: str) -> None:
        try:
            field = field_at(pattern)
        except PathError:
            return
        if not may_know(self.audience, field):
            self._say(node, f"{pattern} is {field.audience}, and this is a {self.audience} document")

    def _say(self, node: nodes.Node, text: str) -> None:
        self.found.append(Problem(node.lineno, text))


def _shape_at(pattern: str) -> Shape:
    return Shape(pattern, record_at(Dossier, pattern), not pattern.endswith("[]"))


def _named(pattern: str) -> Shape | None:
    """The row elsewhere (a side, a source) that the field names, into which the template then looks."""
    try:
        return _NAMED.get(field_at(pattern).kind)
    except PathError:
        return None
