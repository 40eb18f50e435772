"""Footnotes laid out: their words at the foot of a page, under the line that parts them from the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.compose.document import Span
from briefing.compose.notes_look import NOTE_AFTER, NOTE_TEXT_STYLE, SEPARATOR, note_size
from briefing.letterhead.model import Letterhead, Style
from briefing.page.blocks import LaidParagraph
from briefing.page.faces import Faces
from briefing.page.flow import Sheet
from briefing.page.pages import Placed, Rule
from briefing.page.paragraphs import lay_styled, span_words
from briefing.page.text import Words

#: The line over the notes: how long and how thick, in points, its colour, and how far above the first note.
LINE_LONG, LINE_THICK, LINE_COLOR, LINE_ABOVE = 144.0, 0.5, "#1A1B1E", SEPARATOR / 2


def with_notes(laid: LaidParagraph, letterhead: Letterhead, faces: Faces) -> LaidParagraph:
    """The paragraph with the notes of the references in its words, each by the line of its reference."""
    notes: list[tuple[int, LaidParagraph]] = []
    for stretch in laid.text.stretches:
        if stretch.span.note:
            lines = laid.text.lines
            line = next((at for at, each in enumerate(lines) if stretch.start < each.end), len(lines) - 1)
            notes.append((line, _note(stretch.span, letterhead, faces)))
    heights = tuple((line, note.flow.height + note.flow.after) for line, note in notes)
    return replace(laid, flow=replace(laid.flow, notes=heights), notes=tuple(notes))


def _note(reference: Span, letterhead: Letterhead, faces: Faces) -> LaidParagraph:
    style = note_style(letterhead)
    number = Words(reference.text, style.face, Span(reference.text, raised="super"))
    words = [number, Words(" ", style.face), *span_words(reference.note, style.face, letterhead)]
    return lay_styled("", words, style, letterhead.page.text_width, faces)


def note_style(letterhead: Letterhead) -> Style:
    """The letterhead's style of footnotes; where it has none, its text four fifths as large."""
    found = letterhead.styles.get(NOTE_TEXT_STYLE)
    if found is not None:
        return found
    body = letterhead.style("Body Text")
    face = replace(body.face, size=note_size(body.face.size))
    return replace(body, name=NOTE_TEXT_STYLE, face=face, pitch=None, line_factor=1.0, before=0.0, after=NOTE_AFTER)


def put_notes(
    sheet: Sheet, laid: Sequence[object], left: float, foot: float, under: float
) -> tuple[list[Placed], list[Rule]]:
    """The notes of what stands on a sheet, the last of them ending at `foot`, and the line over them.

    The text of the sheet ends at `under`: a note higher than the page runs over its foot, and not over the text.
    """
    notes = list(_notes_of(sheet, laid))
    texts: list[Placed] = []
    rules: list[Rule] = []
    y = foot - sum(note.flow.height + note.flow.after for note in notes)
    if notes:
        y += notes[-1].flow.after  # no room is left under the last one
        y = max(y, under + SEPARATOR)
        rules.append(Rule(left, left + LINE_LONG, y - LINE_ABOVE, LINE_THICK, LINE_COLOR))
    for note in notes:
        more_texts, more_rules, _ = note.put(0, note.flow.count, left, y)
        texts += more_texts
        rules += more_rules
        y += note.flow.height + note.flow.after
    return texts, rules


def _notes_of(sheet: Sheet, laid: Sequence[object]) -> Iterable[LaidParagraph]:
    for part in sheet.slices:
        block = laid[part.block]
        if isinstance(block, LaidParagraph):
            yield from (note for line, note in block.notes if part.first <= line < part.last)
