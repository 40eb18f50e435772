"""English meetings: what they are called, which round they are, when and where they were."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from briefing.compose.leaves import Fragments, Leaf, Rows
from briefing.compose.phrases.english_countries import country as name_of
from briefing.compose.phrases.english_figures import MONTHS, NBSP
from briefing.compose.phrases.english_words import count, is_ordinal, ordinal, reworded, unstopped
from briefing.compose.views import View
from briefing.dossier.figures import day


class Kind(NamedTuple):
    """How a kind of meeting is spoken of: as a noun, as what two sides do and did, and with the number of its round.

    `numbered` is empty for what is not held in rounds.
    """

    noun: str
    hold: str
    held: str
    numbered: str = ""


def _hold(noun: str, what: str = "", numbered: str = "") -> Kind:
    return Kind(noun, f"hold {what or noun}", f"held {what or noun}", numbered)


KINDS = {
    "political_consultations": _hold("political consultations", "", "round of political consultations"),
    "foreign_office_consultations": _hold("foreign-office consultations", "", "round of foreign-office consultations"),
    "strategic_dialogue": _hold("strategic dialogue", "a round of the strategic dialogue",
                                "round of the strategic dialogue"),
    "joint_commission": _hold("joint commission", "a meeting of the joint commission",
                              "meeting of the joint commission"),
    "joint_committee": _hold("joint committee", "a meeting of the joint committee", "meeting of the joint committee"),
    "talks_beside_event": _hold("talks"),
    "visit": _hold("visit", "talks"),
    "phone_call": _hold("telephone call", "talks by telephone"),
    "video_conference": _hold("video conference", "a video conference"),
    "courtesy_call": Kind("courtesy call", "meet for a courtesy call", "met for a courtesy call"),
    "none": Kind("country brief", "", ""),
}  # fmt: skip
_BUILDING = (
    r"\b(Academy|Building|Cabinet Office|Castle|Cent(?:re|er)|Chancellery|Club|Department|Embassy|Foreign Office|Hall"
    r"|Headquarters|Hotel|House of|Institute|Library|Ministry|Mission|Museum|Office|Palace|Parliament|Residence"
    r"|Secretariat|University)\b"
)
_GATHERING = r"\b(Assembly|Conference|Congress|Council|Days|Dialogue|Fair|Forum|Meeting|Session|Summit|Week)\b"


def _done(kind: Leaf, held_round: Any, present: bool) -> Any:
    known, verb = KINDS.get(str(kind)), "hold " if present else "held "
    if known is not None and known.numbered and held_round and held_round != "regular":
        number = ordinal(str(held_round))
        article = "the" if is_ordinal(number) else "an" if number[:1].lower() in "aeiou" else "a"
        what = (Leaf(f"{verb}{article} ", kind.ledger), reworded(held_round, number), Leaf(" ", kind.ledger))
        return Fragments((*what, Leaf(str(kind), kind.ledger, kind.paths, known.numbered)))
    if known is not None and known.hold:
        return reworded(kind, known.hold if present else known.held)
    if known is not None:  # no meeting was held, so that there is nothing to say of it
        kind = Leaf("", kind.ledger, kind.paths, label=kind.label)
    return Fragments((Leaf(verb, kind.ledger), kind))


def hold(kind: Leaf, held_round: Any = None) -> Any:
    """What the sides do, as a headline says it: hold political consultations, hold the third round of them."""
    return _done(kind, held_round, present=True)


def held(kind: Leaf, held_round: Any = None) -> Any:
    """What the sides did: held political consultations, held the third meeting of the joint commission."""
    return _done(kind, held_round, present=False)


def event(kind: Leaf) -> Any:
    """The meeting as a noun before "with": political consultations, a visit as visit and talks."""
    return reworded(kind, "visit and talks" if kind == "visit" else kind.text())


def sitting(kind: Leaf) -> Any:
    """What one meeting of this kind is called among others, round or meeting; nothing for what has no rounds."""
    known = KINDS.get(str(kind))
    if known is None:
        return Leaf("round", kind.ledger)
    return Leaf(known.numbered.partition(" ")[0], kind.ledger)


def nth(held_round: Leaf, kind: Leaf) -> Any:
    """Which round it is: third round, first meeting; nothing for a regular one, or where rounds are not counted."""
    word = sitting(kind)
    if not word or not held_round or held_round == "regular":
        return Leaf("", held_round.ledger)
    return Fragments((reworded(held_round, ordinal(str(held_round))), Leaf(" ", held_round.ledger), word))


def at(venue: Leaf) -> Any:
    """A venue with its preposition and the article that a kind of building takes: at the Ministry, in Room 2."""
    words = venue.text()
    if re.match(r"Room\b", words):
        return reworded(venue, f"in {words}")
    article = "" if words.lower().startswith("the ") or not re.search(_BUILDING, words) else "the "
    return reworded(venue, f"at {article}{words}")


def beside(gathering: Leaf) -> Any:
    """What talks stand beside, with the article that its name needs: the General Assembly, COP 29."""
    words = gathering.text()
    named = re.search(_GATHERING, words) and not re.match(r"(?:the|a|an|our|their|[A-Z]\w*[’']s) ", words, re.I)
    return reworded(gathering, f"the {words}" if named else words)


def titled(document: Leaf) -> Any:
    """A document's title within a sentence: the Agreement on transit, a joint statement."""
    words = unstopped(document).text()
    article = re.match(r"(?:the|a|an) ", words, re.I)
    return reworded(document, f"{words[:1].lower()}{words[1:]}" if article else f"the {words}")


def when(text: Leaf) -> Any:
    """A date with its preposition: on 14 May 2021, in May 2021, in 2021."""
    return reworded(text, f"{'on' if day(str(text)) else 'in'} {text.text()}")


def _span(meeting: View) -> tuple[date, date] | None:
    """First and last day of a meeting of several days."""
    first, last = day(str(meeting.look("date"))), day(str(meeting.look("end_date")))
    return (first, last) if first is not None and last is not None and last > first else None


def _over(meeting: View, words: str) -> Leaf:
    start, end = meeting.look("date"), meeting.look("end_date")
    return Leaf(str(start), meeting.ledger, (*start.paths, *end.paths), words)


def _words(of: date, *, month: bool = True, year: bool = True) -> str:
    return f"{of.day}{f'{NBSP}{MONTHS[of.month - 1]}' if month else ''}{f' {of.year}' if year else ''}"


def days(meeting: View) -> Any:
    """The day of a meeting, or all its days: 14 May 2025, 14–15 May 2025, 30 May – 1 June 2025."""
    span = _span(meeting)
    if span is None:
        return meeting.look("date")
    first, last = span
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    dash = "–" if same_month else f"{NBSP}– "
    return _over(meeting, f"{_words(first, month=not same_month, year=not same_year)}{dash}{_words(last)}")


def over_days(meeting: View) -> Any:
    """When a meeting of several days was, for running text: on 14 and 15 May 2025; nothing for a meeting of one day."""
    span = _span(meeting)
    if span is None:
        return Leaf("", meeting.ledger)
    first, last = span
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    start = _words(first, month=not same_month, year=not same_year)
    two = last - first == timedelta(days=1)
    return _over(meeting, f"on {start} and {_words(last)}" if two else f"from {start} to {_words(last)}")


def issue_day(meeting: View) -> Any:
    """The day of a dateline: the last day of the meeting."""
    return meeting.look("date") if _span(meeting) is None else meeting.look("end_date")


def dates(rows: Rows) -> int:
    """On how many different days the entries of a programme are."""
    return len({str(row.look("date")) for row in rows if row.look("date")})


def abroad(meeting: View, home: Leaf) -> Any:
    """The country of a meeting where it is not our own, and not in the city's own name; else nothing."""
    city, country = meeting.look("city"), meeting.look("country")
    if not country or country == home or name_of(str(country)) == city:
        return Leaf("", country.ledger)
    return reworded(country, name_of(str(country)))


#: Cities that a dateline names alone, wherever it is read.
_KNOWN_CITIES = frozenset((
    "Addis Ababa", "Amsterdam", "Bangkok", "Beijing", "Berlin", "Brussels", "Cairo", "Geneva", "Istanbul", "London",
    "Luxembourg", "Madrid", "Moscow", "Nairobi", "New Delhi", "New York", "Paris", "Rome", "Singapore", "Stockholm",
    "The Hague", "Tokyo", "Vienna", "Washington",
))  # fmt: skip


def dateline(meeting: View, sides: Rows, house: View) -> Any:
    """The place of a dateline: the city, and its country where a reader cannot know it.

    It is known where it is our own or one of two sides', which the sentence then names, and by a famous city.
    """
    city, country = meeting.look("city"), meeting.look("country")
    homes = [house.look("country"), *(side.look("country") for side in sides if side.look("ours") or len(sides) == 2)]
    if not city or not country or country in homes or city in _KNOWN_CITIES or name_of(str(country)) == city:
        return city
    return Fragments((city, Leaf(", ", city.ledger), reworded(country, name_of(str(country)))))


#: Times that "in" and "on" go with: spring 2027, 14 May 2027, early 2027, the first half of 2027.
_TIME = (
    rf"(?:(?:[0-9]{{1,2}}\s)?(?:{'|'.join(MONTHS)}) |(?:early |late )?(?:spring|summer|autumn|winter) |early |late "
    r"|the [a-z]+ (?:half|quarter) of )?(?:19|20)[0-9][0-9]"
)
_PLACE_AND_TIME = rf"([A-Z][^,0-9]{{1,40}}), ({_TIME})"


def to_come(text: Leaf, kind: Leaf) -> Any:
    """The next round as a sentence where place and time can be told apart; else after a colon, as it was typed."""
    words = text.text().strip().rstrip(".")
    what = sitting(kind) or "meeting"
    parts = re.fullmatch(_PLACE_AND_TIME, words)
    if not parts and not re.fullmatch(_TIME, words):
        return Fragments((Leaf(f"Next {what}: ", text.ledger), reworded(text, f"{words}."))) if text else text
    place, time = (parts[1], parts[2]) if parts else ("", words)
    out: list[Leaf] = [Leaf(f"The next {what} is to be held ", text.ledger)]
    if place:
        out += [Leaf("in ", text.ledger), Leaf(place, text.ledger, text.paths), Leaf(" ", text.ledger)]
    on = "on " if re.match(r"[0-9]{1,2}\s", time) else "in "
    return Fragments((*out, Leaf(on, text.ledger), Leaf(time, text.ledger, text.paths), Leaf(".", text.ledger)))


def counted(rows: Rows, one: str, many: str) -> Any:
    """How many rows there are, in words: two documents."""
    return Leaf(f"{count(len(rows))} {one if len(rows) == 1 else many}", rows.ledger, (rows.path,))


_ANSWERS = {"cleared": "cleared", "with_changes": "cleared with changes", "refused": "refused"}


def answered(clearance: View) -> Any:
    """How far a clearance has come: cleared on 12 May 2025, asked on 5 May 2025, not asked yet."""
    answer, asked, when_answered = (clearance.look(name) for name in ("answer", "asked", "answered"))
    if answer and answer != "waiting":
        out = [reworded(answer, _ANSWERS.get(str(answer), answer.text()))]
        return Fragments((*out, Leaf(" ", answer.ledger), when(when_answered)) if when_answered else out)
    if asked:
        return Fragments((Leaf("asked ", asked.ledger), when(asked), Leaf(", waiting", asked.ledger)))
    return Leaf("waiting" if answer else "not asked yet", answer.ledger, answer.paths)
