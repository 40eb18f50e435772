"""Signs: a shape for each state, readable without its colour."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.painting import paint_icon
from briefing.desktop.tokens import Icon, Tokens


class Sign(StrEnum):
    """What is the matter with a field, a row or a section; the value names the icon."""

    NONE = ""
    TICK = "tick"  # complete
    GAP = "gap"  # empty, and wanted
    LOOK = "look"  # worth a look
    WRONG = "wrong"  # cannot be true
    NOTE = "note"  # nothing to do


def sign_color(sign: Sign, tokens: Tokens) -> str:
    """The colour of a sign and of the count or sentence beside it (a tick has none)."""
    colors = {Sign.TICK: tokens.done, Sign.GAP: tokens.look, Sign.LOOK: tokens.look, Sign.WRONG: tokens.wrong}
    return colors.get(sign, tokens.text2)


def spoken(sign: Sign) -> str:
    """What a screen reader says for a sign."""
    words = {
        Sign.TICK: QCoreApplication.translate("Sign", "complete"),
        Sign.GAP: QCoreApplication.translate("Sign", "gap"),
        Sign.LOOK: QCoreApplication.translate("Sign", "worth a look"),
        Sign.WRONG: QCoreApplication.translate("Sign", "cannot be true"),
        Sign.NOTE: QCoreApplication.translate("Sign", "note"),
    }
    return words.get(sign, "")


class IconMark(QWidget):
    """An icon that only stands there, in the middle of its height: `high`, or its own."""

    def __init__(self, name: str, size: int = Icon.USUAL, high: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setFixedSize(size, max(size, high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self.color(), self._size)

    def color(self) -> str:
        return tokens_of(self).text2


class SignMark(IconMark):
    """A sign in its own colour, `Icon.SIGN` wide in the room of a usual icon."""

    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        self._sign = sign
        super().__init__(sign.value, Icon.SIGN, parent=parent)
        self.setFixedSize(Icon.USUAL, Icon.USUAL)
        self.setAccessibleName(spoken(sign))

    def color(self) -> str:
        return sign_color(self._sign, tokens_of(self))
