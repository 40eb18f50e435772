"""The popover of the checks: every finding as a sentence that leads to its field, with its mendings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.checks.finding import Finding, Mend
from briefing.desktop.form.untaken import UNTAKEN
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.finding import Finding as Said
from briefing.desktop.parts.finding import FindingLine
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import Icon, Role, Space, Width
from briefing.desktop.verdicts import sign_of

#: The list scrolls beyond this height in pixels.
MOST_HIGH = 420
_TEXT_AT = Icon.USUAL + Space.TIGHT


class ChecksPopover(QWidget):
    """Lists findings, the gravest first; "Show" leads to the field. What was put aside stands last, with its reason."""

    asked = Signal(str)
    mended = Signal(object)  # Mend
    dismissed = Signal(object, str)  # Finding, the reason
    brought_back = Signal(object)  # Finding

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(Space.CLOSE, Space.TIGHT, Space.CLOSE, Space.TIGHT)
        self._column.setSpacing(Space.CLOSE)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._fill(findings)

    def leave_reason(self) -> bool:
        """Esc leaves the reason for dismissing first, where one is being asked for."""
        return any(each.leave_reason() for each in self.findChildren(_Ways))

    def _fill(self, findings: Sequence[Finding]) -> None:
        column = self._column
        open_ones = [each for each in findings if not each.dismissed]
        column.addWidget(Text(self.tr("Checks"), Role.GROUP))
        if not open_ones:
            column.addWidget(Text(self.tr("Nothing more to say."), Role.HELP, "text2"))
        for finding in open_ones:
            self._add(finding)
        aside = [each for each in findings if each.dismissed]
        if aside:
            column.addWidget(Text(self.tr("Put aside"), Role.GROUP))
        for finding in aside:
            words = self.tr("{0} Put aside: {1}").format(finding.message, finding.dismissed)
            line = FindingLine(Said(Sign.NOTE, words, self.tr("Bring back")))
            line.mended.connect(partial(self._bring_back, finding))
            column.addWidget(line)
        self._fit()

    def _add(self, finding: Finding) -> None:
        entry = QVBoxLayout()
        entry.setSpacing(0)
        entry.addWidget(FindingLine(Said(sign_of(finding), finding.message)))
        ways = _Ways(finding)
        entry.addWidget(ways)
        self._column.addLayout(entry)
        ways.asked.connect(partial(self.asked.emit, finding.fields[0]))
        ways.mended.connect(self.mended)
        ways.dismissed.connect(partial(self.dismissed.emit, finding))
        ways.grown.connect(self._fit)

    def _bring_back(self, finding: Finding, _key: str) -> None:
        self.brought_back.emit(finding)

    def _fit(self) -> None:
        width = int(Width.POPOVER)
        self._column.activate()
        self._scroll.setFixedSize(width, min(MOST_HIGH, self._column.heightForWidth(width - Space.CLOSE)))


class _Ways(QWidget):
    """What can be done about one finding: its mends, and putting it aside with a reason."""

    asked = Signal()
    mended = Signal(object)
    dismissed = Signal(str)
    grown = Signal()

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(_TEXT_AT, 0, 0, 0)
        row.setSpacing(Space.INSET)
        self._links = [self._link(self.tr("Show"), Kind.LINK, self._show)]
        for mend in finding.mends[:2]:
            self._links.append(self._link(mend.label, Kind.LINK, partial(self._mend, mend)))
        if not finding.is_gap and finding.rule != UNTAKEN:
            aside = self._link(self.tr("Dismiss…"), Kind.QUIET, self._ask)
            aside.setAccessibleName(self.tr("Dismiss with a reason: {0}").format(finding.message))
            self._links.append(aside)
        for link in self._links:
            row.addWidget(link)
        row.addStretch(1)
        self._reason = LineEdit(self.tr("Why it is right as it stands"))
        self._reason.setAccessibleName(self.tr("Reason for dismissing"))
        self._reason.returnPressed.connect(self._tell)
        self._reason.hide()
        row.addWidget(self._reason, 100)

    def leave_reason(self) -> bool:
        """Give up the reason, and say whether one was being asked for."""
        asked = self._reason.isVisible()
        if asked:
            self._show_reason(False)
        return asked

    def _link(self, words: str, kind: Kind, do: Callable[..., None]) -> Button:
        link = Button(words, kind, role=Role.LINK, parent=self)
        link.clicked.connect(do)
        return link

    def _show(self) -> None:
        self.asked.emit()

    def _mend(self, mend: Mend, _checked: bool = False) -> None:
        self.mended.emit(mend)

    def _ask(self) -> None:
        self._show_reason(True)

    def _show_reason(self, shown: bool) -> None:
        for link in self._links:
            link.setVisible(not shown)
        self._reason.setVisible(shown)
        (self._reason if shown else self._links[-1]).setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def _tell(self) -> None:
        if self._reason.text().strip():
            self.dismissed.emit(self._reason.text())
