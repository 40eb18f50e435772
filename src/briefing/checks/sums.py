"""Sum: do export and import make the total, and parts their whole, given that each printed number is a rounded one?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.checks.judging import Claim
from briefing.checks.relations import Relation, linear, no_less
from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.checks.terms import level_term, show_level
from briefing.checks.tilings import longest_chain, tilings
from briefing.checks.words import listed, name_of, upper
from briefing.dossier.partners import WORLD, holds, is_country, is_list, members, place_name

RULE = "sum"
#: Products that are what is left, so that all products together make the whole.
_REST = ("other", "others", "rest", "other goods", "other products", "the rest")


def sums(known: Statistics) -> Iterator[Claim]:
    """What export and import, goods and services, and the parts of a time or group must add up to.

    Only figures of the same reporter, partner, unit and time are added. Where a re-export is given too, the total may
    count it or not.
    """
    for whole in known.all:
        if whole.level is None:
            continue
        for signs, lines in decompositions(whole.line):
            if min(signs) > 0:
                yield from _parts(known, whole, lines)
        yield from _times(known, whole)
        yield from _partners(known, whole)
        yield from _products(known, whole)


def decompositions(line: Line) -> Iterator[tuple[tuple[int, ...], tuple[Line, ...]]]:
    """What a line is made of, each part with its sign."""
    if line.measure in ("total", "balance"):
        yield (1, 1 if line.measure == "total" else -1), (line.of("export"), line.of("import"))
    if line.scope == "goods_and_services":
        yield (1, 1), (line._replace(scope="goods"), line._replace(scope="services"))


def _parts(known: Statistics, whole: Statistic, lines: Sequence[Line]) -> Iterator[Claim]:
    """Parts that make the whole; of which one alone can be no more than it."""
    parts = [part for line in lines if (part := known.level(line, whole.time, whole)) is not None]
    if len(parts) < len(lines):
        yield from ((_bounded(whole, (part,), _named(part, whole)),) for part in parts if not whole.line.is_both_ways)
        return
    agains = known.levels(whole, "re_export") if whole.line.measure == "total" else ()
    yield (added(whole, each) for each in (parts, *([*parts, again] for again in agains)))


def _times(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    """Halves, quarters, months that follow each other and fill the whole time; else none may exceed it."""
    if not whole.line.is_flow or not whole.time.months:
        return
    inside = [each for each in known.within(whole) if known.level(each.line, each.time, whole) is each]
    if not inside:
        return
    filled = tilings(whole.time, inside)
    if filled:
        made = [added(whole, parts) for parts in filled]
        yield (next((relation for relation in made if not relation.holds()), made[0]),)  # one wrong figure, one finding
        inside = [each for each in inside if not any(each in parts for parts in filled)]
    if not whole.line.is_both_ways:
        alone = [_bounded(whole, (each,), each.time.words, f"all {whole.time.words}") for each in inside]
        chain = longest_chain(inside)
        if len(chain) > 1 and all(relation.holds() for relation in alone):
            alone = [_bounded(whole, chain, listed([each.time.words for each in chain]), f"all {whole.time.words}")]
        yield from ((relation,) for relation in alone)


def _partners(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    """Countries that are listed one by one make their list; what is in a group cannot be more than the group."""
    group = whole.line.partner
    if not group or is_country(group) or whole.line.is_both_ways or len(known.partners) < 2:
        return
    inside = [
        each
        for each in known.alike(whole.line, whole.time, "partner")
        if holds(group, each.line.partner) and known.level(each.line, each.time, whole) is each
    ]
    countries = [each for each in inside if is_country(each.line.partner)]
    if countries and {each.line.partner for each in countries} == members(group):
        # Whom a group has as members may differ from one year, and one office, to another.
        doubt = (
            "" if is_list(group) else f"It depends on who is counted to {place_name(whole.figure.partner or group)}."
        )
        yield (replace(added(whole, countries), doubt=doubt),)
        return
    of = "all partners" if group == WORLD else f"the whole ({place_name(whole.figure.partner or group)})"
    yield from ((_bounded(whole, (each,), _who([each]), of),) for each in inside if not is_country(each.line.partner))
    if countries:
        yield (_bounded(whole, countries, _who(countries), of),)


def _who(parts: Sequence[Statistic]) -> str:
    return listed([place_name(each.figure.partner or each.line.partner) for each in parts])


def _products(known: Statistics, whole: Statistic) -> Iterator[Claim]:
    """A product, or what is without oil, cannot be more than all."""
    if len(known.scopes) < 2 or whole.line.is_both_ways or whole.line.scope not in ("", "goods", "goods_and_services"):
        return
    inside = [
        each
        for each in known.alike(whole.line, whole.time, "scope")
        if each.line.scope not in ("", whole.line.scope) and known.level(each.line, each.time, whole) is each
    ]
    products = [each for each in inside if each.line.scope.startswith("product:")]
    yield from ((_bounded(whole, (each,), _named(each, whole)),) for each in inside if each.line.scope == "non_oil")
    if len(products) > 1 and any(_product(each) in _REST for each in products):
        doubt = "It depends on whether these are all of it."
        yield (replace(added(whole, products), doubt=doubt),)
    elif products:
        alone = [_bounded(whole, (each,), _named(each, whole)) for each in products]
        if len(products) > 1 and all(relation.holds() for relation in alone):
            together = _bounded(whole, products, listed([_product(each) for each in products]))
            alone = [replace(together, doubt="Some of these may be counted in others.")]
        yield from ((relation,) for relation in alone)


def _product(each: Statistic) -> str:
    return each.line.scope.removeprefix("product:").strip().replace("non_oil", "non-oil goods")


def _named(part: Statistic, whole: Statistic) -> str:
    """What a part is called beside its whole: exports, exports of goods, exports of copper."""
    name = name_of(part.line.measure)
    return name if part.line.scope == whole.line.scope else f"{name} of {_product(part)}"


def added(whole: Statistic, parts: Sequence[Statistic]) -> Relation:
    """The relation that the parts make the whole."""
    scale, unit = whole.amount.scale, whole.line.unit
    return Relation(
        RULE,
        (level_term(whole), *(level_term(each) for each in parts)),
        linear((1,) * len(parts)),
        lambda computed: f"{_shown(whole, parts)} makes {computed}",
        show_level,
        notes=lambda computed: f"The parts add up to {computed}",
        scale=scale,
        unit=unit,
    )


def _shown(whole: Statistic, parts: Sequence[Statistic]) -> str:
    return " + ".join(each.shown(whole.amount.scale, whole.line.unit) for each in parts)


def _bounded(whole: Statistic, parts: Sequence[Statistic], who: str, of: str = "") -> Relation:
    """The relation that the parts are no more than the whole."""
    scale, unit = whole.amount.scale, whole.line.unit
    plural = len(parts) > 1 or who.startswith(name_of(parts[0].line.measure))
    return Relation(
        RULE,
        (level_term(whole), *(level_term(each) for each in parts)),
        no_less(),
        lambda _: f"{upper(who)} alone {'have' if plural else 'has'} {_shown(whole, parts)}",
        show_level,
        against=lambda: f", more than the {whole.shown(scale, unit)} of {of or _all(whole)}",
        exact=False,
        scale=scale,
        unit=unit,
    )


def _all(whole: Statistic) -> str:
    return f"all {name_of(whole.line.measure)}"
