"""The rail: the outline of a dossier, with what is complete and what is wrong in each section."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, line_height, row_height
from briefing.desktop.parts.painting import paint_ground, paint_icon, paint_ring, paint_text
from briefing.desktop.parts.signs import Sign, sign_color, spoken
from briefing.desktop.parts.viewport import set_viewport
from briefing.desktop.tokens import HAIR, Height, Icon, Role, Space, Tokens, Width
from briefing.frozen import frozen
from briefing.page.fills import fill

_ITEM = Qt.ItemDataRole.UserRole
_ABOVE_CAPTION = Space.ROW + Space.TIGHT
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


@frozen
class RailItem:
    """One section. A `caption` stands above it; `count` before its sign where it is more than none."""

    key: str
    title: str
    caption: str | None = None
    sign: Sign = Sign.NONE
    count: int = 0
    started: bool = False


class Rail(QWidget):
    """The outline as a list. Up and Down go through the sections, Enter goes into the form."""

    selected = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _Outline(self)
        self._list.setAccessibleName(self.tr("Sections"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.ROW, HAIR, 0)
        self._column = column
        column.addWidget(self._list)
        self.setFocusProxy(self._list)
        self.set_width(Width.RAIL)
        self._list.currentItemChanged.connect(self._tell)
        self._list.entered_section.connect(self.entered)

    def set_sections(self, items: Sequence[RailItem]) -> None:
        """Show these sections; the one that is selected stays selected where it is still among them."""
        if [item.key for item in items] == [item.key for item in self._list.sections()]:
            self._list.renew(items)
        else:
            kept = self.current()
            self._list.blockSignals(True)
            self._list.build(items)
            captioned = bool(items and items[0].caption)
            self._column.setContentsMargins(0, 0 if captioned else Space.ROW, HAIR, 0)
            self._list.blockSignals(False)
            self.select(kept)

    def select(self, key: str) -> None:
        """Select a section; `selected` tells it when it is another than before."""
        self._list.choose(key)

    def current(self) -> str:
        """The key of the section that is selected, or ""."""
        item = self._list.currentItem()
        return str(item.data(_ITEM).key) if item is not None else ""

    def set_width(self, width: int) -> None:
        """208, or 192 in a narrow window."""
        self.setFixedWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        fill(painter, self.rect(), QColor(tokens.chrome))
        fill(painter, QRect(self.width() - HAIR, 0, HAIR, self.height()), QColor(tokens.line))

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.selected.emit(now.data(_ITEM).key)


class _Outline(QListWidget):
    """The list itself: captions are rows that can be neither chosen nor reached."""

    entered_section = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_viewport(self)
        self.ring = False  # shown only when the keyboard brought the focus
        self.pointed = -1  # the row under the mouse; the style knows it too, but to ask it costs a start its 600 names
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_SectionPainter(self))
        self.setMouseTracking(True)
        self.setAutoFillBackground(False)

    def build(self, items: Sequence[RailItem]) -> None:
        self.clear()
        for item in items:
            if item.caption:
                caption = QListWidgetItem(item.caption)
                caption.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(caption)
            self.addItem(_dress(QListWidgetItem(), item))

    def renew(self, items: Sequence[RailItem]) -> None:
        rows = [self.item(at) for at in range(self.count()) if self.item(at).data(_ITEM) is not None]
        for row, item in zip(rows, items, strict=True):
            if row.data(_ITEM) != item:
                _dress(row, item)

    def sections(self) -> list[RailItem]:
        found = [self.item(at).data(_ITEM) for at in range(self.count())]
        return [item for item in found if item is not None]

    def choose(self, key: str) -> None:
        for at in range(self.count()):
            item = self.item(at).data(_ITEM)
            if item is not None and item.key == key:
                self.setCurrentRow(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed = self.indexAt(event.position().toPoint()).row()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed = -1
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring = True
        if event.key() in _ENTER and self.currentItem() is not None:
            self.entered_section.emit(self.currentItem().data(_ITEM).key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def _dress(row: QListWidgetItem, item: RailItem) -> QListWidgetItem:
    row.setData(_ITEM, item)
    said = f"{item.count} {spoken(item.sign)}" if item.count else spoken(item.sign)
    row.setText(item.title)
    row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.title}, {said}" if said else item.title)
    return row


class _SectionPainter(QStyledItemDelegate):
    """Paints captions and sections."""

    def __init__(self, outline: _Outline) -> None:
        super().__init__(outline)
        self._outline = outline

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(_ITEM) is not None:
            return QSize(Width.RAIL_NARROW, row_height(Height.RAIL_ROW))
        return QSize(Width.RAIL_NARROW, _ABOVE_CAPTION + line_height(Role.CAPTION) + Space.CLOSE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_of(self._outline)
        room: QRect = option.rect
        row = room.adjusted(Space.CLOSE, 0, -Space.CLOSE, 0)
        item: RailItem | None = index.data(_ITEM)
        if item is None:
            line = row.adjusted(Space.INSET, 0, 0, -Space.CLOSE)
            line.setTop(line.bottom() + 1 - line_height(Role.CAPTION))
            paint_text(painter, line, str(index.data()), font(Role.CAPTION), tokens.text3)
            return
        chosen = index.row() == self._outline.currentRow()
        if chosen:
            paint_ground(painter, row, tokens.accent_soft)
        elif index.row() == self._outline.pointed:
            paint_ground(painter, row, tokens.fill2)
        self._paint_section(painter, row.adjusted(Space.INSET, 0, -Space.CLOSE - 2, 0), item, tokens, chosen)
        if chosen and self._outline.ring and self._outline.hasFocus():
            paint_ring(painter, row, tokens)

    def _paint_section(self, painter: QPainter, room: QRect, item: RailItem, tokens: Tokens, chosen: bool) -> None:
        inverted = chosen and tokens.contrast
        right = room.right() + 1
        if item.sign:
            color = tokens.on_soft if inverted else sign_color(item.sign, tokens)
            right -= Icon.USUAL
            paint_icon(painter, QRect(right, room.y(), Icon.USUAL, room.height()), item.sign.value, color)
            if item.count:
                count_font = font(Role.BUTTON)
                width = QFontMetrics(count_font).horizontalAdvance(str(item.count)) + 1
                right -= Space.TIGHT + width
                box = QRect(right, room.y(), width, room.height())
                paint_text(painter, box, str(item.count), count_font, color, Qt.AlignmentFlag.AlignRight)
        color = tokens.on_soft if chosen else (tokens.text if item.started else tokens.text2)
        words = QRect(room.x(), room.y(), right - Space.TIGHT - room.x(), room.height())
        paint_text(painter, words, item.title, font(Role.GROUP if chosen else Role.BODY), color)
