"""The states that a control shows by its frame: at rest, a gap, worth a look, cannot be true."""

from __future__ import annotations

from typing import Literal, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

State = Literal["rest", "gap", "look", "wrong"]


@runtime_checkable
class ShowsState(Protocol):
    """A control made of several widgets, which shows a state in its own way."""

    def set_state(self, state: State) -> None: ...


def show_state(control: QWidget, state: State) -> None:
    """Let `control` show `state`; its size does not change."""
    if isinstance(control, ShowsState):
        control.set_state(state)
    else:
        mark(control, "state", "" if state == "rest" else state)


def mark(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet asks for, and have the sheet look again."""
    if widget.property(name) == value or (not value and widget.property(name) is None):
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
