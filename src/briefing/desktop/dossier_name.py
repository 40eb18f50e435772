"""The dossier's name in the header: cut where there is no room, and edited in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.painting import paint_text
from briefing.desktop.tokens import Role, Space


class DossierName(Text):
    """A name that a double click opens for editing. Enter keeps it, Esc does not."""

    renamed = Signal(str)
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__("", Role.NAME)
        self._box: LineEdit | None = None

    def edit(self, own: str, made: str, room: int) -> None:
        """Open for editing, `room` pixels wide: `own` is the name given, `made` the one there is without."""
        self.close_box()
        self._box = box = LineEdit(made, self.parentWidget())
        box.setAccessibleName(self.tr("Name of the dossier"))
        box.setText(own)
        at = self.pos()
        high = box.sizeHint().height()
        box.setGeometry(QRect(at.x() - Space.INSET, at.y() + (self.height() - high) // 2, room + Space.INSET, high))
        box.installEventFilter(self)
        box.show()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.selectAll()

    def close_box(self) -> None:
        if self._box is not None:
            self._box.removeEventFilter(self)
            self._box.hide()
            self._box.deleteLater()
            self._box = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._box or self._box is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._keep()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_box()
                return True
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(Space.MARGIN, super().minimumSizeHint().height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_text(QPainter(self), self.rect(), self.text(), self.font(), tokens_of(self).text)

    def _keep(self) -> None:
        if self._box is not None:
            text = self._box.text().strip()
            self.close_box()
            self.renamed.emit(text)


def room_before(name: QWidget, other: QWidget) -> int:
    """Pixels from the left of `name` to the left of `other`, which stands in the same row."""
    return other.x() - name.x() - Space.CLOSE
