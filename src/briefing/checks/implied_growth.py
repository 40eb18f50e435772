"""Implied growth: from levels and rates the bases are implied, and those of the parts must make that of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.checks.bases import base_of, is_nominal
from briefing.checks.judging import Claim
from briefing.checks.members import Member, Row, members_of, part_name, said_of
from briefing.checks.relations import Reaches, Relation, linear
from briefing.checks.starts import DIFFERENCE, PERCENT, Start, sure_starts
from briefing.checks.statistics import Line, Statistic, Statistics
from briefing.checks.sums import decompositions
from briefing.checks.terms import show_level, show_percent
from briefing.checks.words import name_of
from briefing.dossier.intervals import ZERO, Interval

RULE = "implied_growth"


def implied_growths(known: Statistics) -> Iterator[Claim]:
    """Stated growth of export, import and total, or goods and services, of one base, against each other."""
    seen = set()
    for row in _rows(known):
        for readings in _claims(known, row):
            numbers = tuple(term.place for term in readings[0].terms)
            if numbers not in seen:  # where a line is given twice, other figures of its row lead to the same numbers
                seen.add(numbers)
                yield readings


def _claims(known: Statistics, row: Row) -> Iterator[tuple[Relation, ...]]:
    again = _re_export(row)
    if again is None or not _is_there(known, again, row):
        yield from ((relation,) for relation in _parts_and_whole(known, row))
        return
    # The total may count re-exports or not: then nothing can be told without their own growth.
    rows = [row, replace(row, lines=(*row.lines, again), factors=(*row.factors, 1))]
    made = [members_of(known, each) for each in rows]
    told = all(member.start is not None for members in made for member in members)
    if told and not all(member.is_printed for member in made[0]):
        yield tuple(_through_bases(members, each) for members, each in zip(made, rows, strict=True))


def _rows(known: Statistics) -> Iterator[Row]:
    """Each row in which growth is stated of a whole or a part, once."""
    found: dict[Row, None] = {}
    for each in known.all:
        base = base_of(each) if each.tells_growth and sure_starts(each) else None
        if base is None or each.time.is_moment or not is_nominal(each):
            continue
        for whole in _wholes(each.line):
            if whole.measure not in known.measures or whole.scope not in known.scopes:
                continue
            for signs, lines in decompositions(whole):
                if each.line in (whole, *lines):
                    teller = each if any(len(known.at(line, each.time)) > 1 for line in (whole, *lines)) else None
                    found[Row((whole, *lines), (-1, *signs), each.time, base, teller)] = None
    yield from found


def _wholes(line: Line) -> Iterator[Line]:
    """The lines that a line is a whole or a part of."""
    if line.measure in ("export", "import"):
        yield line.of("total")
        yield line.of("balance")
    if line.scope in ("goods", "services"):
        yield line._replace(scope="goods_and_services")
    yield line


def _re_export(row: Row) -> Line | None:
    whole = row.lines[0]
    return whole.of("re_export") if whole.measure == "total" and row.lines[1].measure == "export" else None


def _is_there(known: Statistics, line: Line, row: Row) -> bool:
    """Whether a line is told of at all: what has only its growth has no unit, and is of the same trade."""
    return any(known.alike(line, time, "scope", "reporter", "unit") for time in (row.time, row.base))


def _parts_and_whole(known: Statistics, row: Row) -> Iterator[Relation]:
    members = members_of(known, row)
    if all(member.is_printed for member in members):
        return  # then growth is looked at one by one, and the sum of then too
    change = _change(known, row)
    if change is not None:
        yield change
    if all(member.start is not None for member in members):
        yield _through_bases(members, row)
    elif not row.is_both_ways:
        yield from _between(known, row)
        started = [member for member in members if member.start is not None]
        if members[0].start is not None and len(started) == 2 and not all(each.is_printed for each in started):
            yield _no_more(started[0], started[1], row)


def _change(known: Statistics, row: Row) -> Relation | None:
    """Amounts of change add up as the amounts do."""
    terms = []
    for line in row.lines:
        found = [
            start.stated
            for each in known.at(line, row.time)
            if base_of(each) == row.base and is_nominal(each)
            for start in sure_starts(each)
            if start.kind == DIFFERENCE
        ]
        if not found:
            return None
        terms.append(found[0])

    def says(computed: str) -> str:
        return f"Changes of {' and '.join(term.shown for term in terms[1:])} make {computed}"

    return Relation(RULE, tuple(terms), linear(row.factors[1:]), says, show_level)


def _through_bases(members: Sequence[Member], row: Row) -> Relation:
    """The bases that the growth of the parts implies must make the base of the whole."""
    whole, parts = members[0], members[1:]
    assert whole.start is not None
    start = whole.start

    def solve(at: int, reaches: Reaches) -> Interval | None:
        own = _shared(members, reaches)
        if not at:
            return start.state(_total(parts, own[1:]), whole.level(own[0]))
        place = 0
        for member, mine in zip(members, own, strict=True):
            if place == at and member.start is not None and len(member.levels) < 2:
                others = [(each, his) for each, his in zip(members, own, strict=True) if each is not member]
                rest = _total([each for each, _ in others], [his for _, his in others])
                return member.start.state(-rest if member.factor > 0 else rest, member.level(mine))
            place += len(mine)
        return None

    def says(computed: str) -> str:
        of = name_of(row.lines[0].measure)
        what = f"{of} of {row.base.words} was" if whole.is_printed else f"{of} changed by"
        return f"With {' and '.join(said_of(part, row) for part in parts)}, {what} {computed}"

    terms = tuple(term for member in members for term in member.terms)
    return Relation(RULE, terms, solve, says, start.show, noted=False)


def _shared(members: Sequence[Member], reaches: Reaches) -> list[Reaches]:
    """The reaches of all terms, parted by the members that they are of."""
    found, place = [], 0
    for member in members:
        count = len(member.terms)
        found.append(reaches[place : place + count])
        place += count
    return found


def _total(members: Sequence[Member], own: Sequence[Reaches]) -> Interval:
    """What members started from together, each with its sign."""
    found = ZERO
    for member, mine in zip(members, own, strict=True):
        before = member.before(mine)
        found = found + before if member.factor > 0 else found - before
    return found


def _no_more(whole: Member, part: Member, row: Row) -> Relation:
    """The base of a part is no more than that of the whole."""
    assert whole.start is not None
    start = whole.start

    def solve(at: int, reaches: Reaches) -> Interval | None:
        own = _shared((whole, part), reaches)
        before = part.before(own[1])
        return start.at_least(before, whole.level(own[0])) if at == 0 and before.low > 0 else None

    return Relation(
        RULE,
        (*whole.terms, *part.terms),
        solve,
        lambda _: f"With {said_of(part, row)}, these alone started from more than all {name_of(row.lines[0].measure)}",
        start.show,
        against=lambda: f", which {'was' if whole.is_printed else 'changed by'} {start.stated.shown}",
        exact=False,
    )


def _between(known: Statistics, row: Row) -> Iterator[Relation]:
    """Without levels: a whole cannot grow faster than its fastest part, nor slower than its slowest."""
    rates = [_rate(known.at(line, row.time), row) for line in row.lines]
    found = [rate for rate in rates if rate is not None]
    if len(found) < len(row.lines):
        return
    stated, *parts = (start.stated for start in found)

    def solve(at: int, reaches: Reaches) -> Interval | None:
        if at:
            return None
        return Interval(min(each.low for each in reaches[1:]), max(each.high for each in reaches[1:]))

    def says(_: str) -> str:
        named = zip(parts, row.lines[1:], strict=True)
        said = " and ".join(f"{part.shown} for {part_name(line, row)}" for part, line in named)
        return f"With {said}, {name_of(row.lines[0].measure)} changed by something between these"

    yield Relation(RULE, (stated, *parts), solve, says, show_percent, exact=False)


def _rate(found: Sequence[Statistic], row: Row) -> Start | None:
    told = [start for each in found if base_of(each) == row.base and is_nominal(each) for start in sure_starts(each)]
    return next((start for start in told if start.kind == PERCENT), None)
