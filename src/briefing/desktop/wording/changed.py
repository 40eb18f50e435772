"""The popover of a paragraph whose facts changed: yours beside what is composed now, and three plain choices."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from briefing.compose.document import Spans
from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import line_height, set_role
from briefing.desktop.page_view import PageView
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.popover import Popover
from briefing.desktop.tokens import Role, Space, Width
from briefing.desktop.wording.differences import Stretch, compare
from briefing.desktop.wording.drawing import OVER
from briefing.desktop.wording.places import parts_of
from briefing.page.marks import BAR_AT


class Compared(QLabel):
    """A text in which the words that only it has are tinted."""

    def __init__(self, stretches: tuple[Stretch, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches = stretches
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName("".join(text for text, _ in stretches))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        set_role(self, Role.BODY)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def _write(self) -> None:
        tokens = tokens_of(self)
        style = f"background-color:{tokens.look_soft};color:{tokens.look};font-weight:{Role.GROUP.value.weight}"
        words = "".join(
            escape(text) if same else f'<span style="{style}">{escape(text)}</span>' for text, same in self._stretches
        )
        self.setText(f'<p style="margin:0;line-height:{line_height(Role.BODY)}px">{words}</p>')


class ChangedChoice(QWidget):
    """Both texts, and what can be done about them; none of it is the main way, for the person decides."""

    edit_asked = Signal()
    keep_asked = Signal()
    composed_asked = Signal()

    def __init__(self, yours: str, composed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mine, theirs = compare(yours, composed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.INSET, Space.INSET, Space.CLOSE, Space.CLOSE)
        column.setSpacing(Space.ROW)
        column.addWidget(Text(self.tr("The facts changed under your wording"), Role.GROUP))
        texts = QGridLayout()
        texts.setContentsMargins(0, 0, Space.CLOSE, 0)
        texts.setHorizontalSpacing(Space.GROUP)
        texts.setVerticalSpacing(Space.TIGHT)
        for at, (head, stretches) in enumerate(((self.tr("Yours"), mine), (self.tr("Composed now"), theirs))):
            texts.addWidget(Text(head, Role.LABEL, "text2"), 0, at)
            texts.addWidget(Compared(stretches), 1, at)
            texts.setColumnStretch(at, 1)
        column.addLayout(texts)
        column.addLayout(self._choices())

    def _choices(self) -> QHBoxLayout:
        edit = Button(self.tr("Edit mine"), Kind.FLAT)
        keep = Button(self.tr("Keep mine"))
        composed = Button(self.tr("Use composed"))
        edit.clicked.connect(self.edit_asked)
        keep.clicked.connect(self.keep_asked)
        composed.clicked.connect(self.composed_asked)
        row = QHBoxLayout()
        row.setSpacing(Space.CLOSE)
        row.addWidget(Text(self.tr("Yours stays until you choose."), Role.HELP, "text3"))
        row.addStretch(1)
        for button in (edit, keep, composed):
            row.addWidget(button)
        return row


class Anchor(QWidget):
    """A widget that shows nothing: where a popover hangs on the page."""

    def __init__(self, view: PageView, block: str) -> None:
        super().__init__(view.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parts = parts_of(view.pages, block)
        if parts:
            last = parts[-1]
            room = view.viewport_rect(last.page, last.room.adjusted(-BAR_AT, 0.0, 0.0, 0.0)).adjusted(0, 0, 0, OVER)
            self.setGeometry(room.toAlignedRect())
        self.show()


def open_changed(view: PageView, block: str, yours: str, composed: Spans) -> ChangedChoice:
    """Open the popover under a paragraph; it closes when a choice is made or the page moves."""
    choice = ChangedChoice(yours, "".join(span.text for span in composed))
    anchor = Anchor(view, block)
    choice.setFixedWidth(max(Width.CHANGED - 2 * Space.CLOSE, choice.minimumSizeHint().width()))
    popover = Popover(choice, view.window())
    for chosen in (choice.edit_asked, choice.keep_asked, choice.composed_asked):
        chosen.connect(popover.close)
    view.arranged.connect(popover.close)
    popover.closed.connect(anchor.deleteLater)
    popover.open_under(anchor, flush_left=True)
    return choice
