"""Implied growth: from levels and rates the bases are implied, and those of the parts must make that of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.checks.growth import base_of, is_like
from briefing.checks.judging import Claim
from briefing.checks.relations import Reaches, Relation, Term, linear
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import difference_term, level_term, percent_term, show_number, show_percent
from briefing.dossier.intervals import HUNDRED, ONE, Interval

RULE = "implied_growth"


def implied_growths(known: Statistics) -> Iterator[Claim]:
    """Stated growth of export, import and total, of one base, against each other."""
    for total in known.all:
        if total.line.measure != "total" or total.time.is_moment:
            continue
        row = known.at(total.line, total.time)
        export, imports = (_beside(known, total, measure) for measure in ("export", "import"))
        if len(row) != 1 or export is None or imports is None:
            continue
        if not base_of(total) == base_of(export) == base_of(imports):
            continue
        yield from _differences(total, export, imports)
        if not _levels_known(known, (total, export, imports)):
            yield from _rates(total, export, imports)


def _beside(known: Statistics, total: Statistic, measure: str) -> Statistic | None:

    found = known.at(replace(total.line, measure=measure), total.time)
    return found[0] if len(found) == 1 else None


def _levels_known(known: Statistics, row: tuple[Statistic, ...]) -> bool:
    """Whether each growth is checked against its own base already."""
    return all(is_like(each.time, base_of(each)) and known.level(each.line, base_of(each)) for each in row)


def _differences(total: Statistic, export: Statistic, imports: Statistic) -> Iterator[Claim]:
    """Amounts of change add up as the amounts do."""
    terms = [difference_term(each) for each in (total, export, imports)]
    if not all(terms):
        return
    stated, *parts = [term for term in terms if term]
    said = " + ".join(part.shown for part in parts)
    yield (Relation(RULE, (stated, *parts), linear((1, 1)), lambda c: f"Changes of {said} make {c}", show_number),)


def _rates(total: Statistic, export: Statistic, imports: Statistic) -> Iterator[Claim]:
    rates = [percent_term(each) for each in (total, export, imports)]
    stated, *parts = rates
    if stated is None or not all(parts):
        return
    two = (parts[0], parts[1])
    levels = [each for each in (total, export, imports) if each.level is not None and each.level.number > 0]
    if len(levels) == 3:
        yield (_through_bases(stated, two, total, export, imports),)
    else:
        yield (_between(stated, two),)


def _through_bases(
    stated: Term, parts: tuple[Term | None, Term | None], total: Statistic, export: Statistic, imports: Statistic
) -> Relation:
    one, other = parts
    assert one is not None
    assert other is not None
    scale, unit = total.amount.scale, total.line.unit
    levels = tuple(level_term(each, scale, unit) for each in (total, export, imports))

    def solve(at: int, reaches: Reaches) -> Interval | None:
        of_total, of_export, of_import, whole, out, into = reaches
        before = (whole / _times(of_total), out / _times(of_export), into / _times(of_import))
        if at == 0:
            return (whole / (before[1] + before[2]) - ONE) * HUNDRED
        if at == 1:
            return (out / (before[0] - before[2]) - ONE) * HUNDRED
        if at == 2:
            return (into / (before[0] - before[1]) - ONE) * HUNDRED
        if at == 3:
            return (before[1] + before[2]) * _times(of_total)
        return (before[0] - before[2]) * _times(of_export) if at == 4 else (before[0] - before[1]) * _times(of_import)

    said = f"With {one.shown} for exports and {other.shown} for imports, the total changed by"
    return Relation(
        RULE, (stated, one, other, *levels), solve, lambda c: f"{said} {c}", show_percent, noted=False
    )  # fmt: skip


def _between(stated: Term, parts: tuple[Term | None, Term | None]) -> Relation:
    """Without levels: a whole cannot grow faster than its fastest part, nor slower than its slowest."""
    one, other = parts
    assert one is not None
    assert other is not None

    def solve(at: int, reaches: Reaches) -> Interval | None:
        if at:
            return None
        return Interval(min(reaches[1].low, reaches[2].low), max(reaches[1].high, reaches[2].high))

    said = f"With {one.shown} for exports and {other.shown} for imports, the total lies between these"
    return Relation(RULE, (stated, one, other), solve, lambda _: said, show_percent, exact=False)


def _times(rate: Interval) -> Interval:
    return ONE + rate / HUNDRED
