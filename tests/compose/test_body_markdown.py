"""Markdown of a template: the roles, lists, headings and emphasis that documents have, and a refusal of the rest."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.compose.small_packs import composer, dossier, roles_of, text_of

from briefing.compose.chunks import pieces
from briefing.compose.document import (
    ROLE_STYLES,
    WHOLE_ROWS,
    Column,
    Divider,
    Document,
    PageBreak,
    Paragraph,
    Row,
    Span,
    Table,
    numbered,
    set_out,
)
from briefing.compose.errors import BodyError
from briefing.compose.markdown import renumbered


def compose(tmp_path: Path, body: str) -> Document:
    return composer(tmp_path, body).compose(dossier(meeting={"city": "Velm"}))


@pytest.mark.parametrize(
    ("body", "role", "text"),
    [
        ("Plain\nwords", "body", "Plain words"),
        ("Plain  \nwords", "body", "Plain\nwords"),
        ("# One", "title", "One"),
        ("## Two", "heading1", "Two"),
        ("### Three", "heading2", "Three"),
        ("#### Four", "heading3", "Four"),
        ("##### Five", "heading3", "Five"),
        ("- item", "bullet", "item"),
        ("* item", "bullet", "item"),
        ("1. item", "number", "item"),
        ("> said", "quote", "said"),
        ("{kicker} Press release", "kicker", "Press release"),
        ("{subtitle}Velm", "subtitle", "Velm"),
        ("{fact} Where | here | there", "fact", "Where\there | there"),
        ("{fact} Where|here", "fact", "Where\there"),
        ("{lead} **{{ meeting.city }}** –", "lead", "Velm –"),
        ("{note}", "note", ""),
        ("{end} ENDS", "end", "ENDS"),
        ("a & b < c", "body", "a & b < c"),
        ("&amp; &copy;", "body", "& ©"),
        ("\\* no item", "body", "* no item"),
        ("a_b_c and 2 * 3 * 4", "body", "a_b_c and 2 * 3 * 4"),
    ],
)
def test_a_line_becomes(tmp_path: Path, body: str, role: str, text: str) -> None:
    document = compose(tmp_path, body)
    assert [(block.role, block.text) for block in document.blocks if isinstance(block, Paragraph)] == (
        [(role, text)] if text else []
    )


@pytest.mark.parametrize("role", sorted(ROLE_STYLES))
def test_every_role_of_a_document_can_be_named(tmp_path: Path, role: str) -> None:
    assert roles_of(compose(tmp_path, f"{{{role}}} words")) == [role]


def test_a_tag_takes_the_end_of_its_line_with_it(tmp_path: Path) -> None:
    tagged = "{fact} Where{% if not title %} | here{% endif %}"
    assert roles_of(compose(tmp_path, f"{tagged}\n\n{{fact}} When")) == ["fact"]
    assert roles_of(compose(tmp_path, f"{tagged}\n\n\n{{fact}} When")) == ["fact", "fact"]


def test_a_page_break_stands_between_paragraphs(tmp_path: Path) -> None:
    document = compose(tmp_path, "a\n\n{page-break}\n\nb")
    assert [type(block) for block in document.blocks] == [Paragraph, PageBreak, Paragraph]


def test_lists_in_lists_keep_their_levels_and_numbers(tmp_path: Path) -> None:
    body = "1. one\n   - inner\n   - inner two\n2. two\n   1. deep\n   2. deep two\n\nbetween\n\n1. anew\n"
    document = compose(tmp_path, body)
    found = [(b.role, b.level, b.text, number) for b, number in numbered(document.blocks) if isinstance(b, Paragraph)]
    assert found == [
        ("number", 0, "one", 1), ("bullet", 1, "inner", 0), ("bullet", 1, "inner two", 0), ("number", 0, "two", 2),
        ("number", 1, "deep", 1), ("number", 1, "deep two", 2), ("body", 0, "between", 0), ("number", 0, "anew", 1),
    ]  # fmt: skip


def test_items_apart_by_empty_lines_are_one_list(tmp_path: Path) -> None:
    document = compose(tmp_path, "{% for x in [1, 2, 3] %}\n1. item\n\n{% endfor %}\n")
    assert [number for _, number in numbered(document.blocks)] == [1, 2, 3]


def test_what_ends_with_a_colon_stays_with_what_it_announces(tmp_path: Path) -> None:
    body = "Signed were:\n\n- a treaty\n\n- two protocols:\n\n{page-break}\n\nSaid:\n\n{quote} so\n\nLast:\n"
    document = compose(tmp_path, body)
    found = {block.text: kept for block, _, kept in set_out(document.blocks) if isinstance(block, Paragraph)}
    assert found == {
        "Signed were:": True, "a treaty": False, "two protocols:": False, "Said:": True, "so": False, "Last:": False,
    }  # fmt: skip


def test_a_table_stays_with_the_note_under_it() -> None:
    table = Table("t", (Column(1.0),), (), (Row("r", ((Span("1"),),)),))
    long = replace(table, rows=table.rows * (WHOLE_ROWS + 1))
    note, other = (Paragraph(role, role, (Span("Source."),)) for role in ("note", "body"))
    found = [kept for _, _, kept in set_out((table, note, table, other, long, note, table))]
    assert found == [True, False, False, False, False, False, False]


def test_an_item_goes_on_in_an_indented_paragraph(tmp_path: Path) -> None:
    document = compose(tmp_path, "- item\n\n  goes on\n\n- next\n")
    assert list(zip(roles_of(document), text_of(document), strict=True)) == [
        ("bullet", "item"), ("continuation", "goes on"), ("bullet", "next"),
    ]  # fmt: skip


def test_emphasis_and_links_are_kept_on_words_and_values(tmp_path: Path) -> None:
    document = compose(tmp_path, "**bold {{ meeting.city }}** *it* ***both*** [to **it**](https://e.example/a)")
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert [(s.text, s.bold, s.italic, s.link) for s in block.spans if s.text != " "] == [
        ("bold ", True, False, ""), ("Velm", True, False, ""), ("it", False, True, ""), ("both", True, True, ""),
        ("to ", False, False, "https://e.example/a"), ("it", True, False, "https://e.example/a"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("a\n\n| a | b |\n|---|---|\n| 1 | 2 |", 3, "tables are not part"),
        ("a\n\n```\ncode\n```", 3, "code is not part"),
        ("~~~\ncode\n~~~", 1, "code is not part"),
        ("a\n\n---\n\nb", 3, "is written {rule}"),
        ("* * *", 1, "is written {rule}"),
        ("Title\n=====", 2, "a heading begins with #"),
        ("a\n<div>b</div>", 2, "HTML is not part"),
        ("a <b>bold</b> word", 1, "HTML is not part"),
        ("[x]: https://e.example", 1, "a link is written in one place"),
        ("{# |\n| #}\n| a |", 3, "tables are not part"),
    ],
)
def test_what_documents_do_not_have_is_refused_before_composing(
    tmp_path: Path, body: str, line: int, says: str
) -> None:
    with pytest.raises(BodyError) as wrong:
        composer(tmp_path, body)
    assert wrong.value.problems[0].line == line
    assert says in wrong.value.problems[0].text


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("a\n\n`code` b", 3, "code inline is not part"),
        ("a\n\n![i](https://e.example)", 3, "beside the template"),
        ("a\n\n{nosuch} b", 3, "there is no paragraph role nosuch"),
        ("a\n\n[x](ftp://e.example)", 3, "a link begins with https://"),
        ("a\n\n[x](page.md)", 3, "a link begins with https://"),
        ("a\n\n[x](https://e.example/{{ meeting.city }})", 3, "cannot hold a value"),
        ("a\n\nTable: {{ trade_lines|trade_table }}", 3, "a table stands alone"),
        ("a\n\n" + "[" * 501, 3, "the paragraph is too long"),
    ],
)
def test_what_only_the_composed_text_shows_is_an_error_with_its_line(
    tmp_path: Path, body: str, line: int, says: str
) -> None:
    composing = composer(tmp_path, body)
    figure = {"id": "f", "measure": "total", "amount": {"value": "1"}}
    with pytest.raises(BodyError) as wrong:
        composing.compose(dossier(meeting={"city": "Velm"}, figures=[figure]))
    assert wrong.value.problems[0].line == line
    assert says in wrong.value.problems[0].text


def test_a_value_in_a_heading_or_label_is_no_role(tmp_path: Path) -> None:
    document = composer(tmp_path, "{{ meeting.city }} x\n\n{fact} {{ meeting.venue }} | y").compose(
        dossier(meeting={"city": "{note}", "venue": "a | b"})
    )
    assert list(zip(roles_of(document), text_of(document), strict=True)) == [
        ("body", "{note} x"), ("fact", "a | b\ty"),
    ]  # fmt: skip


def test_text_of_many_empty_lines_is_parted_in_one_pass() -> None:
    text = "a" + "\n \t " * 20_000 + "\nb" + " " * 50_000 + "c\n\n\n  d"
    began = time.process_time()
    found = [renumbered(each.text).text for each in pieces(text, 0, len(text))]
    assert time.process_time() - began < 0.5
    assert found == ["a", "b" + " " * 50_000 + "c\n\n  d"]


@pytest.mark.parametrize(
    ("body", "raised"),
    [
        ("km^2^ of land", [("km", ""), ("2", "super"), (" of land", "")]),
        ("CO~2~", [("CO", ""), ("2", "sub")]),
        ("the 5^{{ meeting.city }}^ time", [("the 5", ""), ("Velm", "super"), (" time", "")]),
        (r"a\^b\^ and \~c\~", [("a^b^ and ~c~", "")]),
        ("2 ^ 3 and 4 ^ 5, about ~5 or ~6", [("2 ^ 3 and 4 ^ 5, about ~5 or ~6", "")]),
    ],
)
def test_words_above_and_below_the_line(tmp_path: Path, body: str, raised: list[tuple[str, str]]) -> None:
    block = compose(tmp_path, body).blocks[0]
    assert isinstance(block, Paragraph)
    assert [(span.text, span.raised) for span in block.spans] == raised


def test_a_rule_across_the_text(tmp_path: Path) -> None:
    blocks = compose(tmp_path, "One\n\n{rule}\n\nTwo\n\n{rule}").blocks
    assert [type(block) for block in blocks] == [Paragraph, Divider, Paragraph, Divider]
    assert len({block.id for block in blocks}) == 4
