"""The line that edits a cell of a figure grid in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.desktop.fonts import font
from briefing.desktop.form.grid_paint import LEFT, RIGHT, Spot, line_of
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import Role, Space

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


class CellEditor(QLineEdit):
    """One line without a frame of its own: the cell's ring is the frame."""

    def __init__(self, parent: QWidget, column: int) -> None:
        super().__init__(parent)
        self.setStyleSheet(_BARE)
        self.setFrame(False)
        self.setFont(font(Role.BUTTON if column == 0 else Role.BODY))
        self.setAlignment(LEFT if column == 0 else RIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # its own would offer its own undo
        self.installEventFilter(UndoPass(self))
        self.filled = False
        #: What is meant by what is typed, where it is lit in a list of answers.
        self.answer: Callable[[], str | None] | None = None

    def value(self) -> str:
        """What is typed, or the answer that is lit."""
        lit = self.answer() if self.answer is not None else None
        return self.text() if lit is None else lit


class Cells(QStyledItemDelegate):
    """Opens and closes editors; `left` tells the step (rows, columns) with which a person leaves an editor.

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
