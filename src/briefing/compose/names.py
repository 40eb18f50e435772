"""Names in a template, checked against the field list: an unknown one is an error with the nearest right name."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

from briefing.compose.audience import may_know
from briefing.compose.guard import Problem, nearest
from briefing.dossier.fields import Audience, field_at
from briefing.dossier.paths import PathError, join
from briefing.dossier.record import Record
from briefing.dossier.records import slots
from briefing.frozen import frozen


@frozen
class Shape:
    """What a name stands for: a record of this type at this pattern, or a list of them; a leaf has no record."""

    pattern: str
    record: type[Record] | None = None
    rows: bool = False


#: The filter that gives some of a list's rows.
HAVING = "having"
#: What `loop` offers.
LOOP = frozenset({"index", "index0", "first", "last", "length", "previtem", "nextitem"})

Scope = Mapping[str, Shape | None]


def unknown_names(tree: nodes.Template, roots: Scope, audience: Audience) -> tuple[Problem, ...]:
    """Problems of a template's names: not in the list, or not for this audience (so they would print as empty).

    `roots` gives the shape of each top name, None where anything may follow.
    """
    walk = _Names(audience)
    walk.body(tree.body, dict(roots))
    return tuple(sorted(set(walk.found)))


class _Names:
    def __init__(self, audience: Audience) -> None:
        self.audience = audience
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
            else:
                for child in node.iter_child_nodes():
                    self.shape(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Shape | None]) -> None:
        source = self.shape(node.iter, scope)
        inner = dict(scope)
        if isinstance(node.target, nodes.Name):
            one = Shape(source.pattern + "[]", source.record) if source and source.rows else None
            inner[node.target.name] = one
        inner["loop"] = None
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
            return self._field(node, self.shape(node.node, scope))
        if isinstance(node, nodes.Getitem):
            outer = self.shape(node.node, scope)
            self.shape(node.arg, scope)
            return Shape(outer.pattern + "[]", outer.record) if outer and outer.rows else None
        found = [self.shape(child, scope) for child in node.iter_child_nodes()]
        return self._picked(node, found[0]) if isinstance(node, nodes.Filter) and node.name == HAVING else None

    def _picked(self, node: nodes.Filter, rows: Shape | None) -> Shape | None:
        """Rows of the same kind, by fields that such rows have."""
        if rows is not None and rows.rows:
            for name in node.args:
                if isinstance(name, nodes.Const):
                    self._known(node, str(name.value), Shape(rows.pattern + "[]", rows.record))
        return rows

    def _field(self, node: nodes.Getattr, outer: Shape | None) -> Shape | None:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            if node.attr not in LOOP:
                self._unknown(node, node.attr, list(LOOP), "loop")
            return None
        if outer is None:
            return None
        if outer.record is None or outer.rows:
            self.found.append(Problem(node.lineno, f"{outer.pattern} is {'a list' if outer.rows else 'a text'}: "
                                                   f"it has no {node.attr}"))  # fmt: skip
            return None
        return self._known(node, node.attr, outer)

    def _known(self, node: nodes.Node, name: str, outer: Shape) -> Shape | None:
        known = slots(outer.record) if outer.record is not None else {}
        if name not in known:
            self._unknown(node, name, list(known), outer.pattern)
            return None
        slot = known[name]
        pattern = join(outer.pattern, name)
        self._audience(node, pattern)
        return None if _refers(pattern) else Shape(pattern, slot.record, slot.kind == "rows")

    def _unknown(self, node: nodes.Node, name: str, known: list[str], inside: str) -> None:
        where = f" in {inside}" if inside else ""
        self.found.append(Problem(node.lineno, f"there is no {name}{where}{nearest(name, known)}"))

    def _audience(self, node: nodes.Node, pattern: str) -> None:
        try:
            field = field_at(pattern)
        except PathError:
            return
        if not may_know(self.audience, field):
            self.found.append(
                Problem(node.lineno, f"{pattern} is {field.audience}, and this is a {self.audience} document")
            )


def _refers(pattern: str) -> bool:
    """Whether the field names a row elsewhere (a side, a source), which the template then looks into."""
    try:
        return field_at(pattern).kind in ("side", "source")
    except PathError:
        return False
