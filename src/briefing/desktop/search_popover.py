"""The popover of Ctrl+K: type to find any field or command, Up and Down to choose, Enter to go there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtCore import QSize as Size
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.painting import paint_ground, paint_icon, paint_text
from briefing.desktop.search import Entry, matches
from briefing.desktop.tokens import Height, Icon, Role, Space, Width

#: Rows in sight; more scroll.
ROWS = 10

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_ICONS = {"section": "list", "field": "pencil", "house": "pencil", "type": "chevron-right", "command": "chevron-right"}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}


class SearchPopover(QWidget):
    """Looks in the entries it is given; `chosen` tells the one that the person wants."""

    chosen = Signal(object)

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self._found = _Found(self)
        self._box = LineEdit(self.tr("Any field or command"))
        self._box.setAccessibleName(self.tr("Search the form and the commands"))
        self._list = QListView()
        self._nothing = Text(self.tr("No field and no command has these words."), Role.HELP, "text2")
        self._compose()
        self._box.textChanged.connect(self._search)
        self._box.installEventFilter(self)
        self._list.clicked.connect(self._choose)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
            return True
        return False

    def _compose(self) -> None:
        self._list.setModel(self._found)
        self._list.setItemDelegate(_EntryPainter(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with what is typed
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.viewport().setAutoFillBackground(False)
        self._list.setFixedSize(Width.EMPTY_COLUMN, ROWS * row_height(Height.GRID_ROW))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CLOSE)
        column.addWidget(self._box)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self._nothing.setContentsMargins(Space.INSET, 0, 0, 0)

    def _search(self, typed: str) -> None:
        found = matches(self._entries, typed)
        self._found.show(found)
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._found.index(0))
            self._list.scrollToTop()

    def _step(self, by: int) -> None:
        count = self._found.rowCount()
        if not count:
            return
        now = self._list.currentIndex().row()
        at = (now + by) % count if abs(by) == 1 else max(0, min(now + by, count - 1))
        self._list.setCurrentIndex(self._found.index(at))
        said = str(self._found.data(self._list.currentIndex()))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._list, said))

    def _choose(self, index: _Index) -> None:
        found = index.data(_ENTRY)
        if found is not None:
            self.chosen.emit(found)


class _Found(QAbstractListModel):
    """The entries found, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self._entries[index.row()]
        if role == _ENTRY:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (found.title, found.where, found.text, found.key)))
        return None


class _EntryPainter(QStyledItemDelegate):
    """Paints an entry on one line: title, where it is, its text or its key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> Size:
        return Size(Width.EMPTY_COLUMN, row_height(Height.GRID_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found: Entry = index.data(_ENTRY)
        tokens = tokens_of(option.widget)
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint_ground(painter, room, tokens.accent_soft)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, room, tokens.fill2)
        words = tokens.on_soft if chosen else tokens.text
        quiet = tokens.on_soft if chosen and tokens.contrast else tokens.text2
        icon = QRect(room.x() + Space.INSET, room.y(), Icon.USUAL, room.height())
        paint_icon(painter, icon, _ICONS[found.kind], quiet)
        left, right = icon.right() + 1 + Space.INSET, room.right() + 1 - Space.INSET
        if found.key:
            wide = QFontMetrics(font(Role.HELP)).horizontalAdvance(found.key) + 1
            box = QRect(right - wide, room.y(), wide, room.height())
            paint_text(painter, box, found.key, font(Role.HELP), quiet)
            right = box.x() - Space.INSET
        wide = min(QFontMetrics(font(Role.BUTTON)).horizontalAdvance(found.title) + 1, right - left)
        paint_text(painter, QRect(left, room.y(), wide, room.height()), found.title, font(Role.BUTTON), words)
        left += wide + Space.INSET
        rest = "  ".join(filter(None, (found.where, found.text.replace("\n", " "))))
        if right - left > Space.MARGIN:
            paint_text(painter, QRect(left, room.y(), right - left, room.height()), rest, font(Role.HELP), quiet)
