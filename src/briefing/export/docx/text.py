"""User text as XML: what XML forbids made visible, tabs and line breaks as elements."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.compose.document import Raised
from briefing.export.characters import legal

_SPECIAL = re.compile('[<>&"\x00-\x1f\ud800-\udfff\ufffe\uffff]')

OPEN, CLOSE = '<w:t xml:space="preserve">', "</w:t>"
#: What a run says of its look: by whether it is bold, and italic; and by where it stands to its line.
RUNS: Mapping[tuple[bool, bool], str] = {
    (False, False): "",
    (True, False): "<w:b/><w:bCs/>",
    (False, True): "<w:i/><w:iCs/>",
    (True, True): "<w:b/><w:bCs/><w:i/><w:iCs/>",
}
RAISED: Mapping[Raised, str] = {
    "": "",
    "super": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
}
_BREAK, _TAB = f"{CLOSE}<w:br/>{OPEN}", f"{CLOSE}<w:tab/>{OPEN}"
_EMPTY = OPEN + CLOSE


def escape(text: str) -> str:
    """Text for an element or an attribute in double quotes; what XML forbids becomes U+FFFD."""
    if _SPECIAL.search(text) is None:
        return text
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def words(text: str) -> str:
    """The content of a run: its words, with each tab and line break as an element between them."""
    if _SPECIAL.search(text) is None:
        return f"{OPEN}{text}{CLOSE}"
    return f"{OPEN}{inner(text)}{CLOSE}".replace(_EMPTY, "")


def inner(text: str) -> str:
    """Words to stand inside a text element that is there already; a tab or line break closes and opens it anew."""
    return escape(text).replace("\n", _BREAK).replace("\t", _TAB)
