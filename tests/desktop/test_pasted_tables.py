"""Tables on the clipboard: HTML of spreadsheets and web pages, and text, read to their cells and laid onto columns."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desktop.form.grid_clipboard import for_clipboard, read_block, read_clipboard
from briefing.desktop.form.grid_placing import place
from briefing.desktop.form.grid_trade import TradeRows
from briefing.desktop.form.table_html import Table, read_table, write_table

COLUMNS = TradeRows.columns

OF_CALC = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><style type="text/css">body,div,table,thead,tbody { font-size:x-small }</style></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left"><font face="Liberation Sans">Period</font></td><td>Export</td></tr>
<tr><td align="right" sdval="2022" sdnum="1033;"><font>2022</font></td>
<td align="right" sdval="1234" sdnum="1033;0;#,##0">1,234</td></tr>
<tr><td align="right" sdval="2023" sdnum="1033;">2023</td>
<td align="right" sdval="1.234" sdnum="1033;0;0.000">1.234</td></tr></table></body></html>"""

OF_EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!-- td {mso-number-format:General} --></style></head>
<body link=blue><table border=0 width=192>
<!--StartFragment--><col width=64 span=2>
<tr height=20><td class=xl65 width=64>2022</td><td align=right x:num="1234.5">1&nbsp;234,5</td></tr>
<tr height=20><td colspan=2 class=xl66>H1 2023</td></tr><!--EndFragment--></table></body></html>"""

OF_A_PAGE = """<p>Trade with Sweden</p><table class="stat"><thead>
<tr><th rowspan="2">Period</th><th colspan="2">Million USD</th></tr><tr><th>Exports</th><th>Imports</th></tr></thead>
<tbody><tr><td>2022<sup>1</sup></td><td>96.1<sup><a href="#n">2</a></sup></td><td>229.8<br></td></tr>
<tr><td>2023 <span style="display:inline">(Jan&ndash;Sep)</span></td><td>47.5</td><td>318.4</td></tr></tbody></table>"""


def test_a_table_of_calc_tells_what_its_numbers_are() -> None:
    assert read_table(OF_CALC) == Table((("Period", "Export"), ("2022", "1234"), ("2023", "1.234")))


def test_a_table_of_excel_keeps_its_blanks_and_spans() -> None:
    assert read_table(OF_EXCEL) == Table((("2022", "1\u00a0234,5"), ("H1 2023", "")))


def test_a_table_of_a_page_loses_its_notes_and_nothing_else() -> None:
    found = read_table(OF_A_PAGE)
    assert found == Table(
        (
            ("Period", "Million USD", ""),
            ("", "Exports", "Imports"),
            ("2022", "96.1", "229.8"),
            ("2023 (Jan–Sep)", "47.5", "318.4"),
        ),
        ("1", "2"),
    )


@pytest.mark.parametrize("text", ["", "<p>no table</p>", "<table></table>", "<td>x", "<sup>1</sup>"])
def test_what_holds_no_table_is_none(text: str) -> None:
    found = read_table(text)
    assert found is None or found == Table((("x",),))


def test_cells_that_claim_to_be_endless_are_not_believed() -> None:
    found = read_table(
        '<table><tr><td colspan="999999999" rowspan="9999999">1</td><td>2</td></tr><tr><td>3</td></tr></table>'
    )
    assert found is not None
    assert [len(row) <= 201 for row in found.rows] == [True, True]


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"])), min_size=1), min_size=1
    )
)
def test_a_table_written_is_read_again(rows: list[list[str]]) -> None:
    found = read_table(write_table(rows))
    assert found is not None
    assert [list(row) for row in found.rows] == rows


@given(st.text())
def test_no_html_breaks_the_reader(text: str) -> None:
    read_table(text)
    read_table("<table><tr><td>" + text)


TAGS = "<table> </table> <tr> </tr> <td rowspan=3> <td colspan=2> </td> <sup> </sup> <style> <br> 1 x"


@given(st.lists(st.sampled_from(re.findall(r"<[^>]*>|[1x]", TAGS))))
def test_no_order_of_tags_breaks_the_reader(tags: list[str]) -> None:
    read_table("".join(tags))


def test_both_forms_go_on_the_clipboard(qapp: object) -> None:
    data = for_clipboard([["2022", "-1234.5"]], ["Period", "Export"])
    assert data.text() == "Period\tExport\n2022\t-1234.5"
    assert 'x:num="-1234.5"' in data.html()
    assert 'sdval="-1234.5"' in data.html()
    assert read_clipboard(data) == Table((("Period", "Export"), ("2022", "-1234.5")))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("2022\t96,1\r\n2023\t47,5\r\n", [["2022", "96,1"], ["2023", "47,5"]]),
        ('"2022"\t"96 ""x"""', [["2022", '96 "x"']]),
        ("2022;96,1\n2023;47,5", [["2022", "96,1"], ["2023", "47,5"]]),
        ("| Year | Export |\n|---|--:|\n| 2022 | 96.1 |", [["Year", "Export"], ["2022", "96.1"]]),
        ("a; b\nc", [["a; b"], ["c"]]),
        ("\n\n", []),
    ],
)
def test_text_is_read_to_its_cells(text: str, rows: list[list[str]]) -> None:
    assert read_block(text) == rows


def test_headings_name_their_columns_and_units() -> None:
    placed = place([["Year", "Imports, thousand EUR", "Total (USD bn)"], ["2022", "229", "more than 3"]], COLUMNS, 0)
    assert placed.rows == ({0: "2022", 2: "229 thousand EUR", 3: "more than 3"},)
    assert placed.left_out == ()


def test_a_unit_above_the_headings_holds_for_all_amounts_and_none_of_the_growth() -> None:
    block = [["Trade with Sweden, million USD", ""], ["", ""], ["Период", "Экспорт", "Рост"], ["2022", "96,1", "5"]]
    placed = place(block, COLUMNS, 0)
    assert placed.rows == ({0: "2022", 1: "96,1 million USD", 4: "5"},)
    assert placed.left_out == ("Left out, for it stands above the headings: “Trade with Sweden, million USD”.",)


def test_headings_of_two_lines_are_understood() -> None:
    found = read_table(OF_A_PAGE)
    assert found is not None
    assert place(found.rows, COLUMNS, 0).rows == (
        {0: "2022", 1: "96.1 Million USD", 2: "229.8 Million USD"},
        {0: "2023 (Jan–Sep)", 1: "47.5 Million USD", 2: "318.4 Million USD"},
    )
    assert place(found.rows, COLUMNS, 0).left_out == ()


def test_a_table_that_lies_is_turned() -> None:
    placed = place([["", "2021", "2022"], ["Exports", "80.1", "96.1"], ["Imports", "…", "229.8"]], COLUMNS, 0)
    assert placed.rows == ({0: "2021", 1: "80.1", 2: ""}, {0: "2022", 1: "96.1", 2: "229.8"})


def test_what_has_no_column_is_told() -> None:
    headed = place([["Period", "Export", "Export share", "Balance"], ["2022", "96.1", "29", "-133"]], COLUMNS, 0)
    assert headed.rows == ({0: "2022", 1: "96.1"},)
    assert headed.left_out == ("There is no column here for “Export share”, “Balance”.",)
    bare = place([["2022", "1", "2", "3", "4", "5"]], COLUMNS, 0)
    assert bare.left_out == ("This was left out for want of a column: “5”.",)


@pytest.mark.parametrize(
    ("cells", "point"),
    [
        (["1,234", "96,1"], ","),
        (["1.234", "96.1"], "."),
        (["1.234", "1.234,5"], ","),
        (["1,234"], ""),
        (["96.1", "96,1"], ""),
        (["01.10.2023", "1,234"], ""),
    ],
)
def test_a_block_shows_its_decimal_mark_where_one_cell_does(cells: list[str], point: str) -> None:
    assert place([["2022", *cells]], COLUMNS, 0).point == point


def test_an_empty_line_beside_the_first_column_keeps_its_row() -> None:
    assert place([["1"], [""], ["3"]], COLUMNS, 1).rows == ({1: "1"}, {1: ""}, {1: "3"})
    assert place([["2021", "1"], ["", ""], ["2023", "3"]], COLUMNS, 0).rows == (
        {0: "2021", 1: "1"},
        {0: "2023", 1: "3"},
    )


@given(st.lists(st.lists(st.text(max_size=8), max_size=8), max_size=6), st.integers(0, 4))
def test_no_block_breaks_placing_and_nothing_is_lost(block: list[list[str]], first: int) -> None:
    placed = place(block, COLUMNS, first)
    assert all(set(row) <= set(range(len(COLUMNS))) for row in placed.rows)
