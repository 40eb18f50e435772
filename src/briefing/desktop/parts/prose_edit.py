"""Prose: paragraphs, bulleted and numbered items, bold and italic, edited as they look and kept as text."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from briefing.desktop.parts.growing_text import GrowingText
from briefing.desktop.parts.prose_document import char_format, insert, is_bold, kind_of, read, set_kind
from briefing.desktop.parts.prose_tools import ProseTools
from briefing.dossier.prose import ProseKind, ProseParagraph, parse, write

_TYPED_MARKS: tuple[tuple[re.Pattern[str], ProseKind], ...] = (
    (re.compile(r"[-*•]"), "bullet"),
    (re.compile(r"1[.)]"), "number"),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProseEdit(GrowingText):
    """A prose field. `edited` tells each change that a person makes, as prose text, never one made by `set_value`."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._tools: ProseTools | None = None

    def value(self) -> str:
        """Prose text: see `briefing.dossier.prose`."""
        return write(read(self.document()))

    def set_value(self, text: str, *, even_focused: bool = False) -> None:
        """Show prose text. While the person is in the field it waits, unless `even_focused` (undo)."""
        self.show_text(text, even_focused=even_focused)

    def tools(self) -> QWidget:
        """The four tools, shown while the focus is here; a field stands them in its label's line."""
        if self._tools is None:
            self._tools = ProseTools()
            self._tools.hide()
            self._tools.bold_toggled.connect(self.set_bold)
            self._tools.italic_toggled.connect(self.set_italic)
            self._tools.kind_toggled.connect(self.set_paragraph_kind)
            self.came.connect(self._tools.show)
            self.left.connect(self._tools.hide)
            self.cursorPositionChanged.connect(self._show_in_tools)
            self.currentCharFormatChanged.connect(self._show_in_tools)
        return self._tools

    def set_bold(self, on: bool) -> None:
        look = QTextCharFormat()
        look.setFontWeight(char_format(bold=on, italic=False).fontWeight())
        self.mergeCurrentCharFormat(look)

    def set_italic(self, on: bool) -> None:
        look = QTextCharFormat()
        look.setFontItalic(on)
        self.mergeCurrentCharFormat(look)

    def set_paragraph_kind(self, kind: ProseKind) -> None:
        """Make the paragraphs of the selection paragraphs or items."""
        chosen = self.textCursor()
        last = self.document().findBlock(chosen.selectionEnd())
        cursor = QTextCursor(self.document().findBlock(chosen.selectionStart()))
        cursor.beginEditBlock()
        while True:
            set_kind(cursor, kind, self.line_format())
            if cursor.block() == last or not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break
        cursor.endEditBlock()
        self._show_in_tools()

    def text_value(self) -> str:
        return self.value()

    def fill(self, text: str) -> None:
        insert(self._emptied(), parse(text), self.line_format())

    def tell(self) -> None:
        self.edited.emit(self.value())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Bold) or event.matches(QKeySequence.StandardKey.Italic))
        ):
            event.accept()  # here they mean bold and italic, whatever the window does with them
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Bold):
            self.set_bold(not is_bold(self.currentCharFormat()))
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.set_italic(not self.currentCharFormat().fontItalic())
        elif not self._pressed_at_item(event):
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        from briefing.desktop.parts.pasted import from_html, from_text  # an HTML parser is no part of a start

        paragraphs: tuple[ProseParagraph, ...] = from_html(source.html()) if source.hasHtml() else ()
        insert(self.textCursor(), paragraphs or from_text(source.text()), self.line_format())
        self.ensureCursorVisible()

    def _emptied(self) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setBlockFormat(self.line_format())
        return cursor

    def _pressed_at_item(self, event: QKeyEvent) -> bool:
        """Keys that make or end an item: a blank after its mark, Enter in an empty one, Backspace at its start."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return event.key() in _ENTER and self._break(cursor)
        block = cursor.block()
        kind = kind_of(block)
        if event.key() == Qt.Key.Key_Space and kind == "text":
            return self._make_item(cursor)
        ends = event.key() in _ENTER and not block.text()
        ends |= event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart()
        if kind != "text" and ends:
            self.set_paragraph_kind("text")
            return True
        return event.key() in _ENTER and self._break(cursor)

    def _break(self, cursor: QTextCursor) -> bool:
        cursor.insertBlock()  # Shift+Enter too: prose knows no break within a paragraph
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _make_item(self, cursor: QTextCursor) -> bool:
        before = cursor.block().text()[: cursor.positionInBlock()]
        for mark, kind in _TYPED_MARKS:
            if mark.fullmatch(before):
                cursor.beginEditBlock()
                cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                set_kind(cursor, kind, self.line_format())
                cursor.endEditBlock()
                self._show_in_tools()
                return True
        return False

    def _show_in_tools(self) -> None:
        if self._tools is not None:
            look = self.currentCharFormat()
            self._tools.show_state(is_bold(look), look.fontItalic(), kind_of(self.textCursor().block()))
