"""Rows that open in place, over a list of records: topics, people, programme, quotes, clearances."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.changes import changes, put_in
from briefing.desktop.form.bound import Bound, Part, SignsOf, TakesFocus
from briefing.desktop.form.layout import field_row
from briefing.desktop.form.sections import Cell
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.open_rows import OpenRows
from briefing.desktop.parts.row_head import HeadLine, RowHead
from briefing.desktop.parts.settling import settle
from briefing.desktop.parts.signs import Sign
from briefing.desktop.session import Session
from briefing.desktop.tokens import Role, Space
from briefing.dossier.edits import insert_row, move_row, remove_row, value_at
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, row
from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class RowKind:
    """What a list of records is called and shows. `head` gives name and quiet facts of a row.

    `seldom` are cells behind one quiet line, which `seldom_name` says; `first` is the field that a new row begins with.
    `leads` are the words of a link under the fields, and the part of the row, in another section, that it leads to.
    """

    noun: str
    make: Callable[[str], Record]
    head: Callable[[Record], tuple[str, str]]
    cells: tuple[tuple[Cell, ...], ...]
    seldom: tuple[tuple[Cell, ...], ...] = ()
    seldom_name: str = ""
    first: str = ""
    more: Callable[[str, Session], tuple[QWidget, Part]] | None = None
    leads: tuple[str, str] | None = None


class RecordRows(QWidget):
    """The rows of the list at `path`; one at a time is open, with its fields."""

    asked = Signal(str)  # the path of a field in another section

    def __init__(self, path: str, kind: RowKind, session: Session, signs: SignsOf) -> None:
        super().__init__()
        self.path, self._kind, self._session, self._signs_of = path, kind, session, signs
        self._made: dict[str, list[Part]] = {}
        self._records: Sequence[Record] = ()
        self._heads: list[RowHead] = []
        self._signs: Mapping[str, tuple[Sign, int]] = {}
        self._seldom: dict[str, QWidget] = {}
        article = "an" if kind.noun[0] in "aeiou" else "a"
        self.rows = OpenRows(
            self._content, add=f"Add {article} {kind.noun}", remove=f"Remove {kind.noun}", foot_for=self._foot
        )
        self.rows.opened.connect(self._show_opened)
        self.rows.added.connect(self._add)
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        try:
            records: Sequence[Record] = value_at(dossier, self.path)
        except PathError:
            return  # the row that holds this list is gone; so will this be, when its own list is shown
        changed = changes(self._records, records)
        put_in(self._heads, changed, lambda at: list(map(self._head_of, records[at.start : at.end])))
        for each in changed:
            still = set(map(self._id, records[each.start : each.end]))
            self._forget({self._id(record) for record in self._records[each.was : each.was_end]} - still)
        self._records = records
        if changed:
            self.rows.set_rows(self._heads)
        for part in self._open_parts():
            part.show_dossier(dossier, even_focused=even_focused)

    def show_signs(self) -> None:
        """Show what is now said in the rows."""
        signs = self._signs_of(self.path)
        if signs != self._signs:
            before, self._signs = self._signs, signs
            others = {row_id for row_id in (*before, *signs) if before.get(row_id) != signs.get(row_id)}
            for at, record in enumerate(self._records):
                if self._id(record) in others:
                    self._heads[at] = self._head_of(record)
            self.rows.set_rows(self._heads)

    def _forget(self, gone: Iterable[str]) -> None:
        for row_id in gone:
            self._made.pop(row_id, None)
            self._seldom.pop(row_id, None)

    def focus_first(self) -> bool:
        """Into the row that is open; with none open on the first row's line, or on what adds one."""
        if not any(isinstance(part, TakesFocus) and part.focus_first() for part in self._open_parts()):
            self.rows.focus_first()
        return True

    def focus_path(self, path: str, offset: int) -> bool:
        if path == self.path:
            self.rows.focus_first()
            return True
        if not path.startswith(self.path + "["):
            return False
        row_id, _, name = path[len(self.path) + 1 :].partition("]")
        if all(self._id(each) != row_id for each in value_at(self._session.dossier, self.path)):
            self.rows.focus_first()
            return True
        self.rows.open_row(row_id)
        name = name.removeprefix(".").partition("[")[0]
        if any(name == cell.path for cells in self._kind.seldom for cell in cells):
            self._show_seldom(row_id)
        if not any(part.focus_path(path, offset) for part in self._open_parts()):
            self.rows.focus_row(row_id)
        return True

    def _open_parts(self) -> list[Part]:
        return self._made.get(self.rows.open_id(), [])

    @staticmethod
    def _id(record: Record) -> str:
        return str(getattr(record, "id", ""))

    def _head_of(self, record: Record) -> RowHead:
        row_id = self._id(record)
        sign, count = self._signs.get(row_id, (Sign.NONE, 0))
        name, facts = self._kind.head(record)
        return RowHead(id=row_id, name=name, facts=facts, sign=sign, count=count)

    def _content(self, row_id: str) -> QWidget:
        """The fields of a row, made when it opens."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        parts: list[Part] = []
        prefix = row(self.path, row_id)
        parts.extend(self._add_cells(column, self._kind.cells, prefix))
        if self._kind.seldom:
            self._seldom[row_id] = QWidget()
            self._seldom[row_id].hide()
            column.addWidget(self._seldom[row_id])
        if self._kind.more is not None:
            widget, part = self._kind.more(prefix, self._session)
            column.addWidget(widget)
            parts.append(part)
        if self._kind.leads is not None:
            column.addWidget(self._link(prefix, *self._kind.leads), 0, Qt.AlignmentFlag.AlignLeft)
        self._made[row_id] = parts
        return content

    def _link(self, prefix: str, words: str, part: str) -> Button:
        link = Button(words, Kind.QUIET, leads=True, role=Role.HELP)
        link.clicked.connect(lambda: self.asked.emit(f"{prefix}.{part}"))
        return link

    def _add_cells(self, column: QVBoxLayout, rows: tuple[tuple[Cell, ...], ...], prefix: str) -> list[Bound]:
        found: list[Bound] = []
        for cells in rows:
            line, bounds = field_row(cells, self._session, prefix + ".")
            column.addWidget(line)
            found.extend(bounds)
        return found

    def _foot(self, row_id: str) -> QWidget | None:
        """The quiet line that the seldom used fields stand behind."""
        if not self._kind.seldom:
            return None
        more = Button(self._kind.seldom_name, Kind.QUIET, chevron=True)
        more.clicked.connect(lambda: self._toggle_seldom(row_id, by_key=more.hasFocus()))
        return more

    def _toggle_seldom(self, row_id: str, *, by_key: bool) -> None:
        """Show or hide the seldom used fields; who opens them by a key goes on in the first, for they stand above."""
        self._show_seldom(row_id, toggle=True)
        if by_key and self._seldom[row_id].isVisible():
            self.focus_path(f"{row(self.path, row_id)}.{self._kind.seldom[0][0].path}", -1)

    def _show_seldom(self, row_id: str, *, toggle: bool = False) -> None:
        """Show the seldom used fields of a row, made when they are first asked for."""
        holder = self._seldom[row_id]
        if holder.layout() is None:
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.ROW)
            bounds = self._add_cells(column, self._kind.seldom, row(self.path, row_id))
            for bound in bounds:
                bound.show_dossier(self._session.dossier, even_focused=True)
            self._made[row_id].extend(bounds)
        holder.setVisible(not (toggle and holder.isVisible()))
        settle()

    def bounds(self) -> list[Bound]:
        """The fields now open, for their findings."""
        return [part for part in self._open_parts() if isinstance(part, Bound)]

    def _show_opened(self, _row_id: str) -> None:
        for part in self._open_parts():
            part.show_dossier(self._session.dossier, even_focused=True)

    def add_row(self, what: str) -> bool:
        if what == self._kind.noun:
            self._add()
        return what == self._kind.noun

    def _add(self) -> None:
        row_id = new_id()
        label = f"Add {self._kind.noun}"
        self._session.edit(lambda d: insert_row(d, self.path, self._kind.make(row_id)), label)
        self.focus_path(f"{row(self.path, row_id)}.{self._kind.first}", -1)

    def _move(self, row_id: str, to: int) -> None:
        self._session.edit(lambda d: move_row(d, row(self.path, row_id), to), f"Move {self._kind.noun}")

    def _remove(self, row_id: str) -> None:
        self._session.edit(lambda d: remove_row(d, row(self.path, row_id)), f"Remove {self._kind.noun}")


def row_of(widget: QWidget | None) -> str:
    """The path of the row whose line a widget is; an empty text for any other widget."""
    rows = widget.parentWidget() if isinstance(widget, HeadLine) else None
    while rows is not None and not isinstance(rows, RecordRows):
        rows = rows.parentWidget()
    return row(rows.path, widget.head().id) if rows is not None and isinstance(widget, HeadLine) else ""
