"""Files that cannot be trusted: newer, broken, changed by another program. None is ever written over unasked."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.desktop.windows import SAMPLE, answering, focused, open_window, press, settings_in

from briefing.desktop.window import Window
from briefing.dossier import files


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_window(qtbot, qapp, tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "round.json"
    made.write_bytes(SAMPLE.read_bytes())
    return made


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    tree = json.loads(SAMPLE.read_text("utf-8"))
    made = tmp_path / "newer.json"
    made.write_text(json.dumps(tree | {"schema_version": 2, "mood": {"fair": True}}), "utf-8")
    return made


def shows(window: Window, words: str) -> bool:
    return any(label.text() == words and label.isVisible() for label in window.findChildren(QLabel))


def test_a_newer_file_is_shown_and_nothing_of_it_can_be_changed(window: Window, newer: Path) -> None:
    before = newer.read_bytes()
    window.work.open(newer)
    assert window.session.dossier.meeting.city == "Stockholm"
    assert shows(window, "Read only: saved by a newer version of Briefing")
    window.view.focus_path("meeting.city")
    box = focused()
    assert isinstance(box, QLineEdit)
    assert box.isReadOnly()
    QTest.keyClicks(box, "xyz")
    assert box.text() == "Stockholm"
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+T"))
    assert len(window.session.dossier.topics) == 3
    assert window.view.toast.accessibleName() == "Read only: saved by a newer version of Briefing."
    for keys in ("Ctrl+S", "Ctrl+Shift+S"):
        QTest.keySequence(window, QKeySequence(keys))
    assert not window.work.save()
    assert newer.read_bytes() == before
    assert window.session.is_saved


def test_every_section_of_a_newer_file_shows_and_changes_nothing(window: Window, newer: Path) -> None:
    window.work.open(newer)
    dossier = window.session.dossier
    for path in ("topics[t1].points", "sides[s2].people[p3].name", "figures[f6].amount", "outcomes.agreed"):
        window.view.focus_path(path)
        QApplication.processEvents()
        QTest.keyClicks(focused(), "99")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        QTest.keyClick(focused(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert window.session.dossier is dossier


def test_after_a_newer_file_an_own_one_can_be_edited_again(window: Window, newer: Path, file: Path) -> None:
    window.work.open(newer)
    window.view.focus_path("meeting.city")
    window.work.open(file)
    window.view.focus_path("meeting.city")
    QTest.keyClicks(focused(), "X")
    assert "X" in window.session.dossier.meeting.city


def test_a_file_that_changed_elsewhere_is_not_written_over_unasked(window: Window, file: Path) -> None:
    window.work.open(file)
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused(), "Palace")
    theirs = files.dumps(files.read(file)).replace("Stockholm", "Uppsala")
    file.write_text(theirs, "utf-8")
    with answering("Cancel") as asked:
        assert not window.work.save()
    assert asked == ["“round.json” has been changed by another program since it was opened here."]
    assert file.read_text("utf-8") == theirs
    with answering("Write over it"):
        assert window.work.save()
    assert files.read(file).meeting.venue == "Palace"
    QTest.keyClicks(focused(), "s")
    assert window.work.save()  # what we wrote ourselves is no foreign change


def test_a_file_that_only_was_touched_is_saved_without_a_question(window: Window, file: Path) -> None:
    window.work.open(file)
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused(), "Palace")
    file.write_bytes(file.read_bytes())
    assert window.work.save()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"schema_version": 1, "title": 7}',
        b'{"schema_version": 1, "title": "a", "title": "b"}',
        b'{"schema_version": 1, "sides": [{"id": "s"}, {"id": "s"}]}',
        b'{"schema_version": 1, "x": NaN}',
        b'{"schema_version": 1, "x": ' + b"[" * 100_000,
        b'{"schema_version": 9, "meeting": []}',
        b"PK\x03\x04",
    ],
)  # fmt: skip
def test_a_broken_file_gives_one_line_and_nothing_changes(window: Window, tmp_path: Path, data: bytes) -> None:
    window.open_sample()
    shown = window.session.dossier
    broken = tmp_path / "broken.json"
    broken.write_bytes(data)
    with answering("OK") as asked:
        window.work.open(broken)
    assert len(asked) == 1
    assert asked[0].startswith("broken.json")
    assert "\n" not in asked[0]
    assert window.session.dossier is shown
    assert broken.read_bytes() == data


def test_where_the_folder_is_gone_another_place_is_offered(
    window: Window, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "talks"
    gone.mkdir()
    shutil.move(file, gone / "round.json")
    window.work.open(gone / "round.json")
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused(), "Palace")
    shutil.rmtree(gone)
    begun: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, *_more: object) -> tuple[str, str]:
        begun.append(proposed)
        return str(tmp_path / "elsewhere.json"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with answering("Cancel") as asked:
        press("Ctrl+S")
    assert asked == [f"round.json could not be saved: the folder {gone} is not there. Nothing was written."]
    assert not window.session.is_saved
    assert not begun
    with answering("Choose another place…"):
        press("Ctrl+S")
    assert begun == [str(tmp_path / "round.json")], "from the nearest folder that is there"
    assert files.read(tmp_path / "elsewhere.json").meeting.venue == "Palace"
    assert window.session.is_saved


def test_a_document_for_which_the_disk_is_full_is_saved_on_another(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing there is written over."""
    window.open_sample()
    stick, other = tmp_path / "stick", tmp_path / "other"
    stick.mkdir()
    other.mkdir()
    settings_in(tmp_path).export_folder = stick
    press("Ctrl+E")
    name = next(stick.iterdir()).name
    shutil.move(stick / name, other)
    replace = os.replace

    def fill(source: Path, target: Path) -> None:
        if target.parent == stick:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(source, target)

    monkeypatch.setattr(os, "replace", fill)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(other))
    with answering("Choose another place…") as asked:
        press("Ctrl+E")
    assert asked == [f"{name} could not be saved: the disk is full. Nothing was written."]
    assert sorted(each.name for each in other.iterdir()) == [name, name.replace("_v1", "_v2")]
    assert not list(stick.iterdir())
    press("Ctrl+E")
    assert len(list(other.iterdir())) == 3, "and so is the next one"
