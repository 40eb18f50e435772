"""A field: its label above, the control, and below it help and findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import growth, line_height
from briefing.desktop.parts.finding import Finding, FindingLine
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.painting import paint_text
from briefing.desktop.parts.signs import IconMark
from briefing.desktop.parts.states import State, show_state
from briefing.desktop.tokens import Icon, Role, Space

_TOP = Qt.AlignmentFlag.AlignTop


@runtime_checkable
class HasTools(Protocol):
    """A control whose tools stand in the label's line."""

    def tools(self) -> QWidget: ...


class _Label(Text):
    """The label of a field: cut where the tools that come with the focus need its room, for no neighbour may move."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.sizeHint().width() <= self.width():
            super().paintEvent(event)
        else:
            paint_text(QPainter(self), self.rect(), self.text(), self.font(), tokens_of(self).text2)


class Field(QWidget):
    """The frame around one control. Only a line of help or a finding makes it higher, never a state."""

    mended = Signal(str)  # the key of the finding whose link was followed

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        help_text: str = "",
        internal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._held = 0
        self._findings: tuple[Finding, ...] = ()
        self._lines: list[FindingLine] = []
        self._label = _Label(label, Role.LABEL, "text2")
        self._label.setBuddy(control)
        self._head = QWidget()
        self._lock = IconMark("lock", Icon.LABEL, line_height(Role.LABEL))
        self._lock.setToolTip(self.tr("Stays in internal documents"))
        self._lock.setAccessibleName(self._lock.toolTip())
        self._help = Text(help_text, Role.HELP, "text3", wrap=True)
        self._compose()
        self.set_internal(internal)
        self.set_help(help_text)
        if not control.accessibleName():
            control.setAccessibleName(label)
        if isinstance(control, HasTools):
            self.set_tools(control.tools())

    def control(self) -> QWidget:
        return self._control

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self._control.setAccessibleName(label)

    def set_help(self, text: str) -> None:
        """A line under the control, or none."""
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._control.setAccessibleDescription(text)

    def take_help(self) -> Text | None:
        """The line of help, to stand where there is more room than under the control; none where there is no help."""
        if not self._help.text():
            return None
        self._column.removeWidget(self._help)
        return self._help

    def set_internal(self, internal: bool) -> None:
        """Whether the lock stands after the label: what is typed here stays in internal documents."""
        self._lock.setVisible(internal)

    def set_tools(self, tools: QWidget) -> None:
        """Stand `tools` at the right of the label's line."""
        self._row.addWidget(tools, 0, _TOP)

    def set_beside(self, widget: QWidget) -> None:
        """Stand `widget` at the right of the control, in its middle; help and findings stay below both."""
        self._line.addSpacing(Space.ROW)
        self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def hold_width(self, width: int) -> None:
        """Be as wide as what is typed, `width` with the usual font, whatever room there is."""
        self._held = width
        least = self._control.maximumWidth() if self._control.maximumWidth() == self._control.minimumWidth() else 0
        wide = least or max(round(width * growth()), self._control.minimumSizeHint().width())
        self.setFixedWidth(wide)

    def set_state(self, state: State) -> None:
        show_state(self._control, state)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Say these under the control, in this order; nothing happens where they are said already."""
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [FindingLine(finding) for finding in findings]
        for at, line in enumerate(self._lines):
            self._column.insertWidget(1 + at, line)
            line.show()  # now, and not with the next turn of the event loop, so that its room is known
            line.mended.connect(self.mended)
        said = " ".join(finding.text for finding in findings)
        self._control.setAccessibleDescription(said or self._help.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            if self._held:
                # The control may hear of the new font after its frame does.
                QTimer.singleShot(0, self, lambda: self.hold_width(self._held))
            self._head.setFixedHeight(line_height(Role.LABEL) + Space.TIGHT)

    def _compose(self) -> None:
        self._row = QHBoxLayout(self._head)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._label, 0, _TOP)
        self._row.addSpacing(Space.TIGHT)
        self._row.addWidget(self._lock, 0, _TOP)
        self._row.addStretch(1)
        self._head.setFixedHeight(line_height(Role.LABEL) + Space.TIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._head)
        self._line = QHBoxLayout()
        self._line.setSpacing(0)
        self._line.addWidget(self._control, 1)
        top.addLayout(self._line)
        self._column.addLayout(top)
        self._column.addWidget(self._help)
        self._column.addStretch(1)
