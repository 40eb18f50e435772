"""Footnotes of a template: read, filled with values, numbered through the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.small_packs import composer, dossier

from briefing.compose.document import Document, Paragraph, Span
from briefing.compose.errors import BodyError
from briefing.compose.footnotes import Footnotes, notes_of


def compose(tmp_path: Path, body: str) -> Document:
    return composer(tmp_path, body).compose(dossier(meeting={"city": "Velm", "reason": "**Why** not\n- at all"}))


def notes(document: Document) -> list[tuple[str, str]]:
    found = (note for block in document.blocks for note in notes_of(block))
    return [(number, "".join(span.text for span in said)) for number, said in found]


def test_they_are_numbered_in_the_order_of_their_references(tmp_path: Path) -> None:
    body = "# Title\n\nOne^[First.], two^[Second *of* [them].].\n\n- item^[Third, in {{ meeting.city }}.]"
    document = compose(tmp_path, body)
    assert notes(document) == [("1", "First."), ("2", "Second of [them]."), ("3", "Third, in Velm.")]
    paragraph = document.blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert [(span.text, span.raised) for span in paragraph.spans] == [
        ("One", ""),
        ("1", "super"),
        (", two", ""),
        ("2", "super"),
        (".", ""),
    ]


def test_their_words_have_looks_and_lead_to_fields(tmp_path: Path) -> None:
    body = "One^[*Report* of {{ meeting.city }}, km^2^; {{ meeting.reason }}]"
    (block,) = compose(tmp_path, body).blocks
    ((_, said),) = notes_of(block)
    assert Span("Report", italic=True) in said
    assert Span("Velm", ("meeting.city",)) in said
    assert Span("2", raised="super") in said
    assert Span("Why", ("meeting.reason",), bold=True) in said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Wrapped^[Report of\n{{ meeting.city }}\n  and more] here.", "Report of Velm and more"),
        ("- Wrapped^[Report of\n  the year]\n- item", "Report of the year"),
        ("> Wrapped^[Report of\n> the year] here.", "Report of the year"),
        (r"a\\^[Behind a backslash]", "Behind a backslash"),
        ("km^2^^[Of land]", "Of land"),
    ],
)
def test_their_words_are_those_between_the_brackets(tmp_path: Path, body: str, said: str) -> None:
    assert notes(compose(tmp_path, body)) == [("1", said)]


def test_one_that_a_condition_empties_is_left_out(tmp_path: Path) -> None:
    document = compose(tmp_path, "a^[{% if not meeting.city %}No city{% endif %}] b^[c]")
    assert notes(document) == [("1", "c")]
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.text == "a b1"


def test_a_title_elsewhere_is_without_its_footnote(tmp_path: Path) -> None:
    document = compose(tmp_path, "# Visit^[Of work.]\n\na")
    assert document.properties.title == "Visit"
    assert document.furniture["title"] == (Span("Visit"),)
    assert notes(document) == [("1", "Of work.")]


@pytest.mark.parametrize("body", [r"a \^[b]", "a^[b", "a ^ [b]", "km^2^[b]"])
def test_what_is_no_note_stays_as_it_is(tmp_path: Path, body: str) -> None:
    assert not notes(compose(tmp_path, body))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("One\n\na^[b^[c]]", "none of its own"),
        ("One\n\n- a^[b\n- c]", "ends in the paragraph"),
        ('One\n\n![Map^[b]](map.png "Caption")', "a picture has no footnote"),
        ('One\n\n![Map](map.png "Caption^[b]")', "a picture has no footnote"),
    ],
)
def test_what_cannot_be_one_is_told_with_its_line(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(BodyError, match=reason) as told:
        compose(tmp_path, body)
    assert told.value.problems[0].line == 3


def test_a_block_with_the_same_numbers_is_the_very_same() -> None:
    first, second = (
        Paragraph(name, "body", (Span("a"), Span("*", raised="super", note=(Span(name),)))) for name in ("x", "y")
    )
    numbering = Footnotes()
    before = numbering.numbered((first, second))
    again = numbering.numbered((first, second))
    assert all(map(lambda one, other: one is other, before, again))
    (alone,) = numbering.numbered((second,))
    assert isinstance(alone, Paragraph)
    assert alone.text == "a1"
