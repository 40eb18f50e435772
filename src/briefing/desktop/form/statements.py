"""What may be said publicly of a topic: one row for each statement, with who said it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.fonts import line_height
from briefing.desktop.form.bound import Bound, Part
from briefing.desktop.form.controls import bind
from briefing.desktop.parts.button import Button, IconButton, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.settling import settle
from briefing.desktop.session import Session
from briefing.desktop.tokens import Height, Role, Space, Width
from briefing.dossier.edits import insert_row, remove_row, value_at
from briefing.dossier.fields import field_at
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier, Statement
from briefing.dossier.paths import PathError, join, row


class Statements(QWidget):
    """The statements of the topic at `topic`; rows are made anew only when one is added, removed or moved."""

    def __init__(self, topic: str, session: Session) -> None:
        super().__init__()
        self.path = join(topic, "statements")
        self._session = session
        self._shown: list[str] = []
        self._made: list[QWidget] = []
        self._bounds: list[Bound] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.CLOSE, 0, 0)
        column.setSpacing(Space.CLOSE)
        field = field_at(self.path)
        column.addWidget(Text(field.label, Role.GROUP))
        column.addWidget(Text(field.help, Role.HELP, "text3", wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.ROW)
        column.addLayout(self._rows)
        self._add = Button(self.tr("Add public words"), Kind.LINK, icon="plus")
        self._add.clicked.connect(self._add_row)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        try:
            found = value_at(dossier, self.path)
        except PathError:
            return  # the topic is gone
        ids = [statement.id for statement in found]
        place = self._place_in_focus()
        if ids != self._shown:
            self._make_rows(ids)
        for bound in self._bounds:
            bound.show_dossier(dossier, even_focused=even_focused)
        if place >= 0 and self._place_in_focus() < 0:
            self._focus_near(place)

    def focus_path(self, path: str, offset: int) -> bool:
        if path == self.path:
            self._focus_near(0)
            return True
        return any(bound.focus_path(path, offset) for bound in self._bounds)

    def _place_in_focus(self) -> int:
        """Which row the focus is in, -1 for none of them."""
        focused = self.window().focusWidget()
        return next((at for at, each in enumerate(self._made) if focused and each.isAncestorOf(focused)), -1)

    def _focus_near(self, place: int) -> None:
        """Put the cursor into the words at this place, or the last before it; without any, on what adds them."""
        words = self._bounds[1::2][: place + 1]
        (words[-1].control if words else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_rows(self, ids: list[str]) -> None:
        for gone in self._made:
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown, self._bounds = ids, []
        self._made = [self._make_row(row(self.path, row_id)) for row_id in ids]
        for made in self._made:
            self._rows.addWidget(made)
            made.show()  # now, for it may be given the focus at once
        settle()

    def _make_row(self, path: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.ROW)
        side, text = bind(join(path, "side"), self._session), bind(join(path, "text"), self._session)
        side.frame.hold_width(Width.DATE)
        line.addWidget(side.frame, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text.frame, 1, Qt.AlignmentFlag.AlignTop)
        small = line_height(Role.LABEL)
        remove = IconButton("remove", self.tr("Remove these public words"), width=Height.SMALL, height=small)
        remove.clicked.connect(lambda: self._session.edit(lambda d: remove_row(d, path), "Remove public words"))
        text.frame.set_tools(remove)
        self._bounds += [side, text]
        return made

    def _add_row(self) -> None:
        row_id = new_id()
        self._session.edit(lambda d: insert_row(d, self.path, Statement(row_id)), "Add public words")
        self.focus_path(join(row(self.path, row_id), "text"), -1)


def make_statements(topic: str, session: Session) -> tuple[QWidget, Part]:
    made = Statements(topic, session)
    return made, made
