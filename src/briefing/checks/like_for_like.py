"""Like for like: growth compares equal spans of one thing, and a part of a year is not set beside a whole one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from briefing.checks.bases import base_level, base_of, is_base_named, is_like, is_nominal, level_at, mirror, year_before
from briefing.checks.finding import Finding, Mend
from briefing.checks.growth import foreign_bases, growth, whose
from briefing.checks.spans import When
from briefing.checks.starts import DIFFERENCE, stated_starts
from briefing.checks.statistics import STOCKS, Statistic, Statistics
from briefing.checks.sums import added
from briefing.checks.understood import is_sized
from briefing.checks.words import listed, name_of, upper
from briefing.dossier.growth import show_change

RULE = "like_for_like"
#: What of investment flows, and what stands: growth of the one is none of the other.
_FDI = ("fdi_inflow", "fdi_stock", "fdi_outward_stock", "fdi_cumulative", "investment")


def unlike(known: Statistics) -> Iterator[Finding]:
    """Growth against another kind of time or thing, and parts of years that have but a whole one beside them."""
    told: set[str] = set()
    for each in known.all:
        found = (_named_base(known, each) or _fitting_unlike(known, each)) if each.tells_growth else None
        if found is not None:
            told.add(each.id)
            yield found
        if each.line.measure == "total":
            yield from _mixed_sum(known, each)
    yield from _beside_whole_years(known, told)


def _mixed_sum(known: Statistics, total: Statistic) -> Iterator[Finding]:
    """A total that is the sum only with the other side's figure for what is not here."""
    parts = [known.beside(total, measure) for measure in ("export", "import")]
    there = [part for part in parts if part is not None]
    if total.level is None or not total.line.reporter or len(there) != 1:
        return
    missing = total.line.of("import" if parts[0] else "export")
    theirs = known.level(mirror(missing), total.time, total)
    if theirs is not None and added(total, (there[0], theirs)).holds():
        said = f"{total.shown()} is the sum only with the figure of {whose(total, theirs)}, {theirs.shown()}"
        said += ": two statistics are mixed."
        yield Finding(RULE, "warning", (total.path, there[0].path, theirs.path), said)


def _named_base(known: Statistics, each: Statistic) -> Finding | None:
    """Growth whose base is named, and is not alike."""
    base = base_of(each)
    if not is_base_named(each) or base is None:
        return None
    if base == each.time or (base.start and each.time.end and base.start > each.time.end):
        said = f"The growth of {each.time.words} is counted from {base.words}, which is no earlier time."
        like = each.time.years_before(1)
        mends = _name_base(each, like) if like else ()
        return Finding(RULE, "warning", (each.change_path, each.path), said, mends, base.words)
    if is_like(each.time, base):
        return _month_on_month(each, base)
    if each.line.measure in STOCKS:
        return None  # a stock at a date may well be set against one at the end of a year
    like = each.time.years_before(1)
    said = f"The growth of {each.time.words} is counted from {base.words}, which is not a like time."
    if like is not None:
        said += f" Like is {like.words}."
    other = level_at(known, each, base)
    fields = (each.change_path, each.path, *((other.path,) if other else ()))
    mends = _name_base(each, like) if like is not None else ()
    return Finding(RULE, "warning", fields, said, mends, base.words)


def _month_on_month(each: Statistic, base: When) -> Finding | None:
    """A month against the month before is no growth of a year."""
    first, before = each.time.first, base.first
    if first is None or before is None or not 0 < each.time.months < 12 or each.line.measure in STOCKS:
        return None
    if (first.month, first.day) == (before.month, before.day):
        return None
    said = f"The growth of {each.time.words} is counted from {base.words}, not from the same months of the year before."
    return Finding(RULE, "note", (each.change_path, each.path), said, (), base.words)


def _fitting_unlike(known: Statistics, each: Statistic) -> Finding | None:
    """Growth that has no like base here, and fits against something that it cannot be counted from."""
    if each.level is None or each.level.number <= 0 or is_base_named(each) or not is_nominal(each):
        return None
    if base_level(known, each) is not None:
        return None
    for starts in stated_starts(each):
        for other, what in _unlike_bases(known, each):
            if other.level is None or other.level.number <= 0 or starts[0].kind == DIFFERENCE:
                continue
            if any(growth(each, other, start).holds() for start in starts):
                said = f"“{starts[0].stated.shown}” of {each.time.words} is the growth against {what}"
                fields = (each.change_path, each.path, other.path)
                return Finding(RULE, "warning", fields, f"{said}.", (), starts[0].stated.printed.value)
    return None


def _unlike_bases(known: Statistics, each: Statistic) -> Iterator[tuple[Statistic, str]]:
    """Levels that growth may wrongly have been counted from, with the words for each."""
    for other in known.earlier(each):
        if not is_like(each.time, other.time):
            whole = "all of " if other.time.is_year and each.time.is_part_of_year else ""
            yield other, f"{whole}{other.time.words}, which is not a like time"
    base = base_of(each)
    if base is None:
        return
    for other in known.alike(each.line, base, "unit"):
        if other.line.unit != each.line.unit and other.amount.scale == each.amount.scale:
            # The digits alone are compared, as by one who overlooked the currency.
            same = replace(other, line=each.line, amount=replace(other.amount, unit=each.amount.unit), kept={})
            yield same, f"{other.shown()} of {base.words}, in another unit"
    for other in foreign_bases(known, each, base):
        yield other, f"{other.shown()} of {base.words}, the figure of {whose(each, other)}"
    if each.line.measure in _FDI:
        for other in known.alike(each.line, base, "measure"):
            if other.line.measure in _FDI and other.line != each.line:
                name = name_of(other.line.measure)
                yield other, f"the {name} of {base.words}, which is another thing"


def _beside_whole_years(known: Statistics, told: set[str]) -> Iterator[Finding]:
    """A warning for stated growth that has but a whole year beside it, and one for each table row of bare figures."""
    rows: defaultdict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for each in known.all:
        is_asked = each.time.is_part_of_year and each.level is not None and each.id not in told
        year = year_before(known, each) if is_asked else None
        if year is None or not _lacks_like(known, each, year):
            continue
        if is_sized(each.figure.change):
            yield _growth_beside_year(each, year)
        else:
            rows[each.line.of(""), each.time].append(each)
    for (_, time), found in rows.items():
        assert isinstance(time, When)
        like = time.years_before(1)
        year_words, like_words = (each.words if each else "" for each in (like and like.whole_year(), like))
        names = upper(listed(list(dict.fromkeys(name_of(each.line.measure) for each in found))))
        said = f"{names} of {time.words} can be compared only with {like_words}"
        said += f": only all of {year_words} is here. Enter {like_words}."
        yield Finding(RULE, "warning", tuple(each.path for each in found), said)


def _growth_beside_year(each: Statistic, year: Statistic) -> Finding:
    like = each.time.years_before(1)
    words = like.words if like else ""
    shown = show_change(each.figure.change)
    said = f"“{shown}” of {each.time.words} cannot be checked: of the year before only all of {year.time.words} is here"
    said += f", which is no like time. Enter {words}."
    return Finding(RULE, "warning", (each.change_path, each.path, year.path), said, (), shown)


def _lacks_like(known: Statistics, each: Statistic, year: Statistic) -> bool:
    """Whether a part of a year stands beside the whole year before it, and nothing else can be its base."""
    like = each.time.years_before(1)
    if each.line.measure in STOCKS or each.line.measure.startswith("other:") or is_base_named(each):
        return False  # of named bases another speaks
    if like is None or known.at(each.line, like):
        return False
    change, old = each.figure.change, year.figure.change
    if re.search(r"\bexceed|\bsurpass", change.claim):
        return False  # that it is more than the whole year is what is said
    if not is_sized(change):
        return not exceeds(each, year) if change.direction or change.claim else True
    # A growth of its own on either says that both are counted like for like; a bare year is what it is set against.
    return not (is_sized(old) or old.direction or old.claim)


def exceeds(part: Statistic, year: Statistic) -> bool:
    """Whether a part of a year is certainly more than the whole of another, and the rest cannot take from that."""
    one, other = part.reach, year.reach
    return one is not None and other is not None and one.low > other.high and not part.line.is_both_ways


def _name_base(each: Statistic, like: When) -> tuple[Mend, ...]:
    path = f"{each.change_path}.base"
    return (Mend(f"Name {like.words} as the base", ((f"{path}.start", like.start), (f"{path}.end", like.end))),)
