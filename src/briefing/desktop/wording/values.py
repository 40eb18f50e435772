"""The values of a document, searched by their words and the names of their fields, to be put into a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.compose.document import Document, Paragraph, Span, Table
from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.painting import paint_ground, paint_text
from briefing.desktop.tokens import Height, Role, Space, Width

#: Rows in sight before the list scrolls, and the longest words of a value that are offered.
_ROWS, _LONGEST = 8, 80
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def values_of(document: Document) -> tuple[Span, ...]:
    """Each value of a document once, in reading order; no gaps, and no texts that are paragraphs of their own."""
    found: dict[tuple[tuple[str, ...], str], Span] = {}
    for span in _spans(document):
        if span.paths and not span.gap and 0 < len(span.text.strip()) <= _LONGEST:
            found.setdefault((span.paths, span.text), Span(span.text, span.paths))
    return tuple(found.values())


def _spans(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        elif isinstance(block, Table):
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from cell


class ValueChoice(QWidget):
    """A line to search in, and the values that fit what is typed there."""

    chosen = Signal(object)

    def __init__(self, values: tuple[Span, ...], label_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = LineEdit(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search the values"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Values"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setFixedSize(Width.POPOVER, _ROWS * row_height(Height.RAIL_ROW))
        self._nothing = Text(self.tr("No value has these words."), Role.HELP, "text2")
        for span in values:
            item = QListWidgetItem(span.text, self._list)
            labels = ", ".join(dict.fromkeys(filter(None, map(label_of, span.paths))))
            item.setData(Qt.ItemDataRole.UserRole, span)
            item.setData(Qt.ItemDataRole.UserRole + 1, labels)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{span.text}, {labels}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CLOSE)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self.search)
        self._list.itemClicked.connect(self._choose)
        self.search("")

    def search(self, words: str) -> None:
        """Show only the values in which, or in whose field's name, all these words are found."""
        wanted = words.casefold().split()
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            inside = str(item.data(Qt.ItemDataRole.AccessibleTextRole)).casefold()
            item.setHidden(not all(word in inside for word in wanted))
            if first is None and not item.isHidden():
                first = item
        self._list.setCurrentRow(self._list.row(first) if first is not None else -1)
        self._nothing.setVisible(first is None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _TO_LIST:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._list.currentItem() is not None:
                self._choose(self._list.currentItem())
        else:
            self._list.event(event)
        return True

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _Rows(QStyledItemDelegate):
    """The words of a value, and at right the names of its fields."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, row_height(Height.RAIL_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view: QListWidget = self.parent()  # type: ignore[assignment]  # made with it
        tokens = tokens_of(view)
        room = option.rect
        item = view.itemFromIndex(index)
        if item is view.currentItem():
            paint_ground(painter, room, tokens.accent_soft)
        words = room.adjusted(Space.CLOSE, 0, -Space.CLOSE, 0)
        half = words.adjusted(0, 0, -words.width() * 2 // 5, 0)
        rest = words.adjusted(half.width() + Space.CLOSE, 0, 0, 0)
        color = tokens.on_soft if item is view.currentItem() else tokens.text
        paint_text(painter, half, item.text(), font(Role.BODY), color)
        quiet = tokens.on_soft if tokens.contrast else tokens.text2
        labels = str(item.data(Qt.ItemDataRole.UserRole + 1))
        paint_text(painter, rest, labels, font(Role.HELP), quiet, Qt.AlignmentFlag.AlignRight)
