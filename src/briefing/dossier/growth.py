"""Growth as people type it ("more than 40 %", "+48.1%", "fell"): read, refused, shown so that it reads back."""

from __future__ import annotations

from briefing.dossier.amount_words import QUALIFIER_WORDS
from briefing.dossier.amounts import Token, amount_of, show_amount, tokens
from briefing.dossier.figures import Amount, Change
from briefing.dossier.numerals import grouped, plain
from briefing.dossier.refusal import Refusal

_DIRECTION = {"up": "grew", "down": "fell", "flat": "unchanged"}
_TIMES = {"level": "times as much", "increase": "times more", "unclear": "times"}


def read_change(text: str, point: str = "") -> Change | Refusal:
    """What is said of growth: a percentage (also of a number alone), a factor, an amount, a direction or a claim."""
    bare = plain(text)
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    if "percentage point" in bare.casefold() or "п.п." in bare.casefold():
        return Refusal("Percentage points compare two shares. Growth of an amount is in per cent.")
    found = tokens(bare)
    if isinstance(found, Refusal):
        return found
    kinds = {token.kind for token in found}
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
