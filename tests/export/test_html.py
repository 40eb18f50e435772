"""The writer of web pages: sound, whole in itself, and with nothing of the user's text as markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.compose.test_pictures import png
from tests.export.sample_document import DOCUMENT, LETTERHEAD, document_of, paragraph
from tests.letterhead.changed_letterhead import changed

from briefing.compose.document import Divider, Document, Picture, Properties, Span
from briefing.export.html import write
from briefing.letterhead.reader import read

HEAD = read(LETTERHEAD)
VOID = frozenset(("meta", "col", "img", "br", "hr"))


class Page(HTMLParser):
    """Reads a page and holds that each element is closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(document: Document = DOCUMENT) -> Page:
    found = Page(write(document, HEAD))
    assert found.open == []
    return found


def test_the_whole_is_as_approved(golden: Callable[[str, str], None]) -> None:
    picture = HEAD.first_header.lines[0].pictures[0]
    bare = replace(HEAD.first_header.lines[0], pictures=(replace(picture, data=b"\x89PNG"),))
    header = replace(HEAD.first_header, lines=(bare, *HEAD.first_header.lines[1:]))
    golden("document.html", write(DOCUMENT, replace(HEAD, first_header=header)))


def test_the_page_says_its_language_and_title() -> None:
    found = page(replace(DOCUMENT, language="kk-KZ", properties=Properties("A & <B>")))
    assert found.named("html") == [{"lang": "kk-KZ"}]
    assert "A & <B>" in found.words


def test_text_is_never_markup() -> None:
    text = "</p></style><script>alert(1)</script> & \"x\" 'y' <!-- z"
    found = page(replace(document_of(paragraph("a", "body", text)), furniture={"marking": (Span(text),)}))
    assert found.named("script") == []
    assert text in found.words


def test_nothing_is_fetched() -> None:
    found = page(
        document_of(paragraph("a", "body", Span("x", link="javascript:alert(1)"), Span("y", link="https://a.example")))
    )
    assert [row.get("href") for row in found.named("a")] == ["https://a.example"]
    assert all(str(row.get("src")).startswith("data:image/png;base64,") for row in found.named("img"))
    assert {tag for tag, _ in found.tags} & {"script", "link", "iframe", "object"} == set()


def test_head_cells_say_what_they_speak_for() -> None:
    assert [row.get("scope") for row in page().named("th")] == ["col"] * 3 + ["row"] * 2


def test_paragraphs_of_one_quotation_stand_in_one() -> None:
    found = page(document_of(paragraph("a", "quote", "“One."), paragraph("a#1", "quote", "“Two.”")))
    assert (len(found.named("blockquote")), len(found.named("p"))) == (1, 2)


def test_what_ends_with_a_colon_is_kept_with_the_next_in_print() -> None:
    found = page(document_of(paragraph("a", "body", "They agreed:"), paragraph("b", "bullet", "on peace")))
    assert [attributes["class"] for attributes in found.named("p")] == ["body leads"]


def test_lists_are_nested_as_their_items_are() -> None:
    rows = [paragraph(str(n), role, "x", level=level) for n, (role, level) in enumerate(
        [("bullet", 0), ("number", 1), ("number", 1), ("continuation", 1), ("bullet", 0), ("number", 0)]
    )]  # fmt: skip
    text = write(document_of(*rows), HEAD).split("<main>\n")[1].split("</main>")[0]
    assert text == (
        '<ul class="list"><li>x<ol class="list"><li>x</li><li>x<p class="continuation">x</p></li></ol></li>'
        '<li>x</li></ul><ol class="list"><li>x</li></ol>\n'
    )


@pytest.mark.parametrize("family", ['Evil"}body{display:none', "</style><script>"])
def test_a_letterhead_cannot_add_rules(family: str) -> None:
    escaped = family.replace('"', "&quot;").replace("<", "&lt;")
    letterhead = read(changed("word/styles.xml", "Liberation Sans", escaped))
    text = write(DOCUMENT, letterhead)
    assert "display:none" not in text
    assert "<script>" not in text


def test_words_above_and_below_the_line() -> None:
    document = document_of(paragraph("a", "body", Span("km"), Span("2", raised="super"), Span("<x>", raised="sub")))
    assert "km<sup>2</sup><sub>&lt;x&gt;</sub>" in write(document, HEAD)


def test_a_picture_stands_in_the_page_with_its_words() -> None:
    picture = Picture("p", png(8, 4), 200.0, 100.0, 'The "old" bridge', (Span("In Velm"),))
    text = write(document_of(picture), HEAD)
    (image,) = (dict(said) for tag, said in Page(text).tags if tag == "img" and said.get("alt") == 'The "old" bridge')
    assert str(image["src"]).startswith("data:image/png;base64,")
    assert "<figcaption>In Velm</figcaption>" in text


def test_footnotes_stand_under_the_text_and_lead_both_ways() -> None:
    reference = Span("1", raised="super", note=(Span("Report"),))
    text = write(document_of(paragraph("a", "body", Span("Said"), reference)), HEAD)
    assert 'Said<sup><a id="reference-1" href="#note-1">1</a></sup>' in text
    assert '<li id="note-1">Report <a href="#reference-1">↩</a></li>' in text
    Page(text)


def test_a_rule_across_the_text() -> None:
    text = write(document_of(paragraph("a", "body", "One"), Divider("r"), paragraph("b", "body", "Two")), HEAD)
    assert '</p>\n<hr class="rule">\n<p' in text
    Page(text)
