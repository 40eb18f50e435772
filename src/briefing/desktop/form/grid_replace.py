"""The popover that replaces a period: which one, and what it becomes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.combo import Combo
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import Role, Space, Width
from briefing.dossier.entry import Refusal, read_period, show_period
from briefing.dossier.figures import Period
from briefing.dossier.model import Dossier
from briefing.dossier.replacing import next_period, periods_in, stands_already


class ReplacePeriod(QWidget):
    """`accepted` tells the old period and the new one, which stands nowhere yet."""

    accepted = Signal(object, object)

    def __init__(self, dossier: Dossier, now: Period | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._periods = periods_in(dossier)
        self._old = Combo([(str(at), show_period(each, short=True)) for at, each in enumerate(self._periods)])
        self._new = LineEdit("Jan–Oct 2023")
        self._field = Field(self.tr("Becomes"), self._new)
        self._compose()
        self._old.chosen.connect(self._propose)
        self._new.returnPressed.connect(self._accept)
        self._new.textEdited.connect(lambda _text: self._refuse(""))
        at = self._periods.index(now) if now in self._periods else len(self._periods) - 1
        self._old.set_value(str(at))
        self._propose(str(at))

    def focus(self) -> None:
        """Put the cursor where the new period is typed, over what is proposed."""
        self._new.setFocus()
        self._new.selectAll()

    def _compose(self) -> None:
        why = self.tr(
            "Figures, labels and what growth is compared with move along. Each number counts as the old one until it "
            "is typed anew."
        )
        button = Button(self.tr("Replace"), Kind.MAIN)
        button.clicked.connect(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.CLOSE, Space.TIGHT, Space.CLOSE, Space.CLOSE)
        column.setSpacing(Space.INSET)
        column.addWidget(Text(self.tr("Replace a period"), Role.GROUP))
        column.addWidget(Field(self.tr("Period"), self._old))
        column.addWidget(self._field)
        column.addWidget(Text(why, Role.HELP, "text2", wrap=True))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(Width.POPOVER)

    def _propose(self, at: str) -> None:
        self._refuse("")
        proposed = next_period(self._periods[int(at)]) if at else None
        self._new.set_value(show_period(proposed, short=True) if proposed is not None else "", even_focused=True)

    def _accept(self) -> None:
        old = self._periods[int(self._old.value())]
        new = read_period(self._new.text())
        if isinstance(new, Refusal):
            self._refuse(new.message)
        elif stands_already(self._dossier, old, new):
            self._refuse(self.tr("There are figures of {0} already.").format(show_period(new, short=True)))
        else:
            self.accepted.emit(old, new)

    def _refuse(self, why: str) -> None:
        """Say under the field why it cannot be so, or nothing."""
        self._field.set_findings([Finding(Sign.WRONG, why)] if why else [])
        self._field.set_state("wrong" if why else "rest")
