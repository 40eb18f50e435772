"""Reading copies: the same document for another way of reading. Its words stay; numbers and page ends are added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from briefing.compose.document import Block, Document, PageBreak, Paragraph, Span
from briefing.frozen import frozen

#: Paragraphs that are numbered; facts (line to take, our answer) too, once the note has come to its sections.
_NUMBERED, _LABELLED = ("lead", "body"), "fact"
_TOPIC = re.compile(r"topics\[\w+\]\.area")
_HEADINGS = ("heading1", "heading2", "heading3")

Paper = Literal["", "A4", "A5"]


@frozen
class Copy:
    """How a document is read. The empty one is the document as its letterhead has it.

    `paper` is the letterhead's own where empty. `large` is large print, 16 to 18 points. Every topic, and every annex,
    may begin a page. `numbered` paragraphs can be referred to. `clearance` is the copy that goes round: a wide margin,
    and version and time on each page.
    """

    paper: Paper = ""
    large: bool = False
    topics_apart: bool = False
    annexes_apart: bool = True
    numbered: bool = False
    clearance: bool = False


USUAL = Copy()

#: What a copy is asked for by, on the command line and in settings: the field of it, and what it becomes.
WAYS: Mapping[str, tuple[str, str | bool]] = {
    "a4": ("paper", "A4"),
    "a5": ("paper", "A5"),
    "large-print": ("large", True),
    "topic-pages": ("topics_apart", True),
    "run-on-annexes": ("annexes_apart", False),
    "numbered": ("numbered", True),
    "clearance": ("clearance", True),
}


def copy_of(names: Iterable[str]) -> Copy:
    """The copy that goes by these names. KeyError for one that is none."""
    return Copy(**dict(WAYS[name] for name in names))  # type: ignore[arg-type]


def names_of(copy: Copy) -> tuple[str, ...]:
    """The names that a copy goes by; none for the usual one."""
    return tuple(name for name, (field, value) in WAYS.items() if getattr(copy, field) == value)


class Arranger:
    """Arranges documents for one copy. A paragraph that gets the number it had is the object that it was."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self._made: dict[tuple[int, int], tuple[Paragraph, Paragraph]] = {}

    def arrange(self, document: Document, time: str, bare: str = "") -> Document:
        """The document for this copy; `time` is what a clearance copy says of when it was made.

        The number of the block `bare` is not shown: it is being rewritten, and is none of its words.
        """
        copy = self.copy
        if copy == USUAL:
            return document
        blocks: Sequence[Block] = document.blocks
        if not copy.annexes_apart:
            blocks = [block for block in blocks if not isinstance(block, PageBreak)]
        if copy.topics_apart:
            blocks = list(_topics_apart(blocks))
        if copy.numbered:
            blocks = self._numbered(blocks, bare)
        furniture = document.furniture
        if copy.clearance:
            furniture = {**furniture, "clearance": _clearance(document, time)}
        return replace(document, blocks=tuple(blocks), furniture=furniture)

    def _numbered(self, blocks: Sequence[Block], bare: str) -> list[Block]:
        made: dict[tuple[int, int], tuple[Paragraph, Paragraph]] = {}
        found, number, in_sections = list[Block](), 0, False
        for block in blocks:
            role = block.role if isinstance(block, Paragraph) else ""
            in_sections = in_sections or role in _HEADINGS
            if isinstance(block, Paragraph) and (role in _NUMBERED or (in_sections and role == _LABELLED)):
                number += 1
                if block.id == bare:
                    found.append(block)
                    continue
                key = (id(block), number)
                made[key] = self._made.get(key) or (block, _with_number(block, number))
                found.append(made[key][1])
            else:
                found.append(block)
        self._made = made  # each with the paragraph that it was made of, whose id is its own as long as it is there
        return found


def _with_number(paragraph: Paragraph, number: int) -> Paragraph:
    apart = " " if paragraph.role == _LABELLED else "\t"
    return replace(paragraph, spans=(Span(f"{number}.{apart}"), *paragraph.spans))


def _topics_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """A page end before each topic, with the heading of its section, and one before what follows the last."""
    within = False
    before: Block | None = None
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        role = block.role if isinstance(block, Paragraph) else ""
        opens = role == "heading1" and following is not None and _is_topic(following)
        leaves = role == "heading1" and within
        begins = _is_topic(block) and not (isinstance(before, Paragraph) and before.role == "heading1")
        if (opens or leaves or begins) and before is not None and not isinstance(before, PageBreak):
            yield PageBreak(f"{block.id}~page")
        within = _is_topic(block) or (within and role != "heading1")
        before = block
        yield block


def _is_topic(block: Block) -> bool:
    """Whether a block is the heading of a topic."""
    if not isinstance(block, Paragraph) or block.role != "heading2" or not block.spans:
        return False
    return any(_TOPIC.fullmatch(path) for path in block.spans[0].paths)


def _clearance(document: Document, time: str) -> tuple[Span, ...]:
    version = document.furniture.get("version", ())
    return (Span("For clearance"), *((Span(", version "), *version) if version else ()), Span(f", {time}"))
