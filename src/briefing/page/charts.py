"""Charts laid out: their title, their drawing with its words, and the note under it; no page end parts them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.compose.document import TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, Chart, Span, Spans
from briefing.frozen import frozen
from briefing.letterhead.model import Face, Letterhead, Style
from briefing.letterhead.tints import chart_look
from briefing.page.blocks import LaidParagraph, Parts
from briefing.page.chart_scene import HEIGHT, Label, draw
from briefing.page.faces import Faces
from briefing.page.flow import Flow, gap
from briefing.page.pages import Drawing, Drawn, Placed, Rule
from briefing.page.paragraphs import lay_styled, span_words
from briefing.page.text import Text

#: Room before a chart, and after one without a note, in points; a file has the same.
BEFORE, AFTER = 8.0, 8.0
NOTE_STYLE = "Note"

#: Lays words in one line, or gives the ones laid before.
TextLayer = Callable[[Spans, Face], Text]


@frozen(eq=False)
class LaidChart:
    """A chart: its paragraphs and its drawing, each with its top; `words` are the drawing's own, with their corners."""

    flow: Flow
    paragraphs: tuple[tuple[LaidParagraph, float], ...]
    drawing: Drawing
    top: float
    words: tuple[tuple[Text, float, float], ...]

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        texts: list[Placed] = []
        rules: list[Rule] = []
        for paragraph, top in self.paragraphs:
            more_texts, more_rules, _ = paragraph.put(0, paragraph.flow.count, x, y + top)
            texts += more_texts
            rules += more_rules
        words = [Placed(text, x + left, y + self.top + top, 0, 1) for text, left, top in self.words]
        return [*texts[:1], *words, *texts[1:]], rules, [Drawn(self.drawing, x, y + self.top)]


def lay_chart(chart: Chart, letterhead: Letterhead, faces: Faces, layer: TextLayer) -> LaidChart:
    look, width = chart_look(letterhead), letterhead.page.text_width
    face = letterhead.style(TABLE_TEXT_STYLE).face
    plain = Face(face.family, face.size)

    def measure(text: str, size: float) -> float:
        return layer((Span(text),), replace(plain, size=size)).width

    scene = draw(chart, width, look, measure)
    words = tuple(_corner(label, layer(label.spans, _face(plain, label))) for label in scene.labels)
    # A drawing needs a line as high as itself, and its title stands in the same paragraph in a file.
    loose = replace(letterhead.style(TABLE_HEAD_STYLE), pitch=None, line_factor=1.0)
    title = _paragraph(chart, chart.title, loose, letterhead, faces)
    top = title.flow.height
    height, after, paragraphs = top + HEIGHT, AFTER, [(title, 0.0)]
    if chart.note:
        note = _paragraph(chart, chart.note, letterhead.style(NOTE_STYLE), letterhead, faces)
        height += gap(Flow(), note.flow)
        paragraphs.append((note, height))
        height, after = height + note.flow.height, note.flow.after
    flow = Flow(edges=(0.0, height), before=BEFORE, after=after, guard=1, keep_lines=True)
    return LaidChart(flow, tuple(paragraphs), Drawing(chart.id, HEIGHT, scene.shapes, scene.areas), top, words)


def _paragraph(chart: Chart, spans: Spans, style: Style, letterhead: Letterhead, faces: Faces) -> LaidParagraph:
    words = list(span_words(spans, style.face, letterhead))
    return lay_styled(chart.id, words, style, letterhead.page.text_width, faces)


def _face(plain: Face, label: Label) -> Face:
    return replace(plain, size=label.size, color=label.color)


def _corner(label: Label, text: Text) -> tuple[Text, float, float]:
    """A label's text with its corner, so that its baseline and its end or middle stand where they should."""
    back = {"left": 0.0, "center": text.width / 2, "right": text.width}[label.anchor]
    return text, label.x - back, label.y - text.lines[0].baseline
