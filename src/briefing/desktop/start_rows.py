"""What the start page is made of: ways to go as rows, files opened last as narrower ones, and the small page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, line_height, row_height
from briefing.desktop.parts.painting import paint_frame, paint_ground, paint_icon, paint_ring, paint_text
from briefing.desktop.parts.signs import Sign, sign_color, spoken
from briefing.desktop.tokens import HAIR, PAPER, Height, Icon, Radius, Role, Space, Width
from briefing.page.fills import fill

_RIGHT = Qt.AlignmentFlag.AlignRight


class Row(QAbstractButton):
    """A row that is a button; a hairline parts it from the next, but for where one of them is softly filled."""

    def __init__(self, words: str, line: str) -> None:
        super().__init__()
        self._line = line
        self.last = False
        self.setText(words)
        self.setAccessibleName(f"{words}. {line}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # Qt knows only the blank outside of dialogs
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        tokens, room = tokens_of(self), self.rect()
        if self.underMouse():
            paint_ground(painter, room, tokens.fill, Radius.TOAST)
        if self.hasFocus():
            paint_ring(painter, room, tokens, Radius.TOAST)
        elif not self.last and not self.underMouse():
            inset = room.adjusted(Space.ROW, room.height() - HAIR, -Space.ROW, 0)
            fill(painter, inset, QColor(tokens.line))


class Way(Row):
    """One way to go: an icon, what it does, one quiet line, its key or a sign, a chevron; or a link of its own."""

    def __init__(self, icon: str, words: str, line: str, key: str = "", aside: QWidget | None = None) -> None:
        super().__init__(words, line)
        self._icon, self._key = icon, key
        self._sign = Sign.NONE
        self._aside = aside
        if aside is not None:
            aside.setParent(self)

    def set_sign(self, sign: Sign) -> None:
        self._sign = sign
        self.setAccessibleName(", ".join(filter(None, (f"{self.text()}. {self._line}", spoken(sign)))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(Width.EMPTY_COLUMN, 2 * line_height(Role.BODY) + 2 * Space.ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._aside is not None:
            size = self._aside.sizeHint()
            left, top = self.width() - Space.ROW - size.width(), (self.height() - size.height()) // 2
            self._aside.setGeometry(QRect(left, top, size.width(), size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, room = QPainter(self), tokens_of(self), self.rect()
        self.paint_ground(painter)
        icon = QRect(Space.ROW, 0, Icon.FIRST_RUN, room.height())
        paint_icon(painter, icon, self._icon, tokens.accent_text, Icon.FIRST_RUN)
        left, line = icon.right() + 1 + Space.ROW, line_height(Role.BODY)
        wide = self._paint_right(painter) - left - Space.INSET
        paint_text(painter, QRect(left, Space.ROW, wide, line), self.text(), font(Role.GROUP), tokens.text)
        below = QRect(left, Space.ROW + line, wide, line)
        paint_text(painter, below, self._line, font(Role.BODY), tokens.text2)

    def _paint_right(self, painter: QPainter) -> int:
        """Chevron, sign and key, from the right; the x where they begin."""
        tokens, room = tokens_of(self), self.rect()
        if self._aside is not None:
            return self._aside.x()
        at = room.width() - Space.ROW - Icon.USUAL
        paint_icon(painter, QRect(at, 0, Icon.USUAL, room.height()), "chevron-right", tokens.text2)
        if self._sign:
            at -= Space.CLOSE + Icon.USUAL
            sign = QRect(at, 0, Icon.USUAL, room.height())
            paint_icon(painter, sign, self._sign.value, sign_color(self._sign, tokens))
        if self._key:
            wide = QFontMetrics(font(Role.HELP)).horizontalAdvance(self._key) + 1
            at -= Space.CLOSE + wide
            paint_text(painter, QRect(at, 0, wide, room.height()), self._key, font(Role.HELP), tokens.text2, _RIGHT)
        return at


class FileRow(Row):
    """A file opened before: its name, its folder, and when it was last changed."""

    def __init__(self, name: str, folder: str, date: str) -> None:
        super().__init__(name, f"{folder}, {date}")
        self._folder, self._date = folder, date

    def sizeHint(self) -> QSize:
        return QSize(Width.EMPTY_COLUMN, row_height(Height.LIST_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        self.paint_ground(painter)
        room = self.rect().adjusted(Space.ROW, 0, -Space.ROW, 0)
        metrics = QFontMetrics(font(Role.HELP))
        date = metrics.horizontalAdvance(self._date) + 1
        paint_text(painter, room, self._date, font(Role.HELP), tokens.text2, _RIGHT)
        left = room.width() - date - Space.INSET
        name = min(QFontMetrics(font(Role.BUTTON)).horizontalAdvance(self.text()) + 1, left)
        words = QRect(room.x(), 0, name, room.height())
        paint_text(painter, words, self.text(), font(Role.BUTTON), tokens.text)
        folder = QRect(words.right() + 1 + Space.INSET, 0, left - name - Space.INSET, room.height())
        if folder.width() > Space.MARGIN:
            paint_text(painter, folder, self._folder, font(Role.HELP), tokens.text2)


class SmallPage(QWidget):
    """A page in small, with one value lit: what the program is about."""

    #: Size, and the lines: distance from the top, width; the lit value stands in the fifth.
    SIZE = QSize(54, 72)
    _LINES = ((22, 36), (28, 36), (34, 28), (55, 32))

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(self.SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        paint_ground(painter, self.rect(), PAPER.ground, Radius.PAPER)
        paint_frame(painter, self.rect(), tokens.edge, HAIR, Radius.PAPER)
        left = Space.CLOSE + HAIR
        fill(painter, QRect(left, 12, 16, 2), QColor(PAPER.lit_line))
        for top, wide in self._LINES:
            fill(painter, QRect(left, top, wide, HAIR), QColor(PAPER.rule))
        fill(painter, QRect(left, 41, 23, 7), QColor(PAPER.lit))
        fill(painter, QRect(left, 47, 23, 1), QColor(PAPER.lit_line))
        fill(painter, QRect(left + 26, 45, 10, HAIR), QColor(PAPER.rule))
