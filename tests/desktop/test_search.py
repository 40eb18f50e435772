"""Ctrl+K as a person uses it: every field in every row, every command, each told by where it is."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.windows import SAMPLE, button, focused, open_window, press, type_text
from tests.marked_dossiers import Maker

from briefing.desktop.form.bound import path_of
from briefing.desktop.search import matches
from briefing.desktop.search_fields import entries_of
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.dossier.fields import FIELDS, field_at
from briefing.dossier.paths import pattern


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_window(qtbot, qapp, tmp_path)


@pytest.fixture
def opened(window: Window) -> Window:
    window.open_sample()
    QApplication.processEvents()
    window.view.focus_path("meeting.city")
    return window


def found(window: Window) -> list[str]:
    """What the search has found, as a screen reader reads it."""
    views = [each for each in window.findChildren(QListView) if each.isVisible()]
    model = next(view for view in views if view.accessibleName() == "Found").model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_a_field_is_found_by_its_present_text(opened: Window) -> None:
    press("Ctrl+K")
    type_text("ericson")
    assert found(opened)[0] == "Name, People · Sweden · Peter Ericson", "what names the row is said once"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert path_of(focused()) == "sides[s2].people[p3].name"


def test_a_field_is_found_by_label_and_section(opened: Window) -> None:
    press("Ctrl+K")
    type_text("mark hand")
    assert found(opened)[0].startswith("Marking, Handling")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert path_of(focused()) == "handling.marking"


def test_a_command_is_found_and_given(opened: Window) -> None:
    press("Ctrl+K")
    type_text("form, page")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not opened.view.page_pane.isVisible()


def test_arrows_choose_and_escape_leaves_all_as_it_was(opened: Window) -> None:
    press("Ctrl+K")
    type_text("e")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
    view = next(each for each in opened.findChildren(QListView) if each.accessibleName() == "Found")
    assert view.currentIndex().row() == 1
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert path_of(focused()) == "meeting.city"


def test_every_place_that_the_search_gives_can_be_gone_to(opened: Window) -> None:
    for entry in entries_of(opened.session.dossier):
        if entry.kind == "field" and entry.target != "title":
            opened.view.focus_path(entry.target)
            assert focused().isVisible(), entry
            if _is_one_field(entry.target):
                assert path_of(focused()) == entry.target


def _is_one_field(path: str) -> bool:
    """Whether a path is that of a field; a list is gone to by its first row, or by what adds one."""
    return field_at(path).kind != "rows"


def test_every_field_of_the_list_is_found_in_a_dossier_of_everything() -> None:
    dossier = Maker(lambda _path: 1, lambda _path: "").dossier()
    found = {pattern(entry.target) for entry in entries_of(dossier) if entry.kind == "field"}
    unseen = [
        field.path
        for field in FIELDS
        if field.path not in found and not field.path.startswith(("figures[]", "sources", "dismissed", "house."))
    ]
    # Whole sections, layers, and what is told by its place.
    assert unseen == [
        "sides", "sides[].ours", "sides[].people", "topics", "figures", "programme.entries", "translations", "wording"
    ]  # fmt: skip


@pytest.mark.parametrize(("typed", "shown", "path"), [
    ("source and date", "Source and date, Trade", "trade.source"),
    ("public words", "Public words, Record · Bilateral relations · All sides, Both", "topics[t1].statements[x1].text"),
    ("publicly disarm", "What may be said publicly, Record · Nuclear disarmament", "topics[t2].statements[x4].text"),
    ("who said sweden", "Who said it, Record · Bilateral relations · Sweden", "topics[t1].statements[x3].side"),
    ("city round", "City, Meeting · Round before this one", "meeting.previous.city"),
    ("growth 2022", "Growth 2022, Trade", "figures[f3].change"),
    ("biography ericson", "Biography, People · Sweden · Peter Ericson", "sides[s2].people[p3].biography"),
])  # fmt: skip
def test_fields_are_found_where_they_are(opened: Window, typed: str, shown: str, path: str) -> None:
    press("Ctrl+K")
    type_text(typed)
    assert found(opened)[0].startswith(shown)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert path_of(focused()) == path
    assert focused().isVisible()


@pytest.mark.parametrize(("typed", "section", "words"), [
    ("line to take", "topics", "Add a topic"),
    ("public words", "topics", "Add a topic"),
    ("biography", "people", "Add a person"),
    ("cleared by who", "handling", "Add a clearance"),
])  # fmt: skip
def test_fields_of_rows_that_are_not_there_lead_to_what_adds_one(
    window: Window, typed: str, section: str, words: str
) -> None:
    press("Ctrl+N")
    QTest.qWait(150)
    press("Ctrl+K")
    type_text(typed)
    assert "First add" in found(window)[0]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.view.form.key == section
    assert focused() is button(window.view.form, words)


@pytest.mark.parametrize(("typed", "path"), [
    ("add a topic", "].area"),
    ("add a person", "].name"),
    ("add a side", "].country"),
    ("add a period", ""),
    ("add a figure", ""),
    ("add an annex", "background.annexes["),
    ("add a quote", "press.quotes["),
    ("add a next step", "outcomes.next_steps["),
    ("add a clearance", "handling.cleared["),
    ("add a side call", "programme.calls["),
])  # fmt: skip
def test_what_adds_a_row_is_found_and_given(opened: Window, typed: str, path: str) -> None:
    before = opened.session.dossier
    press("Ctrl+K")
    type_text(typed)
    assert found(opened)[0].casefold().startswith(typed)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    if path:
        assert path in path_of(focused())
        assert opened.session.dossier is not before
    else:
        assert opened.view.form.key == "trade"  # a row of figures is begun, and in the dossier once it says something
        assert isinstance(focused(), QLineEdit | QMenu)


def test_a_section_is_found_once_with_its_key(opened: Window) -> None:
    press("Ctrl+K")
    type_text("topics")
    assert found(opened)[0] == "Topics, Section, Ctrl+4"
    assert not any("View" in each for each in found(opened))


def test_a_document_type_and_a_field_of_our_house_are_found(opened: Window) -> None:
    press("Ctrl+K")
    type_text("press rel")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    pack = opened.view.preview.pack
    assert pack is not None
    assert pack.id == "press-release"
    press("Ctrl+K")
    type_text("about us")
    assert found(opened)[0].startswith("About us, Our house")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert path_of(focused()) == "house.boilerplate"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert opened.view.isVisible()


def test_the_name_of_the_dossier_is_found_and_edited(opened: Window) -> None:
    press("Ctrl+K")
    type_text("name of the dossier")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    type_text("Stockholm round")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.session.dossier.title == "Stockholm round"


def test_a_key_is_quick_among_a_thousand_figures() -> None:
    dossier = files.read(SAMPLE)
    figures = tuple(replace(dossier.figures[at % 5], id=f"x{at}") for at in range(1000))
    entries = entries_of(replace(dossier, figures=figures))
    assert len(entries) > 1000
    matches(entries, "e")
    best = min(_seconds(lambda typed=typed: matches(entries, typed)) for typed in ("e", "ex", "exports", "2022 ex"))
    assert best < 0.010


def _seconds(call: object) -> float:
    began = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - began


def test_without_a_dossier_commands_are_found(window: Window) -> None:
    press("Ctrl+K")
    type_text("sample")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.session.dossier.meeting.city == "Stockholm"
