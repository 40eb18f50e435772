"""Direction: "grew" where the figure fell, what the headline hides, and a part of a year beyond the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.bases import base_level, base_of, is_base_named, is_like, is_nominal, year_before
from briefing.checks.finding import Finding, Mend
from briefing.checks.like_for_like import exceeds
from briefing.checks.printed import Reading
from briefing.checks.statistics import STOCKS, Statistic, Statistics
from briefing.checks.words import is_many, listed, name_of, upper
from briefing.dossier.figures import decimal

RULE = "direction"


def directions(known: Statistics) -> Iterator[Finding]:
    """What is said to have grown or fallen, against its sign and its levels."""
    for each in known.all:
        if each.tells_growth:
            yield from _against_sign(each)
            yield from _against_levels(known, each)
        if each.line.measure == "total":
            yield from _hidden(known, each)
        if each.time.is_part_of_year:
            yield from _beyond_the_year(known, each)


def _against_sign(each: Statistic) -> Iterator[Finding]:
    """A word and a sign that say two things."""
    change, path = each.figure.change, each.change_path
    signed = next((text for text in (change.percent, change.absolute.value) if text), "")
    way = "fell" if signed.startswith("-") else "grew" if signed.startswith("+") else ""
    if {change.direction, way} == {"grew", "fell"}:
        word = "to have grown" if change.direction == "grew" else "to have fallen"
        said = f"{_subject(each)} {_are(each)} said {word}, by a number that says otherwise: {signed}."
        place = f"{path}.percent" if change.percent else f"{path}.absolute.value"
        other = signed.lstrip("+-") if change.direction == "grew" else f"-{signed.lstrip('+-')}"
        mends = (
            Mend("It fell" if way == "fell" else "It grew", ((f"{path}.direction", way),)),
            Mend("It grew" if way == "fell" else "It fell", ((place, other),)),
        )
        yield Finding(RULE, "error", (path,), said, mends, change.direction, way)
    elif change.direction == "unchanged" and (decimal(change.percent.lstrip("+-")) or 0) >= 2:
        said = f"{_subject(each)} {_are(each)} said to be unchanged, with {change.percent} % beside it."
        yield Finding(RULE, "warning", (path,), said, (), "unchanged", change.percent)


def _against_levels(known: Statistics, each: Statistic) -> Iterator[Finding]:
    change, stated = each.figure.change, said_direction(each)
    base = base_level(known, each)
    if not stated or base is None or change.percent or change.factor or change.absolute.value:
        return  # a size is checked against both levels as growth
    proven = moved(each, base)
    if proven is None or proven == stated or not is_nominal(each):
        return
    if stated == "unchanged" and not _clearly(each, base):
        return
    if not _are_above_zero(each, base):
        return  # a deficit that grew is further below nothing
    shown = f"{each.shown()} after {base.shown(each.amount.scale, each.line.unit)}"
    really = "is growth" if proven == "grew" else "is a fall"
    says = stated if stated != "unchanged" else f"{_are(each)} unchanged"
    said = f"{_subject(each)} {says}, it is said; but {shown} {really}."
    word = "It grew" if proven == "grew" else "It fell"
    mends = (Mend(word, ((f"{each.change_path}.direction", proven),)),)
    doubtful = _since_earlier(known, each, stated) or _is_doubtful(each, base)
    sure = not doubtful and moved(each, base, Reading.LOOSE) == proven
    fields = (each.change_path, each.path, base.path)
    yield Finding(RULE, "error" if sure else "warning", fields, said, mends, stated, proven)


def _is_doubtful(each: Statistic, base: Statistic) -> bool:
    """Whether the two need not be of one series."""
    sources = {one.figure.source for one in (each, base) if one.figure.source}
    return each.taken != base.taken or len(sources) > 1


def _are_above_zero(*both: Statistic) -> bool:
    return all(each.level is not None and each.level.number >= 0 for each in both)


def _since_earlier(known: Statistics, each: Statistic, stated: str) -> bool:
    """Whether the words hold against another earlier time, where none is named."""
    if is_base_named(each):
        return False
    return any(moved(each, other) == stated for other in known.earlier(each) if is_like(each.time, other.time))


def said_direction(each: Statistic) -> str:
    """What is said in words or by a sign: grew, fell, unchanged; empty where nothing is."""
    change = each.figure.change
    if change.direction:
        return change.direction
    number = change.percent.lstrip("+")
    if not number.strip("-0."):
        return "unchanged" if number else ""
    return "fell" if number.startswith("-") else "grew"


def moved(each: Statistic, base: Statistic, reading: Reading = Reading.ROUNDED) -> str | None:
    """What the two levels prove, however they were rounded; None where they prove nothing."""
    one, other = each.reads(reading), base.reads(reading)
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
    """Parts that move the other way than the total, by levels of like times or by what is stated of them.

    One that does is worth saying; where export and import both do, and nothing is exported again, the total cannot.
    """
    whole, base = _proven(known, total) or said_direction(total), base_of(total)
    if whole not in ("grew", "fell") or not is_like(total.time, base):
        return
    beside = [part for measure in ("export", "import") if (part := known.beside(total, measure)) is not None]
    ways = {part: _proven(known, part) or _stated_size(part) for part in beside if base_of(part) == base}
    against = [part for part, way in ways.items() if way in ("grew", "fell") and way != whole]
    if len(against) == 2 and not _proven(known, total) and known.beside(total, "re_export") is None:
        yield from _against_both(known, total, against)
        return
    for part in against:
        said = f"{_subject(total)} {whole}, while {name_of(part.line.measure)} {ways[part]}: worth saying."
        yield Finding(RULE, "note", (total.path, part.path), said, (), whole, ways[part])


def _against_both(known: Statistics, total: Statistic, parts: Sequence[Statistic]) -> Iterator[Finding]:
    """A total that is said to move in one way, while all that it is made of moved in the other."""
    change, stated = total.figure.change, said_direction(total)
    if change.percent or change.factor or change.absolute.value:
        return  # a size is checked as growth
    bases = [base_level(known, part) for part in parts]
    proven = "fell" if stated == "grew" else "grew"
    sure = all(
        base is not None and not _is_doubtful(part, base) and moved(part, base, Reading.LOOSE) == proven
        for part, base in zip(parts, bases, strict=True)
    )
    named = listed([name_of(part.line.measure) for part in parts])
    said = f"{_subject(total)} {stated}, it is said; but {named} {proven}."
    fields = (total.change_path, *(each.path for pair in zip(parts, bases, strict=True) for each in pair if each))
    mends = (Mend("It grew" if proven == "grew" else "It fell", ((f"{total.change_path}.direction", proven),)),)
    yield Finding(RULE, "error" if sure else "warning", fields, said, mends, stated, proven)


def _proven(known: Statistics, each: Statistic) -> str:
    base = base_level(known, each)
    return (moved(each, base) or "") if base is not None else ""


def _stated_size(each: Statistic) -> str:
    change = each.figure.change
    return said_direction(each) if change.percent or change.absolute.value or change.direction else ""


def _beyond_the_year(known: Statistics, each: Statistic) -> Iterator[Finding]:
    """A part of a year that already exceeds the whole of the year before: growth is proven without a like base."""
    year = year_before(known, each)
    if each.line.measure in STOCKS or year is None or year.level is None or year.level.number <= 0:
        return
    if each.line.is_target or not exceeds(each, year):
        return
    total = known.beside(each, "total")
    if total is not None and total is not each and _is_beyond(known, total):
        return  # said of the total already
    like = each.time.years_before(1)
    if said_direction(each) == "fell" and base_of(each) == like and is_nominal(each):
        yield _fell_beyond(known, each, year)
        return
    claim = f"{_subject(each)} already {'exceed' if is_many(each.line.measure) else 'exceeds'} all of {year.time.words}"
    proof = "" if base_level(known, each) is not None else "growth is proven, and "
    said = f"{claim} ({each.shown()} against {year.shown()}): {proof}worth saying."
    yield Finding(RULE, "note", (each.path, year.path), said, (), each.amount.value, year.amount.value)


def _fell_beyond(known: Statistics, each: Statistic, year: Statistic) -> Finding:
    fields = (each.change_path, each.path, year.path)
    said = f"{_subject(each)} fell, it is said; but {each.shown()} is more than all of {year.time.words}"
    said += f": {year.shown()}."
    loose, whole = each.reads(Reading.LOOSE), year.reads(Reading.LOOSE)
    sure = loose is not None and whole is not None and loose.low > whole.high and not _is_doubtful(each, year)
    return Finding(RULE, "error" if sure else "warning", fields, said, (), "fell", "grew")


def _is_beyond(known: Statistics, each: Statistic) -> bool:
    year = year_before(known, each)
    return year is not None and exceeds(each, year)


def _are(each: Statistic) -> str:
    return "are" if is_many(each.line.measure) else "is"


def _subject(each: Statistic) -> str:
    return f"{upper(name_of(each.line.measure))} of {each.time.words}"
