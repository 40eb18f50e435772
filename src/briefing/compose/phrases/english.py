"""English: how fields read in a sentence, and the filters that write phrases from people, dates and figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from briefing.compose.leaves import Fragments, Leaf, Rows
from briefing.compose.phrases import english_figures, english_trade
from briefing.compose.phrases.language import Language
from briefing.compose.views import View
from briefing.dossier.fields import Field
from briefing.dossier.figures import day

NBSP = "\u00a0"

#: Each kind of meeting as a bare noun, and with the article that it takes after "held".
KINDS = {
    "political_consultations": ("political consultations", "political consultations"),
    "foreign_office_consultations": ("foreign-office consultations", "foreign-office consultations"),
    "strategic_dialogue": ("strategic dialogue", "a round of the strategic dialogue"),
    "joint_commission": ("joint commission", "a meeting of the joint commission"),
    "talks_beside_event": ("talks", "talks"),
    "visit": ("visit", "talks during a visit"),
    "phone_call": ("telephone call", "a telephone call"),
    "video_conference": ("video conference", "a video conference"),
    "courtesy_call": ("courtesy call", "a courtesy call"),
}
HELD = {"in_person": "in person", "video": "online", "phone": "by telephone"}
_WORDS = {
    "meeting.format": {"in_person": "in person", "video": "by video link", "phone": "by telephone"},
    "meeting.previous.format": HELD,
    "topics[].grade": {"we_raise": "we raise", "they_raise": "they will raise", "if_raised": "only if raised"},
    "meeting.press": {"open": "open to the press", "closed": "closed to the press"},
    "meeting.kind": {code: noun for code, (noun, _) in KINDS.items()},
}


def show(field: Field, value: str) -> str:
    """A field's value as it stands in running text; what is no code or date stands as it was typed."""
    if field.path in _WORDS:
        return _WORDS[field.path].get(value, value)
    if field.kind == "country":
        return country(value)
    if field.kind in ("date", "partial_date"):
        return date(value)
    if field.kind == "choice":
        return next((choice.label.lower() for choice in field.choices if choice.code == value), value)
    return value


@lru_cache(maxsize=512)
def country(code: str) -> str:
    """The name of a country by its ISO 3166 code; another text is a name already (a group, an organisation)."""
    if len(code) != 2 or not code.isupper():
        return code
    return str(_locale().territories.get(code, code))


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, str], ...]:
    """All countries as (code, name), by name."""
    # CLDR's territories hold groups and reserved codes too; what has two letters and is no group is a country.
    reserved = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    found = (
        (code, str(name)) for code, name in _locale().territories.items() if len(code) == 2 and code not in reserved
    )
    return tuple(sorted(found, key=lambda pair: pair[1]))


@lru_cache(maxsize=1)
def _locale() -> Any:
    from babel.core import Locale

    return Locale.parse("en_GB")


@lru_cache(maxsize=512)
def date(text: str) -> str:
    """An ISO 8601 date, month or year in words; another text as it was typed."""
    from babel.dates import format_date

    found = day(text)
    if found is not None:
        return str(format_date(found, f"d'{NBSP}'MMMM y", locale=_locale()))
    month = day(f"{text}-01")
    return str(format_date(month, "MMMM y", locale=_locale())) if month is not None else text


def _listed(rows: Rows, write: Callable[[View], Any], last: str = " and ") -> Any:
    """Rows in a sentence: a, b and c. Each keeps its own place to lead to; no rows are a gap."""
    if not rows:
        return rows.gap()
    out: list[Any] = []
    for at, item in enumerate(rows):
        if at:
            out.append(Leaf(last if at == len(rows) - 1 else ", ", rows.ledger))
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
    """People at first mention in one sentence: a name and its office, and the next after a comma and "and"."""
    return _listed(persons, in_full, ", and ")


def when(text: Leaf) -> Any:
    """A date with its preposition: on 14 May 2021, in May 2021, in 2021."""
    words = f"{'on' if day(str(text)) else 'in'} {text.text()}"
    return Leaf(str(text), text.ledger, text.paths, words) if text else text


def sentences(lines: Rows) -> Any:
    """The rows of a list as one run of sentences, each with its full stop."""
    out: list[Any] = []
    for line in lines:
        text = line.look("text")
        if not text:
            continue
        if out:
            out.append(Leaf(" ", text.ledger))
        words = text.text().rstrip()
        out.append(Leaf(str(text), text.ledger, text.paths, words if words[-1:] in ".!?…" else words + "."))
    return Fragments(out)


def stopped(text: Leaf) -> Any:
    """A line with its full stop, when it has none of its own."""
    return (
        Leaf(str(text), text.ledger, text.paths, text.text().rstrip().rstrip(".") + ".", text.label) if text else text
    )


def held(kind: Leaf) -> Any:
    """What was held, with its article: political consultations, a telephone call."""
    return Leaf(str(kind), kind.ledger, kind.paths, KINDS.get(str(kind), (kind.text(), kind.text()))[1], kind.label)


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
        "held": held,
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
