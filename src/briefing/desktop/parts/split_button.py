"""A main button with a second part that opens more ways to do the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.tokens import HAIR, Height
from briefing.page.fills import fill


class _More(Button):
    """The part with the chevron; a line parts it from the other."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        fill(QPainter(self), QRect(0, 0, HAIR, self.height()), QColor(tokens_of(self).accent_line))


class SplitButton(QWidget):
    """ "Save as Word" and a chevron: `clicked` does it, `opened` asks for the popover."""

    clicked = Signal()
    opened = Signal()

    def __init__(self, text: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = Button(text, Kind.MAIN)
        self._main.setProperty("part", "left")
        self._more = _More("", Kind.MAIN, chevron=True)
        self._more.setProperty("part", "right")
        self._more.setFixedWidth(Height.CONTROL)
        self._more.setAccessibleName(more)
        self._more.setToolTip(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main)
        row.addWidget(self._more)
        self._main.clicked.connect(lambda: self.clicked.emit())
        self._more.clicked.connect(lambda: self.opened.emit())

    def set_tips(self, main: str, more: str) -> None:
        self._main.setToolTip(main)
        self._more.setToolTip(more)

    def set_text(self, text: str) -> None:
        self._main.setText(text)

    def set_open(self, is_open: bool) -> None:
        """Show the second part as held down while what it opened is open."""
        self._more.setCheckable(is_open)
        self._more.setChecked(is_open)
