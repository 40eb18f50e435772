"""The editor of one paragraph, in its place on the page: the page draws the words, this the caret and what is chosen.

The words are laid out by the pager, as everything on the page, so that not one of them moves when it is opened, and
all below follows as it is typed. The text box only takes what a person types: its own layout is never seen.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from briefing.compose.document import Span, Spans
from briefing.desktop.page_view import PageView
from briefing.desktop.parts.menu import round_off
from briefing.desktop.parts.prose_document import char_format, is_bold
from briefing.desktop.tokens import Radius
from briefing.desktop.wording.chips import Chips, Stop, beyond_link, to_document, to_page
from briefing.desktop.wording.drawing import paint_caret, paint_ring_around, paint_selection, paint_value, ring_room
from briefing.desktop.wording.keys import ENTER, is_command, is_ours, line_step
from briefing.desktop.wording.places import Part, caret, position_at, stretch_rooms
from briefing.dossier import gate

_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class ParagraphEdit(QTextEdit):
    """Takes the words of one paragraph. It shows nothing until `show_at` has told where they stand."""

    changed = Signal()  # other words, or letters that an input method is still composing
    done = Signal()
    cancelled = Signal()
    left = Signal()  # by Tab: to the bar
    command_pressed = Signal()  # a key of the window, or the pointer leaves: a command may follow

    def __init__(self, view: PageView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._chips = Chips(self.document())
        self._spans: Spans = ()
        self._stops: tuple[Stop, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._goal: float | None = None
        self._copied: tuple[str, Spans] = ("", ())
        self._blink = QTimer(self)
        self._caret_shown = True
        self._prepare()

    def _prepare(self) -> None:
        self.setObjectName("onPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit#onPage { background: transparent; border: none; padding: 0; }")
        self.viewport().setAutoFillBackground(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Paragraph, rewriting"))
        self.setAccessibleDescription(self.tr("A value is one step. Enter when done, Escape to leave it as it was."))
        self._blink.timeout.connect(self._flash)
        self.textChanged.connect(self._read)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.selectionChanged.connect(self.viewport().update)

    # What is in it

    def open(self, spans: Spans) -> None:
        """Take these spans to be rewritten; those with paths are values."""
        self._chips.fill(spans)
        self._read()

    def spans(self) -> Spans:
        """The spans as they now are, each value as the span that it was given as."""
        return self._spans

    def insert_value(self, span: Span) -> None:
        """Put a value in at the caret."""
        format = self.currentCharFormat()
        value = replace(span, bold=is_bold(format), italic=format.fontItalic())
        self._chips.insert(self.textCursor(), (value,))

    def show_at(self, parts: tuple[Part, ...]) -> None:
        """Stand over the paragraph, whose words the pages now show there."""
        self._parts = parts
        if not parts:
            return
        room = self._ring(parts[0])
        for part in parts[1:]:
            room = room.united(self._ring(part))
        self.setGeometry(room.toAlignedRect())
        self.viewport().update()
        self.updateMicroFocus()

    def put_caret(self, page: int, spot: QPointF) -> None:
        """Put the caret where a point of a page is, in points."""
        self._go(position_at(self._parts, page, spot), _MOVE)

    def go_to_end(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.End)

    def has_place(self) -> bool:
        """Whether the words stand on a page."""
        return bool(self._parts)

    def caret_room(self) -> tuple[int, QRectF]:
        """The page of the caret, and its room there."""
        return caret(self._parts, to_page(self._stops, self.textCursor().position()))

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_ours(event):
            event.accept()  # before any shortcut of the window
            return True
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.Leave) and is_command(event):
            self.command_pressed.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = line_step(event)
        if step is None:
            self._goal = None
        if event.key() in ENTER:  # with Shift too: a paragraph has no line break
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in _TABS:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Bold):
            self.set_bold(not is_bold(self.currentCharFormat()))
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.set_italic(not self.currentCharFormat().fontItalic())
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # the pages scroll
        elif step is not None and self._parts:
            position, self._goal = step.take(
                self._parts, to_page(self._stops, self.textCursor().position()), self._goal
            )
            self._go(position, _KEEP if step.selecting else _MOVE)
        else:
            super().keyPressEvent(event)

    def set_bold(self, on: bool) -> None:
        format = QTextCharFormat()
        format.setFontWeight(char_format(bold=on, italic=False).fontWeight())
        self.mergeCurrentCharFormat(format)

    def set_italic(self, on: bool) -> None:
        format = QTextCharFormat()
        format.setFontItalic(on)
        self.mergeCurrentCharFormat(format)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._read()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._parts:
            return self._here(*self.caret_room()).toRect()
        return super().inputMethodQuery(query)

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        spans = self._chips.read(cursor.selectionStart(), cursor.selectionEnd())
        text = "".join(span.text for span in spans)
        self._copied = (text, spans)
        data = QMimeData()
        data.setText(text)
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text, spans = self._copied
        if text and source.text() == text:  # cut or copied here: the values in it stay live
            self._chips.insert(self.textCursor(), spans)
        else:
            typed = self.currentCharFormat()  # without what makes a letter of it a value
            plain = char_format(bold=is_bold(typed), italic=typed.fontItalic())
            self.textCursor().insertText(gate.admit_line(source.text()), plain)

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(self._position(event), _KEEP if shifted else _MOVE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self._position(event), _KEEP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the pages scroll

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        round_off(menu, Radius.POPOVER)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing scrolls: the words are the page's own."""

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for part in self._parts:
            paint_ring_around(painter, self._ring(part).translated(-QPointF(self.pos())))
        cursor = self.textCursor()
        for stop in self._stops:
            if stop.is_value:
                rooms = stretch_rooms(self._parts, stop.at, stop.at + stop.size)
                paint_value(painter, [self._here(*room) for room in rooms], empty=stop.span.gap)
        if cursor.hasSelection():
            ends = (to_page(self._stops, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
            paint_selection(painter, [self._here(*room) for room in stretch_rooms(self._parts, *ends)])
        if self._parts and self.hasFocus() and self._caret_shown:
            paint_caret(painter, self._here(*self.caret_room()))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._restart_blinking()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    def _here(self, page: int, room: QRectF) -> QRectF:
        """A room of a page, in this widget's pixels."""
        return self._view.viewport_rect(page, room).translated(-QPointF(self.pos()))

    def _ring(self, part: Part) -> QRectF:
        """The room of the ring around a part, in the view's pixels."""
        return ring_room(self._view, part.page, part.room)

    def _position(self, event: QMouseEvent) -> int:
        spot = event.position() + QPointF(self.pos())
        return position_at(self._parts, *self._view.page_spot(spot))

    def _go(self, at: int, mode: QTextCursor.MoveMode) -> None:
        cursor = self.textCursor()
        cursor.setPosition(to_document(self._stops, at), mode)
        self.setTextCursor(cursor)

    def _read(self) -> None:
        self._spans, self._stops = self._chips.read_all()
        self.changed.emit()

    def _follow_caret(self) -> None:
        plain = beyond_link(self.textCursor())
        if plain is not None:
            self.setCurrentCharFormat(plain)
        self._restart_blinking()
        self.updateMicroFocus()

    def _restart_blinking(self) -> None:
        self._caret_shown = True
        period = QApplication.cursorFlashTime()
        if self.hasFocus() and period > 0:
            self._blink.start(period // 2)
        self.viewport().update()

    def _flash(self) -> None:
        self._caret_shown = not self._caret_shown
        self.viewport().update()
