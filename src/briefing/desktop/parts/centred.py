"""A column in the middle of its pane, which scrolls where the pane is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from briefing.desktop.parts.viewport import set_viewport


def centred(column: QWidget, sides: int = 0) -> QScrollArea:
    """`column` with at least `sides` pixels on either side, as wide as it wants before the sides get any more."""
    across = QWidget()
    row = QHBoxLayout(across)
    row.setContentsMargins(sides, 0, sides, 0)
    row.addStretch(1)
    row.addWidget(column, 1000)
    row.addStretch(1)
    scroll = QScrollArea()
    set_viewport(scroll)
    scroll.setWidget(across)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    across.setAutoFillBackground(False)
    return scroll
