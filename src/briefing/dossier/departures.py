"""Departures: in what a figure differs from what the table of figures says for all of them."""

from __future__ import annotations

from typing import Literal

from briefing.dossier.figures import Figure, Rank, Share, Span
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import Dossier
from briefing.dossier.table_defaults import default_of
from briefing.frozen import frozen

What = Literal["scale", "unit", "reporter", "partner", "source", "status", "share", "rank", "base", "note"]


@frozen
class Departure:
    """One respect, and what the figure says in it, as the file keeps it."""

    what: What
    value: str


def departures(dossier: Dossier, figure: Figure) -> tuple[Departure, ...]:
    """What a figure says for itself, beside its amount and growth. What it leaves open is the table's."""
    trade, amount = dossier.trade, figure.amount
    scale, unit = default_of(dossier, figure.measure)
    said: list[tuple[What, str, str]] = [
        ("reporter", figure.reporter, trade.reporter),
        ("partner", figure.partner, trade.partner),
        ("source", figure.source, trade.source),
        ("status", figure.status, "final"),
        ("note", figure.note, ""),
    ]
    if amount.value:
        said = [("scale", amount.scale, scale), ("unit", amount.unit, unit), *said]
    found = [Departure(what, value) for what, value, table in said if value and value != table]
    if figure.share != Share():
        found.append(Departure("share", figure.share.percent))
    if figure.rank != Rank():
        found.append(Departure("rank", str(figure.rank.value or "")))
    base = figure.change.base
    if base != Span() and not _is_like(figure):
        found.append(Departure("base", base.start))
    return tuple(found)


def _is_like(figure: Figure) -> bool:
    """Whether growth is compared with the like period a year before, as it is where nothing is said."""
    like, base = year_before(figure.period), figure.change.base
    return like is not None and (base.start, base.end) == (like.start, like.end)
