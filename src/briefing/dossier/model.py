"""The dossier: all that is known for one meeting, as frozen records. An edit makes the next one (see edits)."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.dossier.figures import Figure, Source
from briefing.dossier.record import Record

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Line(Record):
    """A row of a list field: a point to make, an objective, an agreed point."""

    id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class House(Record):
    """Who we are on paper. `name` is the country's formal name, as it stands on the letterhead."""

    name: str = ""
    ministry: str = ""
    department: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Handling(Record):
    """How far the internal documents may go: `marking` is printed at head and foot of each of their pages."""

    marking: str = ""


@dataclass(frozen=True, slots=True)
class PreviousRound(Record):
    """The last time the two sides met. `date` may be a year, a month or a day (ISO 8601, reduced precision)."""

    format: str = ""
    date: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Meeting(Record):
    """What it is, when and where. `date` is ISO 8601; text that is no date is kept as typed, and found by a check.

    `country` is an ISO 3166 code or a name; `time_zone` an IANA name.
    """

    kind: str = ""
    round: str = ""
    format: str = ""
    press: str = ""
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    time_zone: str = ""
    city: str = ""
    country: str = ""
    venue: str = ""
    previous: PreviousRound = PreviousRound()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Aims(Record):
    objectives: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Person(Record):
    """`office` is the office in full, as at first mention; `short_office` with `family_name` as at later ones."""

    id: str
    name: str = ""
    family_name: str = ""
    office: str = ""
    short_office: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Side(Record):
    """A country (ISO 3166 code) or an organisation (its name), with its people in protocol order."""

    id: str
    country: str = ""
    ours: bool = False
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """What may be said publicly of a topic. `side` is a side's id, or empty where all sides said it."""

    id: str
    side: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Topic(Record):
    """A topic in speaking order. Only its `statements` reach a public document."""

    id: str
    area: str = ""
    grade: str = ""
    minutes: str = ""
    points: tuple[Line, ...] = ()
    line_to_take: str = ""
    they_may_say: str = ""
    our_answer: str = ""
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Trade(Record):
    """What holds for the whole table of figures: whose statistics, with whom, unit and scale, source."""

    reporter: str = ""
    partner: str = ""
    unit: str = ""
    scale: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Outcomes(Record):
    agreed: tuple[Line, ...] = ()
    next_steps: tuple[Line, ...] = ()
    next_round: str = ""


@dataclass(frozen=True, slots=True)
class Press(Record):
    """`reference` is the paragraph "For reference": what a reader should know who was not there."""

    headline: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Dossier(Record):
    """One meeting. `translations` and `wording` are layers of the file format, kept as JSON until they are used."""

    title: str = ""
    house: House = House()
    handling: Handling = Handling()
    meeting: Meeting = Meeting()
    sides: tuple[Side, ...] = ()
    aims: Aims = Aims()
    topics: tuple[Topic, ...] = ()
    trade: Trade = Trade()
    figures: tuple[Figure, ...] = ()
    sources: tuple[Source, ...] = ()
    outcomes: Outcomes = Outcomes()
    press: Press = Press()
    translations: str = "{}"
    wording: str = "{}"


EMPTY = Dossier()
