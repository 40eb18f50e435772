"""The viewport of an area that scrolls: made here, and without a ground of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def set_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give an area that holds nothing yet a viewport that paints no ground.

    Were Qt's own asked for, PySide would first load every class of widgets, to find out of which it is.
    """
    made = QWidget()
    area.setViewport(made)
    return made
