"""What is said and asked in a box of its own: the few things that undo cannot mend."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    REPLACE = "replace"
    ELSEWHERE = "elsewhere"
    CANCEL = "cancel"


def about_foreign_changes(window: QWidget, path: Path) -> Answer:
    """The file was changed by another program since it was opened."""
    words = _tr("“{0}” has been changed by another program since it was opened here.").format(path.name)
    more = _tr("Write over what is in it now, or keep both by saving yours under another name?")
    return _ask(window, words, more, _tr("Write over it"), _tr("Save as…"))


def about_elsewhere(window: QWidget, sentence: str) -> bool:
    """A file could not be saved where it was to be, as the sentence says; whether to choose another place for it."""
    return _ask(window, sentence, "", "", _tr("Choose another place…")) is Answer.ELSEWHERE


def tell(window: QWidget, sentence: str) -> None:
    """Say a sentence that needs to be read; a path in it can be copied."""
    box = QMessageBox(QMessageBox.Icon.Warning, _tr("Briefing"), sentence, parent=window)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.exec()
    box.deleteLater()


def about_replacing(window: QWidget, path: Path) -> Answer:
    """A file of this name is there already."""
    words = _tr("There is a file “{0}” already.").format(path.name)
    return _ask(window, words, _tr("Replacing it cannot be undone."), _tr("Replace it"), "")


def _ask(window: QWidget, words: str, more: str, replace: str, elsewhere: str) -> Answer:
    """The gentlest way is the default: Enter never writes over anything."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Briefing"), words, parent=window)
    box.setInformativeText(more)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    replacing = box.addButton(replace, QMessageBox.ButtonRole.DestructiveRole) if replace else None
    other = box.addButton(elsewhere, QMessageBox.ButtonRole.AcceptRole) if elsewhere else None
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(other or cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if replacing is not None and clicked is replacing:
        return Answer.REPLACE
    return Answer.ELSEWHERE if other is not None and clicked is other else Answer.CANCEL


def _tr(words: str) -> str:
    return QCoreApplication.translate("asking", words)
