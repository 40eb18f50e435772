"""What tests of composing share."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.small_packs import composer
from tests.compose.worded import BODY

from briefing.compose.composer import Composer


@pytest.fixture
def small(tmp_path: Path) -> Composer:
    """Composes the small document of every kind of block."""
    return composer(tmp_path, BODY)
