"""The rail and the header, as a person uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.desktop.header import Header
from briefing.desktop.look import Look, Scheme
from briefing.desktop.parts.button import Button
from briefing.desktop.parts.signs import Sign
from briefing.desktop.rail import Rail, RailItem
from briefing.desktop.tokens import LIGHT, Height, Width

SECTIONS = [
    RailItem("meeting", "Meeting", "Before the meeting", Sign.GAP, 1, started=True),
    RailItem("people", "People", None, Sign.TICK, started=True),
    RailItem("record", "Record", "After the meeting"),
]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    Look(qapp, Scheme.LIGHT)
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    made.resize(1440, 400)
    qtbot.addWidget(made)
    return made


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def rail(window: QWidget) -> Rail:
    made = Rail()
    made.set_sections(SECTIONS)
    made.select("meeting")
    put(window, made)
    return made


def focused() -> QWidget:
    """What the keyboard now goes to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def header(window: QWidget) -> Header:
    made = Header()
    made.set_name("Sweden, political consultations")
    made.set_types([("note", "Briefing note"), ("release", "Press release")], "note")
    made.set_languages([("en", "English"), ("ru", "Русский")], "en")
    made.set_checks("2 checks", Sign.WRONG)
    put(window, made)
    return made


def shown(parent: QWidget, words: str) -> Button | None:
    return next((b for b in parent.findChildren(Button) if b.text() == words and b.isVisible()), None)


def click(parent: QWidget, words: str) -> None:
    found = shown(parent, words)
    assert found is not None, words
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def outline(rail: Rail) -> QListWidget:
    found = rail.findChild(QListWidget)
    assert found is not None
    return found


def test_arrows_pass_over_captions(window: QWidget) -> None:
    made = rail(window)
    told: list[str] = []
    made.selected.connect(told.append)
    made.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
    assert told == ["people", "record", "people"]
    assert made.current() == "people"


def test_enter_goes_into_the_form(window: QWidget, qtbot: QtBot) -> None:
    made = rail(window)
    made.setFocus()
    with qtbot.waitSignal(made.entered) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["meeting"]


def test_a_click_selects_and_a_caption_does_not(window: QWidget) -> None:
    made = rail(window)
    told: list[str] = []
    made.selected.connect(told.append)
    view = outline(made)
    for row in (3, 4):  # the caption "After the meeting", then Record
        place = view.visualItemRect(view.item(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["record"]


def test_new_values_keep_the_selection_and_are_spoken(window: QWidget) -> None:
    made = rail(window)
    told: list[str] = []
    made.selected.connect(told.append)
    made.set_sections([RailItem("meeting", "Meeting", "Before the meeting", Sign.WRONG, 2, True), *SECTIONS[1:]])
    assert told == []
    assert made.current() == "meeting"
    said = outline(made).item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Meeting, 2 cannot be true"
    made.set_sections(SECTIONS[1:])
    assert made.current() in ("", "people")


def test_rows_and_width_are_as_specified(window: QWidget) -> None:
    made = rail(window)
    view = outline(made)
    assert made.width() == Width.RAIL
    assert view.visualItemRect(view.item(1)).height() == Height.RAIL_ROW
    made.set_width(Width.RAIL_NARROW)
    QApplication.processEvents()
    assert made.width() == Width.RAIL_NARROW
    assert made.grab().toImage().pixelColor(2, 2).name().upper() == LIGHT.chrome


def test_types_and_languages_are_chosen_from_menus(window: QWidget, qtbot: QtBot) -> None:
    made = header(window)
    with qtbot.waitSignal(made.type_chosen) as told:
        click(made, "Briefing note")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.isChecked() for action in menu.actions()] == [True, False]
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert told.args == ["release"]
    assert shown(made, "Press release") is not None


def test_type_and_language_fold_into_one_before_anything_wraps(window: QWidget) -> None:
    made = header(window)
    assert shown(made, "English") is not None
    window.resize(Width.RAIL + Width.FORM + 420, 400)
    QApplication.processEvents()
    assert shown(made, "English") is None
    assert shown(made, "Briefing note") is not None
    assert made.height() == Height.HEADER


def test_buttons_tell(window: QWidget, qtbot: QtBot) -> None:
    made = header(window)
    made.set_back("Library")
    made.set_undo(True, False)
    QApplication.processEvents()
    for words, signal in (("Library", made.back), ("2 checks", made.checks_asked), ("Save as Word", made.saved)):
        with qtbot.waitSignal(signal):
            click(made, words)
    by_name = {button.accessibleName(): button for button in made.findChildren(Button)}
    assert not by_name["Redo"].isEnabled()
    for name, signal in (("Undo", made.undone), ("More ways to save", made.ways_asked)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(by_name[name], Qt.MouseButton.LeftButton)


def test_nothing_to_check_shows_no_button(window: QWidget) -> None:
    made = header(window)
    made.set_checks("", Sign.NONE)
    assert shown(made, "2 checks") is None


def test_what_belongs_to_the_page_stands_over_the_page(window: QWidget) -> None:
    made = header(window)
    made.set_panes(Width.RAIL_NARROW, Width.FORM_NARROW)
    QApplication.processEvents()
    kind = shown(made, "Briefing note")
    name = next(label for label in made.findChildren(QLabel) if label.text().startswith("Sweden"))
    assert kind is not None
    assert kind.mapTo(made, kind.rect().topLeft()).x() >= Width.RAIL_NARROW + Width.FORM_NARROW
    assert name.mapTo(made, name.rect().topLeft()).x() == Width.RAIL_NARROW + 32
