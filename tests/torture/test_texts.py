"""Thousands of texts through every field: what the suite tries sixty times."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.test_text_safety import FIELDS, came_out


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packs") / "all"


@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_text_comes_out_of_every_field(folder: Path, data: st.DataObject) -> None:
    text = st.text(st.characters(codec=None), max_size=60)
    came_out(folder, {pattern: data.draw(text, pattern) for pattern in FIELDS})
