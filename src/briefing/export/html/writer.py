"""Writes a document as one web page that needs nothing else, in the looks of its letterhead."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from itertools import groupby

from briefing.compose.document import (
    Block,
    Chart,
    Divider,
    Document,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Spans,
    Table,
    set_out,
)
from briefing.compose.footnotes import notes_of
from briefing.export.facts import split_fact
from briefing.export.html.furniture import page_header
from briefing.export.html.lists import nest
from briefing.export.html.styles import style_sheet
from briefing.export.html.words import attribute, direction, words
from briefing.letterhead.model import Letterhead

_TAGS = {"title": "h1", "heading1": "h2", "heading2": "h3", "heading3": "h4"}
_GROUPS = {"bullet": "list", "number": "list", "continuation": "list", "fact": "facts", "quote": "quote"}


def write(document: Document, letterhead: Letterhead) -> str:
    """The page as HTML 5: no scripts, nothing fetched, all text escaped, with the letterhead's page for printing."""
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{attribute(document.properties.title)}</title>\n"
        f"<style>\n{style_sheet(document, letterhead)}</style>\n</head>\n<body>\n"
        f"{page_header(document, letterhead)}<main>\n"
        f"{''.join(_blocks(document, letterhead))}{_notes(document)}</main>\n"
        "</body>\n</html>\n"
    )


def _blocks(document: Document, letterhead: Letterhead) -> Iterator[str]:
    """Blocks in order; items that follow one another make one list, facts one list of labels and texts."""
    broken = ""
    for kind, rows in groupby(set_out(document.blocks), key=lambda row: _group(row[0])):
        if kind == "page":
            broken = " new-page"
            continue
        blocks = list(rows)
        paragraphs = [(block, number) for block, number, _ in blocks if isinstance(block, Paragraph)]
        if kind == "list":
            yield nest(paragraphs, broken)
        elif kind == "facts":
            yield f'<dl class="facts{broken}">\n{"".join(_fact(block.spans) for block, _ in paragraphs)}</dl>\n'
        elif kind == "table":
            yield from (_table(block, broken) for block, _, _ in blocks if isinstance(block, Table))
        elif kind == "quote":
            rows_of = [(direction(block.spans), words(block.spans)) for block, _ in paragraphs]
            said = "".join(f'<p class="quote{broken}"{way}>{text}</p>' for way, text in rows_of)
            yield f"<blockquote>{said}</blockquote>\n"
        elif kind == "chart":
            from briefing.export.html.charts import figure  # few documents have any

            yield from (figure(block, letterhead, broken) for block, _, _ in blocks if isinstance(block, Chart))
        elif kind == "divider":
            yield f'<hr class="rule{broken}">\n' * len(blocks)
        elif kind == "picture":
            yield from (_picture(block, broken) for block, _, _ in blocks if isinstance(block, Picture))
        else:
            for block, _, kept in blocks:
                assert isinstance(block, Paragraph)
                yield _paragraph(block, f"{' leads' if kept else ''}{broken}")
                broken = ""
        broken = ""


def _group(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _GROUPS.get(block.role, "")
    if isinstance(block, Chart):
        return "chart"
    if isinstance(block, Picture):
        return "picture"
    if isinstance(block, Divider):
        return "divider"
    return "page" if isinstance(block, PageBreak) else "table"


def _paragraph(block: Paragraph, classes: str) -> str:
    """A paragraph in the class of its role; `classes` are others, each with a blank before it."""
    tag = _TAGS.get(block.role, "p")
    return f'<{tag} class="{block.role}{classes}"{direction(block.spans)}>{words(block.spans)}</{tag}>\n'


def _picture(block: Picture, broken: str) -> str:
    """A picture inside the page, no wider than the text."""
    kind = "png" if block.data[:1] == b"\x89" else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(block.data).decode()}"
    caption = f"<figcaption>{words(block.caption)}</figcaption>\n" if block.caption else ""
    return (
        f'<figure class="picture{broken}">\n<img src="{source}" alt="{attribute(block.description)}"'
        f' style="width:{block.width:.4g}pt">\n{caption}</figure>\n'
    )


def _notes(document: Document) -> str:
    """The footnotes under the text, each leading back to where it belongs."""
    found = [note for block in document.blocks for note in notes_of(block)]
    rows = "".join(
        f'<li id="note-{number}"{direction(spans)}>{words(spans)} <a href="#reference-{number}">↩</a></li>\n'
        for number, spans in found
    )
    return f'<hr class="notes">\n<ol class="notes">\n{rows}</ol>\n' if found else ""


def _fact(spans: Spans) -> str:
    label, text = split_fact(spans)
    return f"<dt>{words(label)}</dt><dd>{words(text)}</dd>\n"


def _table(table: Table, broken: str) -> str:
    summary = f' aria-label="{attribute(table.summary)}"' if table.summary else ""
    columns = "".join(f'<col style="width:{column.share:.4%}">' for column in table.columns)
    head = "".join(_row(row, table, head=True) for row in table.head)
    body = "".join(_row(row, table, head=False) for row in table.rows)
    return (
        f'<table class="figures{broken}"{summary}>\n<colgroup>{columns}</colgroup>\n'
        f"{f'<thead>{chr(10)}{head}</thead>{chr(10)}' if head else ''}<tbody>\n{body}</tbody>\n</table>\n"
    )


def _row(row: Row, table: Table, *, head: bool) -> str:
    """A row; a head cell speaks for its column, the first cell of a body row for its row."""
    cells = []
    for position, (spans, column) in enumerate(zip(row.cells, table.columns, strict=False)):
        tag = "th" if head or not position else "td"
        scope = "" if tag == "td" else ' scope="col"' if head else ' scope="row"'
        align = "" if column.align == "left" else f' class="{column.align}"'
        cells.append(f"<{tag}{scope}{align}>{words(spans)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>\n"
