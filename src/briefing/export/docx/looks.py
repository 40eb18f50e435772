"""The looks that a letterhead gives to a document's blocks, as openings of paragraphs, tables and cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from briefing.compose.document import ROLE_STYLES, TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, Table
from briefing.compose.notes_look import NOTE_TEXT_STYLE
from briefing.export.docx.lists import LEVELS, Lists, item
from briefing.export.docx.text import escape
from briefing.frozen import frozen
from briefing.letterhead.model import Border, Letterhead, TableLook
from briefing.page.columns import fitted

#: Finds the id of a style by its kind (paragraph, character, table) and name; an empty string where there is none.
FindStyle = Callable[[str, str], str]

_LISTS = frozenset(("bullet", "number", "continuation"))
_ALIGNS = {"left": "", "right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}
_PARAGRAPH = "<w:p><w:pPr>"
#: The style of footnotes that a file has where its letterhead has none.
NOTE_STYLE_ID = "FootnoteText"


@frozen
class Looks:
    """Everything that stands before a text, by role and level, made once for a letterhead.

    Between an opening and its closing there is room for what one paragraph alone has: a new page, its list.
    `label` and `link` are the character styles of a fact's label and of a link. Widths are twentieths of a point.
    """

    openings: Mapping[str, tuple[str, ...]]
    closings: Mapping[str, tuple[str, ...]]
    label: str
    link: str
    lists: Lists
    head_style: str
    text_style: str
    table_style: str
    letterhead: Letterhead
    text_width: int
    note_style: str

    def widths(self, table: Table) -> tuple[int, ...]:
        """The widths of a table's columns; their sum is the width of the text."""
        edges, reached = [0], 0.0
        for column in fitted(table, self.letterhead):
            reached += column.share
            edges.append(round(reached * self.text_width))
        return tuple(max(1, after - before) for before, after in pairwise(edges))

    def table(self, headed: bool) -> str:
        """The opening of a table and of its properties; with direct rules where the letterhead has no style for it."""
        style = f'<w:tblStyle w:val="{self.table_style}"/>' if self.table_style else ""
        rules, padding = ("", "") if self.table_style else _direct(self.letterhead.table)
        first = "1" if headed else "0"
        return (
            f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{self.text_width}" w:type="dxa"/>{rules}<w:tblLayout w:type="fixed"/>'
            f'{padding}<w:tblLook w:val="{"0620" if headed else "0600"}" w:firstRow="{first}" w:lastRow="0"'
            ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )

    def cells(self, table: Table, widths: tuple[int, ...], heads_below: int | None, *, kept: bool) -> tuple[str, ...]:
        """The openings of a row's cells; `heads_below` counts the head rows under it, None for a row of the body.

        A row that is `kept` stays on the page of the row below.
        """
        style = self.text_style if heads_below is None else self.head_style
        rule = "" if heads_below is None else self._head_rule(len(table.head), heads_below)
        return tuple(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}</w:tcPr>'
            f"<w:p><w:pPr>{style}{'<w:keepNext/>' if kept else ''}{_ALIGNS[column.align]}</w:pPr>"
            for column, width in zip(table.columns, widths, strict=True)
        )

    def _head_rule(self, heads: int, heads_below: int) -> str:
        """A rule of the cell's own where the table's style cannot give it: it knows the first row only."""
        if self.table_style and heads == 1:
            return ""
        bottom = _border("bottom", self.letterhead.table.head_rule if not heads_below else None)
        return f"<w:tcBorders>{bottom}</w:tcBorders>"


def make_looks(find: FindStyle, lists: Lists, letterhead: Letterhead) -> Looks:
    """The looks of a letterhead. A style that it lacks is replaced by its body style."""
    openings: dict[str, tuple[str, ...]] = {}
    closings: dict[str, tuple[str, ...]] = {}
    for role, name in ROLE_STYLES.items():
        rows = [_paragraph(role, name, level, find, lists) for level in range(LEVELS)]
        openings[role] = tuple(opening for opening, _ in rows)
        closings[role] = tuple(closing for _, closing in rows)
    return Looks(
        openings=openings,
        closings=closings,
        label=_named("rStyle", find("character", "fact label")),
        link=_named("rStyle", find("character", "hyperlink")),
        lists=lists,
        head_style=_named("pStyle", find("paragraph", TABLE_HEAD_STYLE.lower())),
        text_style=_named("pStyle", find("paragraph", TABLE_TEXT_STYLE.lower())),
        table_style=escape(find("table", "figures")),
        letterhead=letterhead,
        text_width=round(letterhead.page.text_width * 20),
        note_style=_named("pStyle", find("paragraph", NOTE_TEXT_STYLE) or NOTE_STYLE_ID),
    )


def _paragraph(role: str, name: str, level: int, find: FindStyle, lists: Lists) -> tuple[str, str]:
    """Opening and closing of a paragraph's properties. A bullet whose style brings no list names one itself."""
    wanted = f"{name} {level + 1}".lower() if level and role in _LISTS else name.lower()
    exact = find("paragraph", wanted)
    style = exact or find("paragraph", name.lower()) or find("paragraph", "body text")
    listed = item(level, lists.bullets) if role == "bullet" and not (exact and lists.styled) else ""
    return f"{_PARAGRAPH}{_named('pStyle', style)}", f"{listed}</w:pPr>"


def _named(kind: str, style: str) -> str:
    return f'<w:{kind} w:val="{escape(style)}"/>' if style else ""


def _border(side: str, border: Border | None) -> str:
    if border is None:
        return f'<w:{side} w:val="nil"/>'
    width, color = max(2, round(border.width * 8)), border.color.lstrip("#")
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{color}"/>'


def _direct(look: TableLook) -> tuple[str, str]:
    """Rules and room inside cells as properties of a table that has no style."""
    rules = "".join(_border(side, look.row_rule) for side in ("bottom", "insideH"))
    sides = (("left", look.pad_left), ("right", look.pad_right))
    padding = "".join(f'<w:{side} w:w="{round(room * 20)}" w:type="dxa"/>' for side, room in sides)
    return f"<w:tblBorders>{rules}</w:tblBorders>", f"<w:tblCellMar>{padding}</w:tblCellMar>"
