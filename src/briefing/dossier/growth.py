"""Growth as people type it ("more than 40 %", "+48.1%", "fell"): read, refused, shown so that it reads back."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.dossier.amount_words import QUALIFIER_WORDS
from briefing.dossier.amounts import DASHES, Token, about_mark, amount_of, show_amount, tokens
from briefing.dossier.figures import Amount, Change
from briefing.dossier.numerals import grouped, plain, without_mark
from briefing.dossier.refusal import Refusal, too_long

_DIRECTION = {"up": "grew", "down": "fell", "flat": "unchanged"}
#: Comparisons that tell the direction where they stand behind the number.
_BEHIND = {"больше": "up", "above": "up", "over": "up", "меньше": "down", "below": "down", "under": "down"}
_POINTS = r"percentage points?|pct points?|\bp\.?p\.?(?![a-z])|п\. ?п\.?|процентных пункт"
_TIMES = {"level": "times as much", "increase": "times more", "unclear": "times"}


def read_change(text: str, point: str = "") -> Change | Refusal:
    """What is said of growth: a percentage (also of a number alone), a factor, an amount, a direction or a claim."""
    if refusal := too_long(text):
        return refusal
    bare = plain(text)
    if bare in DASHES:
        return Refusal(f"“{bare}” can mean no growth or no figure. Take 0 %, or empty the cell.", ("0\u00a0%",))
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    if re.search(_POINTS, bare.casefold()):
        return Refusal("Percentage points compare two shares. Growth of an amount is in per cent.")
    if asked := _marked(bare, point):
        return asked
    found = tokens(bare)
    if isinstance(found, Refusal):
        return found
    return _said(_with_directions(found), bare, text, point)


def _said(found: tuple[Token, ...], bare: str, text: str, point: str) -> Change | Refusal:
    """What the words and numbers of a text say together."""
    kinds = {token.kind for token in found}
    if "unclear" in kinds:
        return Refusal("Please write the currency by its code, such as SEK.")
    if {"claim", "number"} <= kinds:
        return Refusal(f"“{text.strip()}” says growth in words and in a number. Please leave one of them out.")
    directions = {_DIRECTION[token.kind] for token in found if token.kind in _DIRECTION}
    if len(directions) > 1:
        return Refusal(f"“{text.strip()}” names two directions.")
    direction = "".join(directions)
    if "number" not in kinds:
        return _in_words(found, direction, text)
    measured = tuple(token for token in found if token.kind in ("number", "qualifier", "scale", "unit"))
    amount = amount_of(measured, text, point)
    if isinstance(amount, Refusal):
        return _asked(amount, found)
    negative = amount.value.startswith("-")
    if directions and (negative or "+" in bare):
        return Refusal(f"“{text.strip()}” has a word and a sign for the direction. Please leave one of them out.")
    return _measured(found, amount, direction or _by_sign(amount.value), text)


def show_change(change: Change) -> str:
    """Growth as a cell shows it: ``+48.1 %``, ``more than 40 %``, ``fell by nearly 8.9 %``, ``grew``."""
    down = change.direction == "fell"
    qualifier = QUALIFIER_WORDS.get(change.qualifier, "")
    if change.percent:
        size = grouped(change.percent.lstrip("+-")) + "\u00a0%"
        if qualifier:
            return f"fell by {qualifier} {size}" if down else f"{qualifier} {size}"
        return (("\u2212" if change.percent.startswith("-") else "+") if change.percent.strip("+-0.") else "") + size
    if change.factor:
        words = [change.direction, qualifier, grouped(change.factor), _TIMES.get(change.factor_means, "times")]
        return " ".join(word for word in words if word)
    if change.absolute.value:
        shown = show_amount(change.absolute)
        return f"fell by {shown}" if down else f"grew by {shown}"
    said = f"{qualifier} {change.claim}".strip() if change.claim else change.direction
    return said or change.as_printed


def _marked(bare: str, point: str) -> Refusal | None:
    """The question about growth with the mark of a footnote or status behind it."""
    marked = without_mark(bare)
    found = read_change(marked[0], point) if marked else None
    if marked is None or found is None or (isinstance(found, Refusal) and not found.readings):
        return None
    return about_mark(bare, marked[1], found.readings if isinstance(found, Refusal) else (show_change(found),))


def _with_directions(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Comparisons behind the number are its direction: ``12 % больше`` is not "more than 12 %"."""
    made: list[Token] = []
    for token in found:
        behind = any(each.kind == "number" for each in made)
        kind = _BEHIND.get(token.text.casefold()) if behind and token.kind == "qualifier" else None
        made.append(replace(token, kind=kind) if kind else token)
    return tuple(made)


def _asked(refusal: Refusal, found: tuple[Token, ...]) -> Refusal:
    """The same question, each reading with the per cent sign and the words of direction that were typed."""
    if not refusal.readings:
        return refusal
    down = "fell by " if any(token.kind == "down" for token in found) else ""
    unscaled = not any(token.kind in ("scale", "unit", "times") for token in found)
    ending = "\u00a0%" if unscaled else " times" if any(token.kind == "times" for token in found) else ""
    return Refusal(refusal.message, tuple(f"{down}{reading}{ending}" for reading in refusal.readings))


def _in_words(found: tuple[Token, ...], direction: str, text: str) -> Change | Refusal:
    claims = [token for token in found if token.kind == "claim"]
    qualifier = next((token.meaning for token in found if token.kind == "qualifier"), "exact")
    if claims:
        return Change(claim=claims[0].meaning, qualifier=qualifier, as_printed=text.strip())
    if direction:
        return Change(direction=direction)
    return Refusal(f"“{text.strip()}” does not say how much. Try +48.1 %, more than 40 %, or grew.")


def _measured(found: tuple[Token, ...], amount: Amount, direction: str, text: str) -> Change | Refusal:
    times = next((token.meaning for token in found if token.kind == "times"), "")
    in_money = bool(amount.scale or amount.unit)
    in_percent = any(token.kind == "percent" for token in found)
    if (in_money and (in_percent or times)) or (in_percent and times):
        return Refusal(f"“{text.strip()}” mixes an amount, a percentage or a factor. Please keep one of them.")
    size = amount.value.lstrip("-")
    if times:
        return Change(
            factor=size, factor_means=times, qualifier=amount.qualifier, direction=direction, as_printed=text.strip()
        )
    if in_money:
        whole = Amount(size, amount.scale, amount.unit, amount.qualifier)
        return Change(absolute=whole, direction=direction)
    signed = f"-{size}" if direction == "fell" else size
    return Change(percent=signed, qualifier=amount.qualifier, direction=direction)


def _by_sign(value: str) -> str:
    if not value.strip("-0."):
        return "unchanged"
    return "fell" if value.startswith("-") else "grew"
