"""Openings: whose statistics and which scope, where a figure leaves it open, as those beside it say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Sequence
from dataclasses import replace

from briefing.checks.statistics import TRADE, Line, Statistic, Statistics, settled
from briefing.dossier.model import Dossier

_SCOPES = ("goods", "services", "goods_and_services")


def statistics_of(dossier: Dossier) -> Statistics:
    """The figures of a dossier, as of those beside them where these all say one reporter or scope."""
    return Statistics(dossier, _filled([settled(dossier, figure) for figure in dossier.figures]))


def gathering(dossier: Dossier) -> Generator[None, None, Statistics]:
    """What `statistics_of` does and returns, a figure at a time: each `yield` is a place to pause."""
    found = []
    for figure in dossier.figures:
        found.append(settled(dossier, figure))
        yield
    return Statistics(dossier, _filled(found))


def _filled(found: list[Statistic]) -> list[Statistic]:
    for name in ("reporter", "scope"):
        asked = [each for each in found if _is_open(each, name)]
        if asked and len(asked) < len(found):
            found = _taken(found, asked, name)
    return found


def _taken(found: Sequence[Statistic], asked: Sequence[Statistic], name: str) -> list[Statistic]:
    said: defaultdict[object, set[str]] = defaultdict(set)
    there: defaultdict[object, list[Statistic]] = defaultdict(list)
    for each in found:
        value = getattr(each.line, name)
        if value and (name == "reporter" or value in _SCOPES):
            said[_around(each, name)].add(value)
            there[_saying(each.line, name, ""), each.time].append(each)
    # What says otherwise of the same thing and time is evidently of another scope, or of another's statistics.
    apart = {
        _around(each, name)
        for each in asked
        for other in there.get((each.line, each.time), ())
        if each.reach is None or other.reach is None or not each.reach.meets(other.reach)
    }
    made = []
    for each in found:
        around = _around(each, name)
        values = said.get(around, set())
        # Of services alone nobody takes what names no scope.
        if _is_open(each, name) and around not in apart and len(values) == 1 and values != {"services"}:
            line = _saying(each.line, name, next(iter(values)))
            each = replace(each, line=line, taken=(*each.taken, name), kept={})
        made.append(each)
    return made


def _saying(line: Line, name: str, value: str) -> Line:
    return line._replace(reporter=value) if name == "reporter" else line._replace(scope=value)


def _is_open(each: Statistic, name: str) -> bool:
    return not each.line.reporter if name == "reporter" else not each.line.scope and each.line.measure in TRADE


def _around(each: Statistic, name: str) -> object:
    """What figures must share so that one can be taken to say what another leaves open."""
    line = each.line
    return line.partner if name == "reporter" else (line.partner, line.reporter)
