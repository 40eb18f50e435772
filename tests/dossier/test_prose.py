"""Prose: what the editor writes is what is read, and no character of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.dossier.prose import ProseParagraph, Run, parse, plain, write

words = st.text(
    st.one_of(st.sampled_from("ab*\\-0129. ٣#_"), st.characters(codec="utf-8", exclude_characters="\n")), max_size=8
)
runs = st.builds(Run, words, st.booleans(), st.booleans())
paragraphs = st.builds(
    ProseParagraph, st.sampled_from(["text", "bullet", "number"]), st.lists(runs, max_size=5).map(tuple)
)
proses = st.lists(paragraphs, max_size=5).map(tuple)


def normal(prose: tuple[ProseParagraph, ...]) -> tuple[ProseParagraph, ...]:
    """Runs of one look joined and empty runs gone; one empty paragraph alone is no prose at all."""
    out = []
    for paragraph in prose:
        joined: list[Run] = []
        for run in paragraph.runs:
            if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
                joined[-1] = Run(joined[-1].text + run.text, run.bold, run.italic)
            elif run.text:
                joined.append(run)
        out.append(ProseParagraph(paragraph.kind, tuple(joined)))
    return () if out == [ProseParagraph("text", ())] else tuple(out)


@given(proses)
@example((ProseParagraph("text", (Run("٣. a"),)),))
@example((ProseParagraph("text", (Run("1. a"),)),))
@example((ProseParagraph("text", (Run("a", bold=True), Run("b", italic=True), Run("c", True, True))),))
def test_what_was_written_is_read_again(prose: tuple[ProseParagraph, ...]) -> None:
    assert parse(write(prose)) == normal(prose)


@given(st.text(st.one_of(st.sampled_from("ab*\\-01. \n"), st.characters(codec="utf-8"))))
@example("a*b")
@example("****")
@example("**a *b** c*")
def test_any_text_is_prose_and_writing_it_settles_at_once(text: str) -> None:
    settled = write(parse(text))
    assert write(parse(settled)) == settled
    assert parse(settled) == parse(text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="*\\")))
def test_text_without_marks_loses_nothing(text: str) -> None:
    lines = text.split("\n")
    read = parse(text) or (ProseParagraph("text", ()),)
    assert len(read) == len(lines)
    for line, paragraph in zip(lines, read, strict=True):
        assert line.endswith(paragraph.text)
        assert paragraph.kind != "text" or line == paragraph.text


@pytest.mark.parametrize(
    ("text", "kinds", "read"),
    [
        ("One\nTwo", ["text", "text"], "One\nTwo"),
        ("- one\n- two", ["bullet", "bullet"], "one\ntwo"),
        ("1. one\n7. two", ["number", "number"], "one\ntwo"),
        ("-no item\n1.no item", ["text", "text"], "-no item\n1.no item"),
        ("\\- no item\n\\1. no item", ["text", "text"], "- no item\n1. no item"),
        ("a **bold** and *slanted* word", ["text"], "a bold and slanted word"),
        ("2 * 3 is left open", ["text"], "2 * 3 is left open"),
        ("2 \\* 3 \\* 4", ["text"], "2 * 3 * 4"),
        ("a back\\\\slash", ["text"], "a back\\slash"),
    ],
)
def test_prose_is_read_as(text: str, kinds: list[str], read: str) -> None:
    assert [paragraph.kind for paragraph in parse(text)] == kinds
    assert plain(text) == read


def test_emphasis_is_kept_on_its_words() -> None:
    (paragraph,) = parse("a **b** *c* ***d***")
    assert paragraph.runs == (
        Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True), Run(" "), Run("d", bold=True, italic=True),
    )  # fmt: skip


def test_emphasis_that_is_left_open_stands_for_itself_and_spoils_no_neighbour() -> None:
    first, second = parse("**open\n**closed**")
    assert first.runs == (Run("**open"),)
    assert second.runs == (Run("closed", bold=True),)


def test_items_are_numbered_anew_after_another_paragraph() -> None:
    assert write(parse("4. a\n4. b\nbetween\n9. c")) == "1. a\n2. b\nbetween\n1. c"


def test_empty_prose_has_no_paragraphs() -> None:
    assert parse("") == ()
    assert plain("") == ""
    assert write(()) == ""
