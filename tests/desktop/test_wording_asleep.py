"""Paragraphs in a person's words whose place in the document is gone: told under the page, read, kept or removed."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from tests.desktop.wording_desk import CONTROL, Desk, desk

from briefing.desktop.wording.asleep import Asleep
from briefing.dossier.edits import remove_row

pytestmark = pytest.mark.layout
__all__ = ["desk"]

SPOKEN = "outlined the main priorities"
GONE = ((SPOKEN, "topics[t3].statements[x5]"), ("Sweden regards", "topics[t1].statements[x3]"))


@pytest.fixture
def asleep(desk: Desk) -> Desk:
    """Two paragraphs in the person's words, of statements that were removed since."""
    for said, statement in GONE:
        editor = desk.open(said)
        QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
        QTest.keyClicks(editor, "Mine: ")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert desk.find("Mine: ")
        desk.window.session.edit(partial(remove_row, path=statement), "Remove public words")
    assert not any("Mine: " in text for text in desk.texts)
    return desk


def said_under_the_page(desk: Desk) -> list[str]:
    """What the page bar offers to press, apart from the page number, which is always there."""
    pressable = [each for each in desk.view.page_bar.findChildren(QAbstractButton) if each.isVisible()]
    return [each.text() for each in pressable if each.text() and not each.text().startswith("Page ")]


def press_key(desk: Desk, key: Qt.Key) -> None:
    focused = desk.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_paragraphs_without_a_place_are_told_under_the_page(asleep: Desk) -> None:
    assert said_under_the_page(asleep) == ["2 paragraphs of yours are not on the page now"]
    asleep.press("2 paragraphs of yours are not on the page now")
    popover = asleep.window.findChild(Asleep)
    assert popover is not None
    shown = [label.text() for label in popover.findChildren(QLabel)]
    assert any("Mine: " in text and SPOKEN in text for text in shown)
    press_key(asleep, Qt.Key.Key_Escape)
    assert len(said_under_the_page(asleep)) == 1, "who closes it keeps them"
    asleep.undo()
    assert said_under_the_page(asleep) == ["A paragraph of yours is not on the page now"]
    assert asleep.find("Mine: ")


def test_paragraphs_without_a_place_are_removed_by_keys(asleep: Desk) -> None:
    kept = asleep.window.session.dossier.wording
    asleep.press("2 paragraphs of yours are not on the page now")
    press_key(asleep, Qt.Key.Key_Return)
    assert said_under_the_page(asleep) == ["A paragraph of yours is not on the page now"]
    press_key(asleep, Qt.Key.Key_Return)
    assert said_under_the_page(asleep) == []
    assert asleep.window.session.dossier.wording == "{}"
    asleep.undo()
    asleep.undo()
    assert asleep.window.session.dossier.wording == kept


def test_what_was_left_out_and_is_not_there_is_not_spoken_of(desk: Desk) -> None:
    desk.choose(SPOKEN)
    QTest.keyClick(desk.page, Qt.Key.Key_Delete)
    desk.window.session.edit(lambda d: remove_row(d, "topics[t3].statements[x5]"), "Remove public words")
    assert said_under_the_page(desk) == []
