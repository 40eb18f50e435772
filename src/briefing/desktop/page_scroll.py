"""A desk with pages that scrolls and zooms, by wheel, keys and calls."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.page_desk import FULL_SIZE, Desk
from briefing.desktop.parts.viewport import set_viewport
from briefing.desktop.tokens import Motion, Width

#: How far an arrow key or a notch of the wheel scrolls, and what stays in view when a screen is turned; pixels.
LINE_STEP, KEPT_IN_VIEW = 40, 40

#: Zoom of one notch of the wheel with Ctrl.
WHEEL_ZOOM = 1.1
ZOOM_LEAST, ZOOM_MOST = 0.25, 4.0


class PageScroll(QAbstractScrollArea):
    """Pages under each other; what is on them is drawn by who inherits."""

    zoom_changed = Signal(int)  # per cent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_viewport(self)
        self._desk = Desk(self.width())
        self._motion = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(LINE_STEP)
        self.horizontalScrollBar().setSingleStep(LINE_STEP)
        self.setAutoFillBackground(True)  # under the scroll bars, which are drawn without a ground
        self._set_ground()

    @property
    def zoom_percent(self) -> int:
        return self._desk.percent

    @property
    def scale(self) -> float:
        """Logical pixels to a point."""
        return self._desk.scale

    def zoom_as(self, other: PageScroll) -> None:
        """Show pages as large as another view does, or as wide as this one where that does."""
        if self._desk.zoom != other._desk.zoom:
            self.set_zoom(other._desk.zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self._desk.step(1))

    def zoom_out(self) -> None:
        self.set_zoom(self._desk.step(-1))

    def fit_width(self) -> None:
        self.set_zoom(None)

    def fit_page(self) -> None:
        """Zoom so that a whole page is in view, the one that is there now."""
        number = self._desk.page_at(self.verticalScrollBar().value() + self.viewport().height() / 2) + 1
        room = max(self.viewport().height() - Width.PAGE_BETWEEN, 1)
        self.set_zoom(room / self._desk.page[1] / FULL_SIZE)
        self.show_page(number)

    def show_page(self, number: int) -> None:
        """Bring the top of a page to the top of the view; pages are counted from 1, the nearest that there is meant."""
        if self._desk.count:
            top = self._desk.page_rect(min(max(number, 1), self._desk.count) - 1).top()
            self.verticalScrollBar().setValue(top - Width.PAGE_BETWEEN // 2)

    def set_zoom(self, zoom: float | None, about: QPointF | None = None) -> None:
        """Zoom to a size, 1.0 being that of the paper, or to the width (none); `about` stays in its place.

        Without it what is looked at does: what `_looked_at` says, else what is in the middle of the view.
        """
        point = about if about is not None else self._looked_at()
        at = point + self._offset()
        at_head = at.y() == 0.0  # above the first page there is room that does not grow with it
        number = self._desk.page_at(at.y())
        spot = self._desk.to_page(at, number)
        if zoom is not None:
            zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        self._arrange(replace(self._desk, width=self.width(), zoom=zoom))
        now = self._desk.to_desk(QRectF(spot.x(), spot.y(), 0.0, 0.0), number).topLeft()
        self.verticalScrollBar().setValue(0 if at_head else round(now.y() - point.y()))
        self.horizontalScrollBar().setValue(round(now.x() - point.x()))
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.set_zoom(self._desk.scale / FULL_SIZE * WHEEL_ZOOM**notches, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height() - KEPT_IN_VIEW
        steps = {
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.ZoomIn) or (control and event.key() == Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._set_ground()

    def _set_ground(self) -> None:
        desk = QColor(tokens_of(self).desk)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Window) != desk:
            palette.setColor(QPalette.ColorRole.Window, desk)
            self.setPalette(palette)

    def _looked_at(self) -> QPointF:
        """The point of the viewport that stays in its place when the pages are zoomed by a key or a button.

        It is the middle; where the first page is seen from its head on, it stays so.
        """
        down = self.viewport().height() / 2 if self.verticalScrollBar().value() else 0.0
        return QPointF(self.viewport().width() / 2, down)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _arrange(self, desk: Desk) -> None:
        before, self._desk = self._desk.percent, desk
        view, size = self.viewport().size(), desk.size
        for bar, whole, part in (
            (self.verticalScrollBar(), size.height(), view.height()),
            (self.horizontalScrollBar(), size.width() if size.width() > self.width() else 0, view.width()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
        if desk.percent != before:
            self.zoom_changed.emit(desk.percent)

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self._desk.pages_in(top, top + self.viewport().height())

    def _reveal(self, spot: QRectF, moving: bool) -> None:
        """Scroll `spot` to a third of the view's height, in motion unless the system asks for none.

        One that is in view but for its side is scrolled to sideways only.
        """
        bar = self.verticalScrollBar()
        target = min(max(round(spot.top() - self.viewport().height() / 3), 0), bar.maximum())
        if bar.value() <= spot.top() and spot.bottom() <= bar.value() + self.viewport().height():
            target = bar.value()  # only its side is out of view
        self._reveal_across(spot)
        from PySide6.QtWidgets import QStyle  # 600 names, of which a start needs none

        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        self._motion.stop()
        if not moving or still or not self.isVisible():
            bar.setValue(target)
            return
        self._motion.setDuration(Motion.SCROLL)
        self._motion.setStartValue(bar.value())
        self._motion.setEndValue(target)
        self._motion.start()

    def _reveal_across(self, spot: QRectF) -> None:
        """Scroll sideways no further than it takes to have `spot` in view with some room, its left before its right."""
        bar = self.horizontalScrollBar()
        left, right = spot.left() - KEPT_IN_VIEW, spot.right() + KEPT_IN_VIEW
        beyond = max(right - bar.value() - self.viewport().width(), 0.0)
        bar.setValue(math.floor(bar.value() + min(beyond, left - bar.value())))

    def _is_in_view(self, spot: QRectF) -> bool:
        """Whether a place of the desk is in view; of one that is wider than the view its left."""
        left, top = self._offset().toTuple()
        wide = spot.width() + 2 * KEPT_IN_VIEW > self.viewport().width()
        beside = left <= spot.left() and (wide or spot.right() <= left + self.viewport().width())
        return beside and top <= spot.top() and spot.bottom() <= top + self.viewport().height()
