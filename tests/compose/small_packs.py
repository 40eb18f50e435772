"""Packs of a few lines, and what is asked of documents in tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from briefing.compose.composer import Composer
from briefing.compose.document import Block, Chart, Divider, Document, PageBreak, Paragraph, Picture, Span, Spans, Table
from briefing.compose.languages import language
from briefing.compose.packs import Pack, load
from briefing.dossier import files
from briefing.dossier.model import Dossier

ENGLISH = language("en")


def small_pack(folder: Path, body: str, audience: str = "internal", name: str = "small") -> Pack:
    """A pack with this body, in a folder of its own."""
    at = folder / name
    at.mkdir(exist_ok=True)
    (at / "template.toml").write_text(f'audience = "{audience}"\n[name]\nen = "Small"\n', encoding="utf-8")
    (at / "body.en.md").write_text(body, encoding="utf-8", newline="\n")
    (at / "letterhead.docx").write_bytes(b"")
    return load(at)


def composer(folder: Path, body: str, audience: str = "internal") -> Composer:
    return Composer(small_pack(folder, body, audience), ENGLISH)


def dossier(**parts: Any) -> Dossier:
    """The dossier with these parts of a file."""
    return files.loads(json.dumps({"schema_version": 1, **parts}))


def block_text(block: Block) -> str:
    """The words of a block, cells apart by tabs and rows by newlines; a chart's as a table of them, then its note."""
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, (Divider, PageBreak)):
        return ""
    if isinstance(block, Picture):
        return "\n".join(filter(None, (block.description, _words(block.caption))))
    if isinstance(block, Chart):
        cells = [[_words(spans) or "…" for spans in row] for row in _chart_rows(block)]
        return "\n".join((*("\t".join(row) for row in cells), block.summary, *filter(None, [_words(block.note)])))
    rows = ["\t".join("".join(span.text for span in cell) for cell in row.cells) for row in (*block.head, *block.rows)]
    return "\n".join((*rows, block.summary))


def _words(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def _chart_rows(chart: Chart) -> list[list[Spans]]:
    """The words of a chart as rows of cells, its title in the first."""
    rows: list[list[Spans]] = [[chart.title, *((Span(series.name),) for series in chart.series)]]
    for at, category in enumerate(chart.categories):
        rows.append([category.words, *(series.values[at].words for series in chart.series)])
    return rows


def text_of(document: Document) -> list[str]:
    return [block_text(block) for block in document.blocks]


def roles_of(document: Document) -> list[str]:
    return [block.role if isinstance(block, Paragraph) else type(block).__name__.lower() for block in document.blocks]


def spans_of(document: Document) -> list[Span]:
    """All spans in order, those of tables and charts too."""
    found: list[Span] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found += block.spans
        elif isinstance(block, Table):
            found += [span for row in (*block.head, *block.rows) for cell in row.cells for span in cell]
        elif isinstance(block, Chart):
            found += [span for row in _chart_rows(block) for cell in row for span in cell]
    return found


def everything_in(document: Document) -> str:
    """Every text that a document carries, blocks, ids and paths left as they are."""
    return repr(document)
