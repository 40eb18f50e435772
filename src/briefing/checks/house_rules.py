"""House rules: what a desk officer's editor would say of a dossier. Few, and never more than worth a look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from briefing.checks.finding import Finding
from briefing.checks.gaps import gaps
from briefing.checks.places import values_of
from briefing.dossier.fields import BRIEF, FIELDS
from briefing.dossier.figures import day
from briefing.dossier.model import Dossier, Line, Side
from briefing.dossier.paths import row
from briefing.dossier.sides import LEADS

#: More than this nobody keeps in mind at the table: United States Department of Defense, read-aheads ("six max").
MOST_POINTS = 6
#: Who sits at the table without speaking for a side.
_SUPPORT = ("interpreter", "note_taker")


def too_many_points(dossier: Dossier) -> Iterator[Finding]:
    """More points to make than a meeting takes; those of topics that come up only if raised do not count."""
    points = [
        point for topic in dossier.topics if topic.grade != "if_raised" for point in topic.points if point.text.strip()
    ]
    if len(points) > MOST_POINTS:
        message = (
            f"There are {len(points)} points to make. More than {MOST_POINTS} are seldom all made; the rest could stand"
            " in the line to take."
        )
        yield Finding("points", "note", ("topics",), message, stated=str(len(points)), computed=str(MOST_POINTS))


def empty_objectives(dossier: Dossier) -> Iterator[Finding]:
    """Objectives of which nobody can say afterwards whether they were reached.

    "As specifically as possible, not just goodwill and harmony": United Kingdom, call for a Prime Minister's brief,
    1985. Only what is such a phrase from end to end is named.
    """
    for line in dossier.aims.objectives:
        if _phrases().fullmatch(line.text.strip().rstrip(".")):
            message = "This would fit any meeting. Say what should be different when it is over."
            yield Finding("objective", "note", (f"{row('aims.objectives', line.id)}.text",), message, stated=line.text)


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    verb = "strengthen|deepen|develop|improve|enhance|promote|expand|foster|maintain|build|discuss|exchange|reaffirm"
    which = "the|our|good|friendly|bilateral|mutual|close|closer|existing|excellent|further|strong"
    what = (
        r"relations|relationship|ties|links|contacts|cooperation|co-operation|friendship|goodwill|partnership"
        r"|dialogue|understanding|views|(?:issues|matters|questions) of (?:mutual|common) interest"
    )
    return re.compile(rf"(?:further )?(?:{verb})(?: (?:{which}))*(?: (?:{what}))(?: (?:with|between) [^,;:]+)?", re.I)


def relative_times(dossier: Dossier) -> Iterator[Finding]:
    """Times in public texts that mean another day wherever the text is printed again.

    Newspapers carry a release days later, "held today" and all. What someone is quoted with stays as it was said.
    """
    for path, text in _public_texts(dossier):
        found = _relative().search(text)
        if found:
            message = f"“{found[0]}” means another time when this is printed later. Give the date or the year."
            yield Finding("relative-time", "note", (path,), message, stated=found[0])


@lru_cache(maxsize=1)
def _relative() -> re.Pattern[str]:
    spans = "morning|afternoon|evening|week|weekend|month|quarter|spring|summer|autumn|winter|year"
    return re.compile(
        rf"\b(?:today|yesterday|tomorrow|tonight|recently|nowadays|(?:this|last|next) (?:{spans}))\b", re.I
    )


@lru_cache(maxsize=1)
def _public_patterns() -> tuple[str, ...]:
    kinds = ("line", "prose", "list")
    found = (field.path for field in FIELDS if field.audience == "public" and field.kind in kinds)
    return tuple(path for path in found if not path.startswith("press.quotes"))


def _public_texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for pattern in _public_patterns():
        for path, value in values_of(dossier, pattern):
            if isinstance(value, str):
                yield path, value
            else:
                yield from ((f"{row(path, line.id)}.text", line.text) for line in value if isinstance(line, Line))


def early_embargo(dossier: Dossier) -> Iterator[Finding]:
    """An embargo that is over before there is anything to publish.

    It is held against the dossier's own days, not the clock: every embargo passes, and a dossier that was right must
    not begin to complain.
    """
    until, meeting = day(dossier.press.embargo.date), dossier.meeting
    if until is None:
        return
    held, issued = day(meeting.date), day(dossier.handling.issued)
    if held is not None and until < held:
        message = "The embargo ends before the meeting begins."
        yield Finding("embargo", "warning", ("press.embargo.date", "meeting.date"), message)
    elif issued is not None and until < issued:
        message = "The embargo is over before the date of issue."
        yield Finding("embargo", "warning", ("press.embargo.date", "handling.issued"), message)


def nobody_to_ask(dossier: Dossier) -> Iterator[Finding]:
    """No drafter, in a dossier that is complete otherwise: whoever reads it must know whom to ring."""
    if not dossier.handling.drafted_by.strip() and not gaps(dossier, BRIEF):
        message = "All is there but who drafted it: a reader with a question needs a name and a telephone number."
        yield Finding("drafted-by", "note", ("handling.drafted_by",), message)


def bare_decision(dossier: Dossier) -> Iterator[Finding]:
    """A decision asked of someone who is not told what the house advises."""
    if dossier.aims.decision.strip() and not dossier.aims.recommendation.strip():
        message = "A decision is asked, and nothing is recommended."
        yield Finding("recommendation", "note", ("aims.recommendation", "aims.decision"), message)


def no_head(dossier: Dossier) -> Iterator[Finding]:
    """A side of several people of whom none leads; one alone leads whatever the role."""
    for side in dossier.sides:
        at_table = [person for person in side.people if person.role not in _SUPPORT]
        if len(at_table) > 1 and not any(person.role in LEADS for person in at_table):
            yield Finding("no-head", "note", (row("sides", side.id) + ".people",), _headless(side))


def _headless(side: Side) -> str:
    first = next((person.name for person in side.people if person.name and person.role not in _SUPPORT), "")
    taken = f"; the documents take {first} for it" if first else ""
    return f"Nobody is marked as head of this side{taken}."


#: Each with its own reason, none of them an error: a house rule is broken on purpose now and then.
HOUSE_RULES: tuple[Callable[[Dossier], Iterable[Finding]], ...] = (
    too_many_points,
    empty_objectives,
    relative_times,
    early_embargo,
    nobody_to_ask,
    bare_decision,
    no_head,
)
