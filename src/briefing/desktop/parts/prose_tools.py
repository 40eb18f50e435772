"""The four tools of prose: bold, italic, bullets, numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.desktop.fonts import line_height
from briefing.desktop.parts.button import IconButton
from briefing.desktop.tokens import Icon, Role, Space
from briefing.dossier.prose import ProseKind


class ProseTools(QWidget):
    """Small enough for a label's line. They take no focus: it stays in the text that they work on."""

    bold_toggled = Signal(bool)
    italic_toggled = Signal(bool)
    kind_toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bold = self._tool("bold", self.tr("Bold (Ctrl+B)"))
        self._italic = self._tool("italic", self.tr("Italic (Ctrl+I)"))
        self._bullets = self._tool("bullets", self.tr("Bullets"))
        self._numbers = self._tool("numbers", self.tr("Numbers"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for tool in (self._bold, self._italic, self._bullets, self._numbers):
            row.addWidget(tool)
        self._bold.clicked.connect(self.bold_toggled)
        self._italic.clicked.connect(self.italic_toggled)
        self._bullets.clicked.connect(lambda on: self._toggle("bullet", on))
        self._numbers.clicked.connect(lambda on: self._toggle("number", on))

    def show_state(self, bold: bool, italic: bool, kind: ProseKind) -> None:
        """Show what holds where the cursor stands."""
        self._bold.setChecked(bold)
        self._italic.setChecked(italic)
        self._bullets.setChecked(kind == "bullet")
        self._numbers.setChecked(kind == "number")

    def _toggle(self, kind: ProseKind, on: bool) -> None:
        self.kind_toggled.emit(kind if on else "text")

    def _tool(self, icon: str, name: str) -> IconButton:
        made = IconButton(icon, name, width=Icon.USUAL + Space.CLOSE, height=line_height(Role.LABEL) + 2)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
