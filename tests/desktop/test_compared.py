"""LibreOffice's pages beside ours, with a LibreOffice of the test's own; and with the real one where there is one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import SAMPLE, click, open_window, press, type_text

from briefing.desktop.compared import OURS, THEIRS, Compared, laid_over
from briefing.desktop.office import Office, find_office
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.signs import SignMark
from briefing.desktop.print_preview import SheetsView
from briefing.desktop.window import Window

pytestmark = [
    pytest.mark.layout,
    pytest.mark.skipif(sys.platform == "win32", reason="the programs of the test are scripts"),
]
COMMAND = "Compare with LibreOffice…"
#: Puts a PDF beside the document that it is given last, as `--outdir` says.
_LAYS_OUT = 'for each in "$@"; do last=$each; done; cp "$last" "${last%.docx}.pdf"'


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    made = open_window(qtbot, qapp, tmp_path)
    made.open_sample()
    QApplication.processEvents()
    return made


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is searched first; nothing else of the machine's is found but what scripts need."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("cp", "sleep", "sh"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def compare(window: Window) -> None:
    action = next(each for each in window.menus.of_dossier if each.text().replace("&", "") == COMMAND)
    action.trigger()


def a_page(tmp_path: Path, size: tuple[int, int]) -> Path:
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    path = tmp_path / "picture.png"
    assert picture.save(str(path))
    return path


def a_painter(tmp_path: Path, size: tuple[int, int] = (1191, 1684)) -> str:
    """A pdftoppm that makes one white page of this size, in pixels."""
    return f'for each in "$@"; do last=$each; done; cp {a_page(tmp_path, size)} "$last-1.png"'


def dialog_of(window: Window) -> Compared | None:
    return next((each for each in window.findChildren(Compared) if each.isVisible()), None)


def test_both_are_shown_and_the_document_is_the_one_in_view(
    window: Window, programs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    given = tmp_path / "given.docx"
    put(programs, "soffice", f'{_LAYS_OUT}; cp "$last" {given}')
    put(programs, "pdftoppm", a_painter(tmp_path))
    window.session.set_value("meeting.city", "Ulaanbaatar", "City")
    compare(window)
    qtbot.waitUntil(lambda: dialog_of(window) is not None)
    dialog = dialog_of(window)
    assert dialog is not None
    assert "Ulaanbaatar" in "".join(paragraph.text for paragraph in docx.Document(str(given)).paragraphs)
    assert "2 pages, LibreOffice 1" in said(dialog)
    dialog.accept()


def said(dialog: Compared) -> str:
    return " ".join(each.text() for each in dialog.findChildren(Text) if each.isVisibleTo(dialog))


def test_another_paper_is_seen_and_told(window: Window, programs: Path, tmp_path: Path, qtbot: QtBot) -> None:
    put(programs, "soffice", _LAYS_OUT)
    put(programs, "pdftoppm", a_painter(tmp_path, (1224, 1584)))
    compare(window)
    qtbot.waitUntil(lambda: dialog_of(window) is not None)
    dialog = dialog_of(window)
    assert dialog is not None
    assert "LibreOffice prints on 216 × 279 mm, Briefing on 210 × 297 mm." in said(dialog)
    dialog.accept()


def test_over_one_another_the_pages_are_drawn_one_by_one(
    window: Window, programs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    put(programs, "soffice", _LAYS_OUT)
    put(programs, "pdftoppm", a_painter(tmp_path))
    compare(window)
    qtbot.waitUntil(lambda: dialog_of(window) is not None)
    dialog = dialog_of(window)
    assert dialog is not None
    sheets = dialog.findChildren(SheetsView)[0]
    click(dialog, "Over one another")
    assert [bool(page.body.pictures) for page in sheets.pages] == [False, False]
    qtbot.waitUntil(lambda: all(page.body.pictures for page in sheets.pages))
    click(dialog, "Side by side")
    assert sheets.pages is window.view.preview.pages
    dialog.accept()


def test_while_it_works_it_says_so_and_can_be_stopped(window: Window, programs: Path, qtbot: QtBot) -> None:
    put(programs, "soffice", f"sleep 30 & echo $! > {programs}/child; wait")
    compare(window)
    toast = window.view.toast
    assert toast.accessibleName().startswith("LibreOffice is laying")
    assert not any(each.isVisible() for each in toast.findChildren(SignMark))
    qtbot.waitUntil(lambda: (programs / "child").is_file() and (programs / "child").read_text() != "")
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not any(each.isActive() for each in toast.findChildren(QTimer))
    click(toast, "Stop")
    assert not toast.isVisible()
    child = int((programs / "child").read_text())
    qtbot.waitUntil(lambda: _ended(child))


def _ended(process: int) -> bool:
    """Whether a process is no more, or only its name is left for who started it."""
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"


def test_it_is_given_up_with_its_dossier(window: Window, programs: Path, qtbot: QtBot) -> None:
    put(programs, "soffice", "sleep 30")
    compare(window)
    assert window.view.toast.isVisible()
    window.work.open_as_new(SAMPLE)
    assert not window.view.toast.isVisible()


def test_nothing_is_left_of_it(programs: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    put(programs, "soffice", f'{_LAYS_OUT}; echo "$last" > {tmp_path}/where')
    put(programs, "pdftoppm", a_painter(tmp_path))
    office = Office()
    with qtbot.waitSignal(office.laid_out):
        office.lay_out(b"docx")
    assert not Path((tmp_path / "where").read_text().strip()).parent.exists()


def test_it_is_found_by_typing(window: Window, programs: Path) -> None:
    press("Ctrl+K")
    type_text("libreoffice")
    press("Return")
    assert window.view.toast.accessibleName() == "LibreOffice is not installed here."


def test_without_libreoffice_one_line_says_so(window: Window, programs: Path) -> None:
    compare(window)
    assert window.view.toast.accessibleName() == "LibreOffice is not installed here."


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_failure_is_told(window: Window, programs: Path, qtbot: QtBot, script: str) -> None:
    put(programs, "soffice", script)
    compare(window)
    qtbot.waitUntil(lambda: "could not lay the document out" in window.view.toast.accessibleName())


def test_it_is_stopped_when_it_takes_too_long(programs: Path, qtbot: QtBot, qapp: QApplication) -> None:
    put(programs, "soffice", "sleep 30")
    office = Office(patience=50)
    with qtbot.waitSignal(office.failed) as told:
        office.lay_out(b"docx")
    assert told.args is not None
    assert "took too long" in told.args[0]
    assert not office.is_busy


def test_it_can_be_given_up(programs: Path, qtbot: QtBot, qapp: QApplication) -> None:
    put(programs, "soffice", "sleep 30")
    office = Office()
    office.lay_out(b"docx")
    assert office.is_busy
    office.stop()
    assert not office.is_busy


def test_without_poppler_the_pdf_is_opened_elsewhere(programs: Path, qtbot: QtBot, qapp: QApplication) -> None:
    put(programs, "soffice", _LAYS_OUT)
    office = Office()
    with qtbot.waitSignal(office.without_pictures) as told:
        office.lay_out(b"docx")
    assert told.args is not None
    assert Path(told.args[0]).read_bytes() == b"docx"


def test_ink_that_only_one_has_is_in_its_colour() -> None:
    ours, theirs = (QImage(3, 1, QImage.Format.Format_RGB32) for _ in range(2))
    for picture, at in ((ours, 0), (theirs, 1)):
        picture.fill(QColor("white"))
        picture.setPixelColor(at, 0, QColor("black"))
        picture.setPixelColor(2, 0, QColor("black"))
    over = laid_over(ours, theirs)
    assert over.pixelColor(0, 0) == QColor(OURS)
    assert over.pixelColor(1, 0) == QColor(THEIRS)
    assert over.pixelColor(2, 0).lightness() < 60


@pytest.mark.skipif(not (find_office() and shutil.which("pdftoppm")), reason="LibreOffice is not installed")
def test_the_real_one_makes_as_many_pages(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", os.environ.get("HOME") or str(tmp_path))
    compare(window)
    qtbot.waitUntil(lambda: dialog_of(window) is not None, timeout=60_000)
    dialog = dialog_of(window)
    assert dialog is not None
    assert len(dialog.pictures) == len(window.view.preview.pages)
    dialog.accept()
