"""The rows of a figure grid as an item model, so that Qt's views and screen readers can read them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
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
        self._known: Sequence[Hashable] = []
        self._states: list[object] = []
        self._frame: object = None
        self._origins: Sequence[object] = ()
        self.lines: list[tuple[Line, ...]] = []

    def refresh(self) -> set[int]:
        """Take the rows as they now are; the numbers of those that look other than before."""
        asked = self._to_ask()
        others: set[int] = set()
        for row in asked:
            state = self.rows.state(row)
            if state != self._states[row]:
                self._states[row], self.lines[row] = state, self.rows.lines(row)
                others.add(row)
        for row in others:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.rows.columns) - 1))
        return others

    def _to_ask(self) -> Sequence[int]:
        """The rows that may look other than before, once as many rows are known as there are now."""
        count = self.rows.count()
        known = self.rows.identities()
        frame, origins = self.rows.frame(), self.rows.origins()
        alike = frame is not None and frame == self._frame and known == self._known
        before, self._frame, self._origins = self._origins, frame, origins
        if count != len(self._known):
            self._resize(known)
        self._known = known
        if not alike:
            return range(count)
        return [row for row, (one, other) in enumerate(zip(origins, before, strict=True)) if one is not other]

    def look(self, row: int) -> object:
        """What a row looks like, the very same object for as long as it looks so."""
        return self._states[row]

    def _resize(self, known: Sequence[Hashable]) -> None:
        """Insert or remove rows where the two lists part, so that the cursor stays in its row."""
        least = min(len(known), len(self._known))
        start = next((row for row in range(least) if known[row] != self._known[row]), least)
        by = len(known) - len(self._known)
        if by > 0:
            self.beginInsertRows(_NONE, start, start + by - 1)
            self._states[start:start] = [None] * by
            self.lines[start:start] = [()] * by
            self._known = known
            self.endInsertRows()
        else:
            self.beginRemoveRows(_NONE, start, start - by - 1)
            del self._states[start : start - by]
            del self.lines[start : start - by]
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
        first = ", ".join(filter(None, (self.rows.text(row, 0), self.rows.aside(row))))
        text = self.rows.text(row, column) or self._spoken_empty(row, column)
        title = self.rows.columns[column].title
        words = f"{title}: {text}" if column == 0 or not first else f"{first}, {title}: {text}"
        tip = self.rows.tip(row, column)
        findings = [
            f"{spoken(line.sign)}: {line.text}"
            for line in self.lines[row]
            if line.column == column or column in line.also
        ]
        return ". ".join([words, *findings, *([tip] if tip else [])])

    def _spoken_empty(self, row: int, column: int) -> str:
        ghost = self.rows.ghost(row, column)
        return self.tr("empty, {0} follows").format(ghost) if ghost else self.tr("empty")
