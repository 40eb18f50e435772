"""A bound field: one control of the form, tied to one path of the dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from briefing.desktop.parts.field import Field as Frame
from briefing.desktop.parts.signs import Sign
from briefing.dossier.model import Dossier
from briefing.frozen import frozen

#: The gravest sign in the rows of a list, and how many findings are there, by the row's id: of those that have any.
SignsOf = Callable[[str], Mapping[str, tuple[Sign, int]]]

#: The dynamic property by which the widget in focus tells which path it edits.
PATH_PROPERTY = "briefingPath"


class Part(Protocol):
    """What a section is made of: shows the dossier, and can take the focus for the paths that it covers."""

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None: ...

    def focus_path(self, path: str, offset: int) -> bool: ...


@runtime_checkable
class AddsRows(Protocol):
    """A part that can add a row of some kind; it says whether the kind is its own."""

    def add_row(self, what: str) -> bool: ...


@runtime_checkable
class ShowsSigns(Protocol):
    """A part whose rows show the gravest sign of what is said in them."""

    def show_signs(self) -> None: ...


@runtime_checkable
class TakesFocus(Protocol):
    """A part that has a first thing for the keyboard; it says whether there is one that can take the focus now."""

    def focus_first(self) -> bool: ...


@frozen
class Bound:
    """One field. `show` puts the dossier's value into the control; it leaves the control in focus alone but on undo."""

    path: str
    frame: Frame
    control: QWidget
    show: Callable[[Dossier, bool], None]
    put_caret: Callable[[int], None]

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        self.show(dossier, even_focused)

    def focus_first(self) -> bool:
        self.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.control.isEnabled()

    def focus_path(self, path: str, offset: int) -> bool:
        """Take the focus when the path is this field's or inside it; the caret at character `offset` when not -1."""
        if path != self.path and not path.startswith((self.path + ".", self.path + "[")):
            return False
        self.control.setFocus()
        if offset >= 0:
            self.put_caret(offset)
        return True


def path_of(widget: QWidget | None) -> str:
    """The path that a widget edits, by the nearest bound frame around it; an empty text when it edits none."""
    while widget is not None:
        path = widget.property(PATH_PROPERTY)
        if isinstance(path, str) and path:
            return path
        widget = widget.parentWidget()
    return ""
