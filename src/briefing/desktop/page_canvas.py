"""Draws the desk: ground, shadows, paper, the page's own drawing and the marks that do not print."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from briefing.desktop.page_desk import Desk
from briefing.desktop.page_marks import PageMarks, mark_colors
from briefing.desktop.page_shadow import REACH, PageShadow
from briefing.desktop.tokens import PAPER, Radius
from briefing.page.fills import fill
from briefing.page.marks import paint_bars, paint_over, paint_under, paint_words
from briefing.page.pages import Page, Pages
from briefing.page.painter import PagePainter

#: How far a mark or glyph may reach beyond its line, in points.
BLEED = 6.0


class PageCanvas:
    """Draws what lies in an area of the desk, and nothing that lies wholly outside it; `marked` or as it prints."""

    def __init__(self, *, marked: bool = True) -> None:
        self._marked = marked
        self._colors = mark_colors()
        self._painter = PagePainter()
        self._shadow = PageShadow()

    def paint(self, painter: QPainter, area: QRect, desk: Desk, pages: Pages, marks: PageMarks, ground: QColor) -> None:
        """The painter is in logical pixels from the desk's corner."""
        fill(painter, area, ground)
        for number in desk.pages_in(area.top() - REACH, area.bottom() + REACH):
            paper = desk.page_rect(number)
            if not paper.contains(area):
                self._shadow.paint(painter, paper)
            visible = area.intersected(paper)
            if visible.isEmpty():
                continue
            painter.save()
            _paint_paper(painter, paper, visible)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipRect(visible, Qt.ClipOperation.IntersectClip)
            painter.translate(paper.topLeft())
            painter.scale(desk.scale, desk.scale)
            self._paint_page(painter, pages[number], number, _in_points(visible, paper, desk), marks)
            painter.restore()

    def _paint_page(self, painter: QPainter, page: Page, number: int, clip: QRectF, marks: PageMarks) -> None:
        if not self._marked:
            self._painter.paint(painter, page, clip)
            return
        shown = marks.of(page)
        paint_under(painter, shown, self._colors)
        paint_words(painter, marks.words(page, number), self._colors)
        self._painter.paint(painter, page, clip, self._colors.gap_ink)
        paint_over(painter, shown, self._colors)
        paint_bars(painter, shown.bars, self._colors)


def _paint_paper(painter: QPainter, paper: QRect, visible: QRect) -> None:
    if paper.adjusted(Radius.PAPER, Radius.PAPER, -Radius.PAPER, -Radius.PAPER).contains(visible):
        fill(painter, visible, QColor(PAPER.ground))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PAPER.ground))
    painter.drawRoundedRect(paper, Radius.PAPER, Radius.PAPER)


def _in_points(visible: QRect, paper: QRect, desk: Desk) -> QRectF:
    corner = QPointF(visible.topLeft() - paper.topLeft()) / desk.scale
    return QRectF(corner, QRectF(visible).size() / desk.scale).adjusted(0.0, -BLEED, 0.0, BLEED)
