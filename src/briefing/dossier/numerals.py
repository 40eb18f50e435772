"""Numerals as people write them, with every number that each can stand for."""

from __future__ import annotations

import re

#: A numeral inside a longer text; blanks and apostrophes part groups of three.
NUMERAL = re.compile(r"(?:[+-] ?)?(?:[0-9](?:[0-9.,' ]*[0-9])?|[.,][0-9]+)")
#: More digits than any statistic has; beyond it a text is a slip of the clipboard.
MOST_DIGITS = 18

_LIKE_BLANK = re.compile("[\u00a0\u2007\u2009\u202f\t]")
_LIKE_MINUS = re.compile("[\u2212\u2010\u2011\u2012\u2013\u2014](?=[0-9])")
_GROUPED = re.compile(r"([0-9]{1,3}(?:[ '][0-9]{3})+)(?:[.,]([0-9]+))?")
_BOTH = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)|([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)")
_MANY = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_ONE = re.compile(r"([0-9]*)([.,])([0-9]+)")

#: What stands behind a number in a published table: the sign of a footnote, or that it is provisional or revised.
_MARK = re.compile(
    r"(.*[0-9%].*?)\s*(\*+|[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]+|\[[0-9a-z*]{1,2}\]|(?<=\s)[1-9]\)"
    r"|\((?:[pre*]|[1-9]|prelim\.?|preliminary|provisional|revised|est\.?|estimate|предв\.?|оценка)\)|[pre])",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text with every blank, apostrophe and minus sign of typesetters as the one of the keyboard."""
    text = _LIKE_BLANK.sub(" ", text.strip()).replace("\u2019", "'").replace("\u02bc", "'")
    return _LIKE_MINUS.sub("-", text)


def without_mark(text: str) -> tuple[str, str] | None:
    """A text without the mark of a footnote or status that ends it, and the mark; None where it carries none."""
    found = _MARK.fullmatch(text)
    return (found[1], found[2]) if found else None


def readings(numeral: str, point: str = "") -> tuple[str, ...]:
    """The numbers that a numeral can stand for: none, one, or two (``1,234`` is 1.234 or 1234).

    Each is a decimal text with the decimals as written. `point` is the decimal mark, ``.`` or ``,``, where it is known.
    """
    sign = "-" if numeral.startswith("-") else ""
    body = numeral.lstrip("+- ")
    if body.isdigit():
        return (_number(sign, body, ""),)
    if found := _GROUPED.fullmatch(body):
        return (_number(sign, found[1], found[2] or ""),)
    if found := _BOTH.fullmatch(body):
        return (_number(sign, found[1] or found[3], found[2] or found[4]),)
    if _MANY.fullmatch(body):
        return (_number(sign, body, ""),)
    if found := _ONE.fullmatch(body):
        return _one_mark(sign, found[1], found[2], found[3], point)
    return ()


def _one_mark(sign: str, whole: str, mark: str, rest: str, point: str) -> tuple[str, ...]:
    as_decimal = _number(sign, whole, rest)
    may_group = len(rest) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if not may_group or mark == point:
        return (as_decimal,)
    as_group = _number(sign, whole + rest, "")
    return (as_group,) if point else (as_decimal, as_group)


def _number(sign: str, whole: str, decimals: str) -> str:
    digits = re.sub("[^0-9]", "", whole).lstrip("0") or "0"
    return f"{sign}{digits}.{decimals}" if decimals else sign + digits


def grouped(number: str) -> str:
    """A decimal text as it is shown: groups of three by no-break blanks, a point, a true minus."""
    sign, body = ("\u2212", number[1:]) if number.startswith("-") else ("", number)
    whole, dot, decimals = body.partition(".")
    head = len(whole) % 3
    groups = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    return sign + "\u00a0".join(group for group in groups if group) + dot + decimals
