"""The DOCX writer: parts as they were read and approved, and the rules that hold for any document."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import docx
import pytest
from lxml import etree
from tests.compose.test_pictures import png
from tests.export.sample_document import DOCUMENT, LETTERHEAD, NOW, document_of, paragraph, value
from tests.letterhead.changed_letterhead import changed, packed, parts_of, without

from briefing.compose.document import Column, Divider, Document, PageBreak, Picture, Properties, Row, Span, Table
from briefing.export.docx.bookmarks import block_mark, value_mark
from briefing.export.docx.writer import write
from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.names import word

MAIN, NUMBERING, CORE = "word/document.xml", "word/numbering.xml", "docProps/core.xml"


def parts(document: Document, letterhead: bytes = LETTERHEAD) -> dict[str, bytes]:
    return parts_of(write(document, letterhead, now=NOW))


def main(document: Document, letterhead: bytes = LETTERHEAD) -> etree._Element:
    return etree.fromstring(parts(document, letterhead)[MAIN])


def texts(root: etree._Element) -> list[str]:
    """The words of each paragraph, with tabs and line breaks."""
    signs = {word("tab"): "\t", word("br"): "\n"}
    return [
        "".join(signs.get(str(element.tag), element.text or "") for element in row.iter(word("t"), *signs))
        for row in root.iter(word("p"))
    ]


def val(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(word("val"))


def styles(root: etree._Element) -> list[str | None]:
    return [val(row.find(f"{word('pPr')}/{word('pStyle')}")) for row in root.iter(word("p"))]


@pytest.mark.parametrize(
    "part", [MAIN, NUMBERING, CORE, "word/_rels/document.xml.rels", "word/header1.xml", "word/footer2.xml"]
)
def test_parts_are_as_approved(part: str, golden: Callable[[str, str], None]) -> None:
    golden(part.replace("/", "-"), parts(DOCUMENT)[part].decode().replace("><", ">\n<") + "\n")


def test_equal_documents_make_equal_files() -> None:
    assert write(DOCUMENT, LETTERHEAD, now=NOW) == write(replace(DOCUMENT), bytes(bytearray(LETTERHEAD)), now=NOW)


def test_the_archive_is_sound_and_dated_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(write(DOCUMENT, LETTERHEAD, now=NOW))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_library_opens_it() -> None:
    opened = docx.Document(io.BytesIO(write(DOCUMENT, LETTERHEAD, now=NOW)))
    assert [row.text for row in opened.paragraphs if row.style and row.style.name == "Heading 1"] == ["What we want"]
    properties = opened.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Consultations with Valdoria",
        "Europe Desk",
        "en-GB",
    )
    assert (properties.last_modified_by, properties.comments) == ("", "")
    assert properties.created == properties.modified == NOW


def test_a_time_without_utc_is_turned_to_it() -> None:
    elsewhere = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=5)))
    core = parts_of(write(DOCUMENT, LETTERHEAD, now=elsewhere))[CORE].decode()
    assert core.count("2026-11-24T09:00:00Z") == 2


def test_roles_have_their_styles() -> None:
    found = styles(main(DOCUMENT))
    for style in (
        "Kicker",
        "Title",
        "Subtitle",
        "Fact",
        "Lead",
        "Heading1",
        "Heading3",
        "Quote",
        "Note",
        "End",
        "TableHead",
    ):
        assert style in found


def test_words_arrive_as_they_are() -> None:
    odd = 'R&D <b> "x" \' ]]> \u00a0 é\tb\n  c '
    assert texts(main(document_of(paragraph("a", "body", odd))))[0] == odd


def test_what_xml_cannot_hold_is_shown_as_a_sign() -> None:
    root = main(document_of(paragraph("a", "body", "a\x00b\x0bc\ud800d\uffffe")))
    assert texts(root)[0] == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_a_gap_prints_as_it_stands() -> None:
    xml = parts(document_of(paragraph("a", "body", value("[City]", "meeting.city", gap=True))))[MAIN].decode()
    assert "[City]" in xml
    assert "highlight" not in xml
    assert "w:shd" not in xml


def test_the_label_of_a_fact_has_its_own_look() -> None:
    root = main(document_of(paragraph("a", "fact", "For\t", value("Ilsa Marrin", "p", bold=True))))
    runs = root.findall(f".//{word('r')}")
    assert [val(run.find(f"{word('rPr')}/{word('rStyle')}")) for run in runs] == ["FactLabel", None, None]
    assert runs[1].find(word("tab")) is not None
    assert runs[2].find(f"{word('rPr')}/{word('b')}") is not None


def lists(document: Document) -> list[tuple[str, str]]:
    """List and level of each paragraph that names one."""
    rows = main(document).iterfind(f".//{word('numPr')}")
    return [(val(row.find(word("numId"))) or "", val(row.find(word("ilvl"))) or "") for row in rows]


def test_each_numbered_list_starts_at_one() -> None:
    document = document_of(
        paragraph("a", "number", "1"),
        paragraph("b", "number", "1", level=1),
        paragraph("c", "number", "2"),
        paragraph("d", "number", "1", level=1),
        paragraph("e", "body", "between"),
        paragraph("f", "number", "1"),
    )
    first, inner, again, second, other = lists(document)
    assert first == again
    assert first[1] == other[1] == "0"
    assert inner[1] == second[1] == "1"
    assert len({first, inner, second, other}) == 4
    numbering = etree.fromstring(parts(document)[NUMBERING])
    starts = {
        row.get(word("numId"))
        for row in numbering.iter(word("num"))
        if row.find(f".//{word('startOverride')}") is not None
    }
    assert {row[0] for row in (first, inner, second, other)} == starts


def test_bullets_take_the_style_of_their_level() -> None:
    rows = [paragraph(str(level), "bullet", "x", level=level) for level in range(5)]
    assert styles(main(document_of(*rows))) == [
        "ListBullet",
        "ListBullet2",
        "ListBullet3",
        "ListBullet3",
        "ListBullet3",
    ]


def test_only_plain_addresses_become_links() -> None:
    good = ("https://a.example/?q=1&r=2", "http://b.example", "mailto:desk@c.example")
    bad = ("javascript:alert(1)", "file:///etc/passwd", "//d.example", "http//x", "https://[")
    spans = [Span(address, link=address) for address in (*good, *bad, good[0])]
    document = document_of(paragraph("a", "body", *spans))
    files = parts(document)
    root, relations = etree.fromstring(files[MAIN]), etree.fromstring(files["word/_rels/document.xml.rels"])
    external = {row.get("Id"): row.get("Target") for row in relations if row.get("TargetMode") == "External"}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert [external[row.get(key)] for row in root.iter(word("hyperlink"))] == [*good, good[0]]
    assert sorted(map(str, external.values())) == sorted(good)
    assert texts(root)[0] == "".join(span.text for span in spans)


def bookmarks(root: etree._Element) -> list[str]:
    return [str(row.get(word("name"))) for row in root.iter(word("bookmarkStart"))]


def test_blocks_and_values_stand_in_hidden_bookmarks() -> None:
    root = main(DOCUMENT)
    found = bookmarks(root)
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"_[bv]_\w{1,37}", name) for name in found)
    ids = [str(row.get(word("id"))) for row in root.iter(word("bookmarkStart"))]
    assert ids == [str(number) for number in range(len(ids))]
    assert sorted(ids) == sorted(str(row.get(word("id"))) for row in root.iter(word("bookmarkEnd")))
    assert {block_mark("title"), block_mark("trade"), block_mark("trade.2026")} <= set(found)
    total = value_mark(("figures[f1].total", "figures[f1].unit"))
    assert {total, f"{total}_2"} <= set(found)


def test_a_value_in_several_looks_stands_in_one_bookmark() -> None:
    row = paragraph("a", "body", "x ", value("one ", "p"), value("two", "p", bold=True), value("three", "q"))
    assert bookmarks(main(document_of(row))) == [block_mark("a"), value_mark(("p",)), value_mark(("q",))]


def test_no_name_of_a_field_is_in_the_file() -> None:
    whole = b"".join(parts(DOCUMENT).values())
    for name in (b"meeting.", b"figures[", b"people[", b"trade.2025"):
        assert name not in whole


def test_a_table_has_a_head_that_repeats_and_rows_that_stay_whole() -> None:
    table = main(DOCUMENT).find(f".//{word('tbl')}")
    assert table is not None
    rows = table.findall(word("tr"))
    assert [row.find(f"{word('trPr')}/{word('tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{word('trPr')}/{word('cantSplit')}") is not None for row in rows)
    widths = [int(str(column.get(word("w")))) for column in table.iter(word("gridCol"))]
    assert sum(widths) == round(459.3 * 20)
    assert [val(cell) for cell in rows[1].iter(word("jc"))] == ["right", "right"]
    assert val(table.find(f"{word('tblPr')}/{word('tblStyle')}")) == "Figures"
    assert val(table.find(f"{word('tblPr')}/{word('tblDescription')}")) == "Exports and imports by year"
    assert [len(row.findall(word("tc"))) for row in rows] == [3, 3, 3]


def table(key: str, heads: int = 1) -> Table:
    cells = ((Span("a"),), (Span("b"),))
    head = tuple(Row(f"{key}.head{number}", cells) for number in range(heads))
    return Table(key, (Column(0.5), Column(0.5)), head, (Row(f"{key}.row", cells),))


def tags(root: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in root[0]]


def test_tables_that_touch_are_kept_apart_and_none_ends_a_body() -> None:
    assert tags(main(document_of(table("a"), table("b")))) == ["tbl", "p", "tbl", "p", "sectPr"]


def test_under_several_head_rows_there_is_one_rule() -> None:
    root = main(document_of(table("a", heads=2)))
    rules = [
        [val(cell) for cell in row.iterfind(f".//{word('tcBorders')}/{word('bottom')}")]
        for row in root.iter(word("tr"))
    ]
    assert rules == [["nil", "nil"], ["single", "single"], []]


def test_a_page_break_starts_the_next_block_on_a_new_page() -> None:
    body = main(
        document_of(
            paragraph("a", "body", "x"), PageBreak("b"), paragraph("c", "number", "y"), PageBreak("d"), table("t")
        )
    )[0]
    breaks = [row.find(f"{word('pPr')}/{word('pageBreakBefore')}") is not None for row in body.iterfind(word("p"))]
    assert breaks == [False, True, True, False]
    assert [etree.QName(child).localname for child in body] == ["p", "p", "p", "tbl", "p", "sectPr"]


def test_what_ends_with_a_colon_is_kept_with_the_next() -> None:
    root = main(document_of(paragraph("a", "number", "They agreed:"), paragraph("b", "bullet", "on peace")))
    properties = root.find(f".//{word('pPr')}")
    assert properties is not None
    names = [str(child.tag) for child in properties]
    # In the order of the schema: w:pStyle, w:keepNext, w:pageBreakBefore, w:numPr.
    assert names == [word("pStyle"), word("keepNext"), word("numPr")]
    assert len(root.findall(f".//{word('keepNext')}")) == 1


def test_a_table_is_kept_with_the_note_under_it() -> None:
    table = Table("t", (Column(1.0),), (), (Row("r1", ((Span("1"),),)), Row("r2", ((Span("2"),),))))
    for role, kept in (("note", 2), ("body", 1)):
        root = main(document_of(table, paragraph("n", role, "Source: none.")))
        assert len(root.findall(f".//{word('tc')}//{word('keepNext')}")) == kept


def test_an_empty_document_is_a_page() -> None:
    assert tags(main(document_of())) == ["p", "sectPr"]


def test_furniture_has_the_documents_words_and_page_numbers_stay_fields() -> None:
    files = parts(DOCUMENT)
    assert texts(etree.fromstring(files["word/header1.xml"])) == [
        "Republic of Ostmark\tFor official use", "Ministry of Foreign Affairs\tEurope & Asia", "",
    ]  # fmt: skip
    footer = files["word/footer1.xml"].decode()
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    bare = parts(replace(DOCUMENT, furniture={}))
    assert texts(etree.fromstring(bare["word/header1.xml"])) == ["\t", "\t", ""]
    assert not [
        name for name, data in (files | bare).items() if re.search(rb"\{[a-z]+\}", data) and name.endswith(".xml")
    ]


@pytest.mark.parametrize("language", ["en-GB", "ru-RU", "kk-KZ"])
def test_the_language_of_the_document_is_that_of_its_text(language: str) -> None:
    files = parts(replace(DOCUMENT, language=language))
    lang = etree.fromstring(files["word/styles.xml"]).find(f".//{word('lang')}")
    assert val(lang) == language
    assert f"<dc:language>{language}</dc:language>" in files[CORE].decode()


def test_properties_hold_nothing_that_is_not_theirs() -> None:
    core = parts(replace(DOCUMENT, properties=Properties("A & B")))[CORE].decode()
    assert "<dc:title>A &amp; B</dc:title>" in core
    assert "dc:creator" not in core
    assert "lastModifiedBy" not in core


def test_settings_are_those_of_looks_only() -> None:
    extra = '<w:documentProtection w:edit="readOnly"/><w:rsids><w:rsidRoot w:val="00AA00AA"/></w:rsids>'
    letterhead = changed("word/settings.xml", '<w:zoom w:percent="100"/>', f'<w:zoom w:val="bestFit"/>{extra}')
    settings = parts(DOCUMENT, letterhead)["word/settings.xml"].decode()
    assert 'w:zoom w:percent="100"' in settings
    assert 'w:name="compatibilityMode"' in settings
    assert "rsid" not in settings
    assert "documentProtection" not in settings


def test_traces_of_editing_in_a_letterhead_stay_behind() -> None:
    edited = (
        '<w:del w:id="1" w:author="Someone"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Someone"><w:r w:rsidR="00AA00AA"><w:t>new</w:t></w:r></w:ins>'
    )
    header = parts(DOCUMENT, changed("word/header2.xml", "<w:r><w:tab/></w:r>", edited))["word/header2.xml"].decode()
    assert "new" in header
    assert not re.search("Someone|old|rsid", header)


def test_parts_that_no_page_needs_stay_behind() -> None:
    relation = (
        '<Relationship Id="rId50" Target="comments.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'
    )
    files = parts_of(changed("word/_rels/document.xml.rels", "</Relationships>", relation))
    files["word/comments.xml"] = f'<w:comments xmlns:w="{word("x")[1:-2]}"/>'.encode()
    assert "word/comments.xml" not in parts(DOCUMENT, packed(files))


def test_a_letterhead_without_the_houses_styles_still_gives_lists_and_tables() -> None:
    letterhead = changed("word/styles.xml", 'w:name w:val="', 'w:name w:val="Other ')
    files = parts_of(letterhead)
    del files["word/numbering.xml"]
    rels = "word/_rels/document.xml.rels"
    files[rels] = re.sub(rb'<Relationship Id="rId2"[^>]*>', b"", files[rels])
    types = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = re.sub(rb'<Override PartName="/word/numbering.xml"[^>]*>', b"", types)
    root = main(DOCUMENT, packed(files))
    assert texts(root)[:2] == ["Briefing note", "Consultations with Valdoria"]
    assert root.find(f".//{word('tblBorders')}") is not None
    assert len(list(root.iter(word("numPr")))) == 6


@pytest.mark.parametrize(
    "letterhead",
    [
        b"none",
        without("[Content_Types].xml"),
        without("word/settings.xml"),
        changed("word/settings.xml", "</w:settings>", ""),
        changed("[Content_Types].xml", "document.main+xml", "template.main+xml"),
        changed("word/styles.xml", 'w:type="table"', 'w:type="other"'),
    ],
    ids=["none", "no types", "no settings", "damaged", "template", "odd style"],
)
def test_a_letterhead_that_cannot_be_used_is_refused(letterhead: bytes) -> None:
    with pytest.raises(LetterheadError, match=r"not a sound|lacks its part|is damaged"):
        write(DOCUMENT, letterhead, now=NOW)


def test_text_that_reads_from_the_right_says_so_to_word() -> None:
    said = document_of(paragraph("p", "body", "שלום ", Span("Sweden", bold=True)), paragraph("q", "body", "Peace"))
    xml = parts(said)[MAIN].decode()
    assert xml.count("<w:bidi/>") == 1
    assert re.search(r"<w:rPr><w:rtl/></w:rPr><w:t[^>]*>שלום", xml)
    assert "<w:rtl/>" not in xml[xml.index("Sweden") - 60 : xml.index("Sweden")]


def test_words_above_and_below_the_line() -> None:
    words = (Span("km"), Span("2", raised="super"), Span("2", raised="sub", bold=True))
    root = main(document_of(paragraph("a", "body", *words)))
    assert [val(each) for each in root.iter(word("vertAlign"))] == ["superscript", "subscript"]


def test_a_picture_is_in_the_file_with_its_words() -> None:
    data = png(8, 4)
    document = document_of(Picture("p", data, 2000.0, 1000.0, "The <old> bridge", (Span("In Velm"),)))
    files = parts(document)
    assert files["word/media/picture1.png"] == data
    root = etree.fromstring(files["word/document.xml"])
    (said,) = root.iter("{*}docPr")
    assert (said.get("descr"), said.get("title")) == ("The <old> bridge", "In Velm")
    (extent,) = root.iter("{*}extent")
    assert int(str(extent.get("cx"))) == 2 * int(str(extent.get("cy")))
    assert texts(root)[-1] == "In Velm"


def test_footnotes_are_words_own() -> None:
    reference = Span("1", raised="super", note=(Span("Report "), Span("of 2025", italic=True)))
    files = parts(document_of(paragraph("a", "body", Span("Said"), reference)))
    notes = etree.fromstring(files["word/footnotes.xml"])
    kinds = [note.get(word("type")) for note in notes]
    assert kinds == ["separator", "continuationSeparator", None]
    assert "".join(map(str, notes[2].itertext())) == " Report of 2025"
    (said,) = etree.fromstring(files["word/document.xml"]).iter(word("footnoteReference"))
    assert said.get(word("id")) == notes[2].get(word("id")) == "1"
    style = val(next(notes[2].iter(word("pStyle"))))
    assert style in {row.get(word("styleId")) for row in etree.fromstring(files["word/styles.xml"])}


def test_the_settings_name_the_lines_over_footnotes_where_there_are_any() -> None:
    reference = Span("1", raised="super", note=(Span("Report."),))
    files = parts(document_of(paragraph("a", "body", Span("Said"), reference)))
    settings = etree.fromstring(files["word/settings.xml"])
    (properties,) = settings.iter(word("footnotePr"))
    assert [row.get(word("id")) for row in properties] == ["-1", "0"]
    following = properties.getnext()
    assert following is not None
    assert following.tag == word("compat")


def test_a_document_without_footnotes_has_no_part_for_them() -> None:
    files = parts(document_of(paragraph("a", "body", "Said")))
    assert "word/footnotes.xml" not in files
    assert b"footnotePr" not in files["word/settings.xml"]


def test_a_rule_across_the_text_is_a_border() -> None:
    root = main(document_of(paragraph("a", "body", "One"), Divider("r"), paragraph("b", "body", "Two")))
    (border,) = root.iter(word("pBdr"))
    assert [val(side) for side in border] == ["single"]


def test_rules_one_after_another_are_not_one() -> None:
    root = main(document_of(*(Divider(f"r{at}") for at in range(3))))
    colors = [side.get(word("color")) for border in root.iter(word("pBdr")) for side in border]
    assert colors[0] != colors[1] != colors[2]
