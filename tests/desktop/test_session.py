"""The session: edits, undo in steps that a person would call one, and saving."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.desktop.session import PAUSE, Session
from briefing.dossier import files
from briefing.dossier.model import EMPTY, Dossier, Topic
from briefing.export.files import ExportError

NOON = datetime(2026, 1, 2, 12, 0)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(qtbot: QtBot, clock: Clock) -> Session:
    return Session(EMPTY, clock=clock)


def is_saved(session: Session) -> bool:
    return session.is_saved


def type_city(session: Session, text: str) -> None:
    for end in range(1, len(text) + 1):
        session.set_value("meeting.city", text[:end], "City")


def test_an_edit_tells_the_dossier_before_and_after(session: Session) -> None:
    told: list[tuple[Dossier, Dossier]] = []
    session.changed.connect(lambda old, new: told.append((old, new)))
    session.set_value("meeting.city", "Riga", "City")
    assert [(old.meeting.city, new.meeting.city) for old, new in told] == [("", "Riga")]


def test_an_edit_that_changes_nothing_tells_nothing(session: Session) -> None:
    told: list[object] = []
    session.changed.connect(lambda *both: told.append(both))
    session.set_value("meeting.city", "", "City")
    assert told == []
    assert session.undo_label == ""


def test_typing_in_one_field_is_undone_at_once(session: Session) -> None:
    type_city(session, "Stockholm")
    session.undo()
    assert session.dossier.meeting.city == ""
    session.redo()
    assert session.dossier.meeting.city == "Stockholm"


def test_a_pause_begins_a_new_step(session: Session, clock: Clock) -> None:
    session.set_value("meeting.city", "Ri", "City")
    clock.now += PAUSE + 0.1
    session.set_value("meeting.city", "Riga", "City")
    session.undo()
    assert session.dossier.meeting.city == "Ri"


def test_another_field_begins_a_new_step(session: Session) -> None:
    session.set_value("meeting.city", "Riga", "City")
    session.set_value("meeting.venue", "Castle", "Venue")
    assert session.undo_label == "Venue"
    session.undo()
    assert (session.dossier.meeting.city, session.dossier.meeting.venue) == ("Riga", "")


def test_an_edit_after_undo_leaves_nothing_to_redo(session: Session) -> None:
    session.set_value("meeting.city", "Riga", "City")
    session.undo()
    session.set_value("meeting.venue", "Castle", "Venue")
    assert session.redo_label == ""


def test_saving_writes_what_is_on_screen(session: Session, tmp_path: Path) -> None:
    session.set_value("meeting.city", "Riga", "City")
    assert not is_saved(session)
    session.save(tmp_path / "a.json", NOON)
    assert is_saved(session)
    assert files.read(tmp_path / "a.json") == session.dossier


def test_undoing_to_what_was_saved_counts_as_saved(session: Session, tmp_path: Path) -> None:
    session.save(tmp_path / "a.json", NOON)
    session.set_value("meeting.city", "Riga", "City")
    assert not is_saved(session)
    session.undo()
    assert is_saved(session)


def test_a_save_that_fails_says_so_and_counts_as_unsaved(session: Session, tmp_path: Path) -> None:
    session.set_value("meeting.city", "Riga", "City")
    with pytest.raises(ExportError, match=r"a\.json"):
        session.save(tmp_path / "missing" / "a.json", NOON)
    assert not is_saved(session)
    assert session.path is None


def test_opening_another_dossier_begins_undo_anew(session: Session) -> None:
    session.set_value("meeting.city", "Riga", "City")
    session.replace(replace(EMPTY, topics=(Topic("t1"),)), None)
    assert session.undo_label == ""
    session.undo()
    assert session.dossier.topics
