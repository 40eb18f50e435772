"""The lists of a letterhead: which mark stands before an item of each level."""

from __future__ import annotations

import re

from lxml import etree

from briefing.frozen import frozen
from briefing.letterhead.names import attribute, value, word

#: Bullets that Word writes as places in its symbol fonts, and the letters that look like them.
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–", "\uf06f": "◦"})


@frozen
class Level:
    """One level of a list; in `text` the level's own number is ``%1``."""

    text: str
    ordered: bool
    element: etree._Element


class Numbering:
    """The lists by the number that styles call them by (``w:numId``)."""

    def __init__(self, root: etree._Element | None) -> None:
        rows = [] if root is None else root.findall(word("abstractNum"))
        self._abstract = {attribute(row, "abstractNumId") or "": row for row in rows}
        nums = [] if root is None else root.findall(word("num"))
        self._nums = {attribute(row, "numId") or "": value(row, "abstractNumId") or "" for row in nums}

    def abstract(self, num_id: str) -> str:
        """The id of the list definition behind a list, an empty string where there is none."""
        return self._nums.get(num_id, "")

    def level(self, num_id: str, depth: int) -> Level | None:
        """The level `depth` (0 for the outermost) of a list, or None where the file does not define it."""
        definition = self._abstract.get(self.abstract(num_id))
        rows = [] if definition is None else definition.findall(word("lvl"))
        row = next((row for row in rows if attribute(row, "ilvl") == str(depth)), None)
        if row is None:
            return None
        kind, text = value(row, "numFmt") or "decimal", value(row, "lvlText") or ""
        ordered = kind not in ("bullet", "none")
        own = re.sub(rf"(?:%[1-{depth}]\.)*%{depth + 1}", "%1", text) if depth else text
        return Level(own if ordered else text.translate(_SYMBOLS), ordered, row)
