"""The list of formats."""

from __future__ import annotations

import pytest
from tests.export.sample_document import DOCUMENT, LETTERHEAD, NOW

from briefing.export.formats import FORMATS, Format

STARTS = {
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.4",
    "markdown": b"Republic of Ostmark",
    "html": b"<!DOCTYPE html>",
    "png": b"\x89PNG",
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_each_format_writes_its_kind_of_file(each: Format) -> None:
    files = each.write(DOCUMENT, LETTERHEAD, NOW)
    assert len(files) == (2 if each.by_page else 1)
    assert all(data.startswith(STARTS[each.name]) for data in files)


def test_pages_are_numbered_so_that_they_sort() -> None:
    by_page, whole = (next(each for each in FORMATS if each.by_page is kind) for kind in (True, False))
    assert whole.file_names("note", 1) == (f"note{whole.suffix}",)
    assert by_page.file_names("note", 1) == (f"note-1{by_page.suffix}",)
    assert by_page.file_names("note", 12)[8:10] == (f"note-09{by_page.suffix}", f"note-10{by_page.suffix}")


def test_names_and_suffixes_are_told_apart() -> None:
    assert len({each.name for each in FORMATS}) == len({each.suffix for each in FORMATS}) == len(FORMATS)
    assert all(each.suffix.startswith(".") for each in FORMATS)
