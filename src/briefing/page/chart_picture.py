"""A chart as a picture, drawn as on the page, for files that cannot hold a drawing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QGuiApplication

from briefing.compose.document import Chart, Spans
from briefing.letterhead.model import Face, Letterhead
from briefing.page.application import application
from briefing.page.chart_scene import HEIGHT
from briefing.page.charts import lay_chart
from briefing.page.faces import Faces
from briefing.page.lines import Frame, lay_text
from briefing.page.pages import Boxes, Drawn, Page, Placed
from briefing.page.painter import encode_png, render
from briefing.page.text import Text, Words


def chart_png(chart: Chart, letterhead: Letterhead, dpi: int) -> bytes:
    """The drawing of a chart without its title and note, on white, as a PNG file. Needs no display."""
    _application()
    faces = Faces()

    def layer(spans: Spans, face: Face) -> Text:
        words = [Words(span.text, face, span) for span in spans]
        return lay_text(chart.id, words, Frame(letterhead.page.width), faces)

    laid = lay_chart(replace(chart, note=()), letterhead, faces, layer)
    width = letterhead.page.text_width
    texts = tuple(Placed(text, left, top, 0, 1) for text, left, top in laid.words)
    drawn = tuple(replace(each, x=0.0, y=0.0) for each in laid.put(0, 1, 0.0, 0.0)[2] if isinstance(each, Drawn))
    page = Page(width, HEIGHT, Boxes(), Boxes(texts, drawings=drawn), Boxes())
    return encode_png(render(page, dpi))


@lru_cache(maxsize=1)
def _application() -> QGuiApplication:
    """What fonts need; on the command line there may be none yet."""
    return application()
