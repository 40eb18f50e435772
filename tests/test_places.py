"""Where things live: what ships is there, and the person's own folder is where the platform keeps such."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing import places


def test_what_ships_is_found() -> None:
    assert (places.templates() / "press-release" / "template.toml").is_file()
    assert (places.resources() / "icons").is_dir()
    assert list(places.samples().glob("*.json"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("platform", "inside"),
    [
        ("linux", (".local", "share")),
        ("darwin", ("Library", "Application Support")),
        ("win32", ("AppData", "Local")),
    ],
)
def test_the_persons_own_folder_is_where_the_platform_keeps_such(
    platform: str, inside: tuple[str, ...], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert places.own_data() == home.joinpath(*inside, "briefing")
    assert places.own_templates() == home.joinpath(*inside, "briefing", "templates")


@pytest.mark.parametrize(("platform", "variable"), [("linux", "XDG_DATA_HOME"), ("win32", "LOCALAPPDATA")])
def test_a_folder_that_the_system_names_comes_first(
    platform: str, variable: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(home / "elsewhere"))
    assert places.own_data() == home / "elsewhere" / "briefing"


@pytest.mark.parametrize("named", ["", "data", "./data"])
def test_a_named_folder_that_is_not_absolute_does_not_count(
    named: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", named)
    assert places.own_data() == home / ".local" / "share" / "briefing"


def test_a_user_without_a_home_stays_in_the_current_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.chdir(tmp_path)
    assert places.own_data() == tmp_path / ".local" / "share" / "briefing"
