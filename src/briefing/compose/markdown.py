"""Markdown to outlines: what a template's text says of paragraphs and emphasis, values still left out.

The text is read chunk by chunk (between blank lines), each chunk with its placeholders and marks numbered from zero.
So an outline depends on the template's words alone and is kept while values change: the parser is the dearest step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefing.compose.document import ROLE_STYLES
from briefing.compose.leaves import CLOSE, OPEN, SLOT
from briefing.compose.markdown_words import (
    MarkdownError,
    Piece,
    has_notes,
    levels,
    parser,
    pieces_of,
    split,
    with_notes,
    without_escapes,
    without_notes,
)
from briefing.compose.marks import MARK_CLOSE, MARK_OPEN
from briefing.frozen import frozen

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARK = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}")
_ROLE = re.compile(r"\{([a-z0-9-]+)\}[ \t]*")
_LABEL = re.compile(r"[ \t]*\|[ \t]*")

#: What the Markdown parser reads at once, in characters; its time grows with the square of the brackets.
MAX_CHUNK, MAX_BRACKETS = 20_000, 500

PAGE_BREAK, PICTURE, RULE = "page-break", "picture", "rule"
#: Heading levels of Markdown: one title, then sections.
_HEADINGS = {"h1": "title", "h2": "heading1", "h3": "heading2", "h4": "heading3"}


@frozen
class Outline:
    """One block before its values are put in. `mark` is the number of its block mark, -1 without one.

    Of a picture, `picture` is the name of its file, and the pieces are its caption.
    """

    role: str
    pieces: tuple[Piece, ...]
    level: int = 0
    mark: int = -1
    picture: str = ""
    description: str = ""


@frozen
class Chunk:
    """A stretch of Markdown between blank lines; `slots` are its placeholders' numbers, `marks` its block marks."""

    text: str
    slots: tuple[int, ...]
    marks: tuple[str, ...]


def renumbered(text: str) -> Chunk:
    """A chunk with its placeholders and marks numbered from 0: the same whatever was printed before it."""
    slots: list[int] = []
    marks: list[str] = []

    def slot(found: re.Match[str]) -> str:
        slots.append(int(found[1]))
        return f"{OPEN}{len(slots) - 1}{CLOSE}"

    def mark(found: re.Match[str]) -> str:
        marks.append(found[1])
        return f"{MARK_OPEN}{len(marks) - 1}{MARK_CLOSE}"

    return Chunk(_MARK.sub(mark, SLOT.sub(slot, text)), tuple(slots), tuple(marks))


#: Lines that documents have no use for, each with what to say of it.
_REFUSED = (
    (re.compile(r"^[ \t]*(```|~~~)"), "code is not part of a document's Markdown"),
    (
        re.compile(r"^[ \t]*\|"),
        "tables are not part of a document's Markdown; a filter makes them, as trade_table does",
    ),
    (
        re.compile(r"^ {0,3}([-*_])[ \t]*(\1[ \t]*){2,}\Z"),
        "a rule across the page is written {rule}",
    ),
    (re.compile(r"^ {0,3}=+[ \t]*\Z"), "a heading begins with #"),
    (re.compile(r"^ {0,3}\[[^\]]*\]:"), "a link is written in one place: [words](https://…)"),
    (re.compile(r"</?[A-Za-z][^:<>]*>"), "HTML is not part of a document's Markdown"),
)


def refused(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a template that hold Markdown which documents do not have, with the reason."""
    for line, text in enumerate(_without_comments(source).split("\n"), 1):
        for pattern, reason in _REFUSED:
            if pattern.search(text):
                yield line, reason


def _without_comments(source: str) -> str:
    """The template's text without Jinja2's comments, its lines numbered as before."""
    out: list[str] = []
    at = 0
    while (start := source.find("{#", at)) >= 0 and (end := source.find("#}", start + 2)) >= 0:
        out += (source[at:start], "\n" * source.count("\n", start, end))
        at = end + 2
    return "".join((*out, source[at:]))


def outlines(text: str) -> tuple[Outline, ...]:
    """The outlines of a chunk's text. MarkdownError for tables, code and raw HTML, which documents do not have."""
    if len(text) > MAX_CHUNK or text.count("[") > MAX_BRACKETS:
        raise MarkdownError(0, "the paragraph is too long; an empty line begins another")
    text, notes = without_notes(text)
    found: list[Outline] = []
    lists: list[str] = []
    role, in_item = "", False
    for token in parser().parse(without_escapes(text)):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append("bullet" if token.type[0] == "b" else "number")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            in_item = True
        elif token.type == "heading_open":
            role = _HEADINGS.get(token.tag, "heading3")
        elif token.type == "blockquote_open":
            role = "quote"
        elif token.type in ("heading_close", "blockquote_close"):
            role = ""
        elif token.type == "inline":
            here = role or ((lists[-1] if in_item else "continuation") if lists else "body")
            found.append(_outline(token, here, max(len(lists) - 1, 0), notes))
            in_item = False
        elif token.type in ("fence", "code_block", "html_block", "hr"):
            raise MarkdownError(0, f"{token.type.replace('_', ' ')} is not part of a document's Markdown")
    return tuple(found)


def _picture(token: Token, role: str) -> Outline | None:
    """The picture that a paragraph is, None where it holds none."""
    children = token.children or []
    image = next((child for child in children if child.type == "image"), None)
    if image is None:
        return None
    marks = [int(found[1]) for child in children for found in _MARK.finditer(child.content)]
    beside = any(child is not image and _MARK.sub("", child.content).strip() for child in children)
    if beside or role != "body":
        raise MarkdownError(0, "a picture stands alone in its paragraph, with an empty line before and after it")
    name, description = unquote(str(image.attrGet("src") or "")), _MARK.sub("", image.content).strip()
    if not description:
        raise MarkdownError(0, "a picture needs words for those who cannot see it: ![words](file.png)")
    if OPEN in name or OPEN in description:
        raise MarkdownError(0, "a picture's file and the words for it cannot hold a value; its caption can")
    caption = str(image.attrGet("title") or "")
    if has_notes(description) or has_notes(caption):
        raise MarkdownError(0, "a picture has no footnote; one can stand in the text beside it")
    pieces = tuple(piece for words, raised in levels(caption) for piece in split(words, False, False, "", raised))
    return Outline(PICTURE, pieces, 0, marks[0] if marks else -1, name, description)


def _outline(token: Token, role: str, level: int, notes: Sequence[tuple[Piece, ...]]) -> Outline:
    if (picture := _picture(token, role)) is not None:
        return picture
    pieces = list(pieces_of(token))
    mark = -1
    clean: list[Piece] = []
    for piece in pieces:
        for found in _MARK.finditer(piece.text):
            mark = int(found[1]) if mark < 0 else mark
        text = _MARK.sub("", piece.text)
        if text or piece.slot >= 0:
            clean.append(Piece(text, piece.slot, piece.bold, piece.italic, piece.link, piece.raised))
    named = _ROLE.match(clean[0].text) if clean else None
    if named and role == "body":
        role = named[1]
        if role not in (PAGE_BREAK, RULE) and role not in ROLE_STYLES:
            raise MarkdownError(0, f"there is no paragraph role {role}")
        rest = clean[0].text[named.end() :]
        clean[:1] = [Piece(rest, -1, clean[0].bold, clean[0].italic)] if rest else []
    outlined = list(_with_tab(clean)) if role == "fact" else clean
    return Outline(role, tuple(with_notes(outlined, notes)) if notes else tuple(outlined), level, mark)


def _with_tab(pieces: list[Piece]) -> tuple[Piece, ...]:
    """A fact's first ``|`` parts its label from its text, and becomes the tab between them."""
    out: list[Piece] = []
    done = False
    for piece in pieces:
        text = piece.text if done else _LABEL.sub("\t", piece.text, count=1)
        done = done or text != piece.text
        out.append(Piece(text, piece.slot, piece.bold, piece.italic, piece.link, piece.raised))
    return tuple(out)
