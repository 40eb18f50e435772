"""A finding: a sign, a sentence, and its mending as a link, under the field or row that it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.desktop.fonts import line_height
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text, Tone
from briefing.desktop.parts.signs import Sign, SignMark
from briefing.desktop.tokens import Icon, Role, Space
from briefing.frozen import frozen

_TONES: dict[Sign, Tone] = {Sign.GAP: "look", Sign.LOOK: "look", Sign.WRONG: "wrong"}


@frozen
class Finding:
    """What to say. `mend` is the link's words, none where nothing can be mended at once; `key` comes back with it."""

    sign: Sign
    text: str
    mend: str = ""
    key: str = ""


class FindingLine(QWidget):
    """One finding. The link stands 12 after the sentence, or under it where the line is too short for both."""

    mended = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = SignMark(finding.sign, self)
        self._text = Text(finding.text, Role.HELP, _TONES.get(finding.sign, "text2"), wrap=True, parent=self)
        self._link: Button | None = None
        if finding.mend:
            self._link = Button(finding.mend, Kind.LINK, role=Role.LINK, parent=self)
            self._link.clicked.connect(lambda: self.mended.emit(finding.key))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(finding.text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        width = _TEXT_AT + self._one_line() + (self._link_room() if self._link else 0)
        return QSize(width, line_height(Role.HELP))

    def minimumSizeHint(self) -> QSize:
        return QSize(_TEXT_AT + Space.MARGIN, line_height(Role.HELP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(self.width(), move=True)

    def _one_line(self) -> int:
        return self._text.fontMetrics().horizontalAdvance(self._text.text()) + 1

    def _link_room(self) -> int:
        return Space.INSET + self._link.sizeHint().width() if self._link else 0

    def _place(self, width: int, *, move: bool) -> int:
        """Put everything into `width`; the height that it takes."""
        line = line_height(Role.HELP)
        room = max(1, width - _TEXT_AT)
        beside = self._one_line() + self._link_room() <= room
        across = min(self._one_line(), room) if beside else room
        high = line if beside else max(line, self._text.heightForWidth(across))
        below = 0 if beside or not self._link else self._link.sizeHint().height()
        if move:
            self._mark.move(0, (line - Icon.USUAL) // 2)
            self._text.setGeometry(_TEXT_AT, 0, across, high)
            self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            if self._link:
                self._link.resize(self._link.sizeHint())
                self._link.move(_TEXT_AT + across + Space.INSET if beside else _TEXT_AT, 0 if beside else high)
        return high + below


_TEXT_AT = Icon.USUAL + Space.TIGHT
