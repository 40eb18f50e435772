"""The workplace: the open dossier with its view, draft and files. It is built when the first dossier is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from briefing import places
from briefing.compose.packs import Pack, PackError, load_all
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.drafts import Drafts
from briefing.desktop.naming import title_of
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.dossier import files
from briefing.dossier.decode import FileError
from briefing.dossier.model import Dossier, Side
from briefing.export.files import ExportError

if TYPE_CHECKING:
    from briefing.desktop.save_ways import SaveWays

NEW = Dossier(sides=(Side("s1", ours=True), Side("s2")))


class Workplace(QObject):
    """Opens, saves and closes dossiers; one is open at a time."""

    opened = Signal()

    def __init__(self, window: QMainWindow, settings: Settings, drafts_folder: Path) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        packs, problem = _packs()
        self.session = Session(NEW)
        self.view = DossierView(self.session, packs)
        self.drafts = Drafts(self.session, drafts_folder)
        self._ways: SaveWays | None = None
        self.view.failed.connect(self.say_error)
        self.view.header.saved.connect(lambda: self.ways.save_word())
        self.view.header.ways_asked.connect(lambda: self.ways.open())
        self.view.header.checks_asked.connect(lambda: self.ways.open_checks())
        if problem:
            self.view.toast.say(problem)

    @property
    def ways(self) -> SaveWays:
        """The ways to save, loaded when one is first asked for."""
        if self._ways is None:
            from briefing.desktop.save_ways import SaveWays

            self._ways = SaveWays(self.view, self._settings, self._window)
        return self._ways

    def new(self) -> None:
        if self.may_leave():
            self._show(NEW, None)

    def open_as_new(self, path: Path) -> None:
        """Open what a file holds as a dossier that has no file of its own yet."""
        self._read(path, lambda dossier: self._show(dossier, None))

    def open(self, path: Path | None = None) -> None:
        """Open a file, asking which when none is given."""
        if not self.may_leave():
            return
        if path is None:
            chosen, _ = QFileDialog.getOpenFileName(
                self._window, self.tr("Open a dossier"), str(self._folder()), self.tr("Dossiers (*.json)")
            )
            if not chosen:
                return
            path = Path(chosen)
        self._read(path, lambda dossier: self._show_file(dossier, path))

    def recover(self) -> None:
        """Show what a crash left unsaved, if anything."""
        draft = self.drafts.recover()
        if draft is not None:
            self._show(NEW, None)
            self.session.edit(lambda _before: draft, self.tr("recovery"))
            self.view.open()
            self.view.toast.say(self.tr("What was not saved last time is here again"))

    def save(self) -> bool:
        return self._save_to(self.session.path) if self.session.path else self.save_as()

    def save_as(self) -> bool:
        proposal = self._folder() / f"{title_of(self.session.dossier).replace('/', '-')}{files.SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the dossier"),
            str(self.session.path or proposal),
            self.tr("Dossiers (*.json)"),
        )
        return self._save_to(Path(chosen).with_suffix(files.SUFFIX)) if chosen else False

    def may_leave(self) -> bool:
        """Whether the open dossier may give way: saved, or the person says what to do with it."""
        if self.session.is_saved:
            return True
        answer = QMessageBox.question(
            self._window,
            self.tr("Briefing"),
            self.tr("“{0}” has changes that are not saved.").format(title_of(self.session.dossier)),
            QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Save,
        )
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    def say_error(self, sentence: str) -> None:
        """An error that needs an answer: what, where, what was kept."""
        QMessageBox.warning(self._window, self.tr("Briefing"), sentence)

    def _read(self, path: Path, then: Callable[[Dossier], None]) -> None:
        try:
            dossier = files.read(path)
        except FileError as error:
            self.say_error(f"{error} Nothing was opened; your file is as it was.")
            return
        then(dossier)

    def _show_file(self, dossier: Dossier, path: Path) -> None:
        self._settings.add_recent(path)
        self._show(dossier, path)

    def _show(self, dossier: Dossier, path: Path | None) -> None:
        self.session.replace(dossier, path)
        self.opened.emit()
        self.view.open()

    def _save_to(self, path: Path) -> bool:
        try:
            self.session.save(path, datetime.now())
        except ExportError as error:
            self.say_error(str(error))
            return False
        self._settings.add_recent(path)
        return True

    def _folder(self) -> Path:
        return self.session.path.parent if self.session.path else self._settings.export_folder


def _packs() -> tuple[tuple[Pack, ...], str]:
    """The document types, and what is wrong with the person's own: a broken one must not keep them from the others."""
    try:
        return load_all([places.own_templates(), places.templates()]), ""
    except PackError as error:
        return load_all([places.templates()]), str(error)
