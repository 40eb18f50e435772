"""Multiples: words such as "nearly doubled", "fell by half" or "three times" as what a level is of its base."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.dossier.intervals import INFINITE, Interval
from briefing.frozen import frozen

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_NAMED = {"doubled": 2, "doubling": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_FOLD = re.compile(rf"\b({'|'.join(_NUMBERS)}|[0-9]+)[- ]?fold\b")
_PARTS = {"half": "0.5", "a third": "0.3333", "one third": "0.3333", "a quarter": "0.25", "one quarter": "0.25"}
_PARTS |= {"two thirds": "0.6667", "two-thirds": "0.6667", "three quarters": "0.75", "a fifth": "0.2", "a tenth": "0.1"}
_BY_PART = re.compile(rf"\bby (?:\w+ )*?({'|'.join(_PARTS)})\b")
_UP = re.compile(r"\b(?:grew|grown|rose|risen|increas\w*|up|growth|gained|higher)\b")
_QUALIFIED = (
    (r"\bmore than\b|\bover\b|\bexceed", "more"),
    (r"\bat least\b", "more"),
    (r"\bnearly\b|\balmost\b|\bclose to\b|\bjust under\b|\bpractically\b|\bvirtually\b", "nearly"),
)
#: What people who write "doubled" without more words may still mean, as parts of the change.
_NARROW, _WIDE = Decimal("0.25"), Decimal("0.5")


@frozen
class Multiple:
    """What words say of a level: so many times its base. `likely` is what they mean, `possible` all they can."""

    times: Decimal
    likely: Interval
    possible: Interval


def read_multiple(words: str, direction: str = "") -> Multiple | None:
    """The multiple in words in small letters; None where they name none."""
    times = _times(words, direction)
    if times is None:
        return None
    qualifier = next((code for pattern, code in _QUALIFIED if re.search(pattern, words)), "")
    # Words speak of the size of the change: a fall "by more than half" leaves less than half.
    change = times - 1
    if qualifier == "more":
        likely = _from(change, Decimal(1), None)
        return Multiple(times, likely, _from(change, 1 - _NARROW / 5, None))
    if qualifier == "nearly":
        return Multiple(times, _from(change, 1 - _NARROW, Decimal(1)), _from(change, 1 - _WIDE, 1 + _NARROW / 5))
    return Multiple(times, _from(change, 1 - _NARROW, 1 + _NARROW), _from(change, 1 - _WIDE, 1 + _WIDE))


def _from(change: Decimal, least: Decimal, most: Decimal | None) -> Interval:
    """The multiples at which the change is at least and at most so much of what is said; without end for None."""
    if change > 0:
        return Interval(1 + change * least, INFINITE if most is None else 1 + change * most)
    low = Decimal() if most is None else max(1 + change * most, Decimal())
    return Interval(low, 1 + change * least)


def _times(words: str, direction: str) -> Decimal | None:
    if re.search(r"\bhalved\b|\bhalving\b", words):
        return Decimal("0.5")
    for word, times in _NAMED.items():
        if re.search(rf"\b{word}\b", words):
            return Decimal(times)
    if found := re.search(r"\btwofold\b", words) or _FOLD.search(words):
        number = found[1] if found.lastindex else "two"
        return Decimal(_NUMBERS.get(number) or int(number)) or None
    if found := _BY_PART.search(words):
        part = Decimal(_PARTS[found[1]])
        if direction == "grew" or (direction != "fell" and _UP.search(words)):
            return 1 + part
        return 1 - part
    return None
