"""A month to pick a day from: Qt's calendar in our colours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.icons import icon
from briefing.desktop.tokens import Height, Icon, Role

_ROWS = 7  # the names of the days and six weeks
_DAYS = 7
_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class MonthView(QCalendarWidget):
    """Opens at `day`, or at today."""

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        if day is not None:
            self.setSelectedDate(QDate(day.year, day.month, day.day))
        side = row_height(Height.SMALL)
        self.setFixedSize(_DAYS * (side + side // 2), _ROWS * side + row_height(Height.CONTROL))
        self._dress()

    def _dress(self) -> None:
        tokens = tokens_of(self)
        day = QTextCharFormat()
        day.setForeground(QColor(tokens.text))
        for weekday in _WEEKEND:
            self.setWeekdayTextFormat(weekday, day)
        names = QTextCharFormat()
        names.setForeground(QColor(tokens.text3))
        names.setBackground(QColor(tokens.raised))
        names.setFont(font(Role.LABEL))
        self.setHeaderTextFormat(names)
        for name, arrow in _ARROWS.items():
            for button in self.findChildren(QToolButton, name):
                button.setIcon(icon(arrow, tokens.text2, hover=tokens.text))
                button.setIconSize(QSize(Icon.USUAL, Icon.USUAL))
