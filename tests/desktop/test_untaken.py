"""A text that a figure table cannot take is counted and told where the checks are, since no document has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import at_full_size

from briefing import places
from briefing.app import make_window
from briefing.desktop.settings import Settings
from briefing.desktop.window import Window

SAMPLE = places.samples() / "stockholm-2023.json"


def _let_go(window: Window) -> None:
    """Without being asked about what was not taken or not saved."""
    window.view.form.reset()
    window.session.replace(window.session.dossier, None)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made = at_full_size(make_window(qapp, settings, SAMPLE, tmp_path / "drafts"))
    qtbot.addWidget(made, before_close_func=_let_go)
    made.show()
    made.work.open_as_new(SAMPLE)
    return made


def type_into(window: Window, path: str, text: str) -> None:
    window.view.focus_path(path)
    QApplication.processEvents()
    for letter in text:  # each to what then has the focus: the first one opens the cell
        QTest.keyClicks(window.focusWidget() or window, letter)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    QApplication.processEvents()


def messages(window: Window) -> list[str]:
    return [each.message for each in window.view.verdicts.findings if each.rule == "untaken"]


def test_a_refused_text_is_told_with_what_the_documents_have(window: Window) -> None:
    path = next(f"figures[{each.id}].amount" for each in window.session.dossier.figures if each.measure == "export")
    before = window.view.verdicts.summary()
    type_into(window, path, "about twelve")
    (said,) = messages(window)
    assert said.startswith("Export: “twelve”")
    assert said.endswith("The documents still have 96.1 there.")
    assert window.view.verdicts.summary() != before
    assert len(window.view.verdicts.at(path)) == 1


def test_it_is_gone_with_the_text(window: Window) -> None:
    path = next(f"figures[{each.id}].amount" for each in window.session.dossier.figures if each.measure == "export")
    window.view.run_checks()
    before = window.view.verdicts.findings
    type_into(window, path, "about twelve")
    assert messages(window)
    type_into(window, path, "96.1")
    assert not messages(window)
    window.view.run_checks()
    assert window.view.verdicts.findings == before


def test_another_dossier_has_none_of_it(window: Window) -> None:
    path = next(f"figures[{each.id}].amount" for each in window.session.dossier.figures if each.measure == "export")
    type_into(window, path, "about twelve")
    window.work.open_as_new(SAMPLE)
    QApplication.processEvents()
    assert not messages(window)


def test_it_is_not_said_twice_in_the_table_and_cannot_be_put_aside(window: Window) -> None:
    path = next(f"figures[{each.id}].amount" for each in window.session.dossier.figures if each.measure == "export")
    type_into(window, path, "about twelve")
    window.view.run_checks()
    grid = window.view.form._grids[0]
    lines = [line.text for row in grid._view.grid_model.lines for line in row]
    assert sum("about twelve" in line for line in lines) <= 1
    assert not any("The documents still have" in line for line in lines)
