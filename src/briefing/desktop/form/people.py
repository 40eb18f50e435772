"""The sides and their people, ours first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.form.bound import Bound, SignsOf
from briefing.desktop.form.controls import bind
from briefing.desktop.form.records import PERSON
from briefing.desktop.form.rows import RecordRows
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import GroupHeading
from briefing.desktop.session import Session
from briefing.desktop.tokens import Space
from briefing.dossier.edits import insert_row, remove_row
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier, Side
from briefing.dossier.paths import row


class SideGroup(QWidget):
    """One side: its country or organisation, and its people as rows."""

    def __init__(self, side: Side, number: int, session: Session, signs: SignsOf, *, first: bool) -> None:
        super().__init__()
        self.path = row("sides", side.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CLOSE)
        name = self.tr("Our side") if side.ours else self.tr("Other side") if number < 2 else self.tr("Another side")
        column.addWidget(GroupHeading(name, first=first))
        self.country = bind(f"{self.path}.country", session)
        self.people = RecordRows(f"{self.path}.people", PERSON, session, signs)
        column.addWidget(self.country.frame)
        if not side.ours:
            remove = Button(self.tr("Remove side"), Kind.QUIET)
            remove.clicked.connect(lambda: session.edit(lambda d: remove_row(d, self.path), "Remove side"))
            self.country.frame.set_beside(remove)
        column.addSpacing(Space.CLOSE)
        column.addWidget(self.people)


class Sides(QWidget):
    """All sides of the meeting."""

    def __init__(self, session: Session, signs: SignsOf) -> None:
        super().__init__()
        self._session, self._signs = session, signs
        self._shown: list[tuple[str, bool]] = []
        self._groups: list[SideGroup] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GROUP)
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.GROUP)
        column.addLayout(self._column)
        self._add = Button(self.tr("Add a side"), Kind.LINK, icon="plus")
        self._add.clicked.connect(self._add_side)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        wanted = [(side.id, side.ours) for side in dossier.sides]
        place = self._place_in_focus() if wanted != self._shown else -1
        if wanted != self._shown:
            self._make_groups(dossier)
            self._shown = wanted
        for group in self._groups:
            group.country.show_dossier(dossier, even_focused=even_focused)
            group.people.show_dossier(dossier, even_focused=even_focused)
        if place >= 0 and not any(group.country.focus_first() for group in self._groups[: place + 1][-1:]):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_in_focus(self) -> int:
        """Which side the focus is in, -1 for none of them."""
        focused = self.window().focusWidget()
        return next((at for at, group in enumerate(self._groups) if focused and group.isAncestorOf(focused)), -1)

    def focus_first(self) -> bool:
        if not any(group.country.focus_first() for group in self._groups):
            self._add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_path(self, path: str, offset: int) -> bool:
        for group in self._groups:
            if group.country.focus_path(path, offset) or group.people.focus_path(path, offset):
                return True
        if self._groups and path.startswith("sides["):
            return self._groups[-1].country.focus_path(self._groups[-1].country.path, offset)
        self._add.setFocus()
        return True

    def show_signs(self) -> None:
        for group in self._groups:
            group.people.show_signs()

    def bounds(self) -> list[Bound]:
        return [bound for group in self._groups for bound in (group.country, *group.people.bounds())]

    def add_row(self, what: str) -> bool:
        if what == "side":
            self._add_side()
        elif what == "person" and self._groups:
            focused = self.window().focusWidget()
            here = next((each for each in self._groups if focused and each.isAncestorOf(focused)), self._groups[-1])
            here.people.add_row(what)
        return what in ("side", "person")

    def _make_groups(self, dossier: Dossier) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._groups = []
        others = sum(not side.ours for side in dossier.sides)
        for at, side in enumerate(dossier.sides):
            group = SideGroup(side, others, self._session, self._signs, first=at == 0)
            self._groups.append(group)
            self._column.addWidget(group)
            group.show()  # now, and not with the next turn of the event loop: it may be given the focus at once

    def _add_side(self) -> None:
        row_id = new_id()

        def change(dossier: Dossier) -> Dossier:
            ours = not any(side.ours for side in dossier.sides)
            return insert_row(dossier, "sides", Side(row_id, ours=ours))

        self._session.edit(change, "Add side")
        self.focus_path(f"{row('sides', row_id)}.country", -1)
