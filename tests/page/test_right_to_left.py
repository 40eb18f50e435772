"""Text that reads from the right: where its lines begin, its marks stand, and that a click and a PDF read it."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtGui import QGuiApplication
from tests.page.page_samples import body, lay, make_document, make_letterhead, texts

from briefing.compose.direction import has_right, reads_from_right, stretches
from briefing.compose.document import Span
from briefing.export.pdf.writer import write
from briefing.letterhead.model import Letterhead
from briefing.page.faces import UNITS, x_of

pytestmark = pytest.mark.layout

SAID = "שלום לכולם, 22 בנובמבר 2023: סחר של 325.9 מיליון."


@pytest.fixture
def letterhead(qapp: QGuiApplication) -> Letterhead:
    return make_letterhead()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Peace", False),
        (SAID, True),
        ("22 שלום", True),
        ("Sweden שלום", False),
        ("325.9", False),
        ("«سلام»", True),
        ("", False),
    ],
)
def test_the_first_letter_says_how_a_paragraph_reads(text: str, right: bool) -> None:
    assert reads_from_right(text) is right


def test_stretches_are_the_text_and_tell_which_read_from_the_right() -> None:
    parts = list(stretches("With ישראל, תל אביב and Sweden."))
    assert parts == [("With ", False), ("ישראל, תל אביב", True), (" and Sweden.", False)]
    assert "".join(part for part, _ in stretches(SAID)) == SAID
    assert not has_right("Schweden")


def test_lines_begin_at_the_right_edge(letterhead: Letterhead) -> None:
    right = letterhead.page.width - letterhead.page.right
    placed = texts(lay(letterhead, body("a", SAID * 3)))[0]
    for line in placed.lines:
        assert placed.x + line.shape.naturalTextRect().right() / UNITS == pytest.approx(right, abs=4)
    first = placed.lines[0].shape
    assert x_of(first, 0) > x_of(first, 3), "the second letter stands left of the first"


def test_the_mark_of_an_item_stands_at_the_right_and_its_stop_before_it(letterhead: Letterhead) -> None:
    mark, words = texts(lay(letterhead, body("a", SAID, role="number")))[:2]
    assert mark.text.layout.text() == ".1"
    right = letterhead.page.width - letterhead.page.right
    assert mark.x + mark.text.width <= right + 0.1
    assert mark.x > words.x + words.lines[0].shape.naturalTextRect().right() / UNITS - 0.1


def test_a_click_on_the_first_letter_is_one(letterhead: Letterhead) -> None:
    span = Span(SAID, ("meeting.venue",))
    pages = lay(letterhead, body("a", span))
    rect = pages.places("meeting.venue")[0][1]
    hit = pages.span_at(0, rect.right() - 1, rect.center().y())
    assert hit is not None
    assert (hit.span, hit.offset) == (span, 0)


@pytest.mark.skipif(which("pdftotext") is None, reason="needs poppler")
def test_a_pdf_is_read_in_order(templates: Path, tmp_path: Path) -> None:
    data = write(make_document(body("a", SAID)), (templates / "briefing-note" / "letterhead.docx").read_bytes(),
                 now=datetime(2026, 1, 1, tzinfo=UTC))  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(data)
    said = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True).stdout.decode()
    assert "שלום לכולם" in said
    assert "בנובמבר" in said
