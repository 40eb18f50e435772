"""The sections of the form as data: which fields stand where, and how wide. What a field is, the field list says."""

from __future__ import annotations

from typing import Literal

from briefing.frozen import frozen

Special = Literal["", "people", "rows", "record", "trade", "investment", "goods", "source"]


@frozen
class Cell:
    """One field in a row. `share` is its part of the row's width; `fixed` a width of its own in pixels instead.

    `combo` opens even a few choices as a list, where there is no room to show them all.
    """

    path: str
    share: int = 1
    fixed: int = 0
    combo: bool = False


@frozen
class Group:
    """Rows of fields under a heading (none for the first), or a `special` part that is more than fields.

    A special of `rows` shows the list of records at `path`.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    special: Special = ""
    path: str = ""


@frozen
class Section:
    """One entry of the rail. `roots` are the paths that belong to it."""

    key: str
    title: str
    line: str
    after_meeting: bool
    groups: tuple[Group, ...]
    roots: tuple[str, ...]


def _one(path: str) -> tuple[Cell, ...]:
    return (Cell(path),)


#: Widths of fields that are as wide as what is typed, as the look says.
TIME, DATE, FLAG = 64, 168, 148

_MEETING = Section(
    "meeting",
    "Meeting",
    "What it is, when and where.",
    after_meeting=False,
    groups=(
        Group(
            "",
            (
                (Cell("meeting.kind", 2), Cell("meeting.round", 1)),
                (Cell("meeting.format", 3), Cell("meeting.press", 2)),
            ),
        ),
        Group(
            "When and where",
            (
                (
                    Cell("meeting.date", fixed=DATE),
                    Cell("meeting.start_time", fixed=TIME),
                    Cell("meeting.end_time", fixed=TIME),
                    Cell("meeting.time_zone"),
                ),
                (Cell("meeting.city"), Cell("meeting.country")),
                _one("meeting.venue"),
                (Cell("meeting.end_date", fixed=DATE), Cell("meeting.event")),
            ),
        ),
        Group(
            "Round before this one",
            (
                (
                    Cell("meeting.previous.format", combo=True),
                    Cell("meeting.previous.date"),
                    Cell("meeting.previous.city"),
                ),
            ),
        ),
        Group("Why we meet", (_one("meeting.reason"), _one("meeting.requested_by"))),
        Group("Languages", ((Cell("meeting.languages"), Cell("meeting.interpretation", combo=True)),)),
    ),
    roots=("meeting",),
)
_PEOPLE = Section(
    "people",
    "People",
    "Each side in protocol order, ours first. Alt+Shift+↑ and ↓ move a person.",
    after_meeting=False,
    groups=(Group("", special="people"),),
    roots=("sides",),
)
_AIMS = Section(
    "aims",
    "Aims",
    "What the meeting is for. All of it stays in internal documents.",
    after_meeting=False,
    groups=(
        Group("", (_one("aims.objectives"), (Cell("aims.asks"), Cell("aims.offers")), _one("aims.sensitivities"))),
        Group("For the reader", (_one("aims.recommendation"), _one("aims.decision"))),
    ),
    roots=("aims",),
)
_TOPICS = Section(
    "topics",
    "Topics",
    "In speaking order. Alt+Shift+↑ and ↓ move a topic.",
    after_meeting=False,
    groups=(Group("", special="rows", path="topics"),),
    roots=("topics",),
)
_TRADE = Section(
    "trade",
    "Trade",
    "The sentences on the page are written from these figures.",
    after_meeting=False,
    groups=(
        Group(
            "",
            (
                (Cell("trade.reporter"), Cell("trade.partner")),
                (Cell("trade.scale", combo=True), Cell("trade.unit", combo=True)),
            ),
        ),
        Group("", special="trade"),
        Group("", ((Cell("trade.chart"), Cell("trade.chart_picture", fixed=FLAG)),)),
        Group("", special="investment"),
        Group("", special="goods", path="export"),
        Group("", special="goods", path="import"),
        Group("", special="source"),
    ),
    roots=("trade", "figures", "sources"),
)
_BACKGROUND = Section(
    "background",
    "Background",
    "What the reader may want to look up; it goes behind the note.",
    after_meeting=False,
    groups=(
        Group("", (_one("background.facts"),)),
        Group("Bilateral agreements", special="rows", path="background.agreements"),
        Group("Annexes", special="rows", path="background.annexes"),
    ),
    roots=("background",),
)
_PROGRAMME = Section(
    "programme",
    "Programme",
    "Who does what, when and where.",
    after_meeting=False,
    groups=(
        Group("", special="rows", path="programme.entries"),
        Group("Side calls", special="rows", path="programme.calls"),
    ),
    roots=("programme",),
)
_RECORD = Section(
    "record",
    "Record",
    "What was said, topic by topic. Only the public words leave the house.",
    after_meeting=True,
    groups=(Group("", special="record"),),
    roots=(),
)
_OUTCOMES = Section(
    "outcomes",
    "Outcomes",
    "What was agreed, and what comes next.",
    after_meeting=True,
    groups=(
        Group("", (_one("outcomes.agreed"), _one("outcomes.signed"), _one("outcomes.next_round"))),
        Group("Next steps", special="rows", path="outcomes.next_steps"),
    ),
    roots=("outcomes",),
)
_PRESS = Section(
    "press",
    "Press",
    "What the public is told.",
    after_meeting=True,
    groups=(
        Group("", (_one("press.headline"), _one("press.sub_headline"))),
        Group("Quotes", special="rows", path="press.quotes"),
        Group("Background for editors", (_one("press.reference"), _one("press.notes"))),
        Group(
            "Embargo",
            (
                (
                    Cell("press.embargo.date", fixed=DATE),
                    Cell("press.embargo.time", fixed=TIME),
                    Cell("press.embargo.zone"),
                ),
            ),
        ),
        Group(
            "Photo",
            (
                (Cell("press.photo.file"), Cell("press.photo.credit")),
                _one("press.photo.caption"),
                _one("press.photo.alternative"),
            ),
        ),
        Group("For the press office", (_one("press.if_asked"), _one("house.contact"))),
        Group("Published", special="rows", path="press.published"),
    ),
    roots=("press", "house.contact"),
)
_HANDLING = Section(
    "handling",
    "Handling",
    "Handling & distribution: who may see it, who cleared it, who gets it.",
    after_meeting=True,
    groups=(
        Group(
            "",
            (
                (Cell("handling.marking"), Cell("handling.reference")),
                (Cell("handling.drafted_by", 2), Cell("handling.version", 1)),
                (Cell("handling.issued", fixed=DATE), Cell("house.department")),
                (Cell("house.name"), Cell("house.ministry")),
            ),
        ),
        Group("Cleared by", special="rows", path="handling.cleared"),
        Group("Distribution", special="rows", path="handling.distribution"),
    ),
    roots=("handling", "house.name", "house.ministry", "house.department"),
)

SECTIONS: tuple[Section, ...] = (
    _MEETING, _PEOPLE, _AIMS, _TOPICS, _TRADE, _BACKGROUND, _PROGRAMME, _RECORD, _OUTCOMES, _PRESS, _HANDLING,
)  # fmt: skip

#: Parts of a topic that are filled after the meeting, in the section Record.
RECORD_PARTS = ("we_said", "they_said", "statements")


def place_of(path: str) -> str:
    """Where the form shows a path: its section, and the heading over it there; empty for what it does not show."""
    section = section_of(path)
    if section is None:
        return ""
    cell, _, inner = path.partition("[")
    for group in section.groups:
        listed = group.special == "rows" and group.path == cell and inner
        if group.title and (listed or any(each.path == path for cells in group.rows for each in cells)):
            return f"{section.title} · {group.title}"
    return section.title


def section_of(path: str) -> Section | None:
    """The section that shows a path, by the longest root that covers it; what was said of a topic is in Record."""
    if path.startswith("topics[") and path.partition("].")[2].partition("[")[0].partition(".")[0] in RECORD_PARTS:
        return _RECORD
    best: tuple[int, Section] | None = None
    for section in SECTIONS:
        for root in section.roots:
            inside = path == root or path.startswith((root + ".", root + "["))
            if inside and (best is None or len(root) > best[0]):
                best = (len(root), section)
    return best[1] if best else None
