"""Rows that open in place, one at a time: topics, people, the programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing.changes import changes
from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import row_height
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Hairline
from briefing.desktop.parts.row_head import HeadLine, RowHead
from briefing.desktop.parts.settling import settle
from briefing.desktop.tokens import Height, Space
from briefing.page.fills import fill

ContentFor = Callable[[str], QWidget]


class OpenRows(QWidget):
    """A list whose rows open to what `content_for` makes for their id, made when first opened.

    The rows show what `set_rows` gave: a move or a removal is told, and done by giving the rows anew. `foot_for` may
    give a widget that stands before the removal link: "If pressed, background, contributor ⌄".
    """

    opened = Signal(str)  # the id; "" when all are closed
    added = Signal()
    moved = Signal(str, int)  # the id, and the place where it is to stand
    removed = Signal(str)

    def __init__(
        self,
        content_for: ContentFor,
        *,
        add: str,
        remove: str,
        foot_for: Callable[[str], QWidget | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content_for = content_for
        self._foot_for = foot_for
        self._remove = remove
        self._shown: list[RowHead] = []
        self._lines: dict[str, HeadLine] = {}
        self._contents: dict[str, QWidget] = {}
        self._open = ""
        self._mark = _DropMark(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Hairline())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._add = Button(add, Kind.LINK, icon="plus")
        self._add.setMinimumHeight(row_height(Height.LIST_ROW))
        self._add.clicked.connect(lambda: self.added.emit())
        self._column.addWidget(self._add)
        self._column.addStretch(1)

    def set_rows(self, rows: Sequence[RowHead]) -> None:
        """Show these rows. A row known by its id stays as it is: open, its content made, the focus in it.

        Where the row in focus goes, the focus is on the line that takes its place.
        """
        before, self._shown = self._shown, list(rows)
        if len(before) == len(rows):
            others = [at for each in changes(before, rows) for at in range(each.start, each.end)]
            if all(before[at].id == rows[at].id for at in others):
                for at in others:
                    self._lines[rows[at].id].show_head(rows[at], at + 1)
                return
        in_focus = self._row_in_focus()
        place = list(self._lines).index(in_focus) if in_focus else 0
        wanted = [row.id for row in rows]
        order_changed = list(self._lines) != wanted  # so have the numbers
        still = set(wanted)
        for gone in [key for key in self._lines if key not in still]:
            self._forget(gone)
        lines: dict[str, HeadLine] = {}
        for number, row in enumerate(rows, start=1):
            line = self._lines.get(row.id)
            if line is None:
                line = self._new_line(row, number)
            elif line.head() != row or order_changed:
                line.show_head(row, number)
            lines[row.id] = line
        self._lines = lines
        if order_changed:
            self._lay_out()
        if in_focus and in_focus not in lines:
            near = list(lines.values())[: place + 1]
            (near[-1] if near else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_in_focus(self) -> str:
        focused = self.window().focusWidget()
        for key, line in self._lines.items():
            content = self._contents.get(key)
            if focused is not None and (line is focused or (content is not None and content.isAncestorOf(focused))):
                return key
        return ""

    def open_row(self, key: str) -> None:
        """Open this row and close the one that is open; "" closes it."""
        if key == self._open or (key and key not in self._lines):
            return
        if self._open:
            self._lines[self._open].set_open(False)
            self._contents[self._open].hide()
        self._open = key
        if key:
            if key not in self._contents:
                self._contents[key] = self._new_content(key)
                self._lay_out()
            self._lines[key].set_open(True)
            self._contents[key].show()
        self.opened.emit(key)
        settle()

    def open_id(self) -> str:
        """The id of the row that is open, or ""."""
        return self._open

    def focus_row(self, key: str) -> None:
        """Put the focus on this row's line."""
        self._lines[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the first row's line; where there is no row, on what adds one."""
        first = next(iter(self._lines.values()), self._add)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _new_line(self, row: RowHead, number: int) -> HeadLine:
        line = HeadLine(row, number, self)
        key = row.id
        line.toggled.connect(lambda: self.open_row("" if self._open == key else key))
        line.stepped.connect(lambda step: self._step(key, step))
        line.shifted.connect(lambda step: self._shift(key, step))
        line.dragged.connect(self._show_drop)
        line.dropped.connect(lambda at: self._drop(key, at))
        return line

    def _new_content(self, key: str) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(Space.GROUP, Space.TIGHT, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(self._content_for(key))
        foot = QHBoxLayout()
        before = self._foot_for(key) if self._foot_for else None
        if before is not None:
            foot.addWidget(before)
        foot.addStretch(1)
        removal = Button(self._remove, Kind.QUIET)
        removal.clicked.connect(lambda: self.removed.emit(key))
        foot.addWidget(removal)
        column.addLayout(foot)
        column.addSpacing(Space.ROW + Space.TIGHT)
        line = Hairline()
        line.setParent(holder)
        outer = QWidget(self)
        stack = QVBoxLayout(outer)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(holder)
        stack.addWidget(line)
        outer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return outer

    def _forget(self, key: str) -> None:
        if self._open == key:
            self._open = ""
        for widget in (self._lines.pop(key), self._contents.pop(key, None)):
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        while self._rows.count():
            self._rows.takeAt(0)
        before: QWidget | None = None
        for key, line in self._lines.items():
            for widget in (line, self._contents.get(key)):
                if widget is not None:
                    self._rows.addWidget(widget)
                    if before is not None:
                        QWidget.setTabOrder(before, widget)
                    before = widget
            line.show()

    def _step(self, key: str, step: int) -> None:
        keys = list(self._lines)
        at = keys.index(key) + step
        if 0 <= at < len(keys):
            self._lines[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
        elif at == len(keys):
            self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def _shift(self, key: str, step: int) -> None:
        at = list(self._lines).index(key) + step
        if 0 <= at < len(self._lines):
            self.moved.emit(key, at)

    def _place_for(self, screen: QPoint) -> int:
        """Before which row something dropped at this point would stand."""
        y = self.mapFromGlobal(screen).y()
        tops = [line.y() + line.height() // 2 for line in self._lines.values()]
        return sum(top < y for top in tops)

    def _show_drop(self, screen: QPoint) -> None:
        at = self._place_for(screen)
        lines = list(self._lines.values())
        y = lines[at].y() if at < len(lines) else self._add.y()
        self._mark.setGeometry(QRect(0, y - 1, self.width(), 2))
        self._mark.show()
        self._mark.raise_()

    def _drop(self, key: str, screen: QPoint) -> None:
        self._mark.hide()
        at = self._place_for(screen)
        now = list(self._lines).index(key)
        place = at - 1 if at > now else at
        if place != now:
            self.moved.emit(key, place)


class _DropMark(QWidget):
    """Where a dragged row would stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), QColor(tokens_of(self).focus))
