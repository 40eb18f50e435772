"""The PDF: the page itself, and what a reader, a search and a screen reader find in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject, StreamObject
from tests.export.sample_document import DOCUMENT, HEAD, LETTERHEAD, LISTS, NOW, TRADE, document_of, paragraph
from tests.pdf_reading import glyphs, opened
from tests.sample_charts import chart

from briefing import __version__, places
from briefing.compose.composer import Composer
from briefing.compose.document import Document, Properties, Span
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier.files import read as read_dossier
from briefing.export.pdf.writer import write
from briefing.letterhead.reader import read
from briefing.page.faces import UNITS
from briefing.page.pager import Pager
from briefing.page.pages import Page, Pages, Placed

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.layout]

SAMPLES = [
    (dossier, pack)
    for dossier in sorted(places.samples().glob("*.json"))
    for pack in ("briefing-note", "press-release")
]
CHARTED = replace(DOCUMENT, blocks=(*HEAD, chart(), chart("lines", "lines"), *LISTS, *TRADE))


def sample(dossier: Path, name: str) -> tuple[Document, bytes]:
    pack = load(places.templates() / name)
    return Composer(pack, language("en")).compose(read_dossier(dossier)), pack.letterhead.read_bytes()


def laid(document: Document, letterhead: bytes = LETTERHEAD) -> Pages:
    return Pager(read(letterhead)).lay(document)


def pdf(document: Document, letterhead: bytes = LETTERHEAD) -> PdfReader:
    return opened(write(document, letterhead, now=NOW))


def texts(page: Page) -> Iterator[Placed]:
    return (placed for part in page.parts for placed in part.texts)


def origins(page: Page) -> list[tuple[float, float]]:
    """Where the glyphs of a page stand in the preview."""
    return [
        (placed.x + point.x() / UNITS, placed.y + point.y() / UNITS)
        for placed in texts(page)
        for line in placed.lines
        for run in line.runs
        for each in run.glyphs
        for point in each.positions()
    ]


def letters(page: Page) -> str:
    """The letters of a page from header to footer, without blanks: at the end of a line they are not drawn."""
    lines = (placed.text.layout.text()[line.start : line.end] for placed in texts(page) for line in placed.lines)
    return "".join("".join(lines).split())


def compare(document: Document, letterhead: bytes) -> None:
    pages, drawn = laid(document, letterhead), pdf(document, letterhead)
    assert len(drawn.pages) == len(pages)
    for page, sheet in zip(pages, drawn.pages, strict=True):
        found = list(glyphs(sheet))
        expected = origins(page)
        assert len(found) == len(expected)
        assert (
            max(max(abs(glyph.x - x), abs(glyph.y - y)) for glyph, (x, y) in zip(found, expected, strict=True)) < 0.05
        )
        assert "".join("".join(glyph.letters for glyph in found).split()) == letters(page)


@pytest.mark.parametrize(("dossier", "pack"), SAMPLES, ids=lambda each: getattr(each, "stem", each))
def test_each_glyph_stands_where_the_preview_has_it_and_all_read_in_order(dossier: Path, pack: str) -> None:
    compare(*sample(dossier, pack))


def test_so_it_is_with_charts_lists_tables_and_links() -> None:
    compare(CHARTED, LETTERHEAD)


def test_words_have_blanks_between_them_and_lines_are_apart() -> None:
    text = pdf(DOCUMENT).pages[0].extract_text()
    assert "Republic of Ostmark".upper() in text
    assert "What is at stake, in two sentences.\nWhat we want\n" in text
    assert "Trade came to 325.9 million from" in text
    assert not {sign for sign in text if sign < " "} - {"\n"}


def titles(reader: PdfReader, outline: list[object], level: int = 0) -> Iterator[tuple[int, str, int, float]]:
    for each in outline:
        if isinstance(each, list):
            yield from titles(reader, each, level + 1)
        else:
            place = cast(Destination, each)
            number = reader.get_destination_page_number(place)
            assert number is not None
            yield level, str(place.title), number, float(cast(float, place.top))


def test_headings_are_the_outline_and_lead_to_their_place() -> None:
    document = document_of(*LISTS, *TRADE, paragraph("last", "heading1", "At\tthe ", Span("end", bold=True)))
    reader, pages = pdf(document), laid(document)
    found = list(titles(reader, cast(list[object], reader.outline)))
    assert [row[:3] for row in found] == [
        (0, "What we want", 0),
        (1, "Points to make", 0),
        (2, "If asked", 0),
        (0, "At the end", 1),
    ]
    for key, row in zip(("aims", "points", "asked", "last"), found, strict=True):
        place = pages.find_block(key)
        assert place is not None
        assert 0 < row[3] - (pages[0].height - place[1].top()) < 20


def test_a_heading_below_none_that_is_higher_stands_at_the_top() -> None:
    blocks = [paragraph(role, role, role) for role in ("heading3", "heading2", "heading3", "heading1", "heading3")]
    reader = pdf(document_of(*blocks))
    assert [row[0] for row in titles(reader, cast(list[object], reader.outline))] == [0, 0, 1, 0, 1]


def test_a_document_without_headings_has_no_outline() -> None:
    assert "/Outlines" not in pdf(document_of(paragraph("p", "body", "Words."))).root_object


def links(reader: PdfReader) -> list[DictionaryObject]:
    found = (each for sheet in reader.pages for each in sheet.get("/Annots", []))
    return [cast(DictionaryObject, each.get_object()) for each in found]


def test_a_link_lies_on_each_line_of_its_words() -> None:
    words = Span(
        "all that the statistics office has on trade in goods and services, " * 4, link="https://a.example/é?b=1&c=2"
    )
    document = document_of(paragraph("p", "body", "See ", words, "."))
    found, page = links(pdf(document)), laid(document)[0]
    lines = [line for placed in page.body.texts for line in placed.lines]
    assert len(found) == len(lines) == 3
    for link, line in zip(found, lines, strict=True):
        action = cast(DictionaryObject, link["/A"])
        assert str(action["/URI"]) == "https://a.example/%C3%A9?b=1&c=2"
        left, low, right, high = (float(each) for each in cast(list[float], link["/Rect"]))
        baseline = page.height - page.body.texts[0].y - line.baseline
        assert low < baseline < high
        assert right - left > 100


def test_an_address_that_may_lead_nowhere_is_no_link() -> None:
    words = [Span(word, link=link) for word, link in (("a", "file:///etc/passwd"), ("b", "javascript:x"), ("c", "//["))]
    assert not links(pdf(document_of(paragraph("p", "body", *words))))


def test_what_the_file_says_of_itself() -> None:
    document = replace(DOCUMENT, properties=Properties("Talks <in> Åland & Żagań", "Note", "Europe Desk", "talks"))
    reader = pdf(document)
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert cast(DictionaryObject, reader.root_object["/ViewerPreferences"])["/DisplayDocTitle"]
    assert {name: str(text) for name, text in (reader.metadata or {}).items()} == {
        "/Title": "Talks <in> Åland & Żagań",
        "/Subject": "Note",
        "/Author": "Europe Desk",
        "/Keywords": "talks",
        "/Producer": "Briefing",
        "/CreationDate": "D:20261124090000Z",
        "/ModDate": "D:20261124090000Z",
    }
    said = reader.xmp_metadata
    assert said is not None
    assert said.dc_title == {"x-default": "Talks <in> Åland & Żagań"}
    assert (said.dc_creator, said.dc_language, said.pdf_keywords) == (["Europe Desk"], ["en-GB"], "talks")
    assert said.xmp_create_date == said.xmp_modify_date == NOW.replace(tzinfo=None)


def test_what_is_not_said_is_left_out() -> None:
    reader = pdf(replace(DOCUMENT, properties=Properties("Talks")))
    assert set(reader.metadata or {}) == {"/Title", "/Producer", "/CreationDate", "/ModDate"}
    assert reader.xmp_metadata is not None
    assert (reader.xmp_metadata.dc_creator, reader.xmp_metadata.dc_description) == ([], {})


def test_nothing_tells_of_the_program_that_drew_it_or_of_this_machine() -> None:
    data = write(DOCUMENT, LETTERHEAD, now=NOW)
    for word in (
        b"Qt",
        b"pypdf",
        str(Path.home()).encode(),
        os.fsencode(places.templates()),
        __version__.encode() + b")",
    ):
        assert word not in data


def test_fonts_are_parts_embedded_under_names_of_their_own() -> None:
    fonts: dict[str, bytes] = {}
    for sheet in pdf(CHARTED).pages:
        named = cast(DictionaryObject, cast(DictionaryObject, sheet["/Resources"])["/Font"])
        for each in named.values():
            font = cast(DictionaryObject, each.get_object())
            inner = cast(DictionaryObject, cast(list[DictionaryObject], font["/DescendantFonts"])[0].get_object())
            descriptor = cast(DictionaryObject, inner["/FontDescriptor"])
            assert font["/BaseFont"] == inner["/BaseFont"] == descriptor["/FontName"]
            fonts[str(font["/BaseFont"])] = cast(StreamObject, descriptor["/FontFile2"]).get_data()
    assert {name.partition("+")[2] for name in fonts} >= {"LiberationSerif", "LiberationSans", "LiberationSans-Bold"}
    assert all(len(name.partition("+")[0]) == len("/ABCDEF") for name in fonts)
    assert all(data[:4] == b"\0\1\0\0" for data in fonts.values())


def test_the_same_font_in_two_files_has_two_names() -> None:
    one, other = (pdf(document_of(paragraph("p", "body", words))) for words in ("Abc", "Xyz"))
    assert _names(one).isdisjoint(_names(other))


def _names(reader: PdfReader) -> set[str]:
    fonts = cast(DictionaryObject, cast(DictionaryObject, reader.pages[0]["/Resources"])["/Font"])
    names = {str(cast(DictionaryObject, font.get_object())["/BaseFont"]) for font in fonts.values()}
    return {name for name in names if name.endswith("+LiberationSerif")}


def test_the_paper_has_the_size_of_the_page_to_a_tenth_of_a_point() -> None:
    sheet = pdf(DOCUMENT).pages[0]
    assert [float(each) for each in sheet.mediabox] == [float(each) for each in sheet.trimbox]
    assert [float(each) for each in sheet.mediabox] == pytest.approx([0, 0, 595.3, 841.9], abs=0.051)


def test_the_logo_loses_nothing_and_charts_are_no_pictures() -> None:
    resources = cast(DictionaryObject, pdf(CHARTED).pages[0]["/Resources"])
    pictures = [
        cast(StreamObject, each.get_object()) for each in cast(DictionaryObject, resources["/XObject"]).values()
    ]
    assert [str(each["/Filter"]) for each in pictures] == ["/FlateDecode"]


def test_equal_documents_make_equal_files_at_one_moment_in_any_zone() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5)))
    data = write(DOCUMENT, LETTERHEAD, now=NOW)
    assert data == write(replace(DOCUMENT), bytes(bytearray(LETTERHEAD)), now=there)
    assert opened(data).trailer["/ID"] != opened(write(DOCUMENT, LETTERHEAD, now=datetime(2027, 1, 1))).trailer["/ID"]


ELSEWHERE = """
import sys
from tests.export.sample_document import DOCUMENT, LETTERHEAD, NOW
from briefing.export.pdf.writer import write
from briefing.page.application import application

kept = application()
sys.stdout.buffer.write(write(DOCUMENT, LETTERHEAD, now=NOW))
"""


def test_another_process_makes_the_same_file() -> None:
    root = Path(__file__).parents[2]
    env = {
        **os.environ,
        "QT_HASH_SEED": "0",
        "PYTHONHASHSEED": "1",
        "PYTHONPATH": os.pathsep.join((str(root), *sys.path)),
    }
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], env=env, capture_output=True, check=True, timeout=60)
    assert done.stdout == write(DOCUMENT, LETTERHEAD, now=NOW)
