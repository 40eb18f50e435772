"""The popover of the reading copy: paper, size of print, what begins a page, numbers, clearance."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from briefing.compose.copies import USUAL, Copy
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.tokens import Role, Space, Width

_YES, _NO = "yes", "no"
#: The letterhead's own paper; an empty key would be no choice.
_OWN = "own"


class CopyPopover(QWidget):
    """Shows a copy and tells each choice at once: the page behind it follows."""

    chosen = Signal(object)  # Copy
    save_asked = Signal()

    def __init__(self, copy: Copy, principal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy = copy
        tr = self.tr
        yes_no = ((_NO, tr("No")), (_YES, tr("Yes")))
        self._controls: dict[str, Segmented] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSET, Space.INSET, Space.INSET, Space.INSET)
        column.setSpacing(Space.INSET)
        column.addWidget(Text(tr("Reading copy"), Role.GROUP))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.INSET)
        grid.setVerticalSpacing(Space.INSET)
        rows = (
            ("paper", tr("Paper"), ((_OWN, tr("Letterhead’s")), ("A4", "A4"), ("A5", "A5"))),
            ("large", tr("Large print"), yes_no),
            ("topics_apart", tr("A page for each topic"), yes_no),
            ("annexes_apart", tr("A page for each annex"), yes_no),
            ("numbered", tr("Numbered paragraphs"), yes_no),
            ("clearance", tr("For clearance"), yes_no),
        )
        for at, (name, label, choices) in enumerate(rows):
            control = Segmented(choices)
            control.setAccessibleName(label)
            control.chosen.connect(lambda key, name=name: self._choose(name, key))
            self._controls[name] = control
            grid.addWidget(Field(label, control), at // 2, at % 2)
        column.addLayout(grid)
        column.addWidget(Text(tr("A copy for clearance has a wide margin, and version and time on each page."),
                              Role.HELP, "text2", wrap=True))  # fmt: skip
        for_whom = tr("Remembered for {0}.").format(principal) if principal else tr("Remembered.")
        column.addWidget(Text(for_whom, Role.HELP, "text2", wrap=True))
        column.addLayout(self._foot())
        self.setFixedWidth(Width.POPOVER + 2 * Space.MARGIN)
        self._show()

    def _foot(self) -> QHBoxLayout:
        usual, save = Button(self.tr("As usual"), Kind.LINK), Button(self.tr("Save this copy…"))
        usual.clicked.connect(lambda: self._take(USUAL))
        save.clicked.connect(self.save_asked)
        foot = QHBoxLayout()
        foot.addWidget(usual)
        foot.addStretch(1)
        foot.addWidget(save)
        return foot

    def _choose(self, name: str, key: str) -> None:
        value: object = key == _YES
        if name == "paper":
            value = "" if key == _OWN else key
        self._take(replace(self._copy, **{name: value}))  # type: ignore[arg-type]

    def _take(self, copy: Copy) -> None:
        if copy != self._copy:
            self._copy = copy
            self._show()
            self.chosen.emit(copy)

    def _show(self) -> None:
        for name, control in self._controls.items():
            value = getattr(self._copy, name)
            control.set_value(value or _OWN if name == "paper" else _YES if value else _NO)
