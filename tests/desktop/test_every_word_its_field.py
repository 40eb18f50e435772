"""Every letter on the page that came from a field leads back to it, and every field that is used marks its places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import open_on_sample

from briefing import places
from briefing.compose.document import Span
from briefing.desktop.form.bound import path_of
from briefing.desktop.tokens import PAPER
from briefing.desktop.window import Window
from briefing.dossier.paths import covers
from briefing.page.faces import UNITS, x_of
from briefing.page.pages import Pages

pytestmark = pytest.mark.layout

SAMPLES = sorted(path.name for path in places.samples().glob("*.json"))
PACKS = ("briefing-note", "press-release")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_on_sample(qtbot, qapp, tmp_path)


def show(window: Window, sample: str, pack: str) -> Pages:
    window.work.open_as_new(places.samples() / sample)
    window.view.choose_type(pack)
    QApplication.processEvents()
    return window.view.preview.pages


def letters(pages: Pages) -> Iterator[tuple[int, QPointF, Span, int]]:
    """Each letter that came from a field: its page, its middle in points, its span and its place in that."""
    for number, page in enumerate(pages):
        for placed in page.texts:
            for line in placed.lines:
                for stretch in placed.text.stretches:
                    for at in range(max(line.start, stretch.start), min(line.end, stretch.end)):
                        if stretch.span.paths and not stretch.span.text[at - stretch.start].isspace():
                            x = placed.x + (x_of(line.shape, at) + x_of(line.shape, at + 1)) / 2 / UNITS
                            y = placed.y + line.top + line.height / 2
                            yield number, QPointF(x, y), stretch.span, at - stretch.start


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_letter_from_a_field_leads_back_to_it(window: Window, sample: str, pack: str) -> None:
    pages = show(window, sample, pack)
    seen = set()
    count = 0
    for number, spot, span, at in letters(pages):
        hit = pages.span_at(number, spot.x(), spot.y())
        assert hit is not None, span
        assert hit.paths == span.paths
        assert hit.offset in (at, at + 1)
        for path in span.paths:
            if path not in seen:
                seen.add(path)
                assert any(page == number and rect.contains(spot) for page, rect in pages.places(path)), path
        count += 1
    assert count > 300
    assert pages.used_paths == seen


def is_lit(image: QImage, area: QRect) -> bool:
    """Whether the ground of lit words shows in an area."""
    lit = QColor(PAPER.lit).rgb()
    area = area.intersected(image.rect())
    spots = ((x, y) for x in range(area.left(), area.right()) for y in (area.top() + 2, area.center().y()))
    return any(image.pixel(x, y) == lit for x, y in spots)


def leads_to(told: list[str], path: str) -> bool:
    """Whether the focus came to rest in the field of a path; a cell of a grid is no field, and is told by its grid."""
    own = path_of(QApplication.focusWidget())
    at = own or (told[-1] if told and not path.endswith((".reporter", ".partner")) else "")
    return bool(at) and (covers(at, path) or covers(path, at))


@pytest.mark.parametrize("pack", PACKS)
def test_a_click_on_each_field_that_is_used_puts_the_focus_into_it_and_lights_its_words(
    window: Window, pack: str
) -> None:
    pages = show(window, "stockholm-2023.json", pack)
    view, told = window.view.page_view, list[str]()
    window.view.form.path_focused.connect(told.append)
    astray = []
    for path in sorted(pages.used_paths):
        number, rect = next((number, rect) for number, rect in pages.places(path))
        view.show_room(number, rect.adjusted(0.0, -20.0, 0.0, 20.0))
        spot = view.viewport_rect(number, rect).center()
        hit = pages.span_at(number, rect.center().x(), rect.center().y())
        assert hit is not None
        told.clear()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())
        QTest.qWait(1)  # details of a figure open with the next turn
        first = hit.paths[0]
        if not leads_to(told, first):
            astray.append((path, hit.paths, told[:], window.view.form.key))
            continue
        if not is_lit(view.viewport().grab().toImage(), view.viewport_rect(number, rect).toAlignedRect()):
            astray.append((path, hit.paths, ["not lit"], window.view.form.key))
    assert not astray, "\n".join(map(str, astray))
