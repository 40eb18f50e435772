"""Block marks: what tells each block of the result which template line and which item of a loop it came from.

Before a template is compiled, a mark is put at the start of each line that can begin a block. It holds the line and,
inside loops, the ids of the rows looped over; so a block keeps its id while its words change and its row moves.
"""

from __future__ import annotations

import re

from jinja2 import Environment

from briefing.compose.leaves import Fragments, Leaf
from briefing.compose.views import View

#: Noncharacters, which the text gate keeps out of user text.
MARK_OPEN, MARK_CLOSE = "\ufdd2", "\ufdd3"
FILTER = "_block"

_PREFIX = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?|\{[a-z0-9-]+\}[ \t]*)*")


def marked(env: Environment, source: str) -> str:
    """The template's source with a mark in each line that can begin a block. Line numbers stay as they were."""
    out: list[str] = []
    loops: list[str] = []
    words: list[str] = []
    at_start, inside = True, ""
    for line, kind, value in env.lex(source):
        if kind == "block_begin":
            inside, words = "block", []
        elif kind == "block_end":
            _follow(words, loops)
            inside = ""
        elif inside and kind != "whitespace":
            words.append(value)
        elif kind == "variable_begin" and at_start:
            out.append(_mark(line, loops))
            at_start = False
        elif kind == "data":
            value, at_start = _mark_lines(value, line, loops, at_start)
        out.append(value)
    return "".join(out)


def _follow(words: list[str], loops: list[str]) -> None:
    """Keep the names of the loops that are open: `for x in …` opens one, `endfor` closes it."""
    if words[:1] == ["for"]:
        loops.append(words[1])
    elif words[:1] == ["endfor"] and loops:
        loops.pop()


def _mark(line: int, loops: list[str]) -> str:
    return f"{{{{ {line}|{FILTER}({', '.join(loops)}) }}}}"


def _mark_lines(data: str, line: int, loops: list[str], at_start: bool) -> tuple[str, bool]:
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
            out.append(text[:end] + _mark(line + offset, loops) + rest)
            at_start = False
        else:
            out.append(text)
    return "".join(out), at_start


def block_mark(line: int, *items: object) -> str:
    """The text of a mark: line and the ids of the loops' items, ``12:t1.k3``."""
    return f"{MARK_OPEN}{line}:{'.'.join(filter(None, map(_item_id, items)))}{MARK_CLOSE}"


def _item_id(item: object) -> str:
    if isinstance(item, View):
        return item.row_id
    key = getattr(item, "key", "")
    if key:
        return str(key)
    return "" if isinstance(item, (Leaf, Fragments)) else str(item) if isinstance(item, (str, int)) else ""
