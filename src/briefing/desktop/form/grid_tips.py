"""What a figure says for itself, in words: the tip of its cell."""

from __future__ import annotations

from collections.abc import Set

from briefing.compose.phrases.english import country
from briefing.dossier.choices import codes
from briefing.dossier.departures import Departure, departures
from briefing.dossier.entry import show_period
from briefing.dossier.figures import STATUSES, Figure, Period
from briefing.dossier.model import Dossier
from briefing.dossier.sources import show_source, source_of

#: What a cell shows already; what the first cell of its row does where that is of another country's statistics.
OF_CELL = frozenset({"scale", "unit"})
OF_ROW = OF_CELL | {"reporter", "partner"}


def said_apart(dossier: Dossier, figure: Figure, *, of_growth: bool, seen: Set[str] = OF_CELL) -> tuple[Departure, ...]:
    """In what a figure departs from the table, of its growth or of all else, beside what is `seen` already."""
    found = (each for each in departures(dossier, figure) if each.what not in seen)
    return tuple(each for each in found if (each.what == "base") is of_growth)


def tip_of(dossier: Dossier, figure: Figure, *, of_growth: bool) -> str:
    """The same in a sentence for each."""
    return " ".join(f"{_words(dossier, figure, each)}." for each in said_apart(dossier, figure, of_growth=of_growth))


def _words(dossier: Dossier, figure: Figure, departure: Departure) -> str:
    what, value = departure.what, departure.value
    if what == "reporter":
        return f"Statistics of {country(value)}"
    if what == "partner":
        return f"Trade with {country(value)}"
    if what == "source":
        return f"Source: {show_source(source_of(dossier, value)) or value}"
    if what == "status":
        return next((each.label for each in codes(STATUSES) if each.code == value), value)
    if what == "share":
        return " of ".join(filter(None, (f"Share: {value} %", figure.share.of)))
    if what == "rank":
        return " among ".join(filter(None, (f"Rank: {value}", figure.rank.among)))
    if what == "base":
        return f"Compared with {show_period(Period(figure.change.base.start, figure.change.base.end))}"
    return f"Note: {value.rstrip('.')}"
