"""Search in the form: every field by its label, its section and its present text, and every command by its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from briefing.compose.phrases.english import country
from briefing.desktop.form.records import LISTS, PERSON
from briefing.desktop.form.sections import SECTIONS, section_of
from briefing.dossier.amounts import show_amount
from briefing.dossier.dates import show_partial_date
from briefing.dossier.edits import value_at
from briefing.dossier.fields import Field, field_at
from briefing.dossier.figures import Figure
from briefing.dossier.model import Dossier, Side
from briefing.dossier.paths import join, row
from briefing.dossier.periods import show_period
from briefing.dossier.record import Record
from briefing.dossier.records import slots
from briefing.frozen import frozen

#: Results that are worth showing: who sees more types another letter.
MOST = 60

Kind = Literal["section", "field", "command"]


@frozen
class Entry:
    """Something to go to or to do. `target` is the path of a field, the key of a section, or a command's number.

    `hay` is all of its words, folded, that a search looks in.
    """

    kind: Kind
    target: str
    title: str
    where: str = ""
    text: str = ""
    key: str = ""
    title_folded: str = ""
    hay: str = ""


def entry(kind: Kind, target: str, title: str, where: str = "", text: str = "", key: str = "") -> Entry:
    return Entry(kind, target, title, where, text, key, fold(title), fold(f"{title} {where} {text}"))


def fold(text: str) -> str:
    """Text as a search compares it: without capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


def entries_of(dossier: Dossier) -> list[Entry]:
    """The sections, and each field of the dossier that the form shows."""
    found = [entry("section", section.key, section.title, "Section") for section in SECTIONS]
    found.extend(_fields(dossier, "", ""))
    return found


def matches(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that hold all that was typed, word by word: those that begin with it first, then by where it is.

    Nothing typed finds the sections and commands.
    """
    words = fold(typed).split()
    if not words:
        return [each for each in entries if each.kind != "field"][:MOST]
    ranked = [
        (_rank(each, words[0]), at, each)
        for at, each in enumerate(entries)
        if all(word in each.hay for word in words)
    ]  # fmt: skip
    ranked.sort(key=lambda found: found[:2])
    return [each for _, _, each in ranked[:MOST]]


def _rank(found: Entry, word: str) -> int:
    title = found.title_folded
    if title.startswith(word):
        return 0
    if f" {word}" in title:
        return 1
    return 2 if word in title else 3


def _fields(record: Record, path: str, row_name: str) -> Iterator[Entry]:
    """The fields inside a record, rows of rows too; `row_name` is what the row around them is called."""
    for name, slot in slots(type(record)).items():
        here = join(path, name)
        if name == "id" or here in ("title", "house", "translations", "wording", "sources"):
            continue
        value = getattr(record, name)
        if here == "figures":
            yield from map(_figure, value)
            continue
        if slot.kind == "record":
            yield from _fields(value, here, row_name)
            continue
        field = field_at(here)
        if slot.kind == "rows" and field.kind == "rows":
            for each in value:
                inner = row(here, str(getattr(each, "id", "")))
                yield from _fields(each, inner, _row_name(here, each))
        elif section_of(here) is not None:
            section = section_of(here)
            where = " · ".join(filter(None, (section.title if section else "", row_name)))
            yield entry("field", here, field.label, where, _shown(field, value))
    if not path:
        for here in ("house.contact", "house.name", "house.ministry", "house.department"):
            yield entry("field", here, field_at(here).label, "Our house", str(value_at(record, here)))


def _row_name(path: str, record: Record) -> str:
    if isinstance(record, Side):
        return country(record.country)
    kind = PERSON if path.endswith(".people") else LISTS.get(path)
    return kind.head(record)[0] if kind is not None else ""


def _figure(figure: Figure) -> Entry:
    """One entry for a figure: what is measured, when, how much."""
    measure = _shown(field_at("figures[].measure"), figure.measure)
    title = " ".join(filter(None, (measure, show_period(figure.period))))
    return entry("field", f"figures[{figure.id}].amount", title, "Trade", show_amount(figure.amount))


def _shown(field: Field, value: object) -> str:
    """The value of a field as the form shows it."""
    if isinstance(value, tuple):
        return "; ".join(str(getattr(each, "text", "")) for each in value)
    if isinstance(value, bool):
        return "Yes" if value else ""
    text = str(value or "")
    if field.choices:
        return next((choice.label for choice in field.choices if choice.code == text), text)
    if field.kind == "country":
        return country(text)
    return show_partial_date(text) if text and field.kind in ("date", "partial_date") else text
