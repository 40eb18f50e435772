"""The head of a figure grid: labels over a rule, each at the edge of its column's text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import control_height, font
from briefing.desktop.parts.painting import paint_text
from briefing.desktop.tokens import HAIR, Role, Space


class Head(QHeaderView):
    """Column labels, painted from the tokens; nothing in it can be clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), control_height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = tokens_of(self)
        first = section == 0
        room = rect.adjusted(0, 0, 0 if first else -Space.INSET, -HAIR)
        text = str(self.model().headerData(section, self.orientation()))
        align = Qt.AlignmentFlag.AlignLeft if first else Qt.AlignmentFlag.AlignRight
        paint_text(painter, room, text, font(Role.LABEL), tokens.text2, align)
        rule = QRect(rect.x(), rect.bottom() + 1 - HAIR, rect.width(), HAIR)
        painter.fillRect(rule, QColor(tokens.edge2))
