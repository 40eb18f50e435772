"""Words that only stand there: texts by role, headings, titles and hairlines."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import line_height, set_role
from briefing.desktop.tokens import HAIR, Role, Space
from briefing.page.fills import fill

Tone = Literal["text", "text2", "text3", "look", "wrong", "toast"]


class Text(QLabel):
    """Words in a role and a tone, shown as written (never as markup)."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: Tone = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if tone != "text":
            self.setProperty("tone", tone)
        set_role(self, role)
        self.setMinimumHeight(line_height(role))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(line_height(self._role))


class GroupHeading(QWidget):
    """The heading of a group of fields, with its room: 24 before (none at the top of a form) and 8 after.

    Rows of a form stand `Space.ROW` apart; what that gives already is not given again.
    """

    def __init__(self, text: str, *, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0 if first else Space.GROUP - Space.ROW, 0, 0)
        column.setSpacing(0)
        self._label = Text(text, Role.GROUP)
        column.addWidget(self._label)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)


class SectionTitle(QWidget):
    """The title of a section and one quiet line under it."""

    def __init__(self, title: str = "", line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self._title = Text(title, Role.TITLE, wrap=True)
        self._line = Text(line, Role.BODY, "text2", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._line)
        self.set_texts(title, line)

    def set_texts(self, title: str, line: str = "") -> None:
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(title)


class Hairline(QWidget):
    """One line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HAIR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, HAIR)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), QColor(tokens_of(self).line))
