"""The list of formats."""

from __future__ import annotations

import pytest
from tests.export.sample_document import DOCUMENT, LETTERHEAD, NOW

from briefing.export.formats import FORMATS, Format

STARTS = {"docx": b"PK\x03\x04", "markdown": b"Republic of Ostmark", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_each_format_writes_its_kind_of_file(each: Format) -> None:
    assert each.write(DOCUMENT, LETTERHEAD, NOW).startswith(STARTS[each.name])


def test_names_and_suffixes_are_told_apart() -> None:
    assert len({each.name for each in FORMATS}) == len({each.suffix for each in FORMATS}) == len(FORMATS)
    assert all(each.suffix.startswith(".") for each in FORMATS)
