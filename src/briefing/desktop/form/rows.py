"""Rows that open in place, over a list of records: topics, and the people of a side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.form.bound import Bound, Part
from briefing.desktop.form.layout import field_row
from briefing.desktop.form.sections import Cell
from briefing.desktop.parts.open_rows import OpenRows, RowHead
from briefing.desktop.parts.signs import Sign
from briefing.desktop.session import Session
from briefing.desktop.tokens import Space
from briefing.dossier.edits import insert_row, move_row, remove_row, value_at
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, row
from briefing.dossier.record import Record


@dataclass(frozen=True, slots=True)
class RowKind:
    """What a list of records is called and shows. `head` gives name and quiet facts of a row."""

    noun: str
    make: Callable[[str], Record]
    head: Callable[[Record], tuple[str, str]]
    cells: tuple[tuple[Cell, ...], ...]
    first: str
    more: Callable[[str, Session], tuple[QWidget, Part]] | None = None


class RecordRows(QWidget):
    """The rows of the list at `path`; one at a time is open, with its fields."""

    def __init__(self, path: str, kind: RowKind, session: Session, signs: Callable[[str], tuple[Sign, int]]) -> None:
        super().__init__()
        self.path, self._kind, self._session, self._signs = path, kind, session, signs
        self._made: dict[str, list[Part]] = {}
        self.rows = OpenRows(self._content, add=f"Add a {kind.noun}", remove=f"Remove {kind.noun}")
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
        there = {self._id(record) for record in records}
        self._made = {row_id: parts for row_id, parts in self._made.items() if row_id in there}
        self.rows.set_rows([self._row_head(record) for record in records])
        for part in self._open_parts():
            part.show_dossier(dossier, even_focused=even_focused)

    def focus_path(self, path: str, offset: int) -> bool:
        if path == self.path:
            self.rows.setFocus()
            return True
        if not path.startswith(self.path + "["):
            return False
        row_id = path[len(self.path) + 1 :].partition("]")[0]
        if all(self._id(each) != row_id for each in value_at(self._session.dossier, self.path)):
            self.rows.setFocus()
            return True
        self.rows.open_row(row_id)
        if not any(part.focus_path(path, offset) for part in self._open_parts()):
            self.rows.focus_row(row_id)
        return True

    def _open_parts(self) -> list[Part]:
        return self._made.get(self.rows.open_id(), [])

    @staticmethod
    def _id(record: Record) -> str:
        return str(getattr(record, "id", ""))

    def _row_head(self, record: Record) -> RowHead:
        name, facts = self._kind.head(record)
        sign, count = self._signs(row(self.path, self._id(record)))
        return RowHead(id=self._id(record), name=name, facts=facts, sign=sign, count=count)

    def _content(self, row_id: str) -> QWidget:
        """The fields of a row, made when it opens."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        parts: list[Part] = []
        prefix = row(self.path, row_id)
        for cells in self._kind.cells:
            line, bounds = field_row(cells, self._session, prefix + ".")
            column.addWidget(line)
            parts.extend(bounds)
        if self._kind.more is not None:
            widget, part = self._kind.more(prefix, self._session)
            column.addWidget(widget)
            parts.append(part)
        self._made[row_id] = parts
        return content

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
