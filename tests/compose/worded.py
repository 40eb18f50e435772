"""A small document of every kind of block, and what is asked of documents worded by hand."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from briefing.compose.document import Document, Paragraph
from briefing.compose.wording import anchor
from briefing.dossier import wording as w
from briefing.dossier.model import Dossier
from briefing.dossier.wording import Piece, Pieces

SMALL, RELEASE = ("small", "en"), ("press-release", "en")

BODY = """# Talks in {{ meeting.city }}

{lead} The talks in {{ meeting.city }} were held {{ meeting.date|when }}.

## Topics

{% for topic in topics %}
{{ topic.area }}: {{ topic.line_to_take }}

{% endfor %}
### Detail

Some detail of {{ meeting.venue }}.

## Trade

{{ trade_lines|trade_table }}

It closed.

{end} ENDS

{note} For the press.
"""
FACTS: dict[str, Any] = {
    "meeting": {"city": "Velm", "date": "2025-05-14", "venue": "Grand Hotel"},
    "topics": [
        {"id": "t1", "area": "Rail", "line_to_take": "We build."},
        {"id": "t2", "area": "Food", "line_to_take": "We *plainly* eat."},
    ],
    "figures": [
        {"id": "f1", "measure": "export", "period": {"start": "2024-01-01", "end": "2024-12-31"},
         "amount": {"value": "5", "scale": "million", "unit": "EUR"}}
    ],
}  # fmt: skip


class At(StrEnum):
    """The blocks of BODY by their ids, which begin with the line that they come from."""

    TITLE = "1"
    LEAD = "3"
    TOPICS = "5"
    RAIL = "8:t1"
    FOOD = "8:t2"
    DETAIL = "11"
    SOME = "13"
    TRADE = "15"
    TABLE = "17"
    CLOSED = "19"
    END = "21"
    NOTE = "23"


def ids(document: Document) -> list[str]:
    return [block.id for block in document.blocks]


def text(document: Document, block: str) -> str:
    (found,) = [each.text for each in document.blocks if each.id == block and isinstance(each, Paragraph)]
    return found.replace("\u00a0", " ")


def states(document: Document) -> dict[str, str]:
    return {name: worded.state for name, worded in document.wording.items()}


def composed(document: Document, block: str) -> Pieces:
    return anchor(document, block)


def say(facts: Dossier, document: Document, block: str, *words: str | Piece, key: tuple[str, str] = SMALL) -> Dossier:
    """The dossier with a block reworded: texts are typed words, pieces live values."""
    pieces = tuple(Piece(each) if isinstance(each, str) else each for each in words)
    return w.reword(facts, *key, block, pieces, composed(document, block))


def live(document: Document, block: str, path: str, nth: int = 0) -> Piece:
    return [piece for piece in composed(document, block) if piece.paths == (path,)][nth]
