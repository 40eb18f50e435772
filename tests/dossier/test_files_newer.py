"""Files of a newer version: looked at where they read like ours, refused where not, and by `read` always."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.dossier import files
from briefing.dossier.decode import FileError
from briefing.dossier.migrations import NewerFileError


def written(folder: Path, **tree: Any) -> Path:
    file = folder / "a.json"
    file.write_text(json.dumps(tree), "utf-8")
    return file


def test_what_is_known_of_a_newer_file_is_read_and_the_rest_kept(tmp_path: Path) -> None:
    loaded = files.load(written(tmp_path, schema_version=7, meeting={"city": "Velm", "mood": "fair"}, newer=[1]))
    assert loaded.newer
    assert loaded.dossier.meeting.city == "Velm"
    assert loaded.dossier.meeting.unknown == (("mood", '"fair"'),)
    assert loaded.dossier.unknown == (("newer", "[1]"),)


def test_a_newer_file_is_refused_where_it_is_to_be_worked_with(tmp_path: Path) -> None:
    with pytest.raises(NewerFileError, match=r"a\.json: it was saved by a newer version"):
        files.read(written(tmp_path, schema_version=2))


def test_a_newer_file_whose_parts_changed_is_refused_as_newer(tmp_path: Path) -> None:
    with pytest.raises(NewerFileError, match="newer version"):
        files.load(written(tmp_path, schema_version=2, meeting=["Velm"]))


def test_a_broken_file_is_refused_by_both(tmp_path: Path) -> None:
    file = written(tmp_path, schema_version=1, meeting=[])
    for read in (files.read, files.load):
        with pytest.raises(FileError, match=r"a\.json: meeting"):
            read(file)


def test_a_stamp_tells_whether_a_file_is_still_the_same(tmp_path: Path) -> None:
    file = written(tmp_path, schema_version=1, title="A")
    loaded = files.load(file)
    assert not loaded.newer
    assert files.stamp_of(file) == loaded.stamp
    written(tmp_path, schema_version=1, title="B")
    assert files.stamp_of(file) not in ("", loaded.stamp)
    file.unlink()
    assert files.stamp_of(file) == ""
