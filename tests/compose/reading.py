"""Documents as a reader has them: plain text, text that shows its looks, and what a reader would stumble over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tests.compose.small_packs import ENGLISH, block_text, text_of

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph
from briefing.compose.packs import load
from briefing.dossier import edits
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, join, row
from briefing.dossier.record import Record
from briefing.dossier.records import slots

PACKS = ("briefing-note", "press-release")
SAMPLES = ("stockholm-2023", "aldenport-2025")
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@lru_cache(maxsize=2)
def composing(pack: str) -> Composer:
    return Composer(load(TEMPLATES / pack), ENGLISH)


def plain(document: Document) -> str:
    return "\n".join(text_of(document)).replace("\u00a0", " ")


def as_read(document: Document) -> str:
    """A document as text for reading: each block with its role, bold and gaps shown, then what stands around it."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            words = "".join(f"**{s.text}**" if s.bold else s.text for s in block.spans)
            lines.append(f"{block.role}{block.level or ''}: {words}".replace("\u00a0", "~").replace("\t", " | "))
        else:
            lines.append(block_text(block).replace("\u00a0", "~").replace("\t", " | "))
    running = {name: "".join(span.text for span in spans) for name, spans in document.furniture.items()}
    lines += ["", *(f"{name}: {text}" for name, text in running.items())]
    return "\n".join([*lines, f"file: {document.stem}", f"properties: {document.properties}", ""])


#: What a reader would stumble over; gaps in brackets are meant.
DEBRIS = re.compile(
    r"None(?!: this)|,\s*,|\(\s*\)|  | [,.;:!?]|\.\.|,\.|:\.|;\s*;|\b([a-z]+) \1\b|\[\]|^\s|\s$|^[,.;:–]|[,;–]$"
    r"|\bin in\b|\bthe the\b|\band and\b|_"
)


def debris(document: Document) -> list[str]:
    return [
        text for block in document.blocks for text in block_text(block).split("\n") if DEBRIS.search(words_of(text))
    ]


def words_of(line: str) -> str:
    """A line without the mark of an empty cell, its tab read as a stop between label and words."""
    return line.replace("\t…", "").replace("\t", "¦ ").replace("¦ ", " ¦ ").replace(" ¦ ", "¦")


def places(record: Record, path: str = "") -> Iterator[str]:
    """The paths of all texts and lists that are filled."""
    for name, slot in slots(type(record)).items():
        value, here = getattr(record, name), join(path, name)
        if slot.kind == "record":
            yield from places(value, here)
        elif value not in ("", "{}", ()) and slot.kind in ("text", "rows") and name != "id":
            yield here
            for each in value if slot.kind == "rows" else ():
                yield from places(each, row(here, each.id))


def emptied(dossier: Dossier, paths: set[str]) -> Dossier:
    """The dossier without what stands at these paths."""
    for path in sorted(paths):
        try:
            dossier = edits.set_value(dossier, path, type(edits.value_at(dossier, path))())
        except PathError:
            continue  # the row that it lies in is gone already
    return dossier
