"""Block marks: what tells each block of the result which template line and which item of a loop it came from.

Before a template is compiled, a mark is put at the start of each line that can begin a block. It holds the line and,
inside loops, the ids of the rows looped over; so a block keeps its id while its words change and its row moves.
A loop inside one paragraph gives no id: the paragraph is the same whichever row comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.compose.leaves import Leaf
from briefing.compose.trade import TradeLine
from briefing.compose.views import View

if TYPE_CHECKING:
    from jinja2 import Environment

#: Noncharacters, which the text gate keeps out of user text.
MARK_OPEN, MARK_CLOSE = "\ufdd2", "\ufdd3"
FILTER = "_block"

# What Markdown reads at the start of a line; emphasis too, which would not open after a mark.
_PREFIX = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?|\{[a-z0-9-]+\}[ \t]*)*(?:[*_]{1,3}(?=[^\s*_]|\Z))?"
)
_BEGINS_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|(?:[-*+]|\d{1,9}[.)])[ \t]|>|\{[a-z0-9-]+\})")

Token = tuple[int, str, str]


@dataclass(slots=True)
class _Open:
    """A tag that is open: a loop with the name of its item (empty where the item gives no id), or a condition."""

    tag: str
    name: str = ""


def marked(env: Environment, source: str) -> str:
    """The template's source with a mark in each line that can begin a block. Line numbers stay as they were."""
    tokens: list[Token] = list(env.lex(source))
    inline = _inside_paragraphs(tokens)
    out: list[str] = []
    open_tags: list[_Open] = []
    words: list[str] = []
    at_start, inside, verbatim = True, False, False
    for at, (line, kind, value) in enumerate(tokens):
        if kind == "block_begin":
            inside, words = True, []
        elif kind == "block_end":
            _follow(words, open_tags, inline=at in inline)
            inside = False
        elif inside and kind != "whitespace":
            words.append(value)
        elif kind in ("variable_begin", "raw_begin") and at_start:
            out.append(_mark(line, open_tags))
            at_start = False
        elif kind == "data" and not verbatim:
            value, at_start = _mark_lines(value, line, open_tags, at_start)
        verbatim = kind == "raw_begin" or (verbatim and kind != "raw_end")
        out.append(value)
    return "".join(out)


def _follow(words: list[str], open_tags: list[_Open], *, inline: bool) -> None:
    """Keep the tags that are open. In the `else` of a loop its item has no value."""
    tag = words[0] if words else ""
    if tag in ("for", "if"):
        open_tags.append(_Open(tag, words[1] if tag == "for" and not inline else ""))
    elif tag in ("endfor", "endif") and open_tags:
        open_tags.pop()
    elif tag == "else" and open_tags:
        open_tags[-1].name = ""


def _inside_paragraphs(tokens: list[Token]) -> frozenset[int]:
    """Which loops (by the number of their tag's last token) have their rows together in one paragraph."""
    found: set[int] = set()
    loops: list[tuple[int, int]] = []
    body: list[str] = []
    words: list[str] = []
    for at, (_, kind, value) in enumerate(tokens):
        if kind == "block_begin":
            words = []
        elif kind == "data":
            body.append(value)
        elif kind in ("variable_begin", "raw_begin"):
            body.append("x")
        elif kind == "block_end" and words[:1] == ["for"]:
            loops.append((at, len(body)))
        elif kind == "block_end" and words[:1] == ["endfor"] and loops:
            tag, start = loops.pop()
            if not _has_blocks("".join(body[start:])):
                found.add(tag)
        elif kind != "whitespace":
            words.append(value)
    return frozenset(found)


def _has_blocks(body: str) -> bool:
    """Whether a loop's body, written twice, has a blank line in it or a line that begins a block of its own."""
    lines = (body + body).strip("\n").split("\n")
    return any(not line.strip() or _BEGINS_BLOCK.match(line) for line in lines)


def _mark(line: int, open_tags: list[_Open]) -> str:
    names = [each.name for each in open_tags if each.name]
    if not names:
        return block_mark(line)
    return f"{{{{ {line}|{FILTER}({', '.join(names)}) }}}}"


def _mark_lines(data: str, line: int, open_tags: list[_Open], at_start: bool) -> tuple[str, bool]:
    out: list[str] = []
    for offset, text in enumerate(data.split("\n")):
        if offset:
            out.append("\n")
            at_start = True
        if not at_start:
            out.append(text)
            continue
        prefix = _PREFIX.match(text)
        assert prefix is not None
        end = prefix.end()
        rest = text[end:]
        # A prefix alone is followed by a value or a tag in the same line, or is no block at all.
        if rest or (prefix[0].strip() and offset == data.count("\n")):
            out.append(text[:end] + _mark(line + offset, open_tags) + rest)
            at_start = False
        else:
            out.append(text)
    return "".join(out), at_start


class Mark(str):
    """The text of a mark, which stands in the Markdown as it is."""

    __slots__ = ()


def block_mark(line: int, *items: object) -> Mark:
    """The mark of a block: its line and the ids of the loops' items, ``12:t1.k3``."""
    return Mark(f"{MARK_OPEN}{line}:{'.'.join(filter(None, map(_item_id, items)))}{MARK_CLOSE}")


def _item_id(item: object) -> str:
    if isinstance(item, View):
        return item.row_id
    if isinstance(item, TradeLine):
        return item.key
    return str(item) if isinstance(item, (str, int)) and not isinstance(item, Leaf) else ""
