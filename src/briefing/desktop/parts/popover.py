"""A popover: a raised surface under its button, closed by Esc or a click outside.

It is a child of the window, not a window: so its shadow needs no compositor, and it moves with the window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.painting import paint_frame, paint_ground
from briefing.desktop.tokens import HAIR, Radius, Shadow, Space

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Popover(QWidget):
    """Holds `content`. It closes itself; `closed` tells it, once, and the focus goes back to where it was."""

    closed = Signal()

    def __init__(
        self,
        content: QWidget,
        window: QWidget,
        padding: int = Space.CLOSE,
        *,
        escape: Callable[[], bool] | None = None,
    ) -> None:
        """`escape` is asked first at Esc: it says whether something inside was left by it."""
        super().__init__(window)
        self._escape = escape
        self.hide()
        self._opener: QWidget | None = None
        self._host = window
        self._flush_left = False
        self._focus_before: QWidget | None = None
        column = QVBoxLayout(self)
        around = Shadow.BLUR
        column.setContentsMargins(
            around + padding, around - Shadow.DOWN + padding, around + padding, around + Shadow.DOWN + padding
        )
        column.addWidget(content)
        self._content = content
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def open_under(self, opener: QWidget, *, flush_left: bool = False) -> None:
        """Show it 4 below `opener`, flush with its right edge or its left; above where there is no room below."""
        self._opener = opener
        self._flush_left = flush_left
        self.adjustSize()
        self._place(opener)
        self._open()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and self._opener is not None:
            self._place(self._opener)  # what it holds has grown or shrunk
        return super().event(event)

    def open_at_top(self) -> None:
        """Show it in the middle of the window, near its top: it belongs to no button."""
        self.adjustSize()
        size, host = self.sizeHint(), self._host
        wide, high = min(size.width(), host.width()), min(size.height(), host.height())
        top = max(0, min(Space.MARGIN, host.height() - high))
        self.setGeometry((host.width() - wide) // 2, top, wide, high)
        self._open()

    def _open(self) -> None:
        self._focus_before = QApplication.focusWidget()
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        if not self._content.focusNextPrevChild(True):
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> bool:
        """Close it; the focus goes back where the popover had it."""
        if not self.isVisible():
            return False
        inside = QApplication.focusWidget()
        had_focus = inside is self or (inside is not None and self.isAncestorOf(inside))
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if had_focus and self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()
        return True

    def panel(self) -> QRect:
        """The raised surface, without the room for its shadow."""
        blur, down = Shadow.BLUR, Shadow.DOWN
        return self.rect().adjusted(blur, blur - down, -blur, -blur - down)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._pressed(watched, event)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # before any shortcut of the window
            if self._escape is None or not self._escape():
                self.close()
            return True
        if event.type() == QEvent.Type.Resize and watched is self.window() and self._opener is not None:
            self._place(self._opener)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        panel = self.panel()
        _paint_shadow(painter, panel, tokens.shadow)
        paint_ground(painter, panel, tokens.raised, Radius.POPOVER)
        paint_frame(painter, panel, tokens.edge, HAIR, Radius.POPOVER)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        stops = [w for w in self.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stops = [w for w in stops if w.isEnabled() and w.focusProxy() is None]
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _pressed(self, watched: QWidget, event: QMouseEvent) -> bool:
        """A press outside closes; on the opener it does only that, elsewhere it also does what it is for."""
        if watched.window() is not self.window():
            return False  # a menu or a list that dropped from inside
        at = self.mapFromGlobal(event.globalPosition().toPoint())
        if self.isVisible() and self.panel().contains(at):
            return False
        on_opener = self._opener is not None and self._opener.rect().contains(
            self._opener.mapFromGlobal(event.globalPosition().toPoint())
        )
        self.close()
        return on_opener

    def _place(self, opener: QWidget) -> None:
        host = self._host
        size = self.sizeHint()
        corner = opener.mapTo(host, QPoint(opener.width(), opener.height()))
        panel = QRect(QPoint(0, 0), size).adjusted(Shadow.BLUR, Shadow.BLUR - Shadow.DOWN, -Shadow.BLUR, 0)
        panel.setHeight(size.height() - 2 * Shadow.BLUR)
        left = corner.x() - opener.width() if self._flush_left else corner.x() - panel.width()
        left = max(Space.TIGHT, min(left, host.width() - panel.width() - Space.TIGHT))
        top = corner.y() + Space.TIGHT
        if top + panel.height() > host.height():
            top = max(Space.TIGHT, corner.y() - opener.height() - Space.TIGHT - panel.height())
        self.setGeometry(left - panel.x(), top - panel.y(), size.width(), size.height())


def _paint_shadow(painter: QPainter, panel: QRect, opacity: float) -> None:
    """A soft shadow: rings laid over one another, each fainter, as far as the blur reaches."""
    if not opacity:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = int(Shadow.BLUR)
    for step in range(steps):
        out = steps - step
        color = QColor(0, 0, 0)
        color.setAlphaF(min(1.0, opacity * 2 * (step + 1) / (steps * steps)))
        painter.setBrush(color)
        grown = QRectF(panel).adjusted(-out, -out, out, out).translated(0, Shadow.DOWN)
        painter.drawRoundedRect(grown, Radius.POPOVER + out, Radius.POPOVER + out)
    painter.restore()
