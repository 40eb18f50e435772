"""The bar that finds words on the page: what is sought, which of how many is in view, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.page_reader import PageReader
from briefing.desktop.parts.button import IconButton
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.tokens import HAIR, Height, Role, Space
from briefing.page.fills import fill

_WIDEST = 280


class FindBar(QWidget):
    """Seeks in a page view while it is open; Enter goes on, Shift+Enter back, Esc closes it."""

    closed = Signal()

    def __init__(self, view: PageReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._words = _Sought(self.tr("Find on the page"))
        self._words.setAccessibleName(self.tr("Find on the page"))
        self._words.setMaximumWidth(_WIDEST)
        self._count = Text("", Role.HELP, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ROW, Space.TIGHT + HAIR, Space.INSET, Space.TIGHT)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self._words, 1)
        row.addSpacing(Space.TIGHT)
        row.addWidget(self._count)
        row.addStretch(0)
        for icon, name, run in (
            ("chevron-up", self.tr("Previous"), lambda: view.step(-1)),
            ("chevron-down", self.tr("Next"), lambda: view.step(1)),
            ("remove", self.tr("Close"), self.close_bar),
        ):
            button = IconButton(icon, name, width=Height.SMALL, height=Height.SMALL)
            button.clicked.connect(run)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words.edited.connect(view.seek)
        self._words.stepped.connect(view.step)
        self._words.left.connect(self.close_bar)
        view.found.connect(self._show_count)
        self.hide()

    def open_bar(self) -> None:
        """Show it with the cursor in it; what was sought last, or is chosen on the page, is sought again."""
        chosen = self._view.chosen_text
        if chosen and "\n" not in chosen:
            self._words.set_value(chosen, even_focused=True)
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._view.seek(self._words.value())

    def close_bar(self) -> None:
        """Hide it, with the focus on the page where it had it."""
        inside = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self.hide()
        self._view.seek("")
        if inside:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def step(self, way: int) -> None:
        """Go to the next place or the one before; with nothing sought yet, ask what."""
        if self.isVisible() and self._words.value():
            self._view.step(way)
        else:
            self.open_bar()

    def _show_count(self, now: int, count: int) -> None:
        sought = bool(self._words.value().strip())
        self._count.setText(
            self.tr("{0} of {1}").format(now, count) if count else self.tr("Not found") if sought else ""
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        fill(painter, self.rect(), QColor(tokens.chrome))
        fill(painter, QRect(0, 0, self.width(), HAIR), QColor(tokens.line))


class _Sought(LineEdit):
    """What is sought."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
