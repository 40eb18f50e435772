"""A list of plain rows, a bullet before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from briefing.desktop.parts.growing_text import GrowingText
from briefing.desktop.parts.prose_document import insert, set_kind
from briefing.dossier.prose import ProseParagraph, Run


class ListEdit(GrowingText):
    """A list field. `edited` tells the rows after each change that a person makes; empty rows are none."""

    edited = Signal(list)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.setAcceptRichText(False)

    def value(self) -> list[str]:
        return [row for row in self._rows() if row.strip()]

    def set_value(self, rows: Sequence[str], *, even_focused: bool = False) -> None:
        """Show these rows. While the person is in the field they wait, unless `even_focused` (undo)."""
        self.show_text("\n".join(" ".join(row.splitlines()) for row in rows), even_focused=even_focused)

    def text_value(self) -> str:
        return "\n".join(self.value())

    def fill(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.setBlockFormat(self.line_format())
        insert(cursor, tuple(_row(line) for line in text.split("\n")) if text else (), self.line_format())

    def tell(self) -> None:
        self._keep_bullets()
        self.edited.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if cursor.block().text().strip():
                cursor.insertBlock()
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart() and not cursor.hasSelection():
            cursor.deletePreviousChar()  # joins the row to the one before, where a document would end the list
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        from briefing.desktop.parts.pasted import from_html, from_text  # an HTML parser is no part of a start

        paragraphs = from_html(source.html()) if source.hasHtml() else ()
        rows = tuple(_row(paragraph.text) for paragraph in paragraphs or from_text(source.text()))
        insert(self.textCursor(), rows, self.line_format())
        self.ensureCursorVisible()

    def _rows(self) -> list[str]:
        return self.document().toPlainText().split("\n")

    def _keep_bullets(self) -> None:
        """Every row has its bullet; only a list without any text has none, so that its placeholder shows."""
        self._filling = True
        cursor = self.textCursor()
        empty = self.document().isEmpty()
        block = self.document().firstBlock()
        while block.isValid():
            if (block.textList() is None) != empty:
                cursor.setPosition(block.position())
                set_kind(cursor, "text" if empty else "bullet", self.line_format())
            block = block.next()
        self._filling = False


def _row(text: str) -> ProseParagraph:
    return ProseParagraph("bullet", (Run(text),) if text else ())
