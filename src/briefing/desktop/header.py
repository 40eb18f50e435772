"""The header: one row over the three panes, what belongs to the page standing over the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.dossier_name import DossierName, room_before
from briefing.desktop.fonts import row_height
from briefing.desktop.parts.button import Button, IconButton, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.menu import Menu, drop
from briefing.desktop.parts.signs import Sign
from briefing.desktop.parts.split_button import SplitButton
from briefing.desktop.tokens import HAIR, Height, Role, Space, Width
from briefing.page.fills import fill

_NAME_LEAST = Space.MARGIN * 2  # for the name and its undo, where room is short
_SIDE = Space.ROW + Space.TIGHT  # from a pane's right edge to the last thing in it


class Header(QWidget):
    """Way back · name, saved, undo and redo · document type, language, checks, save."""

    back = Signal()
    renamed = Signal(str)
    rename_asked = Signal()
    undone = Signal()
    redone = Signal()
    type_chosen = Signal(str)
    language_chosen = Signal(str)
    checks_asked = Signal()
    saved = Signal()
    ways_asked = Signal()  # the chevron beside "Save as Word"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = (int(Width.RAIL), int(Width.FORM))
        self._back = Button("", Kind.FLAT, icon="chevron-left")
        self._name = DossierName()
        self._saved = Text("", Role.HELP, "text2")
        self._undo = IconButton("undo", self.tr("Undo"))
        self._redo = IconButton("redo", self.tr("Redo"))
        self._type = _Choice(self.tr("Document type"), "Ctrl+Shift+D")
        self._language = _Choice(self.tr("Language"), "Ctrl+Shift+L")
        self._both = Button("", Kind.FLAT, chevron=True)
        self._checks = Button("", Kind.FLAT)
        self._checks.setToolTip(self.tr("Checks (F7)"))
        self._save = SplitButton(self.tr("Save as Word"), self.tr("More ways to save"))
        self._save.set_tips(self.tr("Save as Word (Ctrl+E)"), self.tr("More ways to save (Ctrl+Shift+E)"))
        self._compose()
        self._join()
        self.set_back("")
        self.set_checks("", Sign.NONE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_panes(self, rail_width: int, form_width: int) -> None:
        """The widths of the panes below; a pane that is hidden is 0 wide."""
        self._panes = (rail_width, form_width)
        self._left.setFixedWidth(rail_width)
        self._left.setVisible(rail_width > 0)
        self._middle.setFixedWidth(form_width)
        self._middle.setVisible(form_width > 0)
        self._fold()

    def set_back(self, words: str) -> None:
        """The way back, "Library"; none without words."""
        self._back.setText(words)
        self._back.setVisible(bool(words))

    def set_name(self, name: str) -> None:
        if name != self._name.toolTip():  # asked with each key, and Qt tells of a tip that is as it was
            self._name.setText(name)
            self._name.setToolTip(name)

    def rename(self, own: str, made: str) -> None:
        """Edit the dossier's name in its place; `made` is the one it has without one of its own."""
        self._name.edit(own, made, room_before(self._name, self._undo))

    def set_saved(self, words: str) -> None:
        """Such as "Saved 16:40"."""
        self._saved.setText(words)

    def set_undo(self, can_undo: bool, can_redo: bool, undo_tip: str = "", redo_tip: str = "") -> None:
        for button, can, tip, plain, key in (
            (self._undo, can_undo, undo_tip, self.tr("Undo"), "Ctrl+Z"),
            (self._redo, can_redo, redo_tip, self.tr("Redo"), "Ctrl+Y"),
        ):
            button.setEnabled(can)
            words = f"{tip or plain} ({key})"
            if button.toolTip() != words:
                button.setToolTip(words)

    def set_types(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """The document types, each a key and its words."""
        self._type.set_choices(choices, chosen)
        self._fold()

    def set_languages(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self._language.set_choices(choices, chosen)
        self._fold()

    def set_checks(self, words: str, sign: Sign) -> None:
        """Such as "2 checks" with the gravest sign; without words the button is not there."""
        self._checks.setText(words)
        self._checks.set_sign(sign)
        self._checks.setVisible(bool(words))
        self._fold()

    def set_save(self, words: str, *, ways_open: bool = False) -> None:
        self._save.set_text(words)
        self._save.set_open(ways_open)

    def save_button(self) -> SplitButton:
        """What the popover of the ways to save hangs under."""
        return self._save

    def checks_button(self) -> Button:
        """What the popover of the checks hangs under."""
        return self._checks

    def open_types(self) -> None:
        """Drop the choice of document types, as a key asks for it."""
        self._type.drop(by_key=True) if self._type.isVisible() else self._open_both()

    def open_languages(self) -> None:
        self._language.drop(by_key=True) if self._language.isVisible() else self._open_both()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to fold."""
        least = self._panes[0] + _NAME_LEAST + self._both.sizeHint().width() + self._beside_choices()
        return QSize(least, row_height(Height.HEADER))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        fill(painter, self.rect(), QColor(tokens.chrome))
        fill(painter, QRect(0, self.height() - HAIR, self.width(), HAIR), QColor(tokens.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _compose(self) -> None:
        self._left, left = _stretch(Space.CLOSE, 0)
        left.addWidget(self._back)
        left.addStretch(1)
        self._middle, middle = _stretch(Space.MARGIN, _SIDE)
        middle.addWidget(self._name, 0)
        middle.addSpacing(Space.INSET)
        middle.addWidget(self._saved)
        middle.addStretch(1)
        middle.addWidget(self._undo)
        middle.addWidget(self._redo)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._right, right = _stretch(Space.ROW, _SIDE)
        right.addWidget(self._type)
        right.addSpacing(Space.CLOSE)
        right.addWidget(self._language)
        right.addWidget(self._both)
        right.addStretch(1)
        right.addWidget(self._checks)
        right.addSpacing(Space.ROW)
        right.addWidget(self._save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._middle)
        row.addWidget(self._right, 1)
        self.setMinimumHeight(row_height(Height.HEADER))
        self.set_panes(*self._panes)

    def _join(self) -> None:
        self._back.clicked.connect(lambda: self.back.emit())
        self._name.renamed.connect(self.renamed)
        self._name.edit_asked.connect(self.rename_asked)
        self._undo.clicked.connect(lambda: self.undone.emit())
        self._redo.clicked.connect(lambda: self.redone.emit())
        self._checks.clicked.connect(lambda: self.checks_asked.emit())
        self._type.chosen.connect(self.type_chosen)
        self._language.chosen.connect(self.language_chosen)
        self._save.clicked.connect(self.saved)
        self._save.opened.connect(self.ways_asked)
        self._both.clicked.connect(self._open_both)

    def _fold(self) -> None:
        """Document type and language become one button where there is no room for both; then the name gives way."""
        self._both.setText(self._type.text())
        rail, form = self._panes
        right = self._both.sizeHint().width() + self._beside_choices()
        self._middle.setFixedWidth(max(0, min(form, self.width() - rail - right)))
        needed = self._type.sizeHint().width() + Space.CLOSE + self._language.sizeHint().width()
        folded = sum(self._panes) + needed + self._beside_choices() > self.width()
        self._type.setVisible(not folded)
        self._language.setVisible(not folded)
        self._both.setVisible(folded)

    def _beside_choices(self) -> int:
        """The width of what else stands over the page."""
        checks = 0 if self._checks.isHidden() else self._checks.sizeHint().width()
        return Space.ROW + Space.CLOSE + checks + Space.ROW + self._save.sizeHint().width() + _SIDE

    def _open_both(self) -> None:
        menu = Menu(parent=self)
        self._type.fill(menu)
        menu.addSeparator()
        self._language.fill(menu)
        drop(menu, self._both)


class _Choice(Button):
    """A flat button that names what is chosen and drops the choices."""

    chosen = Signal(str)

    def __init__(self, name: str, key: str) -> None:
        super().__init__("", Kind.FLAT, chevron=True)
        self._name, self._key = name, key
        self._choices: list[tuple[str, str]] = []
        self._value = ""
        self.clicked.connect(lambda: self.drop())

    def set_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self._choices = list(choices)
        self._value = chosen
        words = dict(self._choices).get(chosen, "")
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(f"{self._name} ({self._key})")
        self.updateGeometry()

    def fill(self, menu: Menu) -> None:
        """Put the choices into `menu`, the chosen one ticked."""
        for key, words in self._choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == self._value)
            action.triggered.connect(lambda _=False, key=key: self._pick(key))

    def _pick(self, key: str) -> None:
        if key != self._value:
            self.set_choices(self._choices, key)
            self.chosen.emit(key)

    def drop(self, *, by_key: bool = False) -> None:
        menu = Menu(parent=self)
        self.fill(menu)
        drop(menu, self, by_key=by_key)


def _stretch(left: int, right: int) -> tuple[QWidget, QHBoxLayout]:
    """One of the three stretches and its row."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(left, 0, right, 0)
    row.setSpacing(0)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return made, row
