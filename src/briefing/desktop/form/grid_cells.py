"""The cells of a figure grid: how they are painted, and the line that edits one in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.form.grid_lines import Piece
from briefing.desktop.form.grid_model import GridModel
from briefing.desktop.form.grid_rows import tint
from briefing.desktop.parts.painting import paint_ground, paint_icon, paint_ring, paint_text
from briefing.desktop.parts.signs import Sign
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import HAIR, Height, Icon, Radius, Role, Space, Tokens

_Index = QModelIndex | QPersistentModelIndex
_Key = Qt.Key
#: Keys that end editing and move on, each with the step it makes: (rows, columns).
_STEPS = {
    _Key.Key_Return: (1, 0),
    _Key.Key_Enter: (1, 0),
    _Key.Key_Down: (1, 0),
    _Key.Key_Up: (-1, 0),
    _Key.Key_Tab: (0, 1),
    _Key.Key_Backtab: (0, -1),
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_BARE = "QLineEdit, QLineEdit:focus, QLineEdit:hover { background: transparent; border: none; padding: 0 }"
#: What a line edit keeps free at its sides.
_OWN = 2
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class CellEditor(QLineEdit):
    """One line without a frame of its own: the cell's ring is the frame."""

    def __init__(self, parent: QWidget, column: int) -> None:
        super().__init__(parent)
        self.setStyleSheet(_BARE)
        self.setFrame(False)
        self.setFont(font(Role.BUTTON if column == 0 else Role.BODY))
        self.setAlignment(_LEFT if column == 0 else _RIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # its own would offer its own undo
        self.installEventFilter(UndoPass(self))
        self.filled = False
        #: What is meant by what is typed, where it is lit in a list of answers.
        self.answer: Callable[[], str | None] | None = None

    def value(self) -> str:
        """What is typed, or the answer that is lit."""
        lit = self.answer() if self.answer is not None else None
        return self.text() if lit is None else lit


@dataclass(slots=True)
class Spot:
    """What of the grid is in focus: the cell with the ring, the one being edited, the block that is selected.

    And what the pointer is over: a cell, a link under a row.
    """

    ringed: tuple[int, int] | None = None
    edited: tuple[int, int] | None = None
    block: frozenset[tuple[int, int]] = frozenset()
    hovered: tuple[int, int] | None = None
    link: Piece | None = None


class Cells(QStyledItemDelegate):
    """Paints cells and opens editors; `left` tells the step (rows, columns) with which a person leaves an editor.

    `filling` tells that what was typed is meant for every selected cell.
    """

    left = Signal(int, int)
    opened = Signal(CellEditor)
    closed = Signal()
    filling = Signal(str)
    row_asked = Signal()

    def __init__(self, spot: Spot, parent: QObject) -> None:
        super().__init__(parent)
        self._spot = spot
        self.editor: CellEditor | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view, model = option.widget, index.model()
        assert isinstance(view, QWidget)
        assert isinstance(model, GridModel)
        tokens = tokens_of(view)
        sign = tint(model.lines[index.row()], index.column())
        room = line_of(option.rect)
        box = box_of(room)
        here = (index.row(), index.column())
        if here in self._spot.block:
            paint_ground(painter, box, tokens.accent_soft, Radius.CHIP)
        elif sign:
            paint_ground(painter, box, tokens.wrong_soft if sign is Sign.WRONG else tokens.look_soft, Radius.CHIP)
        if here == self._spot.ringed and here[1]:
            paint_ring(painter, box, tokens, Radius.CHIP)
        if here != self._spot.edited:
            self._paint_words(painter, room, index, model, sign, tokens)

    def _paint_words(
        self, painter: QPainter, room: QRect, index: _Index, model: GridModel, sign: Sign, tokens: Tokens
    ) -> None:
        column = model.rows.columns[index.column()]
        text = model.rows.text(index.row(), index.column())
        color = tokens.wrong if sign is Sign.WRONG else tokens.text
        first = index.column() == 0
        if not text:
            ghost = model.rows.ghost(index.row(), index.column())
            text, color = ghost or column.empty, tokens.text3
            here = (index.row(), index.column())
            if ghost and here in (self._spot.hovered, self._spot.ringed):
                paint_icon(painter, tick_of(room), "tick", tokens.accent_text, Icon.LABEL)
        inner = room.adjusted(0, 0, 0 if first else -Space.INSET, 0)
        paint_text(painter, inner, text, font(Role.BUTTON if first else Role.BODY), color, _LEFT if first else _RIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        self._spot.edited = (index.row(), index.column())
        self.editor = editor = CellEditor(parent, index.column())
        self.opened.emit(editor)
        return editor

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        if editor is self.editor:
            self._spot.edited = self.editor = None
            self.closed.emit()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Fill the editor when it opens, and never again: what the dossier becomes meanwhile is not written into it."""
        if isinstance(editor, CellEditor) and not editor.filled:
            editor.filled = True
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.setModified(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor) and editor.isModified():
            model.setData(index, editor.value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        room = line_of(option.rect)
        # The text must not move when editing begins.
        left = 0 if index.column() == 0 else Space.TIGHT
        right = Space.TIGHT if index.column() == 0 else Space.INSET
        editor.setGeometry(room.adjusted(left - _OWN, Space.TIGHT, _OWN - right, -Space.TIGHT))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, CellEditor) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(_Key(event.key()))
            if step is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _CTRL:
                self._finish_all(editor)
                return True
            if step is not None and not event.modifiers() & ~_PLAIN:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and step == (1, 0):
                    step = (-1, 0)
                # A choice begins a row: what it is of comes next.
                self.finish(editor, (0, 1) if step == (1, 0) and editor.answer is not None else step)
                return True
        return super().eventFilter(editor, event)

    def finish(self, editor: CellEditor, step: tuple[int, int]) -> None:
        """Take what was typed and go a step on."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(*step)

    def _finish_all(self, editor: CellEditor) -> None:
        """Take what was typed for all cells of the block; where only one is edited, the key begins a row."""
        if not self._spot.block:
            self.finish(editor, (0, 0))
            self.row_asked.emit()
            return
        text = editor.value()
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        self.filling.emit(text)


def tick_of(cell: QRect) -> QRect:
    """Where the tick stands that takes a value in grey: at the left of its cell."""
    room = line_of(cell)
    return QRect(room.x() + Space.TIGHT, room.y() + Space.TIGHT, Icon.USUAL, room.height() - 2 * Space.TIGHT)


def line_of(cell: QRect) -> QRect:
    """The line of a cell that its text stands in: the row may be higher, for the sentences under it."""
    return QRect(cell.x(), cell.y(), cell.width(), row_height(Height.GRID_ROW))


def box_of(room: QRect) -> QRect:
    """The ground and ring of a cell: 4 inside its row, a hair from its neighbour."""
    return room.adjusted(0, Space.TIGHT, -HAIR, -Space.TIGHT)
