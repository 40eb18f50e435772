"""Choosing in a cell: its answers drop under it while it is typed in, and what is lit is what Enter takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QStyledItemDelegate, QWidget

from briefing.desktop.form.grid_cells import CellEditor
from briefing.desktop.form.grid_view import GridView
from briefing.desktop.tokens import HAIR, Space

_MOST_SHOWN = 12
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_SHOWN,
    Qt.Key.Key_PageUp: -_MOST_SHOWN,
}
_ANSWER = Qt.ItemDataRole.UserRole


class ChoiceList(QObject):
    """Any part of an answer finds it; what fits none is the last row, as a name of its own."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._editor: CellEditor | None = None
        self._list: _List | None = None
        view.choosing.connect(self.open)
        view.cells.closed.connect(self.close)

    def open(self) -> None:
        """Drop under the cell that is being edited."""
        editor = self._view.cells.editor
        if editor is None or editor is self._editor:
            return
        self._editor = editor
        self._list = _List(self._view.window())
        self._list.clicked.connect(self._take)
        self._offer(editor.text() if editor.isModified() else "", editor.text())
        editor.answer = self._answer
        editor.textEdited.connect(self._follow)
        editor.installEventFilter(self)
        area = _area_of(self._view)
        if area is not None:
            area.verticalScrollBar().valueChanged.connect(self._place)

    def close(self) -> None:
        if self._list is not None:
            area = _area_of(self._view)
            if area is not None:
                area.verticalScrollBar().valueChanged.disconnect(self._place)
            self._list.hide()
            self._list.deleteLater()
        self._list = self._editor = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._list is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._list.step(step)
        self._editor.setModified(True)
        return True

    def _follow(self, typed: str) -> None:
        self._offer(typed, typed)

    def _offer(self, typed: str, now: str) -> None:
        if self._list is None:
            return
        choices = self._view.rows.columns[self._view.currentIndex().column()].choices
        self._list.show_answers(_matches(choices, typed.strip()), typed.strip(), now)
        self._place()

    def _answer(self) -> str | None:
        """What is lit, or None where nothing is."""
        return self._list.answer() if self._list is not None else None

    def _take(self, _index: QModelIndex) -> None:
        """A click takes what it hits and goes on, as Enter does."""
        if self._editor is not None:
            self._editor.setModified(True)
            self._view.cells.finish(self._editor, (0, 1))

    def _place(self) -> None:
        if self._list is not None:
            at = self._view.currentIndex()
            cell = self._view.cell_rect(at.row(), at.column())
            corner = self._view.mapTo(self._view.window(), cell.topLeft())
            self._list.place(corner, cell.width(), cell.height())


class _List(QListView):
    """The answers; the keys stay with what is typed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("choices")
        self.setAccessibleName(self.tr("Choices"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(QStyledItemDelegate(self))
        self._answers = QStandardItemModel(self)
        self.setModel(self._answers)

    def show_answers(self, answers: Sequence[str], typed: str, now: str) -> None:
        """Show these, and what was typed as a name of its own where it is none of them."""
        self._answers.clear()
        for words in answers:
            self._answers.appendRow(_row(words, words))
        if typed and typed.casefold() not in (words.casefold() for words in answers):
            self._answers.appendRow(_row(self.tr("“{0}”, as a name of its own").format(typed), typed))
        lit = next((at for at, words in enumerate(answers) if words == now), 0 if typed else -1)
        self.setCurrentIndex(self._answers.index(lit, 0))
        self.show()
        self.raise_()

    def answer(self) -> str | None:
        found = self.currentIndex().data(_ANSWER)
        return str(found) if found is not None else None

    def step(self, by: int) -> None:
        count, now = self._answers.rowCount(), self.currentIndex().row()
        at = (now + by) % count if abs(by) == 1 and now >= 0 else max(0, min(now + by, count - 1))
        self.setCurrentIndex(self._answers.index(at, 0))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(self.currentIndex().data())))

    def place(self, cell: QPoint, wide: int, high: int) -> None:
        """Stand under a cell of the window, or above it where there is no room below."""
        rows = min(self._answers.rowCount(), _MOST_SHOWN)
        edge = 2 * (Space.TIGHT + HAIR)
        tall = rows * self.sizeHintForRow(0) + edge
        bar = self.verticalScrollBar().sizeHint().width() if rows < self._answers.rowCount() else 0
        wide = max(wide, self.sizeHintForColumn(0) + bar + edge)
        host = self.parentWidget()
        top = cell.y() + high + Space.TIGHT
        if host is not None and top + tall > host.height():
            top = max(0, cell.y() - Space.TIGHT - tall)
        self.setGeometry(cell.x() - Space.CLOSE, top, wide + Space.CLOSE, tall)


def _row(words: str, answer: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(answer, _ANSWER)
    return item


def _matches(choices: Sequence[str], typed: str) -> list[str]:
    """The choices that hold what was typed: those that begin with it first, then those with a word that does."""
    small = typed.casefold()
    found = [(_rank(words.casefold(), small), at, words) for at, words in enumerate(choices)]
    return [words for _, _, words in sorted(found) if small in words.casefold()]


def _rank(words: str, typed: str) -> int:
    if words.startswith(typed):
        return 0
    return 1 if f" {typed}" in words or f"({typed}" in words else 2


def _area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
