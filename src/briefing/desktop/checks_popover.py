"""The popover of the checks: every finding as a sentence that leads to its field, with its mending."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.checks.finding import Finding
from briefing.desktop.parts.finding import Finding as Said
from briefing.desktop.parts.finding import FindingLine
from briefing.desktop.parts.labels import Text
from briefing.desktop.tokens import Role, Space, Width
from briefing.desktop.verdicts import sign_of

#: The list scrolls beyond this height in pixels.
MOST_HIGH = 420


class ChecksPopover(QWidget):
    """Lists findings, the gravest first; "Show" leads to the field."""

    asked = Signal(str)

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.CLOSE, Space.TIGHT, Space.CLOSE, Space.TIGHT)
        column.setSpacing(Space.CLOSE)
        column.addWidget(Text(self.tr("Checks"), Role.GROUP))
        for finding in findings:
            line = FindingLine(Said(sign_of(finding), finding.message, self.tr("Show"), finding.fields[0]))
            line.mended.connect(self.asked)
            column.addWidget(line)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        width = int(Width.POPOVER)
        scroll.setFixedSize(width, min(MOST_HIGH, column.heightForWidth(width - Space.CLOSE)))
