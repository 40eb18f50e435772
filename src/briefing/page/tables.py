"""Tables of figures laid out: columns by their shares, a rule under the head, a hairline under each row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from briefing.compose.document import TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, Column, Row, Spans, Table
from briefing.letterhead.model import Border, Letterhead
from briefing.page.blocks import LaidRow, LaidTable
from briefing.page.columns import fitted
from briefing.page.faces import Faces
from briefing.page.flow import Flow
from briefing.page.lines import Frame, lay_text
from briefing.page.pages import Rule
from briefing.page.paragraphs import span_words
from briefing.page.text import Text, Words

#: Lays a row, or gives the one laid before: called with the row, the columns, and whether it is a head row.
RowLayer = Callable[[Row, tuple[Column, ...], bool], LaidRow]


def lay_table(table: Table, letterhead: Letterhead, row_layer: RowLayer) -> LaidTable:
    look, columns = letterhead.table, fitted(table, letterhead)
    head = tuple(row_layer(row, columns, True) for row in table.head)
    if head:
        head = (*head[:-1], _ruled(head[-1], look.head_rule, letterhead.page.text_width))
    rows = tuple(row_layer(row, columns, False) for row in table.rows)
    flow = Flow(
        edges=(0.0, *accumulate(row.height for row in rows)),
        after=look.after,
        guard=1,
        head=sum(row.height for row in head),
        keep_lines=table.stays_whole,
        is_table=True,
    )
    return LaidTable(flow, head, rows)


def lay_row(
    block: str, row: Row, columns: tuple[Column, ...], is_head: bool, letterhead: Letterhead, faces: Faces
) -> LaidRow:
    """A row as high as its highest cell. A head row gets its rule from the table, being the last of them or not."""
    style = letterhead.style(TABLE_HEAD_STYLE if is_head else TABLE_TEXT_STYLE)
    width = letterhead.page.text_width
    lefts = [0.0, *accumulate(column.share * width for column in columns)]
    cells: list[tuple[Text, float, float]] = []
    for cell, column, left, right in zip(row.cells, columns, lefts, lefts[1:], strict=False):
        text = _lay_cell(block, cell, column, right - left, is_head, letterhead, faces)
        cells.append((text, left, style.before))
    height = max((text.height for text, _, _ in cells), default=0.0) + style.before + style.after
    laid = LaidRow(tuple(cells), None, height)
    return laid if is_head else _ruled(laid, letterhead.table.row_rule, width)


def _lay_cell(
    block: str, cell: Spans, column: Column, width: float, is_head: bool, letterhead: Letterhead, faces: Faces
) -> Text:
    style = letterhead.style(TABLE_HEAD_STYLE if is_head else TABLE_TEXT_STYLE)
    look = letterhead.table
    frame = Frame(
        width=width,
        left=look.pad_left + style.left,
        right=look.pad_right + style.right,
        first=style.first,
        align=column.align,
        pitch=style.pitch,
        line_factor=style.line_factor,
        tabs=style.tabs,
    )
    words = list(span_words(cell, style.face, letterhead)) or [Words("", style.face)]
    return lay_text(block, words, frame, faces)


def _ruled(row: LaidRow, border: Border | None, width: float) -> LaidRow:
    """The row with a rule along its foot; the rule's thickness is part of the row's height."""
    if border is None:
        return row
    rule = Rule(0.0, width, -border.width / 2, border.width, border.color)
    return replace(row, rule=rule, height=row.height + border.width)
