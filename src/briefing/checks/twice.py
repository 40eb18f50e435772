"""Same figure twice: one measure, time and partner with two values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefing.checks.finding import Finding, Severity
from briefing.checks.printed import Reading
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.words import name_of
from briefing.dossier.model import Dossier

RULE = "same_figure"


def twice(known: Statistics) -> Iterator[Finding]:
    """Two values for what is the same by all that is said of it."""
    for _, series in known.lines():
        seen: dict[object, list[Statistic]] = {}
        for each in series:
            if each.level is not None:
                seen.setdefault(each.time, []).append(each)
        for group in seen.values():
            for one, other in combinations(group, 2):
                found = _compared(one, other)
                if found is not None:
                    yield found


def _compared(one: Statistic, other: Statistic) -> Finding | None:
    assert one.level is not None
    assert other.level is not None
    if one.level == other.level:
        return None
    what = f"{name_of(one.line.measure)} of {one.time.words}"
    shown = f"{one.shown()} and {other.shown(one.amount.scale, one.line.unit)}"
    fields, stated, computed = (one.path, other.path), one.amount.value, other.amount.value
    if one.level.reach().meets(other.level.reach()):
        if one.level.point == other.level.point:
            return None
        said = f"{_upper(what)} stands twice, as {shown}. Rounding explains it; one form reads better."
        return Finding(RULE, "note", fields, said, (), stated, computed, explained_by_rounding=True)
    sources = {one.figure.source or one.line.reporter, other.figure.source or other.line.reporter}
    states = {one.figure.status, other.figure.status}
    apart = len(sources) > 1 or len(states) > 1
    near = one.level.reach(Reading.ZEROS).meets(other.level.reach(Reading.ZEROS))
    severity: Severity = "warning" if apart or near else "error"
    said = f"{_upper(what)} stands with two values: {shown}."
    return Finding(RULE, severity, fields, said, (), stated, computed)


def against_earlier(known: Statistics, earlier: Dossier) -> Iterator[Finding]:
    """Values that an earlier dossier gives otherwise for the same measure, time and partner: often a revision."""
    before = Statistics(earlier)
    for each in known.all:
        old = before.level(each.line, each.time)
        if each.level is None or old is None or old.level is None or each.level.reach().meets(old.level.reach()):
            continue
        shown = old.shown(each.amount.scale, each.line.unit)
        said = f"{_upper(name_of(each.line.measure))} of {each.time.words} was {shown} in an earlier dossier"
        said += f", and is {each.shown()} here."
        yield Finding(RULE, "warning", (each.path,), said, (), each.amount.value, old.amount.value)


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
