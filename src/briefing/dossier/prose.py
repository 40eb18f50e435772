"""Prose kept as text: paragraphs, bulleted and numbered items, bold and italic.

A newline begins a paragraph. ``- `` or ``1. `` (any number) at its start makes it an item. ``**`` turns bold on or
off, ``*`` italic, ``***`` both; a backslash before ``*``, ``\\``, ``-`` or a digit makes it mean itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from briefing.frozen import frozen

ProseKind = Literal["text", "bullet", "number"]

#: What makes an item of a paragraph.
ITEM = re.compile(r"(?P<bullet>- )|(?P<number>[0-9]{1,9}\. )")
_TOKEN = re.compile(r"\\([*\\\-0-9])|(\*{1,3})")
_NEEDS_ESCAPE = re.compile(r"[*\\]")


@frozen
class Run:
    text: str
    bold: bool = False
    italic: bool = False


@frozen
class ProseParagraph:
    kind: ProseKind
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@lru_cache(maxsize=2048)
def parse(text: str) -> tuple[ProseParagraph, ...]:
    """The paragraphs of a prose text, none for an empty one. Nothing is dropped: an odd ``*`` stands for itself."""
    return tuple(_paragraph(line) for line in text.split("\n")) if text else ()


def plain(text: str) -> str:
    """The words alone, paragraphs apart by newlines."""
    return "\n".join(paragraph.text for paragraph in parse(text))


def write(paragraphs: tuple[ProseParagraph, ...]) -> str:
    """The text that `parse` reads as these paragraphs, runs of one look joined and empty runs gone."""
    lines: list[str] = []
    number = 0
    for paragraph in paragraphs:
        number = number + 1 if paragraph.kind == "number" else 0
        mark = {"text": "", "bullet": "- ", "number": f"{number}. "}[paragraph.kind]
        body = _write_runs(paragraph.runs)
        if paragraph.kind == "text" and ITEM.match(body):
            body = "\\" + body
        lines.append(mark + body)
    return "\n".join(lines)


def _write_runs(runs: tuple[Run, ...]) -> str:
    out: list[str] = []
    bold = italic = False
    for run in (*(run for run in runs if run.text), Run("")):
        out.append("*" * (2 * (bold != run.bold) + (italic != run.italic)))
        out.append(_NEEDS_ESCAPE.sub(lambda found: "\\" + found[0], run.text))
        bold, italic = run.bold, run.italic
    return "".join(out)


def _paragraph(line: str) -> ProseParagraph:
    item = ITEM.match(line)
    kind: ProseKind = "text" if item is None else "bullet" if item["bullet"] else "number"
    body = line[item.end() :] if item else line
    return ProseParagraph(kind, _runs(body, marks=True) or _runs(body, marks=False) or ())


def _runs(body: str, *, marks: bool) -> tuple[Run, ...] | None:
    """The runs of a paragraph, or None where emphasis is left open: then every ``*`` stands for itself."""
    out: list[Run] = []
    bold = italic = False
    at = 0

    def add(text: str) -> None:
        if text and out and (out[-1].bold, out[-1].italic) == (bold, italic):
            out[-1] = Run(out[-1].text + text, bold, italic)
        elif text:
            out.append(Run(text, bold, italic))

    for found in _TOKEN.finditer(body):
        add(body[at : found.start()])
        at = found.end()
        if found[1]:
            add(found[1])
        elif not marks:
            add(found[2])
        else:
            bold ^= len(found[2]) > 1
            italic ^= len(found[2]) != 2
    add(body[at:])
    return None if bold or italic else tuple(out)
