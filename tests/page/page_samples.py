"""Documents and a letterhead made by hand, for the tests of the page."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtGui import QFontDatabase
from tests.sample_charts import random_chart

from briefing.compose.document import (
    Block,
    Column,
    Document,
    PageBreak,
    Paragraph,
    Properties,
    Row,
    Span,
    Spans,
    Table,
)
from briefing.letterhead.model import (
    Border,
    Face,
    Furniture,
    FurnitureLine,
    Letterhead,
    ListMark,
    PageSetup,
    Piece,
    Style,
    Tab,
    TableLook,
)
from briefing.page.pager import Pager
from briefing.page.pages import Pages, Placed

SERIF, SANS = "Liberation Serif", "Liberation Sans"
INK, QUIET, HEADING = "#1a1b1e", "#55585e", "#1f3a5f"
_BODY = Face(SERIF, 11.0, color=INK)
_SMALL = Face(SANS, 8.0, color=QUIET)

_STYLES = (
    Style("Kicker", Face(SANS, 7.5, bold=True, caps=True, spacing=1.4, color=QUIET), 12.0, after=10.0, keep_next=True),
    Style("Title", Face(SERIF, 21.0, color=INK), 26.0, after=2.0, keep_next=True, keep_lines=True),
    Style("Subtitle", Face(SERIF, 12.0, color=QUIET), 17.0, after=12.0, keep_next=True),
    Style("Fact", Face(SERIF, 10.5, color=INK), 16.0, left=77.0, first=-77.0),
    Style("heading 1", Face(SANS, 10.0, bold=True, color=HEADING), 14.0, before=14.0, after=4.0, keep_next=True),
    Style("heading 2", Face(SANS, 9.5, bold=True, color=INK), 13.5, before=10.0, after=3.0, keep_next=True),
    Style("Body Text", _BODY, 15.5, before=4.0, after=7.0),
    Style("Quote", Face(SERIF, 11.0, italic=True), 15.5, after=7.0, left=16.0, right=16.0, align="justify"),
    Style("Note", Face(SANS, 7.5, color=QUIET), 10.0, before=5.0, after=10.0),
    Style("List Bullet", _BODY, 15.5, after=3.0, left=16.0, first=-13.0, mark=ListMark("•", False, _BODY)),
    Style("List Number", _BODY, 15.5, after=3.0, left=16.0, first=-16.0, mark=ListMark("%1.", True, _BODY)),
    Style("List Bullet 2", _BODY, 15.5, after=3.0, left=32.0, first=-13.0, mark=ListMark("–", False, _BODY)),
    Style("Lead", Face(SERIF, 12.0), None, 1.1, after=8.0),
    Style("Table Head", _SMALL, 16.5),
    Style("Table Text", Face(SANS, 9.5, color=INK), 16.5),
    Style("Fact Label", Face(SANS, 8.5, color=QUIET)),
    Style("Hyperlink", Face(SERIF, 11.0, color="#1f5a94", underline=True)),
)


def make_letterhead() -> Letterhead:
    """A4 with a first page of its own: country and marking, a rule, page numbers at the foot.

    Skips the test where the fonts that layout is measured with are not installed. Needs a QGuiApplication.
    """
    missing = [family for family in (SERIF, SANS) if not QFontDatabase.hasFamily(family)]
    if missing:
        pytest.skip(f"layout is measured with fonts that are not installed here: {', '.join(missing)}")
    line = Style("header", _SMALL, 9.6, tabs=(Tab(459.3, "right"),))
    ruled = Style("rule", _SMALL, 14.0, after=13.0, bottom=Border(0.75, HEADING, 1.0))
    country = Face(SANS, 7.0, caps=True, spacing=1.0, color=HEADING)
    tab = Piece("tab", "", _SMALL)
    first = (
        FurnitureLine(line, (Piece("value", "country", country), tab, Piece("value", "marking", _SMALL))),
        FurnitureLine(ruled, ()),
    )
    other = (FurnitureLine(line, (Piece("value", "title", _SMALL),)),)
    numbers = (Piece("field", "PAGE", _SMALL), Piece("text", " / ", _SMALL), Piece("field", "NUMPAGES", _SMALL))
    foot = (FurnitureLine(line, (Piece("value", "marking", _SMALL), tab, *numbers)),)
    return Letterhead(
        page=PageSetup(595.3, 841.9, 68.0, 68.0, 78.0, 72.0, 48.7, 40.0),
        styles={style.name.lower(): style for style in _STYLES},
        table=TableLook(0.0, 0.0, Border(0.75, HEADING), Border(0.5, "#c9cdd3"), 6.0),
        first_header=Furniture(first),
        first_footer=Furniture(foot),
        header=Furniture(other),
        footer=Furniture(foot),
    )


def make_document(*blocks: Block) -> Document:
    furniture = {
        "country": (Span("Republic of Kazakhstan", ("house.country",)),),
        "marking": (Span("For official use", ("handling.marking",)),),
        "title": (Span("Political consultations with Sweden", ("meeting.title",)),),
    }
    return Document("briefing-note", "en-GB", "internal", Properties("Test"), blocks, furniture)


def body(id: str, *spans: Span | str, role: str = "body", level: int = 0) -> Paragraph:
    return Paragraph(id, role, tuple(Span(span) if isinstance(span, str) else span for span in spans), level)


def opening() -> tuple[Block, ...]:
    """Kicker, title and facts, with a gap."""
    city, date = Span("Stockholm", ("meeting.city",)), Span("22 November 2023", ("meeting.date",))
    name = Span("Roman Vassilenko", ("people[p1].name",), bold=True)
    return (
        body("kicker", "Briefing note", role="kicker"),
        body("title", "Political consultations with ", Span("Sweden", ("sides[b].country",)), role="title"),
        body("sub", city, ", ", date, role="subtitle"),
        body("for", "For\t", name, ", Deputy Minister", role="fact"),
        body("where", "Where\t", "Ministry, ", Span("[Venue]", ("meeting.venue",), gap=True), role="fact"),
    )


def section(number: int) -> tuple[Block, ...]:
    """A heading, prose, two kinds of list, a table and its note: about three quarters of a page."""
    key = f"s{number}"
    goods = "In 2022, trade in goods grew by more than 40 per cent to "
    rest = (
        ": exports came to 96.1 million and imports to 229.8 million. In January–September 2023 it was 365.8 million,"
        " and the parties reviewed the state of bilateral trade and agreed on next steps in critical raw materials."
    )
    total = Span("325.9 million dollars", (f"figures[{key}].amount",))
    aims = [Span(f"Support for a wider legal framework {i}.", (f"aims[{key}{i}].text",)) for i in range(3)]
    return (
        body(f"{key}.h", f"Section number {number}", role="heading1"),
        *(body(f"{key}.p{i}", goods, total, rest) for i in range(3)),
        *(body(f"{key}.b{i}", aim, role="bullet") for i, aim in enumerate(aims)),
        *(body(f"{key}.n{i}", Span("Engagement. ", bold=True), "A key partner. " * 8, role="number") for i in range(3)),
        figures(key),
        body(f"{key}.note", "Source: Bureau of National Statistics, October 2023.", role="note"),
    )


def figures(key: str) -> Table:
    """Four years of exports, imports and totals."""
    names = ("Million US dollars", "Exports", "Imports", "Total")
    head = Row(f"{key}h", tuple((Span(name),) for name in names))
    rows = []
    for year in range(2020, 2024):
        words = (str(year), "96.1", "229.8", "325.9")
        cells = zip(words, names, strict=True)
        spans = (Span(word, (f"figures[{key}{year}].{name.lower().replace(' ', '_')}",)) for word, name in cells)
        rows.append(Row(f"{key}r{year}", tuple((span,) for span in spans)))
    columns = (Column(0.46), *(Column(0.18, "right") for _ in range(3)))
    return Table(f"{key}.t", columns, (head,), tuple(rows))


def long_document(sections: int) -> Document:
    return make_document(*opening(), *(block for number in range(sections) for block in section(number)))


def lay(letterhead: Letterhead, *blocks: object) -> Pages:
    return Pager(letterhead).lay(make_document(*blocks))  # type: ignore[arg-type]


def texts(pages: Pages) -> list[Placed]:
    return [placed for page in pages for placed in page.body.texts]


_WORDS = (
    *("the", "parties", "reviewed", "trade,", "agreed", "on", "next", "steps;", "January–September", "e-government"),
    *("and/or", "365.8", "обсудили", "😀"),
)


def random_spans(random: Random, most: int = 40) -> Spans:
    def span() -> Span:
        text = " ".join(random.choice(_WORDS) for _ in range(random.randint(1, most))) + " "
        path = (f"meeting.f{random.randint(0, 9)}",) if random.random() < 0.4 else ()
        return Span(text, path, random.random() < 0.2, random.random() < 0.1, gap=random.random() < 0.1)

    return tuple(span() for _ in range(random.randint(1, 4)))


def random_block(random: Random, id: str) -> Block:
    kind = random.random()
    if kind < 0.05:
        return random_chart(random, id)
    if kind < 0.08:
        return PageBreak(id)
    if kind < 0.2:
        columns = (Column(0.5), Column(0.25, "right"), Column(0.25, "right"))
        rows = [Row(f"{id}r{i}", tuple(random_spans(random, 4) for _ in columns)) for i in range(random.randint(2, 12))]
        return Table(id, columns, tuple(rows[:1]), tuple(rows[1:]))
    role = random.choice(("body", "body", "body", "bullet", "number", "heading1", "heading2", "quote", "lead", "note"))
    level = random.randint(0, 1) if role in ("bullet", "number") else 0
    return Paragraph(id, role, random_spans(random, 6 if role.startswith("heading") else 60), level)
