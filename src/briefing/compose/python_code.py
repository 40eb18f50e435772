"""A template's syntax tree as Python: one function that prints it.

The guard lets few kinds of nodes through, and each has its lines of Python here; so what a template can do is what is
written here and in the engine, whatever else Jinja2 knows. `{% for topic in topics %}## {{ topic.area }}{% endfor %}`:

def body(named, put, printed, rows, each, kept):
 topics_0 = named('topics')
 list_1 = rows(topics_0)
 if kept.is_new(1, list_1, ()):
  for topic_2 in each(kept.new_rows(list_1)):
   put('## ')
   put(printed(look(topic_2, 'area')))
  kept.end()
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count, groupby

from jinja2 import nodes

from briefing.compose import template
from briefing.compose.marks import FILTER as MARK_FILTER
from briefing.compose.names_read import LOOP, UnfitError, name_of, of_loop, of_stretch, set_in, uses_loop
from briefing.compose.template import Template

_COMPARED = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}

_Scope = dict[str, str]


def compiled(tree: nodes.Template) -> Template:
    """The template that prints this tree, which the guard has let through. UnfitError for what cannot be run."""
    writer = _Writer()
    writer.top(tree.body)
    lines = writer.whole()
    source = "\n".join(text for _, text in lines)
    return Template(compile(source, template.FILE, "exec"), tuple(line for line, _ in lines))


class _Writer:
    """Writes the lines of Python, each with the line of the template that it is of."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, str]] = []
        self._deep = 1
        self._numbers = count()
        self._top: _Scope = {}
        self._scopes: list[_Scope] = [self._top]

    def whole(self) -> list[tuple[int, str]]:
        """All lines. Before anything is printed, each name that is not a loop's own gets its value."""
        head = f"def {template.FUNCTION}({', '.join(template.GIVEN)}):"
        names = [(0, f" {variable} = named({name!r})") for name, variable in self._top.items()]
        return [(0, head), *names, *self._lines, (0, " return")]

    # Statements

    def top(self, body: Iterable[nodes.Node]) -> None:
        """The whole template: its loops, and between them stretches, each printed anew only where it would be another.

        A condition is a stretch of its own: it may have loops in it.
        """
        for kind, several in groupby(body, key=_part_of):
            stretch = list(several)
            for each in [stretch] if kind is nodes.Output else [[node] for node in stretch]:
                if kind is None or isinstance(each[0], nodes.For):
                    self.body(each)
                else:
                    self._stretch(each)

    def _stretch(self, stretch: list[nodes.Node]) -> None:
        self._line(stretch[0], f"if kept.is_new({next(self._numbers)}, (), {self._names(of_stretch(stretch))}):")
        with self._deeper(stretch[0]):
            self.body(stretch)
            self._line(stretch[-1], "kept.end()")

    def body(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                self._output(node)
            elif isinstance(node, nodes.If):
                self._if(node)
            elif isinstance(node, nodes.For):
                self._for(node)
            elif isinstance(node, nodes.Assign):
                self._line(node, f"{self._variable(name_of(node.target))} = {self.of(node.node)}")
            else:
                raise UnfitError(node, f"{type(node).__name__} cannot stand here")

    def _output(self, node: nodes.Output) -> None:
        for each in node.nodes:
            if isinstance(each, nodes.TemplateData):
                self._line(each, f"put({each.data!r})")
            elif isinstance(each, nodes.Filter) and each.name == MARK_FILTER:
                self._line(each, f"put({template.MARK}({self._several([each.node, *each.args])}))")
            else:
                self._line(each, f"put(printed({self.of(each)}))")

    def _if(self, node: nodes.If) -> None:
        for word, each in (("if", node), *(("elif", other) for other in node.elif_)):
            self._line(each, f"{word} {self.of(each.test)}:")
            self._inside(each, each.body)
        if node.else_:
            self._line(node, "else:")
            self._inside(node, node.else_)

    def _for(self, node: nodes.For) -> None:
        rows = self._new("list")
        self._line(node, f"{rows} = rows({self.of(node.iter)})")
        if len(self._scopes) > 1 or node.find(nodes.Assign) is not None:
            self._loop(node, rows, kept=False)
            return
        item = name_of(node.target)
        number = rows.rpartition("_")[2]
        self._line(node, f"if kept.is_new({number}, {rows}, {self._names(of_loop(node, item))}):")
        with self._deeper(node):
            # A row that may know its place, or whether there is any row that passes, depends on other rows.
            self._loop(node, rows, kept=not uses_loop(node) and not (node.test is not None and node.else_))
            self._line(node, "kept.end()")

    def _loop(self, node: nodes.For, rows: str, *, kept: bool) -> None:
        """A loop; where its rows are kept, over those that are new, of which the body asks itself whether they pass."""
        item = name_of(node.target)
        if node.test is not None and not kept:
            rows = self._filtered(node, rows, item)
        row = self._new(item)
        self._scopes.append({item: row})
        over = f"kept.new_rows({rows})" if kept else rows
        if uses_loop(node):
            over = self._scopes[-1][LOOP] = self._new(LOOP)
            self._line(node, f"{over} = {template.LOOPED}({rows})")
        self._line(node, f"for {row} in each({over}):")
        with self._deeper(node):
            self._own(node, node.body)
            if kept and node.test is not None:
                self._line(node.test, f"if {self._test(node.test)}:")
                self._inside(node, node.body)
            else:
                self.body(node.body)
        self._scopes.pop()
        if node.else_:
            self._line(node, f"if not {rows}:")
            self._scopes.append({})
            with self._deeper(node):
                self._own(node, node.else_)
                self.body(node.else_)
            self._scopes.pop()

    def _test(self, test: nodes.Node) -> str:
        """The test of `for … if …`, in which there is no loop yet."""
        self._scopes.append({LOOP: f"{template.MISSING}({LOOP!r})"})
        found = self.of(test)
        self._scopes.pop()
        return found

    def _own(self, node: nodes.For, body: Iterable[nodes.Node]) -> None:
        """Write variables for the names that this part of a loop sets; they begin with what holds around it."""
        for name in set_in(body):
            outside = self._variable(name)
            self._scopes[-1][name] = self._new(name)
            self._line(node, f"{self._scopes[-1][name]} = {outside}")

    def _filtered(self, node: nodes.For, rows: str, item: str) -> str:
        """Write what picks the rows of `for … if …`; the variable of those that are left."""
        assert node.test is not None
        some, row = self._new("some"), self._new(item)
        self._line(node, f"{some} = []")
        self._line(node, f"for {row} in {rows}:")
        self._scopes.append({item: row})
        with self._deeper(node):
            self._line(node.test, f"if {self._test(node.test)}: {some}.append({row})")
        self._scopes.pop()
        return some

    def _inside(self, node: nodes.Node, body: Iterable[nodes.Node]) -> None:
        with self._deeper(node):
            self.body(body)

    @contextmanager
    def _deeper(self, node: nodes.Node) -> Iterator[None]:
        before = len(self._lines)
        self._deep += 1
        yield
        if len(self._lines) == before:
            self._line(node, "pass")
        self._deep -= 1

    def _line(self, node: nodes.Node, text: str) -> None:
        self._lines.append((node.lineno or 0, " " * self._deep + text))

    # Names

    def _new(self, name: str) -> str:
        """A variable that no other name has; letters that Python might take for others are left out."""
        return f"{name if name.isascii() else 'name'}_{next(self._numbers)}"

    def _variable(self, name: str) -> str:
        """The variable of a name, as the innermost scope that has it says."""
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        self._top[name] = self._new(name)
        return self._top[name]

    def _names(self, names: Iterable[str]) -> str:
        return f"({''.join(f'{self._variable(name)}, ' for name in names)})"

    # Expressions

    def of(self, node: nodes.Node) -> str:
        """The Python of an expression."""
        match node:
            case nodes.Name():
                return self._variable(node.name)
            case nodes.Const():
                return _constant(node)
            case nodes.Getattr():
                return f"{template.LOOK}({self.of(node.node)}, {node.attr!r})"
            case nodes.Getitem():
                return f"{template.ITEM}({self.of(node.node)}, {self.of(node.arg)})"
            case nodes.Filter() | nodes.Test():
                return self._call(node)
            case nodes.Concat():
                return f"{template.FILTER}join([{self._several(node.nodes)}])"
            case nodes.Compare():
                others = [f" {_COMPARED[each.op]} {self.of(each.expr)}" for each in node.ops]
                return f"({self.of(node.expr)}{''.join(others)})"
            case nodes.And() | nodes.Or():
                word = "and" if isinstance(node, nodes.And) else "or"
                return f"({self.of(node.left)} {word} {self.of(node.right)})"
            case nodes.Not():
                return f"(not {self.of(node.node)})"
            case nodes.CondExpr():
                other = f"{template.MISSING}('else')" if node.expr2 is None else self.of(node.expr2)
                return f"({self.of(node.expr1)} if {self.of(node.test)} else {other})"
            case nodes.List():
                return f"[{self._several(node.items)}]"
            case nodes.Tuple():
                return f"({self._several(node.items)})"
        raise UnfitError(node, f"{type(node).__name__} cannot stand here")

    def _call(self, node: nodes.Filter | nodes.Test) -> str:
        if node.node is None or node.dyn_args is not None or node.dyn_kwargs is not None:
            raise UnfitError(node, f"{node.name} is given what it takes one by one")
        named = "".join(f"{pair.key!r}: {self.of(pair.value)}, " for pair in node.kwargs)
        kind = template.FILTER if isinstance(node, nodes.Filter) else template.TEST
        more = f"**{{{named}}}" if named else ""
        return f"{kind}{node.name}({self._several([node.node, *node.args])}{more})"

    def _several(self, parts: Iterable[nodes.Node | None]) -> str:
        return "".join(f"{self.of(each)}, " for each in parts if each is not None)


def _part_of(node: nodes.Node) -> type[nodes.Node] | None:
    """What kind of part of a template a node belongs to; none where it sets a name, which is done each time."""
    return None if isinstance(node, nodes.Assign) or node.find(nodes.Assign) is not None else type(node)


def _constant(node: nodes.Const) -> str:
    value = node.value
    if value is None or isinstance(value, (str, bool, int)) or (isinstance(value, float) and math.isfinite(value)):
        return repr(value)
    raise UnfitError(node, f"{value} is no value that a document has")
