"""Our house: filled once, kept as it is typed, and what every new dossier begins with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from tests.desktop.windows import answering, button, click, focused, open_window, type_text

from briefing.desktop.form.bound import path_of
from briefing.desktop.window import Window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_window(qtbot, qapp, tmp_path)


def go_to(path: str) -> None:
    for _ in range(30):
        if path_of(QApplication.focusWidget()) == path:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {path}")


def fill(window: Window) -> None:
    click(window.start, "Our house")
    assert path_of(focused()) == "house.country"
    type_text("Kazakhstan")
    go_to("house.ministry")
    QTest.keyClicks(focused(), "Ministry of Foreign Affairs")
    go_to("house.markings")
    QTest.keyClicks(focused(), "For official use")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Restricted")


def kept(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "own" / "house.json").read_text("utf-8"))
    return found


def test_our_house_is_kept_as_it_is_typed(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    fill(window)
    qtbot.waitUntil(lambda: (tmp_path / "own" / "house.json").exists(), timeout=2000)
    assert kept(tmp_path)["country"] == "KZ"
    assert kept(tmp_path)["ministry"] == "Ministry of Foreign Affairs"


def test_escape_goes_back_and_the_ring_is_gone(window: Window) -> None:
    assert "gap" in button(window.start, "Our house").accessibleName()
    fill(window)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.start.isVisible()
    assert "gap" not in button(window.start, "Our house").accessibleName()


def test_a_new_dossier_begins_with_our_house(window: Window) -> None:
    fill(window)
    click(window, "Back")
    click(window.start, "New dossier")
    dossier = window.session.dossier
    assert dossier.house.ministry == "Ministry of Foreign Affairs"
    assert [(side.country, side.ours) for side in dossier.sides] == [("KZ", True), ("", False)]
    assert dossier.trade.reporter == "KZ"
    assert dossier.handling.marking == "For official use"
    assert window.session.is_saved


def test_the_marking_is_one_of_those_in_use_or_any_other(window: Window) -> None:
    fill(window)
    click(window, "Back")
    click(window.start, "New dossier")
    window.view.focus_path("handling.marking")
    box = focused()
    while not isinstance(box, QComboBox):
        parent = box.parentWidget()
        assert parent is not None
        box = parent
    assert [box.itemText(at) for at in range(box.count())] == ["For official use", "Restricted"]
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("Eyes only")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert window.session.dossier.handling.marking == "Eyes only"


def test_a_change_in_our_house_leaves_the_open_dossier_alone(window: Window) -> None:
    window.open_sample()
    before = window.session.dossier
    window.open_house()
    type_text("Norway")
    click(window, "Back")
    assert window.view.isVisible()
    assert window.session.dossier is before


def test_a_house_that_cannot_be_read_is_kept_beside(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "own" / "house.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text('{"country": 7}', "utf-8")
    with answering("OK") as asked:
        window.open_house()
    assert asked[0].startswith("house.json: house.country: text was expected")
    assert file.read_text("utf-8") == '{"country": 7}'
    go_to("house.city")
    QTest.keyClicks(focused(), "Velm")
    click(window, "Back")
    assert kept(tmp_path) == {"city": "Velm"}
    assert (tmp_path / "own" / "house.unreadable.json").read_text("utf-8") == '{"country": 7}'
