"""Menus and other windows that drop down: their corners rounded on every platform."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QMenu, QWidget

from briefing.desktop.tokens import Radius, Space


class Menu(QMenu):
    """A menu with our corners."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        round_off(self, Radius.POPOVER)


def drop(menu: Menu, opener: QWidget, *, by_key: bool = False) -> None:
    """Show `menu` 4 below its button; it is gone when it closes. By a key, the arrows start from what is chosen now."""
    menu.aboutToHide.connect(menu.deleteLater)
    chosen = next((action for action in menu.actions() if action.isChecked()), None)
    if chosen is not None and by_key:
        menu.setActiveAction(chosen)
    menu.popup(opener.mapToGlobal(QPoint(0, opener.height() + Space.TIGHT)))


def round_off(window: QWidget, radius: int) -> None:
    """Give a window that drops down round corners; a second call does nothing.

    X11 without a compositor shows black where a window is see-through, so there the corners are cut off instead.
    """
    if window.findChild(_Corners) is not None:
        return
    corners = _Corners(window, radius)
    if not corners.cuts:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


class _Corners(QObject):
    """Cuts the corners of a window whenever its size changes, where they cannot be see-through."""

    def __init__(self, window: QWidget, radius: int) -> None:
        super().__init__(window)
        self.cuts = QGuiApplication.platformName() == "xcb"
        self._radius = radius
        if self.cuts:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            path = QPainterPath()
            path.addRoundedRect(QRectF(watched.rect()), self._radius, self._radius)
            watched.setMask(QRegion(path.toFillPolygon().toPolygon()))
        return False
