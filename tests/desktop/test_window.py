"""The window as a person uses it: typing, looking, clicking, undoing, saving."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import at_full_size

from briefing import places
from briefing.app import make_window
from briefing.compose.composer import Composer
from briefing.compose.phrases.english import ENGLISH
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.letterhead.reader import read
from briefing.page.pager import Pager

SAMPLE = places.samples() / "stockholm-2023.json"
pytestmark = pytest.mark.layout


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.export_folder = tmp_path
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path) -> Window:
    made = at_full_size(make_window(qapp, settings, SAMPLE, tmp_path / "drafts"))
    qtbot.addWidget(made, before_close_func=lambda w: w.session.replace(w.session.dossier, None))
    made.show()
    made.work.open_as_new(SAMPLE)
    qapp.processEvents()
    return made


def focused(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def page_text(window: Window) -> str:
    document = window.view.preview.document
    assert document is not None
    return "\n".join(getattr(block, "text", "") for block in document.blocks)


def lit(window: Window, path: str) -> list[object]:
    return list(window.view.preview.pages.places(path))


def test_the_page_follows_each_key(window: Window) -> None:
    window.view.focus_path("meeting.city")
    for end, key in enumerate("Uppsala"):
        QTest.keyClicks(focused(window), key)
        assert "Uppsala"[: end + 1] in page_text(window)


def test_the_page_after_typing_is_the_page_made_fresh(window: Window) -> None:
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused(window), "Arvfurstens palats")
    window.view.focus_path("topics[t1].line_to_take")
    QTest.keyClicks(focused(window), "A longer line that moves what stands below it. " * 4)
    pack = window.view.preview.pack
    assert pack is not None
    document = Composer(pack, ENGLISH).compose(window.session.dossier)
    assert document == window.view.preview.document
    fresh = Pager(read(pack.letterhead.read_bytes())).lay(document)
    kept = window.view.preview.pages
    assert len(fresh) == len(kept)
    for path in ("meeting.venue", "meeting.city", "topics[t1].line_to_take", "figures[f6].amount"):
        assert fresh.places(path) == kept.places(path)


def test_a_click_on_a_word_puts_the_cursor_into_its_field(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.view.form.path_focused, raising=False, timeout=200):
        window.view.page_view.value_clicked.emit(("sides[s2].people[p3].name",), 3)
    assert window.view.form.key == "people"
    assert getattr(focused(window), "text", str)() == "Peter Ericson"
    assert getattr(focused(window), "cursorPosition", int)() == 3


def test_a_real_click_on_the_city_leads_to_its_field(window: Window) -> None:
    window.view.form.show_section("trade")
    view = window.view.page_view
    number, rect = window.view.preview.pages.places("meeting.city")[0]
    spot = view.viewport_rect(number, rect).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert window.view.form.key == "meeting"
    assert getattr(focused(window), "text", str)() == "Stockholm"


def test_undo_reaches_the_field_that_has_the_focus(window: Window) -> None:
    window.view.focus_path("meeting.city")
    QTest.keyClicks(focused(window), "XY")
    QTest.keySequence(focused(window), QKeySequence(QKeySequence.StandardKey.Undo))
    assert window.session.dossier.meeting.city == "Stockholm"
    assert getattr(focused(window), "text", str)() == "Stockholm"


def test_a_date_that_is_none_is_kept_as_typed_and_spoken_of(window: Window, qtbot: QtBot) -> None:
    window.view.focus_path("meeting.date")
    QTest.keyClick(focused(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(window), "31 November 2023")
    assert window.session.dossier.meeting.date == "31 November 2023"
    qtbot.waitUntil(lambda: bool(window.view.verdicts.at("meeting.date")))
    QTest.keyClick(focused(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(window), "30.11.2023")
    assert window.session.dossier.meeting.date == "2023-11-30"


def test_the_checks_count_what_the_document_type_needs(window: Window) -> None:
    window.view.run_checks()
    assert [finding.fields[0] for finding in window.view.verdicts.findings if finding.is_gap] == ["meeting.venue"]
    window.view.choose_type("press-release")
    assert "meeting.venue" not in [f.fields[0] for f in window.view.verdicts.findings if f.is_gap]


def test_the_press_release_shows_no_internal_word(window: Window) -> None:
    window.view.choose_type("press-release")
    text = page_text(window)
    assert "51.5" in text
    assert window.session.dossier.topics[0].line_to_take not in text


def test_save_as_word_never_writes_over_an_earlier_version(window: Window, tmp_path: Path) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+E"))
    QTest.keySequence(window, QKeySequence("Ctrl+E"))
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert names == [f"2023-11-22_SE_briefing-note_en_v{n}.docx" for n in (1, 2)]


def test_a_dossier_is_saved_and_opened_again(window: Window, tmp_path: Path) -> None:
    window.view.focus_path("meeting.venue")
    QTest.keyClicks(focused(window), "Palace")
    path = tmp_path / "dossier.json"
    window.session.path = path
    assert window.work.save()
    assert files.read(path).meeting.venue == "Palace"
    window.work.open(path)
    assert window.session.dossier.meeting.venue == "Palace"
    assert window.session.is_saved


def test_a_topic_is_added_named_moved_and_removed_by_keyboard(window: Window) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+T"))
    assert window.view.form.key == "topics"
    QTest.keyClicks(focused(window), "Visas")
    assert [topic.area for topic in window.session.dossier.topics][-1] == "Visas"
    QTest.keySequence(focused(window), QKeySequence(QKeySequence.StandardKey.Undo))
    QTest.keySequence(focused(window), QKeySequence(QKeySequence.StandardKey.Undo))
    assert len(window.session.dossier.topics) == 3


def test_every_section_shows_and_every_field_takes_the_focus(window: Window) -> None:
    for section in ("meeting", "people", "topics", "trade", "outcomes"):
        window.view.form.show_section(section)
        QApplication.processEvents()
        assert window.view.rail.current() == section
    for path in ("meeting.reason", "aims.objectives", "press.reference", "outcomes.agreed", "topics[t2].they_may_say"):
        window.view.focus_path(path)
        assert focused(window).isVisible(), path


def test_panes_hide_in_turn(window: Window) -> None:
    seen = []
    for _ in range(3):
        QTest.keySequence(window, QKeySequence("F9"))
        seen.append((window.view.form.isVisible(), window.view.page_pane.isVisible()))
    assert seen == [(True, False), (False, True), (True, True)]
