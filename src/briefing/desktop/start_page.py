"""The first thing seen when no dossier is open: what the program does, and the ways to go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, line_height
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.painting import paint_ground, paint_icon, paint_ring, paint_text
from briefing.desktop.tokens import Icon, Radius, Role, Space, Width


class _Way(QAbstractButton):
    """One way to go: an icon, what it does, one quiet line, its key, a chevron."""

    def __init__(self, icon: str, words: str, line: str, key: str = "") -> None:
        super().__init__()
        self._icon, self._line, self._key = icon, line, key
        self.setText(words)
        self.setAccessibleName(f"{words}. {line}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(Width.EMPTY_COLUMN, 2 * line_height(Role.BODY) + 2 * Space.ROW)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        room = self.rect()
        if self.underMouse():
            paint_ground(painter, room, tokens.fill, Radius.TOAST)
        if self.hasFocus():
            paint_ring(painter, room, tokens, Radius.TOAST)
        line = line_height(Role.BODY)
        left = Space.ROW + Icon.FIRST_RUN + Space.ROW
        paint_icon(
            painter, QRect(Space.ROW, 0, Icon.FIRST_RUN, room.height()), self._icon, tokens.accent_text, Icon.FIRST_RUN
        )
        paint_text(painter, QRect(left, Space.ROW, room.width(), line), self.text(), font(Role.GROUP), tokens.text)
        below = QRect(left, Space.ROW + line, room.width() - left - Width.TIME, line)
        paint_text(painter, below, self._line, font(Role.BODY), tokens.text2)
        right = QRect(room.width() - Space.ROW - Icon.USUAL, 0, Icon.USUAL, room.height())
        paint_icon(painter, right, "chevron-right", tokens.text2)
        if self._key:
            box = QRect(0, 0, right.x() - Space.CLOSE, room.height())
            paint_text(painter, box, self._key, font(Role.HELP), tokens.text2, Qt.AlignmentFlag.AlignRight)


class StartPage(QWidget):
    """New, sample, a file; and the dossiers opened last."""

    new_asked = Signal()
    sample_asked = Signal()
    file_asked = Signal()
    recent_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        inset = QVBoxLayout()
        inset.setContentsMargins(Space.ROW, 0, Space.ROW, Space.GROUP)
        inset.setSpacing(Space.TIGHT)
        inset.addWidget(Text(self.tr("Prepare a meeting once."), Role.WELCOME))
        why = self.tr(
            "Fill in what you know. The briefing note and the press release are composed as you type, "
            "and figures that cannot be true are shown."
        )
        inset.addWidget(Text(why, Role.BODY, "text2", wrap=True))
        column.addLayout(inset)
        column.addLayout(self._ways)
        drop = QVBoxLayout()
        drop.setContentsMargins(Space.ROW, Space.GROUP, Space.ROW, 0)
        drop.addWidget(Text(self.tr("You can also drop a dossier file here."), Role.HELP, "text2"))
        column.addLayout(drop)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setFixedWidth(Width.EMPTY_COLUMN)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        self.show_recent(())

    def show_recent(self, recent: Sequence[Path]) -> None:
        """Offer these files too, newest first, three at most."""
        while (item := self._ways.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._add("plus", self.tr("New dossier"), self.tr("Start with who, where and when"), "Ctrl+N", self.new_asked)
        for path in recent[:3]:
            way = _Way("clock", path.stem, str(path.parent))
            way.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(str(path)))
            self._ways.addWidget(way)
        sample = self.tr("Sweden, political consultations, Stockholm 2023")
        self._add("document", self.tr("Look at the sample"), sample, "", self.sample_asked)
        self._add("folder", self.tr("Open a file…"), self.tr("A dossier saved before"), "Ctrl+O", self.file_asked)

    def focus_first(self) -> None:
        item = self._ways.itemAt(0)
        if item is not None and (widget := item.widget()) is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens_of(self).form))

    def _add(self, icon: str, words: str, line: str, key: str, signal: object) -> None:
        way = _Way(icon, words, line, key)
        way.clicked.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        self._ways.addWidget(way)
