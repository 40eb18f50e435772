"""Replacing a period: nine months become ten, with all that speaks of them; what was not typed anew is known as old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.dossier.dates import MONTHS
from briefing.dossier.figures import TRADE_MEASURES, Change, Figure, Period, Span
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import Dossier
from briefing.dossier.paths import join, row
from briefing.dossier.period_words import months_of, show_period
from briefing.dossier.record import Record
from briefing.dossier.records import slots

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def periods_in(dossier: Dossier) -> tuple[Period, ...]:
    """The periods that figures speak of, each once, in the order in which they stand."""
    found: dict[tuple[str, str, str], Period] = {}
    for figure in dossier.figures:
        if figure.period != Period():
            found.setdefault(_says(figure.period), figure.period)
    return tuple(found.values())


def next_period(period: Period) -> Period | None:
    """What most likely comes next: a month more of the year, the next month, or the next year; None for other spans."""
    months = period.months
    if months is None or period.label or months[0] != months[2]:
        return None
    year, first, last = months[0], months[1], months[3]
    if (first, last) == (1, 12):
        found = months_of(year + 1, 1, year + 1, 12)
    elif first == last:
        found = months_of(year + last // 12, last % 12 + 1, year + last // 12, last % 12 + 1)
    elif first == 1:
        found = months_of(year, 1, year, last + 1)
    else:
        return None
    return found if isinstance(found, Period) else None


def replace_period(dossier: Dossier, old: Period, new: Period) -> Dossier:
    """The dossier in which what spoke of one period speaks of another: figures, and the bases of growth.

    A figure that had a number keeps it as the one of the old period, until it is typed anew. The like period a year
    before moves along as the base; figures of that one stay, for they are of another time.
    """
    if _says(old) == _says(new):
        return dossier
    figures = tuple(_moved(figure, old, new) for figure in dossier.figures)
    same = all(one is other for one, other in zip(figures, dossier.figures, strict=True))
    return dossier if same else replace(dossier, figures=figures)


def stands_already(dossier: Dossier, old: Period, new: Period) -> bool:
    """Whether a figure of the new period would then stand twice."""
    moving = {_what(figure) for figure in dossier.figures if _says(figure.period) == _says(old)}
    return any(_what(each) in moving for each in dossier.figures if _says(each.period) == _says(new))


def like_period_missing(dossier: Dossier, period: Period) -> Period | None:
    """The like period a year before, where the trade table has none of its figures yet."""
    like = year_before(period)
    if like is None:
        return None
    of_table = (each for each in dossier.figures if each.measure in TRADE_MEASURES)
    return None if any(_says(each.period) == _says(like) for each in of_table) else like


def still_old(dossier: Dossier) -> tuple[Figure, ...]:
    """The figures whose number is still the one of a period that was replaced."""
    return tuple(figure for figure in dossier.figures if figure.carried != Period())


def hold(dossier: Dossier, ids: Iterable[str]) -> Dossier:
    """The dossier in which these figures' numbers hold for their new period as they stand."""
    wanted = set(ids)
    figures = tuple(
        replace(each, carried=Period()) if each.id in wanted and each.carried != Period() else each
        for each in dossier.figures
    )
    same = all(one is other for one, other in zip(figures, dossier.figures, strict=True))
    return dossier if same else replace(dossier, figures=figures)


def texts_that_name(dossier: Dossier, period: Period) -> tuple[str, ...]:
    """The paths of texts that a person wrote and that name a period in words."""
    words = _words_for(period)
    if words is None:
        return ()
    return tuple(path for path, text in _texts(dossier, "") if words.search(text))


def _moved(figure: Figure, old: Period, new: Period) -> Figure:
    base = figure.change.base
    if _says(figure.period) == _says(old):
        like, next_like = year_before(old), year_before(new)
        if like is not None and next_like is not None and base == Span(like.start, like.end):
            base = Span(next_like.start, next_like.end)
        carried = Period()
        if figure.amount.value or figure.change != Change():
            carried = figure.carried if figure.carried != Period() else figure.period
            carried = Period() if _says(carried) == _says(new) else carried
        change = figure.change if base == figure.change.base else replace(figure.change, base=base)
        return replace(figure, period=new, change=change, carried=carried)
    if base != Span() and base == Span(old.start, old.end):
        return replace(figure, change=replace(figure.change, base=Span(new.start, new.end)))
    return figure


def _says(period: Period) -> tuple[str, str, str]:
    return period.start, period.end, period.label


def _what(figure: Figure) -> tuple[str, str, str, str]:
    return figure.measure, figure.scope, figure.reporter, figure.partner


def _words_for(period: Period) -> re.Pattern[str] | None:
    """What a period is called in a text: ``January–September 2023``, ``Jan-Sep 2023``, ``nine months of 2023``.

    None for a bare year, which is named for much else.
    """
    months = period.months
    if period.label:
        return re.compile(re.escape(period.label))
    if months is None or months[0] != months[2] or (months[1] == 1 and months[3] == 12):
        return None
    year, first, last = months[0], months[1], months[3]
    names = [rf"{MONTHS[at - 1][:3]}(?:{MONTHS[at - 1][3:]})?\.?" for at in (first, last)]
    said = [rf"{names[0]} ?(?:-|\u2013|to) ?{names[1]},? {year}" if first != last else rf"{names[0]} {year}"]
    said.append(re.escape(show_period(period)))
    if first == 1 and last > 1:
        said.append(rf"(?:{_NUMBERS[last - 1]}|{last}) months (?:of )?{year}")
    return re.compile("|".join(said), re.IGNORECASE)


def _texts(record: Record, path: str) -> Iterator[tuple[str, str]]:
    """Each text in a record with its path; figures and the layers of the file are left out."""
    for name, slot in slots(type(record)).items():
        here, value = join(path, name), getattr(record, name)
        if here in ("figures", "sources", "translations", "wording", "trade") or name == "id":
            continue
        if slot.kind == "text" and value:
            yield here, value
        elif slot.kind == "record":
            yield from _texts(value, here)
        elif slot.kind == "rows":
            for each in value:
                yield from _texts(each, row(here, str(getattr(each, "id", ""))))
