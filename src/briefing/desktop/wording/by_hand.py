"""Wording by hand on the page: choosing, opening, moving and leaving out paragraphs, by pointer and by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from briefing.compose.document import PageBreak
from briefing.desktop.page_marks import WordingMarks
from briefing.desktop.preview import Preview
from briefing.desktop.session import Session
from briefing.desktop.wording.page import WordedPage
from briefing.page.marks import Bar
from briefing.page.pages import Hit

if TYPE_CHECKING:
    from briefing.desktop.wording.bar import RewritingBar
    from briefing.desktop.wording.chosen import ChosenRing
    from briefing.desktop.wording.commands import Commands
    from briefing.desktop.wording.page_menu import Run
    from briefing.desktop.wording.rewriting import Rewriting


class ByHand(QObject):
    """Joins the page with the wording of its paragraphs. What it needs is loaded when it is first used.

    `bar` is the one under the page, which gives way while a paragraph is open; `label_of` names a field.
    """

    field_asked = Signal(str, int)  # a path, and characters before the click
    dropped = Signal(object)  # what puts words back that were given up
    asleep_changed = Signal(int)  # how many paragraphs of the person's have no place on the page

    def __init__(
        self, session: Session, preview: Preview, view: WordedPage, bar: QWidget, label_of: Callable[[str], str]
    ) -> None:
        super().__init__(view)
        self._session, self._preview, self._view, self._page_bar = session, preview, view, bar
        self._label_of = label_of
        #: What the checks say of fields, and the ways to mend it, for the menu on the page.
        self.mends_of: Callable[[Sequence[str]], Sequence[tuple[str, Run | None]]] = lambda _paths: ()
        self._rewriting: Rewriting | None = None
        self._bar: RewritingBar | None = None
        self._ring: ChosenRing | None = None
        self._chosen = ""
        self._last = ""
        self._lit = ""
        self._join()

    # What is shown

    def show_wording(self) -> None:
        """Mark on the page what was done by hand to the document in view."""
        document = self._preview.document
        if document is None:
            return
        left_out: dict[str, tuple[str, ...]] = {}
        for block in document.left_out:
            after = document.left_out_after.get(block, "")
            left_out[after] = (*left_out.get(after, ()), block)
        kept = self._rewriting.block if self._rewriting is not None else ""  # it has its ring instead
        kinds = {block: worded.state for block, worded in document.wording.items() if block != kept}
        self._view.set_wording(WordingMarks(kinds, left_out))
        self.asleep_changed.emit(len(self._commands().asleep()) if document.asleep else 0)
        if self._ring is not None:
            self._ring.place()

    def note_lit(self, path: str) -> None:
        """The field with this path has the focus: its paragraph is the one that F2 means."""
        self._lit = path

    @property
    def is_open(self) -> bool:
        return self._rewriting is not None

    def rewrite(self) -> bool:
        """Open the paragraph that is chosen, pointed at, clicked last or lit; whether there is one."""
        return not self.is_open and any(self.open(block) for block in self._meant())

    def open(self, block: str, position: QPointF | None = None) -> bool:
        """Open a paragraph for rewriting, the caret at a point of the view or at its end."""
        paragraph = self._commands().paragraph(block)
        if paragraph is None or self._refused(any(span.note for span in paragraph.spans)):
            return False
        rewriting = self._begin()
        if position is None:
            rewriting.open(paragraph)
        else:
            rewriting.open(paragraph, *self._view.page_spot(position))
        self.show_wording()
        return True

    def insert(self, after: str) -> None:
        """Open a new paragraph behind a block, behind none before all."""
        if not self._refused() and not self._begin().open_new(after):
            self._end("")

    def _refused(self, noted: bool = False) -> bool:
        """Whether nothing may be changed, or not what is `noted`, which is said."""
        footnote = self.tr("A paragraph with a footnote cannot be rewritten by hand.")
        if reason := self._session.read_only or footnote * noted:
            self._session.refused.emit(reason)
        return bool(reason)

    def finish(self) -> None:
        """Close the open paragraph, if one is, with its words as they now are."""
        if self._rewriting is not None:
            self._rewriting.finish()

    def undo(self) -> bool:
        """Undo in the open paragraph; false when none is open."""
        if self._rewriting is not None:
            self._rewriting.editor.undo()
        return self.is_open

    def redo(self) -> bool:
        if self._rewriting is not None:
            self._rewriting.editor.redo()
        return self.is_open

    # What a person does

    def _join(self) -> None:
        view = self._view
        view.bar_clicked.connect(self._open_bar)
        view.pressed_at.connect(self._note_press)
        view.opened_at.connect(lambda position: self.open(self._block_at(position), position))
        view.menu_asked.connect(self._open_menu_at)
        view.menu_key_pressed.connect(self._open_menu_of_chosen)
        view.stepped.connect(self._step)
        view.moved.connect(lambda way: self.move(self._chosen, way))
        view.delete_pressed.connect(lambda: self.leave_out(self._chosen))
        view.let_go.connect(lambda: self._choose(""))
        self._preview.composed.connect(self.show_wording)

    def _note_press(self, position: QPointF) -> None:
        self._choose("")
        self._last = self._block_at(position)

    def leave_out(self, block: str) -> None:
        """Leave a block out; where it was chosen, the next one is."""
        below = self._neighbour(block, 1) if block == self._chosen else self._chosen
        if block:
            self._commands().leave_out(block)
            self._choose(below)

    def move(self, block: str, way: int) -> None:
        """Move a block one place up (-1) or down (1)."""
        if block and self._commands().move(block, way):
            self._view.show_block(block)
            self._choose(self._chosen)

    def _step(self, way: int) -> None:
        """Choose the next paragraph up or down; at first the one that was clicked, or the first in view."""
        start = self._chosen or self._last
        names = self._names()
        if self._chosen in names:
            self._choose(self._neighbour(self._chosen, way) or self._chosen)
        else:
            self._choose(start if start in names else self._first_in_view())

    def _names(self) -> list[str]:
        document = self._preview.document
        blocks = document.blocks if document is not None else ()
        return [block.id for block in blocks if not isinstance(block, PageBreak)]

    def _neighbour(self, block: str, way: int) -> str:
        names = self._names()
        at = names.index(block) + way if block in names else -1
        return names[at] if 0 <= at < len(names) else ""

    def _first_in_view(self) -> str:
        number, spot = self._view.page_spot(QPointF(0.0, 0.0))
        texts = self._view.pages[number].body.texts if len(self._view.pages) else ()
        names = set(self._names())
        blocks = [placed.text.block for placed in texts if placed.top >= spot.y() and placed.text.block in names]
        return blocks[0] if blocks else ""

    def _choose(self, block: str) -> None:
        if self._ring is None:
            if not block:
                return
            from briefing.desktop.wording.chosen import ChosenRing  # loaded when a paragraph is first chosen

            self._ring = ChosenRing(self._view)
        self._chosen = block
        self._ring.show_around(block)

    def _block_at(self, position: QPointF) -> str:
        """The block at a point of the viewport, beside its words too; none outside the page's text."""
        from briefing.desktop.wording.places import block_at

        if not len(self._view.pages):
            return ""
        number, spot = self._view.page_spot(position)
        block = block_at(self._view.pages[number], spot.y())
        return block if block in self._names() else ""

    def _meant(self) -> list[str]:
        """Blocks that F2 may mean, the likeliest first."""
        found = [self._chosen]
        pointer = self._view.viewport().mapFromGlobal(QCursor.pos())
        if self._view.viewport().underMouse():
            found.append(self._block_at(QPointF(pointer)))
        if self._view.hasFocus():
            found.append(self._last)
        places = self._view.pages.places(self._lit) if self._lit else []
        found += [self._block_of(*place) for place in places[:1]]
        return [block for block in found if block]

    def _block_of(self, page: int, room: QRectF) -> str:
        middle = room.center()
        hit = self._view.pages.span_at(page, middle.x(), middle.y())
        return hit.block if hit is not None else ""

    # Menus and popovers

    def _open_menu(self, block: str, on_screen: QPoint, hit: Hit | None = None) -> None:
        from briefing.desktop.wording.page_menu import page_menu

        if block:
            mends = self.mends_of(hit.paths) if hit is not None else ()
            page_menu(self, self._view, self._commands(), block, hit, self._label_of, mends).popup(on_screen)

    def _open_menu_at(self, position: QPointF, on_screen: QPoint) -> None:
        number, spot = self._view.page_spot(position)
        hit = self._view.pages.span_at(number, spot.x(), spot.y()) if len(self._view.pages) else None
        self._open_menu(self._block_at(position), on_screen, hit)

    def _open_menu_of_chosen(self) -> None:
        if self._ring is not None and self._chosen:
            self._open_menu(self._chosen, self._view.viewport().mapToGlobal(self._ring.corner().toPoint()))

    def _open_bar(self, bar: Bar, on_screen: QPoint) -> None:
        if bar.kind == "left_out":
            from briefing.desktop.wording.page_menu import left_out_menu

            left_out_menu(self._view, self._commands(), bar.blocks).popup(on_screen)
        elif bar.kind == "changed":
            self._open_changed(bar.blocks[0])
        else:
            self._open_menu(bar.blocks[0], on_screen)

    def open_asleep(self, opener: QWidget) -> None:
        """Show the paragraphs that have no place on the page now, under or over what asked for them."""
        from briefing.desktop.wording.asleep import open_asleep

        open_asleep(self._view, self._commands(), opener)

    def _open_changed(self, block: str) -> None:
        from briefing.desktop.wording.changed import open_changed

        commands = self._commands()
        paragraph, document = commands.paragraph(block), self._preview.document
        if paragraph is not None and document is not None:
            choice = open_changed(self._view, block, paragraph.text, document.wording[block].composed)
            choice.edit_asked.connect(lambda: self.open(block))
            choice.keep_asked.connect(lambda: commands.keep_mine(block))
            choice.composed_asked.connect(lambda: commands.restore(block))

    def _commands(self) -> Commands:
        from briefing.desktop.wording.commands import Commands

        return Commands(self._session, self._preview)

    def _begin(self) -> Rewriting:
        """A new rewriting, with its bar in place of the page's."""
        from briefing.desktop.wording.bar import RewritingBar
        from briefing.desktop.wording.rewriting import Rewriting

        self.finish()
        self._choose("")
        if self._bar is None:
            self._bar = RewritingBar()
            pane = self._page_bar.parentWidget()
            layout = pane.layout() if pane is not None else None
            assert layout is not None, "the bar stands in a layout"
            layout.addWidget(self._bar)
        self._page_bar.hide()
        self._bar.show()
        made = Rewriting(self._session, self._preview, self._view, self._bar, self._commands(), self._label_of)
        made.closed.connect(self._end)
        made.dropped.connect(self.dropped)
        self._rewriting = made
        return made

    def _end(self, block: str) -> None:
        self._rewriting = None
        self._last = block or self._last
        if self._bar is not None:
            if self._bar.isAncestorOf(self._view.window().focusWidget() or self._view):
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bar.hide()
        self._page_bar.show()
        self.show_wording()
