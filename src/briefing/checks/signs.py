"""Sign: no flow, stock, count or share is below nothing, and none falls by more than all of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.finding import Finding, Mend
from briefing.checks.starts import PERCENT, stated_starts
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.words import name_of, upper
from briefing.dossier.figures import decimal
from briefing.dossier.paths import row

RULE = "sign"


def signs(known: Statistics) -> Iterator[Finding]:
    """Numbers that no statistic can have."""
    for each in known.all:
        if each.level is not None and each.level.number < 0 and not each.line.is_both_ways:
            yield _below_nothing(each)
        if each.tells_growth:
            yield from _growth(each)
        share = decimal(each.figure.share.percent) if each.figure.share.percent else None
        if share is not None and share < 0:
            path = f"{row('figures', each.id)}.share"
            yield Finding(RULE, "error", (path,), f"A share of {share} % cannot be.", (), each.figure.share.percent)


def _below_nothing(each: Statistic) -> Finding:
    name = upper(name_of(each.line.measure))
    said = f"{name} of {each.time.words} cannot be below nothing: {each.shown()}."
    value = each.amount.value.lstrip("-")
    mend = Mend(f"Use {value}", ((f"{each.path}.value", value),))
    return Finding(RULE, "error", (each.path,), said, (mend,), each.amount.value, value)


def _growth(each: Statistic) -> Iterator[Finding]:
    change, path = each.figure.change, each.change_path
    starts = (readings[0] for readings in stated_starts(each))
    stated = next((start.stated for start in starts if start.kind == PERCENT), None)
    if stated is not None and stated.rounded.high < -100 and not each.line.is_both_ways:
        said = f"{upper(name_of(each.line.measure))} of {each.time.words} cannot fall by more than all"
        yield Finding(RULE, "error", (path,), f"{said}: {stated.shown}.", (), stated.printed.value)
    factor = decimal(change.factor) if change.factor else None
    if factor is not None and factor <= 0:
        said = f"A change by {change.factor} times cannot be."
        yield Finding(RULE, "error", (path,), said, (), change.factor)
