"""Where pages lie on the desk: under each other, in whole logical pixels, at a zoom."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from briefing.desktop.tokens import Space, Width
from briefing.frozen import frozen

#: Logical pixels to a point at 100 %.
FULL_SIZE = 96 / 72

#: The stops of zoom in and out, in per cent.
STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)


@frozen
class Desk:
    """`count` pages of `page` points on a desk `width` pixels wide; `zoom` 1.0 is full size, none fits the width."""

    width: int
    page: tuple[float, float] = (595.3, 841.9)
    count: int = 0
    zoom: float | None = None

    @property
    def scale(self) -> float:
        """Logical pixels to a point."""
        if self.zoom is not None:
            return self.zoom * FULL_SIZE
        room = min(self.width - 2 * Space.MARGIN, Width.PAGE_MOST)
        return max(room, Width.PAGE_MOST // 4) / self.page[0]

    @property
    def percent(self) -> int:
        return round(100 * self.scale / FULL_SIZE)

    @property
    def page_size(self) -> QSize:
        return QSize(round(self.page[0] * self.scale), round(self.page[1] * self.scale))

    @property
    def size(self) -> QSize:
        """All that can be scrolled over, in logical pixels."""
        page = self.page_size
        pages = self.count * page.height() + max(self.count - 1, 0) * Width.PAGE_BETWEEN
        return QSize(page.width() + 2 * Space.MARGIN, pages + 2 * Width.PAGE_ABOVE)

    def page_rect(self, number: int) -> QRect:
        """The paper of a page, in logical pixels from the desk's corner."""
        page = self.page_size
        left = max((self.width - page.width()) // 2, Space.MARGIN)
        return QRect(QPoint(left, Width.PAGE_ABOVE + number * (page.height() + Width.PAGE_BETWEEN)), page)

    def page_at(self, y: float) -> int:
        """The page at that height, or the nearest one."""
        pitch = self.page_size.height() + Width.PAGE_BETWEEN
        return min(max(int((y - Width.PAGE_ABOVE + Width.PAGE_BETWEEN / 2) // pitch), 0), max(self.count - 1, 0))

    def pages_in(self, top: float, bottom: float) -> range:
        """The pages of which some part, or shadow, may lie between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.count else range(0)

    def to_page(self, point: QPointF, number: int) -> QPointF:
        """A point of the desk in points of a page."""
        corner = self.page_rect(number).topLeft()
        return (point - QPointF(corner)) / self.scale

    def to_desk(self, rect: QRectF, number: int) -> QRectF:
        """A rectangle of a page on the desk."""
        corner, scale = self.page_rect(number).topLeft(), self.scale
        return QRectF(
            corner.x() + rect.x() * scale,
            corner.y() + rect.y() * scale,
            rect.width() * scale,
            rect.height() * scale,
        )

    def step(self, direction: int) -> float:
        """The next zoom stop up (1) or down (-1)."""
        now = self.percent
        above = [stop for stop in STEPS if stop > now]
        below = [stop for stop in STEPS if stop < now]
        if direction > 0:
            return (above[0] if above else STEPS[-1]) / 100
        return (below[-1] if below else STEPS[0]) / 100
