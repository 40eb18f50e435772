"""Rank: two figures cannot hold one rank, and the higher rank has no smaller amount."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from briefing.checks.finding import Finding
from briefing.checks.printed import Reading
from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.checks.words import upper
from briefing.dossier.partners import named_in, place_name
from briefing.dossier.paths import row

RULE = "rank"
_OF_GOODS = re.compile(r"\b(?:goods|products?|commodit(?:y|ies)|items?)\b")
_OTHER_MEASURES = {
    "export": re.compile(r"\bimport|\binvest"),
    "import": re.compile(r"\bexport|\binvest"),
    "total": re.compile(r"\bexport|\bimport|\binvest|\bsuppl|\bbuyer|\bmarket|\bdestination"),
}
#: Words that rank those whose statistics they are, by the measure: who sells is ranked by exports.
_RANK_REPORTERS = {
    "export": re.compile(r"\bsuppl|\bexporter|\bseller|\bsource"),
    "import": re.compile(r"\bbuyer|\bimporter|\bcustomer|\bmarket|\bdestination"),
}
_NOT_BY_SIZE = re.compile(r"\bgrow|\bfastest|\bincrease|\bper capita|\bindex|\brating")


def ranks(known: Statistics) -> Iterator[Finding]:
    """Two figures at one rank, and a higher rank with a smaller amount."""
    groups: defaultdict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for each in known.all:
        if each.figure.rank.value is not None:
            if each.figure.rank.value < 1:
                said = f"A rank of {each.figure.rank.value} cannot be: ranks begin with 1."
                yield Finding(RULE, "error", (_path(each),), said, (), str(each.figure.rank.value))
                continue
            groups[_ranked(each), each.time, _among(each)].append(each)
    for group in groups.values():
        ordered = sorted(group, key=lambda each: each.figure.rank.value or 0)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 :]:
                found = _out_of_rank(one, other)
                if found is not None:
                    yield found


def _among(each: Statistic) -> str:
    return " ".join(each.figure.rank.among.casefold().split())


def _ranked(each: Statistic) -> Line:
    """What those that are ranked have in common: they are goods, partners, or those whose statistics they are."""
    among = each.figure.rank.among
    if each.line.scope.startswith("product:") and _OF_GOODS.search(_among(each)):
        return each.line._replace(scope="")
    words = _RANK_REPORTERS.get(each.line.measure)
    of_partner = each.line.partner in (place for places in named_in(among) for place in places)
    if of_partner or (words and words.search(_among(each))):
        return each.line._replace(reporter="")
    return each.line._replace(partner="")


def _out_of_rank(one: Statistic, other: Statistic) -> Finding | None:
    first, second = one.figure.rank.value, other.figure.rank.value
    if one.line == other.line:
        if first == second:
            return None
        said = f"{_name(one)} holds rank {first}, and rank {second} too."
        return _finding("error" if _is_sure(one, other) else "warning", one, other, said)
    if first == second:
        return _shared(one, other)
    if not _is_by_size(one) or one.reach is None or other.reach is None or one.reach.high >= other.reach.low:
        return None
    said = f"{_name(one)} holds rank {first} with {one.shown()},"
    said += f" {_name(other)} rank {second} with more: {other.shown(one.amount.scale, one.line.unit)}."
    mine, theirs = one.reads(Reading.LOOSE), other.reads(Reading.LOOSE)
    assert mine is not None
    assert theirs is not None
    sure = mine.high < theirs.low and _is_sure(one, other)
    return _finding("error" if sure else "warning", one, other, said)


def _shared(one: Statistic, other: Statistic) -> Finding:
    """One rank held by two, which two of one size may do."""
    rank = one.figure.rank.value
    among = f" among {one.figure.rank.among}" if one.figure.rank.among else ""
    said = f"{_name(one)} and {_name(other)} both hold rank {rank}{among}"
    if _is_by_size(one) and one.reach is not None and other.reach is not None and one.reach.meets(other.reach):
        return _finding("warning", one, other, f"{said}: with one amount they may share it.")
    return _finding("error" if _is_sure(one, other) else "warning", one, other, f"{said}.")


def _is_sure(one: Statistic, other: Statistic) -> bool:
    """Whether both are surely of one ranking: it is named, and they come from one source."""
    sources = {each.figure.source for each in (one, other) if each.figure.source}
    return bool(_among(one)) and one.taken == other.taken and len(sources) < 2


def _is_by_size(each: Statistic) -> bool:
    """Whether the ranking is one of amounts like the figure's own."""
    other = _OTHER_MEASURES.get(each.line.measure)
    among = _among(each)
    return not _NOT_BY_SIZE.search(among) and not (other and other.search(among))


def _finding(severity: str, one: Statistic, other: Statistic, said: str) -> Finding:
    paths = (_path(one), _path(other))
    stated, computed = str(one.figure.rank.value), str(other.figure.rank.value)
    return Finding(RULE, "error" if severity == "error" else "warning", paths, said, (), stated, computed)


def _path(each: Statistic) -> str:
    return f"{row('figures', each.id)}.rank"


def _name(each: Statistic) -> str:
    if each.line.scope.startswith("product:"):
        return upper(each.line.scope.removeprefix("product:").strip())
    return place_name(each.figure.partner or each.figure.reporter) or "It"
