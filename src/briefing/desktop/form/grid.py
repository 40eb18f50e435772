"""A grid of figures as the form holds it: the table, what is said of it, and its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.checks.finding import Finding
from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import row_height
from briefing.desktop.form.bound import PATH_PROPERTY
from briefing.desktop.form.grid_blocks import BlockRows
from briefing.desktop.form.grid_choice import ChoiceList
from briefing.desktop.form.grid_keys import GridKeys
from briefing.desktop.form.grid_note import Note, Way
from briefing.desktop.form.grid_view import GridView
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.painting import paint_ring
from briefing.desktop.tokens import Height, Radius, Role, Space
from briefing.dossier.model import Dossier

_PASTE = QKeySequence.StandardKey.Paste
#: Above and below the words of the foot, so that it is as high as a row of a list.
_FOOT = (Height.LIST_ROW - round(Role.BUTTON.value.line)) // 2
_NOWHERE = QModelIndex()


class FigureGrid(QWidget):
    """A table of figures with its foot: shows a frozen dossier, and tells each edit through `edit`.

    `path_focused` tells the path of the cell that got the focus, an empty text where it has no figure yet.
    """

    path_focused = Signal(str)
    #: Of a figure, by its id; under the cell that the widget covers; the path of the field to begin in, if any.
    details_asked = Signal(str, QWidget, str)
    #: The texts that were refused are others than before.
    untaken_changed = Signal()

    def __init__(self, rows: BlockRows, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._kind = kind
        self._findings: Sequence[Finding] = ()
        #: What is to be said of texts that were refused.
        self.untaken: tuple[Finding, ...] = ()
        self._view = GridView(rows, self)
        self._view.setAccessibleName(self.tr(rows.name))
        self._keys = GridKeys(self._view)
        self._choices = ChoiceList(self._view)
        rows.open_cell = self._open
        self._ring = _EdgeRing(self)
        self._anchor = QWidget(self)  # what a popover of a cell stands under
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._add = Button(self.tr(rows.add_words), Kind.LINK, icon="plus")
        self._paste = Button(self.tr(rows.paste_words), Kind.QUIET, role=Role.HELP)
        self._note = Note()
        self._lay_out()
        self._keys.pasted.connect(self._note.say)
        self._keys.details_asked.connect(self._ask_details)
        self._view.opened.connect(self._keys.watch)
        self._view.cell_focused.connect(self._note_focus)
        self._view.focus_left.connect(self._note_left)
        self._keys.row_asked.connect(self.add)
        self._keys.past_end.connect(lambda: self._add.setFocus(Qt.FocusReason.TabFocusReason))
        self._add.clicked.connect(self.add)
        self._paste.clicked.connect(self._paste_below)
        self._add.installEventFilter(self)

    def _lay_out(self) -> None:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, _FOOT, Space.INSET, _FOOT)
        line.addWidget(self._add)
        line.addStretch(1)
        line.addWidget(self._paste)
        self._paste.setVisible(bool(self._rows.paste_words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._view)
        column.addWidget(self._note)
        column.addWidget(foot)
        self._fit_focus()

    def show_dossier(self, dossier: Dossier, *, even_focused: bool = False) -> None:
        """Show this dossier. An open editor is left as it is: it ends with Enter, Tab or Esc."""
        self._rows.show(dossier, self._findings)
        self.redraw()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks say of the figures: a tint on the cell, a sentence under its row."""
        self._findings = findings
        self._rows.show(self._rows.dossier, findings)
        self.redraw()

    def set_read_only(self, read_only: bool) -> None:
        """Whether cells can only be looked at and copied."""
        self._view.read_only = read_only
        self._add.setVisible(not read_only)
        self._paste.setVisible(not read_only and bool(self._rows.paste_words))

    def reset(self) -> None:
        """Forget rows that are only begun and texts that were refused: another dossier is opened."""
        self._rows.reset()
        self._note.say("")
        self.redraw()

    def waiting(self) -> int:
        """How many texts stand in cells and in no dossier: refused, asked about, or in a row that is only begun."""
        return self._rows.waiting()

    def redraw(self) -> None:
        """Show the rows as they now are."""
        self._view.refresh()
        self._fit_focus()
        if self._ring.isVisible():
            self._place_ring()
        untaken = self._rows.untaken()
        if untaken != self.untaken:
            self.untaken = untaken
            self.untaken_changed.emit()

    def focus_path(self, path: str, offset: int = -1) -> bool:
        """Put the focus into the cell of a path; False when no cell stands for it."""
        place = self._rows.place(path)
        if place is None:
            return False
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.setCurrentIndex(self._view.grid_model.index(*place))
        return True

    def add_row(self, kind: str) -> bool:
        """Begin a row where `kind` is the grid's own; it says whether it is."""
        if kind != self._kind:
            return False
        self.add()
        return True

    def add(self) -> None:
        """Begin a row and edit its first cell."""
        if self._view.read_only:
            return
        self._open(self._rows.add(), 0)

    def show_details(self, path: str) -> bool:
        """Open the details of the figure that a path lies in, at the field of it; False when no cell stands for it."""
        place = self._rows.place(path)
        if place is not None:
            self._ask_details(*place, path)
        return place is not None

    def _ask_details(self, row: int, column: int, path: str = "") -> None:
        figure = self._rows.figure_at(row, column)
        if figure is not None:
            self._anchor.setGeometry(self._view.cell_rect(row, column).translated(self._view.pos()))
            self.details_asked.emit(figure.id, self._anchor, path)

    def _open(self, row: int, column: int) -> None:
        """Put the cursor into a cell and edit it."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.setCurrentIndex(self._view.grid_model.index(row, column))
        self._view.start(row, column)

    def say(self, words: str, more: Sequence[tuple[str, Way]] = ()) -> None:
        """Say something of the table at its foot, until it is understood."""
        self._note.say(words, more)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the foot the arrow goes back up into the table, and a paste goes below its last row."""
        if watched is not self._add or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Up and self._rows.count():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.matches(_PASTE):
            self._paste_below()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
            return True
        return False

    def _fit_focus(self) -> None:
        """A table without rows is no stop for Tab: there would be nothing to put the ring on."""
        has_rows = self._rows.count() > 0
        if not has_rows and self._view.hasFocus():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_rows else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._view if has_rows else self._add)
        self._view.setVisible(has_rows or not self._rows.seldom)

    def _paste_below(self) -> None:
        self._view.setCurrentIndex(_NOWHERE)
        self._keys.paste()

    def _note_focus(self, row: int, column: int) -> None:
        QTimer.singleShot(0, self._drop_empty)  # not now: the cursor is on its way
        path = self._rows.path(row, column)
        self._view.setProperty(PATH_PROPERTY, path)
        self._ring.setVisible(column == 0)
        self._place_ring()
        self._reveal(row, column)
        self.path_focused.emit(path)

    def _note_left(self) -> None:
        self._ring.hide()
        QTimer.singleShot(0, self._drop_empty)

    def _drop_empty(self) -> None:
        """A row that was begun and left again without a word is gone."""
        ringed = self._view.spot.ringed
        self._rows.drop_empty(ringed[0] if ringed else -1)

    def _place_ring(self) -> None:
        index = self._view.currentIndex()
        home = self.parentWidget() or self
        box = self._view.cell_rect(index.row(), 0)
        at = home.mapFromGlobal(self._view.mapToGlobal(QPoint(0, 0)))
        if self._ring.parentWidget() is not home:
            shown = self._ring.isVisible()
            self._ring.setParent(home)
            self._ring.setVisible(shown)
        self._ring.setGeometry(box.translated(at).adjusted(-Space.CLOSE, 0, 0, 0))
        self._ring.raise_()

    def _reveal(self, row: int, column: int) -> None:
        """Scroll the form so that the cell is in sight."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is None or inside is None:
            return
        at = self._view.mapTo(inside, self._view.cell_rect(row, column).center())
        area.ensureVisible(at.x(), at.y(), 0, row_height(Height.GRID_ROW))

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._ring.isVisible():
            self._place_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ring.isVisible():
            self._place_ring()


class _EdgeRing(QWidget):
    """The ring of a cell whose text is flush with the form's edge: it reaches over that edge, as no view could."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ring(QPainter(self), self.rect(), tokens_of(self), Radius.CHIP)
