"""The rows of a figure grid as an item model, so that Qt's views and screen readers can read them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.desktop.form.grid_rows import Line, Rows
from briefing.desktop.parts.signs import spoken

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class GridModel(QAbstractTableModel):
    """Shows `rows`; `refresh` tells the views what became other since the last time, and only that."""

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._known: list[Hashable] = []
        self._shown: list[tuple[object, ...]] = []
        self.lines: list[tuple[Line, ...]] = []

    def refresh(self) -> set[int]:
        """Take the rows as they now are; the numbers of those that look other than before."""
        count = self.rows.count()
        known = [self.rows.identity(row) for row in range(count)]
        self.lines = [self.rows.lines(row) for row in range(count)]
        shown = [self._look(row) for row in range(count)]
        if count != len(self._known):
            self._resize(known, shown)
        others = {row for row in range(count) if shown[row] != self._shown[row]}
        self._known, self._shown = known, shown
        for row in others:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.rows.columns) - 1))
        return others

    def _look(self, row: int) -> tuple[object, ...]:
        return (*(self.rows.text(row, column) for column in range(len(self.rows.columns))), self.lines[row])

    def _resize(self, known: list[Hashable], shown: list[tuple[object, ...]]) -> None:
        """Insert or remove rows where the two lists part, so that the cursor stays in its row."""
        least = min(len(known), len(self._known))
        start = 0
        while start < least and known[start] == self._known[start]:
            start += 1
        by = len(known) - len(self._known)
        start = min(start, least)
        if by > 0:
            self.beginInsertRows(_NONE, start, start + by - 1)
            self._shown[start:start] = shown[start : start + by]
            self._known = known
            self.endInsertRows()
        else:
            self.beginRemoveRows(_NONE, start, start - by - 1)
            del self._shown[start : start - by]
            self._known = known
            self.endRemoveRows()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._known)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.rows.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed. True also for a refused text: it stays in its cell, with the reason under the row."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.rows.set_text(index.row(), index.column(), str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.rows.columns[section].title
        return self.rows.text(section, 0)

    def _spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell: its row and column, its text, and what the checks have to say of it."""
        first = self.rows.text(row, 0)
        text = self.rows.text(row, column) or self.tr("empty")
        title = self.rows.columns[column].title
        words = f"{title}: {text}" if column == 0 or not first else f"{first}, {title}: {text}"
        findings = [f"{spoken(line.sign)}: {line.text}" for line in self.lines[row] if line.column == column]
        return ". ".join([words, *findings])
