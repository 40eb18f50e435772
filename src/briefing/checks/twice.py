"""Same figure twice: one measure, time and partner with two values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefing.checks.bases import base_of, is_nominal
from briefing.checks.finding import Finding, Mend, Severity
from briefing.checks.openings import statistics_of
from briefing.checks.printed import Reading
from briefing.checks.statistics import TRADE, Statistic, Statistics
from briefing.checks.terms import percent_term
from briefing.checks.words import name_of, upper
from briefing.dossier.model import Dossier

RULE = "same_figure"
#: The same, against another dossier.
EARLIER = "earlier_figure"


def twice(known: Statistics) -> Iterator[Finding]:
    """Two values for what is the same by all that is said of it; two growths, shares or ranks of it too."""
    for group in known.places():
        for one, other in combinations(group, 2) if len(group) > 1 else ():
            found = _compared(one, other) or _growth_compared(one, other)
            if found is not None:
                yield found


def _compared(one: Statistic, other: Statistic) -> Finding | None:
    if one.level is None or other.level is None or one.level == other.level:
        return None
    what = f"{name_of(one.line.measure)} of {one.time.words}"
    shown = f"{one.shown()} and {other.shown(one.amount.scale, one.line.unit)}"
    fields, stated, computed = (one.path, other.path), one.amount.value, other.amount.value
    if one.level.reach().meets(other.level.reach()):
        if one.level.point == other.level.point or not (one.level.is_exact and other.level.is_exact):
            return None  # "more than 300" in a headline, 325.9 in the table
        said = f"Two forms stand for {what}: {shown}. Rounding explains it; one form reads better."
        return Finding(RULE, "note", fields, said, (), stated, computed, explained_by_rounding=True)
    near = one.level.reach(Reading.LOOSE).meets(other.level.reach(Reading.LOOSE))
    # Of companies, investments and persons there are many kinds that only a note tells apart.
    may_differ = one.line.measure not in TRADE or one.figure.note != other.figure.note
    if may_differ and one.figure.note and other.figure.note and one.figure.note != other.figure.note:
        return None
    severity: Severity = "warning" if _are_apart(one, other) or near or may_differ else "error"
    said = f"Two values stand for {what}: {shown}."
    return Finding(RULE, severity, fields, said, _take_either(one, other), stated, computed)


def _take_either(one: Statistic, other: Statistic) -> tuple[Mend, ...]:
    if (one.amount.scale, one.amount.unit) != (other.amount.scale, other.amount.unit):
        return ()
    return tuple(
        Mend(f"Use {right.shown()} for both", ((f"{wrong.path}.value", right.amount.value),
             (f"{wrong.path}.qualifier", right.amount.qualifier)))
        for right, wrong in ((one, other), (other, one))
    )  # fmt: skip


def _are_apart(one: Statistic, other: Statistic) -> bool:
    """Whether the two are told of different sources or states, as a first and a revised figure are."""
    sources = {each.figure.source for each in (one, other)}
    states = {each.figure.status for each in (one, other)}
    return len(sources) > 1 or len(states) > 1 or one.taken != other.taken


def _growth_compared(one: Statistic, other: Statistic) -> Finding | None:
    """Two percentages of growth of one thing, from one base."""
    first, second = percent_term(one), percent_term(other)
    if first is None or second is None or base_of(one) != base_of(other):
        return None
    if first.reach().meets(second.reach()) or is_nominal(one) != is_nominal(other):
        return None
    what = f"the growth of {name_of(one.line.measure)} of {one.time.words}"
    said = f"Two values stand for {what}: {first.shown} and {second.shown}."
    near = first.reach(Reading.LOOSE).meets(second.reach(Reading.LOOSE))
    severity: Severity = "warning" if _are_apart(one, other) or near else "error"
    return Finding(RULE, severity, (first.path, second.path), said, (), first.printed.value, second.printed.value)


def against_earlier(known: Statistics, earlier: Dossier) -> Iterator[Finding]:
    """Values that an earlier dossier gives otherwise for the same measure, time and partner: often a revision."""
    before = statistics_of(earlier)
    for each in known.all:
        old = before.level(each.line, each.time)
        if each.level is None or old is None or old.level is None or each.level.reach().meets(old.level.reach()):
            continue
        shown = old.shown(each.amount.scale, each.line.unit)
        said = f"{upper(name_of(each.line.measure))} of {each.time.words} was {shown} in an earlier dossier"
        said += f", and is {each.shown()} here."
        yield Finding(EARLIER, "warning", (each.path,), said, (), each.amount.value, old.amount.value)
