"""A choice of five or more, and one that is searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)

from briefing.desktop.colours import tokens_of
from briefing.desktop.fonts import control_height
from briefing.desktop.parts.menu import round_off
from briefing.desktop.parts.painting import paint_icon, paint_text
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import HAIR, Radius, Space, Width

_MOST_SHOWN = 12


def _choices_view(parent: QWidget) -> QListView:
    """The list that drops from a combo, whose rows the style sheet can reach."""
    view = QListView(parent)
    view.setObjectName("choices")
    view.setUniformItemSizes(True)
    view.setItemDelegate(QStyledItemDelegate(view))
    return view


class Combo(QComboBox):
    """One of many `choices`, each a key and its words; no choice made is the empty key.

    The wheel over it scrolls the form and never changes the choice.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setView(_choices_view(self))
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setPlaceholderText(placeholder)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(control_height())
        self.set_choices(choices)
        self.activated.connect(lambda _index: self.tell())

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these; the choice made stays made where it is still among them."""
        kept = self.value()
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(kept))

    def value(self) -> str:
        key = self.currentData()
        return key if isinstance(key, str) else ""

    def tell(self) -> None:
        """Say that a person chose."""
        self.chosen.emit(self.value())

    def set_value(self, key: str) -> None:
        """Show `key` as chosen, or nothing where it is none of the choices."""
        if key != self.value() or self.currentIndex() < 0:
            self.setCurrentIndex(self.findData(key))

    def showPopup(self) -> None:
        container = self.view().window()
        if container is not self.window():
            round_off(container, Radius.CONTROL)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        tokens = tokens_of(self)
        room = QRect(self.width() - Width.TAIL + HAIR, 0, Width.TAIL, self.height())
        paint_icon(painter, room, "chevron-down", tokens.text2 if self.isEnabled() else tokens.text3)
        if not self.isEditable():
            chosen = self.currentIndex() >= 0
            words = QRect(Space.INSET, 0, self.width() - Space.INSET - Width.TAIL, self.height())
            color = tokens.text if chosen and self.isEnabled() else tokens.text3
            paint_text(painter, words, self.currentText() or self.placeholderText(), self.font(), color)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(control_height())


class SearchCombo(Combo):
    """A combo that is typed into: any part of the words finds a choice.

    With `free`, words of the person's own are a value too; else what fits no choice gives way to the last one.
    """

    typed = Signal(str)  # words that are none of the choices, when the person leaves; only with `free`

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        placeholder: str = "",
        *,
        free: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(choices, parent=parent)
        self._free = free
        self._told = self.value()
        line = QLineEdit()
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line.setPlaceholderText(placeholder)
        line.installEventFilter(UndoPass(line))
        self.installEventFilter(UndoPass(self))
        self.setCurrentIndex(-1)
        line.editingFinished.connect(self.tell)
        line.textEdited.connect(self._follow)
        self._offer_matches()

    def set_value(self, key: str) -> None:
        """Show the choice `key`; with `free`, words that are no key are shown as they stand."""
        if key == self._told == self.value():
            return  # what is being typed means it already; showing it anew would take a blank at its end away
        at = self.findData(key)
        self._told = key
        if at >= 0 or not self._free:
            self.setCurrentIndex(at)
            if at < 0:
                self.setEditText("")
        elif self.currentText() != key:
            self.setCurrentIndex(-1)
            self.setEditText(key)

    def value(self) -> str:
        if not self.isEditable():
            return super().value()
        at = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if at >= 0:
            return str(self.itemData(at))
        return self.currentText().strip() if self._free else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tell()

    def _offer_matches(self) -> None:
        matches = QCompleter(self.model(), self)
        matches.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        matches.setFilterMode(Qt.MatchFlag.MatchContains)
        matches.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        matches.setMaxVisibleItems(_MOST_SHOWN)
        matches.setPopup(_choices_view(self))
        self.setCompleter(matches)

    def _follow(self, _text: str) -> None:
        """Tell each change as it is typed, where any words are a value: a list of matches must not hold them back."""
        value = self.value()
        if self._free and value != self._told:
            self._told = value
            (self.chosen if self.findData(value) >= 0 else self.typed).emit(value)

    def tell(self) -> None:
        """Tell the value when it is another than the last, and put words that fit nothing back."""
        text = self.currentText().strip()
        at = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if at < 0 and text and not self._free:
            self.set_value(self._told)
            return
        value = self.value()
        if value == self._told:
            return
        self._told = value
        if at >= 0 or not value:
            self.setCurrentIndex(at)
            self.chosen.emit(value)
        else:
            self.typed.emit(value)
