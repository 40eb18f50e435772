"""No float enters the arithmetic of figures: not as a number, not by name, and not by a module that makes them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from briefing import checks
from briefing.dossier import figures, intervals

FILES = (
    *sorted(Path(checks.__path__[0]).glob("*.py")),
    *(Path(str(module.__file__)) for module in (intervals, figures)),
)
NAMES, METHODS = ("float", "complex", "round"), ("from_float", "as_integer_ratio", "__float__")
MAKERS = ("math", "statistics", "random", "numpy")


def is_float(node: ast.AST) -> bool:
    """Whether a float stands here, or what makes one."""
    match node:
        case ast.Constant(value=value):
            return isinstance(value, (float, complex))
        case ast.Name(id=name):
            return name in NAMES
        case ast.Attribute(attr=name):
            return name in METHODS
        case ast.Import(names=names):
            return any(each.name in MAKERS for each in names)
        case ast.ImportFrom(module=module, level=0):
            return module in MAKERS
    return False


def test_no_float_enters() -> None:
    assert len(FILES) > 25
    found = []
    for path in FILES:
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        found += [f"{path.name}:{getattr(node, 'lineno', 0)}" for node in nodes if is_float(node)]
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["x = 0.5", "x = float('1')", "import math", "from math import floor", "round(x)", "Decimal.from_float(x)", "1j"],
)
def test_a_float_would_be_seen(text: str) -> None:
    assert any(map(is_float, ast.walk(ast.parse(text))))


def test_what_is_none_is_let_through() -> None:
    text = "from briefing.checks.statistics import Line; x = Decimal('0.5') / 2"
    assert not any(map(is_float, ast.walk(ast.parse(text))))
