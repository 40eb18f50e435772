"""Wholes: what a share is of, as far as its words tell, among the figures of a dossier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.dossier.figures import decimal
from briefing.dossier.partners import WORLD, named_in
from briefing.frozen import frozen

#: Words that say which measure a share is of.
_MEASURES = (
    (r"re-?exports?", ("re_export",)),
    (r"exports?|sales abroad", ("export",)),
    (r"imports?|purchases", ("import",)),
    (r"turnover|trade|commerce", ("total",)),
    (r"investments?|fdi|capital", ("investment", "fdi_inflow", "fdi_stock", "fdi_outward_stock", "fdi_cumulative")),
    (r"grants?|aid", ("grants",)),
    (r"compan(?:y|ies)|firms|enterprises", ("companies",)),
    (r"joint ventures", ("joint_ventures",)),
)  # fmt: skip
#: Words that say that the whole is what passes between the two.
_BETWEEN = re.compile(r"\b(?:bilateral|mutual|between|two-way|this|that amount|the above)\b")
#: Words that say that the whole is with all the world.
_WITH_ALL = re.compile(r"\b(?:foreign|external|overall|world|global|international|national|country['’]s|worldwide)\b")
#: A share that is so many times another than that of the trade between the two is one of trade with all.
_FAR = 15


@frozen
class Whole:
    """What a share may be of. `doubt` is a sentence where its words do not say so without fail."""

    statistic: Statistic
    doubt: str = ""


def whole_of(known: Statistics, each: Statistic) -> Iterator[Whole]:
    """The wholes of the same time that the words of a share can mean, the likeliest first."""
    words = each.figure.share.of
    small = words.casefold()
    measures = _measures(small, each)
    if not measures:
        return
    seen: set[str] = set()
    for line, doubt in _lines(each, words, small):
        for measure in measures:
            for scope in _scopes(each):
                whole = known.level(line._replace(measure=measure, scope=scope), each.time, each)
                if whole is None or whole is each or whole.id in seen or not _is_above_zero(whole):
                    continue
                if whole.line == each.line:
                    continue
                unsure = doubt or _other_scope(each, whole)
                if unsure and _is_far(each, whole):
                    continue
                seen.add(whole.id)
                yield Whole(whole, unsure)


def may_be_between(each: Statistic) -> bool:
    """Whether a share can be of what passes between the two, so that each partner has a whole of its own."""
    words = each.figure.share.of
    small = words.casefold()
    if any(named_in(words)) or _WITH_ALL.search(small):
        return False
    return bool(_BETWEEN.search(small)) or each.line.measure not in _measures(small, each)


def _measures(small: str, each: Statistic) -> tuple[str, ...]:
    """The measures that the words name, the figure's own first; its own where they name none but "total"."""
    for pattern, measures in _MEASURES:
        if re.search(rf"\b(?:{pattern})\b", small):
            return tuple(sorted(measures, key=lambda measure: measure != each.line.measure))
    return (
        (each.line.measure,) if re.fullmatch(r"(?:of )?(?:the )?(?:total|all|world(?: total)?)", small.strip()) else ()
    )


def _scopes(each: Statistic) -> tuple[str, ...]:
    """The scopes that a whole may have: the figure's own first, or for a product all goods."""
    wide, own = ("", "goods", "goods_and_services"), each.line.scope
    return (*wide, own) if own.startswith("product:") else tuple(dict.fromkeys((own, *wide)))


def _lines(each: Statistic, words: str, small: str) -> Iterator[tuple[Line, str]]:
    """Whose trade with whom the words can mean; the doubt where they name nobody."""
    line, world = each.line, each.line._replace(partner=WORLD)
    whose, towards = named_in(words)
    if whose or towards:
        yield from ((found, "") for found in _named(line, whose, towards))
        return
    doubt = f"It depends on what is meant by “{words}”."
    if _WITH_ALL.search(small):
        yield world, ""
    elif re.search(r"\b[A-Z]", words.removeprefix("Of")):
        # A name in another form: "Kazakh exports". Whose trade it is can be either side's.
        yield world, doubt
        yield world._replace(reporter=line.partner), doubt
    elif _BETWEEN.search(small):
        yield line, ""
    else:
        yield line, doubt
        yield world, doubt


def _named(line: Line, whose: tuple[str, ...], towards: tuple[str, ...]) -> Iterator[Line]:
    """Lines of those who are named: one name is whose trade with all it is, two are a pair."""
    if len(whose) >= 2 and not towards:
        yield line._replace(reporter=whose[0], partner=whose[1])
        yield line._replace(reporter=whose[1], partner=whose[0])
    reporters = whose or (line.reporter,)
    for partner in towards or (WORLD,):
        for reporter in reporters:
            yield line._replace(reporter=reporter, partner=partner)
            if not line.reporter:
                yield line._replace(partner=partner)


def _other_scope(each: Statistic, whole: Statistic) -> str:
    """The doubt where a share of goods is set against goods and services, or the other way; not where of a product."""
    if each.line.scope.startswith("product:"):
        is_wider = whole.line.scope != each.line.scope and whole.line.measure == each.line.measure
        return "" if is_wider else "It depends on whether the share is of this product alone."
    is_part = whole.line == each.line._replace(scope="goods_and_services")
    if whole.line.scope == each.line.scope or is_part:
        return ""
    return "The two are not of one scope."


def _is_far(each: Statistic, whole: Statistic) -> bool:
    """Whether the share is so far from that of this whole that another one must be meant."""
    stated = decimal(each.figure.share.percent)
    assert each.level is not None
    assert whole.level is not None
    if stated is None or stated <= 0:
        return False
    computed = each.level.point / whole.level.point * 100
    return max(stated / computed, computed / stated) > Decimal(_FAR)


def _is_above_zero(whole: Statistic) -> bool:
    return whole.level is not None and whole.level.number > 0
