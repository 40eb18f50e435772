"""The quiet ring around a paragraph that was chosen by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.desktop.page_view import PageView
from briefing.desktop.tokens import HAIR
from briefing.desktop.wording.drawing import BESIDE, OVER, paint_ring_around, ring_room
from briefing.desktop.wording.places import room_of


class ChosenRing(QWidget):
    """Stands around the first part of a block, and follows it."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._block = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.arranged.connect(self.place)

    def show_around(self, block: str) -> None:
        """Stand around a block and bring it into view; "" hides the ring."""
        self._block = block
        found = room_of(self._view.pages, block) if block else None
        if found is not None:
            self._view.show_room(*found)
        self.place()

    def place(self) -> None:
        found = room_of(self._view.pages, self._block) if self._block else None
        self.setVisible(found is not None)
        if found is not None:
            self.setGeometry(ring_room(self._view, *found).toAlignedRect())

    def corner(self) -> QPointF:
        """A point inside, for a menu, in the view's pixels."""
        return QPointF(self.geometry().topLeft()) + QPointF(BESIDE + OVER, BESIDE + OVER)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ring_around(QPainter(self), QRectF(self.rect()), HAIR)
