"""What is said and asked in a box of its own: an error, which file, and the few things that undo cannot mend.

The classes of dialogs have more names than a window needs to start: they are loaded with the first box.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget


class Answer(Enum):
    SAVE = "save"
    DISCARD = "discard"
    REPLACE = "replace"
    ELSEWHERE = "elsewhere"
    CANCEL = "cancel"


def about_unsaved(window: QWidget, name: str) -> Answer:
    """The open dossier has to give way: whether it is saved first."""
    from PySide6.QtWidgets import QMessageBox

    answers = {
        QMessageBox.StandardButton.Save: Answer.SAVE,
        QMessageBox.StandardButton.Discard: Answer.DISCARD,
        QMessageBox.StandardButton.Cancel: Answer.CANCEL,
    }
    save, discard, cancel = answers
    words = _tr("“{0}” has changes that are not saved.").format(name)
    return answers.get(
        QMessageBox.question(window, _tr("Briefing"), words, save | discard | cancel, save), Answer.CANCEL
    )


def file_to_open(window: QWidget, folder: Path) -> Path | None:
    """The dossier that is chosen; None when none is."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(window, _tr("Open a dossier"), str(folder), _tr("Dossiers (*.json)"))
    return Path(chosen) if chosen else None


def file_to_compare(window: QWidget, folder: Path) -> Path | None:
    """The dossier that the figures are held against; None when none is chosen."""
    from PySide6.QtWidgets import QFileDialog

    words = _tr("Compare the figures with an earlier dossier")
    chosen, _ = QFileDialog.getOpenFileName(window, words, str(folder), _tr("Dossiers (*.json)"))
    return Path(chosen) if chosen else None


def file_to_save(window: QWidget, proposal: Path) -> Path | None:
    """Where the dossier is to be kept; None when that is not said."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(window, _tr("Save the dossier"), str(proposal), _tr("Dossiers (*.json)"))
    return Path(chosen) if chosen else None


def about_waiting(window: QWidget, count: int) -> bool:
    """Texts in the figure tables wait for an answer and are in no file: whether they may go."""
    words = _tr("In the figures stands a text that is not taken yet, and in no file.")
    if count > 1:
        words = _tr("In the figures stand {0} texts that are not taken yet, and in no file.").format(count)
    more = _tr("The rows say what is asked of them.")
    return _ask(window, words, more, _tr("Drop what waits"), "") is Answer.REPLACE


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
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, _tr("Briefing"), sentence, parent=window)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.exec()
    box.setParent(None)  # it goes with this function, and the window has the keyboard back at once


def about_replacing(window: QWidget, path: Path) -> Answer:
    """A file of this name is there already."""
    words = _tr("There is a file “{0}” already.").format(path.name)
    return _ask(window, words, _tr("Replacing it cannot be undone."), _tr("Replace it"), "")


def _ask(window: QWidget, words: str, more: str, replace: str, elsewhere: str) -> Answer:
    """The gentlest way is the default: Enter never writes over anything."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Briefing"), words, parent=window)
    box.setInformativeText(more)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    replacing = box.addButton(replace, QMessageBox.ButtonRole.DestructiveRole) if replace else None
    other = box.addButton(elsewhere, QMessageBox.ButtonRole.AcceptRole) if elsewhere else None
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(other or cancel)
    box.exec()
    clicked = box.clickedButton()
    box.setParent(None)
    if replacing is not None and clicked is replacing:
        return Answer.REPLACE
    return Answer.ELSEWHERE if other is not None and clicked is other else Answer.CANCEL


def _tr(words: str) -> str:
    return QCoreApplication.translate("asking", words)
