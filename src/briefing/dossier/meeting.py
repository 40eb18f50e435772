"""Records of the meeting itself: our house, handling, when and where, why, and the programme."""

from __future__ import annotations

from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class Line(Record):
    """A row of a list field: a point to make, an objective, an agreed point."""

    id: str
    text: str = ""


@frozen
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


@frozen
class Clearance(Record):
    """One office that was asked to clear: who, when asked, what was answered, and when. Dates are ISO 8601."""

    id: str
    name: str = ""
    office: str = ""
    asked: str = ""
    answer: str = ""
    answered: str = ""


@frozen
class Recipient(Record):
    """One line of the distribution list: to whom, for action or information, with annexes or not, which copy."""

    id: str
    name: str = ""
    purpose: str = ""
    annexes: bool = False
    copy: str = ""


@frozen
class Handling(Record):
    """How far the internal documents may go: `marking` is printed at head and foot of each of their pages."""

    marking: str = ""
    reference: str = ""
    drafted_by: str = ""
    cleared: tuple[Clearance, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    issued: str = ""
    version: str = ""


@frozen
class PreviousRound(Record):
    """The last time the two sides met. `date` may be a year, a month or a day (ISO 8601, reduced precision)."""

    format: str = ""
    date: str = ""
    city: str = ""


@frozen
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


@frozen
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


@frozen
class SideCall(Record):
    """A call beside the talks: on whom, when, and what for."""

    id: str
    name: str = ""
    when: str = ""
    purpose: str = ""


@frozen
class Programme(Record):
    entries: tuple[Entry, ...] = ()
    calls: tuple[SideCall, ...] = ()


@frozen
class Agreement(Record):
    """A bilateral agreement: its title, when it was signed (ISO 8601, reduced precision), and how it stands."""

    id: str
    title: str = ""
    date: str = ""
    status: str = ""


@frozen
class Annex(Record):
    id: str
    title: str = ""
    text: str = ""


@frozen
class Background(Record):
    facts: str = ""
    agreements: tuple[Agreement, ...] = ()
    annexes: tuple[Annex, ...] = ()
