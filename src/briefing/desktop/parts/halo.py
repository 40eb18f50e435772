"""A focus ring outside its widget, for words that stand flush with the edge of their pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.painting import paint_ring

_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Halo(QWidget):
    """Stands around `target`, `beside` and `above` it, in the nearest ancestor that has the room; nothing moves.

    A target higher than `most` has its ring around its middle.
    """

    def __init__(self, target: QWidget, beside: int, above: int = 0, most: int = 0) -> None:
        super().__init__(target)
        self._target = target
        self._beside = beside
        self._above = above
        self._most = most
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._appear(event.type() == QEvent.Type.FocusIn)
        elif event.type() in _FOLLOWED and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ring(QPainter(self), self.rect(), tokens_of(self))

    def _appear(self, focused: bool) -> None:
        for widget in self._followed:
            if widget is not self._target:
                widget.removeEventFilter(self)
        self._followed = []
        self.setVisible(False)
        if not focused:
            return
        host = self._target
        while not host.isWindow() and not host.rect().contains(self._around(host)):
            self._followed.append(host)
            host.installEventFilter(self)
            host = host.parentWidget() or self._target.window()
        self.setParent(host)
        self._place()
        self.raise_()
        self.show()

    def _around(self, host: QWidget) -> QRect:
        corner = self._target.mapTo(host, QPoint(0, 0)) if host is not self._target else QPoint(0, 0)
        around = QRect(corner, self._target.size()).adjusted(-self._beside, -self._above, self._beside, self._above)
        spare = around.height() - self._most if self._most else 0
        return around.adjusted(0, spare // 2, 0, -(spare // 2)) if spare > 0 else around

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.setVisible(self._target.isVisible())
            self.setGeometry(self._around(host))
