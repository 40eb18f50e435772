"""The keys of a figure grid: moving, editing, emptying, copying and pasting, rows moved and removed, mending."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence

from briefing.desktop.form.grid_cells import CellEditor
from briefing.desktop.form.grid_clipboard import bare, for_clipboard, read_clipboard
from briefing.desktop.form.grid_view import GridView
from briefing.desktop.parts.menu import Menu

_Standard = QKeySequence.StandardKey
_Key = Qt.Key
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
_ENTERS = (_Key.Key_Return, _Key.Key_Enter)


class GridKeys(QObject):
    """An event filter for a grid's view and its editors.

    `past_end` tells a step below the last row, `row_asked` that a row is wanted there, `pasted` what of a pasted block
    has no place here, an empty text where all has.
    """

    pasted = Signal(str)
    details_asked = Signal(int, int)
    past_end = Signal()
    row_asked = Signal()

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._rows = view.rows
        self._menu: Menu | None = None
        view.installEventFilter(self)
        view.cells.left.connect(self._leave)
        view.cells.filling.connect(self._fill_with)
        view.cells.row_asked.connect(self.row_asked)

    def watch(self, editor: CellEditor) -> None:
        """Hear an editor's keys before it does."""
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEditor):
            return isinstance(event, QKeyEvent) and self._in_editor(watched, event)
        if isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        action = self._action(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Keys of the grid's own come to it and not to a menu of the window.
            if action is not None:
                event.accept()
            return action is not None
        return action is not None and action()

    def step(self, rows: int, columns: int) -> bool:
        """Move the cursor; past a row's end to the next row. False at the table's ends."""
        at = self._view.currentIndex()
        wide = len(self._rows.columns)
        place = (at.row() + rows) * wide + at.column() + columns
        row, column = divmod(place, wide)
        if row < 0:
            return False
        if row >= self._rows.count():
            self.past_end.emit()
            return True
        self._view.setCurrentIndex(self._view.grid_model.index(row, column))
        return True

    def _leave(self, rows: int, columns: int) -> None:
        """Go on from an editor. Behind the last cell Tab begins a row, as in the tables of a word processor."""
        at = self._view.currentIndex()
        last = at.row() == self._rows.count() - 1 and at.column() == len(self._rows.columns) - 1
        if last and (rows, columns) == (0, 1) and self._rows.is_started(at.row()):
            self.row_asked.emit()
        else:
            self.step(rows, columns)

    # Keys.

    def _action(self, event: QKeyEvent) -> Callable[[], bool] | None:
        """What a key does in the grid, None where it does nothing of the grid's own."""
        for standard, action in ((_Standard.Copy, self.copy), (_Standard.Cut, self.cut), (_Standard.Paste, self.paste)):
            if event.matches(standard):
                return action
        if event.key() == _Key.Key_F2:
            return self._ask_details if event.modifiers() & _SHIFT else self._edit
        key = _Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        found = {
            (_Key.Key_Tab, _NONE): lambda: self.step(0, 1),
            (_Key.Key_Backtab, _SHIFT): lambda: self.step(0, -1),
            (_Key.Key_Down, _NONE): lambda: self.step(1, 0),
            (_Key.Key_Return, _NONE): self._edit,
            (_Key.Key_Enter, _NONE): self._edit,
            (_Key.Key_Return, _SHIFT): lambda: self.step(-1, 0),
            (_Key.Key_Return, _ALT): self._mend,
            (_Key.Key_Return, _CTRL): self._ask_row,
            (_Key.Key_Enter, _CTRL): self._ask_row,
            (_Key.Key_Insert, _NONE): self._ask_row,
            (_Key.Key_D, _CTRL): self.fill_down,
            (_Key.Key_Delete, _NONE): self.empty,
            (_Key.Key_Backspace, _NONE): self.empty,
            (_Key.Key_Delete, _CTRL): self.remove,
            (_Key.Key_Up, _ALT | _SHIFT): lambda: self.move(-1),
            (_Key.Key_Down, _ALT | _SHIFT): lambda: self.move(1),
            (_Key.Key_Escape, _NONE): self._revert,
            (_Key.Key_Space, _NONE): lambda: True,
        }.get((key, plain))
        typed = bool(event.text()) and event.text().isprintable() and not plain & (_CTRL | _ALT)
        return found or ((lambda: self._type(event)) if typed else None)

    def _in_editor(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """Undo in an editor takes back what was typed: it is taken into the dossier first, and undone there."""
        undo = event.type() == QEvent.Type.ShortcutOverride and event.matches(_Standard.Undo)
        if not undo or not editor.isModified():
            return False
        at = self._view.currentIndex()
        self._view.commitData(editor)
        self._view.closeEditor(editor, self._view.cells.EndEditHint.NoHint)
        refused = self._rows.revert(at.row(), at.column())
        event.setAccepted(refused)  # what was refused is not in the dossier, so the window has nothing to undo for it
        return True

    def _edit(self) -> bool:
        at = self._view.currentIndex()
        if at.isValid():
            self._view.start(at.row(), at.column())
        return True

    def _type(self, event: QKeyEvent) -> bool:
        at = self._view.currentIndex()
        if at.isValid():
            self._view.start(at.row(), at.column(), event)
        return True

    def _ask_details(self) -> bool:
        at = self._view.currentIndex()
        if at.isValid() and self._rows.figure_at(at.row(), at.column()) is not None:
            self.details_asked.emit(at.row(), at.column())
        return True

    def _ask_row(self) -> bool:
        self.row_asked.emit()
        return True

    def _mend(self) -> bool:
        """Take the value in grey in the cell, else the first mend that stands under the row."""
        at = self._view.currentIndex()
        row = at.row()
        if row >= 0 and not self._view.read_only and self._rows.take_ghost(row, at.column()):
            return True
        links = [link for line in self._view.grid_model.lines[row] for link in line.links] if row >= 0 else []
        if links:
            links[0].mend()
        return bool(links)

    def _revert(self) -> bool:
        at = self._view.currentIndex()
        return at.isValid() and self._rows.revert(at.row(), at.column())

    # What is done to cells and rows.

    def empty(self) -> bool:
        self._rows.empty(self._cells())
        return True

    def fill_down(self) -> bool:
        """Give the selected cells what stands in their first row; one row has it from the row above."""
        if not self._view.read_only:
            self._rows.fill_down(self._cells())
        return True

    def _fill_with(self, text: str) -> None:
        self._rows.fill(self._cells(), text)

    def copy(self) -> bool:
        cells = self._cells()
        if not cells:
            return True
        top, left = min(row for row, _ in cells), min(column for _, column in cells)
        bottom, right = max(row for row, _ in cells), max(column for _, column in cells)
        block = [
            [bare(self._rows.text(row, column)) for column in range(left, right + 1)] for row in range(top, bottom + 1)
        ]
        QGuiApplication.clipboard().setMimeData(for_clipboard(block))
        return True

    def cut(self) -> bool:
        self.copy()
        return self.empty()

    def paste(self) -> bool:
        """Put the clipboard's block in from the top left of the selection, or below the last row where none is."""
        if self._view.read_only:
            return True
        cells = self._cells() or [(self._rows.count(), 0)]
        found = read_clipboard(QGuiApplication.clipboard().mimeData())
        if len(found.rows) == 1 and len(found.rows[0]) == 1 and len(cells) > 1:
            self._rows.fill(cells, found.rows[0][0])
        elif found.rows:
            told = self._rows.paste(min(row for row, _ in cells), min(column for _, column in cells), found.rows)
            marks = (self.tr("Marks of footnotes were left out: {0}").format(" ".join(found.marks)),)
            self.pasted.emit(" ".join([*told, *(marks if found.marks else ())]))
        return True

    def remove(self) -> bool:
        """Remove the rows of the selection, from the last to the first."""
        for row in sorted({row for row, _ in self._cells()}, reverse=True):
            self._rows.remove(row)
        return True

    def move(self, by: int) -> bool:
        at = self._view.currentIndex()
        if at.isValid() and self._rows.move(at.row(), at.row() + by):
            self._view.setCurrentIndex(self._view.grid_model.index(at.row() + by, at.column()))
        return True

    def _cells(self) -> list[tuple[int, int]]:
        """The selected cells, or the current one."""
        block = sorted((index.row(), index.column()) for index in self._view.selectedIndexes())
        at = self._view.currentIndex()
        return block or ([(at.row(), at.column())] if at.isValid() else [])

    def _open_menu(self, event: QContextMenuEvent) -> None:
        """What can be done here, for the mouse and the menu key."""
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            under = view.indexAt(view.viewport().mapFromGlobal(event.globalPos()))
            if under.isValid() and (under.row(), under.column()) not in self._cells():
                view.setCurrentIndex(under)
            at = event.globalPos()
        else:
            current = view.currentIndex()
            at = view.mapToGlobal(view.cell_rect(current.row(), current.column()).bottomLeft() + QPoint(0, 1))
        row, column = view.currentIndex().row(), view.currentIndex().column()
        self._menu = menu = Menu(parent=view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for link in [link for line in view.grid_model.lines[row] for link in line.links] if row >= 0 else []:
            menu.addAction(link.text, link.mend)
        ghost = "" if row < 0 or view.read_only or self._rows.text(row, column) else self._rows.ghost(row, column)
        if ghost:
            menu.addAction(self.tr("Take {0}").format(ghost), lambda: self._rows.take_ghost(row, column))
        if not menu.isEmpty():
            menu.addSeparator()
        if row >= 0 and self._rows.figure_at(row, column) is not None:
            menu.addAction(self.tr("Details…"), self._ask_details)
            menu.addSeparator()
        for words, action in (
            (self.tr("Cut"), self.cut),
            (self.tr("Copy"), self.copy),
            (self.tr("Paste"), self.paste),
            (self.tr("Fill down"), self.fill_down),
            (self.tr("Empty"), self.empty),
            (self.tr("Move row up"), lambda: self.move(-1)),
            (self.tr("Move row down"), lambda: self.move(1)),
            (self.tr("Remove row"), self.remove),
        ):
            menu.addAction(words, action)
        menu.popup(at)
