"""A crash loses nothing that was typed more than a second ago, and what it left comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import SAMPLE, at_full_size, button, click, focused, open_on_sample, open_window, settings_in

from briefing.app import make_window
from briefing.desktop import draft_file, drafts, failures
from briefing.desktop.draft_file import Draft, DraftWriter
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.dossier.edits import set_value
from briefing.dossier.record import Record

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")

#: Opens a file, types a word into the venue, and dies one second after the last key.
_DYING = """
    import os, sys
    from pathlib import Path
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget
    from briefing.app import make_window
    from briefing.desktop import failures
    from briefing.desktop.look import make_app
    from briefing.desktop.settings import Settings
    own, file, how = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    app = make_app()
    settings = Settings(QSettings(str(own / "s.ini"), QSettings.Format.IniFormat))
    window = make_window(app, settings, file, own)
    failures.open_log(own)
    window.show()
    window.work.open(file)
    window.view.focus_path("meeting.venue")
    def key(left):
        if left:
            QTest.keyClicks(window.focusWidget(), left[0])
            QTimer.singleShot(100, lambda: key(left[1:]))
        else:
            QTimer.singleShot(1000, os.abort if how == "abort" else lambda: None)
            print("typed", flush=True)
    QTimer.singleShot(0, lambda: key("Palace"))
    app.exec()
"""


def die(own: Path, file: Path, how: str = "abort") -> subprocess.Popen[str]:
    own.mkdir(exist_ok=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_DYING), str(own), str(file), how],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    made = tmp_path / "own"
    made.mkdir()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "round.json"
    made.write_bytes(SAMPLE.read_bytes())
    return made


def drafts_in(own: Path) -> list[Path]:
    return list(own.glob(draft_file.PATTERN))


def test_what_was_typed_a_second_before_the_end_is_offered_opened_and_saved_to_its_file(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path, file: Path
) -> None:
    dead = die(own, file)
    dead.communicate(timeout=60)
    assert dead.returncode == -signal.SIGABRT
    assert "abort" in (own / "crash.log").read_text().lower()
    assert files.read(file).meeting.venue == ""

    window = open_window(qtbot, qapp, tmp_path)
    window.offer_recovery()
    offered = focused_or_first(window)
    assert "Sweden, political consultations" in offered.accessibleName()
    QTest.keyClick(offered, Qt.Key.Key_Space)
    assert window.session.dossier.meeting.venue == "Palace"
    assert not window.session.is_saved
    assert len(drafts_in(own)) == 1  # the open dossier's own
    assert window.work.save()
    assert files.read(file).meeting.venue == "Palace"
    assert drafts_in(own) == []


def focused_or_first(window: Window) -> QWidget:
    """What the start page begins with."""
    window.start.focus_first()
    return focused()


def test_two_programs_that_run_do_not_take_each_others_drafts(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path, file: Path
) -> None:
    other = die(own, file, how="stay")
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "typed\n"
        qtbot.waitUntil(lambda: len(drafts_in(own)) == 1)
        window = open_window(qtbot, qapp, tmp_path)
        window.offer_recovery()
        assert "not saved" not in focused_or_first(window).accessibleName()
    finally:
        other.kill()
        other.communicate()
    window.offer_recovery()
    assert "not saved" in focused_or_first(window).accessibleName()


def leave_draft(own: Path, name: str = "Round", venue: str = "Palace") -> Path:
    dossier = set_value(files.read(SAMPLE), "meeting.venue", venue)
    path = own / f"draft-1-{name.lower()}.json"
    path.write_bytes(DraftWriter().data(Draft(dossier, name, datetime(2026, 1, 2, 16, 40))))
    return path


def test_a_discarded_draft_is_moved_aside_and_not_deleted(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path
) -> None:
    left = leave_draft(own)
    window = open_window(qtbot, qapp, tmp_path)
    window.offer_recovery()
    click(window.start, "Discard what was not saved of Round")
    assert not left.exists()
    assert draft_file.read(own / "put-aside" / left.name).dossier.meeting.venue == "Palace"
    window.offer_recovery()
    assert "not saved" not in focused_or_first(window).accessibleName()


def test_over_an_open_dossier_a_line_offers_what_was_left(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path
) -> None:
    left = leave_draft(own)
    window = open_window(qtbot, qapp, tmp_path)
    window.open_sample()
    window.offer_recovery()
    assert window.view.toast.accessibleName() == "Not saved when Briefing stopped: Round, 16:40"
    click(window.view.toast, "Open")
    assert window.session.dossier.meeting.venue == "Palace"
    assert not left.exists()


def test_a_draft_that_cannot_be_read_is_put_aside(qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path) -> None:
    broken = own / "draft-1-broken.json"
    broken.write_text('{"briefing_draft": 1, "dossier"', "utf-8")
    window = open_window(qtbot, qapp, tmp_path)
    window.offer_recovery()
    assert not broken.exists()
    assert (own / "put-aside" / broken.name).exists()
    assert button(window.start, "Look at the sample").isVisible()


def test_a_clean_close_leaves_no_draft(qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path) -> None:
    window = at_full_size(make_window(qapp, settings_in(tmp_path), SAMPLE, own))
    window.show()
    window.open_sample()
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused_in(window), "Palace")
    qtbot.waitUntil(lambda: len(drafts_in(own)) == 1, timeout=1000)
    window.view.undo()
    window.close()
    assert list(own.glob("draft-*")) == []


def focused_in(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_who_never_pauses_is_kept_too(qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.open_sample()
    window.view.focus_path("meeting.venue")
    for _ in range(14):
        QTest.keyClicks(focused_in(window), "x")
        qtbot.wait(80)
    assert drafts_in(own), "a second of typing without a pause is on no disk"


def test_an_error_in_a_slot_keeps_the_draft_at_once_and_says_so(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.open_sample()
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused_in(window), "Palace")
    said: list[str] = []
    before = sys.excepthook
    own.mkdir(exist_ok=True)
    log = own / "briefing.log"
    failures.catch(window.keep_draft, said.append, own)
    try:
        sys.excepthook(KeyError, KeyError("secret"), None)
        log.touch()
        sys.excepthook(KeyError, KeyError("secret"), None)
    finally:
        sys.excepthook = before
    assert said == [
        "Something went wrong inside Briefing. What you typed is kept.",
        f"Something went wrong inside Briefing. What you typed is kept. The details are in {log}.",
    ]
    assert draft_file.read(drafts_in(own)[0]).dossier.meeting.venue == "Palace"


def test_what_was_made_ahead_is_the_same_text() -> None:
    dossier = files.read(SAMPLE)
    ahead, at_once = DraftWriter(), DraftWriter()
    steps = sum(1 for _ in ahead.prepare(dossier))
    assert steps
    assert not list(ahead.prepare(dossier)), "and not made again"
    other = set_value(dossier, "topics[t1].area", "Rail")
    draft = Draft(other, "Round", datetime(2026, 1, 2, 16, 40))
    assert ahead.data(draft) == at_once.data(draft)


def test_the_rows_of_what_was_opened_are_ready_before_the_first_key(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[str]()
    json_of = draft_file._json

    def counted(record: Record) -> bytes:
        made.append(type(record).__name__)
        return json_of(record)

    monkeypatch.setattr(drafts, "REST", 0)
    monkeypatch.setattr(draft_file, "_json", counted)
    window = open_on_sample(qtbot, qapp, tmp_path)
    qtbot.waitUntil(lambda: len(made) >= len(window.session.dossier.figures) + len(window.session.dossier.topics))
    qtbot.wait(20)
    made.clear()
    window.session.set_value("meeting.city", "Oslo", "City")
    window.work.drafts.keep()
    assert "Figure" not in made
    assert "Topic" not in made


def test_a_draft_is_read_as_it_was_written_however_often(own: Path) -> None:
    writer = DraftWriter()
    dossier = files.loads(
        '{"schema_version": 1, "title": "{a", "newer": {"a": [1.5]}, "translations": {"ru": {}}, "topics":'
        ' [{"id": "t1", "area": "A", "odd": 1}, {"id": "t2", "area": "\\u2028Ж"}]}'
    )
    path = own / "draft-1-x.json"
    for area in ("B", "C"):
        dossier = set_value(dossier, "topics[t1].area", area)
        draft = Draft(dossier, "N“", datetime(2026, 1, 2, 3, 4, 5), Path("/tmp/a\udce9.json"), "1-2")
        path.write_bytes(writer.data(draft))
        assert draft_file.read(path) == draft
