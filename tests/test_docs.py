"""The documents of the project say what the code does: links, examples, tables and messages in them are tried."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli_runs import SAMPLE, bare_machine, run
from tests.test_imports import ALL, EVERY_PART, TABLE

from briefing import places
from briefing.compose.composer import Composer
from briefing.compose.document import ROLE_STYLES, Document
from briefing.compose.engine import BASIC, TESTS, Loop
from briefing.compose.errors import ComposeError
from briefing.compose.languages import language
from briefing.compose.markdown import PAGE_BREAK
from briefing.compose.packs import load
from briefing.compose.phrases.english import ENGLISH
from briefing.dossier import files
from briefing.dossier.figures import QUALIFIERS, SCALES, STATUSES

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
TEXTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
AUTHORS = (DOCS / "template-authors.md").read_text("utf-8")
FORMAT = (DOCS / "dossier-format.md").read_text("utf-8")
ARCHITECTURE = (DOCS / "architecture.md").read_text("utf-8")


def fenced(text: str, kind: str) -> list[str]:
    """The fenced blocks of that kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def rows(text: str, heading: str) -> Iterator[list[str]]:
    """The rows of the table under a head that begins with these words, cell by cell."""
    table = text[text.index(f"| {heading} |") :].partition("\n\n")[0]
    for line in table.splitlines()[2:]:
        yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_every_link_leads_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", re.sub(r"`[^`]*`", "", file.read_text("utf-8"))):
        assert target.startswith("https://") or (file.parent / target).exists(), target


def test_the_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare_machine(tmp_path, monkeypatch)
    shutil.copy(SAMPLE, Path.cwd())
    commands = "".join(fenced((ROOT / "README.md").read_text("utf-8"), "console")).splitlines()
    assert len(commands) >= 4
    for command in commands:
        ran = run(*shlex.split(command)[1:])
        assert (ran.status, ran.err) == (0, []), command
        assert ran.out, command


def test_the_example_of_a_dossier_file_is_read_and_written_back_as_it_is() -> None:
    (example,) = fenced(FORMAT, "json")
    dossier = files.loads(example)
    assert json.loads(files.dumps(dossier)) == json.loads(example)
    assert dossier.unknown


def test_the_codes_of_figures_are_all_named() -> None:
    keys = {name: set(code(words)) for key, words in rows(FORMAT, "key") for name in code(key)}
    assert set(SCALES) | set(QUALIFIERS) <= keys["amount"]
    assert set(STATUSES) <= keys["status"]


def _pack(folder: Path, body: str, audience: str = "internal") -> Path:
    shutil.copytree(places.templates() / "briefing-note", folder)
    description = fenced(AUTHORS, "toml")[0].replace('"internal"', f'"{audience}"')
    (folder / "template.toml").write_text(description, encoding="utf-8")
    (folder / "body.en.md").write_text(body, encoding="utf-8")
    return folder


def _composed(folder: Path) -> Document:
    return Composer(load(folder), language("en")).compose(files.read(SAMPLE))


def test_the_example_of_a_pack_composes(tmp_path: Path) -> None:
    folder = _pack(tmp_path / "note", fenced(AUTHORS, "markdown")[0])
    document = _composed(folder)
    assert document.properties.title == "Political consultations with Sweden"
    assert {getattr(block, "role", "") for block in document.blocks} == {
        "kicker", "title", "fact", "heading1", "body", "bullet"
    }  # fmt: skip
    assert {"handling.marking", "topics[].area"} <= set(load(folder).needs)


def test_every_filter_role_test_and_name_of_a_loop_is_listed() -> None:
    filters = {name for cells in rows(AUTHORS, "filter") for name in code(cells[0])}
    assert filters == set(BASIC) | set(ENGLISH.filters)
    marks = [cells[at : at + 2] for cells in rows(AUTHORS, "mark") for at in (0, 2)]
    styles = {mark.strip("`{}"): style for mark, style in marks}
    assert styles == {**ROLE_STYLES, PAGE_BREAK: "a new page"}
    tests = next(line for line in AUTHORS.splitlines() if line.startswith("Tests after"))
    assert set(code(tests)[1:]) == set(TESTS)
    assert set(re.findall(r"`loop\.(\w+)`", AUTHORS)) == Loop.NAMES


def test_every_name_beside_the_fields_can_be_used(tmp_path: Path) -> None:
    names = [name for cells in rows(AUTHORS, "name") for name in code(cells[0])]
    asked = "".join(f"{{% if {name} %}}{name} {{% endif %}}" for name in names)
    assert len(names) == 11
    assert _composed(_pack(tmp_path / "names", asked)).blocks


@pytest.mark.parametrize(("body", "message"), [(code(cells[0])[0], cells[1]) for cells in rows(AUTHORS, "in the body")])
def test_every_error_is_told_as_the_document_says(body: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ComposeError, match=re.escape(message)):
        _composed(_pack(tmp_path / "wrong", body))


def test_what_is_said_of_an_internal_field_in_a_public_body(tmp_path: Path) -> None:
    message = "topics[].line_to_take is internal, and this is a public document"
    assert message in " ".join(AUTHORS.split())
    with pytest.raises(ComposeError, match=re.escape(message)):
        _composed(_pack(tmp_path / "public", "{{ topics[0].line_to_take }}", "public"))


def test_the_import_table_is_the_one_that_is_held() -> None:
    for part, ours, outside in ((code(cells[0])[0], cells[1], cells[2]) for cells in rows(ARCHITECTURE, "part")):
        held_ours, held_outside = TABLE[part]
        if outside == "all":
            assert held_outside == ALL
        else:
            assert set(code(outside)) == held_outside
        if "all" in ours:
            assert held_ours & EVERY_PART >= {"dossier", "checks", "compose", "letterhead", "page", "export"}
        else:
            assert set(code(ours)) == held_ours


def test_every_folder_is_described() -> None:
    source = ROOT / "src" / "briefing"
    folders = {path.name for path in source.iterdir() if (path / "__init__.py").is_file()}
    assert {code(cells[0])[0] for cells in rows(ARCHITECTURE, "folder")} == folders
    assert folders <= {code(cells[0])[0] for cells in rows(ARCHITECTURE, "part")}


def test_decisions_are_numbered_and_say_why() -> None:
    found = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(file.name[:4]) for file in found] == list(range(1, len(found) + 1))
    for file in found:
        text = file.read_text("utf-8")
        assert text.startswith(f"# {int(file.name[:4])}. "), file.name
        assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Dropped")), file.name
