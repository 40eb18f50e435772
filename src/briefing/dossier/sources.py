"""Sources of figures in one line (publisher, title, date of release): read, shown, cited by the table or a figure."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.edits import set_value
from briefing.dossier.entry import Refusal, read_partial_date, show_partial_date
from briefing.dossier.figures import Source
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row

TABLE_SOURCE = "trade.source"


def show_source(source: Source | None) -> str:
    """A source in one line: "Bureau of National Statistics, October 2023"."""
    if source is None:
        return ""
    return ", ".join(filter(None, (source.publisher, source.title, show_partial_date(source.released))))


def source_of(dossier: Dossier, source_id: str) -> Source | None:
    return next((each for each in dossier.sources if each.id == source_id), None)


def with_source(dossier: Dossier, text: str) -> Dossier:
    """The dossier whose table has the source that a line names. A date at its end is the date of release.

    The record of the source is kept while its words change; it is made with the first letter and goes with the last.
    """
    known = source_of(dossier, dossier.trade.source)
    said = _read(text, known or Source(new_id()))
    if said is None:
        others = tuple(each for each in dossier.sources if each is not known)
        return set_value(set_value(dossier, "sources", others), TABLE_SOURCE, "")
    return set_value(_put(dossier, said, known), TABLE_SOURCE, said.id)


def cite(dossier: Dossier, figure_id: str, text: str) -> Dossier:
    """The dossier in which one figure cites the source that a line names; an empty line is the table's source.

    One that is listed already is cited as it stands. A source that this figure alone cites changes its words; else
    another is made, so that no other figure's source changes with it.
    """
    path = f"{row('figures', figure_id)}.source"
    figure = next(each for each in dossier.figures if each.id == figure_id)
    listed = next((each for each in dossier.sources if show_source(each) == text.strip() != ""), None)
    if listed is not None:
        return _without_orphan(set_value(dossier, path, listed.id), figure.source)
    own = source_of(dossier, figure.source)
    if own is not None and _is_cited(dossier, own.id, but=figure_id):
        own = None
    said = _read(text, own or Source(new_id()))
    if said is None:
        return _without_orphan(set_value(dossier, path, dossier.trade.source), figure.source)
    return set_value(_put(dossier, said, own), path, said.id)


def _read(text: str, source: Source) -> Source | None:
    """The source with the words of a line, None where there are none."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    released = read_partial_date(parts[-1]) if len(parts) > 1 else ""
    if isinstance(released, Refusal):
        released = ""
    elif released:
        parts.pop()
    if not parts:
        return None
    return replace(source, publisher=parts[0], title=", ".join(parts[1:]), released=released)


def _put(dossier: Dossier, said: Source, known: Source | None) -> Dossier:
    rows = tuple(said if each is known else each for each in dossier.sources)
    return set_value(dossier, "sources", rows if known is not None else (*rows, said))


def _is_cited(dossier: Dossier, source_id: str, *, but: str = "") -> bool:
    return dossier.trade.source == source_id or any(
        each.source == source_id for each in dossier.figures if each.id != but
    )


def _without_orphan(dossier: Dossier, source_id: str) -> Dossier:
    """The dossier without a source that nothing cites any more."""
    if not source_id or _is_cited(dossier, source_id):
        return dossier
    return set_value(dossier, "sources", tuple(each for each in dossier.sources if each.id != source_id))
