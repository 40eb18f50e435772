"""Pages on paper: each on a sheet of its own, for a printer and for PDF alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from briefing.page.pages import Page
from briefing.page.painter import PagePainter

_POINT = QPageLayout.Unit.Point

#: Paper that is smaller than a page by no more than this has its size, in points: Qt's A4 has whole points.
SLACK = 1.0


def set_paper(device: QPagedPaintDevice, page: Page) -> None:
    """Paper of the page's size, to its edges: the margins are the page's own."""
    size = QSizeF(page.width, page.height)
    turned = page.width > page.height  # paper is named upright: A4, Letter
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    paper = QPageSize(size.transposed() if turned else size, QPageSize.Unit.Point)
    layout = QPageLayout(paper, orientation, QMarginsF(), _POINT)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def paint_sheets(device: QPagedPaintDevice, pages: Sequence[Page], down: float = 0.0) -> bool:
    """Each page on a sheet at its own size, or smaller where the paper is; whether the device could be drawn on.

    All is moved `down` by so many points.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    # Without the last, pictures are kept as JPEG, which blurs the lines of a logo.
    hints = QPainter.RenderHint
    painter.setRenderHints(hints.Antialiasing | hints.SmoothPixmapTransform | hints.LosslessImageRendering)
    drawer = PagePainter()
    for number, page in enumerate(pages):
        if number and not device.newPage():
            return False
        painter.save()
        _fit(painter, device, page)
        painter.translate(0.0, down)
        drawer.paint(painter, page)
        painter.restore()
    return painter.end()


def _fit(painter: QPainter, device: QPagedPaintDevice, page: Page) -> None:
    """Scale to points; a page that is larger than the paper is drawn smaller, in the middle of its top."""
    points = device.logicalDpiX() / 72
    painter.scale(points, points)
    paper = device.pageLayout().fullRect(_POINT)
    if paper.width() < page.width - SLACK or paper.height() < page.height - SLACK:
        smaller = min(paper.width() / page.width, paper.height() / page.height)
        painter.translate((paper.width() - page.width * smaller) / 2, 0.0)
        painter.scale(smaller, smaller)
