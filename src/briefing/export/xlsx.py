"""A workbook of one sheet, as spreadsheet programs open it (ISO/IEC 29500-1, part 18): words and numbers, no more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.export.docx.archive import assemble, pack
from briefing.export.docx.relationships import Target, content_types, relationships
from briefing.export.docx.text import escape
from briefing.letterhead.names import OFFICE

#: What stands in a cell: words, a number shown with the decimals that it has, or nothing.
Cell = str | Decimal | None

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The most decimals that a number is shown with.
_MOST_DECIMALS = 9
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOOK, _SHEET, _STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"


def workbook(sheet: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The file of a workbook: equal arguments give equal bytes. `sheet` is its name, of letters and digits."""
    types = {_BOOK: f"{CONTENT_TYPE}.main+xml", _SHEET: _type("worksheet"), _STYLES: _type("styles")}
    parts = (
        ("[Content_Types].xml", content_types(types)),
        relationships("", (Target("rId1", f"{OFFICE}/officeDocument", _BOOK),)),
        relationships(
            _BOOK, (Target("rId1", f"{OFFICE}/worksheet", _SHEET), Target("rId2", f"{OFFICE}/styles", _STYLES))
        ),
        (_BOOK, _book(sheet)),
        (_STYLES, _styles()),
        (_SHEET, _cells(rows)),
    )
    return assemble([pack(name, text.encode()) for name, text in parts])


def column(number: int) -> str:
    """The letters of a column counted from 0: A to Z, AA and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def number_format(decimals: int) -> str:
    """The format of a number with so many decimals, thousands parted as the reader's program parts them."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def decimals_of(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return min(max(-exponent, 0), _MOST_DECIMALS) if isinstance(exponent, int) else 0


def _type(kind: str) -> str:
    return CONTENT_TYPE.removesuffix("sheet") + f"{kind}+xml"


def _book(sheet: str) -> str:
    return (
        f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}">'
        f'<sheets><sheet name="{escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _styles() -> str:
    """A look for each number of decimals, whose number is that of the look, and one for words at the end."""
    first = 164  # numbers below are formats that programs know
    counts = range(_MOST_DECIMALS + 1)
    formats = "".join(f'<numFmt numFmtId="{first + n}" formatCode="{number_format(n)}"/>' for n in counts)
    looks = "".join(f'<xf numFmtId="{first + n}" fontId="0" fillId="0" borderId="0" xfId="0"'
                    ' applyNumberFormat="1"/>' for n in counts)  # fmt: skip
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{_DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(counts)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(counts) + 1}">{looks}{plain} xfId="0"/></cellXfs></styleSheet>'
    )


def _cells(rows: Sequence[Sequence[Cell]]) -> str:
    written = "".join(
        f'<row r="{at}">{"".join(_cell(f"{column(place)}{at}", cell) for place, cell in enumerate(row))}</row>'
        for at, row in enumerate(rows, 1)
    )
    return f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetData>{written}</sheetData></worksheet>'


def _cell(name: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f'<c r="{name}" s="{decimals_of(cell)}"><v>{cell:f}</v></c>'
    kept = ' xml:space="preserve"' if cell != cell.strip() else ""
    return f'<c r="{name}" s="{_MOST_DECIMALS + 1}" t="inlineStr"><is><t{kept}>{escape(cell)}</t></is></c>'
