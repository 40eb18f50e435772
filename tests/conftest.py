"""What all tests share: where the samples and templates are, and a screen that needs no display."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
#: What programs keep for their next start, those that tests run in processes of their own too.
CACHE = tempfile.TemporaryDirectory(prefix="briefing-tests-")
os.environ["XDG_CACHE_HOME"] = CACHE.name

#: As in the program, Python does not look for cycles by itself (see desktop/sweeping): windows of tests before would go
#: in the middle of what a test does. So many objects are swept between two tests.
gc.disable()
SWEEP_AFTER = 300_000

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> None:
    """The application of windows before any test: drawing alone would make one that no window can live in."""


@pytest.fixture(autouse=True)
def _sweep() -> None:
    if gc.get_count()[0] > SWEEP_AFTER:
        gc.collect()


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "resources" / "samples"


@pytest.fixture(scope="session")
def templates() -> Path:
    return ROOT / "templates"
