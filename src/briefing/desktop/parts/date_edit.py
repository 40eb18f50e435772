"""A date, typed as words or picked from a calendar. What the words mean is the caller's business."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing.desktop.parts.button import IconButton
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.popover import Popover
from briefing.desktop.parts.states import State, show_state
from briefing.desktop.tokens import Height, Space, Width

_LONG_DATE = "30 September 2000"
_EDGE = 2  # between the button and the field's frame


class DateEdit(QWidget):
    """A line with a calendar. `edited` tells what is typed, `picked` the date chosen in the calendar."""

    edited = Signal(str)
    picked = Signal(date)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date: date | None = None
        self._popover: Popover | None = None
        self._line = LineEdit(placeholder)
        self._line.setProperty("tail", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)
        self._button = IconButton("calendar", self.tr("Pick from a calendar"), width=Height.SMALL, parent=self)
        self._button.clicked.connect(self.open_calendar)
        # Who types goes from date to time with one Tab; Alt+Down opens the calendar.
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.edited.connect(self.edited)

    def value(self) -> str:
        return self._line.value()

    def set_value(self, text: str, *, even_focused: bool = False) -> None:
        self._line.set_value(text, even_focused=even_focused)

    def line(self) -> LineEdit:
        """The line that is typed into."""
        return self._line

    def set_date(self, day: date | None) -> None:
        """The day that the calendar opens at; None opens it at today."""
        self._date = day

    def set_state(self, state: State) -> None:
        show_state(self._line, state)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:
        """As wide as a long date."""
        words = self.fontMetrics().horizontalAdvance(_LONG_DATE)
        return QSize(max(Width.DATE, Space.INSET + words + Width.TAIL), self._line.minimumHeight())

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        from briefing.desktop.parts.month_view import MonthView  # Qt's calendar is heavy, and seldom wanted

        month = MonthView(self._date)
        month.clicked.connect(self._pick)
        month.activated.connect(self._pick)
        self._popover = Popover(month, self.window())
        self._popover.open_under(self, flush_left=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    def _place(self) -> None:
        self._button.setFixedSize(Height.SMALL, self.height() - 2 * _EDGE)
        self._button.move(self.width() - self._button.width() - _EDGE, _EDGE)
        self._button.raise_()

    def _pick(self, day: QDate) -> None:
        self._date = date(day.year(), day.month(), day.day())
        if self._popover is not None:
            self._popover.close()
            self._popover = None
        self.picked.emit(self._date)
