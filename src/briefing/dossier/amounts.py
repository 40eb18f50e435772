"""Amounts and growth as people type them: read, or refused with the reason; and shown so that they read back."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from itertools import pairwise, product

from briefing.dossier.amount_words import QUALIFIER_WORDS, SCALE_WORDS, UNIT_WORDS, WordKind, word_at
from briefing.dossier.figures import SCALES, Amount
from briefing.dossier.numerals import MOST_DIGITS, NUMERAL, grouped, plain, readings, without_mark
from briefing.dossier.refusal import Refusal, foreign_digit, too_long
from briefing.frozen import frozen

#: Powers of ten of the scales.
POWERS = {scale: 3 * at for at, scale in enumerate(SCALES)}

_BARE = re.compile(r"-?[0-9]+(\.[0-9]+)?")
#: What stands for nought in one table and for no figure in another.
DASHES = ("-", "\u2013", "\u2014", "\u2212")
_NONE = frozenset(("n/a", "n.a.", "na", "n. a.", "#n/a", "\u2026", "...", "..", ":", "н/д", "н.д.", "нет данных"))
_MEANT_AS_NUMBER = re.compile(r"nan|[-+]?inf(inity)?|[-+]?[0-9.,]+e[-+]?[0-9]+")


@frozen
class Token:
    """One word or numeral of what was typed: what it is, what it means, and how it was written."""

    kind: WordKind | str
    meaning: str
    text: str


def read_amount(text: str, point: str = "") -> Amount | Refusal:
    """The amount in what a person typed; scale and unit stay empty where none was typed (the table's then hold).

    `point` is the decimal mark where it is known; without it ``1,234`` and ``1.234`` are refused with both readings.
    """
    if refusal := too_long(text):
        return refusal
    bare = plain(text)
    if bare in DASHES:
        return Refusal(f"“{bare}” can mean nought or no figure. Take 0, or empty the cell.", ("0",))
    if bare.startswith("(") and bare.endswith(")"):
        return _bracketed(bare[1:-1], point)
    if asked := _marked(bare, point) or _unclear_unit(bare, point):
        return asked
    found = tokens(bare)
    if isinstance(found, Refusal):
        return found
    if any(token.kind == "percent" for token in found):
        return Refusal("A percentage cannot be an amount. It belongs under Growth.")
    for token in found:
        if token.kind not in ("number", "qualifier", "scale", "unit"):
            return Refusal(f"“{token.text}” cannot stand in an amount.")
    return amount_of(found, text, point)


def says_none(text: str) -> bool:
    """Whether a text is one of the marks that tables have where a figure is not available."""
    return plain(text).casefold() in _NONE


def amount_of(found: tuple[Token, ...], text: str, point: str) -> Amount | Refusal:
    """The amount that tokens of numbers, qualifiers, scales and units make together."""
    if stray := _stray_qualifier(found):
        return Refusal(f"Please write “{stray}” before the number.")
    qualifiers = {token.meaning for token in found if token.kind == "qualifier"}
    units = {token.meaning for token in found if token.kind == "unit"}
    if len(qualifiers) > 1 or len(units) > 1:
        return Refusal(f"“{text.strip()}” says two things at once. Please leave one of them out.")
    parts = _parts(found)
    if not parts:
        return Refusal(f"There is no number in “{text.strip()}”." if text.strip() else "There is no number here.")
    if len(parts) > 1 and not _descends([scale for _, scale in parts]):
        return Refusal(f"“{text.strip()}” holds more than one number. Please put one into each cell.")
    each = [readings(numeral, point) for numeral, _ in parts]
    if not all(each):
        bad = next(numeral for (numeral, _), values in zip(parts, each, strict=True) if not values)
        return Refusal(f"“{bad}” cannot be read as one number.")
    scales = [scale for _, scale in parts]
    unit, qualifier = "".join(units), "".join(qualifiers) or "exact"
    amounts = [Amount(_joined(values, scales), scales[-1], unit, qualifier) for values in product(*each)]
    if any(sum(map(str.isdigit, amount.value)) > MOST_DIGITS for amount in amounts):
        return Refusal("That number has more digits than any statistic has.")
    if len(amounts) > 1:
        return either(text, tuple(show_amount(amount) for amount in amounts))
    return amounts[0]


def either(text: str, shown: tuple[str, ...]) -> Refusal:
    """The refusal of a text that can mean several things, which asks which."""
    return Refusal(f"“{text.strip()}” can mean {' or '.join(shown)}. Which is it?", shown)


def tokens(text: str) -> tuple[Token, ...] | Refusal:
    """The numerals and known words of a text, in order; a refusal that names the first thing not known."""
    if refusal := foreign_digit(text):
        return refusal
    line = plain(text)
    if _MEANT_AS_NUMBER.fullmatch(line.lower()):
        return Refusal(f"“{text.strip()}” is not a number that can be printed. Please write it in digits.")
    found: list[Token] = []
    at = 0
    while at < len(line):
        if line[at] in " \u00ad":
            at += 1
            continue
        number = NUMERAL.match(line, at)
        word = None if number else word_at(line, at)
        if number:
            found.append(Token("number", number[0], number[0]))
        elif word:
            found.append(Token(*word))
        elif line[at] == "+" and found and found[-1].kind in ("number", "percent"):
            found.append(Token("qualifier", "at_least", "+"))
        else:
            stranger = line[at:].split(" ")[0]
            return Refusal(f"“{stranger}” cannot be read here.")
        at = number.end() if number else at + len(word[2]) if word else at + 1
    return tuple(found)


def show_amount(amount: Amount, scale: str = "", unit: str = "") -> str:
    """The amount as a cell shows it in a table whose scale and unit are these: they are named only where they differ.

    Read again with ``point="."``, and with the table's scale and unit where none is named, it gives the same amount.
    """
    if not _BARE.fullmatch(amount.value):
        return amount.value
    words = [QUALIFIER_WORDS.get(amount.qualifier, ""), grouped(amount.value)]
    words.append(SCALE_WORDS.get(amount.scale, "") if amount.scale != scale else "")
    words.append(UNIT_WORDS.get(amount.unit, amount.unit) if amount.unit != unit else "")
    return " ".join(word for word in words if word)


def _bracketed(inner: str, point: str) -> Amount | Refusal:
    """Brackets are how accountants write a minus, and how writers put things aside: only a sign inside tells."""
    found = read_amount(inner, point)
    if isinstance(found, Refusal) or inner.strip()[:1] in ("-", "+"):
        return found
    minus = Amount(f"-{found.value}", found.scale, found.unit, found.qualifier)
    return either(f"({inner})", (show_amount(found), show_amount(minus)))


def _marked(bare: str, point: str) -> Refusal | None:
    """The question about a number with the mark of a footnote or of a status behind it: the number alone is offered."""
    marked = without_mark(bare)
    found = read_amount(marked[0], point) if marked else None
    if marked is None or found is None or (isinstance(found, Refusal) and not found.readings):
        return None
    shown = found.readings if isinstance(found, Refusal) else (show_amount(found),)
    return about_mark(bare, marked[1], shown)


def about_mark(text: str, mark: str, shown: tuple[str, ...]) -> Refusal:
    """The refusal of a text with a mark behind it, which asks whether it is the rest."""
    return Refusal(f"“{text}” carries the mark “{mark}”. Is it {' or '.join(shown)}?", shown)


def _unclear_unit(bare: str, point: str) -> Refusal | None:
    """The question about a sign that several currencies share."""
    found = tokens(bare)
    token = None if isinstance(found, Refusal) else next((each for each in found if each.kind == "unclear"), None)
    if token is None:
        return None
    without = bare.replace(token.text, " ", 1)
    read = [(code, read_amount(f"{without} {code}", point)) for code in token.meaning.split("|")]
    shown = tuple(show_amount(amount) for _, amount in read if isinstance(amount, Amount))
    return either(bare, shown) if shown else Refusal(f"Please write the currency by its code, such as {read[0][0]}.")


def _stray_qualifier(found: tuple[Token, ...]) -> str:
    """A comparison that stands behind the number ("40 less than"), where it may belong to a word that is missing."""
    behind = False
    for token in found:
        if behind and token.kind == "qualifier" and token.meaning not in ("about", "exact") and token.text != "+":
            return token.text
        behind = behind or token.kind == "number"
    return ""


def _parts(found: tuple[Token, ...]) -> list[tuple[str, str]]:
    """Each numeral with the scale word that follows it."""
    parts: list[tuple[str, str]] = []
    for token in found:
        if token.kind == "number":
            parts.append((token.meaning, ""))
        elif token.kind == "scale" and parts and not parts[-1][1]:
            parts[-1] = (parts[-1][0], token.meaning)
    return parts


def _descends(scales: list[str]) -> bool:
    powers = [POWERS.get(scale, -1) for scale in scales]
    return min(powers) >= 0 and all(one > next_ for one, next_ in pairwise(powers))


def _joined(values: tuple[str, ...], scales: list[str]) -> str:
    """``6 billion 80.3 million`` as a number of the last scale: 6080.3."""
    if len(values) == 1:
        return values[0]
    with localcontext(prec=60):
        last = POWERS[scales[-1]]
        total = sum(
            (Decimal(value).scaleb(POWERS[s] - last) for value, s in zip(values, scales, strict=True)), Decimal()
        )
        return f"{total:f}"
