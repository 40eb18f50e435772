"""Reads a letterhead ``.docx`` into values."""

from __future__ import annotations

from lxml import etree

from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.faces import theme_fonts
from briefing.letterhead.furniture import read_furniture
from briefing.letterhead.model import Border, Letterhead, PageSetup, TableLook
from briefing.letterhead.names import OFFICE, attribute, measure, switch, value, word
from briefing.letterhead.numbering import Numbering
from briefing.letterhead.package import Package, open_package
from briefing.letterhead.styles import StyleSheet, border

#: The table style of figures, by its name in lower case.
TABLE_STYLE = "figures"

#: Rules of a table in a letterhead without that style.
_PLAIN_TABLE = TableLook(5.4, 5.4, Border(0.75, "#000000"), Border(0.5, "#c9cdd3"))


def read(source: bytes) -> Letterhead:
    """The letterhead in these bytes; LetterheadError says in a sentence what is wrong, and in which part."""
    package = open_package(source)
    main = package.main()
    theme, lists = package.first("theme", main), package.first("numbering", main)
    numbering = Numbering(package.xml(lists) if lists else None)
    root = package.xml(package.first("styles", main) or "word/styles.xml")
    sheet = StyleSheet(root, numbering, theme_fonts(package.xml(theme) if theme else None))
    section = _section(package.xml(main), main)
    page = page_of(package, main)
    header, footer = _parts(section, package, main, "header"), _parts(section, package, main, "footer")
    by_parity = _by_parity(package, main)
    return Letterhead(
        page=page,
        styles=sheet.by_name(),
        table=_table(root),
        first_header=read_furniture(package, header[0], sheet, page, "header"),
        first_footer=read_furniture(package, footer[0], sheet, page, "footer"),
        header=read_furniture(package, header[1], sheet, page, "header"),
        footer=read_furniture(package, footer[1], sheet, page, "footer"),
        even_header=read_furniture(package, header[2], sheet, page, "header") if by_parity else None,
        even_footer=read_furniture(package, footer[2], sheet, page, "footer") if by_parity else None,
    )


def page_of(package: Package, main: str) -> PageSetup:
    """The page of a letterhead with that main part."""
    return _page(_section(package.xml(main), main), main)


def _section(document: etree._Element, main: str) -> etree._Element:
    """The last section, whose page and furniture the letterhead's text is written with."""
    section = document.find(f"{word('body')}/{word('sectPr')}")
    if section is None:
        raise LetterheadError(f"The part {main} of the letterhead has no page setup.")
    return section


def _page(section: etree._Element, main: str) -> PageSetup:
    """Page size and margins; without a size the page is ISO A4."""
    size, margins = section.find(word("pgSz")), section.find(word("pgMar"))
    sides = {side: measure(attribute(margins, side), 72.0) for side in ("left", "right", "top", "bottom")}
    sides["left"] += measure(attribute(margins, "gutter"), 0.0)
    page = PageSetup(
        width=measure(attribute(size, "w"), 595.3),
        height=measure(attribute(size, "h"), 841.9),
        # A negative top or bottom margin is one that header and footer do not push (ISO/IEC 29500-1, 17.6.11).
        left=sides["left"], right=sides["right"], top=abs(sides["top"]), bottom=abs(sides["bottom"]),
        header=measure(attribute(margins, "header"), 36.0),
        footer=measure(attribute(margins, "footer"), 36.0),
    )  # fmt: skip
    if page.text_width < 72 or page.height - page.top - page.bottom < 72:
        raise LetterheadError(f"The part {main} of the letterhead leaves less than an inch for text on its page.")
    return page


def _by_parity(package: Package, main: str) -> bool:
    """Whether pages of even number have headers and footers of their own (ISO/IEC 29500-1, 17.15.1.35)."""
    settings = package.first("settings", main)
    return bool(settings) and switch(package.xml(settings), "evenAndOddHeaders", False)


def _parts(section: etree._Element, package: Package, main: str, kind: str) -> tuple[str, str, str]:
    """The parts of the header or footer of the first page, the others, and those of even number; "" for none."""
    targets = package.relationships(main)
    parts: dict[str, str] = {}
    for reference in section.iterfind(word(f"{kind}Reference")):
        found = targets.get(reference.get(f"{{{OFFICE}}}id") or "")
        if found is None or found.target not in package.parts:
            raise LetterheadError(f"The part {main} of the letterhead names a {kind} that is missing.")
        parts[attribute(reference, "type") or "default"] = found.target
    others = parts.get("default", "")
    return parts.get("first", "") if switch(section, "titlePg", False) else others, others, parts.get("even", "")


def _table(styles: etree._Element) -> TableLook:
    """The look of the table style Figures, as its own properties give it."""
    tables = (row for row in styles.iterfind(word("style")) if attribute(row, "type") == "table")
    style = next((row for row in tables if (value(row, "name") or "").lower() == TABLE_STYLE), None)
    if style is None:
        return _PLAIN_TABLE
    padding = style.find(f"{word('tblPr')}/{word('tblCellMar')}")
    rules = style.find(f"{word('tblPr')}/{word('tblBorders')}")
    head = next((row for row in style.iterfind(word("tblStylePr")) if attribute(row, "type") == "firstRow"), None)
    return TableLook(
        pad_left=_pad(padding, "left"),
        pad_right=_pad(padding, "right"),
        head_rule=None if head is None else border(head.find(f"{word('tcPr')}/{word('tcBorders')}/{word('bottom')}")),
        row_rule=None if rules is None else border(rules.find(word("insideH"))),
    )


def _pad(padding: etree._Element | None, side: str) -> float:
    """Room inside a cell at one side; 5.4 pt where the style does not say (ISO/IEC 29500-1, 17.4.42)."""
    cell = None if padding is None else padding.find(word(side))
    return measure(attribute(cell, "w"), 5.4)
