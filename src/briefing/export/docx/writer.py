"""Writes a document as a DOCX in a letterhead."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from briefing.compose.document import Document
from briefing.export.docx.archive import Entry, assemble, pack
from briefing.export.docx.body import build_body
from briefing.export.docx.drawings import Parts, parts_of
from briefing.export.docx.frame import CORE, NUMBERING, Frame, make_frame
from briefing.export.docx.properties import core_properties
from briefing.export.docx.relationships import CONTENT_TYPES, Target, content_types, link, relationships


def write(document: Document, letterhead_bytes: bytes, *, now: datetime) -> bytes:
    """The file of a document: equal arguments give equal bytes. LetterheadError where the letterhead cannot be used.

    `now` becomes the date of creation and change; one without a zone is taken as local time.
    """
    frame = make_frame(letterhead_bytes, document.language)
    body = build_body(document, frame.looks, frame.drawings)
    folder = frame.main[: frame.main.rfind("/") + 1]
    charts = parts_of(body.charts, frame.letterhead, document.language, folder) if body.charts else Parts()
    notes = Parts()
    if body.notes:
        from briefing.export.docx.notes import notes_part  # few documents have any

        notes = notes_part(body.notes, frame.looks, folder)
    words = tuple(sorted((name, "".join(span.text for span in spans)) for name, spans in document.furniture.items()))
    return assemble(
        (
            _types(frame, (*charts.types, *notes.types)),
            *frame.entries,
            *_settings(frame, bool(body.notes)),
            *_furniture(frame, words),
            _numbering(frame, body.lists),
            _links(frame, body.links, (*charts.targets, *notes.targets)),
            *charts.entries,
            *notes.entries,
            pack(CORE, core_properties(document, now).encode()),
            pack(frame.main, f"{frame.head}{body.xml}{frame.tail}".encode()),
        )
    )


# What few documents make vary is packed once for each of its values.


@lru_cache(maxsize=64)
def _furniture(frame: Frame, words: tuple[tuple[str, str], ...]) -> tuple[Entry, ...]:
    named = dict(words)
    return tuple(pack(template.name, template.fill(named).encode()) for template in frame.furniture)


@lru_cache(maxsize=64)
def _settings(frame: Frame, noted: bool) -> tuple[Entry, ...]:
    if noted:
        from briefing.export.docx.notes import with_separators

        return tuple(pack(name, with_separators(data)) for name, data in frame.settings)
    return tuple(pack(name, data) for name, data in frame.settings)


@lru_cache(maxsize=64)
def _numbering(frame: Frame, levels: tuple[int, ...]) -> Entry:
    return pack(NUMBERING, frame.looks.lists.part(levels).encode())


@lru_cache(maxsize=64)
def _types(frame: Frame, more: tuple[tuple[str, str], ...]) -> Entry:
    return pack(CONTENT_TYPES, content_types({**frame.types, **dict(more)}).encode())


@lru_cache(maxsize=64)
def _links(frame: Frame, addresses: tuple[str, ...], charts: tuple[Target, ...]) -> Entry:
    links = (link(number, address) for number, address in enumerate(addresses, 1))
    name, text = relationships(frame.main, (*frame.targets, *links, *charts))
    return pack(name, text.encode())
