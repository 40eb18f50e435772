"""The grids of figures that the form has: the trade table, the figures beside it, and the goods."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from briefing.desktop.form.grid import FigureGrid
from briefing.desktop.form.grid_clipboard import bare, for_clipboard
from briefing.desktop.form.grid_goods import GoodsRows
from briefing.desktop.form.grid_head import HeadMenu
from briefing.desktop.form.grid_rows import Edit
from briefing.desktop.form.grid_single import SingleRows
from briefing.desktop.form.grid_trade import TradeRows
from briefing.dossier.figures import Period


class TradeGrid(FigureGrid):
    """Trade by period: export, import, total and growth. `table_asked` names what its menu is to do to all of it."""

    table_asked = Signal(str)

    def __init__(self, edit: Edit, parent: QWidget | None = None) -> None:
        self._trade = TradeRows(edit, "Trade", self.redraw)
        super().__init__(self._trade, "period", parent)
        self._more = HeadMenu(self._view, self.table_asked.emit, lambda: self.theirs_shown)

    def period_at_cursor(self) -> Period | None:
        """The period of the row that the cursor is in, else of the last one."""
        return self._trade.period_at(self._view.currentIndex().row())

    def copy_all(self) -> None:
        """Put all rows on the clipboard, with the heads of their columns."""
        columns = range(len(self._trade.columns))
        rows = [[bare(self._trade.text(row, column)) for column in columns] for row in range(self._trade.count())]
        heads = [column.title for column in self._trade.columns]
        QGuiApplication.clipboard().setMimeData(for_clipboard(rows, heads))

    @property
    def theirs_shown(self) -> bool:
        return self._trade.beside

    def show_theirs(self, shown: bool) -> None:
        """Whether each row has one of the other country's statistics below it, to be filled in."""
        self._trade.show_theirs(shown)

    def head_anchor(self) -> QWidget:
        """What a popover of the whole table stands under."""
        return self._more

    def begin(self, period: str, why: str) -> None:
        """Begin a row of a period, and say why."""
        self._trade.begin({0: period}, why)


class GoodsGrid(FigureGrid):
    """The goods of one flow, "export" or "import"."""

    def __init__(self, flow: str, edit: Edit, parent: QWidget | None = None) -> None:
        super().__init__(GoodsRows(flow, edit, "Trade", self.redraw), f"goods {flow}", parent)


class InvestmentGrid(FigureGrid):
    """Investment, companies and other single figures, each with its period."""

    def __init__(self, edit: Edit, parent: QWidget | None = None) -> None:
        super().__init__(SingleRows(edit, "Trade", self.redraw), "figure", parent)
