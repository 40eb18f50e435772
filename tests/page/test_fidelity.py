"""The comparer of `make fidelity`: what it calls alike, and what it finds."""

from __future__ import annotations

import pytest
from tests.fidelity.__main__ import compare
from tests.fidelity.lines import Line, Word, lines_of

Page = tuple[list[Line], set[str]]


def page(*texts: str, around: str = "Restricted 1 / 2") -> Page:
    return [Line(text, 12.0 * at) for at, text in enumerate(texts, 1)], {around}


def pdf(*texts: str, around: str = "Restricted 1 / 2", lower: float = 0.0) -> list[Line]:
    return [*(Line(text, 12.0 * at + lower) for at, text in enumerate(texts, 1)), Line(around, 800.0)]


def test_the_same_lines_are_alike_with_header_and_footer_left_out_and_all_a_little_lower() -> None:
    found = compare("x", [page("One two", "three")], [pdf("One two", "three", lower=0.4)])
    assert (found.pages, found.begun, found.lines, found.first) == ((1, 1), 1, (2, 2), -1)
    assert found.heights == pytest.approx([0.0, 0.0])


def test_another_break_is_two_lines_that_differ() -> None:
    found = compare("x", [page("One two", "three", "four")], [pdf("One", "two three", "four")])
    assert found.lines == (1, 3)
    assert found.first == 0


def test_a_line_on_another_page_begins_it_otherwise_and_breaks_alike() -> None:
    found = compare("x", [page("a", "b"), page("c")], [pdf("a"), pdf("b", "c")])
    assert (found.begun, found.first, found.lines) == (1, 1, (3, 3))


def test_a_page_more_is_counted() -> None:
    found = compare("x", [page("a")], [pdf("a"), pdf("b")])
    assert (found.pages, found.lines) == ((1, 2), (1, 2))


def test_words_at_one_height_are_one_line_from_left_to_right() -> None:
    words = [Word(90.0, 100.0, "text"), Word(20.0, 99.4, "Label"), Word(20.0, 115.0, "next"), Word(1.0, 130.0, "•")]
    assert [line.text for line in lines_of(words)] == ["Label text", "next"]
