"""The bar under the page while a paragraph is rewritten: done, a value, as composed, left out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import control_height, row_height
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.tokens import Height, Role, Space
from briefing.page.fills import fill

#: How far the first button stands from the bar's left side, and the words from its right.
_BESIDE = 20


class RewritingBar(QWidget):
    """What can be done with the open paragraph."""

    done = Signal()
    value_asked = Signal()
    composed_asked = Signal()
    leave_out_asked = Signal()
    back_asked = Signal()  # Escape: back to the words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rewriting"))
        self._done = _button(self.tr("Done"), "tick", Kind.MAIN)
        self.insert_button = _button(self.tr("Insert value"), "plus")
        composed = _button(self.tr("As composed"), "as-composed")
        leave_out = _button(self.tr("Leave out"), "leave-out")
        row = QHBoxLayout(self)
        row.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        row.setSpacing(Space.CLOSE)
        for button in (self._done, self.insert_button, composed, leave_out):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(Text(self.tr("Values stay live"), Role.HELP, "text2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._done.clicked.connect(self.done)
        self.insert_button.clicked.connect(self.value_asked)
        composed.clicked.connect(self.composed_asked)
        leave_out.clicked.connect(self.leave_out_asked)

    def take_focus(self) -> None:
        self._done.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height(Height.PAGE_BAR_REWRITING))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), QColor(tokens_of(self).accent_soft))


def _button(words: str, icon: str, kind: Kind = Kind.FLAT) -> Button:
    button = Button(words, kind, icon=icon)
    button.setFixedHeight(control_height(Height.SMALL))
    return button
