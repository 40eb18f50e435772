"""Event filters on the lists that drop from a combo, and on its box: Tab, Esc, and whose the focus is afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget


class TabGoesOn(QObject):
    """An event filter on a list that dropped: Tab takes what is lit and goes on to the next field."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._combo = combo
        combo.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        forward = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}.get(Qt.Key(event.key()))
        if forward is None:
            return False
        take = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(watched, take)
        self._combo.focusNextPrevChild(forward)
        return True


class EscapeTold(QObject):
    """An event filter that tells of Esc, and lets it do what it does."""

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.pressed.emit()
        return False


class FocusLetGo(QObject):
    """An event filter on a list of matches: once it is hidden the focus is no more than any other window's.

    Qt hands what a list gets on to its box for good; a window manager may be late to give it the focus, and who had
    gone on to the next field would be back in the box.
    """

    def __init__(self, matches: QWidget) -> None:
        super().__init__(matches)
        self._box: QWidget | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QWidget):
            self._box = watched.focusProxy() or self._box
            watched.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._box is not None:
            watched.setFocusProxy(self._box)
        return False
