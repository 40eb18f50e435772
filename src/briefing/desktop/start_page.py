"""The first thing seen when no dossier is open: what the program does, and the ways to go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.parts.centred import centred
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.signs import Sign
from briefing.desktop.start_rows import FileRow, Row, SmallPage, Way
from briefing.desktop.tokens import Role, Space, Width
from briefing.page.fills import fill

if TYPE_CHECKING:
    from datetime import datetime

#: Files opened last that are shown.
RECENT = 5


class StartPage(QWidget):
    """What a crash left, a new dossier, the sample, our house, a file; and the dossiers opened last."""

    new_asked = Signal()
    sample_asked = Signal()
    house_asked = Signal()
    file_asked = Signal()
    recent_asked = Signal(str)
    draft_asked = Signal(str)
    draft_discarded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: Sequence[tuple[str, str, datetime]] = ()
        self._recent: Sequence[Path] = ()
        self._house_empty = True
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._files_head = Text(self.tr("Opened last"), Role.GROUP)
        self._files = QVBoxLayout()
        self._files.setSpacing(0)
        self._compose()

    def show_known(self, recent: Sequence[Path], *, house_empty: bool) -> None:
        """Offer these files, newest first; a ring says that our house is still to be filled."""
        self._recent, self._house_empty = recent[:RECENT], house_empty
        self._show()

    def show_recovered(self, left: Sequence[tuple[str, str, datetime]]) -> None:
        """Offer what a crash left, before everything else: each a key, the dossier's name, and when it was kept."""
        self._left = left
        self._show()

    def focus_first(self) -> None:
        item = self._rows.itemAt(0)
        if item is not None and (widget := item.widget()) is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), QColor(tokens_of(self).form))

    def _compose(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, Space.GROUP, 0, Space.GROUP)
        column.setSpacing(0)
        column.addStretch(2)
        column.addLayout(self._head())
        column.addLayout(self._rows)
        files = QVBoxLayout()
        files.setContentsMargins(Space.ROW, Space.GROUP, Space.ROW, Space.TIGHT)
        files.addWidget(self._files_head)
        column.addLayout(files)
        column.addLayout(self._files)
        drop = QVBoxLayout()
        drop.setContentsMargins(Space.ROW, Space.ROW, Space.ROW, 0)
        drop.addWidget(Text(self.tr("You can also drop a dossier file here."), Role.HELP, "text2"))
        column.addLayout(drop)
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(Width.EMPTY_COLUMN)
        scroll = centred(middle, Space.ROW)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(Space.ROW, 0, Space.ROW, Space.GROUP)
        head.setSpacing(Space.TIGHT)
        head.addWidget(SmallPage())
        head.addSpacing(Space.ROW)
        head.addWidget(Text(self.tr("Prepare a meeting once."), Role.WELCOME, wrap=True))
        why = self.tr(
            "Fill in what you know. The briefing note and the press release are composed as you type, "
            "and figures that cannot be true are shown."
        )
        head.addWidget(Text(why, Role.BODY, "text2", wrap=True))
        return head

    def _show(self) -> None:
        """Make the rows anew: they are few, and change only when the page comes to sight."""
        for rows in (self._rows, self._files):
            while (item := rows.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        tr = self.tr
        for key, name, kept in self._left:
            self._add_draft(key, name, kept)
        self._add(Way("plus", tr("New dossier"), tr("Start with who, where and when"), "Ctrl+N"), self.new_asked.emit)
        sample = tr("Sweden, political consultations, Stockholm 2023")
        self._add(Way("document", tr("Look at the sample"), sample), self.sample_asked.emit)
        line = tr("Country, ministry, letterhead and whose statistics. Two minutes, once.")
        house = Way("home", tr("Our house"), line)
        house.set_sign(Sign.GAP if self._house_empty else Sign.NONE)
        self._add(house, self.house_asked.emit)
        opening = Way("folder", tr("Open a file…"), tr("A dossier saved before"), "Ctrl+O")
        opening.last = True
        self._add(opening, self.file_asked.emit)
        self._files_head.setVisible(bool(self._recent))
        for path in self._recent:
            row = FileRow(path.stem, _place_of(path), _date_of(path))
            row.last = path == self._recent[-1]
            row.setToolTip(str(path))
            row.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(str(path)))
            self._files.addWidget(row)
            row.show()

    def _add(self, way: Row, then: Callable[[], object]) -> None:
        way.clicked.connect(lambda _=False: then())
        self._rows.addWidget(way)
        way.show()  # now, so that it can take the focus

    def _add_draft(self, key: str, name: str, kept: datetime) -> None:
        from briefing.desktop.parts.button import Button, Kind  # no part of a start that follows a clean end

        discard = Button(self.tr("Discard"), Kind.QUIET)
        discard.setAccessibleName(self.tr("Discard what was not saved of {0}").format(name))
        discard.clicked.connect(lambda: self.draft_discarded.emit(key))
        words = self.tr("Open what was not saved: {0}").format(name)
        line = self.tr("Briefing stopped before it was saved. Kept {0}.").format(_moment(kept))
        self._add(Way("clock", words, line, aside=discard), lambda: self.draft_asked.emit(key))


def _place_of(path: Path) -> str:
    """The folder by its last two parts."""
    return " / ".join(part for part in path.parent.parts[-2:] if part != path.anchor)


def _date_of(path: Path) -> str:
    from datetime import datetime  # with the first file that was opened

    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return ""  # gone since the list was made; opening it will say so
    return _day(changed)


def _day(moment: datetime) -> str:
    return QLocale(QLocale.Language.English).toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy")


def _moment(moment: datetime) -> str:
    return f"{_day(moment)}, {moment:%H:%M}"
