"""The kinds of rows that open in place: what each is called, shows in its line, and holds."""

from __future__ import annotations

from collections.abc import Callable

from briefing.desktop.form.rows import RowKind
from briefing.desktop.form.sections import Cell
from briefing.desktop.form.statements import make_statements
from briefing.desktop.tokens import Width
from briefing.dossier import choices
from briefing.dossier.choices import Choice
from briefing.dossier.entry import show_date, show_partial_date
from briefing.dossier.model import (
    Agreement,
    Annex,
    Clearance,
    Entry,
    NextStep,
    Person,
    Publication,
    Quote,
    Recipient,
    SideCall,
    Topic,
)
from briefing.dossier.prose import plain
from briefing.dossier.record import Record

Head = Callable[[Record], tuple[str, str]]


def _said(offered: tuple[Choice, ...], code: str) -> str:
    return next((choice.label for choice in offered if choice.code == code), "")


def _facts(*facts: str) -> str:
    return ", ".join(filter(None, facts))


def _topic(record: Record) -> tuple[str, str]:
    assert isinstance(record, Topic)
    minutes = f"{record.minutes} min" if record.minutes else ""
    return record.area or "New topic", _facts(_said(choices.GRADES, record.grade), minutes)


def _person(record: Record) -> tuple[str, str]:
    assert isinstance(record, Person)
    return record.name or "New person", record.short_office or _said(choices.ROLES, record.role)


def _agreement(record: Record) -> tuple[str, str]:
    assert isinstance(record, Agreement)
    return record.title or "New agreement", _facts(show_partial_date(record.date), record.status)


def _annex(record: Record) -> tuple[str, str]:
    assert isinstance(record, Annex)
    return record.title or "New annex", ""


def _entry(record: Record) -> tuple[str, str]:
    assert isinstance(record, Entry)
    when = "–".join(filter(None, (record.start_time, record.end_time)))
    return record.what or "New entry", _facts(show_date(record.date, short=True) if record.date else "", when)


def _call(record: Record) -> tuple[str, str]:
    assert isinstance(record, SideCall)
    return record.name or "New side call", record.when


def _step(record: Record) -> tuple[str, str]:
    assert isinstance(record, NextStep)
    return record.text or "New step", _facts(record.owner, show_partial_date(record.due, short=True))


def _quote(record: Record) -> tuple[str, str]:
    assert isinstance(record, Quote)
    words = plain(record.words).replace("\n", " ")
    return record.speaker or "New quote", words[:40] + ("…" if len(words) > 40 else "")


def _published(record: Record) -> tuple[str, str]:
    assert isinstance(record, Publication)
    return record.where or "New publication", show_date(record.when) if record.when else ""


def _clearance(record: Record) -> tuple[str, str]:
    assert isinstance(record, Clearance)
    return _facts(record.name, record.office) or "New clearance", _said(choices.ANSWERS, record.answer)


def _recipient(record: Record) -> tuple[str, str]:
    assert isinstance(record, Recipient)
    annexes = "with annexes" if record.annexes else ""
    return record.name or "New recipient", _facts(_said(choices.PURPOSES, record.purpose), annexes)


TOPIC = RowKind(
    noun="topic",
    make=Topic,
    head=_topic,
    cells=(
        (Cell("area"),),
        (Cell("grade"), Cell("minutes", fixed=Width.MINUTES)),
        (Cell("points"),),
        (Cell("line_to_take"),),
        (Cell("they_may_say"), Cell("our_answer")),
    ),
    seldom=((Cell("if_pressed"), Cell("background")), (Cell("lead"), Cell("contributor"), Cell("due"))),
    seldom_name="If pressed, background, contributor",
    first="area",
    leads=("What may be said publicly is entered in Record", "statements"),
)
SAID = RowKind(
    noun="topic",
    make=Topic,
    head=_topic,
    cells=((Cell("we_said"), Cell("they_said")),),
    first="we_said",
    more=make_statements,
    leads=("What was prepared is in Topics", "area"),
)
PERSON = RowKind(
    noun="person",
    make=Person,
    head=_person,
    cells=(
        (Cell("honorific", fixed=80), Cell("name")),
        (Cell("office"),),
        (Cell("short_office"), Cell("family_name")),
        (Cell("role"), Cell("represents")),
    ),
    seldom=(
        (Cell("organisation"), Cell("speaks", fixed=Width.MINUTES), Cell("gender")),
        (Cell("other_offices"),),
        (Cell("biography"),),
    ),
    seldom_name="Organisation, other offices, biography",
    first="name",
)
AGREEMENT = RowKind(
    "agreement", Agreement, _agreement, ((Cell("title"),), (Cell("date"), Cell("status", 2))), first="title"
)
ANNEX = RowKind("annex", Annex, _annex, ((Cell("title"),), (Cell("text"),)), first="title")
ENTRY = RowKind(
    "entry",
    Entry,
    _entry,
    (
        (Cell("what"),),
        (Cell("date", fixed=Width.DATE), Cell("start_time", fixed=Width.TIME), Cell("end_time", fixed=Width.TIME)),
        (Cell("place"), Cell("who")),
        (Cell("note"),),
    ),
    first="what",
)
CALL = RowKind("side call", SideCall, _call, ((Cell("name", 2), Cell("when", 1)), (Cell("purpose"),)), first="name")
STEP = RowKind("step", NextStep, _step, ((Cell("text"),), (Cell("owner", 2), Cell("due", 1))), first="text")
QUOTE = RowKind(
    "quote", Quote, _quote, ((Cell("speaker", 2), Cell("cleared_by", 1)), (Cell("words"),)), first="speaker"
)
PUBLICATION = RowKind(
    "publication", Publication, _published, ((Cell("where"), Cell("when", fixed=Width.DATE)),), first="where"
)
CLEARANCE = RowKind(
    "clearance",
    Clearance,
    _clearance,
    ((Cell("name"), Cell("office")), (Cell("answer", combo=True), Cell("asked"), Cell("answered"))),
    first="name",
)
RECIPIENT = RowKind(
    "recipient",
    Recipient,
    _recipient,
    ((Cell("name"), Cell("copy", fixed=Width.MINUTES)), (Cell("purpose", 2), Cell("annexes", 1))),
    first="name",
)

#: The lists of records of the form by their paths.
LISTS: dict[str, RowKind] = {
    "topics": TOPIC,
    "background.agreements": AGREEMENT,
    "background.annexes": ANNEX,
    "programme.entries": ENTRY,
    "programme.calls": CALL,
    "outcomes.next_steps": STEP,
    "press.quotes": QUOTE,
    "press.published": PUBLICATION,
    "handling.cleared": CLEARANCE,
    "handling.distribution": RECIPIENT,
}
