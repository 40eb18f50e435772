"""Paragraphs laid out by the letterhead's styles: indents by level, list marks, borders, and the label of a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.compose.document import ROLE_STYLES, Paragraph, Span, Spans
from briefing.letterhead.model import Border, Face, Letterhead, Style
from briefing.page.blocks import LaidParagraph
from briefing.page.faces import Faces
from briefing.page.flow import Flow
from briefing.page.pages import Rule
from briefing.page.text import DEFAULT_TAB, Frame, Text, Words, lay_text

#: Style whose face the label of a fact takes, and the face where a letterhead has no such style.
LABEL_STYLE = "fact label"
LABEL_FACE = Face("Liberation Sans", 8.0, color="#55585E")

#: Further indent of a deeper list level where the style's mark does not hang, in points.
LEVEL_INDENT = 16.0


def lay_paragraph(paragraph: Paragraph, number: int, letterhead: Letterhead, faces: Faces) -> LaidParagraph:
    """A paragraph of the document; `number` is its number in its list, 0 for none."""
    style = letterhead.style(ROLE_STYLES[paragraph.role])
    is_fact = paragraph.role == "fact"
    words = list(fact_words(paragraph.spans, style, letterhead) if is_fact else plain(paragraph, style))
    return lay_styled(paragraph.id, words, style, letterhead.page.text_width, faces, paragraph.level, number)


def lay_styled(
    block: str, words: Sequence[Words], style: Style, width: float, faces: Faces, level: int = 0, number: int = 0
) -> LaidParagraph:
    """Words in a paragraph style, `width` points wide between the margins."""
    hang = -style.first if style.first < 0 else LEVEL_INDENT
    left = style.left + level * hang
    mark = _mark(block, style, number, faces)
    push = _push(mark, style)
    frame = Frame(
        width, left, style.right, style.first if mark is None else push, style.align, style.pitch, style.line_factor,
        style.tabs,
    )  # fmt: skip
    text = lay_text(block, words or [Words("", style.face)], frame, faces)
    lead, trail = _room(style.top), _room(style.bottom)
    return LaidParagraph(
        flow=_flow(text, style, lead, trail),
        text=text,
        mark=mark,
        mark_x=left + style.first,
        mark_y=_mark_drop(mark, text),
        top_rule=_rule(style.top, left, width - style.right, 1),
        bottom_rule=_rule(style.bottom, left, width - style.right, -1),
    )


def plain(paragraph: Paragraph, style: Style) -> Iterator[Words]:
    return (Words(span.text, style.face, span) for span in paragraph.spans)


def fact_words(spans: Spans, style: Style, letterhead: Letterhead) -> Iterator[Words]:
    """A fact's words: those before the first tab are its label and have a face of their own."""
    found = letterhead.styles.get(LABEL_STYLE)
    label = found.face if found is not None else LABEL_FACE
    face = label if any("\t" in span.text for span in spans) else style.face
    for span in spans:
        if face is label and "\t" in span.text:
            before, after = span.text.split("\t", 1)
            yield from split(span, before, label, "\t" + after, style.face)
            face = style.face
        else:
            yield Words(span.text, face, span)


def split(span: Span, before: str, before_face: Face, after: str, after_face: Face) -> Iterator[Words]:
    if before:
        yield Words(before, before_face, span)
    yield Words(after, after_face, span)


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


def _mark(block: str, style: Style, number: int, faces: Faces) -> Text | None:
    if style.mark is None:
        return None
    string = style.mark.text.replace("%1", str(number)) if style.mark.ordered else style.mark.text
    frame = Frame(1_000.0, pitch=style.pitch, line_factor=style.line_factor)
    return lay_text(block, [Words(string, style.mark.face)], frame, faces)


def _push(mark: Text | None, style: Style) -> float:
    """How far a mark wider than its room pushes the first line: on to the next tab stop, as after ``w:suff`` tab."""
    if mark is None:
        return 0.0
    end = style.left + style.first + mark.width
    if end <= style.left:
        return 0.0
    stops = [tab.at for tab in style.tabs if tab.at >= end]
    stop = min(stops, default=(end // DEFAULT_TAB + 1) * DEFAULT_TAB)
    return stop - style.left


def _mark_drop(mark: Text | None, text: Text) -> float:
    return text.lines[0].baseline - mark.lines[0].baseline if mark is not None else 0.0


def _room(border: Border | None) -> float:
    return border.width + border.gap if border is not None else 0.0


def _rule(border: Border | None, left: float, right: float, inward: int) -> Rule | None:
    """The border's line, its outer edge on the paragraph's own top or foot; `inward` is 1 below it, -1 above it."""
    if border is None:
        return None
    return Rule(left, right, inward * border.width / 2, border.width, border.color)
