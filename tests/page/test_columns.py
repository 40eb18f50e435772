"""Columns of a table: as the template shares them out while words have room, and wide enough where they have not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from tests.page.page_samples import make_document, make_letterhead

from briefing.compose.document import Column, Row, Span, Table
from briefing.letterhead.model import Letterhead
from briefing.page.columns import fitted
from briefing.page.pager import Pager

SHARES = (0.5, 0.15, 0.15, 0.2)


def table(*texts: str) -> Table:
    columns = (Column(SHARES[0]), *(Column(share, "right") for share in SHARES[1:]))
    heads = ("Million US dollars", "Exports", "Total", "Growth")
    rows = [Row(name, tuple((Span(text),) for text in each)) for name, each in (("h", heads), ("r", texts))]
    return Table("t", columns, (rows[0],), (rows[1],))


def on_paper(width: float, size: float = 0.0) -> Letterhead:
    """The letterhead with so wide a text, and letters of a size."""
    made = make_letterhead()
    page = replace(made.page, width=made.page.left + made.page.right + width)
    styles = {
        name: replace(style, face=replace(style.face, size=size)) if size and name.startswith("table") else style
        for name, style in made.styles.items()
    }
    return replace(made, page=page, styles=styles)


def test_while_words_have_room_columns_are_as_the_template_has_them() -> None:
    sample = table("January–September 2023", "47.5", "365.8", "> 40%")
    assert fitted(sample, on_paper(450.0)) == sample.columns


def test_what_lacks_room_takes_it_from_what_has_more_than_it_needs() -> None:
    columns = fitted(table("2023", "47.5", "365.8", "more than 40%"), on_paper(240.0))
    shares = [column.share for column in columns]
    assert shares[0] < SHARES[0]
    assert shares[3] > SHARES[3]
    assert sum(shares) == pytest.approx(1.0)
    assert [column.align for column in columns] == ["left", "right", "right", "right"]


def test_where_there_is_too_little_for_all_the_text_stays_in_its_width() -> None:
    sample = table("Kazakhstan", "1,234,567.8", "2,345,678.9", "+1,000%")
    shares = [column.share for column in fitted(sample, on_paper(120.0))]
    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) > 0.0


@pytest.mark.layout
@pytest.mark.parametrize("size", [9.0, 13.0, 15.0])
def test_no_number_and_no_word_of_a_head_is_broken(qapp: QGuiApplication, size: float) -> None:
    sample = table("January–September 2023", "47.5", "365.8", "> 40%")
    laid = Pager(on_paper(300.0, size)).lay(make_document(sample))[0]
    lines = {placed.text.layout.text(): len(placed.text.lines) for placed in laid.body.texts}
    for word in ("Exports", "Total", "Growth", "47.5", "365.8", "> 40%"):
        assert lines[word] == 1, word
