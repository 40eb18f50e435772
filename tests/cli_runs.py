"""Runs the command line for its tests: in this process, or in one of its own."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing import places
from briefing.cli import main

SAMPLE = places.samples() / "stockholm-2023.json"
#: The file name of the sample's press release, without its ending.
NAME = "2023-11-22_SE_press-release_en"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

needs_displays_that_are_named = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="this system always has a display"
)


class Ran(NamedTuple):
    """What a command left behind: its exit status, and the lines on both streams."""

    status: int
    out: list[str]
    err: list[str]


def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No display, no templates of the person's own, and an empty folder of the test's own to stand in."""
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(places, "own_data", lambda: tmp_path / "own")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def run(*arguments: object) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
    return Ran(status, out.getvalue().splitlines(), err.getvalue().splitlines())


def run_process(*arguments: object) -> Ran:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "briefing", *map(str, arguments)]
    env = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False, timeout=60)
    return Ran(done.returncode, done.stdout.splitlines(), done.stderr.splitlines())


def refused(ran: Ran) -> str:
    """The one line that a refused command says."""
    assert (ran.status, ran.out, len(ran.err)) == (2, [], 1), ran
    return ran.err[0]


def file_of(path: Path, **values: object) -> Path:
    """A dossier file that holds these values."""
    path.write_text(json.dumps({"schema_version": 1, **values}), encoding="utf-8")
    return path


def own_template(tmp_path: Path, name: str) -> Path:
    """The folder of a template of the person's own: the press release under another name."""
    return Path(shutil.copytree(places.templates() / "press-release", tmp_path / "own" / "templates" / name))
