"""One section of the form: title, groups of fields, and the special parts, in one column."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.form.bound import AddsRows, Bound, Part, ShowsSigns, TakesFocus
from briefing.desktop.form.layout import field_row
from briefing.desktop.form.sections import Group, Section, Special
from briefing.desktop.parts.labels import GroupHeading, SectionTitle
from briefing.desktop.session import Session
from briefing.desktop.tokens import Space, Width
from briefing.dossier.model import Dossier

#: Makes the part that a group's `special` names, for the group's path.
MakeSpecial = Callable[[Special, str], QWidget]


class SectionPage(QWidget):
    """The fields of a section, made once; what they show comes from the dossier."""

    def __init__(self, section: Section, session: Session, make_special: MakeSpecial) -> None:
        super().__init__()
        self.section = section
        self._parts: list[Part] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.MARGIN, Space.GROUP, Space.MARGIN - Width.SCROLL, Space.MARGIN)
        self._column.setSpacing(Space.ROW)
        self._column.addWidget(SectionTitle(section.title, section.line))
        self._column.addSpacing(Space.CLOSE)
        for at, group in enumerate(section.groups):
            self._add_group(group, session, make_special, first=at == 0)
        self._column.addStretch(1)

    def _add_group(self, group: Group, session: Session, make_special: MakeSpecial, *, first: bool) -> None:
        block = QVBoxLayout()
        block.setSpacing(Space.ROW)
        if group.title:
            headed = QVBoxLayout()
            headed.setSpacing(Space.CLOSE)
            headed.addWidget(GroupHeading(group.title, first=first))
            block.addLayout(headed)
        for at, cells in enumerate(group.rows):
            line, bounds = field_row(cells, session)
            (headed if group.title and at == 0 else block).addWidget(line)
            self._parts.extend(bounds)
        self._column.addLayout(block)
        if group.special:
            made = make_special(group.special, group.path)
            self._column.addWidget(made)
            self._parts.append(cast(Part, made))

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        for part in self._parts:
            part.show_dossier(dossier, even_focused=even_focused)

    def focus_path(self, path: str, offset: int) -> bool:
        return any(part.focus_path(path, offset) for part in self._parts)

    def focus_first(self) -> bool:
        """Put the focus on the first thing of the section that can take it."""
        return any(isinstance(part, TakesFocus) and part.focus_first() for part in self._parts)

    def add_row(self, what: str) -> None:
        """Let the part that holds such rows add one."""
        for part in self._parts:
            if isinstance(part, AddsRows) and part.add_row(what):
                return

    def show_signs(self) -> None:
        """Let the parts that have rows show what is now said in them."""
        for part in self._parts:
            if isinstance(part, ShowsSigns):
                part.show_signs()

    def bounds(self) -> list[Bound]:
        """All fields that are now shown, for their findings."""
        found: list[Bound] = []
        for part in self._parts:
            if isinstance(part, Bound):
                found.append(part)
            elif hasattr(part, "bounds"):
                found.extend(part.bounds())
        return found
