"""Fills a rectangle with one colour, without what `fillRect` brings along."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, area: QRect | QRectF, color: QColor) -> None:
    """Fill `area`. To choose among the forms of `fillRect`, PySide first builds all 180 names of gradients."""
    painter.setBackground(color)
    painter.eraseRect(area)
