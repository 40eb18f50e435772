"""The direction of text: which paragraphs read from the right, and which stretches of them do (UAX 9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Letters that read from the right: Hebrew, Arabic and their neighbours, with their presentation forms.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ANY = re.compile(f"[{_RIGHT}]")
#: From the first such letter to the last, whatever stands between two of them that is no letter of another script.
_STRETCH = re.compile(rf"[{_RIGHT}](?:[^\w]*[{_RIGHT}\u0300-\u036f]|[^\w]*\d+[^\w]*(?=[{_RIGHT}]))*")


def has_right(text: str) -> bool:
    """Whether any letter of a text reads from the right."""
    return not text.isascii() and _ANY.search(text) is not None


def reads_from_right(text: str) -> bool:
    """Whether a paragraph does: its first letter decides (UAX 9, P2 and P3)."""
    if not has_right(text):
        return False
    for letter in text:
        strong = unicodedata.bidirectional(letter)
        if strong in ("R", "AL"):
            return True
        if strong == "L":
            return False
    return False


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text in order, each with whether it reads from the right."""
    at = 0
    for found in _STRETCH.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False
