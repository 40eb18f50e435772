"""Markdown within a paragraph: emphasis, links, words above and below the line, footnotes; values still left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.compose.document import Raised
from briefing.compose.leaves import OPEN, SLOT
from briefing.compose.marks import MARK_CLOSE, MARK_OPEN
from briefing.frozen import frozen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPEN_IN_LINK = "".join(f"%{byte:02X}" for byte in OPEN.encode())
#: Words above and below the line, as Pandoc has them, and their marks where a backslash takes that from them.
_RAISED = re.compile(r"\^([^\s^]+)\^|~([^\s~]+)~")
_NO_MARK = re.compile(r"(?<!\\)((?:\\\\)*)\\([\^~])")
_KEPT_MARKS = {"^": "\ue0f0", "~": "\ue0f1"}
_GIVEN_BACK = str.maketrans({kept: mark for mark, kept in _KEPT_MARKS.items()})
#: What stands for a footnote while the words around it are read.
_NOTE_OPEN, _NOTE_CLOSE = "\ue0f2", "\ue0f3"
_NOTE = re.compile(f"{_NOTE_OPEN}([0-9]+){_NOTE_CLOSE}")
_BRACKET = re.compile(r"\\.|[\[\]]")
#: Where a footnote begins; before it what is none: a sign behind a backslash, words above the line and their end.
_NOTE_START = re.compile(r"\\.|\^(?!\[)[^\s^]+\^|(\^\[)")
#: What a line begins with that goes on a footnote: the sign of a quotation, and the mark of a block that is none there.
_LINE_START = re.compile(f"\n[ \t>]*(?:{MARK_OPEN}[^{MARK_CLOSE}]*{MARK_CLOSE})?")


class MarkdownError(ValueError):
    """Markdown that a template may not use; the text says which, and in which template line where it is known."""

    def __init__(self, line: int, text: str) -> None:
        self.line, self.reason = line, text
        super().__init__(text)


@frozen
class Piece:
    """Words, or the number of a placeholder (`slot`, else -1), in one look; or the reference to a `note`."""

    text: str
    slot: int = -1
    bold: bool = False
    italic: bool = False
    link: str = ""
    raised: Raised = ""
    note: tuple[Piece, ...] = ()


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most words were read at an earlier start

    return MarkdownIt("commonmark", {"html": False})


def without_escapes(text: str) -> str:
    """The text with other signs for ^ and ~ behind a backslash, which are no marks."""
    return _NO_MARK.sub(lambda found: found[1] + _KEPT_MARKS[found[2]], text)


def without_notes(text: str) -> tuple[str, tuple[tuple[Piece, ...], ...]]:
    """The text with a mark in place of each footnote ``^[…]``, and the pieces of those."""
    out: list[str] = []
    notes: list[tuple[Piece, ...]] = []
    at = seek = 0
    while found := _NOTE_START.search(text, seek):
        end = _end_of(text, found.end()) if found[1] else -1
        seek = found.end()
        if end >= 0:
            out.append(f"{text[at : found.start()]}{_NOTE_OPEN}{len(notes)}{_NOTE_CLOSE}")
            notes.append(_note(text[found.end() : end]))
            at = seek = end + 1
    return "".join((*out, text[at:])), tuple(notes)


def _end_of(text: str, at: int) -> int:
    """Where the bracket closes that was opened before `at`; -1 where it does not."""
    depth = 1
    for found in _BRACKET.finditer(text, at):
        depth += {"[": 1, "]": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return -1


def _note(words: str) -> tuple[Piece, ...]:
    """The pieces of a footnote, none where a condition has left it empty."""
    if "^[" in words:
        raise MarkdownError(0, "a footnote has none of its own")
    words = _LINE_START.sub("\n", words)
    if MARK_OPEN in words:
        raise MarkdownError(0, "a footnote ends in the paragraph in which it begins")
    (token,) = parser().parseInline(without_escapes(words.strip()))
    return tuple(replace(piece, link="") for piece in pieces_of(token))


def has_notes(text: str) -> bool:
    """Whether the mark of a footnote stands in the text."""
    return _NOTE.search(text) is not None


def with_notes(pieces: list[Piece], notes: Sequence[tuple[Piece, ...]]) -> Iterator[Piece]:
    """The pieces with references in place of the marks of notes."""
    for piece in pieces:
        parts = _NOTE.split(piece.text)
        for number, part in enumerate(parts):
            if number % 2 and (note := notes[int(part)]):
                yield Piece("", -1, piece.bold, piece.italic, "", "super", note)
            elif not number % 2 and (part or len(parts) == 1):
                yield replace(piece, text=part)


def pieces_of(token: Token) -> Iterator[Piece]:
    bold = italic = 0
    link = ""
    for child in token.children or []:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("em_open", "em_close"):
            italic += child.nesting
        elif child.type == "link_open":
            link = _address(str(child.attrGet("href") or ""))
        elif child.type == "link_close":
            link = ""
        elif child.type in ("softbreak", "hardbreak"):
            yield Piece(" " if child.type == "softbreak" else "\n", -1, bold > 0, italic > 0, link)
        elif child.type in ("text", "text_special"):
            for words, raised in levels(child.content):
                yield from split(words, bold > 0, italic > 0, link, raised)
        else:
            raise MarkdownError(0, f"{child.type.replace('_', ' ')} is not part of a document's Markdown")


def _address(link: str) -> str:
    """A link's address, which leads to the web or to a mailbox, and is the template's own."""
    if not link.startswith(("https://", "http://", "mailto:")):
        raise MarkdownError(0, "a link begins with https://, http:// or mailto:")
    if _OPEN_IN_LINK in link:
        raise MarkdownError(0, "a link's address cannot hold a value")
    return link


def levels(text: str) -> Iterator[tuple[str, Raised]]:
    """The words of a text on the line, above it and below it, in order."""
    at = 0
    for found in _RAISED.finditer(text):
        yield text[at : found.start()].translate(_GIVEN_BACK), ""
        yield (found[1] or found[2]).translate(_GIVEN_BACK), "super" if found[1] else "sub"
        at = found.end()
    yield text[at:].translate(_GIVEN_BACK), ""


def split(text: str, bold: bool, italic: bool, link: str, raised: Raised) -> Iterator[Piece]:
    at = 0
    for found in SLOT.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()], -1, bold, italic, link, raised)
        yield Piece("", int(found[1]), bold, italic, link, raised)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], -1, bold, italic, link, raised)
