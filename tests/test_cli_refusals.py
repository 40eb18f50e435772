"""The command line given what it cannot use: one line, exit 2, nothing written, and never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli_runs import (
    NAME,
    SAMPLE,
    bare_machine,
    needs_displays_that_are_named,
    own_template,
    refused,
    run,
    run_process,
)

from briefing import cli


@pytest.fixture(autouse=True)
def _machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare_machine(tmp_path, monkeypatch)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def _export(*, file: Path = SAMPLE, template: object = "press-release", kind: str = "docx", to: object = "",
            more: tuple[str, ...] = ()) -> list[object]:  # fmt: skip
    return ["export", SAMPLE, file, "--template", template, "--format", "md", "--format", kind, "--out", to, *more]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "bad.json: line 1"),
        ("", "it is empty"),
        ("[]", "no JSON object"),
        ("{}", "schema_version"),
        ('{"schema_version": 2}', "newer version"),
        ('{"schema_version": 1, "meeting": {"city": 1}}', "meeting.city: text was expected"),
    ],
)
def test_a_file_that_is_no_dossier_is_refused_before_anything_is_written(text: str, said: str, out: Path) -> None:
    Path("bad.json").write_text(text, encoding="utf-8")
    assert said in refused(run(*_export(file=Path("bad.json"), to=out)))
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (_export(file=Path("no such.json"), to="out"), "no such.json could not be read"),
        (_export(file=Path("."), to="out"), "is a folder"),
        (_export(template="no-such", to="out"), "no template no-such; there are briefing-note, press-release"),
        (_export(template="no/such", to="out"), "such is no document type"),
        (_export(kind="odt", to="out"), "no format odt; there are docx, pdf, md, html, png"),
        (_export(to="out", more=("--language", "xx")), "no language xx; it has en"),
        (_export(to="a file"), "a file could not be made"),
        (_export(to="a file/out"), "out could not be made"),
        (["export", SAMPLE, "--template", "press-release", "--out", "out"], "--format"),
        (["export", SAMPLE, "--format", "md", "--out", "out"], "--template"),
        (["export", SAMPLE, "--templ", "press-release", "--format", "md", "--out", "out"], "--template"),
        (["check", "no such.json"], "no such.json could not be read"),
        (["check", SAMPLE, "--template", "no-such"], "no template no-such"),
        (["check"], "FILE"),
        (["template"], "COMMAND"),
        (["no-such-command"], "no-such-command"),
        (["check", SAMPLE, "--two\nlines"], "--two lines"),
    ],
)
def test_bad_input_is_told_in_one_line_and_nothing_is_written(arguments: list[object], said: str) -> None:
    Path("a file").write_text("what was there", encoding="utf-8")
    assert said in refused(run(*arguments))
    assert [path.name for path in Path.cwd().iterdir()] == ["a file"]
    assert Path("a file").read_text(encoding="utf-8") == "what was there"


@pytest.mark.parametrize("broken", ["letterhead.docx", "body.en.md"])
def test_a_template_that_cannot_be_used_writes_nothing(broken: str, tmp_path: Path, out: Path) -> None:
    (own_template(tmp_path, "embassy") / broken).write_text("{{ meeting.cty }}", encoding="utf-8")
    assert "embassy" in refused(run(*_export(template="embassy", to=out)))
    assert not out.exists()


def test_a_file_that_cannot_be_put_in_place_is_named(out: Path) -> None:
    (out / f"{NAME}.md").mkdir(parents=True)
    said = refused(run("export", SAMPLE, "--template", "press-release", "--format", "md", "--out", out))
    assert "stockholm-2023.json" in said
    assert "a folder of that name is there" in said


@needs_displays_that_are_named
@pytest.mark.parametrize("arguments", [[], ["open", SAMPLE], ["open", "no such.json"]])
def test_with_no_display_the_app_says_so_in_one_line(arguments: list[object]) -> None:
    assert "no display" in refused(run(*arguments))


def test_a_process_gives_status_and_one_line_as_the_function_does() -> None:
    assert "no such.json" in refused(run_process("check", "no such.json"))


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every file name is text")
def test_a_file_name_that_is_no_text_is_an_input_like_any_other(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.json"))
    shutil.copy(SAMPLE, odd)
    command = [sys.executable, "-m", "briefing", "check", str(odd)]
    done = subprocess.run([*command, "--json"], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["file"] == str(odd)
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert os.fsencode(odd) in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes close otherwise elsewhere")
def test_a_reader_that_has_gone_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "briefing", "schema"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_behind_the_output_is_told_in_one_line() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "briefing", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "nothing more can be printed" in done.stderr


_WORDS = st.sampled_from([
    "export", "check", "template", "list", "schema", "open", "sample", "--json", "--out", "--format", "--template",
    "--language", "docx", "md", "en", "press-release", "x", ".", "..", "", "-", "--", "--help", "a file",
    "é\n\udcff", str(SAMPLE),
])  # fmt: skip


def test_no_list_of_arguments_ends_in_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "has_display", lambda: False)

    @settings(max_examples=150, deadline=None, database=None)
    @given(st.lists(st.one_of(_WORDS, st.text(st.characters(exclude_characters="\0/"), max_size=8)), max_size=9))
    def fuzz(arguments: list[str]) -> None:
        ran = run(*arguments)
        assert ran.status in (0, 1, 2)
        assert len(ran.err) == (ran.status == 2), ran

    fuzz()
