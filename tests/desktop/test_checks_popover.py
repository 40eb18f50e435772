"""The checks, listed: each leads to its field, is mended in one click, or is put aside with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import open_on_sample

from briefing.desktop.checks_popover import ChecksPopover
from briefing.desktop.parts.button import Button
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.window import Window
from briefing.dossier.edits import set_value, value_at


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_on_sample(qtbot, qapp, tmp_path)
    made.session.edit(lambda d: set_value(d, "figures[f3].amount.value", "352.9"), "Break a sum")
    made.view.run_checks()
    return made


def listed(window: Window) -> ChecksPopover:
    window.work.check_ways.open()
    QApplication.processEvents()
    return next(each for each in window.findChildren(ChecksPopover) if each.isVisible())


def link(popover: ChecksPopover, words: str) -> Button:
    return next(each for each in popover.findChildren(Button) if each.text() == words and each.isVisible())


def sentences(popover: ChecksPopover) -> list[str]:
    return [each.text() for each in popover.findChildren(Text)]


def reasons(window: Window) -> list[str]:
    return [each.reason for each in window.session.dossier.dismissed]


def test_a_mend_of_the_list_is_one_edit(window: Window) -> None:
    QTest.mouseClick(link(listed(window), "Use 325.9"), Qt.MouseButton.LeftButton)
    assert value_at(window.session.dossier, "figures[f3].amount.value") == "325.9"
    window.view.undo()
    assert value_at(window.session.dossier, "figures[f3].amount.value") == "352.9"


def test_a_finding_is_put_aside_with_a_reason_by_keyboard_and_brought_back(window: Window) -> None:
    before = window.view.verdicts.summary()
    popover = listed(window)
    links = list(popover.findChildren(Button))
    aside = next(each for each in links if each.text() == "Dismiss…" and "352.9" in each.accessibleName())
    aside.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(aside, Qt.Key.Key_Space)
    reason = QApplication.focusWidget()
    assert isinstance(reason, LineEdit)
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert reasons(window) == [], "nothing is put aside without one"
    QTest.keyClicks(reason, "Services are in the total")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert reasons(window) == ["Services are in the total"]
    assert window.view.verdicts.summary() != before
    again = listed(window)
    assert "Put aside" in sentences(again)
    QTest.mouseClick(link(again, "Bring back"), Qt.MouseButton.LeftButton)
    assert reasons(window) == []
    assert window.view.verdicts.summary() == before


def test_esc_leaves_the_reason_and_not_the_list(window: Window) -> None:
    popover = listed(window)
    QTest.mouseClick(link(popover, "Dismiss…"), Qt.MouseButton.LeftButton)
    reason = next(each for each in popover.findChildren(LineEdit) if each.isVisible())
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert popover.isVisible()
    assert not reason.isVisible()
