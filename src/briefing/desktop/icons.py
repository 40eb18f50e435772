"""Icons: the drawings in resources/icons, coloured when loaded and sharp on every screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache

from briefing.desktop.tokens import Icon
from briefing.places import resources


def pixmap(name: str, color: str, size: int = Icon.USUAL, ratio: float | None = None) -> QPixmap:
    """The drawing `name` in `color` (``#rrggbb``), `size` logical pixels square, for a screen of `ratio` or the main.

    Kept in Qt's own pixmap cache, which is bounded and ends with the application.
    """
    if ratio is None:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    key = f"briefing:{name}:{color}:{size}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _draw(name, color, size, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(name: str, color: str, size: int = Icon.USUAL, *, hover: str = "", disabled: str = "") -> QIcon:
    """The drawing `name` as an icon for all screens there are; `hover` and `disabled` are colours of those states."""
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(pixmap(name, color, size, ratio))
        if hover:
            made.addPixmap(pixmap(name, hover, size, ratio), QIcon.Mode.Active)
        made.addPixmap(pixmap(name, disabled or color, size, ratio), QIcon.Mode.Disabled)
    return made


def names() -> list[str]:
    """Every icon there is."""
    return sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _draw(name: str, color: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # here, so that a start without an icon does not load it

    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    side = round(size * ratio)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
