"""The figures as a workbook and as text: numbers stay numbers, and what is printed around them is in their format."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.figures import Amount, Change, Figure, Period, Share, Source
from briefing.dossier.model import EMPTY, Dossier, Trade
from briefing.export.figure_sheets import to_tsv, to_xlsx
from briefing.export.xlsx import Sheet, Shown, workbook_of

NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
Y2022 = Period("2022-01-01", "2022-12-31", basis="calendar")
NINE = Period("2023-01-01", "2023-09-30", basis="calendar")
DOSSIER = replace(
    EMPTY,
    trade=Trade("KZ", "SE", "USD", "million", "s1"),
    figures=(
        Figure("f1", "export", period=Y2022, amount=Amount("96.10", "million", "USD", "exact")),
        Figure("f2", "import", period=Y2022, amount=Amount("1234", "thousand", "EUR", "about")),
        Figure("f3", "total", period=Y2022, change=Change(percent="-8.9", qualifier="exact", direction="fell")),
        Figure("f4", "total", period=NINE, amount=Amount("n/a"), change=Change(direction="grew")),
        Figure("f5", "companies", period=NINE, amount=Amount("40", "unit", "", "more_than")),
        Figure("f6", "import", "product:Trucks & parts", period=Y2022, amount=Amount("7.0", "million", "USD", "exact"),
               share=Share("31.6", "imports"), code="8704"),
    ),
    sources=(Source("s1", "Bureau of National Statistics", released="2023-10"),),
)  # fmt: skip


class Book:
    """A workbook read back from its XML."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None
        self.names = [each.get("name", "") for each in self.xml("xl/workbook.xml").iterfind(".//s:sheet", NS)]
        styles = self.xml("xl/styles.xml")
        codes = {each.get("numFmtId"): each.get("formatCode", "") for each in styles.iterfind(".//s:numFmt", NS)}
        self.formats = [codes.get(each.get("numFmtId"), "") for each in styles.iterfind("s:cellXfs/s:xf", NS)]

    def xml(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.zip.read(name))

    def rows(self, sheet: int) -> list[dict[str, str | tuple[Decimal, str]]]:
        """The cells of each row by their column: words, or a number with its format."""
        return [
            {(cell.get("r") or "").rstrip("0123456789"): self.cell(cell) for cell in row.iterfind("s:c", NS)}
            for row in self.xml(f"xl/worksheets/sheet{sheet + 1}.xml").iterfind(".//s:row", NS)
        ]

    def cell(self, cell: ElementTree.Element) -> str | tuple[Decimal, str]:
        if cell.get("t") == "inlineStr":
            return "".join(each.text or "" for each in cell.iterfind(".//s:t", NS))
        return Decimal(cell.findtext("s:v", "", NS)), self.formats[int(cell.get("s", "0"))]


def test_numbers_are_numbers_with_what_is_printed_around_them() -> None:
    book = Book(to_xlsx(DOSSIER))
    assert book.names == ["Trade", "Investment and companies", "Goods", "Sources"]
    assert book.rows(0) == [
        {
            "A": "Period",
            "B": "Export, million USD",
            "C": "Import, million USD",
            "D": "Total, million USD",
            "E": "Growth",
        },
        {
            "A": "2022",
            "B": (Decimal("96.10"), "#,##0.00"),
            "C": (Decimal("1234"), '"about "#,##0" thousand EUR"'),
            "E": (Decimal("-0.089"), "+0.0%;-0.0%;0.0%"),
        },
        {"A": "January–September 2023", "D": "n/a", "E": "grew"},
    ]
    assert book.rows(1)[1]["B"] == (Decimal(40), '"more than "#,##0')
    goods = book.rows(2)[1]
    assert (goods["B"], goods["C"], goods["F"]) == ("Trucks & parts", "8704", (Decimal("0.316"), "0.0%"))
    assert book.rows(3)[1]["C"] == "October 2023"


def test_the_head_stays_in_sight_and_columns_fit() -> None:
    sheet = Book(to_xlsx(DOSSIER)).xml("xl/worksheets/sheet1.xml")
    assert sheet.find(".//s:pane[@state='frozen']", NS) is not None
    widths = [float(each.get("width", "0")) for each in sheet.iterfind(".//s:col", NS)]
    assert widths[0] > len("January–September 2023")


def test_whose_statistics_they_are_stands_beside_rows_of_others() -> None:
    theirs = Figure("x1", "import", reporter="SE", partner="KZ", period=Y2022, amount=Amount("90", "million", "USD"))
    rows = Book(to_xlsx(replace(DOSSIER, figures=(*DOSSIER.figures, theirs)))).rows(0)
    assert [row.get("F") for row in rows] == ["Whose statistics", "Kazakhstan", "Sweden", "Kazakhstan"]


def test_an_empty_dossier_is_an_empty_table() -> None:
    book = Book(to_xlsx(EMPTY))
    assert book.names == ["Trade"]
    assert book.rows(0) == [dict(zip("ABCDE", ("Period", "Export", "Import", "Total", "Growth"), strict=True))]


def test_the_text_has_plain_numbers_and_no_formulas() -> None:
    named = replace(DOSSIER.figures[5], scope="product:=1+1")
    text = to_tsv(replace(DOSSIER, figures=(*DOSSIER.figures[:5], named))).decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[1] == "2022\t96.10\tabout 1234 thousand EUR\t\t-8.9 %"
    assert lines[2].startswith("January–September 2023\t\t\tn/a\tgrew")
    assert "'=1+1" in text


@given(
    st.lists(st.tuples(st.decimals(-(10**9), 10**9, places=2), st.text(max_size=12), st.text(max_size=12)), max_size=6)
)
def test_any_words_and_numbers_are_read_back(cells: list[tuple[Decimal, str, str]]) -> None:
    rows = [
        (words, number, Shown(number, f'"{before.replace(chr(34), "")}"0.00', "")) for number, words, before in cells
    ]
    book = Book(workbook_of((Sheet("One", rows),)))
    assert [row["B"] for row in book.rows(0)] == [(number, "#,##0.00") for number, _, _ in cells]
    assert [row["C"][0] for row in book.rows(0)] == [number for number, _, _ in cells]


def test_equal_figures_give_equal_files() -> None:
    assert to_xlsx(DOSSIER) == to_xlsx(replace(DOSSIER))


def dossier_of(amount: str) -> Dossier:
    return replace(EMPTY, figures=(Figure("f", "export", period=Y2022, amount=Amount(amount, "million", "USD")),))


@given(st.text(max_size=10))
def test_whatever_stands_in_an_amount_is_written(amount: str) -> None:
    Book(to_xlsx(dossier_of(amount))).rows(0)
    to_tsv(dossier_of(amount))
