"""The Markdown writer: what it looks like, and that a reader gives each word back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.export.sample_document import DOCUMENT, document_of, paragraph

from briefing.compose.document import Block, Column, Divider, Document, Paragraph, Picture, Row, Span, Spans, Table
from briefing.export.markdown import write

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINK = "https://a.example/a_b?x=1&y=2"

#: Pieces that mean something to Markdown, alone or beside one another, and words that do not.
PIECES = (
    *"*_`~#|<>[](){}!&;:\\=$^\"'@/ \n\t.-+0", "**", "__", "&amp;", "&#32;", "http://a.example", "- ", "1. ", "10)",
    "# ", "> ", "    ", "```", "~~~", "---", "===", ":-", "[a]", "](b)", "<b>", "a", "b c", "é", "Қ", "\u00a0",
    "№", "—", "«", "€", "°", "“q”", "!", "(x)",
)  # fmt: skip
ROLES = ("body", "quote", "bullet", "number", "continuation", "heading1", "title", "note")

texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
spans = st.builds(Span, texts, bold=st.booleans(), italic=st.booleans(), link=st.sampled_from(("", "", "", LINK)))
inlines = st.lists(spans, min_size=1, max_size=4).map(tuple)
levels = st.integers(0, 2)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    role = draw(st.sampled_from(ROLES))
    level = draw(levels) if role in ("bullet", "number", "continuation") else 0
    return Paragraph("", role, draw(inlines), level)


rows = st.tuples(inlines, inlines).map(lambda cells: Row("", cells))
tables = st.builds(
    lambda head, body: Table("", (Column(0.5), Column(0.5, "right")), (head,), tuple(body)),
    rows,
    st.lists(rows, max_size=2),
)
documents = st.lists(paragraphs() | tables, min_size=1, max_size=5).map(lambda blocks: document_of(*blocks))


def plain(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def wanted(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of each block as a reader should have them: one line in headings and cells, no break at an end."""
    for block in blocks:
        if isinstance(block, Table):
            for row in (*block.head, *block.rows):
                yield from (plain(cell).replace("\n", " ") for cell in row.cells)
        elif isinstance(block, Paragraph):
            text = block.text.rstrip("\n")
            if text and block.role in ("heading1", "title"):
                text = block.text.replace("\n", " ")
            yield text


def read_back(token: Token) -> str:
    words = []
    for child in token.children or []:
        if child.type in ("text", "text_special"):
            words.append(child.content)
        elif child.type in ("hardbreak", "softbreak"):
            words.append("\n")
        elif not child.type.startswith(("em_", "strong_", "link_")):
            words.append(f"<{child.type}>")
    return "".join(words)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_reader_gives_each_word_back(document: Document) -> None:
    text = write(replace(document, furniture={}))
    found = [read_back(token) for token in READER.parse(text) if token.type == "inline"]
    assert list(filter(None, found)) == list(filter(None, wanted(document.blocks)))


def html(*spans: Span) -> str:
    text = write(replace(document_of(paragraph("a", "body", *spans)), furniture={}))
    return str(READER.render(text)).removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((Span("a "), Span("b", bold=True), Span(" c")), "a <strong>b</strong> c"),
        ((Span("a"), Span(" b ", bold=True), Span("c")), "a <strong>b</strong> c"),
        ((Span("a"), Span("b", italic=True), Span("c")), "a<em>b</em>c"),
        ((Span("a"), Span("b", bold=True, italic=True), Span("c")), "a<em><strong>b</strong></em>c"),
        ((Span("b", bold=True), Span("i", italic=True)), "<strong>b</strong><em>i</em>"),
        ((Span("b:", bold=True), Span("i")), "<strong>b</strong>:i"),
        ((Span("a"), Span("“b”", bold=True), Span("c")), "a“<strong>b</strong>”c"),
        ((Span("For:", bold=True), Span(" x")), "<strong>For:</strong> x"),
        ((Span("see", link=LINK),), '<a href="https://a.example/a_b?x=1&amp;y=2">see</a>'),
        ((Span("b", bold=True, link=LINK),), '<strong><a href="https://a.example/a_b?x=1&amp;y=2">b</a></strong>'),
        ((Span("x", link="javascript:alert(1)"),), "x"),
        ((Span("x", link="https://a.example/a b(c"),), '<a href="https://a.example/a%20b(c">x</a>'),
    ],
)
def test_looks_arrive(spans: tuple[Span, ...], expected: str) -> None:
    assert html(*spans) == expected


@pytest.mark.parametrize(
    "text", ["R&D", "snake_case_name", "-5.2 per cent", "3.5 million", "a - b", "50% (est.)", "C#", "1,000", "what?!"]
)
def test_plain_words_are_not_escaped(text: str) -> None:
    assert write(replace(document_of(paragraph("a", "body", text)), furniture={})) == f"{text}\n"


def test_paragraphs_of_one_quotation_stand_in_one() -> None:
    said = (paragraph("a", "quote", "“One."), paragraph("a#1", "quote", "“Two.”"), paragraph("b", "body", "So it was."))
    assert write(replace(document_of(*said), furniture={})) == "> “One.\n>\n> “Two.”\n\nSo it was.\n"


def test_characters_no_file_can_hold_are_shown() -> None:
    assert write(replace(document_of(paragraph("a", "body", "a\x00b\ud800c")), furniture={})) == "a\ufffdb\ufffdc\n"


def test_the_whole_is_as_approved(golden: Callable[[str, str], None]) -> None:
    golden("document.md", write(DOCUMENT))


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span("2", raised="super"), "km²"),
        (Span("-10", raised="super"), "km⁻¹⁰"),
        (Span("2", raised="sub"), "km₂"),
        (Span("a*b", raised="super"), "km<sup>a\\*b</sup>"),
        (Span(" 2 ", raised="sub"), "km ₂&#32;"),
        (Span("2", raised="super", bold=True), "km²"),  # no mark of emphasis can stand there
    ],
)
def test_words_above_and_below_the_line(span: Span, text: str) -> None:
    assert write(document_of(Paragraph("", "body", (Span("km"), span)))).strip().split("\n")[-1] == text


def test_a_picture_is_told() -> None:
    picture = Picture("p", b"", 200.0, 100.0, "The bridge", (Span("In Velm"),))
    assert write(document_of(picture)).strip().endswith("_The bridge_\n\nIn Velm")


def test_footnotes_stand_behind_all_else() -> None:
    reference = Span("1", raised="super", bold=True, note=(Span("Report "), Span("2025", italic=True)))
    blocks = (Paragraph("a", "body", (Span("Said", bold=True), reference)), Paragraph("b", "body", (Span("End"),)))
    assert write(document_of(*blocks)).endswith("**Said**[^1]\n\nEnd\n\n[^1]: Report _2025_\n")


def test_a_rule_across_the_text() -> None:
    blocks = (Paragraph("a", "body", (Span("One"),)), Divider("r"), Paragraph("b", "body", (Span("Two"),)))
    assert write(document_of(*blocks)).endswith("One\n\n---\n\nTwo\n")


def test_signs_of_other_readers_stand_for_themselves() -> None:
    block = Paragraph("", "body", (Span("2^10^ CO~2~ a^[b]"),))
    assert write(document_of(block)).strip().split("\n")[-1] == r"2\^10\^ CO\~2\~ a\^\[b\]"
