"""The bar under the page: which page is in view, how large, and what of the person's own has no place on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, row_height
from briefing.desktop.page_view import PageView
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.tokens import HAIR, Height, Role, Space, Width
from briefing.page.fills import fill

#: How far the buttons stand from the bar's right side, and its words from the left.
_RIGHT, _LEFT = 14, 20

#: Opacity of the line over the bar, in the colour of words.
_LINE = 0.07


class PageBar(QWidget):
    """Shows and sets the zoom of a page view."""

    asleep_asked = Signal(QWidget)  # where to show it

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._place = Button("", Kind.QUIET, role=Role.HELP)
        self._place.setToolTip(self.tr("Go to a page"))
        self._jump = _Jump()
        self._jump.hide()
        self._notes: dict[str, Button] = {}
        self._percent = Text("", Role.HELP, "text2")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(QFontMetrics(font(Role.HELP)).horizontalAdvance("400 %") + Space.CLOSE)
        fit = _button("fit-width", self.tr("Fit the width"))
        whole = _button("page", self.tr("Fit the page"))
        less = _button("minus", self.tr("Smaller"))
        more = _button("plus", self.tr("Larger"))
        self._asleep: Button | None = None
        row = QHBoxLayout(self)
        self._row = row
        row.setContentsMargins(_LEFT, HAIR, _RIGHT, 0)
        row.setSpacing(0)
        row.addWidget(self._place)
        row.addWidget(self._jump)
        row.addStretch(1)
        row.addWidget(fit)
        row.addWidget(whole)
        row.addSpacing(Space.INSET)
        for widget in (less, self._percent, more):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fit.clicked.connect(view.fit_width)
        whole.clicked.connect(view.fit_page)
        self._place.clicked.connect(self.ask_page)
        self._jump.asked.connect(self._go)
        self._jump.left.connect(self._end_jump)
        less.clicked.connect(view.zoom_out)
        more.clicked.connect(view.zoom_in)
        view.page_changed.connect(self.show_page)
        view.zoom_changed.connect(self.show_zoom)
        self.show_page(view.current_page, len(view.pages))
        self.show_zoom(view.zoom_percent)

    def show_page(self, current: int, count: int) -> None:
        """Say which page is in view, counted from 1; nothing where there is none."""
        self._place.setText(self.tr("Page {0} of {1}").format(current, count) if count else "")
        self._place.updateGeometry()

    def ask_page(self) -> None:
        """Ask for the number of a page to go to."""
        self._jump.setText(str(max(self._view.current_page, 1)))
        self._place.hide()
        self._jump.show()
        self._jump.setFocus(Qt.FocusReason.OtherFocusReason)
        self._jump.selectAll()

    def _go(self, number: int) -> None:
        self._view.show_page(number)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_jump(self) -> None:
        self._jump.hide()
        self._place.show()

    def note(self, name: str, words: str, tip: str = "", then: Callable[[], object] | None = None) -> None:
        """Say something of the document in hand beside the page's number, under a name; "" takes it away."""
        known = self._notes.pop(name, None)
        if known is not None:
            self._row.removeWidget(known)
            known.hide()
            known.deleteLater()
        if not words:
            return
        made = Button(words, Kind.QUIET, role=Role.HELP)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(Space.MARGIN)
        made.setToolTip(tip)
        made.setContentsMargins(Space.ROW, 0, 0, 0)
        made.setEnabled(then is not None or bool(tip))
        if then is not None:
            made.clicked.connect(then)
        self._notes[name] = made
        self._row.insertSpacing(2, Space.ROW)
        self._row.insertWidget(3, made)
        made.show()

    def show_asleep(self, count: int) -> None:
        """Say how many paragraphs in the person's words are not on the page; nothing where there are none."""
        if self._asleep is None:
            if not count:
                return
            self._asleep = self._make_asleep()
        words = self.tr("A paragraph of yours is not on the page now")
        if count > 1:
            words = self.tr("{0} paragraphs of yours are not on the page now").format(count)
        self._asleep.setText(words)
        self._asleep.updateGeometry()
        self._asleep.setVisible(count > 0)

    def _make_asleep(self) -> Button:
        made = Button("", Kind.QUIET, chevron=True, role=Role.HELP)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(Space.MARGIN)  # the words are cut where there is no room
        made.clicked.connect(lambda: self.asleep_asked.emit(made))
        self._row.insertSpacing(1, Space.GROUP)
        self._row.insertWidget(2, made)
        return made

    def show_zoom(self, percent: int) -> None:
        """Say the zoom, with a no-break space before the sign."""
        self._percent.setText(f"{percent}\N{NO-BREAK SPACE}%")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height(Height.PAGE_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        fill(painter, self.rect(), QColor(tokens.desk))
        line = QColor(tokens.text)
        line.setAlphaF(_LINE)
        fill(painter, QRect(0, 0, self.width(), HAIR), line)


class _Jump(LineEdit):
    """The number of a page."""

    asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(Width.MINUTES)
        self.setValidator(QIntValidator(1, 9999, self))
        self.setAccessibleName(self.tr("Page to go to"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text():
            self.asked.emit(int(self.text()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _button(icon: str, name: str) -> Button:
    button = Button("", Kind.FLAT, icon=icon)
    button.setFixedSize(Height.SMALL, Height.SMALL)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
