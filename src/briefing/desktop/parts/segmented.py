"""A choice of two to four, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import control_height, font, set_role
from briefing.desktop.parts.painting import paint_frame, paint_ground, paint_ring, paint_text
from briefing.desktop.tokens import HAIR, Radius, Role, Space

_INNER = Radius.CHIP
_GAP = 2  # between the frame and the chosen part


class _Segment(QRadioButton):
    """One choice: a radio button to the keyboard and to screen readers, drawn as a part of the whole."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        set_role(self, Role.BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * Space.INSET, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * Space.TIGHT + 2, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        rect = self.rect()
        color = tokens.text2
        if self.isChecked():
            paint_ground(painter, rect, tokens.chosen, _INNER)
            paint_frame(painter, rect, tokens.edge, HAIR, _INNER)
            color = tokens.on_soft if tokens.contrast else tokens.text
        elif self.underMouse() and self.isEnabled():
            paint_ground(painter, rect, tokens.fill2, _INNER)
            color = tokens.text
        if self.hasFocus() and not self.isChecked():  # else the ring around the whole says it
            paint_ring(painter, rect, tokens, _INNER)
        if not self.isEnabled():
            color = tokens.text3
        room = QRect(rect).adjusted(Space.TIGHT, 0, -Space.TIGHT, 0)
        paint_text(painter, room, self.text(), font(Role.BUTTON), color, Qt.AlignmentFlag.AlignHCenter)


class Segmented(QFrame):
    """One of a few `choices`, each a key and its words; no choice made is the empty key."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(_GAP, _GAP, _GAP, _GAP + 1)
        row.setSpacing(0)
        self._parts: dict[str, _Segment] = {}
        for key, words in choices:
            part = _Segment(words, self)
            part.clicked.connect(lambda _=False, key=key: self._choose(key))
            row.addWidget(part, 1)
            self._parts[key] = part
        self._value = ""
        self._lead_focus()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(control_height())

    def value(self) -> str:
        return self._value

    def set_value(self, key: str) -> None:
        """Show `key` as chosen, or nothing where it is none of the choices."""
        if key == self._value:
            return
        self._value = key if key in self._parts else ""
        for part in self._parts.values():
            part.setAutoExclusive(False)
        for name, part in self._parts.items():
            part.setChecked(name == key)
        for part in self._parts.values():
            part.setAutoExclusive(True)
        self._lead_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(control_height())

    def _lead_focus(self) -> None:
        """The keyboard comes to the part that is chosen, else to the first."""
        for part in [*list(self._parts.values())[:1], *filter(None, [self._parts.get(self._value)])]:
            self.setFocusProxy(part)

    def _choose(self, key: str) -> None:
        if key != self._value:
            self._value = key
            self._lead_focus()
            self.chosen.emit(key)
