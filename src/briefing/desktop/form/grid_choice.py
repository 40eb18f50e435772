"""Choosing in a cell: the answers of a column drop from it as a menu, and the last one is an answer of one's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction

from briefing.desktop.form.grid_view import GridView
from briefing.desktop.parts.menu import Menu


class ChoiceMenu(QObject):
    """Opens under a cell whose column has choices, on what was typed where a choice begins with it."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        view.choosing.connect(self.open)

    def open(self, row: int, column: int, typed: str) -> None:
        view = self._view
        choices = view.rows.columns[column].choices
        menu = Menu(parent=view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = view.rows.text(row, column)
        wanted: QAction | None = None
        for words in choices:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, words=words: view.rows.set_text(row, column, words))
            if wanted is None and (words.casefold().startswith(typed.casefold()) if typed else words == now):
                wanted = action
        menu.addSeparator()
        menu.addAction(self.tr("Something else…"), lambda: view.start_text(row, column))
        menu.popup(view.mapToGlobal(view.cell_rect(row, column).bottomLeft() + QPoint(0, 1)))
        menu.setActiveAction(wanted or menu.actions()[0])
