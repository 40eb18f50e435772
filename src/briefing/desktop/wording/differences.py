"""Which words of two texts differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

#: A stretch of a text, and whether the other text has it too.
Stretch = tuple[str, bool]

_WORDS = re.compile(r"\w+(?:[.,’'-]\w+)*|\s+|[^\w\s]")


def compare(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches; a stretch that only one of them has begins and ends with a word."""
    a, b = _WORDS.findall(one), _WORDS.findall(other)
    left: list[Stretch] = []
    right: list[Stretch] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        left.append(("".join(a[a1:a2]), kind == "equal"))
        right.append(("".join(b[b1:b2]), kind == "equal"))
    return _joined(left), _joined(right)


def _joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Stretches with blanks at the ends of those that differ given to their neighbours, and short bridges taken in."""
    out: list[Stretch] = []
    for at, (text, same) in enumerate(stretches):
        blank = same and not text.strip() and 0 < at < len(stretches) - 1
        if blank and out and not out[-1][1] and stretches[at + 1][0]:
            out[-1] = (out[-1][0] + text, False)
        elif text and out and out[-1][1] == same:
            out[-1] = (out[-1][0] + text, same)
        elif text:
            out.append((text, same))
    return tuple(_trimmed(out))


def _trimmed(stretches: list[Stretch]) -> list[Stretch]:
    out: list[Stretch] = []
    for text, same in stretches:
        core = text.strip() if not same else text
        start = text.find(core) if core else 0
        parts = ((text[:start], True), (core, same), (text[start + len(core) :], True)) if core else ((text, True),)
        for words, as_other in parts:
            if words and out and out[-1][1] == as_other:
                out[-1] = (out[-1][0] + words, as_other)
            elif words:
                out.append((words, as_other))
    return out
