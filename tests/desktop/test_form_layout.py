"""How the fields of the form stand: beside each other, with their hints and findings, whatever has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.windows import button, focused, open_window, type_text

from briefing.desktop.parts.field import Field
from briefing.desktop.window import Window
from briefing.dossier.edits import insert_row
from briefing.dossier.model import Entry


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_window(qtbot, qapp, tmp_path)


@pytest.fixture
def opened(window: Window) -> Window:
    window.open_sample()
    QApplication.processEvents()
    window.view.focus_path("meeting.city")
    return window


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_remove_side_stands_in_the_middle_of_its_box(opened: Window, size: tuple[int, int]) -> None:
    opened.resize(*size)
    opened.view.focus_path("sides[s2].country")
    box, remove = focused(), button(opened.view.form, "Remove side")
    assert abs(middle(box) - middle(remove)) <= 1
    assert remove.mapToGlobal(remove.rect().topLeft()).x() > box.mapToGlobal(box.rect().topRight()).x()


def middle(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().center()).y()


@pytest.mark.parametrize(("path", "hint", "lines"), [
    ("sides[s2].people[p3].honorific", "Before the name at its first mention.", 1),
    ("programme.entries[e1].start_time", "Left empty, the entry follows the one before it.", 2),
])  # fmt: skip
def test_the_hint_of_a_narrow_field_goes_on_under_the_next(opened: Window, path: str, hint: str, lines: int) -> None:
    opened.resize(1366, 768)
    opened.session.edit(lambda d: insert_row(d, "programme.entries", Entry("e1")), "entry")
    opened.view.focus_path(path)
    QTest.qWait(50)
    label = next(each for each in opened.view.form.findChildren(QLabel) if each.text() == hint and each.isVisible())
    assert label.height() < (lines + 1) * label.fontMetrics().lineSpacing()
    box = focused()
    below = label.mapToGlobal(label.rect().topLeft()) - box.mapToGlobal(box.rect().bottomLeft())
    assert below.x() == 0
    assert 0 < below.y() < 12
    assert box.accessibleDescription() == hint


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_the_focus_moves_no_neighbour(opened: Window, size: tuple[int, int]) -> None:
    opened.resize(*size)
    for pair in (("we_said", "they_said"), ("they_may_say", "our_answer")):
        widths = []
        for name in (*pair, pair[0]):
            opened.view.focus_path(f"topics[t1].{name}")
            QTest.qWait(30)
            widths.append(focused().width())
        assert len(set(widths)) == 1, pair


class Squeezed(QObject):
    """Watches the program, and holds the labels of fields that were painted lower than they need to be."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0
        self.fields: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, Field):
            self.painted += 1
            if watched.height() < watched.minimumSizeHint().height():
                self.fields.append(watched.control().accessibleName())
        return False


@pytest.fixture
def squeezed(qapp: QApplication) -> Iterator[Squeezed]:
    watch = Squeezed()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)
    assert watch.painted


def test_no_field_is_squeezed_when_a_finding_comes(window: Window, squeezed: Squeezed, qtbot: QtBot) -> None:
    gap = "The briefing note prints [Venue]"
    window.open_sample()
    qtbot.waitUntil(lambda: any(each.text().startswith(gap) for each in labels(window)))
    QTest.qWait(100)
    window.view.focus_path("meeting.date")
    type_text("x")
    qtbot.waitUntil(lambda: bool(window.view.verdicts.at("meeting.date")))
    QTest.qWait(100)
    assert squeezed.fields == []


@pytest.mark.parametrize("path", ["topics[t1].we_said", "topics[t1].if_pressed", "sides[s2].people[p3].biography"])
def test_no_field_is_squeezed_when_a_row_opens(opened: Window, squeezed: Squeezed, path: str) -> None:
    opened.resize(1366, 768)
    opened.view.focus_path(path)
    for _ in range(5):
        opened.grab()  # as the screen would, whenever it likes
        QApplication.processEvents()
    assert squeezed.fields == []


def labels(window: Window) -> list[QLabel]:
    return [each for each in window.findChildren(QLabel) if each.isVisible()]
