"""A template's Python prints what Jinja2 itself would print."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError

from briefing.compose import template
from briefing.compose.engine import TESTS, Loop
from briefing.compose.leaves import Missing, PrintError
from briefing.compose.names_read import UnfitError
from briefing.compose.python_code import compiled

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
CONTEXT = {"a": 1, "b": "two", "c": [3, 4, 5], "d": [[1, 2], [], [3]], "e": {"x": "in e"}, "f": []}


class _Nothing:
    """Loops of which none is kept."""

    def is_new(self, *_: Any) -> bool:
        return True

    def new_rows(self, rows: Any) -> Any:
        return rows

    def end(self) -> None:
        """Nothing was begun."""


def _look(value: Any, name: str) -> Any:
    if isinstance(value, Loop):
        return value.look(name)
    return value[name] if isinstance(value, dict) and name in value else Missing(name)


def ours(source: str) -> str | None:
    """What our Python prints; None where it cannot be printed."""
    known: dict[str, Any] = {
        template.LOOK: _look,
        template.ITEM: lambda value, key: value[key] if -len(value) <= key < len(value) else Missing("row"),
        template.LOOPED: Loop,
        template.MISSING: Missing,
        "f_length": len,
        "f_join": lambda values, between="": between.join(map(str, values)),
        **{f"t_{name}": test for name, test in TESTS.items()},
    }
    exec(compiled(ENVIRONMENT.parse(source)).code, known)
    parts: list[str] = []
    try:
        known[template.FUNCTION](
            lambda name: CONTEXT.get(name, Missing(name)), parts.append, str, list, iter, _Nothing()
        )
    except (PrintError, TypeError):
        return None
    return "".join(parts)


def theirs(source: str) -> str | None:
    try:
        return ENVIRONMENT.from_string(source).render(CONTEXT)
    except (UndefinedError, TypeError):
        return None


names = st.sampled_from(["a", "b", "x", "y"])
lists = st.sampled_from(["c", "f", "d[0]", "d[1]", "[a, 7]", "(1, 2)"])
values = st.one_of(
    names,
    st.sampled_from(
        ["1", "'q'", "e.x", "c[1]", "c[9]", "c|length", "c|join('-')", "a ~ b", "a if a == 1 else b", "1.5"]
    ),
)
asked = st.one_of(
    st.sampled_from(["a == 1", "a is odd", "a is not none", "x is defined", "y is undefined", "3 in c", "4 not in c"]),
    st.sampled_from(["1 < a <= 2", "not a", "a and b", "f or a", "a != 'two'", "a is eq 1", "1 is in c", "a >= 1"]),
    st.builds("{} is defined and {} == 1".format, names, names),
)


def _loop(row: str, rows: str, test: str, body: str, other: str) -> str:
    where = f"{{% for {row} in {rows}{f' if {test}' if test else ''} %}}"
    return f"{where}{body}{f'{{% else %}}{other}' if other else ''}{{% endfor %}}"


def _within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    some = st.lists(inner, max_size=3).map("".join)
    maybe = st.one_of(st.just(""), some)
    tests = st.one_of(st.just(""), asked, st.sampled_from(["x", "x != 4", "x is defined"]))
    numbered = st.sampled_from([
        "{{ loop.index }}/{{ loop.length }} ",
        "{% if loop.first %}first{% elif loop.last %}last{% else %}-{% endif %}",
        "{{ loop.previtem is defined }}{{ loop.nextitem is defined }}{{ loop.index0 }}",
        "{% if not loop.last %}{{ loop.nextitem }}{% endif %}",
    ])  # fmt: skip
    return st.one_of(
        st.builds(_loop, names, lists, tests, some, maybe),
        st.builds(lambda body, more: _loop("x", "c", "", body + more, ""), some, numbered),
        st.builds("{{% if {} %}}{}{{% elif {} %}}{}{{% else %}}{}{{% endif %}}".format, asked, some, asked, some, some),
        st.builds("{{% if {} %}}{}{{% endif %}}".format, asked, some),
    )


printed = st.one_of(
    st.sampled_from(["word ", "\n", "'\"\\ ", "{# nothing #}", "{{ d }}"]),
    st.builds("{{{{ {} }}}} ".format, values),
    # Of a name that the context has, too, Jinja2 forgets the value in loops before the set: ours are told below.
    st.builds("{{% set {} = {} %}}".format, st.sampled_from(["x", "y"]), values),
)
templates = st.lists(st.recursive(printed, _within, max_leaves=12), max_size=5).map("".join)


@settings(max_examples=80, deadline=None)
@given(templates)
def test_a_template_prints_what_jinja_would_print(source: str) -> None:
    assert ours(source) == theirs(source)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ a }}{% set a = 7 %}{{ a }}", "17"),
        ("{% if f %}{% set a = 7 %}{% endif %}{{ a }}", "1"),
        ("{% for x in c %}{{ a }}{% set a = x %}{{ a }} {% endfor %}{{ a }}", "13 14 15 1"),
        ("{% for x in c %}{% if x == 4 %}{{ a }}{% endif %}{% endfor %}{% set a = 7 %}", "1"),
        ("{% for a in c %}{{ a }}{% set a = 0 %}{{ a }}{% endfor %}{{ a }}", "3040501"),
        ("{% for x in f %}{% else %}{{ a }}{% set a = 7 %}{{ a }}{% endfor %}{{ a }}", "171"),
    ],
)
def test_a_set_holds_in_its_loop_and_from_its_place_on(source: str, printed: str) -> None:
    assert ours(source) == printed


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{% for loop in c %}{% endfor %}", "loop is the loop itself"),
        ("{% for x in c %}{% set loop = 1 %}{% endfor %}", "loop is the loop itself"),
        ("{% for x, y in d %}{% endfor %}", "one name"),
        ("{{ c|join(*d) }}", "one by one"),
        ("{{ 1e999 }}", "no value"),
    ],
)
def test_what_has_no_python_is_refused_with_its_line(source: str, says: str) -> None:
    with pytest.raises(UnfitError, match=says) as refused:
        compiled(ENVIRONMENT.parse("first\n" + source))
    assert refused.value.problem.line == 2
