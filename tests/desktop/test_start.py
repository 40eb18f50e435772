"""A start loads no more than it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.windows import SAMPLE, settings_in

from briefing.app import SIZE, make_window

WINDOW = "import briefing.app, linecache, sys; "
DOSSIER = "import briefing.app, briefing.desktop.workplace, linecache, sys; "


def run(code: str) -> list[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True, timeout=60
    )
    return done.stdout.split()


def test_no_source_of_a_module_is_read_and_kept() -> None:
    kept = run(DOSSIER + "print(*(file for file in linecache.cache if 'workplace' in file or 'jinja2' in file), 'end')")
    assert kept == ["end"]


@pytest.mark.parametrize(
    ("opened", "absent"),
    [
        (WINDOW, ("jinja2", "markdown_it", "lxml", "briefing.compose.composer", "briefing.dossier.model")),
        (DOSSIER, ("docx", "babel", "html.parser", "briefing.export.formats", "briefing.checks.all")),
        (DOSSIER, ("jinja2", "markdown_it", "lxml", "_hashlib", "briefing.compose.template_reader")),
        (DOSSIER, ("briefing.desktop.form.controls", "briefing.desktop.form.grid", "briefing.desktop.save_ways")),
        (DOSSIER, ("briefing.desktop.printing", "PySide6.QtPrintSupport", "pypdf")),
    ],
)
def test_what_is_not_shown_yet_is_not_loaded(opened: str, absent: tuple[str, ...]) -> None:
    loaded = run(opened + "print(*sys.modules)")
    assert "briefing.desktop.window" in loaded
    assert not set(absent) & set(loaded)


def test_a_first_start_fits_the_screen(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = make_window(qapp, settings_in(tmp_path), SAMPLE, tmp_path / "own")
    qtbot.addWidget(window)
    room = qapp.primaryScreen().availableSize()
    assert room.width() < SIZE[0], "the screen of the tests is small"
    assert window.isMaximized()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
