"""The mouse over a figure grid: links under rows, ticks that take values in grey, tips, a double click that edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from briefing.desktop.fonts import font
from briefing.desktop.form.grid_paint import line_of, tick_of
from briefing.desktop.tokens import Role, Space

if TYPE_CHECKING:
    from briefing.desktop.form.grid_view import GridView


class GridMouse(QObject):
    """Hears the viewport of a grid before it does."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._hand = False
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            return self._tip(event)
        if kind == QEvent.Type.Leave:
            self._point_at(QPoint(-1, -1))
        if not isinstance(event, QMouseEvent):
            return False
        if kind == QEvent.Type.MouseMove:
            self._point_at(event.position().toPoint())
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        return kind == QEvent.Type.MouseButtonDblClick and self._edit(event.position().toPoint())

    def _press(self, event: QMouseEvent) -> bool:
        view, at = self._view, event.position().toPoint()
        piece, cell = view.line_at(at), self._cell_at(at)
        if piece is not None:
            view.setFocus(Qt.FocusReason.MouseFocusReason)
            view.setCurrentIndex(view.grid_model.index(view.rowAt(at.y()), piece.line.column))
            if piece.link is not None and event.button() == Qt.MouseButton.LeftButton:
                piece.link.mend()
            return True
        if cell is not None and event.button() == Qt.MouseButton.LeftButton and self._on_tick(at, cell):
            view.setFocus(Qt.FocusReason.MouseFocusReason)
            view.setCurrentIndex(view.grid_model.index(*cell))
            view.rows.take_ghost(*cell)
            return True
        return False

    def _edit(self, at: QPoint) -> bool:
        cell = self._cell_at(at)
        if cell is not None and self._view.line_at(at) is None and not self._on_tick(at, cell):
            self._view.start(*cell)
        return True

    def _tip(self, event: QHelpEvent) -> bool:
        """Say of a cell what its text alone does not."""
        cell = self._cell_at(event.pos())
        words = self._said(cell) if cell is not None and self._view.line_at(event.pos()) is None else ""
        if cell is None or not words:
            QToolTip.hideText()
            return True
        room = self._view.visualRect(self._view.grid_model.index(*cell))
        QToolTip.showText(event.globalPos(), words, self._view.viewport(), room)
        return True

    def _said(self, cell: tuple[int, int]) -> str:
        """What a cell says beside its text, after the text where that is cut."""
        text, tip = self._view.rows.text(*cell), self._view.rows.tip(*cell)
        wide = QFontMetrics(font(Role.BODY)).horizontalAdvance(text)
        cut = wide + (Space.INSET if cell[1] else 0) > self._view.columnWidth(cell[1])
        return "\n".join(filter(None, (text if cut else "", tip)))

    def _point_at(self, at: QPoint) -> None:
        spot, piece, cell = self._view.spot, self._view.line_at(at), self._cell_at(at)
        link = piece if piece is not None and piece.link is not None else None
        hand = link is not None or (piece is None and cell is not None and self._on_tick(at, cell))
        if (link, cell, hand) == (spot.link, spot.hovered, self._hand):
            return
        linked = None if link is spot.link else (self._view.rowAt(at.y()), 0)
        self._view.update_rows(cell, spot.hovered, linked)
        spot.link, spot.hovered, self._hand = link, cell, hand
        self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _cell_at(self, at: QPoint) -> tuple[int, int] | None:
        index = self._view.indexAt(at)
        return (index.row(), index.column()) if index.isValid() else None

    def _on_tick(self, at: QPoint, cell: tuple[int, int]) -> bool:
        """Whether a point is on the tick beside a value in grey."""
        view = self._view
        if view.read_only or view.rows.text(*cell) or not view.rows.ghost(*cell):
            return False
        return tick_of(line_of(view.visualRect(view.grid_model.index(*cell)))).contains(at)
