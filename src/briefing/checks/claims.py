"""Claim: "more than 40 %", "doubled", "record", "exceeds all of last year" against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.checks.directions import base_level
from briefing.checks.finding import Finding, Mend
from briefing.checks.growth import base_of, growth, is_like
from briefing.checks.like_for_like import exceeds
from briefing.checks.printed import printed_number
from briefing.checks.relations import Term
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import factor_term, percent_term, show_factor, show_number, show_percent
from briefing.checks.words import name_of
from briefing.dossier.growth import show_change
from briefing.dossier.intervals import HUNDRED, ONE, Interval, decimals_of, point, rounded

RULE = "claim"
#: Words for a multiple, with the factor that they mean.
_MULTIPLES = (
    (r"\bhalved\b|\bby half\b", "0.5"),
    (r"\bdoubled\b|\btwofold\b", "2"),
    (r"\btripled\b|\btrebled\b|\bthreefold\b", "3"),
    (r"\bquadrupled\b|\bfourfold\b", "4"),
)
#: What people who write "doubled" without more words may still mean.
_LOOSE = Interval(Decimal("0.75"), Decimal("1.25"))
_QUALIFIED = (
    (r"\bmore than\b|\bover\b", "more_than"),
    (r"\bnearly\b|\balmost\b", "nearly"),
    (r"\bat least\b", "at_least"),
    (r"\babout\b|\bsome\b|\bapproximately\b", "about"),
)


def claims(known: Statistics) -> Iterator[Finding]:
    """What words say of growth that arithmetic alone does not."""
    for each in known.all:
        change = each.figure.change
        if change.claim:
            yield from _in_words(known, each, f"{change.qualifier.replace('_', ' ')} {change.claim}".casefold().strip())
        if change.percent and change.qualifier not in ("", "exact"):
            yield from _qualified(known, each)
        if change.factor and change.factor_means in ("", "unclear"):
            yield from _unclear(known, each)


def _in_words(known: Statistics, each: Statistic, words: str) -> Iterator[Finding]:
    factor = next((factor for pattern, factor in _MULTIPLES if re.search(pattern, words)), "")
    if factor:
        yield from _multiple(known, each, words, factor)
    elif re.search(r"\brecord\b|\bhighest\b|all.time", words):
        yield from _record(known, each)
    elif re.search(r"exceed|surpass|more than .*(whole|all|entire|last year)", words):
        yield from _beyond(known, each, words)


def _multiple(known: Statistics, each: Statistic, words: str, factor: str) -> Iterator[Finding]:
    base = base_level(known, each)
    if base is None or each.reach is None or base.reach is None or base.reach.low <= 0:
        yield from _open(each, f"“{_said(each)}”")
        return
    times = each.reach / base.reach
    qualifier = next((code for pattern, code in _QUALIFIED if re.search(pattern, words)), "")
    printed = printed_number(factor, qualifier)
    assert printed is not None
    meant = printed.threshold if qualifier else point(Decimal(factor)) * _LOOSE
    if qualifier in ("more_than", "at_least") and factor == "0.5":
        meant = Interval(Decimal(), Decimal("0.5"))  # more than halved
    if times.meets(meant):
        return
    shown = show_factor(rounded((times.low + times.high) / 2, 2))
    said = f"“{_said(each)}”, it is said of {name_of(each.line.measure)}; {each.shown()} after"
    said += f" {base.shown(each.amount.scale, each.line.unit)} is {shown} as much."
    fields = (each.change_path, each.path, base.path)
    yield Finding(RULE, "error", fields, said, (), factor, show_number(rounded((times.low + times.high) / 2, 4)))


def _record(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """A record is beaten by any earlier figure for a like time that is certainly higher."""
    if each.reach is None:
        return
    before = [other for other in known.series(each.line) if _is_earlier(other, each)]
    if not before:
        said = f"“{_said(each)}” cannot be checked: no earlier figure of a like time is here."
        yield Finding(RULE, "note", (each.change_path, each.path), said, (), _said(each))
        return
    for other in before:
        if other.reach is not None and other.reach.low > each.reach.high:
            shown = other.shown(each.amount.scale, each.line.unit)
            said = f"{each.shown()} is no record: {other.time.words} had {shown}."
            yield Finding(RULE, "error", (each.change_path, each.path, other.path), said, (), each.amount.value, shown)
            return


def _is_earlier(other: Statistic, each: Statistic) -> bool:
    if other.level is None or other is each or not other.time.end or not each.time.start:
        return False
    return other.time.end < each.time.end and other.time.months == each.time.months


def _beyond(known: Statistics, each: Statistic, words: str) -> Iterator[Finding]:
    """ "Exceeds the whole of last year": against the level of that year."""
    like = each.time.years_before(1)
    year = known.level(each.line, like.whole_year()) if like else None
    if year is None or each.reach is None or year.reach is None:
        yield from _open(each, f"“{_said(each)}”", whole_year=True)
        return
    fields = (each.change_path, each.path, year.path)
    shown = f"{each.shown()} against {year.shown(each.amount.scale, each.line.unit)}"
    if each.reach.high < year.reach.low:
        said = f"“{_said(each)}”, it is said; but it is {shown} in {year.time.words}."
        yield Finding(RULE, "error", fields, said, (), each.amount.value, year.amount.value)
    elif not exceeds(each, year):
        said = f"“{_said(each)}” cannot be told from the rounded figures: {shown}."
        yield Finding(RULE, "note", fields, said, (), each.amount.value, year.amount.value)


def _qualified(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """ "More than 40 %": a threshold is meant as it stands, and a figure below it by rounding alone is not above it."""
    stated, base = percent_term(each), base_level(known, each)
    if stated is None:
        return
    if base is None:
        yield from _open(each, f"“{stated.shown}”", stated)
        return
    relation = growth(each, base, stated)
    levels = tuple(point(term.printed.point) for term in relation.terms)
    computed, reach = relation.solve(0, levels), relation.solve(0, tuple(term.reach() for term in relation.terms))
    if computed is None or reach is None or not relation.holds() or reach.meets(stated.printed.threshold):
        return
    shown = show_percent(rounded(computed.low, decimals_of(stated.printed.value) + 1))
    before = base.shown(each.amount.scale, each.line.unit)
    said = f"“{stated.shown}”, it is said; {each.shown()} after {before} is {shown}."
    fields = (each.change_path, each.path, base.path)
    mends = (Mend(f"Say about {stated.shown.split()[-2]}\u00a0%", ((f"{each.change_path}.qualifier", "about"),)),)
    yield Finding(RULE, "warning", fields, said, mends if "\u00a0" in stated.shown else (), stated.printed.value, shown)


def _open(each: Statistic, shown: str, stated: Term | None = None, *, whole_year: bool = False) -> Iterator[Finding]:
    """A note that a claim cannot be checked yet, and what the missing figure must be if the claim is true."""
    base = base_of(each)
    wanted = base.whole_year() if base is not None and whole_year else base
    if wanted is None or each.level is None or (not whole_year and not is_like(each.time, base)):
        return
    said = f"{shown} cannot be checked until {wanted.words} is entered."
    bound = _bound(each, stated) if stated is not None else ""
    if bound:
        said = f"{shown} cannot be checked until {wanted.words} is entered. It must then be {bound}."
    yield Finding(RULE, "note", (each.change_path, each.path), said, (), _said(each))


def _bound(each: Statistic, stated: Term) -> str:
    """ "At most 232.8": the base at the threshold of the claim, with the decimals of the level."""
    assert each.level is not None
    rates = stated.printed.threshold
    low, high = (ONE + point(end) / HUNDRED if end.is_finite() else None for end in (rates.low, rates.high))
    there = point(each.level.point)
    decimals, power = decimals_of(each.amount.value), each.level.power

    def at(times: Interval) -> str:
        return show_number(rounded((there / times).low.scaleb(-power), decimals))

    if low is not None and high is not None:
        return f"between {at(high)} and {at(low)}" if low.low > 0 else ""
    if low is not None:
        return f"at most {at(low)}" if low.low > 0 else ""
    return f"at least {at(high)}" if high is not None and high.low > 0 else ""


def _unclear(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """ "Increased 3 times" is three times as much to some readers, and four times to others."""
    stated, base = factor_term(each), base_level(known, each)
    if stated is None:
        return
    number = stated.printed.number
    less, more = show_factor(number), show_factor(number + 1)
    said = f"“{_said(each) or stated.shown}” can be read as {less} as much or as {more} as much."
    fields = (each.change_path, each.path, *((base.path,) if base else ()))
    path = f"{each.change_path}.factor_means"
    mends: tuple[Mend, ...] = (
        Mend(f"{less} as much", ((path, "level"),)),
        Mend(f"{more} as much", ((path, "increase"),)),
    )
    if base is not None and base.reach is not None and each.reach is not None and base.reach.low > 0:
        times = each.reach / base.reach
        level, increase = times.meets(stated.printed.reach()), (times - ONE).meets(stated.printed.reach())
        if level == increase:
            return
        said += f" The figures say {less if level else more} as much."
        mends = (mends[0 if level else 1],)
    yield Finding(RULE, "note", fields, said, mends, stated.printed.value)


def _said(each: Statistic) -> str:
    change = each.figure.change
    return change.as_printed or show_change(change)
