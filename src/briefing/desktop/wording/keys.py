"""Keys of the paragraph editor that go by the lines of the page: up, down, and to a line's ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefing.desktop.wording.places import Part, caret, line_at, line_end, lines_of, position_in
from briefing.frozen import frozen

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

#: What the editor does itself, whatever the window does with these keys.
_TAKEN = (
    QKeySequence.StandardKey.Bold,
    QKeySequence.StandardKey.Italic,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


def is_ours(event: QKeyEvent) -> bool:
    """Whether a key means something in the editor before it means anything in the window."""
    return any(event.matches(key) for key in _TAKEN) or event.key() in (*ENTER, Qt.Key.Key_Escape)


def is_command(event: QEvent) -> bool:
    """Whether a command of the window may follow: a key with Ctrl or Alt was pressed, or the pointer left."""
    strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return not isinstance(event, QKeyEvent) or bool(event.modifiers() & strong)


@frozen
class LineStep:
    """One line up (-1) or down (1), or to the start (-2) or end (2) of the line."""

    way: int
    selecting: bool

    def take(self, parts: tuple[Part, ...], position: int, goal: float | None) -> tuple[int, float | None]:
        """The position that the step leads to, and the `x` that steps up and down keep to."""
        lines = list(lines_of(parts))
        here = line_at(parts, position)
        if self.way == -2:
            return here[1].start, None
        if self.way == 2:
            return line_end(*here), None
        x = goal if goal is not None else caret(parts, position)[1].x()
        to = lines.index(here) + self.way
        if to < 0:
            return 0, x
        if to >= len(lines):
            return lines[-1][1].end, x
        return position_in(*lines[to], x), x


def line_step(event: QKeyEvent) -> LineStep | None:
    """The step that a key asks for, if it is such a key."""
    ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -2, Qt.Key.Key_End: 2}
    way = ways.get(Qt.Key(event.key()))
    rest = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if way is None or rest != Qt.KeyboardModifier.NoModifier:
        return None
    return LineStep(way, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
