"""A document with every kind of block, about countries that there are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.compose.document import Block, Column, Document, PageBreak, Paragraph, Properties, Row, Span, Table

LETTERHEAD = (Path(__file__).parents[2] / "templates" / "briefing-note" / "letterhead.docx").read_bytes()
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def value(text: str, *paths: str, bold: bool = False, gap: bool = False) -> Span:
    return Span(text, paths, bold=bold, gap=gap)


def paragraph(key: str, role: str, *spans: Span | str, level: int = 0) -> Paragraph:
    return Paragraph(key, role, tuple(Span(span) if isinstance(span, str) else span for span in spans), level)


HEAD: tuple[Block, ...] = (
    paragraph("kicker", "kicker", "Briefing note"),
    paragraph("title", "title", "Consultations with ", value("Valdoria", "meeting.country")),
    paragraph("subtitle", "subtitle", value("Port Lasca", "meeting.city"), ", ", value("3 May 2027", "meeting.date")),
    paragraph("for", "fact", "For\t", value("Ilsa Marrin", "people[p1].name", bold=True), ", Deputy Minister"),
    paragraph("where", "fact", "Where\t", value("[Venue]", "meeting.venue", gap=True)),
    paragraph("lead", "lead", "What is at stake, in two sentences."),
)
LISTS: tuple[Block, ...] = (
    paragraph("aims", "heading1", "What we want"),
    paragraph("aim1", "bullet", value("A wider legal framework.", "aims[a1]")),
    paragraph("aim2", "bullet", "Inside it", level=1),
    paragraph("points", "heading2", "Points to make"),
    paragraph("point1", "number", Span("Engagement.", bold=True), " Two agreements are ready."),
    paragraph("more", "continuation", "Both can be signed this year."),
    paragraph("point2", "number", "Inside", level=1),
    paragraph("point3", "number", "Rail & ports <by sea>"),
    paragraph("asked", "heading3", "If asked"),
    paragraph("answer", "number", "A list that starts anew"),
    paragraph("quote", "quote", "As they said in spring."),
)
TRADE: tuple[Block, ...] = (
    paragraph(
        "growth", "body", "Trade came to ", value("325.9 million", "figures[f1].total", "figures[f1].unit"), " from ",
        Span("the statistics office", link="https://statistics.example/a?b=1&c=2"), ", ", Span("more", italic=True),
        " than\tin any year.\nA second line; ", value("325.9 million", "figures[f1].total", "figures[f1].unit"), ".",
    ),
    Table(
        "trade",
        (Column(0.5), Column(0.25, "right"), Column(0.25, "right")),
        (Row("trade.head", ((Span("Million dollars"),), (Span("Exports"),), (Span("Imports"),))),),
        (
            Row("trade.2025", ((value("2025", "figures[f1].period"),), (Span("96.1"),), (Span("229.8"),))),
            Row("trade.2026", ((Span("2026"),), (Span("47.5"),), ())),
        ),
        "Exports and imports by year",
    ),
    paragraph("source", "note", "Source: statistics office, May 2027."),
    PageBreak("break"),
    paragraph("rest", "body", "On a page of its own."),
    paragraph("end", "end", "Ends"),
)  # fmt: skip

DOCUMENT = Document(
    pack="briefing-note",
    language="en-GB",
    audience="internal",
    properties=Properties("Consultations with Valdoria", "Briefing note", "Europe Desk", "Valdoria, consultations"),
    blocks=HEAD + LISTS + TRADE,
    furniture={
        "country": (Span("Republic of Ostmark"),),
        "ministry": (Span("Ministry of Foreign Affairs"),),
        "department": (Span("Europe & Asia"),),
        "marking": (Span("For official use"),),
        "title": (Span("Consultations with Valdoria"),),
    },
    stem="valdoria",
)


def document_of(*blocks: Block) -> Document:
    """The sample's cover with these blocks."""
    return replace(DOCUMENT, blocks=blocks)
