"""English words that belong to no subject: lists in a sentence, full stops, quotation marks, numbers in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from briefing.compose.leaves import Fragments, Leaf, Ledger, Rows
from briefing.compose.views import View
from briefing.dossier import prose

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ENDS = tuple(".!?…")


def listed(
    rows: Sequence[View], ledger: Ledger, write: Callable[[View], Any], last: str = " and ", between: str = ", "
) -> Fragments:
    """Rows in a sentence: a, b and c. Each keeps its own place to lead to."""
    out: list[Any] = []
    for at, item in enumerate(rows):
        if at:
            out.append(Leaf(last if at == len(rows) - 1 else between, ledger))
        out.append(write(item))
    return Fragments(out)


def count(number: int) -> str:
    """A number as running text has it, in words up to ten: Office for National Statistics, style guide."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else f"{number:,}"


def ordinal(text: str) -> str:
    """``3`` or ``3rd`` as "third", 21 as "21st"; another text as it stands."""
    digits = text[:-2] if text[-2:] in ("st", "nd", "rd", "th") else text
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 6:
        return text
    number = int(digits)
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def is_ordinal(text: str) -> bool:
    return text in _ORDINALS or (text[:1].isdecimal() and text[-2:] in ("st", "nd", "rd", "th"))


def letter(at: int, after: int = 0) -> str:
    """The letter of an annex: A for 0. `after` is how many stand before it."""
    number = at + after
    return _LETTERS[number] if number < len(_LETTERS) else str(number + 1)


def capital(leaf: Leaf) -> Leaf:
    return reworded(leaf, leaf.text()[:1].upper() + leaf.text()[1:])


def small(leaf: Leaf) -> Any:
    """The same words with a small first letter, unless it begins an abbreviation or a name of one letter."""
    words = leaf.text()
    return reworded(leaf, words[:1].lower() + words[1:]) if words[1:2].islower() else leaf


def reworded(leaf: Leaf, words: str) -> Leaf:
    """The same value printed in other words; an empty one stays its gap."""
    return Leaf(str(leaf), leaf.ledger, leaf.paths, words, leaf.label, leaf.prose) if leaf else leaf


def with_stop(text: str) -> str:
    """A sentence with its full stop; one that ends with another mark has its own, in quotation marks or bold too."""
    bare = text.rstrip()
    return bare if bare.rstrip("”’»\"')*")[-1:] in _ENDS else f"{bare}."


def sentences(lines: Rows) -> Any:
    """The rows of a list as one run of sentences, each with its full stop."""
    out: list[Any] = []
    for text in (line.look("text") for line in lines):
        if text and out:
            out.append(Leaf(" ", text.ledger))
        if text:
            out.append(stopped(text))
    return Fragments(out)


def stopped(text: Leaf) -> Any:
    """A line with its full stop, when it has none of its own."""
    return reworded(text, with_stop(text.text()))


def unstopped(text: Leaf) -> Any:
    """A line without the full stop at its end, where the sentence goes on."""
    return reworded(text, text.text().rstrip().rstrip("."))


def quoted(words: Leaf) -> Any:
    """What someone said, in double quotation marks: opened anew with each paragraph, closed after the last.

    The items of a list in it belong to the paragraph above them.
    """
    if not words.strip():
        return words
    bare = words.text().strip().strip('“”"')
    lines = [line for line in bare.split("\n") if line.strip()] or [bare]
    lines[-1] = with_stop(lines[-1])
    opened = [line if at and prose.parse(line)[0].kind != "text" else _opened(line) for at, line in enumerate(lines)]
    return reworded(words, "\n".join(opened) + "”")


def _opened(line: str) -> str:
    """A paragraph of prose after its opening mark; an item keeps its own mark before that."""
    item = prose.ITEM.match(line)
    return f"{item[0]}“{line[item.end() :]}" if item else f"“{line}"
