"""Buttons: main, plain, flat and link, with an icon, a sign or a chevron where they have one."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import control_height, font, line_height, set_role
from briefing.desktop.parts.halo import Halo
from briefing.desktop.parts.painting import paint_frame, paint_icon, paint_text
from briefing.desktop.parts.signs import Sign, sign_color
from briefing.desktop.tokens import HAIR, Height, Icon, Radius, Role, Space


class Kind(StrEnum):
    """How much a button asks for."""

    MAIN = "main"  # one per surface
    PLAIN = "plain"
    FLAT = "flat"  # in the header and in bars
    LINK = "link"  # in a sentence or under a list
    QUIET = "quiet"  # a link in grey: what is seldom done


_LINKS = (Kind.LINK, Kind.QUIET)
_ABOVE_LINK = 2  # a link's words to its ring
# The focus ring is for the keyboard: a click leaves the focus in the field where it was.
_FOCUS = Qt.FocusPolicy.TabFocus


class Button(QPushButton):
    """A button named by what it does. `chevron` says that it opens something, `leads` that it goes elsewhere."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        chevron: bool = False,
        leads: bool = False,
        role: Role = Role.BUTTON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._sign = Sign.NONE
        self._chevron = "chevron-down" if chevron else "chevron-right" if leads else ""
        self._role = role
        self.setProperty("kind", "link" if kind in _LINKS else kind.value)
        self.setFocusPolicy(_FOCUS)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self, role)
        if kind in _LINKS:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            Halo(self, Space.TIGHT, _ABOVE_LINK, line_height(role) + 2 * Space.TIGHT)

    def set_icon(self, name: str) -> None:
        """Show the icon `name` before the words, or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_sign(self, sign: Sign) -> None:
        """Show a sign in its colour before the words."""
        self._sign = sign
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._lead() + self._words_width() + self._tail()
        if not self.text():
            width = self._height() if self._kind not in _LINKS else Icon.USUAL
        return QSize(width, self._height()) if self.text() else QSize(max(width, self._height()), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The frame; the words are transparent in the style sheet. Asking the style for it would name `QStyle`, whose
        # 600 names of what styles draw PySide builds at the first mention: a tenth of the start.
        super().paintEvent(event)
        painter = QPainter(self)
        tokens = tokens_of(self)
        if self._kind is Kind.MAIN and self.hasFocus():
            inner = self.rect().adjusted(tokens.ring, tokens.ring, -tokens.ring, -tokens.ring)
            paint_frame(painter, inner, tokens.on_accent, HAIR, Radius.CHIP)
        self._paint_content(painter)

    def words_color(self) -> str:
        """The colour of the words as the button now is."""
        tokens = tokens_of(self)
        if not self.isEnabled():
            return tokens.text3
        if self._kind is Kind.QUIET:
            return tokens.text if self.underMouse() else tokens.text2
        return {Kind.MAIN: tokens.on_accent, Kind.LINK: tokens.accent_text}.get(self._kind, tokens.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # Qt knows only the blank outside of dialogs
        else:
            super().keyPressEvent(event)

    def _paint_content(self, painter: QPainter) -> None:
        tokens = tokens_of(self)
        room = self.rect()
        words = self.words_color()
        lead = self._sign.value or self._icon
        if lead:
            quiet = self._kind in (Kind.FLAT, Kind.PLAIN) and not self.underMouse() and not self.isChecked()
            color = sign_color(self._sign, tokens) if self._sign else (tokens.text2 if quiet else words)
            box = room if not self.text() else QRect(self._pad(), 0, Icon.USUAL, room.height())
            paint_icon(painter, box, lead, color)
        if self._chevron:
            right = room.width() - self._pad() - Icon.USUAL
            box = QRect(right, 0, Icon.USUAL, room.height()) if self.text() else room
            paint_icon(painter, box, self._chevron, words if self._kind is Kind.MAIN else tokens.text2)
        if self.text():
            shown = font(self._role)
            shown.setUnderline(self._kind in _LINKS and self.underMouse() and self.isEnabled())
            start = self._lead()
            box = QRect(start, 0, room.width() - start - self._tail(), room.height())
            centred = not lead and not self._chevron and self._kind not in _LINKS
            align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
            paint_text(painter, box, self.text().replace("&", ""), shown, words, align)

    def _pad(self) -> int:
        return {Kind.FLAT: Space.CLOSE, Kind.LINK: 0, Kind.QUIET: 0}.get(self._kind, Space.INSET + 2)

    def _lead(self) -> int:
        return self._pad() + (Icon.USUAL + Space.CLOSE if self._icon or self._sign else 0)

    def _tail(self) -> int:
        return self._pad() + (Icon.USUAL + Space.TIGHT if self._chevron else 0)

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text().replace("&", "")) + 1

    def _height(self) -> int:
        return line_height(self._role) if self._kind in _LINKS else control_height(Height.CONTROL)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class IconButton(Button):
    """A flat square button with an icon alone; `name` is what a screen reader and the tip say."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        width: int = Height.CONTROL,
        height: int = Height.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", Kind.FLAT, icon=icon, parent=parent)
        self.setFixedSize(width, height)
        self.setAccessibleName(name)
        self.setToolTip(name)
