"""English: how fields read in a sentence, and the filters that write phrases from people, dates and figures."""

from __future__ import annotations

import datetime
from functools import lru_cache

from briefing.compose.phrases import (
    english_balance,
    english_figures,
    english_goods,
    english_meeting,
    english_people,
    english_single,
    english_sources,
    english_standing,
    english_trade,
    english_trade_table,
    english_words,
)
from briefing.compose.phrases.english_countries import countries, country, in_text
from briefing.compose.phrases.english_meeting import KINDS
from briefing.compose.phrases.language import Language
from briefing.dossier.fields import Field
from briefing.dossier.figures import day

NBSP = "\u00a0"

__all__ = ["ENGLISH", "KINDS", "countries", "country", "show"]


_WAYS = ("consecutive", "simultaneous", "whispered")
HELD = {"in_person": "in person", "video": "online", "phone": "by telephone"}
_WORDS = {
    "meeting.format": {"in_person": "in person", "video": "by video link", "phone": "by telephone"},
    "meeting.previous.format": HELD,
    "topics[].grade": {"we_raise": "we raise", "they_raise": "they will raise", "if_raised": "only if raised"},
    "meeting.interpretation": {"none": "no interpretation", **{code: f"{code} interpretation" for code in _WAYS}},
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
    if field.path == "topics[].minutes":
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


ENGLISH = Language(
    code="en",
    tag="en-GB",
    name="English",
    show=show,
    filters={
        "abroad": english_meeting.abroad,
        "also_present": english_people.also_present,
        "amount": english_figures.amount,
        "answered": english_meeting.answered,
        "at": english_meeting.at,
        "balance": english_balance.balance,
        "beside": english_meeting.beside,
        "calling": english_people.calling,
        "caller": english_people.caller,
        "counted": english_meeting.counted,
        "dateline": english_meeting.dateline,
        "covers": english_sources.covers,
        "dates": english_meeting.dates,
        "days": english_meeting.days,
        "delegates": english_people.delegates,
        "described": english_people.described,
        "encounter": english_people.encounter,
        "event": english_meeting.event,
        "flows": english_trade.flows,
        "following": english_people.following,
        "goods_table": english_goods.goods_table,
        "held": english_meeting.held,
        "hold": english_meeting.hold,
        "in_full": english_people.in_full,
        "in_period": english_figures.in_period,
        "issue_day": english_meeting.issue_day,
        "later": english_people.later,
        "leading": english_people.leading,
        "letter": english_words.letter,
        "main_goods": english_goods.main_goods,
        "names": english_people.names,
        "nth": english_meeting.nth,
        "offices": english_people.offices,
        "opening": english_trade.opening,
        "over_days": english_meeting.over_days,
        "people": english_people.people,
        "period": english_figures.period,
        "quoted": english_words.quoted,
        "sentences": english_words.sentences,
        "short_amount": english_figures.short_amount,
        "sitting": english_meeting.sitting,
        "small": english_words.small,
        "speakers": english_people.speakers,
        "standing": english_standing.standing,
        "stated": english_single.stated,
        "stopped": english_words.stopped,
        "styled": english_people.styled,
        "subject": english_trade.subject,
        "support": english_people.support,
        "titled": english_meeting.titled,
        "told": english_trade.told,
        "to_come": english_meeting.to_come,
        "table_notes": english_trade_table.table_notes,
        "trade_chart": english_trade_table.trade_chart,
        "trade_table": english_trade_table.trade_table,
        "turnover": english_trade.turnover,
        "unstopped": english_words.unstopped,
        "when": english_meeting.when,
    },
)
