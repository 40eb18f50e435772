"""Share: a stated share against the whole that it is of, and shares of one whole against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.checks.judging import Claim
from briefing.checks.relations import Reaches, Relation, Term
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import level_term, share_term, show_share
from briefing.checks.wholes import Whole, may_be_between, whole_of
from briefing.dossier.intervals import HUNDRED, INFINITE, Interval, total_of
from briefing.dossier.partners import is_country

RULE = "share"


def shares(known: Statistics) -> Iterator[Claim]:
    """Each share that is stated, against every whole that its words can mean; and those of one whole together."""
    alone: defaultdict[object, list[tuple[Statistic, Term]]] = defaultdict(list)
    for each in known.all:
        stated = share_term(each)
        if stated is None:
            continue
        yield (_of_all(stated),)
        wholes = list(whole_of(known, each)) if each.level is not None and each.level.number >= 0 else []
        if wholes:
            yield tuple(_share(each, whole, stated) for whole in wholes)
        else:
            scope = "goods" if each.line.scope.startswith("product:") else each.line.scope
            partner = each.line.partner if may_be_between(each) else ""
            line = each.line._replace(measure="", scope=scope, partner=partner)
            said = " ".join(each.figure.share.of.casefold().split())
            alone[line, each.time, said].append((each, stated))
    for group in alone.values():
        yield from _of_one_whole(group)


def _of_all(stated: Term) -> Relation:
    """No share is more than all."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        return Interval(-INFINITE, HUNDRED.high) if at == 0 else None

    return Relation(
        RULE,
        (stated,),
        solve,
        lambda _: f"{stated.shown} is more than all",
        show_share,
        against=lambda: ", which no share can be",
        exact=False,
    )


def _share(each: Statistic, whole: Whole, stated: Term) -> Relation:
    def solve(at: int, reaches: Reaches) -> Interval | None:
        percent, part, of = reaches
        if at == 1:
            return of * percent / HUNDRED
        return part * HUNDRED / (of if at == 0 else percent)

    scale, unit = each.amount.scale, each.line.unit

    def says(computed: str) -> str:
        return f"{each.shown(scale, unit)} of {whole.statistic.shown(scale, unit)} is {computed}"

    terms = (stated, level_term(each), level_term(whole.statistic))
    return Relation(RULE, terms, solve, says, show_share, doubt=whole.doubt)


def _of_one_whole(group: Sequence[tuple[Statistic, Term]]) -> Iterator[Claim]:
    """Shares of a whole that is not in the dossier: each with its level must imply the same one, and none too much."""
    if len(group) < 2 or not group[0][0].figure.share.of.strip():
        return
    leveled = [(each, term) for each, term in group if each.level is not None and each.level.number > 0]
    kinds = {(each.line.measure, each.line.unit) for each, _ in leveled}
    if len(leveled) > 1 and len(kinds) == 1:
        largest = max(leveled, key=lambda one: one[1].printed.number)
        for one in leveled:
            if one is not largest:
                yield (_same_whole(one, largest),)
    if _are_apart([each for each, _ in group]):
        yield (_no_more_than_all([term for _, term in group]),)


def _same_whole(one: tuple[Statistic, Term], other: tuple[Statistic, Term]) -> Relation:
    (each, share), (beside, reference) = one, other
    scale, unit = each.amount.scale, each.line.unit

    def solve(at: int, reaches: Reaches) -> Interval | None:
        mine, level, theirs, large = reaches
        if at == 0:
            return level * theirs / large
        if at == 1:
            return large * mine / theirs
        return large * mine / level if at == 2 else level * theirs / mine

    def says(computed: str) -> str:
        return f"If {beside.shown(scale, unit)} is {reference.shown}, {each.shown(scale, unit)} is {computed}"

    terms = (share, level_term(each), reference, level_term(beside))
    doubt = f"It depends on whether both are shares “{each.figure.share.of}”."
    return Relation(RULE, terms, solve, says, show_share, noted=False, doubt=doubt)


def _are_apart(group: Sequence[Statistic]) -> bool:
    """Whether none of the parts can be counted in another: other countries of one kind, or export and import."""
    lines = [each.line for each in group]
    partners, measures = {line.partner for line in lines}, {line.measure for line in lines}
    one_kind = len({(line.measure, line.scope, line.reporter) for line in lines}) == 1
    if one_kind and len(partners) == len(lines):
        return all(map(is_country, partners))
    one_pair = len({(line.scope, line.reporter, line.partner) for line in lines}) == 1
    return one_pair and measures == {"export", "import"} and len(lines) == 2


def _no_more_than_all(terms: Sequence[Term]) -> Relation:
    def solve(at: int, reaches: Reaches) -> Interval | None:
        rest = total_of([reach.low for reach in reaches[1:]])
        return Interval(-INFINITE, HUNDRED.low - rest) if at == 0 else None

    return Relation(
        RULE,
        tuple(terms),
        solve,
        lambda _: f"{' + '.join(term.shown for term in terms)} is more than all",
        show_share,
        against=lambda: ", which shares of one whole cannot be",
        exact=False,
    )
