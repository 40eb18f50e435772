"""Who may import whom: exactly the table of the design, held over every module."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "briefing"

EVERY_PART = frozenset(("dossier", "checks", "compose", "letterhead", "page", "export", "intake", "library", "desktop"))
QT = frozenset(("PySide6", "shiboken6"))
ALL = frozenset(("*",))

#: Each part: what it may import of ours, and from outside beside the standard library.
TABLE: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "dossier": (frozenset(), frozenset()),
    "checks": (frozenset(("dossier",)), frozenset()),
    "compose": (frozenset(("dossier",)), frozenset(("jinja2", "markupsafe", "markdown_it", "babel"))),
    "letterhead": (frozenset(), frozenset(("lxml",))),
    "page": (
        frozenset(("compose", "letterhead", "dossier")),
        frozenset(("PySide6.QtGui", "PySide6.QtCore", "PySide6.QtSvg")),
    ),
    "export": (frozenset(("compose", "letterhead", "page", "dossier")), frozenset(("docx", "lxml", "pypdf"))),
    "intake": (frozenset(("dossier",)), frozenset(("lxml", "openpyxl"))),
    "library": (frozenset(("dossier",)), frozenset()),
    "desktop": (EVERY_PART | {"places"}, QT),
    "cli": (EVERY_PART - {"desktop"} | {"places", "app"}, ALL),
    "app": (EVERY_PART | {"places"}, ALL),
    "places": (frozenset(), frozenset()),
    "changes": (frozenset(), frozenset()),
    "frozen": (frozenset(), frozenset()),
    "shelf": (frozenset(), frozenset()),
    "__main__": (frozenset(("cli",)), frozenset()),
    "__init__": (frozenset(), frozenset()),
}
#: What is no part, but how values are made and kept in every part.
EVERYWHERE = frozenset(("__version__", "changes", "frozen", "shelf"))
#: Parts that need Qt's writers for one of their formats, by module: PDF is painted.
ALSO = {"export/pdf/writer.py": frozenset(("PySide6.QtGui", "PySide6.QtCore"))}


def imported(tree: ast.Module, package: str) -> Iterator[tuple[int, str]]:
    """Each imported module with its line, wherever in the file it stands: in a function and for type checking too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            whole = ".".join([*base, *([node.module] if node.module else [])])
            # `from briefing import places` and `from PySide6 import QtGui` name a module too.
            for each in node.names:
                yield node.lineno, f"{whole}.{each.name}" if whole in ("briefing", "PySide6") else whole


def problems(source: Path) -> tuple[list[str], int]:
    """What departs from the table under a source folder, each with file and line; and how many imports were seen."""
    found: list[str] = []
    seen = 0
    for file in sorted(source.rglob("*.py")):
        inside = file.relative_to(source)
        part = inside.parts[0].removesuffix(".py")
        if part not in TABLE:
            found.append(f"{inside.as_posix()}: {part} is not in the table")
            continue
        package = ".".join(("briefing", *inside.parts[:-1]))
        for line, module in imported(ast.parse(file.read_text("utf-8"), str(file)), package):
            seen += 1
            if not _may(part, module, ALSO.get(inside.as_posix(), frozenset())):
                found.append(f"{inside.as_posix()}:{line}: {part} may not import {module}")
    return found, seen


def _may(part: str, module: str, also: frozenset[str]) -> bool:
    ours, outside = TABLE[part]
    if module == "briefing" or module.startswith("briefing."):
        names = module.split(".")[1:2]
        return not names or names[0] == part or names[0] in ours or names[0] in EVERYWHERE
    top = module.split(".")[0]
    allowed = outside | also
    return top in sys.stdlib_module_names or bool(allowed & {"*", top, ".".join(module.split(".")[:2])})


def test_every_part_imports_what_the_table_lets_it() -> None:
    found, seen = problems(SOURCE)
    assert not found, "\n".join(found)
    assert seen > 200, "the test looked at next to nothing"


def test_only_app_may_import_desktop() -> None:
    assert [part for part, (ours, _) in TABLE.items() if "desktop" in ours and part != "desktop"] == ["app"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("dossier/fields.py", "from briefing.compose import packs"),
        ("dossier/fields.py", "import babel"),
        ("compose/page.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from briefing.page import pager"),
        ("compose/late.py", "def late():\n    import PySide6.QtGui"),
        ("page/window.py", "from PySide6 import QtGui, QtWidgets"),
        ("page/window.py", "from PySide6.QtWidgets import QLabel"),
        ("export/there.py", "from ..desktop import session"),
        ("checks/there.py", "from briefing import places"),
        ("newpart/there.py", "import json"),
    ],
)
def test_a_planted_violation_is_named_with_its_line(tmp_path: Path, file: str, text: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True)
    planted.write_text(text, encoding="utf-8")

    found, _ = problems(tmp_path)

    assert len(found) == 1
    assert found[0].startswith(file)
    assert file.startswith("newpart") or f":{len(text.splitlines())}:" in found[0]


def test_what_the_table_allows_is_not_objected_to(tmp_path: Path) -> None:
    for file, text in (
        ("page/pager.py", "from PySide6.QtGui import QTextLayout\nfrom briefing.compose.document import Span"),
        ("compose/engine.py", "from jinja2 import nodes\nfrom .leaves import Leaf\nimport markupsafe"),
        ("app.py", "from briefing.desktop import session\nfrom PySide6 import QtWidgets"),
    ):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")

    assert problems(tmp_path) == ([], 7)


def changeable(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Module-level names, other than constants in capitals, that hold a list, dict or set; and `global` statements."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        made = isinstance(value, (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp))
        for target in targets:
            if made and isinstance(target, ast.Name) and target.id != "__all__" and not target.id.isupper():
                yield node.lineno, target.id
    for inner in ast.walk(tree):
        if isinstance(inner, ast.Global):
            yield inner.lineno, ", ".join(inner.names)


def test_no_module_holds_a_changeable_global() -> None:
    found = [
        f"{file.relative_to(SOURCE).as_posix()}:{line}: {name}"
        for file in sorted(SOURCE.rglob("*.py"))
        for line, name in changeable(ast.parse(file.read_text("utf-8")))
    ]
    assert not found, "\n".join(found)


def test_a_changeable_global_is_seen() -> None:
    text = "kept = []\nNAMES = {'a': 1}\ncache: dict[str, int] = {}\ndef f():\n    global kept\n"
    assert list(changeable(ast.parse(text))) == [(1, "kept"), (3, "cache"), (5, "kept")]
