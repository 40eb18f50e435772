"""The head of a figure grid: labels over a rule, each at the edge of its column's text; and the menu of the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import control_height, font
from briefing.desktop.parts.button import IconButton
from briefing.desktop.parts.menu import Menu, drop
from briefing.desktop.parts.painting import paint_text
from briefing.desktop.tokens import HAIR, Height, Role, Space


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


class HeadMenu(IconButton):
    """The menu of the whole table, behind the label of its first column. It is no stop for Tab: menus and search hold
    the same.
    """

    def __init__(self, view: QTableView, then: Callable[[str], object], is_beside: Callable[[], bool]) -> None:
        super().__init__("more", "", width=Height.SMALL, height=Height.SMALL, parent=view)
        self._view, self._then, self._is_beside = view, then, is_beside
        self.setAccessibleName(self.tr("More for the table"))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._drop)
        view.horizontalHeader().geometriesChanged.connect(self._place)
        view.horizontalHeader().sectionResized.connect(lambda *_sizes: self._place())
        self._place()

    def _place(self) -> None:
        head = self._view.horizontalHeader()
        wide = QFontMetrics(font(Role.LABEL)).horizontalAdvance(str(head.model().headerData(0, head.orientation())))
        self.move(wide + Space.TIGHT, head.y() + (head.height() - self.height()) // 2)
        self.raise_()

    def _drop(self) -> None:
        menu = Menu(parent=self)
        for words, name in (
            (self.tr("Replace a period…"), "replace"),
            (self.tr("Their statistics beside ours"), "theirs"),
            (self.tr("Sort the periods"), "sort"),
            (self.tr("Copy the table"), "copy"),
            (self.tr("Save the table…"), "save"),
        ):
            action = menu.addAction(words, partial(self._then, name))
            if name == "theirs":
                action.setCheckable(True)
                action.setChecked(self._is_beside())
        drop(menu, self)
