"""The guard: what a template may hold, every objection with its line, and no hostile template that does harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from tests.compose.small_packs import composer, dossier, text_of

from briefing.compose.errors import BodyError, ComposeError, Problem
from briefing.compose.guard import MAX_DEPTH, MAX_LINE, MAX_SOURCE, parse
from briefing.dossier import files


def objections(source: str) -> tuple[Problem, ...]:
    return parse(ImmutableSandboxedEnvironment(), source)[1]


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("{{ meeting.city() }}", 1, "Call is not allowed"),
        ("a\n{{ 9 ** 9 }}", 2, "Pow is not allowed"),
        ("{{ 'x' * 9 }}", 1, "Mul is not allowed"),
        ("{{ 1 + 1 }}", 1, "Add is not allowed"),
        ("{{ 1 - 1 }}", 1, "Sub is not allowed"),
        ("{{ 7 / 2 }}", 1, "Div is not allowed"),
        ("{{ 7 // 2 }}", 1, "FloorDiv is not allowed"),
        ("{{ 7 % 2 }}", 1, "Mod is not allowed"),
        ("{{ -x }}", 1, "Neg is not allowed"),
        ("{{ {'a': 1} }}", 1, "Dict is not allowed"),
        ("{{ x[1:2] }}", 1, "Slice is not allowed"),
        ("\n\n{% macro m() %}{% endmacro %}", 3, "Macro is not allowed"),
        ("{% call m() %}{% endcall %}", 1, "CallBlock is not allowed"),
        ("{% include 'x' %}", 1, "Include is not allowed"),
        ("{% import 'x' as y %}", 1, "Import is not allowed"),
        ("{% from 'x' import y %}", 1, "FromImport is not allowed"),
        ("{% extends 'x' %}", 1, "Extends is not allowed"),
        ("{% block b %}{% endblock %}", 1, "Block is not allowed"),
        ("{% filter upper %}x{% endfilter %}", 1, "FilterBlock is not allowed"),
        ("{% with a = 1 %}{% endwith %}", 1, "With is not allowed"),
        ("{% set x %}y{% endset %}", 1, "AssignBlock is not allowed"),
        ("{% set x = a ~ b %}", 1, "a set may not join texts or make lists"),
        ("{% set x = [a, a] %}", 1, "a set may not join texts or make lists"),
        ("{% for a in b recursive %}{% endfor %}", 1, "loops may not be recursive"),
        ("{% for a in b %}" * 4 + "{% endfor %}" * 4, 1, "nor nested more than 3 deep"),
        ("{{ x|nosuch }}", 1, "there is no filter nosuch"),
        ("{{ x|uper }}", 1, "there is no filter uper; did you mean upper?"),
        ("{{ x is callable }}", 1, "there is no test callable"),
        ("{{ x.__class__ }}", 1, "__class__ is private"),
        ("{{ _ledger }}", 1, "_ledger is private"),
        ("{% if a %}\n", 1, "endif"),
        ("{{ a", 1, "end of print statement"),
        ("{% nosuch %}", 1, "unknown tag 'nosuch'"),
    ],
)
def test_an_objection_names_its_line(source: str, line: int, says: str) -> None:
    found = objections(source)
    assert [problem.line for problem in found if says in problem.text] == [line], found


def test_all_objections_are_told_at_once() -> None:
    found = objections("{{ a() }}\n{{ 2 ** 3 }}\nfine\n{{ x|nosuch }}\n{{ y.__init__ }}")
    assert [problem.line for problem in found] == [1, 2, 4, 5]


def test_a_template_within_the_limits_is_let_through() -> None:
    deep = "{% if a %}" * (MAX_DEPTH - 5) + "x" + "{% endif %}" * (MAX_DEPTH - 5)
    assert objections(deep) == ()
    assert objections(("x" * 999 + "\n") * (MAX_SOURCE // 1000)) == ()


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("x" * (MAX_SOURCE + 1), "larger than 200 kB"),
        ("x\n" * 5001, "more than 5000 lines"),
        ("x\n" + "y" * 10_001, "more than 10000 characters"),
        ("{% if a %}" * 80 + "{% endif %}" * 80, "too large or nested too deeply"),
        ("{{ a }}\n" * 4900 + "{{ a }}" * 101, "more than 5000 tags"),
        ("{{ [" + "1, " * 3000 + "] }}\n" + ("{{ [" + "1, " * 3000 + "] }}\n") * 6, "too large or nested too deeply"),
        ("{{ " + "(" * 4000 + "a" + ")" * 4000 + " }}", "too large or nested too deeply"),
        ("{{ " + "not " * 2000 + "a }}", "too large or nested too deeply"),
        ("{{ " + "a." * 4000 + "a }}", "too large or nested too deeply"),
    ],
)
def test_a_template_beyond_the_limits_is_refused(source: str, says: str) -> None:
    assert says in objections(source)[0].text


def bombs(piece: str) -> tuple[str, str]:
    """A piece repeated as often as one line holds, and as many such lines as a template holds."""
    line = piece * (MAX_LINE // len(piece))
    return line, "\n".join([line] * (MAX_SOURCE // (len(line) + 1)))


THREE_LOOPS = "{% for a in L %}{% for b in L %}{% for c in L %}\n\nx{% endfor %}{% endfor %}{% endfor %}"

#: Templates made to reach code or secrets, to hang, or to fill the memory.
HOSTILE = (
    "{{ ().__class__.__mro__[1].__subclasses__() }}",
    "{{ meeting.__init__.__globals__ }}",
    "{{ meeting['__class__'] }}",
    "{{ meeting|attr('__class__') }}",
    "{{ topics|map(attribute='__class__')|list }}",
    "{{ 'x'.format }}",
    "{{ '{0.__class__}'.format(meeting) }}",
    "{{ self.__init__ }}",
    "{{ lipsum.__globals__.os }}",
    "{{ cycler }}{{ joiner }}{{ namespace }}",
    "{{ range(9) }}",
    "{{ config }}{{ request }}{{ environment }}",
    "{{ loop.__class__ }}",
    "{% for t in topics %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for t in topics %}{{ loop._undefined }}{% endfor %}",
    "{{ 1|_block }}",
    "{{ topics|_rows }}",
    "{{ meeting.record }}{{ meeting.look }}",
    "{{ translations }}",
    "{{ unknown }}{{ meeting.unknown }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 'x' * 10 ** 10 }}",
    "{% set b = b ~ b %}" * 40,
    "{% set b = 'xx' %}" + "{% set b = [b, b]|join %}" * 40 + "{{ b }}",
    "{% set a = [1, 1] %}" + "{% set a = [a, a] %}" * 40 + "{% if a == a %}x{% endif %}",
    "{% set ledger = 1 %}{% set _ledger = 1 %}{{ 'x' }}",
    "{% for ledger in [1] %}{{ 'x' }}{% set loop = 1 %}{% endfor %}",
    "{% for loop in [1] %}x{% endfor %}",
    THREE_LOOPS.replace("x", "").replace("L", str([1] * 1000)),
    THREE_LOOPS.replace("L", str([1] * 90)),
    "{{ " + " ~ ".join(["'" + "x" * 4000 + "'"] * 40) + " }}",
    *bombs("<"),
    *bombs("<a"),
    *bombs("{#"),
    *bombs("{{ '{#' }}"),
    *bombs("*"),
    *bombs("["),
    *bombs("> "),
    *bombs("- "),
    *bombs("`"),
    *bombs("!["),
    "\n \n" * 50_000 + "x",
    " " * 100_000 + "x",
    ("\n" + " " * 400) * 400 + "\nx",
    *bombs("&"),
    "a\n" * 50_000,
    *bombs("\\"),
    *bombs("{fact} "),
    *bombs("*a **b "),
    "\ufdd07\ufdd1 \ufdd29:\ufdd3",
    "{{ '\\ufdd09\\ufdd1' }}",
    "[x](javascript:alert)",
    "[x](file:///etc/passwd)",
    "[x]({{ meeting.city }})",
    "[x](https://e.example/{{ meeting.city }})",
)  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_template_is_refused_or_harmless_and_never_slow(samples: Path, tmp_path: Path, source: str) -> None:
    sample = files.read(samples / "aldenport-2025.json")
    began = time.process_time()
    try:
        text = "\n".join(text_of(composer(tmp_path, source).compose(sample)))
    except ComposeError as refused:
        text = str(refused)
        assert "body.en.md" in text
    assert time.process_time() - began < 1
    assert "<class" not in text
    assert "object at 0x" not in text


def test_loops_over_too_many_rows_end_with_an_error(tmp_path: Path) -> None:
    rows = dossier(topics=[{"id": f"t{number}"} for number in range(700)])
    body = "{% for a in topics %}{% for b in topics %}{% endfor %}{% endfor %}\n"
    with pytest.raises(BodyError, match="too many rows"):
        composer(tmp_path, body).compose(rows)


def test_what_only_the_compiler_finds_is_named_like_the_rest(tmp_path: Path) -> None:
    with pytest.raises(BodyError, match=r"small/body\.en\.md, line 2"):
        composer(tmp_path, "a\n{% for loop in topics %}{% endfor %}")


def test_one_composer_can_be_made_after_another_from_the_same_template(tmp_path: Path) -> None:
    first, second = composer(tmp_path, "{{ meeting.city }}"), composer(tmp_path, "{{ meeting.city }}")
    velm = dossier(meeting={"city": "Velm"})
    assert first.compose(velm) == second.compose(velm)
