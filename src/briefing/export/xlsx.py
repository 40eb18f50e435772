"""A workbook as spreadsheet programs open it (ISO/IEC 29500-1, part 18): sheets of words and numbers, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from decimal import Decimal

from briefing.export.docx.archive import assemble, pack
from briefing.export.docx.relationships import Target, content_types, relationships
from briefing.export.docx.text import escape
from briefing.frozen import frozen
from briefing.letterhead.names import OFFICE


@frozen
class Shown:
    """A number with a format of its own, and the text that a program shows for it."""

    number: Decimal
    format: str
    text: str


#: What stands in a cell: words, a number shown with the decimals that it has or as it says, or nothing.
Cell = str | Decimal | Shown | None

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The most decimals that a number is shown with.
_MOST_DECIMALS = 9
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
#: Numbers of looks: a number for each count of decimals, then words, then the words of a head.
_WORDS, _HEAD, _OWN = _MOST_DECIMALS + 1, _MOST_DECIMALS + 2, _MOST_DECIMALS + 3


@frozen
class Sheet:
    """One sheet. `name` is of letters, digits and blanks; with `headed` the first row is a head, which stays in sight.

    `widths` are those of its columns, in characters.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    headed: bool = False
    widths: Sequence[int] = field(default=())


def workbook(sheet: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The file of a workbook with one sheet: equal arguments give equal bytes."""
    return workbook_of((Sheet(sheet, rows),))


def workbook_of(sheets: Sequence[Sheet]) -> bytes:
    """The file of a workbook: equal arguments give equal bytes."""
    names = [f"xl/worksheets/sheet{at}.xml" for at in range(1, len(sheets) + 1)]
    types = {
        _BOOK: f"{CONTENT_TYPE}.main+xml",
        **{each: _type("worksheet") for each in names},
        _STYLES: _type("styles"),
    }
    own = list(dict.fromkeys(_own_formats(sheets)))
    targets = [Target(f"rId{at}", f"{OFFICE}/worksheet", each) for at, each in enumerate(names, 1)]
    parts = (
        ("[Content_Types].xml", content_types(types)),
        relationships("", (Target("rId1", f"{OFFICE}/officeDocument", _BOOK),)),
        relationships(_BOOK, (*targets, Target(f"rId{len(names) + 1}", f"{OFFICE}/styles", _STYLES))),
        (_BOOK, _book([sheet.name for sheet in sheets])),
        (_STYLES, _styles(own, headed=any(sheet.headed for sheet in sheets))),
        *((name, _cells(sheet, own)) for name, sheet in zip(names, sheets, strict=True)),
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


def _own_formats(sheets: Iterable[Sheet]) -> Iterable[str]:
    return (cell.format for sheet in sheets for row in sheet.rows for cell in row if isinstance(cell, Shown))


def _book(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1)
    )
    return f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _styles(own: Sequence[str], *, headed: bool) -> str:
    """A look for each number of decimals, whose number is that of the look, then those of words and of own formats."""
    first = 164  # numbers below are formats that programs know
    known = [number_format(n) for n in range(_MOST_DECIMALS + 1)]
    formats = "".join(
        f'<numFmt numFmtId="{first + n}" formatCode="{escape(code)}"/>' for n, code in enumerate([*known, *own])
    )
    look = '<xf numFmtId="{0}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    looks = [*(look.format(first + n) for n in range(len(known))), f'{plain} xfId="0"/>']
    if headed or own:
        looks.append('<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>')
        looks += [look.format(first + len(known) + n) for n in range(len(own))]
    bold = '<font><b/><sz val="11"/><name val="Calibri"/></font>' if headed or own else ""
    return (
        f'{_DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(known) + len(own)}">{formats}</numFmts>'
        f'<fonts count="{2 if bold else 1}"><font><sz val="11"/><name val="Calibri"/></font>{bold}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs></styleSheet>'
    )


def _cells(sheet: Sheet, own: Sequence[str]) -> str:
    written = "".join(
        f'<row r="{at}">{"".join(_cell(f"{column(n)}{at}", cell, own, head=head) for n, cell in enumerate(row))}</row>'
        for at, row in enumerate(sheet.rows, 1)
        for head in (sheet.headed and at == 1,)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>' if sheet.headed else ""
    wide = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(sheet.widths, 1)
    )
    columns = f"<cols>{wide}</cols>" if wide else ""
    return f'{_DECLARATION}<worksheet xmlns="{_MAIN}">{view}{columns}<sheetData>{written}</sheetData></worksheet>'


def _cell(name: str, cell: Cell, own: Sequence[str], *, head: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Shown):
        return f'<c r="{name}" s="{_OWN + own.index(cell.format)}"><v>{cell.number:f}</v></c>'
    if isinstance(cell, Decimal):
        return f'<c r="{name}" s="{decimals_of(cell)}"><v>{cell:f}</v></c>'
    kept = ' xml:space="preserve"' if cell != cell.strip() else ""
    look = _HEAD if head else _WORDS
    return f'<c r="{name}" s="{look}" t="inlineStr"><is><t{kept}>{escape(cell)}</t></is></c>'
