"""English people: who someone is at first mention and later, who met whom, and who else was there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.compose.leaves import Fragments, Leaf, Rows
from briefing.compose.phrases.english_words import capital, listed
from briefing.compose.views import View

_HEADS = ("head", "co_chair")
#: At the table for others to be understood and remembered; public documents never name them.
_SUPPORT = ("interpreter", "note_taker")
_SUBJECTS = {
    "political_consultations": "The consultations were",
    "foreign_office_consultations": "The consultations were",
    "strategic_dialogue": "The dialogue was",
    "talks_beside_event": "The talks were",
    "visit": "The talks were",
    "phone_call": "The conversation was",
    "video_conference": "The conference was",
}


def names(sides: Rows) -> Any:
    """The countries or organisations of some sides: Sweden and Norway."""
    return listed(sides, sides.ledger, lambda side: side.look("country")) if sides else sides.gap()


def in_full(person: View) -> Any:
    """A person at first mention: honorific and name, then all offices in full, and for whom they speak."""
    return Fragments((*styled(person), Leaf(", ", person.ledger), *offices(person)))


def styled(person: View) -> Any:
    """A person's name behind the honorific, where there is one."""
    honorific, name = person.look("honorific"), person.look("name")
    return Fragments((honorific, Leaf(" ", person.ledger), name) if honorific else (name,))


def offices(person: View) -> Any:
    """All offices of a person in full, the organisation, and for whom they speak."""
    ledger = person.ledger
    office = person.look("office")
    out: list[Any] = [office or person.look("short_office") or office]
    others = [line.look("text") for line in person.look("other_offices") if line.look("text")]
    for at, office in enumerate(others):
        out += [Leaf(" and " if at == len(others) - 1 else ", ", ledger), office]
    organisation = person.look("organisation")
    if organisation and organisation not in office:
        out += [Leaf(", ", ledger), organisation]
    if person.look("represents"):
        out += [Leaf(", representing ", ledger), person.look("represents")]
    return Fragments(out)


def later(person: View) -> Any:
    """A person at a later mention: short office and family name, else the name."""
    office, family = person.look("short_office"), person.look("family_name")
    if office and family:
        return Fragments((office, Leaf(" ", office.ledger), family))
    return person.look("name")


def people(persons: Rows) -> Any:
    """People at first mention in one sentence: two are joined by "and", more by semicolons, for offices have commas."""
    return _people(persons, persons) if persons else persons.gap()


def _people(persons: Sequence[View], rows: Any) -> Fragments:
    if len(persons) < 3:
        return listed(persons, rows.ledger, in_full, ", and ")
    return listed(persons, rows.ledger, in_full, "; and ", "; ")


def delegates(persons: Rows) -> Any:
    """Those who speak for their side: all but interpreters and note-takers."""
    return persons.some([person for person in persons if person.look("role") not in _SUPPORT])


def support(persons: Rows) -> Any:
    """Interpreters and note-takers, whom internal documents alone may name."""
    return persons.some([person for person in persons if person.look("role") in _SUPPORT])


def leading(persons: Rows) -> Any:
    """Who leads a side: its head or co-chairs, else who represents them, else the first in protocol order."""
    there = delegates(persons)
    for roles in (_HEADS, ("representing",)):
        if found := [person for person in there if person.look("role") in roles]:
            return persons.some(found)
    return persons.some(there[:1])


def following(persons: Rows) -> Any:
    """The delegates who do not lead."""
    leaders = [person.row_id for person in leading(persons)]
    return persons.some([person for person in delegates(persons) if person.row_id not in leaders])


def speakers(sides: Rows) -> Any:
    """All people whose place in the speaking order is given, in that order."""
    given = [person for side in sides for person in side.look("people") if person.look("speaks")]
    given.sort(key=lambda person: (len(person.look("speaks")), str(person.look("speaks"))))
    return sides.missing().look("people").some(given)


def described(sides: Rows) -> Any:
    """All people of some sides who have a biography."""
    found = [person for side in sides for person in side.look("people") if person.look("biography")]
    return sides.missing().look("people").some(found)


def _principals(side: View, *, many: bool) -> Rows:
    """Whom the sentence on the meeting names: who leads, and where nobody is marked as leading, all that are equal."""
    persons = side.look("people")
    there = delegates(persons)
    marked = any(person.look("role") in (*_HEADS, "representing") for person in there)
    equal = [person for person in there if not person.look("role")]
    found: Rows = leading(persons) if marked or many or not equal else persons.some(equal)
    return found


def encounter(sides: Rows, meeting: View) -> Any:
    """Who met whom, as a whole sentence; co-chairs and the heads of many delegations are named together."""
    chairs = [
        person for side in sides for person in delegates(side.look("people")) if person.look("role") == "co_chair"
    ]
    if len(chairs) > 1:
        subject = _SUBJECTS.get(str(meeting.look("kind")), "The meeting was")
        return Fragments((Leaf(f"{subject} co-chaired by ", sides.ledger), _people(chairs, sides), _stop(sides)))
    if len(sides) > 2:
        heads = [person for side in sides for person in _principals(side, many=True)]
        led = _people(heads, sides) if heads else sides[0].look("people").gap()
        phoned = meeting.look("format") == "phone" or meeting.look("kind") == "phone_call"
        subject = "Those taking part were " if phoned and len(heads) > 1 else "The delegations were led by "
        return Fragments((Leaf(subject, sides.ledger), led, _stop(sides)))
    return Fragments((*_met(sides, _verb(meeting)), _stop(sides)))


def _verb(meeting: View) -> str:
    remote = meeting.look("format") in ("phone", "video") or meeting.look("kind") in ("phone_call", "video_conference")
    return "spoke with" if remote else "met"


def _met(sides: Rows, verb: str) -> list[Any]:
    """A, minister, met B, minister: the comma before the verb closes the first one's office."""
    first, second = (_principals(side, many=False) for side in sides)
    before = Leaf(f", {verb} " if first else f" {verb} ", sides.ledger)
    return [people(first) if first else first.gap(), before, people(second) if second else second.gap()]


def _stop(rows: Rows) -> Leaf:
    return Leaf(".", rows.ledger)


def caller(sides: Rows, meeting: View) -> Any:
    """A courtesy call in one clause, before the venue: who received whom, or called on whom, by where they met."""
    said = {"received": " for a courtesy call", "called on": "", "met": " for a courtesy call"}
    verb = _calling(sides, meeting)
    whole = _met(sides, "paid a courtesy call on" if verb == "called on" else verb)
    goes_on = said[verb] or meeting.look("venue")
    comma = "," if goes_on and _principals(sides[-1], many=False) else ""
    return Fragments((*whole, Leaf(f"{comma}{said[verb]}", sides.ledger)))


def calling(sides: Rows, meeting: View) -> Any:
    """A courtesy call as a headline: "Minister Berg receives Ambassador Lind"; nothing without short forms."""
    principals = [_principals(side, many=False) for side in sides]
    known = all(len(each) == 1 and each[0].look("short_office") and each[0].look("family_name") for each in principals)
    if not known or len(principals) != 2:
        return Fragments(())
    verb = {"received": "receives", "called on": "calls on", "met": "meets"}[_calling(sides, meeting)]
    return Fragments((later(principals[0][0]), Leaf(f" {verb} ", sides.ledger), later(principals[1][0])))


def _calling(sides: Rows, meeting: View) -> str:
    country = str(meeting.look("country"))
    if country and country == sides[0].look("country"):
        return "received"
    return "called on" if country and country == sides[-1].look("country") else "met"


def also_present(sides: Rows, meeting: View) -> Any:
    """Who else was there, a sentence for each side that had anyone else; nothing where all are named already."""
    out: list[Any] = []
    chaired = sum(p.look("role") == "co_chair" for side in sides for p in delegates(side.look("people"))) > 1
    for side in sides:
        named = {person.row_id for person in _principals(side, many=len(sides) > 2)}
        if chaired:
            named = {p.row_id for p in side.look("people") if p.look("role") == "co_chair"}
        rest = [person for person in delegates(side.look("people")) if person.row_id not in named]
        if not rest:
            continue
        country = side.look("country")
        also = " was also represented by " if named else " was represented by "
        lead = [capital(country), Leaf(also, sides.ledger)]
        out += [*([Leaf(" ", sides.ledger)] if out else []), *lead, _people(rest, sides), _stop(sides)]
    return Fragments(out)
