"""The field list: every place of a dossier described once, for forms, checks, templates and the audience view."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from briefing.dossier import choices
from briefing.dossier.choices import Choice
from briefing.dossier.figures import MEASURES, QUALIFIERS, SCALES, STATUSES
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, pattern
from briefing.dossier.record import Record
from briefing.dossier.records import slots
from briefing.frozen import frozen

Audience = Literal["internal", "shared", "public"]
AUDIENCES: tuple[Audience, ...] = ("internal", "shared", "public")

Kind = Literal[
    "line", "prose", "list", "choice", "country", "date", "partial_date", "time", "zone", "minutes", "flag", "side",
    "source", "rows", "record", "layer", "open_choice",
]  # fmt: skip

INTERNAL: Audience = "internal"
SHARED: Audience = "shared"
BRIEF, RELEASE = "briefing-note", "press-release"
BOTH = (BRIEF, RELEASE)


@frozen
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


FIELDS: tuple[Field, ...] = (
    Field("title", "line", "Name of the dossier", INTERNAL),
    # Our house
    Field("house.country", "country", "Our country"),
    Field("house.name", "line", "Country on the letterhead", needed_by=BOTH, placeholder="Republic of …"),
    Field("house.ministry", "line", "Ministry", needed_by=BOTH),
    Field("house.department", "line", "Department", INTERNAL),
    Field("house.city", "line", "City"),
    Field("house.contact", "line", "Press contact", needed_by=(RELEASE,), placeholder="Name, telephone, e-mail"),
    Field("house.boilerplate", "prose", "About us", help="Stands in the notes to editors of each press release."),
    Field("house.statistics", "country", "Whose statistics by default"),
    Field("house.markings", "list", "Markings in use", INTERNAL, help="One a line, the one used most first."),
    # Handling and distribution
    Field("handling.marking", "line", "Marking", INTERNAL, (BRIEF,), placeholder="For official use"),
    Field("handling.reference", "line", "Reference number", INTERNAL),
    Field("handling.drafted_by", "line", "Drafted by", INTERNAL, placeholder="Name, office, telephone",
          help="Whom the reader rings with a question."),
    Field("handling.cleared", "rows", "Cleared by", INTERNAL),
    Field("handling.cleared[].name", "line", "Who", INTERNAL, (BRIEF,)),
    Field("handling.cleared[].office", "line", "Office", INTERNAL),
    Field("handling.cleared[].asked", "date", "Asked", INTERNAL),
    Field("handling.cleared[].answer", "choice", "Answer", INTERNAL, choices=choices.ANSWERS),
    Field("handling.cleared[].answered", "date", "Answered", INTERNAL),
    Field("handling.distribution", "rows", "Distribution", INTERNAL),
    Field("handling.distribution[].name", "line", "To whom", INTERNAL, (BRIEF,)),
    Field("handling.distribution[].purpose", "choice", "For", INTERNAL, choices=choices.PURPOSES),
    Field("handling.distribution[].annexes", "flag", "With annexes", INTERNAL),
    Field("handling.distribution[].copy", "minutes", "Copy", INTERNAL),
    Field("handling.issued", "date", "Date of issue"),
    Field("handling.version", "line", "Version", INTERNAL),
    # Meeting
    Field("meeting.kind", "choice", "Kind of meeting", needed_by=BOTH, choices=choices.KINDS),
    Field("meeting.round", "open_choice", "Round", choices=choices.ROUNDS, placeholder="Or a number"),
    Field("meeting.format", "choice", "Format", choices=choices.FORMATS),
    Field("meeting.press", "choice", "Press", SHARED, choices=choices.OPENNESS),
    Field("meeting.date", "date", "Date", needed_by=BOTH),
    Field("meeting.end_date", "date", "Last day", placeholder="Same day"),
    Field("meeting.start_time", "time", "From"),
    Field("meeting.end_time", "time", "To"),
    Field("meeting.time_zone", "zone", "Time zone"),
    Field("meeting.city", "line", "City", needed_by=BOTH),
    Field("meeting.country", "country", "Country"),
    Field("meeting.venue", "line", "Venue", needed_by=(BRIEF,), placeholder="Name of the building or room"),
    Field("meeting.event", "line", "Beside which event", placeholder="General Assembly of the United Nations",
          help="For talks on the margins of something larger."),
    Field("meeting.languages", "line", "Languages", SHARED, placeholder="English"),
    Field("meeting.interpretation", "choice", "Interpretation", SHARED, choices=choices.INTERPRETATION),
    Field("meeting.previous.format", "choice", "Held", choices=choices.PREVIOUS_FORMATS),
    Field("meeting.previous.date", "partial_date", "Date or year", needed_by=(BRIEF,)),
    Field("meeting.previous.city", "line", "City"),
    Field("meeting.requested_by", "line", "Who asked for it", INTERNAL, help="Stands in the briefing note alone."),
    Field("meeting.reason", "prose", "Reason", INTERNAL),
    # People
    Field("sides", "rows", "Sides", needed_by=BOTH),
    Field("sides[].country", "country", "Country or organisation", needed_by=BOTH),
    Field("sides[].ours", "flag", "Our side"),
    Field("sides[].people", "rows", "People", needed_by=BOTH),
    Field("sides[].people[].name", "line", "Name", needed_by=BOTH, placeholder="As it should be printed"),
    Field("sides[].people[].family_name", "line", "Family name", help="For later mentions."),
    Field("sides[].people[].honorific", "line", "Honorific", placeholder="H.E.",
          help="Before the name at its first mention."),
    Field("sides[].people[].office", "line", "Office in full", needed_by=BOTH),
    Field("sides[].people[].short_office", "line", "Office in short"),
    Field("sides[].people[].other_offices", "list", "Other offices"),
    Field("sides[].people[].organisation", "line", "Organisation"),
    Field("sides[].people[].role", "choice", "Role", choices=choices.ROLES,
          help="Interpreters and note-takers are never named in a press release."),
    Field("sides[].people[].represents", "line", "Representing", help="Whom this person speaks for who is not there."),
    Field("sides[].people[].speaks", "minutes", "Speaks as", SHARED, placeholder="1"),
    Field("sides[].people[].gender", "choice", "Gender", choices=choices.GENDERS, help="For languages that need it."),
    Field("sides[].people[].biography", "prose", "Biography", INTERNAL,
          help="Those of the other side make an annex of the briefing note."),
    # Aims
    Field("aims.objectives", "list", "What we want", INTERNAL, (BRIEF,)),
    Field("aims.asks", "list", "What we ask", INTERNAL),
    Field("aims.offers", "list", "What we offer", INTERNAL),
    Field("aims.sensitivities", "prose", "Sensitivities", INTERNAL),
    Field("aims.recommendation", "prose", "Recommendation", INTERNAL,
          help="What we advise, with the reason in a sentence."),
    Field("aims.decision", "prose", "Decision asked", INTERNAL, help="Only where the reader is asked to decide."),
    # Topics
    Field("topics", "rows", "Topics", needed_by=(BRIEF,)),
    Field("topics[].area", "line", "Topic", INTERNAL, (BRIEF,)),
    Field("topics[].grade", "choice", "How it comes up", INTERNAL, choices=choices.GRADES,
          help="Topics that come up only if raised stand apart in the briefing note."),
    Field("topics[].minutes", "minutes", "Minutes", INTERNAL),
    Field("topics[].lead", "line", "Lead speaker", INTERNAL),
    Field("topics[].points", "list", "Points to make", INTERNAL),
    Field("topics[].line_to_take", "prose", "Line to take", INTERNAL, (BRIEF,)),
    Field("topics[].they_may_say", "prose", "What they may say", INTERNAL),
    Field("topics[].our_answer", "prose", "Our answer", INTERNAL),
    Field("topics[].if_pressed", "prose", "If pressed", INTERNAL),
    Field("topics[].background", "prose", "Background", INTERNAL),
    Field("topics[].contributor", "line", "Contributor", INTERNAL,
          help="Named in the briefing note until the line to take is there."),
    Field("topics[].due", "date", "Due", INTERNAL),
    Field("topics[].we_said", "prose", "What we said", INTERNAL),
    Field("topics[].they_said", "prose", "What they said", INTERNAL),
    Field("topics[].statements", "rows", "What may be said publicly", help="Only this reaches a public document."),
    Field("topics[].statements[].side", "side", "Who said it"),
    Field("topics[].statements[].text", "prose", "Public words", needed_by=(RELEASE,),
          placeholder="A whole sentence: Both sides welcomed …"),
    # Trade
    Field("trade.reporter", "country", "Whose statistics"),
    Field("trade.partner", "country", "Trade with"),
    Field("trade.unit", "choice", "Currency", choices=choices.CURRENCIES),
    Field("trade.scale", "choice", "Amounts in", choices=choices.codes(SCALES)),
    Field("trade.source", "source", "Source and date"),
    Field("trade.chart", "choice", "Chart under the table", choices=choices.CHARTS),
    Field("trade.chart_picture", "flag", "As a picture in Word", help="Otherwise it can be changed there."),
    Field("figures", "rows", "Figures"),
    Field("figures[].measure", "choice", "Measure", choices=choices.measures(MEASURES)),
    Field("figures[].scope", "line", "Scope"),
    Field("figures[].reporter", "country", "Whose statistics"),
    Field("figures[].partner", "country", "Trade with"),
    Field("figures[].period", "record", "Period"),
    Field("figures[].amount", "record", "Amount", choices=choices.codes(QUALIFIERS)),
    Field("figures[].change", "record", "Growth"),
    Field("figures[].share", "record", "Share"),
    Field("figures[].rank", "record", "Rank"),
    Field("figures[].status", "choice", "Status", choices=choices.codes(STATUSES)),
    Field("figures[].source", "source", "Source"),
    Field("figures[].note", "line", "Note", INTERNAL),
    Field("figures[].code", "line", "Code of the product", placeholder="HS code"),
    Field("figures[].carried", "record", "Still of the period before", INTERNAL),
    Field("sources", "rows", "Sources"),
    Field("sources[].publisher", "line", "Publisher"),
    Field("sources[].title", "line", "Title"),
    Field("sources[].released", "partial_date", "Date of release"),
    Field("sources[].retrieved", "partial_date", "Retrieved on", INTERNAL),
    Field("sources[].next_release", "partial_date", "Next release", INTERNAL),
    Field("sources[].link", "line", "Link"),
    # Background
    Field("background.facts", "prose", "Country facts", INTERNAL),
    Field("background.agreements", "rows", "Bilateral agreements", INTERNAL),
    Field("background.agreements[].title", "line", "Title", INTERNAL, (BRIEF,)),
    Field("background.agreements[].date", "partial_date", "Signed", INTERNAL),
    Field("background.agreements[].status", "line", "How it stands", INTERNAL, placeholder="In force"),
    Field("background.annexes", "rows", "Annexes", INTERNAL),
    Field("background.annexes[].title", "line", "Title", INTERNAL, (BRIEF,)),
    Field("background.annexes[].text", "prose", "Text", INTERNAL, (BRIEF,)),
    # Programme
    Field("programme.entries", "rows", "Programme", INTERNAL),
    Field("programme.entries[].date", "date", "Date", INTERNAL, placeholder="Same day"),
    Field("programme.entries[].start_time", "time", "From", INTERNAL,
          help="Left empty, the entry follows the one before it."),
    Field("programme.entries[].end_time", "time", "To", INTERNAL),
    Field("programme.entries[].what", "line", "What", INTERNAL, (BRIEF,)),
    Field("programme.entries[].place", "line", "Place", INTERNAL),
    Field("programme.entries[].who", "line", "Who", INTERNAL),
    Field("programme.entries[].note", "line", "Note", INTERNAL),
    Field("programme.calls", "rows", "Side calls", INTERNAL),
    Field("programme.calls[].name", "line", "On whom", INTERNAL, (BRIEF,)),
    Field("programme.calls[].when", "line", "When", INTERNAL),
    Field("programme.calls[].purpose", "line", "What for", INTERNAL),
    # Outcomes
    Field("outcomes.agreed", "list", "What was agreed", help="Goes into the press release."),
    Field("outcomes.signed", "list", "Documents signed"),
    Field("outcomes.next_steps", "rows", "Next steps", INTERNAL),
    Field("outcomes.next_steps[].text", "line", "Step", INTERNAL, (BRIEF,)),
    Field("outcomes.next_steps[].owner", "line", "Who", INTERNAL),
    Field("outcomes.next_steps[].due", "partial_date", "By when", INTERNAL),
    Field("outcomes.next_round", "line", "Next round", placeholder="Astana, 2024",
          help="Place and time: a sentence is made of them."),
    # Press
    Field("press.headline", "line", "Headline", placeholder="Composed from the meeting when empty"),
    Field("press.sub_headline", "line", "Sub-headline"),
    Field("press.quotes", "rows", "Quotes"),
    Field("press.quotes[].speaker", "line", "Speaker", needed_by=BOTH, placeholder="Name, office"),
    Field("press.quotes[].words", "prose", "Words", needed_by=BOTH),
    Field("press.quotes[].cleared_by", "line", "Cleared by", INTERNAL),
    Field("press.reference", "prose", "For reference"),
    Field("press.notes", "prose", "Notes to editors"),
    Field("press.embargo.date", "date", "Not before", needed_by=(RELEASE,)),
    Field("press.embargo.time", "time", "Time"),
    Field("press.embargo.zone", "zone", "Time zone"),
    Field("press.photo.file", "line", "Photo", INTERNAL, placeholder="File name"),
    Field("press.photo.caption", "line", "Caption", help="Stands in the notes to editors."),
    Field("press.photo.credit", "line", "Credit"),
    Field("press.photo.alternative", "line", "Text for those who cannot see it"),
    Field("press.if_asked", "prose", "If asked", INTERNAL,
          help="For whoever answers the press; stays in the briefing note."),
    Field("press.published", "rows", "Published", INTERNAL),
    Field("press.published[].where", "line", "Where", INTERNAL, (BRIEF,)),
    Field("press.published[].when", "date", "When", INTERNAL),
    # Layers
    # Put aside
    Field("dismissed", "rows", "Dismissed findings", INTERNAL),
    Field("dismissed[].rule", "line", "Check", INTERNAL),
    Field("dismissed[].field", "line", "Field", INTERNAL),
    Field("dismissed[].said", "line", "What was said", INTERNAL),
    Field("dismissed[].reason", "line", "Reason", INTERNAL),
    Field("translations", "layer", "Translations", INTERNAL),
    Field("wording", "layer", "Wording by hand", INTERNAL),
)  # fmt: skip


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
