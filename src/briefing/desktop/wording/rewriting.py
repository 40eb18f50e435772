"""A paragraph that is open for rewriting: its editor, its bar, and what becomes of the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefing.compose.document import Paragraph, Spans
from briefing.desktop.page_view import PageView
from briefing.desktop.parts.popover import Popover
from briefing.desktop.preview import Preview
from briefing.desktop.session import Session
from briefing.desktop.wording.bar import RewritingBar
from briefing.desktop.wording.commands import Commands
from briefing.desktop.wording.drawing import OVER
from briefing.desktop.wording.editor import ParagraphEdit
from briefing.desktop.wording.loosening import loosened
from briefing.desktop.wording.places import parts_of
from briefing.desktop.wording.values import ValueChoice, values_of
from briefing.dossier.edits import set_value
from briefing.dossier.model import Dossier

#: Milliseconds after the last key until the words are in the session, where a crash cannot take them.
KEEP_AFTER = 400


class Rewriting(QObject):
    """One paragraph from the time it is opened until it is closed; `closed` tells its block."""

    closed = Signal(str)
    #: Words were given up; called, what it gives puts them in after all.
    dropped = Signal(object)

    def __init__(
        self,
        session: Session,
        preview: Preview,
        view: PageView,
        bar: RewritingBar,
        commands: Commands,
        label_of: Callable[[str], str],
    ) -> None:
        super().__init__(view)
        self._session, self._preview, self._view, self._bar = session, preview, view, bar
        self._commands, self._label_of = commands, label_of
        self._before = session.mark()
        self._after: str | None = None
        self._paragraph = Paragraph("", "body", ())
        self._first: Spans = ()
        self._kept: Spans = ()
        self._open = False
        self._busy = False
        self._popover: Popover | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER)
        self._keeping.timeout.connect(self.keep)
        self.editor = ParagraphEdit(view)
        self._join()

    def _join(self) -> None:
        self.editor.changed.connect(self._show)
        self.editor.done.connect(self.finish)
        self.editor.cancelled.connect(self.cancel)
        self.editor.left.connect(self._bar.take_focus)
        self.editor.command_pressed.connect(self.keep)
        self._view.arranged.connect(self._place)
        # Once the page stands where it is to stand at its new size.
        self._view.zoom_changed.connect(self._follow_caret, Qt.ConnectionType.QueuedConnection)
        self._bar.done.connect(self.finish)
        self._bar.value_asked.connect(self.choose_value)
        self._bar.composed_asked.connect(self.as_composed)
        self._bar.leave_out_asked.connect(self.leave_out)
        self._bar.back_asked.connect(self._take_focus)

    @property
    def block(self) -> str:
        """The block that is open."""
        return self._paragraph.id

    # Opening

    def open(self, paragraph: Paragraph, page: int = 0, spot: QPointF | None = None) -> None:
        """Open a paragraph, the caret at a point of a page in points, or at its end."""
        self._paragraph = paragraph
        self._begin(page, spot)

    def open_new(self, after: str) -> bool:
        """Open an empty paragraph behind a block ("": before all); it is gone again when nothing is typed."""
        before = self._session.mark()
        block = self._commands.insert(after, ())
        paragraph = self._commands.paragraph(block)
        if paragraph is None:
            return False
        self._paragraph, self._before, self._after = paragraph, before, after
        self._begin(0, None)
        return True

    def _begin(self, page: int, spot: QPointF | None) -> None:
        self.editor.open(loosened(self._paragraph.spans))
        self._kept = self._first = self.editor.spans()
        self._open = True
        self._preview.show_draft(self._paragraph)  # a paragraph number is none of its words, and steps aside
        self._place()
        self.editor.go_to_end() if spot is None else self.editor.put_caret(page, spot)
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note_focus)
        self._session.changed.connect(self._note_change)
        self.editor.cursorPositionChanged.connect(self._follow_caret)
        self._reveal()

    # Closing

    def finish(self) -> None:
        """Close it with the words as they now are."""
        spans = self.editor.spans()
        if not self._open:
            return
        self._close()
        self._take_back()
        if self._after is None:
            if spans != self._first:
                self._commands.reword(self._paragraph.id, spans)
        elif any(span.text.strip() for span in spans):
            self._commands.insert(self._after, spans)
        self._end()

    def cancel(self) -> None:
        """Close it with the words as they were. Those that were typed can be taken back as long as that is said."""
        spans, was_open = self.editor.spans(), self._open
        self._leave(lambda: None)
        if was_open and spans != self._first and any(span.text.strip() for span in spans):
            commands, block, after = self._commands, self._paragraph.id, self._after
            put = partial(commands.reword, block) if after is None else partial(commands.insert, after)
            self.dropped.emit(partial(put, spans))

    def as_composed(self) -> None:
        block = self._paragraph.id
        self._leave(lambda: self._commands.restore(block) if self._after is None else None)

    def leave_out(self) -> None:
        block = self._paragraph.id
        self._leave(lambda: self._commands.leave_out(block) if self._after is None else None)

    def _leave(self, then: Callable[[], None]) -> None:
        if self._open:
            self._close()
            self._take_back()
            then()
            self._end()

    def abandon(self) -> None:
        """Close it and change nothing: the dossier is another one."""
        if self._open:
            self._close()
            self._end()

    def keep(self) -> None:
        """Put the words into the session now, without closing."""
        self._keeping.stop()
        spans = self.editor.spans()
        # Without a word the paragraph would be left out, and gone from under the editor.
        if self._open and spans != self._kept and any(span.text.strip() for span in spans):
            self._kept = spans
            self._busy = True
            self._commands.reword(self._paragraph.id, spans)
            self._busy = False

    def choose_value(self) -> None:
        """Offer the values of the document; the one chosen goes in where the caret is."""
        document = self._preview.document
        if document is None:
            return
        choice = ValueChoice(values_of(document), self._label_of)
        popover = Popover(choice, self._view.window())
        self._popover = popover
        choice.chosen.connect(self.editor.insert_value)
        choice.chosen.connect(lambda _span: popover.close())
        popover.closed.connect(self._take_focus)
        popover.open_under(self._bar.insert_button, flush_left=True)

    # While it is open

    def _show(self) -> None:
        """Lay out the words as they now are, in their place."""
        if self._open:
            self._preview.show_draft(replace(self._paragraph, spans=self.editor.spans()))
            self._place()
            self._follow_caret()
            self._keeping.start()

    def _place(self) -> None:
        if self._open:
            self.editor.show_at(parts_of(self._view.pages, self._paragraph.id))

    def _reveal(self) -> None:
        """Bring the whole paragraph into view, or as much as has room there, and the caret in any case."""
        for part in parts_of(self._view.pages, self._paragraph.id)[:1]:
            around = OVER / self._view.scale
            self._view.show_room(part.page, part.room.adjusted(0.0, -around, 0.0, around))
        self._follow_caret()

    def _follow_caret(self) -> None:
        if self._open and self.editor.has_place():
            self._view.show_room(*self.editor.caret_room())

    def _take_focus(self) -> None:
        self._popover = None
        if self._open:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes elsewhere is done; into the bar, a menu or another window is not elsewhere."""
        if new is None or new.window() is not self._view.window():
            return
        inside = (self.editor, self._bar, self._popover)
        if not any(part is not None and (part is new or part.isAncestorOf(new)) for part in inside):
            self.finish()

    def _note_change(self, _old: Dossier, _new: Dossier) -> None:
        if not self._busy and self._open and not self._session.undo_label:
            self.abandon()  # another dossier was opened

    def _close(self) -> None:
        """The paragraph is open no more; what becomes of its words comes after."""
        self._open = False
        self._keeping.stop()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._note_focus)
        self._session.changed.disconnect(self._note_change)
        if self._popover is not None:
            self._popover.close()

    def _take_back(self) -> None:
        """Take back what was kept meanwhile, so that all of it becomes one step, or none."""
        if not self._session.return_to(self._before, self._commands.label):  # something else was edited meanwhile
            layer = self._before.dossier.wording
            self._session.edit(lambda dossier: set_value(dossier, "wording", layer), self._commands.label)

    def _end(self) -> None:
        self._preview.show_draft(None)
        if self.editor.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)  # the keyboard goes on from this paragraph
        self.editor.hide()
        self.editor.deleteLater()
        self.closed.emit(self._paragraph.id)
        self.deleteLater()
