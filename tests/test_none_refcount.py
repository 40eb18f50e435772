"""Qt for Python must not lose references to None: PySide6 6.12.0 on Python 3.11 does, and the process dies."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 10_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        label.setText("")

    # A call that loses one reference each time would be ten thousand away.
    assert abs(sys.getrefcount(None) - before) < CALLS // 100


@pytest.mark.skipif(sys.version_info < (3, 12), reason="None is counted before Python 3.12")
def test_none_is_immortal() -> None:
    before = sys.getrefcount(None)
    held = [None] * CALLS
    assert len(held) == CALLS
    assert sys.getrefcount(None) == before
