"""Sum: do export and import make the total, and parts their whole, given that each printed number is a rounded one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.checks.judging import Claim
from briefing.checks.relations import Reaches, Relation, linear
from briefing.checks.spans import When
from briefing.checks.statistics import BOTH_WAYS, STOCKS, Statistic, Statistics
from briefing.checks.terms import level_term, show_number
from briefing.checks.words import listed
from briefing.dossier.intervals import INFINITE, Interval, total_of

RULE = "sum"


def sums(known: Statistics) -> Iterator[Claim]:
    """What export and import, goods and services, and the parts of a time must add up to.

    Only figures of the same reporter, partner, unit and time are added. Where a re-export is given too, the total may
    count it or not.
    """
    for whole in known.all:
        if whole.level is None or known.level(whole.line, whole.time) is not whole:
            continue
        if whole.line.measure == "total":
            yield from _trade(known, whole)
        if whole.line.scope == "goods_and_services":
            yield from _scopes(known, whole)
        yield from _times(known, whole)
        yield from _partners(known, whole)


def _trade(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    export, imports = known.beside(whole, "export"), known.beside(whole, "import")
    if export is None or imports is None:
        return
    again = known.beside(whole, "re_export")
    first = added(whole, (export, imports))
    yield (first, added(whole, (export, imports, again))) if again else (first,)


def _scopes(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    parts = [known.level(replace(whole.line, scope=scope), whole.time) for scope in ("goods", "services")]
    if parts[0] and parts[1]:
        yield (added(whole, (parts[0], parts[1])),)


def _times(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    """Halves, quarters, months that follow each other and fill the whole time; else none may exceed it."""
    if whole.line.measure in (*STOCKS, "persons") or not whole.time.months:
        return
    inside = [
        each
        for each in known.series(whole.line)
        if each.level and whole.time.holds(each.time) and each.time.months and known.level(each.line, each.time)
    ]
    filled = _filling(whole.time, inside)
    if filled:
        yield (added(whole, filled),)
        return
    if whole.line.measure in BOTH_WAYS:
        return
    for each in inside:
        said = f"{each.time.words} alone has {each.shown(whole.amount.scale, each.line.unit)}"
        yield (bounded(whole, (each,), said, f"of {whole.time.words}"),)


def _partners(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    """What single countries have cannot be more than what the world has."""
    if whole.line.partner.casefold() not in _WORLD or whole.line.measure in BOTH_WAYS:
        return
    parts = [
        each
        for each in known.all
        if _ISO.fullmatch(each.line.partner)
        and replace(each.line, partner=whole.line.partner) == whole.line
        and known.level(each.line, whole.time) is each
    ]
    if parts:
        said = " + ".join(each.shown(whole.amount.scale, each.line.unit) for each in parts)
        of = "of all partners"
        who = listed([each.line.partner for each in parts])
        yield (bounded(whole, parts, f"{who} {'have' if len(parts) > 1 else 'has'} {said}", of),)


_WORLD = ("world", "all countries", "all partners", "w00")
_ISO = re.compile("[A-Z]{2}")


def _filling(time: When, inside: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """The fewest parts that make the whole time without gap or overlap; empty where they do not."""
    found: list[Statistic] = []
    at = time.start
    while at <= time.end:
        starting = [each for each in inside if each.time.start == at]
        if not starting:
            return ()
        found.append(max(starting, key=lambda each: each.time.end))
        last = found[-1].time.last
        assert last is not None
        if found[-1].time.end == time.end:
            return tuple(found)
        at = type(last).fromordinal(last.toordinal() + 1).isoformat()
    return ()


def added(whole: Statistic, parts: Sequence[Statistic]) -> Relation:
    """The relation that the parts make the whole."""
    scale, unit = whole.amount.scale, whole.line.unit
    said = " + ".join(each.shown(scale, unit) for each in parts)
    return Relation(
        RULE,
        (level_term(whole, scale, unit), *(level_term(each, scale, unit) for each in parts)),
        linear((1,) * len(parts)),
        lambda computed: f"{said} makes {computed}",
        show_number,
        notes=lambda computed: f"The parts add up to {computed}",
    )


def bounded(whole: Statistic, parts: Sequence[Statistic], said: str, of: str) -> Relation:
    """The relation that the parts are no more than the whole."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        lows = total_of([reach.low for reach in reaches[1:]])
        return Interval(lows, INFINITE) if at == 0 else None

    scale, unit = whole.amount.scale, whole.line.unit
    return Relation(
        RULE,
        (level_term(whole, scale, unit), *(level_term(each, scale, unit) for each in parts)),
        solve,
        lambda _: said,
        show_number,
        against=f", more than the {whole.shown(scale, unit)} {of}",
        exact=False,
    )
