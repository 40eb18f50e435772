"""The template engine: Jinja2 with look-ups in views only, named filters, and every value through the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any, cast

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from briefing.compose import guard, kept_loops, marks
from briefing.compose.errors import ComposeError
from briefing.compose.leaves import Fragments, Leaf, Ledger, Native, PrintError, Rows, paths_of
from briefing.compose.names import HAVING, LOOP
from briefing.compose.views import View
from briefing.dossier import gate

#: The longest text that a filter may give, in characters: joins in loops must not grow without end.
MAX_RESULT = 100_000
MAX_OUTPUT = 2_000_000
#: Rows looped over in one run: three loops within one another over a long list would never end.
MAX_ROWS = 300_000
#: Begins with a low line, which the guard lets no template use.
LEDGER = "_ledger"
_ROWS = "_rows"

Filter = Callable[..., Any]
#: Lists of records.
Shared = tuple[tuple[Any, ...], ...]
#: Further objections to a template's syntax tree.
Check = Callable[[nodes.Template], tuple[guard.Problem, ...]]


class BodyError(ComposeError):
    """A template that cannot be used; `problems` has every reason with its line."""

    def __init__(self, name: str, problems: tuple[guard.Problem, ...]) -> None:
        self.name, self.problems = name, problems
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"{name}, line {first.line}: {first.text}{more}")


class Engine(ImmutableSandboxedEnvironment):
    """No attribute of any object is read, but the named ones of `loop`; a name looks into views and mappings only."""

    def __init__(self, filters: Mapping[str, Filter]) -> None:
        super().__init__(
            autoescape=False,  # nothing is left to escape: what is printed is a placeholder
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # it folds constants, which hardly any template has, and takes 8 ms for a long one
            finalize=_to_ledger,
        )
        self.globals = {}
        self.filters = {name: _carrying(function) for name, function in {**BASIC, **filters}.items()}
        self.filters |= {marks.FILTER: marks.block_mark, _ROWS: _counted, **kept_loops.FILTERS}
        self._kept = kept_loops.KeptLoops()
        self._loops = count()
        self.tests = {name: test for name, test in self.tests.items() if name in guard.TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self._look(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, (list, tuple)) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        if isinstance(obj, Rows) and isinstance(argument, int):
            return obj.missing()
        return self._look(obj, argument)

    def _look(self, obj: Any, name: Any) -> Any:
        if isinstance(obj, View) and name in obj.names():
            return obj.look(name)
        if isinstance(obj, Mapping) and name in obj:
            return obj[name]
        if type(obj).__name__ == "LoopContext" and name in LOOP:
            return getattr(obj, name)
        return self.undefined(obj=obj, name=str(name))

    def prepare(self, name: str, source: str, check: Check) -> Template:
        """The compiled template. BodyError with every reason when the guard or `check` objects."""
        tree, problems = guard.parse(self, source)
        if tree is not None:
            problems = tuple(sorted({*problems, *check(tree)}))
        if problems or tree is None:
            raise BodyError(name, problems)
        try:
            ready = _Rewrite(self._loops).visit(self.parse(marks.marked(self, source)))
            code = self.compile(ready, name=None, filename=None)
        except TemplateSyntaxError as error:  # what only the compiler finds: a loop over a name that Jinja2 keeps
            raise BodyError(name, (guard.Problem(error.lineno, error.message or "it cannot be read"),)) from error
        return Template.from_code(self, code, self.make_globals(None), None)

    def run(
        self, name: str, template: Template, context: Mapping[str, Any], ledger: Ledger, shared: Shared = ()
    ) -> str:
        """The Markdown of a template, with placeholders. BodyError names the line of what went wrong.

        `shared` are the lists of records that rows of other lists may refer to.
        """
        kept = self._kept
        kept.begin(ledger, shared)
        parts, size = kept.parts, 0
        whole = {**context, LEDGER: ledger, kept_loops.KEPT: kept}
        try:
            for part in template.root_render_func(template.new_context(whole, shared=False)):
                parts.append(part)
                size += len(part)
                if size > MAX_OUTPUT:
                    raise PrintError("the document is longer than two million characters")
        except Exception as error:  # a filter given what it is not made for may raise anything
            line = _line_of(error, template)
            reason = str(error) if isinstance(error, (TemplateError, PrintError)) else f"a value is not fit: {error}"
            raise BodyError(name, (guard.Problem(line, reason),)) from error
        return "".join(parts)


def _line_of(error: BaseException, template: Template) -> int:
    """The template line in which an error arose, by the compiled code's own line table; 0 when it is not known."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


class _Rewrite(NodeTransformer):
    """`a ~ b` becomes a filter, so that the joined text keeps the paths of its parts; the rows of loops are counted.

    Loops that stand in no other are kept from one run to the next; `places` numbers them.
    """

    def __init__(self, places: Iterator[int]) -> None:
        self._places = places
        self._depth = 0

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        parts = [self.visit(each) for each in node.nodes]
        return _filter("join", nodes.List(parts, lineno=node.lineno))

    def visit_For(self, node: nodes.For) -> list[nodes.Node]:
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1
        node.iter = _filter(_ROWS, node.iter)
        return [node] if self._depth else kept_loops.kept(node, next(self._places))


def _filter(name: str, of: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, of), name, [], [], None, None, lineno=of.lineno)


@pass_context
def _counted(context: Context, rows: Any) -> Any:
    """What a loop goes over, once it is known to be a list and not the last of too many."""
    if isinstance(rows, Undefined):
        return rows
    if not isinstance(rows, (list, tuple)):
        raise PrintError("only a list can be looped over")
    ledger: Ledger = context[LEDGER]
    ledger.rows += len(rows)
    if ledger.rows > MAX_ROWS:
        raise PrintError("its loops go over too many rows")
    return rows


@pass_context
def _to_ledger(context: Context, value: Any) -> Any:
    """Whatever an expression gives prints through the ledger, so that no value is ever read as Markdown."""
    if isinstance(value, (Leaf, Fragments, Native, Rows, View)):
        return value.place()
    if isinstance(value, marks.Mark):
        return value
    if isinstance(value, Undefined):
        return str(value)  # StrictUndefined raises here, with the name
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return Leaf(gate.admit(str(value)), context[LEDGER]).place()
    raise PrintError(f"{type(value).__name__} cannot be printed: print one of its fields")


def _carrying(function: Filter) -> Filter:
    """A filter whose result carries the paths of all that went in, stays empty for an empty leaf, and is bounded."""

    def wrapped(value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, Undefined):
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
    found = [each for each in _rows(rows) if any(each.look(name) for name in names)]
    return rows.some(found) if isinstance(rows, Rows) else found


#: Filters that belong to no language.
BASIC: Mapping[str, Filter] = {
    "length": lambda values: len(_rows(values)),
    "join": _join,
    "first": _end(0),
    "last": _end(-1),
    HAVING: _having,
    "capital": _upper_first,
}
