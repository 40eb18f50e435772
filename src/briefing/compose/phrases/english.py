"""English: how fields read in a sentence, and the filters that write phrases from people, dates and figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from briefing.compose.leaves import Fragments, Leaf, Rows
from briefing.compose.phrases import english_figures, english_trade
from briefing.compose.phrases.english_countries import countries, country, in_text
from briefing.compose.phrases.language import Language
from briefing.compose.views import View
from briefing.dossier.fields import Field
from briefing.dossier.figures import day

NBSP = "\u00a0"

__all__ = ["ENGLISH", "countries", "country", "show"]


class Kind(NamedTuple):
    """How a kind of meeting is spoken of: as a noun, and as what two countries do, now and afterwards."""

    noun: str
    hold: str
    held: str


def _hold(noun: str, what: str = "") -> Kind:
    return Kind(noun, f"hold {what or noun}", f"held {what or noun}")


KINDS = {
    "political_consultations": _hold("political consultations"),
    "foreign_office_consultations": _hold("foreign-office consultations"),
    "strategic_dialogue": _hold("strategic dialogue", "a round of the strategic dialogue"),
    "joint_commission": _hold("joint commission", "a meeting of the joint commission"),
    "joint_committee": _hold("joint committee", "a meeting of the joint committee"),
    "talks_beside_event": _hold("talks"),
    "visit": _hold("visit", "talks"),
    "phone_call": Kind("telephone call", "speak by telephone", "spoke by telephone"),
    "video_conference": _hold("video conference", "a video conference"),
    "courtesy_call": Kind("courtesy call", "meet for a courtesy call", "met for a courtesy call"),
    "none": Kind("country brief", "", ""),
}
_BUILDING = re.compile(
    r"\b(Academy|Building|Cabinet Office|Castle|Cent(?:re|er)|Chancellery|Club|Department|Embassy|Foreign Office|Hall"
    r"|Hotel|House of|Institute|Library|Ministry|Mission|Museum|Office|Palace|Parliament|Residence|Secretariat"
    r"|University)\b"
)
HELD = {"in_person": "in person", "video": "online", "phone": "by telephone"}
_WORDS = {
    "meeting.format": {"in_person": "in person", "video": "by video link", "phone": "by telephone"},
    "meeting.previous.format": HELD,
    "topics[].grade": {"we_raise": "we raise", "they_raise": "they will raise", "if_raised": "only if raised"},
    "meeting.press": {"open": "open to the press", "closed": "closed to the press"},
    "meeting.kind": {code: kind.noun for code, kind in KINDS.items()},
}


def show(field: Field, value: str) -> str:
    """A field's value as it stands in running text; what is no code or date stands as it was typed."""
    words = _WORDS.get(field.path, {}).get(value)
    if words is not None:
        return words
    if field.kind == "country":
        return in_text(value)
    if field.kind == "zone":
        city = value.rpartition("/")[2].replace("_", " ")
        return city if city in ("UTC", "GMT") else f"{city} time"
    if field.kind == "minutes":
        return f"{value} minute" if value == "1" else f"{value} minutes" if value.isdecimal() else value
    if field.kind in ("date", "partial_date"):
        return date(value)
    if field.kind == "choice":
        return next((choice.label.lower() for choice in field.choices if choice.code == value), value)
    return value


@lru_cache(maxsize=512)
def date(text: str) -> str:
    """An ISO 8601 date, month or year in words; another text as it was typed."""
    found = day(text)
    if found is not None:
        return f"{found.day}{NBSP}{_month(found)}"
    month = day(f"{text}-01")
    return _month(month) if month is not None else text


def _month(day: datetime.date) -> str:
    return f"{english_figures.MONTHS[day.month - 1]} {day.year}"


def _listed(rows: Rows, write: Callable[[View], Any], last: str = " and ", between: str = ", ") -> Any:
    """Rows in a sentence: a, b and c. Each keeps its own place to lead to; no rows are a gap."""
    if not rows:
        return rows.gap()
    out: list[Any] = []
    for at, item in enumerate(rows):
        if at:
            out.append(Leaf(last if at == len(rows) - 1 else between, rows.ledger))
        out.append(write(item))
    return Fragments(out)


def names(sides: Rows) -> Any:
    """The countries or organisations of some sides: Sweden and Norway."""
    return _listed(sides, lambda side: side.look("country"))


def in_full(person: View) -> Any:
    """A person at first mention: the name, then the office in full after a comma."""
    name, office = person.look("name"), person.look("office")
    return Fragments((name, Leaf(", ", name.ledger), office))


def later(person: View) -> Any:
    """A person at a later mention: short office and family name, else the name."""
    office, family = person.look("short_office"), person.look("family_name")
    if office and family:
        return Fragments((office, Leaf(" ", office.ledger), family))
    return person.look("name")


def people(persons: Rows) -> Any:
    """People at first mention in one sentence: two are joined by "and", more by semicolons, for offices have commas."""
    if len(persons) < 3:
        return _listed(persons, in_full, ", and ")
    return _listed(persons, in_full, "; and ", "; ")


def when(text: Leaf) -> Any:
    """A date with its preposition: on 14 May 2021, in May 2021, in 2021."""
    words = f"{'on' if day(str(text)) else 'in'} {text.text()}"
    return Leaf(str(text), text.ledger, text.paths, words) if text else text


def _with_stop(text: str) -> str:
    """A sentence with its full stop; one that ends with another mark, perhaps within quotation marks, has its own."""
    bare = text.rstrip()
    return bare if bare.rstrip("”’»\"')")[-1:] in tuple(".!?…") else f"{bare}."


def sentences(lines: Rows) -> Any:
    """The rows of a list as one run of sentences, each with its full stop."""
    out: list[Any] = []
    for text in (line.look("text") for line in lines):
        if text and out:
            out.append(Leaf(" ", text.ledger))
        if text:
            out.append(stopped(text))
    return Fragments(out)


def stopped(text: Leaf) -> Any:
    """A line with its full stop, when it has none of its own."""
    return Leaf(str(text), text.ledger, text.paths, _with_stop(text.text()), text.label) if text else text


def unstopped(text: Leaf) -> Any:
    """A line without the full stop at its end, where the sentence goes on."""
    return Leaf(str(text), text.ledger, text.paths, text.text().rstrip().rstrip("."), text.label) if text else text


def _done(kind: Leaf, present: bool) -> Any:
    known = KINDS.get(str(kind))
    if known is not None and known.hold:
        return Leaf(str(kind), kind.ledger, kind.paths, known.hold if present else known.held)
    if known is not None:  # no meeting was held, so that there is nothing to say of it
        kind = Leaf("", kind.ledger, kind.paths, label=kind.label)
    return Fragments((Leaf("hold " if present else "held ", kind.ledger), kind))


def hold(kind: Leaf) -> Any:
    """What the sides do, as a headline says it: hold political consultations, speak by telephone."""
    return _done(kind, present=True)


def held(kind: Leaf) -> Any:
    """What the sides did: held political consultations, spoke by telephone."""
    return _done(kind, present=False)


def at(venue: Leaf) -> Any:
    """A venue with "at", and the article where its name is one of a kind of building: at the Ministry of Justice."""
    words = venue.text()
    article = "" if words.lower().startswith("the ") or not _BUILDING.search(words) else "the "
    return Leaf(str(venue), venue.ledger, venue.paths, f"at {article}{words}") if venue else venue


def event(kind: Leaf) -> Any:
    """The meeting as a noun before "with": political consultations, a visit as visit and talks."""
    words = "visit and talks" if kind == "visit" else kind.text()
    return Leaf(str(kind), kind.ledger, kind.paths, words, kind.label)


ENGLISH = Language(
    code="en",
    tag="en-GB",
    name="English",
    show=show,
    filters={
        "names": names,
        "people": people,
        "when": when,
        "in_full": in_full,
        "later": later,
        "sentences": sentences,
        "stopped": stopped,
        "unstopped": unstopped,
        "hold": hold,
        "held": held,
        "event": event,
        "at": at,
        "amount": english_figures.amount,
        "short_amount": english_figures.short_amount,
        "period": english_figures.period,
        "in_period": english_figures.in_period,
        "turnover": english_trade.turnover,
        "flows": english_trade.flows,
        "trade_table": english_trade.trade_table,
        "stated": english_trade.stated,
    },
)
