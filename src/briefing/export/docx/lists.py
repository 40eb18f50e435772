"""The lists of a letterhead, to which each document adds one for every numbered list that starts anew."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from briefing.frozen import frozen
from briefing.letterhead.names import WORD, attribute, value, whole, word

#: Levels that list styles have; what is nested deeper stands at the last of them.
LEVELS = 3

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY = f'<w:numbering xmlns:w="{WORD}"></w:numbering>'


@frozen
class Lists:
    """The numbering part up to where lists are added, and what added lists lean on.

    `styled` tells whether the style of bulleted items brings their list; `bullets` is the list to name where it
    does not. `numbers` is the definition (``w:abstractNumId``) that each numbered list uses, `first` the number of
    the first list that a document adds.
    """

    head: str
    tail: str
    styled: bool
    bullets: str
    numbers: str
    first: int

    def part(self, levels: tuple[int, ...]) -> str:
        """The numbering part with a list added for each numbered list, given by the level it starts at."""
        added = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.numbers}"/><w:lvlOverride w:ilvl="{level}">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number, level in enumerate(levels, self.first)
        )
        return f"{self.head}{added}{self.tail}"


def item(level: int, number: str) -> str:
    """The paragraph property that makes an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def list_of_style(style: etree._Element | None, element: Callable[[str], etree._Element | None]) -> str:
    """The list that a style brings, or a style that it is based on; an empty string where none does."""
    for _ in range(16):  # deeper chains are loops
        if style is None:
            break
        found = style.find(f"{word('pPr')}/{word('numPr')}/{word('numId')}")
        if found is not None:
            number = attribute(found, "val") or ""
            return "" if number == "0" else number
        style = element(value(style, "basedOn") or "")
    return ""


def read_lists(root: etree._Element | None, bullet_list: str, number_list: str) -> Lists:
    """The lists of a numbering part, with plain ones put in where the styles' lists are missing."""
    numbering = etree.fromstring(_EMPTY) if root is None else root
    nums = {attribute(row, "numId") or "": value(row, "abstractNumId") or "" for row in numbering.iterfind(word("num"))}
    first = max((whole(key, 0) for key in nums), default=0) + 1
    numbers = nums.get(number_list) or _define(numbering, ordered=True)
    styled = bullet_list in nums
    bullets = bullet_list if styled else str(first)
    if not styled:
        _add_num(numbering, bullets, _define(numbering, ordered=False))
        first += 1
    # What may follow the lists (w:numIdMacAtCleanup) is left out: it serves an editor's housekeeping only.
    for extra in numbering.findall(word("numIdMacAtCleanup")):
        numbering.remove(extra)
    text = etree.tostring(numbering, encoding="unicode")
    cut = text.rindex("</")
    return Lists(DECLARATION + text[:cut], text[cut:], styled, bullets, numbers, first)


def _define(numbering: etree._Element, *, ordered: bool) -> str:
    """Adds a plain list definition in front of all lists, where the schema wants it, and gives its id."""
    taken = [whole(attribute(row, "abstractNumId"), 0) for row in numbering.iterfind(word("abstractNum"))]
    key = str(max(taken, default=-1) + 1)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{f"%{level + 1}." if ordered else "•"}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(LEVELS)
    )
    row = etree.fromstring(
        f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    numbering.insert(sum(1 for child in numbering if child.tag in (word("abstractNum"), word("numPicBullet"))), row)
    return key


def _add_num(numbering: etree._Element, number: str, definition: str) -> None:
    row = etree.SubElement(numbering, word("num"), {word("numId"): number})
    etree.SubElement(row, word("abstractNumId"), {word("val"): definition})
