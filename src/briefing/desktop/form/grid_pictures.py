"""Pictures of rows as they were painted last: where a row above grows by a sentence, those below it only move.

A row is painted anew when what it shows has changed, and always while the ring, the editor, a selection or the pointer
is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import is_

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

#: Rows kept: some screens full of them, at about 150 kB each.
_KEPT = 96
#: Paints a row into a room.
Make = Callable[[QPainter, QRect], None]


class RowPictures:
    """The pictures of rows, by number, each with what it was painted from."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}

    def paint(self, painter: QPainter, row: int, room: QRect, look: RowLook, make: Make) -> None:
        """Paint a row into its room; `make` does it where it did not look so the last time."""
        ratio = painter.device().devicePixelRatio()
        if ratio != int(ratio):
            make(painter, room)  # a picture that begins between two pixels of the screen would be blurred
            return
        known = self._kept.pop(row, None)
        if known is None or not known.is_of(look, room.size(), ratio):
            known = _Kept(look, room.size(), ratio, _picture(room.size(), ratio, look.ground, make))
        self._kept[row] = known  # the last one now
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        painter.drawPixmap(room.topLeft(), known.picture)


@dataclass(frozen=True, eq=False)
class RowLook:
    """All that a row looks like: `parts` are held and told apart by identity, `measures` by their values.

    `ground` is the colour that the row stands on.
    """

    parts: tuple[object, ...]
    measures: tuple[object, ...]
    ground: str

    def is_same(self, other: RowLook) -> bool:
        return (
            all(map(is_, self.parts, other.parts)) and self.measures == other.measures and self.ground == other.ground
        )


@dataclass(frozen=True, eq=False)
class _Kept:
    look: RowLook
    size: QSize
    ratio: float
    picture: QPixmap

    def is_of(self, look: RowLook, size: QSize, ratio: float) -> bool:
        return self.size == size and self.ratio == ratio and self.look.is_same(look)


def _picture(size: QSize, ratio: float, ground: str, make: Make) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    make(painter, QRect(QPoint(), size))
    painter.end()
    return picture
