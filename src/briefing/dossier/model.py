"""The dossier: all that is known for one meeting, as frozen records. An edit makes the next one (see edits)."""

from __future__ import annotations

from briefing.dossier.dismissals import Dismissal
from briefing.dossier.figures import Figure, Source
from briefing.dossier.meeting import (
    Agreement,
    Annex,
    Background,
    Clearance,
    Entry,
    Handling,
    House,
    Line,
    Meeting,
    PreviousRound,
    Programme,
    Recipient,
    SideCall,
)
from briefing.dossier.people import Person, Side
from briefing.dossier.publicity import Embargo, NextStep, Outcomes, Photo, Press, Publication, Quote
from briefing.dossier.record import Record
from briefing.dossier.topics import Aims, Statement, Topic
from briefing.frozen import frozen

SCHEMA_VERSION = 1


@frozen
class Trade(Record):
    """What holds for the whole table of figures: whose statistics, with whom, unit and scale, source.

    `chart` is the kind of chart that is drawn of it, if any; `chart_picture`, whether a Word file has it as a picture.
    """

    reporter: str = ""
    partner: str = ""
    unit: str = ""
    scale: str = ""
    source: str = ""
    chart: str = ""
    chart_picture: bool = False


@frozen
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
    background: Background = Background()
    programme: Programme = Programme()
    outcomes: Outcomes = Outcomes()
    press: Press = Press()
    dismissed: tuple[Dismissal, ...] = ()
    translations: str = "{}"
    wording: str = "{}"


EMPTY = Dossier()

__all__ = [
    "EMPTY",
    "SCHEMA_VERSION",
    "Agreement",
    "Aims",
    "Annex",
    "Background",
    "Clearance",
    "Dismissal",
    "Dossier",
    "Embargo",
    "Entry",
    "Handling",
    "House",
    "Line",
    "Meeting",
    "NextStep",
    "Outcomes",
    "Person",
    "Photo",
    "Press",
    "PreviousRound",
    "Programme",
    "Publication",
    "Quote",
    "Recipient",
    "Side",
    "SideCall",
    "Statement",
    "Topic",
    "Trade",
]
