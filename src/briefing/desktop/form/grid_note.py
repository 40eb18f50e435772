"""The note at the foot of a grid: what of a paste had no place in it. It goes by its link."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.parts.finding import Finding, FindingLine
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import Space


class Note(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._line: FindingLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.CLOSE, 0, 0)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words, or nothing."""
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
        self.setVisible(bool(words))
        if not words:
            return
        close = QCoreApplication.translate("grid", "Understood")
        self._line = FindingLine(Finding(Sign.LOOK, words, close))
        self._line.mended.connect(lambda _key: self.say(""))
        self._column.addWidget(self._line)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
