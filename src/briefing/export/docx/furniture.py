"""Headers and footers of a letterhead as texts with places for a document's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from briefing.export.docx.cleaning import clean
from briefing.export.docx.lists import DECLARATION
from briefing.export.docx.text import inner
from briefing.frozen import frozen
from briefing.letterhead.furniture import MARKER
from briefing.letterhead.names import word

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: A place, in two characters of the private use area, which stands for nothing in a text.
_PLACE = re.compile("\ue000([a-z]+)\ue001")


@frozen
class Template:
    """One header or footer: texts and names by turns, a text first."""

    name: str
    pieces: tuple[str, ...]

    def fill(self, words: Mapping[str, str]) -> str:
        """The part with these words at their places; nothing stands where there are none."""
        filled = list(self.pieces)
        for position in range(1, len(filled), 2):
            filled[position] = inner(words.get(filled[position], ""))
        return "".join(filled)


def make_template(name: str, root: etree._Element) -> Template:
    """The template of a header or footer part; its ``{names}`` stand whole inside one text each."""
    for text in clean(root).iter(word("t")):
        if text.text and MARKER.search(text.text):
            text.text = MARKER.sub("\ue000\\1\ue001", text.text)
            text.set(_SPACE, "preserve")
    return Template(name, tuple(_PLACE.split(DECLARATION + etree.tostring(root, encoding="unicode"))))
