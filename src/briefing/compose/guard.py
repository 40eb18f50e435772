"""The guard: an allow-list over a template's syntax tree, run before Jinja2 compiles it.

Data, loops, conditions and named filters; nothing else. All problems are collected, each with its line.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefing.compose.engine import TESTS
from briefing.compose.errors import Problem

ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.For,
    nodes.If, nodes.Filter, nodes.Keyword, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Assign, nodes.List, nodes.Tuple, nodes.Concat,
)  # fmt: skip
MAX_SOURCE, MAX_NODES, MAX_DEPTH, MAX_LOOPS = 200_000, 20_000, 60, 3
MAX_LINES, MAX_LINE, MAX_TAGS = 5_000, 10_000, 5_000
TOO_LARGE = "the template is too large or nested too deeply"


def parse(env: Environment, source: str) -> tuple[nodes.Template | None, tuple[Problem, ...]]:
    """The syntax tree of a template and what the guard objects to in it; no tree where it cannot be read at all."""
    if too_large := _too_large(source):
        return None, (too_large,)
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as error:
        return None, (Problem(error.lineno, error.message or "it cannot be read"),)
    except RecursionError:
        return None, (Problem(0, TOO_LARGE),)
    walk = _Walk(frozenset(env.filters))
    walk.node(tree, 0, 0, in_set=False)
    return tree, tuple(sorted(set(walk.found)))


def _too_large(source: str) -> Problem | None:
    """What is beyond all templates that people write, and would take Jinja2 or the Markdown parser long to read."""
    lines = source.split("\n")
    if len(source) > MAX_SOURCE:
        return Problem(0, f"the template is larger than {MAX_SOURCE // 1000} kB")
    if len(lines) > MAX_LINES:
        return Problem(0, f"the template has more than {MAX_LINES} lines")
    if source.count("{{") + source.count("{%") > MAX_TAGS:
        return Problem(0, f"the template has more than {MAX_TAGS} tags")
    long = next((at for at, line in enumerate(lines, 1) if len(line) > MAX_LINE), 0)
    return Problem(long, f"the line has more than {MAX_LINE} characters") if long else None


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at the name that was probably meant, or nothing."""
    import difflib  # only for what is wrong: most templates are right

    near = difflib.get_close_matches(name, [each for each in known if not each.startswith("_")], 1, 0.6)
    return f"; did you mean {near[0]}?" if near else ""


class _Walk:
    def __init__(self, filters: Iterable[str]) -> None:
        self.filters = frozenset(filters)
        self.found: list[Problem] = []
        self.count = 0

    def node(self, node: nodes.Node, depth: int, loops: int, *, in_set: bool) -> None:
        self.count += 1
        if self.count > MAX_NODES or depth > MAX_DEPTH:
            self.found.append(Problem(0, TOO_LARGE))
            return
        if not isinstance(node, ALLOWED):
            self.found.append(Problem(node.lineno or 0, f"{type(node).__name__} is not allowed in a template"))
            return
        if isinstance(node, nodes.For):
            loops += 1
        for text in self._objections(node, loops, in_set):
            self.found.append(Problem(node.lineno or 0, text))
        for child in node.iter_child_nodes():
            self.node(child, depth + 1, loops, in_set=in_set or isinstance(node, nodes.Assign))

    def _objections(self, node: nodes.Node, loops: int, in_set: bool) -> Iterable[str]:
        if isinstance(node, nodes.For) and (node.recursive or loops > MAX_LOOPS):
            yield f"loops may not be recursive, nor nested more than {MAX_LOOPS} deep"
        if isinstance(node, (nodes.Concat, nodes.List, nodes.Tuple)) and in_set:
            # A set that joins doubles with each line: 28 of them make 3 GB, or lists that compare for years.
            yield "a set may not join texts or make lists; do so where they are printed"
        if isinstance(node, nodes.Filter) and (node.name not in self.filters or node.name.startswith("_")):
            yield f"there is no filter {node.name}{nearest(node.name, self.filters)}"
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            yield f"there is no test {node.name}"
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            yield f"{node.attr} is private"
        if isinstance(node, nodes.Name) and node.name.startswith("_"):
            yield f"{node.name} is private"
