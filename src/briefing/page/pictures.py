"""Pictures laid out: the picture and its caption under it, kept on one page."""

from __future__ import annotations

from PySide6.QtGui import QImage

from briefing.compose.document import Picture
from briefing.compose.pictures import fitted
from briefing.frozen import frozen
from briefing.letterhead.model import Letterhead
from briefing.page.blocks import LaidParagraph, Parts
from briefing.page.charts import AFTER, BEFORE, NOTE_STYLE
from briefing.page.faces import Faces
from briefing.page.flow import Flow, gap
from briefing.page.pages import Hung, Image
from briefing.page.paragraphs import lay_styled, span_words


@frozen(eq=False)
class LaidPicture:
    """A picture, its size in points, and its caption with the caption's top."""

    flow: Flow
    image: Image
    width: float
    height: float
    caption: tuple[LaidParagraph, float] | None

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        hung = Hung(self.image, x, y, self.width, self.height)
        if self.caption is None:
            return [], [], [hung]
        paragraph, top = self.caption
        texts, rules, _ = paragraph.put(0, paragraph.flow.count, x, y + top)
        return texts, rules, [hung]


def lay_picture(picture: Picture, letterhead: Letterhead, faces: Faces) -> LaidPicture:
    width, height = fitted(picture.width, picture.height, letterhead.page.text_width)
    image = Image(QImage.fromData(picture.data), picture.description)
    if not picture.caption:
        flow = Flow(edges=(0.0, height), before=BEFORE, after=AFTER, guard=1, keep_lines=True)
        return LaidPicture(flow, image, width, height, None)
    style = letterhead.style(NOTE_STYLE)
    words = list(span_words(picture.caption, style.face, letterhead))
    caption = lay_styled(picture.id, words, style, letterhead.page.text_width, faces)
    top = height + gap(Flow(), caption.flow)
    edges = (0.0, top + caption.flow.height)
    flow = Flow(edges=edges, before=BEFORE, after=caption.flow.after, guard=1, keep_lines=True)
    return LaidPicture(flow, image, width, height, (caption, top))
