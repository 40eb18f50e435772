"""Records of what comes of the meeting: outcomes, and what the press is told."""

from __future__ import annotations

from briefing.dossier.meeting import Line
from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class NextStep(Record):
    """What is to be done, by whom, and by when (ISO 8601, reduced precision)."""

    id: str
    text: str = ""
    owner: str = ""
    due: str = ""


@frozen
class Outcomes(Record):
    """`signed` are the titles of the documents signed."""

    agreed: tuple[Line, ...] = ()
    signed: tuple[Line, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    next_round: str = ""


@frozen
class Quote(Record):
    """What someone may be quoted with. `speaker` is the name with the office, as it should be printed."""

    id: str
    speaker: str = ""
    words: str = ""
    cleared_by: str = ""


@frozen
class Photo(Record):
    """A picture for the press: its file, caption, credit, and the text for those who cannot see it."""

    file: str = ""
    caption: str = ""
    credit: str = ""
    alternative: str = ""


@frozen
class Embargo(Record):
    """Until when nothing may be published: ISO 8601 date, time, IANA time zone."""

    date: str = ""
    time: str = ""
    zone: str = ""


@frozen
class Publication(Record):
    id: str
    where: str = ""
    when: str = ""


@frozen
class Press(Record):
    """`reference` is the paragraph "For reference": what a reader should know who was not there.

    `if_asked` are lines for the press office alone; `notes` the notes to editors after the end of the text.
    """

    headline: str = ""
    sub_headline: str = ""
    quotes: tuple[Quote, ...] = ()
    reference: str = ""
    notes: str = ""
    embargo: Embargo = Embargo()
    photo: Photo = Photo()
    if_asked: str = ""
    published: tuple[Publication, ...] = ()
