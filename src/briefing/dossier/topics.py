"""Records of what is talked about: our aims, the topics, what was said, and what may be said publicly."""

from __future__ import annotations

from briefing.dossier.meeting import Line
from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class Aims(Record):
    """`decision` is what the reader is asked to decide; empty where nothing is asked."""

    objectives: tuple[Line, ...] = ()
    asks: tuple[Line, ...] = ()
    offers: tuple[Line, ...] = ()
    sensitivities: str = ""
    recommendation: str = ""
    decision: str = ""


@frozen
class Statement(Record):
    """What may be said publicly of a topic. `side` is a side's id, or empty where all sides said it."""

    id: str
    side: str = ""
    text: str = ""


@frozen
class Topic(Record):
    """A topic in speaking order. Only its `statements` reach a public document.

    `they_said` and `we_said` are the record of the meeting; `due` is the day by which the contributor answers.
    """

    id: str
    area: str = ""
    grade: str = ""
    minutes: str = ""
    lead: str = ""
    points: tuple[Line, ...] = ()
    line_to_take: str = ""
    they_may_say: str = ""
    our_answer: str = ""
    if_pressed: str = ""
    background: str = ""
    contributor: str = ""
    due: str = ""
    we_said: str = ""
    they_said: str = ""
    statements: tuple[Statement, ...] = ()
