"""The paper's two soft shadows, painted once for a screen and kept."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from briefing.frozen import frozen


@frozen
class Cast:
    """One shadow: how far down, how soft, how dark, as in a style sheet's ``0 1px 2px``."""

    down: float
    blur: float
    opacity: float


CASTS = (Cast(1.0, 2.0, 0.08), Cast(3.0, 12.0, 0.05))

#: How far the softest shadow reaches beyond the paper, and how far into it until it is even; logical pixels.
REACH = 16


class PageShadow:
    """Shadows as a frame of nine parts, so that one picture serves papers of every size."""

    def __init__(self) -> None:
        self._frames: dict[float, QPixmap] = {}

    def paint(self, painter: QPainter, paper: QRect) -> None:
        """The shadow around `paper`; what lies under the paper itself is left out."""
        ratio = painter.device().devicePixelRatio()
        frame = self._frames.get(ratio)
        if frame is None:
            frame = self._frames[ratio] = _draw(ratio)
        corner = 2 * REACH
        xs = (paper.left() - REACH, paper.left() + REACH, paper.right() + 1 - REACH, paper.right() + 1 + REACH)
        ys = (paper.top() - REACH, paper.top() + REACH, paper.bottom() + 1 - REACH, paper.bottom() + 1 + REACH)
        stops = (0.0, corner * ratio, (corner + 1) * ratio, (2 * corner + 1) * ratio)
        for i in range(3):
            for j in range(3):
                if (i, j) != (1, 1):
                    target = QRectF(xs[i], ys[j], xs[i + 1] - xs[i], ys[j + 1] - ys[j])
                    source = QRectF(stops[i], stops[j], stops[i + 1] - stops[i], stops[j + 1] - stops[j])
                    painter.drawPixmap(target, frame, source)


def _draw(ratio: float) -> QPixmap:
    """Shadows of a paper of 2 × REACH + 1 pixels, REACH around it; alphas are products of two edges' softness."""
    side = round((4 * REACH + 1) * ratio)
    across = [_edges(cast, 0.0, side, ratio) for cast in CASTS]
    down = [_edges(cast, cast.down, side, ratio) for cast in CASTS]
    alphas = bytearray()
    for y in range(side):
        light = [1.0] * side
        for cast, columns, heights in zip(CASTS, across, down, strict=True):
            dark = cast.opacity * heights[y]
            light = [value * (1.0 - dark * column) for value, column in zip(light, columns, strict=True)]
        alphas += bytes(round(255 * (1.0 - value)) for value in light)
    # The image only borrows the bytes; the pixmap is a copy of its own.
    return QPixmap.fromImage(QImage(bytes(alphas), side, side, side, QImage.Format.Format_Alpha8))


def _edges(cast: Cast, offset: float, side: int, ratio: float) -> list[float]:
    """How much of a blurred edge's shade falls on each device pixel; the blur is twice the Gaussian's deviation."""
    spread = cast.blur / 2 * math.sqrt(2)
    low, high = REACH + offset, 3 * REACH + 1 + offset
    middles = ((pixel + 0.5) / ratio for pixel in range(side))
    return [(math.erf((at - low) / spread) - math.erf((at - high) / spread)) / 2 for at in middles]
