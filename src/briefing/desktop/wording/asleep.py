"""The popover of paragraphs that a person wrote and that have no place on the page now: each text, kept or removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.desktop.page_view import PageView
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.popover import Popover
from briefing.desktop.tokens import Role, Space, Width
from briefing.desktop.wording.commands import Commands

#: The list scrolls beyond this height in pixels.
MOST_HIGH = 320


class Asleep(QWidget):
    """The texts with their blocks, each with a way to remove it; who closes this keeps them all."""

    removed = Signal(str)  # the block
    emptied = Signal()

    def __init__(self, texts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSET, Space.INSET, Space.CLOSE, Space.INSET)
        column.setSpacing(Space.CLOSE)
        column.addWidget(Text(self.tr("Yours, not on the page now"), Role.GROUP))
        why = self.tr("What they replace is not in the document at present. They are kept, and come back with it.")
        column.addWidget(Text(why, Role.HELP, "text2", wrap=True))
        column.addWidget(self._list(texts))

    def _list(self, texts: Sequence[tuple[str, str]]) -> QScrollArea:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, Space.TIGHT, Space.CLOSE, 0)
        rows.setSpacing(Space.ROW)
        for block, words in texts:
            self._rows.append(self._row(block, words))
            rows.addWidget(self._rows[-1])
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)  # which a scroll area sets
        wide = Width.CHANGED - 2 * Space.INSET
        scroll.setFixedSize(wide, min(MOST_HIGH, rows.heightForWidth(wide)))
        return scroll

    def _row(self, block: str, words: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.GROUP)
        line.addWidget(Text(words, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        remove = Button(self.tr("Remove"), Kind.QUIET)
        remove.setAccessibleName(self.tr("Remove: {0}").format(words))
        remove.clicked.connect(lambda: self._remove(row, block))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self, row: QWidget, block: str) -> None:
        self.removed.emit(block)
        at = self._rows.index(row)
        self._rows.remove(row)
        for near in self._rows[: at + 1][-1:]:  # the keyboard goes on with the next one
            near.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)
        row.hide()
        if not self._rows:
            self.emptied.emit()


def open_asleep(view: PageView, commands: Commands, opener: QWidget) -> None:
    """Open the popover over the bar under the page."""
    content = Asleep(commands.asleep())
    popover = Popover(content, view.window())
    content.removed.connect(lambda block: commands.forget(block))
    content.emptied.connect(popover.close)
    popover.open_under(opener, flush_left=True)
