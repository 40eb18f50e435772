"""Readable: dates, times, periods and amounts that were kept as typed because they could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.checks.finding import Finding, Mend
from briefing.checks.places import values_of
from briefing.dossier.entry import (
    Refusal,
    read_date,
    read_partial_date,
    read_period,
    read_time,
    show_date,
    show_partial_date,
    show_period,
)
from briefing.dossier.fields import FIELDS
from briefing.dossier.figures import Figure, Period, day
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row

RULE = "readable"

_READERS: dict[str, tuple[Callable[[str], str | Refusal], Callable[[str], str]]] = {
    "date": (read_date, show_date),
    "partial_date": (read_partial_date, show_partial_date),
    "time": (read_time, str),
}


def readable(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each text that stands where a date, time, period or number should."""
    for field in FIELDS:
        if field.kind in _READERS:
            for path, value in values_of(dossier, field.path):
                yield from _text(path, value, field.kind)
    for figure in dossier.figures:
        yield from _period(figure)
        yield from _amount(figure)


def _text(path: str, text: str, kind: str) -> Iterator[Finding]:
    read, show = _READERS[kind]
    if not text.strip():
        return
    found = read(text)
    if found == text:
        return
    if isinstance(found, Refusal):
        mends = tuple(
            Mend(f"Use {reading}", ((path, value),))
            for reading in found.readings
            if isinstance(value := read(reading), str)
        )
        yield Finding(RULE, "warning", (path,), found.message, mends, stated=text)
    else:
        shown = show(found)
        message = f"“{text}” is kept as typed. It can be read as {shown}."
        yield Finding(RULE, "warning", (path,), message, (Mend(f"Use {shown}", ((path, found),)),), stated=text)


def _period(figure: Figure) -> Iterator[Finding]:
    path = f"{row('figures', figure.id)}.period"
    period = figure.period
    if not (period.start or period.end or period.label):
        if figure.amount.value or figure.change.percent:
            yield Finding(RULE, "warning", (path,), "This figure has no period yet.")
        return
    for edge in (period.start, period.end):
        if edge and day(edge) is None:
            yield Finding(
                RULE, "warning", (path,), f"“{edge}” is not a date, so the period cannot be read.", stated=edge
            )
            return
    if period.start and period.end and period.start > period.end:
        yield Finding(RULE, "warning", (path,), "The period ends before it begins.", stated=show_period(period))
    if period.label and not (period.start or period.end) and period.basis != "fiscal":
        yield from _label(path, period)


def _label(path: str, period: Period) -> Iterator[Finding]:
    """A label with no days is what was typed as a period and could not be read, or not in one way only."""
    found = read_period(period.label)
    if isinstance(found, Refusal):
        readings = [(reading, read_period(reading)) for reading in found.readings]
        mends = tuple(Mend(f"Use {text}", ((path, it),)) for text, it in readings if isinstance(it, Period))
        yield Finding(RULE, "warning", (path,), found.message, mends, stated=period.label)
    else:
        shown = show_period(found)
        message = f"“{period.label}” is kept as typed. It can be read as {shown}."
        yield Finding(RULE, "warning", (path,), message, (Mend(f"Use {shown}", ((path, found),)),), stated=period.label)


def _amount(figure: Figure) -> Iterator[Finding]:
    value = figure.amount.value
    if value and figure.amount.number is None:
        path = f"{row('figures', figure.id)}.amount"
        yield Finding(RULE, "warning", (path,), f"“{value}” is not a number, so it cannot be checked.", stated=value)
