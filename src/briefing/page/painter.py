"""The one drawing of a page, for screen, PDF, print and PNG. Marks are no part of it (see marks)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from briefing.page.cache import Cache
from briefing.page.faces import UNITS
from briefing.page.fills import fill
from briefing.page.pages import Drawn, Hung, Page, Pages, Placed, Rule

#: Pictures kept at the sizes they were drawn in.
PICTURES_KEPT = 16

_INCH = 0.0254


class PagePainter:
    """Draws pages; keeps the pictures that it scaled. The painter given is in points, the page's corner at 0, 0."""

    def __init__(self) -> None:
        self._scaled = Cache(PICTURES_KEPT)

    def paint(self, painter: QPainter, page: Page, clip: QRectF | None = None, gap_ink: QColor | None = None) -> None:
        """Everything printed on a page, without the paper.

        Only what lies in `clip` (points) has to be drawn. `gap_ink` colours the words for empty fields on screen;
        without it they look like any other.
        """
        for boxes in page.parts:
            for picture in boxes.pictures:
                self._draw_picture(painter, picture)
            _draw_rules(painter, boxes.rules, clip, see_through=gap_ink is not None)
            if boxes.drawings:
                _draw_drawings(painter, boxes.drawings, clip)
            _draw_texts(painter, boxes.texts, clip, gap_ink)

    def _draw_picture(self, painter: QPainter, hung: Hung) -> None:
        source = hung.image.image
        if source.isNull():
            return
        area = QRectF(hung.x, hung.y, hung.width, hung.height)
        device = painter.deviceTransform().mapRect(area)
        size = QSize(max(round(device.width()), 1), max(round(device.height()), 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        if size.width() < source.width():  # drawn smaller, a picture needs every pixel it has
            key = (hung.image, size.width(), size.height())
            source = self._scaled.get(key, lambda: source.scaled(size, mode=smooth))
        painter.drawImage(area, source)


def _draw_rules(painter: QPainter, rules: Iterable[Rule], clip: QRectF | None, *, see_through: bool) -> None:
    """Lines and grounds; on screen a ground lets what is marked under it be seen."""
    for rule in rules:
        if clip is None or clip.top() - rule.width <= rule.y <= clip.bottom() + rule.width:
            area = QRectF(rule.left, rule.y - rule.width / 2, rule.right - rule.left, rule.width)
            if rule.ground and see_through:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            fill(painter, area, QColor(rule.color))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _draw_drawings(painter: QPainter, drawings: Iterable[Drawn], clip: QRectF | None) -> None:
    from briefing.page.chart_painter import paint_drawing  # few documents have any

    for drawn in drawings:
        if clip is None or (drawn.y <= clip.bottom() and clip.top() <= drawn.y + drawn.drawing.height):
            paint_drawing(painter, drawn)


def _draw_texts(painter: QPainter, texts: Iterable[Placed], clip: QRectF | None, gap_ink: QColor | None) -> None:
    painter.save()
    painter.scale(1 / UNITS, 1 / UNITS)
    ink: QColor | None = None
    for placed in texts:
        if clip is not None and (placed.bottom < clip.top() or placed.top > clip.bottom()):
            continue
        corner = QPointF(placed.x * UNITS, placed.y * UNITS)
        for line in placed.lines:
            if clip is not None and not clip.top() <= placed.y + line.bottom <= clip.bottom() + line.height:
                continue
            for run in line.runs:
                color = gap_ink if run.gap and gap_ink is not None else run.color
                if color is not ink:
                    painter.setPen(color)
                    ink = color
                for glyphs in run.glyphs:
                    painter.drawGlyphRun(corner, glyphs)
                if run.underline is not None:
                    fill(painter, run.underline.translated(corner), color)
    painter.restore()


def render_png(pages: Pages, number: int, dpi: float) -> QImage:
    """A page, counted from 0, as printed on white at `dpi`; needs no display."""
    return render(pages[number], dpi)


def render(page: Page, dpi: float) -> QImage:
    """A page on white at `dpi`."""
    image = QImage(round(page.width * dpi / 72), round(page.height * dpi / 72), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dpi / _INCH))
    image.setDotsPerMeterY(round(dpi / _INCH))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(dpi / 72, dpi / 72)
    PagePainter().paint(painter, page)
    painter.end()
    return image


def encode_png(image: QImage) -> bytes:
    """The picture as a PNG file: its pixels and resolution, and nothing else."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
