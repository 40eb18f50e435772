"""The command line as scripts rely on it: what each command prints and writes, and its exit status."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli_runs import (
    NAME,
    SAMPLE,
    bare_machine,
    file_of,
    needs_displays_that_are_named,
    own_template,
    refused,
    run,
    run_process,
)

from briefing import __version__, places
from briefing.compose.copies import WAYS


@pytest.fixture(autouse=True)
def _machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare_machine(tmp_path, monkeypatch)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_export_prints_each_path_that_it_wrote(out: Path) -> None:
    formats = ("--format", "docx", "--format", "md", "--format", "html")
    ran = run("export", SAMPLE, "--template", "press-release", "--language", "en", *formats, "--out", out)
    assert list(ran) == [0, [str(out / f"{NAME}.{ending}") for ending in ("docx", "md", "html")], []]
    assert sorted(map(str, out.iterdir())) == sorted(ran.out)
    assert (out / f"{NAME}.docx").read_bytes()[:2] == b"PK"
    assert "# Kazakhstan and Sweden hold political consultations" in (out / f"{NAME}.md").read_text("utf-8")
    assert (out / f"{NAME}.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("name", "ending"), [("docx", "docx"), ("md", "md"), ("markdown", "md"), ("html", "html")])
def test_a_format_goes_by_its_name_and_its_ending(name: str, ending: str, out: Path) -> None:
    assert run("export", SAMPLE, "--template", "press-release", "--format", name, "--out", out).status == 0
    assert [path.name for path in out.iterdir()] == [f"{NAME}.{ending}"]


@pytest.mark.parametrize("display", ["", ":4711"])
def test_pages_are_drawn_with_no_display_or_one_that_is_not_there(
    display: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if display:
        monkeypatch.setenv("DISPLAY", display)
    formats = ("--format", "pdf", "--format", "png", "--format", "md")
    ran = run_process("export", SAMPLE, "--template", "press-release", *formats, "--out", out)
    names = (f"{NAME}.pdf", f"{NAME}-1.png", f"{NAME}-2.png", f"{NAME}.md")
    assert ran == (0, [str(out / name) for name in names], [])
    assert (out / names[0]).read_bytes()[:5] == b"%PDF-"
    assert (out / names[1]).read_bytes()[:4] == b"\x89PNG"


def test_where_pages_cannot_be_drawn_one_line_says_so(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "briefing.page.application", None)
    ran = run("export", SAMPLE, "--template", "press-release", "--format", "md", "--format", "pdf", "--out", out)
    assert refused(ran).startswith("briefing: pages cannot be drawn here: ")
    assert not out.exists()


def test_a_format_asked_for_twice_is_written_once(out: Path) -> None:
    ran = run("export", SAMPLE, "--template", "press-release", "--format", "md", "--format", "markdown", "--out", out)
    assert ran.out == [str(out / f"{NAME}.md")]


def test_two_dossiers_of_one_name_get_two_files(tmp_path: Path, out: Path) -> None:
    first = file_of(tmp_path / "a.json", sides=[{"id": "s1", "country": "Ruritania"}], press={"headline": "First"})
    second = file_of(tmp_path / "b.json", sides=[{"id": "s1", "country": "RURITANIA"}], press={"headline": "Second"})
    ran = run("export", first, second, SAMPLE, "--template", "press-release", "--format", "md", "--out", out)
    names = ["Ruritania_press-release_en.md", "RURITANIA_press-release_en-2.md", f"{NAME}.md"]
    assert ran == (0, [str(out / name) for name in names], [])
    assert "# First" in (out / names[0]).read_text("utf-8")
    assert "# Second" in (out / names[1]).read_text("utf-8")


def test_a_reading_copy_is_named_after_its_ways_and_an_unknown_way_writes_nothing(out: Path) -> None:
    asked = ("export", SAMPLE, "--template", "press-release", "--format", "md", "--out", out)
    ran = run(*asked, "--copy", "numbered", "--copy", "a5")
    assert ran.out == [str(out / f"{NAME}_a5_numbered.md")]
    assert "\n1\\.\t" in Path(ran.out[0]).read_text(encoding="utf-8")
    said = refused(run(*asked, "--copy", "braille"))
    assert "no reading copy braille" in said
    told = re.sub(r"\s+", "", "".join(run("export", "--help").out))
    assert all(way in told for way in WAYS)


def test_a_template_may_be_a_folder(tmp_path: Path, out: Path) -> None:
    folder = Path(shutil.copytree(places.templates() / "press-release", tmp_path / "embassy-release"))
    ran = run("export", SAMPLE, "--template", folder, "--format", "md", "--out", out)
    assert ran == (0, [str(out / "2023-11-22_SE_embassy-release_en.md")], [])


def test_a_name_means_the_template_even_beside_a_folder_of_that_name(out: Path) -> None:
    Path("press-release").mkdir()
    assert run("export", SAMPLE, "--template", "press-release", "--format", "md", "--out", out).status == 0


def test_a_template_of_the_persons_own_is_found_and_listed(tmp_path: Path, out: Path) -> None:
    own_template(tmp_path, "embassy")
    assert run("export", SAMPLE, "--template", "embassy", "--format", "md", "--out", out).status == 0
    assert run("template", "list").out[0] == "embassy\tPress release\tpublic\ten"


def test_a_broken_template_keeps_nobody_from_the_others(tmp_path: Path, out: Path) -> None:
    (own_template(tmp_path, "broken") / "template.toml").write_text("audience = ", encoding="utf-8")
    assert run("export", SAMPLE, "--template", "press-release", "--format", "md", "--out", out).status == 0
    assert "broken/template.toml" in refused(run("template", "list"))


def _wrong_sum(path: Path) -> Path:
    year = {"start": "2022-01-01", "end": "2022-12-31"}
    printed = {"export": "7.9", "import": "54.7", "total": "64.6"}
    figures = [
        {"id": name, "measure": name, "period": year, "amount": {"value": value, "scale": "million", "unit": "USD"}}
        for name, value in printed.items()
    ]
    return file_of(path, figures=figures)


def test_check_exits_1_when_a_finding_is_an_error_and_0_when_none_is(tmp_path: Path) -> None:
    wrong, right = _wrong_sum(tmp_path / "wrong.json"), file_of(tmp_path / "right.json")
    assert run("check", right) == (0, [f"{right}: nothing to say"], [])
    assert run("check", SAMPLE, "--template", "briefing-note").status == 0
    ran = run("check", right, wrong)
    assert (ran.status, ran.err) == (1, [])
    assert any(line.startswith("  error: ") and "figures[total].amount" in line for line in ran.out)


def test_check_as_json_is_one_line_for_each_file(tmp_path: Path) -> None:
    files = [_wrong_sum(tmp_path / "wrong é.json"), SAMPLE, file_of(tmp_path / "right.json")]
    ran = run("check", *files, "--template", "briefing-note", "--json")
    said = [json.loads(line) for line in ran.out]
    assert (ran.status, [each["file"] for each in said]) == (1, [str(file) for file in files])
    for finding in (finding for each in said for finding in each["findings"]):
        assert finding.keys() >= {"rule", "severity", "fields", "message"}
        assert finding["severity"] in ("error", "warning", "note")
        assert all(isinstance(path, str) for path in finding["fields"])
    errors = [finding for finding in said[0]["findings"] if finding["severity"] == "error"]
    assert [(error["rule"], error["fields"][0]) for error in errors] == [("sum", "figures[total].amount")]


def test_check_says_what_a_template_still_needs(tmp_path: Path) -> None:
    empty = file_of(tmp_path / "empty.json")
    assert any("[meeting.venue]" in line for line in run("check", empty, "--template", "briefing-note").out)
    assert not any("meeting.venue" in line for line in run("check", empty, "--template", "press-release").out)


def test_figures_are_checked_against_those_of_an_earlier_dossier(tmp_path: Path) -> None:
    total = {"id": "total", "measure": "total", "period": {"start": "2022-01-01", "end": "2022-12-31"}}
    now, then = (
        file_of(tmp_path / f"{name}.json", figures=[{**total, "amount": {"value": value, "scale": "million"}}])
        for name, value in (("now", "189.4"), ("then", "198.4"))
    )
    ran = run("check", now, "--against", then)
    assert ran.status == 0
    assert "Trade of 2022 was 198.4 in an earlier dossier" in "".join(ran.out)
    assert "figures[total].amount" in "".join(ran.out)
    assert run("check", now, "--against", now).out == [f"{now}: nothing to say"]
    assert "gone.json" in refused(run("check", now, "--against", tmp_path / "gone.json"))


def test_the_templates_are_listed_with_audience_and_languages() -> None:
    lines = ["briefing-note\tBriefing note\tinternal\ten", "press-release\tPress release\tpublic\ten"]
    assert run("template", "list") == (0, lines, [])


def test_the_schema_is_json_and_asks_for_the_version_alone() -> None:
    ran = run("schema")
    schema = json.loads("\n".join(ran.out))
    assert ran.status == 0
    assert schema["required"] == ["schema_version"]
    assert set(json.loads(SAMPLE.read_text("utf-8"))) <= set(schema["properties"])


def test_version_and_help_are_printed() -> None:
    assert run("--version") == (0, [f"briefing {__version__}"], [])
    assert run("export", "--help").status == 0


@needs_displays_that_are_named
def test_with_no_display_the_sample_is_exported_as_both_documents() -> None:
    ran = run_process("sample")
    stems = [f"2023-11-22_SE_{pack}_en" for pack in ("briefing-note", "press-release")]
    paths = [os.path.join("out", f"{stem}.{ending}") for stem in stems for ending in ("docx", "pdf", "md", "html")]
    assert ran == (0, [f"No display: the sample is exported to out{os.sep} instead.", *paths], [])
    assert all(Path(path).stat().st_size > 1000 for path in paths)


STRUCK = """
import os, signal
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefing.cli import main

app = QApplication([])
QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
main(["sample"])
"""


@pytest.mark.skipif(os.name != "posix", reason="signals come otherwise elsewhere")
def test_control_c_in_the_terminal_ends_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    done = subprocess.run([sys.executable, "-c", STRUCK], capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


def test_no_command_but_the_app_loads_qt() -> None:
    export = [
        "export",
        str(SAMPLE),
        "--template",
        "press-release",
        "--format",
        "docx",
        "--format",
        "html",
        "--out",
        "o",
    ]
    commands = [export, ["check", str(SAMPLE)], ["template", "list"], ["schema"]]
    code = f"import sys\nfrom briefing.cli import main\nfor each in {commands!r}: main(each)\n"
    done = subprocess.run([sys.executable, "-c", f"{code}assert 'PySide6' not in sys.modules"], check=False,
                          capture_output=True, text=True, timeout=60)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
