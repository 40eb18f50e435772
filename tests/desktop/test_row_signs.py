"""The lines of a list show the gravest sign of what is said in their rows, as soon as the checks have said it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import open_on_sample, type_text

from briefing.desktop.parts.button import Button
from briefing.desktop.parts.row_head import HeadLine
from briefing.desktop.parts.signs import Sign
from briefing.desktop.window import Window
from briefing.dossier.edits import insert_row
from briefing.dossier.meeting import Entry


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_on_sample(qtbot, qapp, tmp_path)


def signs(window: Window) -> dict[str, Sign]:
    lines = window.view.form.findChildren(HeadLine)
    return {line.head().id: line.head().sign for line in lines if line.isVisible()}


def test_a_row_shows_what_is_said_in_it_without_another_key(window: Window) -> None:
    for row_id in ("one", "two"):
        window.session.edit(partial(insert_row, path="programme.entries", new=Entry(row_id, what="Talks")), "Add")
    window.view.focus_path("programme.entries[two].date")
    window.view.run_checks()
    before = signs(window)
    type_text("31 February 2024")
    window.view.run_checks()
    said = signs(window)
    assert said["two"] is Sign.LOOK or said["two"] is Sign.WRONG
    assert said != before
    assert said["one"] is before["one"]
    window.session.undo()
    window.view.run_checks()
    assert signs(window) == before


def lit(window: Window) -> str:
    """What the page marks: the paths of the words that are lit."""
    view = window.view.page_view
    spots = view.pages.places(view.lit) if view.lit else []
    return f"{view.lit}" if spots else ""


def test_the_line_of_a_row_marks_all_words_of_the_row(window: Window) -> None:
    window.view.focus_path("meeting.city")
    assert lit(window) == "meeting.city"
    window.view.go_to_section("topics")
    line = next(each for each in window.view.form.findChildren(HeadLine) if each.isVisible())
    line.setFocus()
    assert lit(window) == f"topics[{line.head().id}]"
    button = next(each for each in window.view.form.findChildren(Button) if each.isVisible())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not lit(window)
