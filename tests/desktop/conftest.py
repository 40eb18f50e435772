"""What the tests of the desktop share: no test pays for the windows of those before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style of the program, on every platform."""
    return ["briefing", "-style", "Fusion"]


@pytest.fixture(autouse=True)
def _windows_before_are_gone(qapp: QCoreApplication) -> None:
    """Delete what earlier tests have closed: each new window has the style sheet read anew by all widgets there are."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
