"""The sections of the form as data: which fields stand where, and how wide. What a field is, the field list says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Special = Literal["", "people", "topics", "trade", "investment", "source"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One field in a row. `share` is its part of the row's width; `fixed` a width of its own in pixels instead.

    `combo` opens even a few choices as a list, where there is no room to show them all.
    """

    path: str
    share: int = 1
    fixed: int = 0
    combo: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of fields under a heading (none for the first), or a `special` part that is more than fields."""

    title: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    special: Special = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the rail. `roots` are the paths that belong to it."""

    key: str
    title: str
    line: str
    after_meeting: bool
    groups: tuple[Group, ...]
    roots: tuple[str, ...]


#: Widths of fields that are as wide as what is typed, as the look says.
TIME, DATE = 64, 168

SECTIONS: tuple[Section, ...] = (
    Section(
        "meeting",
        "Meeting",
        "What it is, when and where.",
        after_meeting=False,
        groups=(
            Group(
                "",
                (
                    (Cell("meeting.kind", 2), Cell("meeting.round", 1, combo=True)),
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
                    (Cell("meeting.venue"),),
                ),
            ),
            Group(
                "Round before this one",
                ((Cell("meeting.previous.format", combo=True), Cell("meeting.previous.date"), Cell("meeting.previous.city")),),
            ),
            Group("Why we meet", ((Cell("meeting.reason"),), (Cell("aims.objectives"),))),
            Group(
                "On the letterhead",
                (
                    (Cell("house.name"), Cell("house.ministry")),
                    (Cell("house.department"), Cell("handling.marking")),
                ),
            ),
        ),
        roots=("meeting", "aims", "house.name", "house.ministry", "house.department", "handling"),
    ),
    Section(
        "people",
        "People",
        "Each side in protocol order, ours first. Alt+Shift+↑ and ↓ move a person.",
        after_meeting=False,
        groups=(Group("", special="people"),),
        roots=("sides",),
    ),
    Section(
        "topics",
        "Topics",
        "In speaking order. Alt+Shift+↑ and ↓ move a topic.",
        after_meeting=False,
        groups=(Group("", special="topics"),),
        roots=("topics",),
    ),
    Section(
        "trade",
        "Trade",
        "The sentences on the page are written from these figures.",
        after_meeting=False,
        groups=(
            Group("", ((Cell("trade.reporter"), Cell("trade.partner")), (Cell("trade.scale", combo=True), Cell("trade.unit", combo=True)))),
            Group("", special="trade"),
            Group("", special="investment"),
            Group("", special="source"),
        ),
        roots=("trade", "figures", "sources"),
    ),
    Section(
        "outcomes",
        "Outcomes",
        "What was agreed, and what the public is told.",
        after_meeting=True,
        groups=(
            Group("", ((Cell("outcomes.agreed"),), (Cell("outcomes.next_steps"),), (Cell("outcomes.next_round"),))),
            Group("Press release", ((Cell("press.headline"),), (Cell("press.reference"),), (Cell("house.contact"),))),
        ),
        roots=("outcomes", "press", "house.contact"),
    ),
)


def section_of(path: str) -> Section | None:
    """The section that shows a path, by the longest root that covers it."""
    best: tuple[int, Section] | None = None
    for section in SECTIONS:
        for root in section.roots:
            inside = path == root or path.startswith((root + ".", root + "["))
            if inside and (best is None or len(root) > best[0]):
                best = (len(root), section)
    return best[1] if best else None
