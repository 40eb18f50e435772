"""The table of a figure grid: painted cells with sentences under their rows, edited in place, driven by keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height, set_role
from briefing.desktop.form import grid_lines
from briefing.desktop.form.grid_cells import CellEditor, Cells
from briefing.desktop.form.grid_columns import widths_of
from briefing.desktop.form.grid_head import Head
from briefing.desktop.form.grid_lines import Piece
from briefing.desktop.form.grid_model import GridModel
from briefing.desktop.form.grid_mouse import GridMouse
from briefing.desktop.form.grid_paint import Spot, box_of, dress_of, line_of, paint_row
from briefing.desktop.form.grid_pictures import RowLook, RowPictures
from briefing.desktop.form.grid_rows import Rows
from briefing.desktop.tokens import Height, Role, Space

_Index = QModelIndex | QPersistentModelIndex
#: Rows whose texts are measured for the widths of the columns; in a longer table the rest may be cut.
_MEASURED = 60


class GridView(QTableView):
    """Rows of a grid. As high as all its rows: the form around it scrolls."""

    cell_focused = Signal(int, int)
    focus_left = Signal()
    opened = Signal(CellEditor)
    choosing = Signal()

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.read_only = False
        self.spot = Spot()
        self._pieces: dict[int, list[Piece]] = {}
        self._pictures = RowPictures()
        self._needs = [0] * len(rows.columns)
        self.grid_model = GridModel(rows, self)
        self.setModel(self.grid_model)
        self.cells = Cells(self.spot, self)
        self.setItemDelegate(self.cells)
        self.cells.opened.connect(self.opened)
        self.cells.closed.connect(self.note_focus)
        self._mouse = GridMouse(self)
        self.setHorizontalHeader(Head(self))
        self._dress()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_role(self, Role.BODY)  # so that it hears when the interface font changes
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # `start` alone opens editors
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(1)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(row_height(Height.GRID_ROW))

    def refresh(self) -> None:
        """Show the rows as they now are."""
        others = self.grid_model.refresh()
        if self.rows.count() != len(self._pieces):
            self._fit_columns(range(self.rows.count()))
            self._fit_rows(None)
        elif others:
            self._fit_columns(others)
            self._fit_rows(others)

    def sizeHint(self) -> QSize:
        return QSize(Space.MARGIN, self._head_height() + self.verticalHeader().length())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def cell_rect(self, row: int, column: int) -> QRect:
        """The ground of a cell in the view's own coordinates."""
        box = box_of(line_of(self.visualRect(self.grid_model.index(row, column))))
        return box.translated(self.viewport().pos())

    def line_at(self, at: QPoint) -> Piece | None:
        """The words of a line under a point of the viewport."""
        row = self.rowAt(at.y())
        origin = QPoint(0, self.rowViewportPosition(row) + grid_lines.top_of(tokens_of(self)))
        return next((piece for piece in self._pieces.get(row, ()) if piece.rect.translated(origin).contains(at)), None)

    # Sizes.

    def _head_height(self) -> int:
        return self.horizontalHeader().sizeHint().height()

    def _fit_columns(self, changed: Collection[int]) -> None:
        """Make room for the texts of changed rows; what is wider than they need now stays so until all are measured."""
        columns = self.rows.columns
        known = self._needs if len(changed) < self.rows.count() else [0] * len(columns)
        self._needs = [max(known[column], self._need(column, changed)) for column in range(len(columns))]
        firm = [column.amount or column.growth for column in columns]
        widths = widths_of([column.share for column in columns], self._needs, self.viewport().width(), firm)
        edge = 0.0
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, round(edge + wide) - round(edge))
            edge += wide

    def _need(self, column: int, rows: Collection[int]) -> int:
        metrics = QFontMetrics(font(Role.BUTTON if column == 0 else Role.BODY))
        shown = [row for row in rows if row < min(_MEASURED, self.rows.count())]
        texts = {(column == 0 and self.rows.aside(row)) or self.rows.text(row, column) for row in shown}
        wide = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        head = QFontMetrics(font(Role.LABEL)).horizontalAdvance(self.rows.columns[column].title)
        return max(wide, head) + Space.INSET + (0 if column == 0 else Space.CLOSE)

    def _fit_rows(self, changed: set[int] | None) -> None:
        """Break the lines of rows into the width anew, of all rows or of those that changed."""
        tokens = tokens_of(self)
        moved = changed is None
        for row in range(self.rows.count()) if changed is None else changed:
            self._pieces[row] = grid_lines.pieces_of(self.grid_model.lines[row], self.viewport().width())
            high = grid_lines.height_of(self._pieces[row], tokens)
            if self.rowHeight(row) != high:
                self.setRowHeight(row, high)
                moved = True
        for row in [row for row in self._pieces if row >= self.rows.count()]:
            del self._pieces[row]
        if moved:
            self.updateGeometry()
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns(range(self.rows.count()))
            self._fit_rows(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.horizontalHeader().updateGeometry()
            self.updateGeometries()
            self._fit_columns(range(self.rows.count()))
            self._fit_rows(None)

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Nothing scrolls in here: the view is as high as its rows, and the form around it scrolls."""

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not Qt's own painting of a table: its selection would fill the sentences under a row too.
        painter, dress, wide = QPainter(self.viewport()), dress_of(self), self.viewport().width()
        lefts = tuple((self.columnViewportPosition(at), self.columnWidth(at)) for at in range(len(self.rows.columns)))
        top, foot, region = event.rect().top(), event.rect().bottom(), event.region()
        row, whole = max(0, self.rowAt(top)), region.rectCount() == 1
        y, touched, measures = self.rowViewportPosition(row), self.spot.rows, (lefts, dress.keys)
        while row < self.rows.count() and y <= foot:
            room = QRect(0, y, wide, self.rowHeight(row))
            if whole or region.intersects(room):
                lines, pieces = self.grid_model.lines[row], self._pieces.get(row, ())
                make = partial(paint_row, self.rows, row, lines, pieces, lefts, self.spot, dress)
                if row in touched or (self.spot.link is not None and self.spot.link in pieces):
                    make(painter, room)
                else:
                    parts = (self.grid_model.look(row), lines, pieces, dress.tokens)
                    self._pictures.paint(painter, row, room, RowLook(parts, measures, dress.tokens.form), make)
            y += room.height()
            row += 1

    def update_rows(self, *cells: tuple[int, int] | None) -> None:
        """Paint the rows of these cells anew."""
        for row in {cell[0] for cell in cells if cell is not None}:
            y, high = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(0, y, self.viewport().width(), high)

    # Focus.

    def note_focus(self) -> None:
        """Put the ring on the current cell while the grid or its editor has the focus, and tell which one it is."""
        index = self.currentIndex()
        inside = self.hasFocus() or self.spot.edited is not None
        here = (index.row(), index.column()) if inside and index.isValid() else None
        if here != self.spot.ringed:
            self.update_rows(here, self.spot.ringed)
            self.spot.ringed = here
        if here is not None:
            self.cell_focused.emit(*here)
        else:
            self.focus_left.emit()

    def dataChanged(self, top: _Index, bottom: _Index, roles: Sequence[int] = ()) -> None:
        """Paint the rows that changed; an open editor is never written into."""
        self.update_rows(*((row, 0) for row in range(top.row(), bottom.row() + 1)))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.note_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not the view's own, nor a widget's: either would paint all rows anew, and only the ring has moved.
        if not self.currentIndex().isValid() and self.rows.count():
            self.setCurrentIndex(self.grid_model.index(0, 0))
        last = event.reason() == Qt.FocusReason.BacktabFocusReason
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) and self.rows.count():
            edge = (self.rows.count() - 1, len(self.rows.columns) - 1) if last else (0, 0)
            self.setCurrentIndex(self.grid_model.index(*edge))
        self.note_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            if self.cells.editor is None:
                self.clearSelection()
            self.note_focus()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        cells = frozenset((index.row(), index.column()) for index in self.selectedIndexes())
        before, self.spot.block = self.spot.block, cells if len(cells) > 1 else frozenset()
        self.update_rows(*(before ^ self.spot.block))

    # Editing.

    def start(self, row: int, column: int, key: QKeyEvent | None = None) -> None:
        """Edit a cell in its place. `key` is what was typed at it: it replaces the text."""
        if self.read_only:
            return
        fresh = self.cells.editor is None
        if fresh:
            index = self.grid_model.index(row, column)
            if self.currentIndex() != index:  # else the block that is selected stays, to be filled
                self.setCurrentIndex(index)
            self.edit(index)
        editor = self._editor()
        if editor is None:
            return
        chosen = bool(self.rows.columns[column].choices)
        if fresh and (chosen or key is not None):
            editor.selectAll()
        elif key is None:
            editor.end(False)
        if key is not None:
            QCoreApplication.sendEvent(editor, key)
        if chosen:
            self.choosing.emit()

    def _editor(self) -> CellEditor | None:
        return self.cells.editor  # asked anew each time: `edit` makes it

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form scrolls
