"""A reader of the sentences on single figures (investment, balance, companies, persons): from text back to facts."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.compose.sentence_reader import (
    FACTORS,
    SPAN,
    WAYS,
    Fact,
    Level,
    Reader,
    UnreadableError,
    decimal,
    iso,
    level,
    size,
    verb,
)

WHO = "[A-Z][a-z]+"
SUBJECTS = {
    rf"direct investment from {WHO} in {WHO} ": "fdi_inflow",
    rf"the stock of direct investment from Sweden in {WHO} ": "fdi_stock",
    rf"the stock of direct investment from Kazakhstan in {WHO} ": "fdi_outward_stock",
    rf"the number of companies with capital from {WHO} in {WHO} ": "companies",
    rf"re-exports from {WHO} to {WHO} ": "re_export",
}
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def facts(text: str) -> list[Fact]:
    """The facts of several sentences."""
    return [fact for sentence in re.split(r"(?<=[\w)%])\. |\.$", text) if sentence for fact in _sentence(sentence)]


def _sentence(sentence: str) -> list[Fact]:
    read = Reader(sentence[:1].lower() + sentence[1:])
    if read.take("persons"):
        return [_labelled(read, "persons")]
    if found := read.take(rf"as of ({SPAN}), "):
        return [_companies(read, iso(found[1]))]
    if found := read.take(rf"(?:in|on|by) ({SPAN}), "):
        read.period = iso(found[1])
    elif found := read.take("since ([0-9]{4}), "):
        read.period = f"{found[1]}-01-01/"
    if read.take("there (?:was|were|are to be|is to be) "):
        return [_companies(read, read.period)]
    if read.take("the trade (?=balance|surplus|deficit)"):
        return [_balance(read)]
    measure = next((name for pattern, name in SUBJECTS.items() if read.take(pattern)), None)
    if measure is None:
        raise UnreadableError(f"{sentence!r} is about nothing")
    first = _time(read, verb(read, measure))
    rest: list[Fact] = []
    while read.take(" and to "):
        rest.append(_time(read, level(read, Fact(measure, ""))))
    if not read.done:
        raise UnreadableError(f"{sentence!r} goes on: {sentence[read.at :]!r}")
    return [first, *rest]


def _time(read: Reader, fact: Fact) -> Fact:
    if found := read.take(rf" (?:in|on) ({SPAN})"):
        return replace(fact, period=iso(found[1]))
    if found := read.take(" since ([0-9]{4})"):
        return replace(fact, measure="fdi_cumulative", period=f"{found[1]}-01-01/")
    open_ = read.period.endswith("/")
    return replace(fact, measure="fdi_cumulative" if open_ else fact.measure, period=fact.period or read.period)


def _companies(read: Reader, period: str) -> Fact:
    read.period = period
    small = read.take(f"({'|'.join(COUNTS)}) (?=compan)")
    many = Level(decimal(str(COUNTS.index(small[1])))) if small else read.amount()
    read.must(rf" ?compan(?:y|ies) with capital from {WHO} (?:(?:was|were|are to be|is to be) registered )?in {WHO}")
    return _aside(read, Fact("companies", period, many))


def _labelled(read: Reader, measure: str) -> Fact:
    if found := read.take(rf" in ({SPAN})"):
        read.period = iso(found[1])
        read.must(": ")
        return _aside(read, Fact(measure, read.period), start="")
    read.must(": ")
    many = read.amount()
    read.period = iso(read.must(rf" (?:in|on) ({SPAN})")[1])
    return _aside(read, Fact(measure, read.period, many))


def _aside(read: Reader, fact: Fact, start: str = ", ") -> Fact:
    """What stands behind a number: whether it may change, and how it moved."""
    if status := read.take(r" \((provisional|revised|estimate|target)\)"):
        fact = replace(fact, status=status[1])
    if found := read.take(f"{start}(up|down|unchanged)"):
        way = {"up": "up", "down": "down", "unchanged": "flat"}[found[1]]
        fact = replace(fact, way=way, size=size(read))
    elif found := read.take(f"{start}(?:having|to) (?:(more than|about|nearly|at least) )?({'|'.join(WAYS)})(?![a-z])"):
        number = next(number for stem, number in FACTORS.items() if found[2].startswith(stem))
        fact = replace(fact, way=WAYS[found[2]], size=("factor", number, found[1] or ""))
        if percent := read.take(r" \([+−]([0-9,.]+)%\)"):
            fact = replace(fact, second=("percent", decimal(percent[1]), ""))
    if found := read.take(rf"(?:,? compared with | from )({SPAN})(?=,|$| \()"):
        fact = replace(fact, base=iso(found[1], read.period))
    elif read.take(",? compared with | from "):
        fact = replace(fact, base_level=read.amount())
        read.in_base()
        fact = replace(fact, base=read.base)
    if read.take(", a record"):
        fact = replace(fact, record=True)
    if not read.done:
        raise UnreadableError(f"{read.text!r} goes on: {read.text[read.at :]!r}")
    return fact


def _signed(read: Reader) -> Level:
    """A surplus or deficit with its sign."""
    if read.take("zero"):
        return Level(decimal("0"), read.unit)
    sign = {"surplus": 1, "deficit": -1}[read.must("a (surplus|deficit) of ")[1]]
    return _times(read.amount(), sign)


def _times(found: Level | None, sign: int) -> Level:
    assert found is not None
    return replace(found, value=found.value * sign)


def _balance(read: Reader) -> Fact:
    word = read.must(rf"(balance|surplus|deficit) of {WHO} with {WHO} ")[1]
    fact = Fact("balance", read.period)
    if word != "balance":
        return _same_sign(read, fact, 1 if word == "surplus" else -1)
    if read.take("turned from "):
        before = _signed(read)
        read.in_base()
        read.must(" into ")
        now = _signed(read)
        way = "up" if now.value > before.value else "down"
        fact = replace(fact, level=now, base_level=before, base=read.base, way=way)
    elif read.take("was unchanged"):
        if found := read.take(rf" from ({SPAN})"):
            fact = replace(fact, base=iso(found[1], read.period))
        read.must(", at ")
        fact = replace(fact, way="flat", level=_signed(read))
    elif read.take("was "):
        fact = replace(fact, level=_signed(read))
    else:
        found = read.must("(grew|fell)")
        fact = replace(fact, way=WAYS[found[1]], size=size(read))
        if found := read.take(rf" compared with ({SPAN})"):
            fact = replace(fact, base=iso(found[1], read.period))
        read.must(", to ")
        fact = replace(fact, level=_signed(read))
    return fact


def _same_sign(read: Reader, fact: Fact, sign: int) -> Fact:
    """A surplus or a deficit that goes on: it grew or fell as such."""
    if read.take("was unchanged from "):
        base = iso(read.must(SPAN)[0], read.period)
        read.must(", at ")
        return replace(fact, way="flat", base=base, level=_times(read.amount(), sign))
    grew = read.must("(grew|fell) from ")[1] == "grew"
    before = _times(read.amount(), sign)
    read.in_base()
    read.must(" to ")
    way = "up" if grew == (sign > 0) else "down"
    return replace(fact, way=way, base=read.base, base_level=before, level=_times(read.amount(), sign))
