"""How long a DOCX takes, over the least that any writer must do: pack the main part and join it with the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from briefing.compose.document import Block, Column, Document, PageBreak, Paragraph, Properties, Row, Span, Table
from briefing.export.docx.archive import assemble, pack
from briefing.export.docx.body import build_body
from briefing.export.docx.frame import make_frame
from briefing.export.docx.writer import write

LETTERHEAD = Path(__file__).parents[2] / "templates" / "briefing-note" / "letterhead.docx"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
#: Pages, and how many times as long as the least a file of so many may take.
TARGETS = ((2, 4.0), (20, 3.0), (200, 3.0))


def _value(text: str, path: str, *, bold: bool = False) -> Span:
    return Span(text, (path,), bold=bold)


def _paragraphs(key: str) -> Iterator[Paragraph]:
    """The words of a briefing of one page and a half, with values as a composed document has them."""
    yield Paragraph(f"{key}title", "heading1", (Span("Consultations with "), _value("Valdoria", f"{key}.country")))
    for number in range(4):
        name = _value(f"Ilsa Marrin {number}", f"{key}.people[p{number}].name", bold=True)
        post = _value("Deputy Minister of Foreign Affairs", f"{key}.people[p{number}].post")
        yield Paragraph(f"{key}fact{number}", "fact", (Span("Meets\t"), name, Span(", "), post))
    for topic in range(6):
        yield Paragraph(f"{key}head{topic}", "heading2", (_value(f"Topic {topic}", f"{key}.topics[t{topic}].name"),))
        yield Paragraph(f"{key}body{topic}", "body", (
            Span("In "), _value("2025", f"{key}.figures[f{topic}].period"), Span(", trade in goods grew by "),
            _value("more than 40 per cent", f"{key}.figures[f{topic}].growth"), Span(" to "),
            _value("325.9 million dollars", f"{key}.figures[f{topic}].total"), Span(": exports came to "),
            _value("96.1", f"{key}.figures[f{topic}].exports"), Span(" million & imports to "),
            _value("229.8 million", f"{key}.figures[f{topic}].imports"),
            Span(". Their side sees us as a leading partner in the region and means to deepen the dialogue."),
        ))  # fmt: skip
        for item in range(3):
            text = "We propose to widen the legal framework: two agreements are ready and can be signed this year."
            words = (Span("Engagement. ", bold=True), _value(text, f"{key}.topics[t{topic}].points[p{item}]"))
            yield Paragraph(f"{key}item{topic}{item}", "number" if topic % 2 else "bullet", words)


def _table(key: str) -> Table:
    columns = (Column(0.4), Column(0.2, "right"), Column(0.2, "right"), Column(0.2, "right"))
    head = Row(f"{key}head", tuple((Span(text),) for text in ("Million dollars", "Exports", "Imports", "Total")))
    rows = tuple(
        Row(f"{key}row{year}", tuple((_value(f"{year}.{n}", f"{key}.figures[y{year}].n{n}"),) for n in range(4)))
        for year in range(2019, 2025)
    )
    return Table(f"{key}table", columns, (head,), rows, "Trade in goods by year")


def make_document(pages: int) -> Document:
    """A briefing that fills about so many pages of A4."""
    blocks: list[Block] = []
    for part in range(pages // 2):
        key = f"part{part}"
        blocks.extend([*_paragraphs(key), _table(key), PageBreak(f"{key}end")])
    names = ("country", "ministry", "department", "marking", "title")
    furniture = {name: (Span(f"The {name} of this note"),) for name in names}
    properties = Properties("Consultations", author="Desk")
    return Document("briefing-note", "en-GB", "internal", properties, tuple(blocks), furniture)


def least(document: Document, letterhead: bytes) -> Callable[[], bytes]:
    """What no writer can leave out, given the XML of each paragraph: join it, pack it, put the archive together."""
    frame = make_frame(letterhead, document.language)
    body = build_body(document, frame.looks)
    pieces = [f"{piece}</w:p>" for piece in body.xml.split("</w:p>")[:-1]]
    others = [*frame.entries, pack("docProps/core.xml", b"<core/>")]

    def run() -> bytes:
        return assemble([*others, pack(frame.main, f"{frame.head}{''.join(pieces)}{frame.tail}".encode())])

    return run


def _times(runs: int, *calls: Callable[[], object]) -> list[float]:
    """The median CPU seconds of each call; they take turns, so that a slow moment falls on all."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(runs):
        for call, row in zip(calls, times, strict=True):
            start = process_time()
            call()
            row.append(process_time() - start)
    return [median(row) for row in times]


def run() -> list[tuple[str, float, float]]:
    """For each length: label, how many times as long as the least a file takes, and the most that it may."""
    letterhead, results = LETTERHEAD.read_bytes(), []
    for pages, target in TARGETS:
        document = make_document(pages)
        floor = least(document, letterhead)
        write(document, letterhead, now=NOW)
        # Another title each time: what describes a document is never made beforehand.
        ours = lambda: write(replace(document, properties=Properties(str(process_time()))), letterhead, now=NOW)  # noqa: E731, B023
        base, taken = _times(max(7, 400 // pages), floor, ours)
        results.append((f"DOCX of {pages} pages, over packing alone", taken / base, target))
    return results


if __name__ == "__main__":
    for label, ratio, target in run():
        sys.stdout.write(f"{label}: {ratio:.2f} (at most {target:g})\n")
