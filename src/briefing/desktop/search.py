"""Search: what was typed against all that can be gone to or done, and which of it comes first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

from briefing.frozen import frozen

#: Results that are worth showing: who sees more types another letter.
MOST = 60

Kind = Literal["section", "field", "house", "type", "command"]


@frozen
class Entry:
    """Something to go to or to do. `target` is the path of a field (in the dossier or in our house), the key of a
    section or document type, or a command's number.

    `hay` is all of its words, folded, that a search looks in.
    """

    kind: Kind
    target: str
    title: str
    where: str = ""
    text: str = ""
    key: str = ""
    title_folded: str = ""
    hay: str = ""


def entry(kind: Kind, target: str, title: str, where: str = "", text: str = "", key: str = "") -> Entry:
    return Entry(kind, target, title, where, text, key, fold(title), fold(f"{title} {where} {text}"))


def fold(text: str) -> str:
    """Text as a search compares it: without capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))


def matches(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that hold all that was typed, word by word: those that begin with it first, then by where it is.

    Nothing typed finds the sections and commands.
    """
    words = fold(typed).split()
    if not words:
        return [each for each in entries if each.kind not in ("field", "house")][:MOST]
    ranked = [
        (_rank(each, words[0]), at, each)
        for at, each in enumerate(entries)
        if all(word in each.hay for word in words)
    ]  # fmt: skip
    ranked.sort(key=lambda found: found[:2])
    return [each for _, _, each in ranked[:MOST]]


def _rank(found: Entry, word: str) -> int:
    title = found.title_folded
    if title.startswith(word):
        return 0
    if f" {word}" in title:
        return 1
    return 2 if word in title else 3
