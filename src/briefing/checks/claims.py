"""Claim: "more than 40 %", "doubled", "record", "exceeds all of last year" against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.checks.bases import base_level, base_of, is_like, is_nominal
from briefing.checks.finding import Finding, Mend, Severity
from briefing.checks.growth import growth
from briefing.checks.like_for_like import exceeds
from briefing.checks.multiples import Multiple, read_multiple
from briefing.checks.printed import Reading
from briefing.checks.spans import When
from briefing.checks.starts import FALL, PERCENT, Start, stated_starts, sure_starts
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import factor_term, percent_term, show_factor, show_number, show_percent
from briefing.checks.words import name_of, upper
from briefing.dossier.growth import show_change
from briefing.dossier.intervals import HUNDRED, ONE, Interval, decimals_of, point, rounded

RULE = "claim"
_RECORD = re.compile(r"\brecord\b|\bhighest\b|\ball.time\b|\bpeak\b|\bunprecedented\b|\blargest ever\b")
_LOWEST = re.compile(r"\blow(?:est)?\b|\bsmallest\b|\bminimum\b")
#: Records of something else than the level.
_OF_GROWTH = re.compile(r"\b(?:growth|increase|pace|rate|rise|jump|fall|decline|share)\b")
_EXCEEDS = re.compile(r"\bexceed|\bsurpass|\bovert[ao]|\bmore than .*(?:whole|all|entire|last year)|\babove the level")
_SINCE = re.compile(
    r"\b(?:since|in (?:the )?last|for the last|of the last|for (?:more than )?\w+ years)\b\s*([0-9]{4})?"
)
#: What is exceeded, where it is no figure of another time.
_OTHER_MARK = re.compile(r"\btarget|\bplan|\bforecast|\bexpect|\bthreshold|\bmark\b|\b(?:m|b)illion|\bimport|\bexport")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def claims(known: Statistics) -> Iterator[Finding]:
    """What words say of growth that arithmetic alone does not."""
    for each in known.all:
        if not each.tells_growth:
            continue
        change = each.figure.change
        if change.claim:
            yield from _in_words(known, each, f"{change.qualifier.replace('_', ' ')} {change.claim}".casefold().strip())
        if change.qualifier not in ("", "exact") and (change.percent or change.factor) and is_nominal(each):
            yield from _qualified(known, each)
        if change.factor and change.factor_means in ("", "unclear") and change.direction != "fell":
            yield from _unclear(known, each)
        if not is_nominal(each):
            yield from _real(known, each)


def _in_words(known: Statistics, each: Statistic, words: str) -> Iterator[Finding]:
    multiple = read_multiple(words, each.figure.change.direction)
    if multiple is not None:
        yield from _multiple(known, each, multiple)
    elif _EXCEEDS.search(words):
        yield from _beyond(known, each, words)
    elif _RECORD.search(words) and not _OF_GROWTH.search(words):
        yield from _record(known, each, words)


def _multiple(known: Statistics, each: Statistic, multiple: Multiple) -> Iterator[Finding]:
    base = base_level(known, each)
    found = _times(each, base, Reading.ROUNDED)
    if found is None:
        yield from _open(each, f"“{_said(each)}”")
        return
    if found.meets(multiple.likely):
        return
    loosely = _times(each, base, Reading.LOOSE) or found
    if base is None:
        severity: Severity = "warning"
        shown = f"it is said of {name_of(each.line.measure)}; but the growth beside it is {_growth_shown(each)}"
    else:
        severity = "warning" if loosely.meets(multiple.possible) else "error"
        factor = show_factor(rounded((found.low + found.high) / 2, 2)) if found.high.is_finite() else "more"
        shown = f"it is said of {name_of(each.line.measure)}; {each.shown()} after"
        shown += f" {base.shown(each.amount.scale, each.line.unit)} is {factor} as much"
    said = f"“{_said(each)}”, {shown}."
    fields = (each.change_path, each.path, *((base.path,) if base else ()))
    computed = show_number(rounded((found.low + found.high) / 2, 4)) if found.high.is_finite() else ""
    yield Finding(RULE, severity, fields, said, (), show_number(multiple.times), computed)


def _times(each: Statistic, base: Statistic | None, reading: Reading) -> Interval | None:
    """How many times its base a level is: by the two levels, or as is stated beside the words."""
    if base is not None:
        level, before = each.reads(reading), base.reads(reading)
        return level / before if level is not None and before is not None and before.low > 0 else None
    for start in sure_starts(each):
        if start.kind == PERCENT:
            return ONE + start.stated.reach(reading) / HUNDRED
    return None


def _growth_shown(each: Statistic) -> str:
    stated = percent_term(each)
    return stated.shown if stated else ""


def _record(known: Statistics, each: Statistic, words: str) -> Iterator[Finding]:
    """A record is beaten by any earlier figure for a like time that is certainly higher; a low, by one lower."""
    if each.reach is None:
        return
    is_low = bool(_LOWEST.search(words))
    since = _SINCE.search(words)
    first = since[1] if since and since[1] else ""
    before = [other for other in known.series(each.line) if _is_earlier(other, each) and other.time.start[:4] >= first]
    if not before:
        said = f"“{_said(each)}” cannot be checked: no earlier figure of a like time is here."
        yield Finding(RULE, "note", (each.change_path, each.path), said, (), _said(each))
        return
    if since and not first:
        return  # "in the last ten years": how far back is not told
    for other in before:
        if not _beats(other, each, Reading.ROUNDED, is_low=is_low):
            continue
        shown = other.shown(each.amount.scale, each.line.unit)
        sure = _beats(other, each, Reading.LOOSE, is_low=is_low) and not since
        said = f"{each.shown()} is no {'low' if is_low else 'record'}: {other.time.words} had {shown}."
        fields = (each.change_path, each.path, other.path)
        yield Finding(RULE, "error" if sure else "warning", fields, said, (), each.amount.value, shown)
        return


def _beats(other: Statistic, each: Statistic, reading: Reading, *, is_low: bool) -> bool:
    theirs, mine = other.reads(reading), each.reads(reading)
    if theirs is None or mine is None:
        return False
    return theirs.high < mine.low if is_low else theirs.low > mine.high


def _is_earlier(other: Statistic, each: Statistic) -> bool:
    if other.level is None or other is each or not other.time.end or not each.time.end:
        return False
    return other.time.end < each.time.end and is_like(each.time, other.time)


def _beyond(known: Statistics, each: Statistic, words: str) -> Iterator[Finding]:
    """ "Exceeds the whole of last year": against the level of that year, or of the one that is named."""
    if _OTHER_MARK.search(words):
        return
    wanted = _named_time(each, words)
    if wanted is None:
        return
    year = known.level(each.line, wanted, each)
    if year is None or each.reach is None or year.reach is None:
        yield from _open(each, f"“{_said(each)}”", wanted)
        return
    fields = (each.change_path, each.path, year.path)
    shown = f"{each.shown()} against {year.shown(each.amount.scale, each.line.unit)}"
    if each.reach.high < year.reach.low:
        mine, theirs = each.reads(Reading.LOOSE), year.reads(Reading.LOOSE)
        sure = mine is not None and theirs is not None and mine.high < theirs.low
        said = f"“{_said(each)}”, it is said; but it is {shown} in {year.time.words}."
        yield Finding(RULE, "error" if sure else "warning", fields, said, (), each.amount.value, year.amount.value)
    elif not exceeds(each, year) and not each.line.is_both_ways:
        said = f"“{_said(each)}” cannot be told from the rounded figures: {shown}."
        yield Finding(RULE, "note", fields, said, (), each.amount.value, year.amount.value)


def _named_time(each: Statistic, words: str) -> When | None:
    """The time that is exceeded: the base that is named, the year in the words, else the whole year before."""
    base = each.figure.change.base
    whole = re.search(r"whole|all of|entire|full|annual", words)
    if base.start or base.end:
        return When(base.start, base.end)
    year = _YEAR.search(words)
    back = int(each.time.start[:4]) - int(year[0]) if year and each.time.start else 1
    like = each.time.years_before(back) if back > 0 else None
    return like.whole_year() if like is not None and (whole or not year) else like


def _qualified(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """ "More than 40 %": a threshold is meant as it stands, and a figure below it by rounding alone is not above it."""
    base = base_level(known, each)
    for starts in stated_starts(each):
        start, stated = starts[0], starts[0].stated
        if stated.printed.is_exact:
            continue
        if base is None or base.level is None or each.level is None:
            yield from _open(each, f"“{stated.shown}”", start=start if start in sure_starts(each) else None)
            continue
        if each.level.number > 0 and base.level.number > 0:
            yield from _threshold(each, base, starts)


def _threshold(each: Statistic, base: Statistic, starts: tuple[Start, ...]) -> Iterator[Finding]:
    relations = [growth(each, base, start) for start in starts]
    stated = starts[0].stated
    if not any(relation.holds() for relation in relations):
        return  # the rule of growth speaks
    for relation in relations:
        reach = relation.solve(0, tuple(term.reach() for term in relation.terms))
        if reach is None or reach.meets(stated.printed.threshold):
            return
    relation = relations[0]
    computed = relation.solve(0, tuple(point(term.printed.point) for term in relation.terms))
    if computed is None:
        return
    decimals = decimals_of(stated.printed.value) + 1
    while rounded(computed.low, decimals) == stated.printed.number and decimals < 6:
        decimals += 1
    value = rounded(computed.low, decimals)
    shown = show_percent(value) if starts[0].kind == PERCENT else show_factor(value)
    before = base.shown(each.amount.scale, each.line.unit)
    said = f"“{stated.shown}”, it is said; {each.shown()} after {before} is {shown}."
    about = show_change(replace(each.figure.change, qualifier="about", as_printed=""))
    mends = (Mend(f"Say {about}", ((f"{each.change_path}.qualifier", "about"),)),)
    fields = (each.change_path, each.path, base.path)
    yield Finding(RULE, "warning", fields, said, mends, stated.printed.value, f"{value:f}")


def _open(each: Statistic, shown: str, wanted: When | None = None, start: Start | None = None) -> Iterator[Finding]:
    """A note that a claim cannot be checked yet, and what the missing figure must be if the claim is true."""
    base = base_of(each)
    wanted = wanted or (base if is_like(each.time, base) else None)
    if wanted is None or each.level is None:
        return
    said = f"{shown} cannot be checked until {wanted.words} is entered."
    bound = _bound(each, start) if start is not None else ""
    if bound:
        said += f" It must then be {bound}."
    yield Finding(RULE, "note", (each.change_path, each.path), said, (), _said(each))


def _bound(each: Statistic, start: Start) -> str:
    """ "At most 232.8": the base at the threshold of the claim, with the decimals of the level."""
    assert each.level is not None
    said, there = start.stated.printed.threshold, point(each.level.point)
    decimals, power = decimals_of(each.amount.value), each.level.power
    ends = []
    for end in (said.low, said.high):
        before = start.before(point(end), there).low if end.is_finite() else None
        if before is not None and before.is_finite() and before > 0:
            ends.append((end, show_number(rounded(before.scaleb(-power), decimals)), before))
    if len(ends) == 2:
        ends.sort(key=lambda one: one[2])
        return f"between {ends[0][1]} and {ends[1][1]}"
    if not ends or said.low.is_finite() == said.high.is_finite():
        return ""
    is_most = (ends[0][0] == said.low) != (start.kind == FALL)  # what fell more than 3 times began no lower than that
    return f"at {'most' if is_most else 'least'} {ends[0][1]}"


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
        if not level and not increase:
            return  # the rule of growth speaks
        if level != increase:
            said += f" The figures say {less if level else more} as much."
            mends = (mends[0 if level else 1],)
    yield Finding(RULE, "note", fields, said, mends, stated.printed.value)


def _real(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """Growth at constant prices, or in other money, which the amounts here neither bear out nor contradict."""
    base = base_level(known, each)
    if base is None or each.level is None or not stated_starts(each):
        return
    shown = show_change(each.figure.change)
    said = f"{upper(shown)} is not the growth of the amounts as printed, so it is not checked against them."
    yield Finding(RULE, "note", (each.change_path, each.path, base.path), said, (), shown)


def _said(each: Statistic) -> str:
    change = each.figure.change
    return change.as_printed or change.claim or show_change(change)
