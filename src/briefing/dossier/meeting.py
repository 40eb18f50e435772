"""Records of the meeting itself: our house, handling, when and where, why, and the programme."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.dossier.record import Record


@dataclass(frozen=True, slots=True)
class Line(Record):
    """A row of a list field: a point to make, an objective, an agreed point."""

    id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class House(Record):
    """Who we are on paper, filled once and copied into each new dossier. `country` is our ISO 3166 code.

    `name` is the country's formal name, as it stands on the letterhead; `statistics` whose figures we use.
    """

    country: str = ""
    name: str = ""
    ministry: str = ""
    department: str = ""
    city: str = ""
    contact: str = ""
    boilerplate: str = ""
    statistics: str = ""
    markings: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Clearance(Record):
    """One office that was asked to clear: who, when asked, what was answered, and when. Dates are ISO 8601."""

    id: str
    name: str = ""
    office: str = ""
    asked: str = ""
    answer: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Recipient(Record):
    """One line of the distribution list: to whom, for action or information, with annexes or not, which copy."""

    id: str
    name: str = ""
    purpose: str = ""
    annexes: bool = False
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Handling(Record):
    """How far the internal documents may go: `marking` is printed at head and foot of each of their pages."""

    marking: str = ""
    reference: str = ""
    drafted_by: str = ""
    cleared: tuple[Clearance, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    issued: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class PreviousRound(Record):
    """The last time the two sides met. `date` may be a year, a month or a day (ISO 8601, reduced precision)."""

    format: str = ""
    date: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Meeting(Record):
    """What it is, when and where. `date` is ISO 8601; text that is no date is kept as typed, and found by a check.

    `end_date` is empty for a meeting of one day; `round` is "first", "regular" or a number; `country` an ISO 3166
    code or a name; `time_zone` an IANA name; `event` what the talks stand beside.
    """

    kind: str = ""
    round: str = ""
    format: str = ""
    press: str = ""
    date: str = ""
    end_date: str = ""
    start_time: str = ""
    end_time: str = ""
    time_zone: str = ""
    city: str = ""
    country: str = ""
    venue: str = ""
    event: str = ""
    languages: str = ""
    interpretation: str = ""
    previous: PreviousRound = PreviousRound()
    requested_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry(Record):
    """One entry of the programme. `date` may be empty in a programme of one day."""

    id: str
    date: str = ""
    start_time: str = ""
    end_time: str = ""
    what: str = ""
    place: str = ""
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideCall(Record):
    """A call beside the talks: on whom, when, and what for."""

    id: str
    name: str = ""
    when: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Programme(Record):
    entries: tuple[Entry, ...] = ()
    calls: tuple[SideCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement(Record):
    """A bilateral agreement: its title, when it was signed (ISO 8601, reduced precision), and how it stands."""

    id: str
    title: str = ""
    date: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Annex(Record):
    id: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Background(Record):
    facts: str = ""
    agreements: tuple[Agreement, ...] = ()
    annexes: tuple[Annex, ...] = ()
