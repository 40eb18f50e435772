"""The field list: every place of a dossier described once, for forms, checks, templates and the audience view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefing.dossier.figures import MEASURES, QUALIFIERS, SCALES, STATUSES
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, pattern
from briefing.dossier.record import Record
from briefing.dossier.records import slots

Audience = Literal["internal", "shared", "public"]
AUDIENCES: tuple[Audience, ...] = ("internal", "shared", "public")

Kind = Literal[
    "line", "prose", "list", "choice", "country", "date", "partial_date", "time", "zone", "minutes", "flag", "side",
    "source", "rows", "record", "layer",
]  # fmt: skip

BRIEF, RELEASE = "briefing-note", "press-release"
BOTH = (BRIEF, RELEASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a `choice` field: the code that the file keeps, and what the form shows."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `audience` is how far it may go; `needed_by` are the packs that show a gap without it.

    `placeholder` is for what the label cannot say; `help` for where people hesitate.
    """

    path: str
    kind: Kind
    label: str
    audience: Audience = "public"
    needed_by: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    placeholder: str = ""
    help: str = ""

    @property
    def internal(self) -> bool:
        return self.audience == "internal"


def _choices(**labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, label) for code, label in labels.items())


def _codes(codes: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code, code.replace("_", " ").capitalize()) for code in codes)


KINDS = _choices(
    political_consultations="Political consultations",
    foreign_office_consultations="Foreign-office consultations",
    strategic_dialogue="Strategic dialogue",
    joint_commission="Joint commission",
    talks_beside_event="Talks beside an event",
    visit="Visit",
    phone_call="Phone call",
    video_conference="Video conference",
    courtesy_call="Courtesy call",
)
#: Measures whose code, written out, would not say what they are.
MEASURE_LABELS = {
    "total": "Total trade",
    "export": "Exports",
    "import": "Imports",
    "re_export": "Re-exports",
    "balance": "Trade balance",
    "fdi_inflow": "Direct investment, inflow",
    "fdi_stock": "Direct investment, stock",
    "fdi_outward_stock": "Direct investment abroad, stock",
    "fdi_cumulative": "Direct investment since a year",
}
MEASURE_CHOICES = tuple(Choice(each.code, MEASURE_LABELS.get(each.code, each.label)) for each in _codes(MEASURES))
FORMATS = _choices(in_person="In person", video="Video", phone="Phone")
PREVIOUS_FORMATS = _choices(in_person="In person", video="Online", phone="By phone")
GRADES = _choices(we_raise="We raise", they_raise="They raise", if_raised="Only if raised")
ROLES = _choices(
    head="Head",
    co_chair="Co-chair",
    member="Member",
    ambassador="Ambassador",
    interpreter="Interpreter",
    note_taker="Note-taker",
)

FIELDS: tuple[Field, ...] = (
    Field("title", "line", "Name of the dossier", "internal"),
    Field("house.name", "line", "Country on the letterhead", needed_by=BOTH, placeholder="Republic of …"),
    Field("house.ministry", "line", "Ministry", needed_by=BOTH),
    Field("house.department", "line", "Department", "internal"),
    Field("house.contact", "line", "Press contact", needed_by=(RELEASE,), placeholder="Name, telephone, e-mail"),
    Field("handling.marking", "line", "Marking", "internal", needed_by=(BRIEF,), placeholder="For official use"),
    Field("meeting.kind", "choice", "Kind of meeting", needed_by=BOTH, choices=KINDS),
    Field("meeting.round", "choice", "Round", choices=_choices(first="First", regular="Regular")),
    Field("meeting.format", "choice", "Format", choices=FORMATS),
    Field("meeting.press", "choice", "Press", "shared", choices=_choices(open="Open", closed="Closed")),
    Field("meeting.date", "date", "Date", needed_by=BOTH),
    Field("meeting.start_time", "time", "From"),
    Field("meeting.end_time", "time", "To"),
    Field("meeting.time_zone", "zone", "Time zone"),
    Field("meeting.city", "line", "City", needed_by=BOTH),
    Field("meeting.country", "country", "Country"),
    Field("meeting.venue", "line", "Venue", needed_by=(BRIEF,), placeholder="Name of the building or room"),
    Field("meeting.previous.format", "choice", "Held", choices=PREVIOUS_FORMATS),
    Field("meeting.previous.date", "partial_date", "Date or year", needed_by=(BRIEF,)),
    Field("meeting.previous.city", "line", "City"),
    Field("meeting.reason", "prose", "Reason", "internal"),
    Field("sides", "rows", "Sides", needed_by=BOTH),
    Field("sides[].country", "country", "Country or organisation", needed_by=BOTH),
    Field("sides[].ours", "flag", "Our side"),
    Field("sides[].people", "rows", "People", needed_by=BOTH),
    Field("sides[].people[].name", "line", "Name", needed_by=BOTH, placeholder="As it should be printed"),
    Field("sides[].people[].family_name", "line", "Family name", help="For later mentions."),
    Field("sides[].people[].office", "line", "Office in full", needed_by=BOTH),
    Field("sides[].people[].short_office", "line", "Office in short"),
    Field("sides[].people[].role", "choice", "Role", choices=ROLES),
    Field("aims.objectives", "list", "What we want", "internal", needed_by=(BRIEF,)),
    Field("topics", "rows", "Topics", "public", needed_by=(BRIEF,)),
    Field("topics[].area", "line", "Topic", "internal", needed_by=(BRIEF,)),
    Field("topics[].grade", "choice", "How it comes up", "internal", choices=GRADES),
    Field("topics[].minutes", "minutes", "Minutes", "internal"),
    Field("topics[].points", "list", "Points to make", "internal"),
    Field("topics[].line_to_take", "prose", "Line to take", "internal", needed_by=(BRIEF,)),
    Field("topics[].they_may_say", "prose", "What they may say", "internal"),
    Field("topics[].our_answer", "prose", "Our answer", "internal"),
    Field("topics[].statements", "rows", "What may be said publicly", help="Only this reaches a public document."),
    Field("topics[].statements[].side", "side", "Who said it"),
    Field("topics[].statements[].text", "prose", "Public words", needed_by=(RELEASE,)),
    Field("trade.reporter", "country", "Whose statistics"),
    Field("trade.partner", "country", "Trade with"),
    Field("trade.unit", "choice", "Currency", choices=_choices(USD="US dollars", EUR="Euros", GBP="Pounds sterling")),
    Field("trade.scale", "choice", "Amounts in", choices=_codes(SCALES)),
    Field("trade.source", "source", "Source"),
    Field("figures", "rows", "Figures"),
    Field("figures[].measure", "choice", "Measure", choices=MEASURE_CHOICES),
    Field("figures[].scope", "line", "Scope"),
    Field("figures[].reporter", "country", "Whose statistics"),
    Field("figures[].partner", "country", "Trade with"),
    Field("figures[].period", "record", "Period"),
    Field("figures[].amount", "record", "Amount", choices=_codes(QUALIFIERS)),
    Field("figures[].change", "record", "Growth"),
    Field("figures[].share", "record", "Share"),
    Field("figures[].rank", "record", "Rank"),
    Field("figures[].status", "choice", "Status", choices=_codes(STATUSES)),
    Field("figures[].source", "source", "Source"),
    Field("figures[].note", "line", "Note", "internal"),
    Field("sources", "rows", "Sources"),
    Field("sources[].publisher", "line", "Publisher"),
    Field("sources[].title", "line", "Title"),
    Field("sources[].released", "partial_date", "Date of release"),
    Field("sources[].retrieved", "partial_date", "Retrieved on", "internal"),
    Field("sources[].next_release", "partial_date", "Next release", "internal"),
    Field("sources[].link", "line", "Link"),
    Field("outcomes.agreed", "list", "What was agreed", help="Goes into the press release."),
    Field("outcomes.next_steps", "list", "Next steps", "internal"),
    Field("outcomes.next_round", "line", "Next round", placeholder="Astana, 2024"),
    Field("press.headline", "line", "Headline", placeholder="Composed from the meeting when empty"),
    Field("press.reference", "prose", "For reference"),
    Field("translations", "layer", "Translations", "internal"),
    Field("wording", "layer", "Wording by hand", "internal"),
)


@lru_cache(maxsize=1)
def _by_pattern() -> dict[str, Field]:
    return {field.path: field for field in FIELDS}


@lru_cache(maxsize=65536)
def field_at(path: str) -> Field:
    """The field that a path (or pattern) lies in, the nearest listed one outwards. PathError when there is none."""
    here = pattern(path)
    while here:
        found = _by_pattern().get(here)
        if found is not None:
            return found
        cut = max(here.rfind("."), here.rfind("["))
        here = here[:cut] if cut > 0 else ""
    raise PathError(f"no field lies at {path!r}")


def leaves(record: type[Record] = Dossier, path: str = "") -> Iterator[str]:
    """The patterns of all leaves of the records, ids left out: what the field list has to cover."""
    for name, slot in slots(record).items():
        here = f"{path}.{name}" if path else name
        if slot.record is not None:
            yield from leaves(slot.record, here + "[]" if slot.kind == "rows" else here)
        elif name != "id":
            yield here
