"""The note at the foot of a grid: what of a paste had no place in it, what a replaced period leaves to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.parts.finding import Finding, FindingLine
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import Space

#: A way on from a line: the words of its link, and what it does.
Way = tuple[str, Callable[[], object]]


class Note(QWidget):
    """Hidden while there is nothing to say; the link of its first line takes all of it away."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[FindingLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.CLOSE, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self.hide()

    def say(self, words: str, more: Sequence[tuple[str, Way]] = ()) -> None:
        """Show these words, or nothing; below them lines of their own, each with a way on."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        self.setVisible(bool(words))
        if not words:
            return
        close = QCoreApplication.translate("grid", "Understood")
        for text, (link, then) in [(words, (close, partial(self.say, ""))), *more]:
            line = FindingLine(Finding(Sign.LOOK, text, link))
            line.mended.connect(lambda _key, then=then: then())
            self._lines.append(line)
            self._column.addWidget(line)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
