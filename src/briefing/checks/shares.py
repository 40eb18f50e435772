"""Share and rank: a share against the whole that it is of; and two figures cannot hold one rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from briefing.checks.finding import Finding
from briefing.checks.judging import Claim
from briefing.checks.printed import printed_number
from briefing.checks.relations import Reaches, Relation, Term
from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.checks.terms import level_term, put
from briefing.dossier.intervals import HUNDRED, Interval
from briefing.dossier.numerals import grouped
from briefing.dossier.paths import row

SHARE, RANK = "share", "rank"
#: Words that say which measure a share is of.
_WHOLES = (
    ("re-export", "re_export"), ("export", "export"), ("import", "import"), ("turnover", "total"), ("trade", "total"),
    ("investment", "investment"), ("fdi", "fdi_stock"),
)  # fmt: skip


def shares(known: Statistics) -> Iterator[Claim]:
    """Each share that is stated, against every whole that its words can mean."""
    for each in known.all:
        stated = share_term(each)
        if stated is None or each.level is None or each.level.number <= 0:
            continue
        found = tuple(_share(each, whole, stated) for whole in _wholes(known, each))
        if found:
            yield found


def share_term(each: Statistic) -> Term | None:
    said = each.figure.share
    printed = printed_number(said.percent) if said.percent else None
    if printed is None:
        return None
    path = f"{row('figures', each.id)}.share"
    return Term(printed, path, each.id, f"{grouped(said.percent)}\u00a0%", partial(put, f"{path}.percent"))


def _wholes(known: Statistics, each: Statistic) -> Iterator[Statistic]:
    """The wholes at the same time that a share can be of, its own kind first."""
    words = each.figure.share.of.casefold()
    named = next((measure for word, measure in _WHOLES if word in words), "")
    if not named:
        return
    for partner in (each.line.partner, *_WORLD):
        line = replace(each.line, measure=named, partner=partner)
        for scope in dict.fromkeys((each.line.scope, "", "goods", "goods_and_services")):
            whole = known.level(replace(line, scope=scope), each.time)
            if whole is not None and whole is not each and whole.level and whole.level.number > 0:
                yield whole


_WORLD = ("world", "World", "all countries", "all partners")


def _share(each: Statistic, whole: Statistic, stated: Term) -> Relation:
    def solve(at: int, reaches: Reaches) -> Interval | None:
        percent, part, of = reaches
        if at == 1:
            return of * percent / HUNDRED
        return part * HUNDRED / (of if at == 0 else percent)

    scale, unit = each.amount.scale, each.line.unit
    said = f"{each.shown(scale, unit)} of {whole.shown(scale, unit)} is"
    terms = (stated, level_term(each, scale, unit), level_term(whole, scale, unit))
    return Relation(
        SHARE, terms, solve, lambda c: f"{said} {c}", lambda n: f"{grouped(f'{n:.6f}'.rstrip('0').rstrip('.'))}\u00a0%"
    )


def ranks(known: Statistics) -> Iterator[Finding]:
    """Two figures at one rank, and a higher rank with a smaller amount."""
    groups: defaultdict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for each in known.all:
        if each.figure.rank.value is not None:
            line = each.line
            among = each.figure.rank.among.strip().casefold()
            groups[
                replace(line, partner="") if _ranks_partners(each) else replace(line, reporter=""), each.time, among
            ].append(each)
    for group in groups.values():
        ordered = sorted(group, key=lambda each: each.figure.rank.value or 0)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 :]:
                found = _out_of_rank(one, other)
                if found is not None:
                    yield found


def _ranks_partners(each: Statistic) -> bool:
    return "partner" in each.figure.rank.among.casefold() or bool(each.line.reporter)


def _out_of_rank(one: Statistic, other: Statistic) -> Finding | None:
    first, second = one.figure.rank.value, other.figure.rank.value
    paths = tuple(f"{row('figures', each.id)}.rank" for each in (one, other))
    both = one.reach is not None and other.reach is not None
    names = " and ".join(_name(each.line) for each in (one, other))
    if first == second:
        if one.line == other.line:
            return None
        tied = both and one.reach is not None and other.reach is not None and one.reach.meets(other.reach)
        said = f"{names} both hold rank {first}" + (": with one amount they may share it." if tied else ".")
        return Finding(RANK, "warning" if tied else "error", paths, said, (), str(first))
    if both and one.reach is not None and other.reach is not None and one.reach.high < other.reach.low:
        said = f"{_name(one.line)} holds rank {first} with {one.shown()},"
        said += f" {_name(other.line)} rank {second} with more: {other.shown()}."
        return Finding(RANK, "error", paths, said, (), str(first), str(second))
    return None


def _name(line: Line) -> str:
    return line.partner or line.reporter
