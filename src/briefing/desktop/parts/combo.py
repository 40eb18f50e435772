"""A choice of five or more, and one that is searched by typing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
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
from briefing.desktop.parts.combo_lists import EscapeTold, FocusLetGo, TabGoesOn
from briefing.desktop.parts.menu import round_off
from briefing.desktop.parts.painting import paint_icon, paint_text
from briefing.desktop.parts.undo_pass import UndoPass
from briefing.desktop.tokens import HAIR, Radius, Space, Width

_MOST_SHOWN = 12
#: Letters from which on what was begun may stand for a choice: "UK" is not Ukraine.
_BEGUN = 3


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
        self._goes_on = TabGoesOn(self)
        self._letter = QElapsedTimer()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A blank within the words that are typed to find a choice is one of them, and does not drop the list."""
        typing = self._letter.isValid() and not self._letter.hasExpired(QApplication.keyboardInputInterval())
        if self.isEditable() or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)
        elif event.key() != Qt.Key.Key_Space or typing:
            self._letter.start()
            plain = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, event.modifiers(), event.text())
            super().keyPressEvent(plain if event.key() == Qt.Key.Key_Space else event)
        else:
            super().keyPressEvent(event)

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


#: How a person leaves a field; a list of choices takes the focus away for other reasons, and gives it back.
_LEAVES = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)


class SearchCombo(Combo):
    """A combo that is typed into: any part of the words finds a choice.

    With `free`, words of the person's own are a value too; else what fits no choice gives way to the last one. With
    `completes`, words that only begin one choice become it when the person goes on.
    """

    completed = Signal(str)  # a choice that was only begun

    typed = Signal(str)  # words that are none of the choices, when the person leaves; only with `free`

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        placeholder: str = "",
        *,
        free: bool = False,
        completes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(choices, parent=parent)
        self._free = free
        self._completes = completes
        self._begun = False  # typed, and neither chosen, put there nor held on to with Esc
        self._told = self.value()
        line = QLineEdit()
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line.setPlaceholderText(placeholder)
        line.installEventFilter(UndoPass(line))
        self.installEventFilter(UndoPass(self))
        self.setCurrentIndex(-1)
        line.editingFinished.connect(self._finish)
        line.textEdited.connect(self._follow)
        self._heed_escape(line)
        self._offer_matches()

    def set_value(self, key: str) -> None:
        """Show the choice `key`; with `free`, words that are no key are shown as they stand."""
        if key == self._told == self.value():
            return  # what is being typed means it already; showing it anew would take a blank at its end away
        at = self.findData(key)
        self._told = key
        self._begun = False
        if at >= 0 or not self._free:
            self.setCurrentIndex(at)
            if at < 0:
                self.setEditText("")
        elif self.currentText() != key:
            self.setCurrentIndex(-1)
            self.setEditText(key)
        self._show_start()

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
        if event.reason() in _LEAVES:
            self._show_start()

    def _show_start(self) -> None:
        """Show the start of words that are longer than the room, while nobody types."""
        line, focused = self.lineEdit(), QApplication.focusWidget()
        if line is not None and (focused is None or not self.isAncestorOf(focused)):
            line.setCursorPosition(0)

    def _hold_on(self) -> None:
        """What was typed stays as it is."""
        self._begun = False

    def _finish(self) -> None:
        """The person goes on, with Enter or to another field: what was begun is the one choice that it can be."""
        at = self._only_match() if self._completes and self._begun else -1
        self._begun = False
        if at >= 0:
            self.setCurrentIndex(at)
            self._told = str(self.itemData(at))
            self.completed.emit(self._told)
        self.tell()

    def _only_match(self) -> int:
        """The one choice that is offered, where a word of it begins so; -1 for a full name or an abbreviation."""
        text = self.currentText().strip()
        begun = text.casefold()
        if len(begun) < _BEGUN or text.isupper() or self.findText(text, Qt.MatchFlag.MatchFixedString) >= 0:
            return -1
        found = [at for at in range(self.count()) if begun in self.itemText(at).casefold()]
        fits = len(found) == 1 and re.search(rf"\b{re.escape(begun)}", self.itemText(found[0]).casefold())
        return found[0] if fits else -1

    def _offer_matches(self) -> None:
        matches = QCompleter(self.model(), self)
        matches.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        matches.setFilterMode(Qt.MatchFlag.MatchContains)
        matches.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        matches.setMaxVisibleItems(_MOST_SHOWN)
        view = _choices_view(self)
        matches.setPopup(view)
        self.setCompleter(matches)
        self._heed_escape(view)
        view.installEventFilter(FocusLetGo(view))

    def _heed_escape(self, widget: QWidget) -> None:
        heed = EscapeTold(widget)
        heed.pressed.connect(self._hold_on)
        widget.installEventFilter(heed)

    def _follow(self, _text: str) -> None:
        """Tell each change as it is typed, where any words are a value: a list of matches must not hold them back."""
        self._begun = True
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
