"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from briefing.export.files import ExportError, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_there_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "Note.docx", b"new")
    assert (tmp_path / "Note.docx").read_bytes() == b"new"
    assert names(tmp_path) == ["Note.docx"]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "Note.docx", b"new")
    assert (tmp_path / "Note.docx").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "Note.docx"
    path.write_bytes(b"something longer than before")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "Note.docx", tmp_path / "Note.docx"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
@pytest.mark.parametrize(("code", "reason"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "can only be read")])
def test_when_it_fails_the_old_file_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, reason: str
) -> None:
    path = tmp_path / "Note.docx"
    path.write_bytes(b"old")

    def fail(*arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(ExportError, match=reason) as caught:
        write_whole(path, b"new")
    monkeypatch.undo()
    assert str(caught.value).startswith("Note.docx could not be saved: ")
    assert str(caught.value).endswith("What was there before is unchanged.")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["Note.docx"]


def test_an_interruption_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "Note.docx", b"new")
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.fsync, []

    def sync(descriptor: int) -> None:
        calls.append(descriptor)
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    write_whole(tmp_path / "Note.docx", b"new")
    assert len(calls) == 2
    assert (tmp_path / "Note.docx").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone/{x}/Note.docx", "the folder {0}/gone/{{x}} is not there"), ("there", "a folder of that name is there")],
)
def test_a_place_that_takes_no_file_is_named(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(ExportError) as caught:
        write_whole(tmp_path / name, b"new")
    assert reason.format(tmp_path) in str(caught.value)
    assert names(tmp_path) == ["there"]
