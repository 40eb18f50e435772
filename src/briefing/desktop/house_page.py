"""Our house: a page of its own with the form's fields, filled once and saved as it is typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop import house_file
from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import row_height
from briefing.desktop.form.page import SectionPage
from briefing.desktop.form.sections import Cell, Group, Section, Special
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.centred import centred
from briefing.desktop.parts.labels import Text
from briefing.desktop.session import Session
from briefing.desktop.tokens import HAIR, Height, Role, Space, Width
from briefing.dossier.decode import FileError
from briefing.dossier.model import Dossier, House
from briefing.export.files import ExportError
from briefing.page.fills import fill

#: Milliseconds after the last key until it is on the disk.
DELAY = 500

SECTION = Section(
    "house",
    "Our house",
    "Who we are on paper. Each new dossier begins with it; what is already open stays as it is.",
    after_meeting=False,
    groups=(
        Group(
            "",
            (
                (Cell("house.country"), Cell("house.name")),
                (Cell("house.ministry"),),
                (Cell("house.department"), Cell("house.city")),
                (Cell("house.contact"),),
            ),
        ),
        Group("For every document", ((Cell("house.boilerplate"),), (Cell("house.statistics"), Cell("house.markings")))),
    ),
    roots=("house",),
)


class HousePage(QWidget):
    """The fields of our house on a session of their own. `left` asks to go back; `failed` tells a sentence."""

    left = Signal()
    failed = Signal(str)

    def __init__(self, own: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.session = Session(Dossier())
        self._back = Button(self.tr("Back"), Kind.FLAT, icon="chevron-left")
        self._saved = Text("", Role.HELP, "text2")
        self._page = SectionPage(SECTION, self.session, _no_special)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(DELAY)
        self._clock.timeout.connect(self.keep)
        self._compose()
        self.setAccessibleName(self.tr("Our house"))
        self._back.clicked.connect(lambda: self.left.emit())
        self.session.changed.connect(self._follow)

    def open(self) -> None:
        """Show our house as it is kept, with the cursor in the first field that is empty."""
        try:
            house = house_file.read(self._own)
        except FileError as error:
            house = House()
            self.failed.emit(f"{error} It is kept beside the new one once you type here.")
        self.session.replace(replace(Dossier(), house=house), None)
        self._page.show_dossier(self.session.dossier, even_focused=True)
        self._saved.setText("")
        bounds = self._page.bounds()
        bounds[0].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_path(self, path: str) -> None:
        self._page.focus_path(path, -1)

    def keep(self) -> None:
        """Write it now, where something changed."""
        self._clock.stop()
        if self.session.is_saved:
            return
        try:
            house_file.write(self._own, self.session.dossier.house)
        except (ExportError, OSError) as error:
            self.failed.emit(str(error))
            return
        self.session.mark_saved()
        self._saved.setText(self.tr("Saved"))

    def undo(self) -> None:
        self.session.undo()
        self._page.show_dossier(self.session.dossier, even_focused=True)

    def redo(self) -> None:
        self.session.redo()
        self._page.show_dossier(self.session.dossier, even_focused=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        fill(painter, self.rect(), QColor(tokens.form))
        bar = row_height(Height.HEADER)
        fill(painter, QRect(0, 0, self.width(), bar), QColor(tokens.chrome))
        fill(painter, QRect(0, bar - HAIR, self.width(), HAIR), QColor(tokens.line))

    def _follow(self, _old: Dossier, new: Dossier) -> None:
        self._page.show_dossier(new, even_focused=False)
        if not self.session.is_saved:
            self._saved.setText("")
            self._clock.start()

    def _compose(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.CLOSE, 0, Space.MARGIN, 0)
        bar.addWidget(self._back)
        bar.addSpacing(Space.CLOSE)
        bar.addWidget(self._saved)
        bar.addStretch(1)
        holder = QWidget()
        holder.setLayout(bar)
        holder.setFixedHeight(row_height(Height.HEADER))
        self._page.setMaximumWidth(Width.EMPTY_COLUMN + 2 * Space.MARGIN)
        scroll = centred(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(scroll, 1)


def _no_special(special: Special, path: str) -> QWidget:
    raise LookupError(f"our house has no part {special} at {path}")
