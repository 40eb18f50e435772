"""A toast: one line and one action, for what finished elsewhere or is going on there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.painting import paint_frame, paint_ground
from briefing.desktop.parts.signs import Sign, SignMark, sign_color
from briefing.desktop.tokens import HAIR, Motion, Radius, Role, Space


class _ToastSign(SignMark):
    def color(self) -> str:
        tokens = tokens_of(self)
        return tokens.toast_done if self._sign is Sign.TICK else sign_color(self._sign, tokens)


class _ToastLink(Button):
    def words_color(self) -> str:
        return tokens_of(self).toast_link


class Toast(QWidget):
    """Stands in the middle of `host`, `above` pixels from its foot, for six seconds or while it is pointed at.

    What says that something is going on stays, without the tick of what is done, until something else is said.
    """

    acted = Signal()
    gone = Signal()

    def __init__(self, host: QWidget, above: int = Space.ROW) -> None:
        super().__init__(host)
        self._host = host
        self._above = above
        self._words = Text("", Role.BODY, "toast")
        self._sign = _ToastSign(Sign.TICK)
        self._link = _ToastLink("", Kind.LINK, role=Role.GROUP)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.dismiss)
        self._then: Callable[[], object] | None = None
        self._stays = False
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.INSET, Space.CLOSE + 2, Space.ROW, Space.CLOSE + 2)
        row.setSpacing(Space.CLOSE)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        row.addSpacing(Space.INSET)
        row.addWidget(self._link)
        self._link.clicked.connect(self._act)
        self.hide()
        host.installEventFilter(self)

    def say(
        self, words: str, action: str = "", then: Callable[[], object] | None = None, *, going_on: bool = False
    ) -> None:
        """Show these words, in place of what is shown, and have a screen reader read them; `action` does `then`."""
        self._then, self._stays = then, going_on
        self._sign.setVisible(not going_on)
        self._words.setText(words)
        self._link.setText(action)
        self._link.setVisible(bool(action))
        self.setAccessibleName(words)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._run_out()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # many names, and no part of a start

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def dismiss(self) -> None:
        """Take it away now."""
        if self.isVisible():
            self._clock.stop()
            self.hide()
            self.gone.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._run_out()

    def _run_out(self) -> None:
        self._clock.stop()
        if not self._stays:
            self._clock.start(Motion.TOAST_STAYS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        paint_ground(painter, self.rect(), tokens.toast, Radius.TOAST)
        paint_frame(painter, self.rect(), tokens.toast_edge, HAIR, Radius.TOAST)

    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()
        if self._then is not None:
            self._then()

    def _place(self) -> None:
        host = self._host
        width = min(self.sizeHint().width(), host.width() - 2 * Space.ROW)
        self.resize(width, self.sizeHint().height())
        self.move((host.width() - width) // 2, host.height() - self.height() - self._above)
