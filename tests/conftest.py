"""What all tests share: where the samples and templates are, and a screen that needs no display."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "resources" / "samples"


@pytest.fixture(scope="session")
def templates() -> Path:
    return ROOT / "templates"
