"""Direction: "grew" where the figure fell, what the headline hides, and a part of a year beyond the year before."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.finding import Finding, Mend, Severity
from briefing.checks.growth import base_of, is_like
from briefing.checks.like_for_like import exceeds
from briefing.checks.statistics import STOCKS, Statistic, Statistics
from briefing.checks.words import name_of
from briefing.dossier.figures import Span

RULE = "direction"
_SAID = {"grew": "grew", "fell": "fell", "unchanged": "is unchanged"}


def directions(known: Statistics) -> Iterator[Finding]:
    """What is said to have grown or fallen, against its sign and its levels."""
    for each in known.all:
        yield from _against_sign(each)
        yield from _against_levels(known, each)
        if each.line.measure == "total":
            yield from _hidden(known, each)
        yield from _beyond_the_year(known, each)


def _against_sign(each: Statistic) -> Iterator[Finding]:
    change = each.figure.change
    if change.direction == "grew" and change.percent.startswith("-"):
        said = f"{_subject(each)} is said to have grown, by a percentage that is negative: {change.percent}."
        size = change.percent.lstrip("-")
        mends = (
            Mend("It fell", ((f"{each.change_path}.direction", "fell"),)),
            Mend("It grew", ((f"{each.change_path}.percent", size),)),
        )
        yield Finding(RULE, "error", (each.change_path,), said, mends, "grew", "fell")


def _against_levels(known: Statistics, each: Statistic) -> Iterator[Finding]:
    change, stated = each.figure.change, said_direction(each)
    base = base_level(known, each)
    if not stated or base is None or change.percent or change.factor or change.absolute.value:
        return  # a size is checked against both levels as growth
    proven = moved(each, base)
    if proven is None or proven == stated:
        return
    if stated == "unchanged" and not _clearly(each, base):
        return
    shown = f"{each.shown()} after {base.shown(each.amount.scale, each.line.unit)}"
    really = "is growth" if proven == "grew" else "is a fall"
    said = f"{_subject(each)} {_SAID[stated]}, it is said; but {shown} {really}."
    word = "It grew" if proven == "grew" else "It fell"
    mends = (Mend(word, ((f"{each.change_path}.direction", proven),)),)
    severity: Severity = "warning" if _since_earlier(known, each, stated) else "error"
    yield Finding(RULE, severity, (each.change_path, each.path, base.path), said, mends, stated, proven)


def _since_earlier(known: Statistics, each: Statistic, stated: str) -> bool:
    """Whether the words hold against another earlier time, where none is named."""
    if each.figure.change.base != Span():
        return False
    earlier = [other for other in known.series(each.line) if other.level and "" < other.time.end < each.time.start]
    return any(moved(each, other) == stated for other in earlier if is_like(each.time, other.time))


def said_direction(each: Statistic) -> str:
    """What is said in words or by a sign: grew, fell, unchanged; empty where nothing is."""
    change = each.figure.change
    if change.direction:
        return change.direction
    number = change.percent.lstrip("+")
    if not number.strip("-0."):
        return "unchanged" if number else ""
    return "fell" if number.startswith("-") else "grew"


def base_level(known: Statistics, each: Statistic) -> Statistic | None:
    """The like figure that growth starts from, where it is in the dossier."""
    base = base_of(each)
    return known.level(each.line, base) if is_like(each.time, base) and each.level is not None else None


def moved(each: Statistic, base: Statistic) -> str | None:
    """What the two levels prove, however they were rounded; None where they prove nothing."""
    one, other = each.reach, base.reach
    if one is None or other is None:
        return None
    return "grew" if one.low > other.high else "fell" if one.high < other.low else None


def _clearly(each: Statistic, base: Statistic) -> bool:
    """Whether two levels differ by so much (a hundredth) that nobody would call them unchanged."""
    one, other = each.reach, base.reach
    assert one is not None
    assert other is not None
    small, large = (one, other) if one.high < other.low else (other, one)
    return (large.low - small.high) * 100 > abs(large.low)


def _hidden(known: Statistics, total: Statistic) -> Iterator[Finding]:
    """A part that moves the other way than the total, by levels of like times or by what is stated of it."""
    whole = said_direction(total) or _proven(known, total)
    if whole not in ("grew", "fell") or base_of(total) is None or not is_like(total.time, base_of(total)):
        return
    for measure in ("export", "import"):
        part = known.beside(total, measure)
        if part is None or base_of(part) != base_of(total):
            continue
        way = _proven(known, part) or _stated_size(part)
        if way in ("grew", "fell") and way != whole:
            word = "fell" if way == "fell" else "grew"
            said = f"{_subject(total)} {whole}, while {name_of(measure, plural=True)} {word}: worth saying."
            yield Finding(RULE, "note", (total.path, part.path), said, (), whole, way)


def _proven(known: Statistics, each: Statistic) -> str:
    base = base_level(known, each)
    return (moved(each, base) or "") if base is not None else ""


def _stated_size(each: Statistic) -> str:
    change = each.figure.change
    return said_direction(each) if change.percent or change.absolute.value or change.direction else ""


def _beyond_the_year(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """A part of a year that already exceeds the whole of the year before: growth is proven without a like base."""
    like = each.time.years_before(1)
    if each.line.measure in STOCKS or not 0 < each.time.months < 12 or like is None or each.level is None:
        return
    year = known.level(each.line, like.whole_year())
    if year is None or year.level is None or year.level.number <= 0 or not exceeds(each, year):
        return
    total = known.beside(each, "total")
    if total is not None and total is not each and _beyond(known, total):
        return  # said of the total already
    if said_direction(each) == "fell":
        fields = (each.change_path, each.path, year.path)
        said = f"{_subject(each)} fell, it is said; but {each.shown()} is more than all of {year.time.words}"
        said += f": {year.shown()}."
        yield Finding(RULE, "error", fields, said, (), "fell", "grew")
        return
    claim = f"{_subject(each)} already exceeds all of {year.time.words}"
    said = f"{claim} ({each.shown()} against {year.shown()}): growth is proven, and worth saying."
    yield Finding(RULE, "note", (each.path, year.path), said, (), each.amount.value, year.amount.value)


def _beyond(known: Statistics, each: Statistic) -> bool:
    like = each.time.years_before(1)
    year = known.level(each.line, like.whole_year()) if like else None
    return year is not None and exceeds(each, year)


def _subject(each: Statistic) -> str:
    name = name_of(each.line.measure)
    return f"{name[:1].upper()}{name[1:]} of {each.time.words}"
