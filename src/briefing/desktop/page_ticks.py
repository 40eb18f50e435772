"""The scroll bar of the pages: it shows where else the words of the field in focus stand, and where a check speaks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from briefing.frozen import frozen

#: How high a tick is, and how far from the bar's sides, in pixels.
_HIGH, _ASIDE = 3.0, 2.0


@frozen
class Tick:
    """A mark at a part (0 to 1) of the bar's height."""

    at: float
    color: str


class TickedBar(QScrollBar):
    """A vertical scroll bar with ticks beside its handle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ticks: tuple[Tick, ...] = ()

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return self._ticks

    def set_ticks(self, ticks: Sequence[Tick]) -> None:
        if tuple(ticks) != self._ticks:
            self._ticks = tuple(ticks)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ticks or self.maximum() <= self.minimum():
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tick in self._ticks:
            painter.setBrush(QColor(tick.color))
            y = min(max(tick.at * self.height() - _HIGH / 2, 0.0), self.height() - _HIGH)
            painter.drawRoundedRect(QRectF(_ASIDE, y, self.width() - 2 * _ASIDE, _HIGH), _HIGH / 2, _HIGH / 2)
