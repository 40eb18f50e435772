"""Charts in files: Word's own with their data, as pictures where asked, drawn on web pages, told in Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree
from PySide6.QtGui import QGuiApplication, QImage
from tests.export.sample_document import LETTERHEAD, NOW, document_of, paragraph
from tests.letterhead.changed_letterhead import changed, parts_of
from tests.sample_charts import FIGURES, NOTE, chart

from briefing.compose.document import Block, Chart, Column, PageBreak, Row, Span, Table
from briefing.export.docx.writer import write
from briefing.export.html import write as write_html
from briefing.export.markdown import write as write_markdown
from briefing.export.xlsx import column, workbook
from briefing.letterhead.names import word
from briefing.letterhead.reader import read

HEAD = read(LETTERHEAD)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART, BOOK, PICTURE = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx", "word/media/chart1.png"


def files(*blocks: Block, letterhead: bytes = LETTERHEAD) -> dict[str, bytes]:
    return parts_of(write(document_of(*blocks), letterhead, now=NOW))


def lines(data: bytes) -> str:
    return data.decode().replace("><", ">\n<") + "\n"


def chart_of(made: Chart) -> etree._Element:
    return etree.fromstring(files(made)[CHART])


def text_of(element: etree._Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext()))


def values(root: etree._Element, series: int, what: str) -> dict[str, str]:
    """The cached names or values of a series by their rows."""
    points = root.findall(f".//{C}ser")[series].iterfind(f"{C}{what}//{C}pt")
    return {str(point.get("idx")): point.findtext(f"{C}v") or "" for point in points}


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_the_parts_of_a_chart_are_as_approved(kind: str, golden: Callable[[str, str], None]) -> None:
    found = files(chart(kind=kind))  # type: ignore[arg-type]
    golden(f"word-charts-{kind}.xml", lines(found[CHART]))
    if kind == "bars":
        golden("word-charts-rels.xml", lines(found["word/charts/_rels/chart1.xml.rels"]))
        golden("word-charts-sheet.xml", lines(parts_of(found[BOOK])["xl/worksheets/sheet1.xml"]))


def test_the_body_leads_to_the_chart_and_the_chart_to_its_data() -> None:
    found = files(paragraph("a", "body", "Above."), chart("c1"), chart("c2", "lines"))
    types = found["[Content_Types].xml"].decode()
    for number in (1, 2):
        assert f'PartName="/word/charts/chart{number}.xml"' in types
        assert f'PartName="/word/embeddings/chart{number}.xlsx"' in types
        assert 'Target="../embeddings/' in found[f"word/charts/_rels/chart{number}.xml.rels"].decode()
        assert f'Id="chart{number}"' in found["word/_rels/document.xml.rels"].decode()
    body = etree.fromstring(found["word/document.xml"])
    ids = [str(row.get("id")) for row in body.iter(f"{WP}docPr")]
    used = {i for name, data in found.items() if "header" in name for i in re.findall(rb'docPr id="(\d+)"', data)}
    assert len(set(ids)) == 2
    assert not {i.encode() for i in ids} & used


def test_a_document_without_charts_holds_nothing_of_them() -> None:
    found = files(paragraph("a", "body", "Words."))
    assert not [name for name in found if "chart" in name or "embed" in name]


def test_the_alternative_text_tells_what_the_chart_shows() -> None:
    body = etree.fromstring(files(chart())["word/document.xml"])
    (about,) = body.iter(f"{WP}docPr")
    assert about.get("descr") == "Bar chart: Trade with Kestria. The total rose & fell."
    assert about.get("title") == "Trade with Kestria, million euros"


def test_a_line_of_exact_pitch_would_cut_the_drawing_so_it_stands_in_another() -> None:
    body = etree.fromstring(files(chart(), chart("d", note=""))["word/document.xml"])
    drawings = [row for row in body.iter(word("p")) if row.find(f".//{word('drawing')}") is not None]
    for row in drawings:
        spacing = row.find(f"{word('pPr')}/{word('spacing')}")
        assert spacing is not None
        assert (spacing.get(word("line")), spacing.get(word("lineRule"))) == ("240", "auto")
    kept = [row.find(f"{word('pPr')}/{word('keepNext')}") for row in drawings]
    assert [each is not None and each.get(word("val")) for each in kept] == [None, "0"]


def test_title_and_note_are_words_of_the_page_with_their_bookmarks() -> None:
    body = etree.fromstring(files(chart())["word/document.xml"])
    texts = ["".join(part.text or "" for part in row.iter(word("t"))) for row in body.iter(word("p"))]
    assert texts == ["Trade with Kestria, million euros", NOTE]
    starts, ends = ([row.get(word("id")) for row in body.iter(word(f"bookmark{end}"))] for end in ("Start", "End"))
    assert sorted(map(str, starts)) == sorted(map(str, ends))
    assert len(starts) == 2


def test_a_chart_on_a_new_page_starts_it() -> None:
    body = etree.fromstring(files(paragraph("a", "body", "x"), PageBreak("b"), chart())["word/document.xml"])
    breaks = [row.find(f"{word('pPr')}/{word('pageBreakBefore')}") is not None for row in body.iter(word("p"))]
    assert breaks == [False, True, False]


def test_unlike_periods_are_parted_by_an_empty_row_which_no_line_crosses() -> None:
    root = chart_of(chart(kind="lines"))
    assert values(root, 2, "cat") == {
        "0": "2021", "1": "2022", "2": "2023", "3": "2024", "5": "January–September 2025 (provisional)",
    }  # fmt: skip
    assert values(root, 0, "val") == {"0": "380.1", "1": "395.0", "3": "455.3", "5": "318.2"}
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"  # type: ignore[union-attr]


def test_the_workbook_has_the_data_that_the_chart_names() -> None:
    found = files(chart(kind="lines"))
    book = parts_of(found[BOOK])
    assert b'name="Figures"' in book["xl/workbook.xml"]
    sheet = etree.fromstring(book["xl/worksheets/sheet1.xml"])
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cells = {str(c.get("r")): text_of(c) for c in sheet.iter(f"{main}c")}
    assert [cells[f"{letter}1"] for letter in "BCD"] == ["Exports", "Imports", "Total"]
    assert [cells.get(f"B{row}") for row in range(2, 8)] == ["380.1", "395.0", None, "455.3", None, "318.2"]
    assert "A6" not in cells
    formulas = re.findall(r"<c:f>(.*?)</c:f>", found[CHART].decode())
    assert formulas[:3] == ["Figures!$B$1", "Figures!$A$2:$A$7", "Figures!$B$2:$B$7"]


def test_numbers_are_labelled_with_the_decimals_and_signs_that_they_have() -> None:
    made = chart(values={**FIGURES, "total": ("> 680", "705.0", "700.5", "756.7", "527.8")})
    total = chart_of(made).findall(f".//{C}ser")[2]
    (own,) = total.findall(f"{C}dLbls/{C}dLbl")
    assert own.find(f"{C}idx").get("val") == "0"  # type: ignore[union-attr]
    assert text_of(own.find(f"{C}tx")) == "> 680"
    assert total.find(f"{C}dLbls/{C}numFmt").get("formatCode") == "#,##0.0"  # type: ignore[union-attr]
    whole = chart_of(made).findall(f".//{C}ser")[1].find(f"{C}dLbls/{C}dLbl/{C}numFmt")
    assert whole is not None
    assert whole.get("formatCode") == "#,##0"


def test_the_scale_is_the_one_of_the_page() -> None:
    axis = chart_of(chart()).find(f".//{C}valAx")
    assert axis is not None
    marks = {name: axis.find(f".//{C}{name}").get("val") for name in ("min", "max", "majorUnit")}  # type: ignore[union-attr]
    assert marks == {"min": "0", "max": "800", "majorUnit": "200"}


def test_equal_charts_make_equal_files() -> None:
    one, other = (write(document_of(chart()), LETTERHEAD, now=NOW) for _ in range(2))
    assert one == other


def test_words_that_xml_forbids_are_shown_as_a_sign() -> None:
    odd = replace(chart(), summary='a\x00 "b" <c>', categories=chart(names=['<&"\x01>'] * 5).categories)
    found = files(odd)
    assert "a\ufffd &quot;b&quot; &lt;c&gt;" in found["word/document.xml"].decode()
    assert '<&"\ufffd>' in values(etree.fromstring(found[CHART]), 0, "cat").values()


def test_drawings_of_a_letterhead_keep_their_numbers() -> None:
    letterhead = changed("word/header1.xml", 'docPr id="', 'docPr id="4')
    header = files(letterhead=letterhead)["word/header1.xml"].decode()
    taken = set(re.findall(r'docPr id="(\d+)"', header))
    body = files(*(chart(f"c{at}") for at in range(60)), letterhead=letterhead)["word/document.xml"].decode()
    assert taken
    assert not taken & set(re.findall(r'docPr id="(\d+)"', body))


def test_no_name_of_a_field_is_in_the_parts_of_a_chart() -> None:
    found = files(chart())
    whole = b"".join([*found.values(), *parts_of(found[BOOK]).values()])
    assert b"figures[" not in whole
    assert b"trade." not in whole


def test_a_picture_is_one_where_asked(qapp: QGuiApplication) -> None:
    found = files(replace(chart(), picture=True))
    assert CHART not in found
    image = QImage.fromData(found[PICTURE])
    assert (image.width(), image.height()) == (round(459.3 * 300 / 72), round(180 * 300 / 72))
    assert image.pixelColor(0, image.height() - 1).name() == "#ffffff"
    assert "#1f3a5f" in {image.pixelColor(x, 500).name() for x in range(image.width())}
    body = etree.fromstring(found["word/document.xml"])
    (about,) = body.iter(f"{WP}docPr")
    assert (about.get("descr") or "").startswith("Bar chart")
    assert 'Target="media/chart1.png"' in found["word/_rels/document.xml.rels"].decode()


def test_a_web_page_draws_the_chart_and_tells_it() -> None:
    page = write_html(document_of(chart(kind="lines")), HEAD)
    (svg,) = re.findall(r"<svg .*?</svg>", page, re.DOTALL)
    root = etree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Bar chart: Trade with Kestria. The total rose & fell."
    texts = [text_of(each) for each in root.iter("text")]
    assert {"Exports", "Imports", "Total", "756.7", "800", "2021"} <= set(texts)
    assert "<figcaption>Trade with Kestria, million euros</figcaption>" in page
    assert f'<p class="note">{NOTE}</p>' in page
    assert "figure{" in page
    assert "figure{" not in write_html(document_of(paragraph("a", "body", "x")), HEAD)


def test_a_chart_starts_a_page_of_a_print() -> None:
    assert '<figure class="chart new-page">' in write_html(document_of(PageBreak("b"), chart()), HEAD)


def test_markdown_tells_the_chart_and_gives_its_numbers_once() -> None:
    alone = write_markdown(document_of(chart()))
    assert "| Trade with Kestria, million euros | Exports | Imports | Total |" in alone
    assert "| 2023 |  | 287.9 | 700.5 |" in alone
    assert "_Bar chart: Trade with Kestria. The total rose & fell._" in alone
    paths = [datum.words for series in chart().series for datum in series.values]
    table = Table("t", (Column(1.0),), (), tuple(Row(f"r{at}", (spans,)) for at, spans in enumerate(paths)))
    both = write_markdown(document_of(table, chart()))
    assert "| Exports |" not in both
    assert "_Bar chart: Trade with Kestria. The total rose & fell._" in both


def test_a_workbook_holds_words_and_numbers() -> None:
    data = workbook("Sheet", [["<a> & b", Decimal("1.50")], [None, Decimal(-3)], []])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "&lt;a&gt; &amp; b" in sheet
    assert '<c r="B1" s="2"><v>1.50</v></c>' in sheet
    assert '<row r="2"><c r="B2" s="0"><v>-3</v></c></row>' in sheet
    assert [column(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_note_keeps_its_looks() -> None:
    made = replace(chart(), note=(Span("One. "), Span("Two.", italic=True)))
    body = files(made)["word/document.xml"].decode()
    assert "<w:i/>" in body
