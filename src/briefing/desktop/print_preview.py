"""A look at the sheets before they are printed: the pages on a desk, with nothing on them that does not print."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.page_bar import PageBar
from briefing.desktop.page_canvas import PageCanvas
from briefing.desktop.page_desk import FULL_SIZE
from briefing.desktop.page_view import PageView
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.tokens import Space, Width
from briefing.page.marks import Bar
from briefing.page.pages import Hit, Page, Pages

#: The preview's part of the window's size.
SHARE = 0.9


class SheetsView(PageView):
    """Pages as they print: unmarked, and nothing on them can be clicked."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._canvas = PageCanvas(marked=False)
        self.set_pages(pages)

    def fit_page(self) -> None:
        """Show a sheet from top to foot, no larger than it is."""
        room = self.height() - 2 * Width.PAGE_ABOVE
        self.set_zoom(min(room / self.pages[0].height / FULL_SIZE, 1.0))

    def _hit(self, position: QPointF) -> tuple[Page | None, Hit | None]:
        return None, None

    def _bar(self, position: QPointF) -> Bar | None:
        return None


class PrintPreview(QDialog):
    """Accepted when the person goes on to print."""

    def __init__(self, pages: Pages, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Print preview"))
        self.resize(window.size() * SHARE)
        self._view = SheetsView(pages)
        cancel, go_on = Button(self.tr("Cancel")), Button(self.tr("Print…"), Kind.MAIN)
        cancel.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._view)
        column.addWidget(PageBar(self._view))
        column.addLayout(_buttons(cancel, go_on))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._view.fit_page()


def _buttons(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(Space.ROW, Space.INSET, Space.ROW, Space.INSET)
    row.setSpacing(Space.CLOSE)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
