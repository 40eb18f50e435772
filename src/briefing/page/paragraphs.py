"""Paragraphs laid out by the letterhead's styles: indents, list marks, borders, and the label of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.compose.direction import reads_from_right
from briefing.compose.document import ROLE_STYLES, Paragraph, Spans
from briefing.compose.links import is_link
from briefing.letterhead.model import Border, Face, Letterhead, Style
from briefing.page.blocks import Ground, LaidParagraph
from briefing.page.faces import Faces
from briefing.page.flow import Flow
from briefing.page.lines import DEFAULT_TAB, Frame, lay_text
from briefing.page.pages import Rule
from briefing.page.text import Text, Words

#: Style whose face the label of a fact takes, and the face where a letterhead has no such style.
LABEL_STYLE = "fact label"
LABEL_FACE = Face("Liberation Sans", 8.0, color="#55585E")

_BEFORE_STOP = re.compile(r"^(\w+)(\W+)$")

#: Character style whose colour and underline a link takes.
LINK_STYLE = "hyperlink"


def lay_paragraph(paragraph: Paragraph, number: int, letterhead: Letterhead, faces: Faces) -> LaidParagraph:
    """A paragraph of the document; `number` is its number in its list, 0 for none."""
    style = letterhead.item_style(ROLE_STYLES[paragraph.role], paragraph.level)
    to_words = fact_words if paragraph.role == "fact" else span_words
    words = list(to_words(paragraph.spans, style.face, letterhead))
    laid = lay_styled(paragraph.id, words, style, letterhead.page.text_width, faces, number)
    if any(span.note for span in paragraph.spans):
        from briefing.page.notes import with_notes  # few documents have any

        return with_notes(laid, letterhead, faces)
    return laid


def lay_styled(
    block: str, words: Sequence[Words], style: Style, width: float, faces: Faces, number: int = 0
) -> LaidParagraph:
    """Words in a paragraph style, `width` points wide between the margins."""
    from_right = reads_from_right("".join(part.text for part in words))
    mark = _mark(block, style, number, faces, from_right=from_right)
    first = style.first if mark is None else _push(mark, style)
    frame = Frame(
        width=width,
        left=style.right if from_right else style.left,
        right=style.left if from_right else style.right,
        first=0.0 if from_right else first,
        align=style.align,
        from_right=from_right,
        pitch=style.pitch,
        line_factor=style.line_factor,
        tabs=style.tabs,
    )
    text = lay_text(block, words or [Words("", style.face)], frame, faces)
    lead, trail = _room(style.top), _room(style.bottom)
    return LaidParagraph(
        flow=_flow(text, style, lead, trail),
        text=text,
        mark=mark,
        mark_x=width - style.left - style.first - mark.width if from_right and mark else style.left + style.first,
        mark_y=_mark_drop(mark, text),
        top_rule=_rule(style.top, style.left, width - style.right, 1),
        bottom_rule=_rule(style.bottom, style.left, width - style.right, -1),
        ground=_ground(style, width),
    )


def span_words(spans: Spans, face: Face, letterhead: Letterhead) -> Iterator[Words]:
    """Spans in the face of their paragraph; a link has the colour and underline of the letterhead's links.

    Words with an address that is no link in a file either look like any.
    """
    link = letterhead.styles.get(LINK_STYLE)
    for span in spans:
        if not span.link:
            yield Words(span.text, face, span)
        elif link is not None and is_link(span.link):
            yield Words(span.text, replace(face, color=link.face.color, underline=link.face.underline), span)
        else:
            yield Words(span.text, face, span)


def fact_words(spans: Spans, face: Face, letterhead: Letterhead) -> Iterator[Words]:
    """A fact's words: those before the first tab are its label and have a face of their own."""
    found = letterhead.styles.get(LABEL_STYLE)
    label = found.face if found is not None else LABEL_FACE
    at = next((i for i, span in enumerate(spans) if "\t" in span.text), None)
    if at is None:
        yield from span_words(spans, face, letterhead)
        return
    before, after = spans[at].text.split("\t", 1)
    yield from (Words(span.text, label, span) for span in spans[:at])
    if before:
        yield Words(before, label, spans[at])
    yield Words("\t" + after, face, spans[at])
    yield from span_words(spans[at + 1 :], face, letterhead)


def _flow(text: Text, style: Style, lead: float, trail: float) -> Flow:
    return Flow(
        edges=(*(line.top for line in text.lines), text.height),
        before=style.before,
        after=style.after,
        guard=2 if style.widow_control else 1,
        lead=lead,
        trail=trail,
        keep_next=style.keep_next,
        keep_lines=style.keep_lines,
        starts_page=style.page_break_before,
        contextual=style.contextual,
        style=style.name,
    )


def _mark(block: str, style: Style, number: int, faces: Faces, *, from_right: bool) -> Text | None:
    if style.mark is None:
        return None
    string = style.mark.text.replace("%1", str(number)) if style.mark.ordered else style.mark.text
    if from_right:  # the stop stands on the other side of the number
        string = _BEFORE_STOP.sub(r"\2\1", string)
    frame = Frame(1_000.0, pitch=style.pitch, line_factor=style.line_factor)
    return lay_text(block, [Words(string, style.mark.face)], frame, faces)


def _push(mark: Text, style: Style) -> float:
    """How far a mark wider than its room pushes the first line: on to the next tab stop, as after ``w:suff`` tab."""
    end = style.left + style.first + mark.width
    if end <= style.left:
        return 0.0
    stops = [tab.at for tab in style.tabs if tab.at >= end]
    stop = min(stops, default=(end // DEFAULT_TAB + 1) * DEFAULT_TAB)
    return stop - style.left


def _mark_drop(mark: Text | None, text: Text) -> float:
    return text.lines[0].baseline - mark.lines[0].baseline if mark is not None else 0.0


def _ground(style: Style, width: float) -> Ground | None:
    if not style.shade and style.left_rule is None and style.right_rule is None:
        return None
    return Ground(style.left, width - style.right, style.shade, style.left_rule, style.right_rule)


def _room(border: Border | None) -> float:
    return border.width + border.gap if border is not None else 0.0


def _rule(border: Border | None, left: float, right: float, inward: int) -> Rule | None:
    """The border's line, its outer edge on the paragraph's own top or foot; `inward` is 1 below it, -1 above it."""
    if border is None:
        return None
    return Rule(left, right, inward * border.width / 2, border.width, border.color)
