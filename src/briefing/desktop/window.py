"""The main window: the start page or a dossier, and the commands of the menus."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMessageBox, QStackedWidget

from briefing.compose.packs import Pack
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.drafts import Drafts
from briefing.desktop.look import Look, Scheme
from briefing.desktop.menus import Commands, Menus
from briefing.desktop.naming import title_of
from briefing.desktop.save_ways import SaveWays
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.start_page import StartPage
from briefing.dossier import files
from briefing.dossier.decode import FileError
from briefing.dossier.model import Dossier, Side
from briefing.export.files import ExportError

NEW = Dossier(sides=(Side("s1", ours=True), Side("s2")))


class Window(QMainWindow):
    """Holds the start page and one dossier view; opens, saves and closes dossiers."""

    def __init__(
        self, look: Look, settings: Settings, packs: Sequence[Pack], sample: Path, drafts_folder: Path
    ) -> None:
        super().__init__()
        self._look, self._settings, self._sample = look, settings, sample
        self.session = Session(NEW)
        self.view = DossierView(self.session, packs)
        self.start = StartPage()
        self.drafts = Drafts(self.session, drafts_folder)
        self._ways = SaveWays(self.view, settings, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.view)
        self.setCentralWidget(self._stack)
        self.menus = Menus(self, self._commands(), settings.scheme)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self._join()
        self.show_start()

    # Opening and saving

    def show_start(self) -> None:
        self.start.show_recent(self._settings.recent)
        self._stack.setCurrentWidget(self.start)
        self.menus.set_dossier_open(False)
        self.menus.show_undo("", "")
        self.setWindowTitle("Briefing")
        self.start.focus_first()

    def new(self) -> None:
        if self._may_leave():
            self._show(NEW, None)

    def open_sample(self) -> None:
        if self._may_leave():
            self.open_as_new(self._sample)

    def open_as_new(self, path: Path) -> None:
        """Open what a file holds as a dossier that has no file of its own yet."""
        try:
            self._show(files.read(path), None)
        except FileError as error:
            self.say_error(str(error))

    def open(self, path: Path | None = None) -> None:
        if not self._may_leave():
            return
        if path is None:
            chosen, _ = QFileDialog.getOpenFileName(
                self, self.tr("Open a dossier"), str(self._folder()), self.tr("Dossiers (*.json)")
            )
            if not chosen:
                return
            path = Path(chosen)
        try:
            dossier = files.read(path)
        except FileError as error:
            self.say_error(f"{error} Nothing was opened; your file is as it was.")
            return
        self._settings.add_recent(path)
        self._show(dossier, path)

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
        proposal = self._folder() / f"{title_of(self.session.dossier).replace('/', '-')}.json"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the dossier"), str(self.session.path or proposal), self.tr("Dossiers (*.json)")
        )
        return self._save_to(Path(chosen).with_suffix(files.SUFFIX)) if chosen else False

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

    def _show(self, dossier: Dossier, path: Path | None) -> None:
        self.session.replace(dossier, path)
        self._stack.setCurrentWidget(self.view)
        self.menus.set_dossier_open(True)
        self.view.open()

    def _may_leave(self) -> bool:
        """Whether the open dossier may give way: saved, or the person says what to do with it."""
        if self.session.is_saved or self._stack.currentWidget() is self.start:
            return True
        answer = QMessageBox.question(
            self,
            self.tr("Briefing"),
            self.tr("“{0}” has changes that are not saved.").format(title_of(self.session.dossier)),
            QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Save,
        )
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    # What is said

    def say_error(self, sentence: str) -> None:
        """An error that needs an answer: what, where, what was kept."""
        QMessageBox.warning(self, self.tr("Briefing"), sentence)

    def say(self, sentence: str) -> None:
        self.view.toast.say(sentence)

    # Joining

    def _join(self) -> None:
        self.start.new_asked.connect(self.new)
        self.start.sample_asked.connect(self.open_sample)
        self.start.file_asked.connect(lambda: self.open())
        self.start.recent_asked.connect(lambda path: self.open(Path(path)))
        self.session.file_changed.connect(self._show_file)
        self.view.failed.connect(self.say_error)
        self.menus.recent.aboutToShow.connect(self._fill_recent)

    def _commands(self) -> Commands:
        view = self.view
        zooms = {"in": view.page_view.zoom_in, "out": view.page_view.zoom_out, "fit": view.page_view.fit_width}
        return Commands(
            new=self.new,
            open=self.open,
            open_sample=self.open_sample,
            save=lambda: self.save() and None,
            save_as=lambda: self.save_as() and None,
            save_word=self._ways.save_word,
            more_ways=self._ways.open,
            close=lambda: self.close() and None,
            undo=view.undo,
            redo=view.redo,
            edit=self._edit,
            section=self._go_to,
            next_panes=view.next_panes,
            next_pane=view.focus_next_pane,
            zoom=lambda way: zooms[way](),
            scheme=self._choose_scheme,
            add=view.add_row,
            checks=self._ways.open_checks,
            about=self._about,
            licences=self._licences,
        )

    def _go_to(self, key: str) -> None:
        self.view.form.show_section(key)
        self.view.form.focus_first()

    def _edit(self, name: str) -> None:
        focused = QApplication.focusWidget()
        slot = getattr(focused, name, None)
        if callable(slot):
            slot()

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        self._look.set_scheme(scheme)

    def _show_file(self) -> None:
        self.menus.show_undo(self.session.undo_label, self.session.redo_label)
        self.setWindowTitle(f"{title_of(self.session.dossier)}[*] – Briefing")
        self.setWindowModified(not self.session.is_saved)
        self.setWindowFilePath(str(self.session.path) if self.session.path else "")

    def _fill_recent(self) -> None:
        self.menus.recent.clear()
        for path in self._settings.recent:
            self.menus.recent.addAction(path.name).triggered.connect(partial(self._open_recent, path))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        self.open(path)

    def _about(self) -> None:
        from briefing import __version__

        QMessageBox.about(
            self,
            self.tr("About Briefing"),
            self.tr("Briefing {0}: one dossier, every document composed from it.").format(__version__),
        )

    def _licences(self) -> None:
        QMessageBox.about(
            self,
            self.tr("Licences"),
            self.tr(
                "Briefing is under the MIT licence. It uses Qt and PySide6 under the GNU LGPL 3, linked dynamically; "
                "Jinja2, python-docx, lxml, markdown-it-py and Babel under their own free licences."
            ),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().lower().endswith(files.SUFFIX) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.drafts.forget()
        self._settings.geometry = self.saveGeometry()
        event.accept()
