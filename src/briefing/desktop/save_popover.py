"""The popover of Save as Word ▾: formats, file name, folder, what will be seen, and one main button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import font, line_height
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.labels import Hairline, Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.painting import paint_ground, paint_icon, paint_ring, paint_text
from briefing.desktop.parts.signs import IconMark, Sign, SignMark
from briefing.desktop.tokens import Icon, Radius, Role, Space, Width

#: Icon and quiet line of each format.
FORMAT_LINES = {
    "docx": ("document", "With the ministry’s letterhead"),
    "pdf": ("page", "As it prints"),
    "markdown": ("code", "Plain text with headings"),
    "html": ("globe", "For the website’s editor"),
}


class _FormatRow(QAbstractButton):
    """One format; the chosen one is softly filled."""

    def __init__(self, name: str, label: str, key: str) -> None:
        super().__init__()
        self.name, self._key = name, key
        self._icon, self._line = FORMAT_LINES.get(name, ("page", ""))
        self.setText(label)
        self.setCheckable(True)
        self.setAccessibleName(f"{label}. {self._line}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(Width.POPOVER, line_height(Role.BODY) + line_height(Role.HELP) + 2 * Space.CLOSE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, room = QPainter(self), tokens_of(self), self.rect()
        if self.isChecked():
            paint_ground(painter, room, tokens.accent_soft, Radius.CONTROL)
        if self.hasFocus():
            paint_ring(painter, room, tokens, Radius.CONTROL)
        words = tokens.on_soft if self.isChecked() else tokens.text
        quiet = tokens.on_soft if self.isChecked() and tokens.contrast else tokens.text2
        left = Space.INSET + Icon.USUAL + Space.INSET
        color = tokens.accent_text if self.isChecked() and not tokens.contrast else quiet
        paint_icon(painter, QRect(Space.INSET, 0, Icon.USUAL, room.height()), self._icon, color)
        high = line_height(Role.BODY)
        role = Role.GROUP if self.isChecked() else Role.BODY
        paint_text(painter, QRect(left, Space.CLOSE, room.width() - left, high), self.text(), font(role), words)
        below = QRect(left, Space.CLOSE + high, room.width() - left, line_height(Role.HELP))
        paint_text(painter, below, self._line, font(Role.HELP), quiet)
        if self._key:
            box = room.adjusted(0, 0, -Space.INSET, 0)
            paint_text(painter, box, self._key, font(Role.HELP), quiet, Qt.AlignmentFlag.AlignRight)


class SavePopover(QWidget):
    """Asks how to save. It knows nothing of documents: names come in, what is asked for goes out."""

    format_chosen = Signal(str)
    folder_asked = Signal()
    gaps_asked = Signal()
    text_copied = Signal()
    accepted = Signal(str, str)  # format name, file name
    replaced = Signal(str, str)  # the same, for a file that is there already
    next_asked = Signal(str, str)
    pattern_edited = Signal(str)
    copy_asked = Signal()

    def __init__(self, formats: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """`formats` gives for each its name, its label and its key, if any."""
        super().__init__(parent)
        self._rows = QButtonGroup(self)
        self._labels = {name: label for name, label, _ in formats}
        self._name = LineEdit()
        self._folder = Text("", Role.HELP, "text2")
        self._copy = Text("", Role.HELP, "text2")
        self._said = QVBoxLayout()
        self._said.setSpacing(Space.TIGHT)
        self._save = Button("", Kind.MAIN)
        self._taken = self._taken_line()
        self._pattern = LineEdit()
        self._pattern_field = Field(self.tr("How files are called"), self._pattern)
        self._pattern_field.hide()
        self._compose(formats)
        self._save.clicked.connect(self._accept)
        self._name.returnPressed.connect(self._accept)
        self._name.textChanged.connect(lambda _text: self._taken.hide())
        self._pattern.edited.connect(self.pattern_edited)
        self._rows.buttonClicked.connect(lambda row: self.choose(row.name))

    def choose(self, name: str) -> None:
        for row in self._rows.buttons():
            row.setChecked(getattr(row, "name", "") == name)
        self._save.setText(self.tr("Save as {0}").format(self._labels[name]))
        self.format_chosen.emit(name)

    def chosen(self) -> str:
        return str(getattr(self._rows.checkedButton(), "name", ""))

    def set_file(self, path: Path) -> None:
        """Propose a file; the folder is named by its last two parts."""
        self._name.set_value(path.name, even_focused=True)
        self._folder.setText(" / ".join(path.parent.parts[-2:]).replace("//", "/"))
        self._folder.setToolTip(str(path.parent))

    def set_copy(self, words: str) -> None:
        """Say for which way of reading it is; the usual one where nothing is said."""
        self._copy.setText(words or self.tr("As the letterhead has it"))

    def set_pattern(self, pattern: str, offered: str) -> None:
        """The pattern that file names follow, and what it may name."""
        self._pattern.set_value(pattern, even_focused=True)
        self._pattern_field.set_help(self.tr("From {0}. Never the marking.").format(offered))

    def refuse_pattern(self, why: str) -> None:
        """Say under the pattern why it cannot be one; nothing when it can."""
        self._pattern_field.set_state("wrong" if why else "rest")
        self._pattern_field.set_findings([Finding(Sign.WRONG, why)] if why else [])

    def say_taken(self) -> None:
        """A file of this name is there: ask what to do, in place."""
        self._taken.show()
        self._taken.findChildren(Button)[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken_line(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CLOSE)
        row.addWidget(SignMark(Sign.LOOK))
        row.addWidget(Text(self.tr("There is a file of this name."), Role.HELP, "look"))
        row.addStretch(1)
        for words, signal in ((self.tr("Replace"), self.replaced), (self.tr("Next version"), self.next_asked)):
            button = Button(words, Kind.LINK)
            button.clicked.connect(lambda _=False, signal=signal: self._tell(signal))
            row.addWidget(button)
        made.hide()
        return made

    def _tell(self, signal: SignalInstance) -> None:
        signal.emit(self.chosen(), self._name.value().strip())

    def set_seen(self, lines: Sequence[tuple[Sign, str, bool]]) -> None:
        """What will be seen: sign, sentence, and whether it leads to the gaps. A sign of NONE is a lock."""
        while (item := self._said.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sign, words, leads in lines:
            self._said.addWidget(self._seen_line(sign, words, leads))

    def _seen_line(self, sign: Sign, words: str, leads: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CLOSE)
        row.addWidget(SignMark(sign) if sign else IconMark("lock"))
        row.addWidget(Text(words, Role.HELP, "text2"))
        row.addStretch(1)
        if leads:
            show = Button(self.tr("Show"), Kind.LINK)
            show.clicked.connect(lambda: self.gaps_asked.emit())
            row.addWidget(show)
        return made

    def _compose(self, formats: Sequence[tuple[str, str, str]]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.CLOSE)
        column.setSpacing(0)
        for name, label, key in formats:
            row = _FormatRow(name, label, key)
            self._rows.addButton(row)
            column.addWidget(row)
        column.addSpacing(Space.CLOSE)
        column.addWidget(Hairline())
        inner = QVBoxLayout()
        inner.setContentsMargins(Space.INSET, Space.INSET, Space.INSET, Space.INSET)
        inner.setSpacing(Space.TIGHT)
        file = Field(self.tr("File name"), self._name)
        names = Button(self.tr("File names…"), Kind.QUIET, role=Role.HELP)
        names.clicked.connect(self._show_pattern)
        file.set_tools(names)
        inner.addWidget(file)
        inner.addWidget(self._taken)
        inner.addWidget(self._pattern_field)
        where = QHBoxLayout()
        change = Button(self.tr("Change…"), Kind.LINK)
        change.clicked.connect(lambda: self.folder_asked.emit())
        where.setSpacing(Space.CLOSE)
        where.addWidget(IconMark("folder"))
        where.addWidget(self._folder)
        where.addStretch(1)
        where.addWidget(change)
        inner.addLayout(where)
        inner.addLayout(self._copy_line())
        column.addLayout(inner)
        column.addWidget(Hairline())
        seen = QVBoxLayout()
        seen.setContentsMargins(Space.INSET, Space.INSET, Space.INSET, 0)
        seen.addLayout(self._said)
        seen.addLayout(self._buttons())
        column.addLayout(seen)

    def _copy_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.CLOSE)
        row.addWidget(IconMark("page"))
        row.addWidget(self._copy)
        row.addStretch(1)
        change = Button(self.tr("Reading copy…"), Kind.LINK)
        change.clicked.connect(lambda: self.copy_asked.emit())
        row.addWidget(change)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, Space.INSET, 0, 0)
        row.setSpacing(Space.CLOSE)
        copy = Button(self.tr("Copy text"))
        copy.clicked.connect(lambda: self.text_copied.emit())
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(self._save)
        return row

    def _show_pattern(self) -> None:
        self._pattern_field.setVisible(not self._pattern_field.isVisible())
        if self._pattern_field.isVisible():
            self._pattern.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        if self.chosen() and self._name.value().strip():
            self.accepted.emit(self.chosen(), self._name.value().strip())
