"""The main window: the start page, or the workplace with a dossier, and the commands of the menus."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QStackedWidget

from briefing import __version__
from briefing.desktop.look import Look, Scheme
from briefing.desktop.menus import Commands, Menus
from briefing.desktop.settings import Settings
from briefing.desktop.start_page import StartPage

if TYPE_CHECKING:
    from briefing.desktop.dossier_view import DossierView
    from briefing.desktop.session import Session
    from briefing.desktop.workplace import Workplace


class Window(QMainWindow):
    """Shows the start page at once; what a dossier needs is loaded when the first one is opened."""

    def __init__(self, look: Look, settings: Settings, sample: Path, drafts_folder: Path) -> None:
        super().__init__()
        self._look, self._settings, self._sample, self._drafts_folder = look, settings, sample, drafts_folder
        self._work: Workplace | None = None
        self.start = StartPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.menus = Menus(self, self._commands(), settings.scheme)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.start.new_asked.connect(lambda: self.work.new())
        self.start.sample_asked.connect(self.open_sample)
        self.start.file_asked.connect(lambda: self.work.open())
        self.start.recent_asked.connect(lambda path: self.work.open(Path(path)))
        self.menus.recent.aboutToShow.connect(self._fill_recent)
        self._show_start()

    @property
    def work(self) -> Workplace:
        """The workplace, built when it is first asked for: its modules take longer to load than the window."""
        if self._work is None:
            from briefing.desktop.workplace import Workplace

            self._work = Workplace(self, self._settings, self._drafts_folder)
            self._work.opened.connect(self._show_work)
            self._work.session.file_changed.connect(self._show_file)
            self._stack.addWidget(self._work.view)
        return self._work

    @property
    def view(self) -> DossierView:
        return self.work.view

    @property
    def session(self) -> Session:
        return self.work.session

    def open_sample(self) -> None:
        if self.work.may_leave():
            self.work.open_as_new(self._sample)

    def recover(self) -> None:
        """Show what a crash left unsaved, if anything."""
        if any(self._drafts_folder.glob("draft*.json")):
            self.work.recover()

    def keep_draft(self) -> None:
        """Keep what is not saved, now: something went wrong."""
        if self._work is not None:
            self._work.drafts.keep()

    def say_error(self, sentence: str) -> None:
        QMessageBox.warning(self, self.tr("Briefing"), sentence)

    def _show_start(self) -> None:
        self.start.show_recent(self._settings.recent)
        self.menus.set_dossier_open(False)
        self.menus.show_undo("", "")
        self.setWindowTitle("Briefing")
        self.start.focus_first()

    def _show_work(self) -> None:
        self._stack.setCurrentWidget(self.work.view)
        self.menus.set_dossier_open(True)

    def _show_file(self) -> None:
        from briefing.desktop.naming import title_of

        session = self.session
        self.menus.show_undo(session.undo_label, session.redo_label)
        self.setWindowTitle(f"{title_of(session.dossier)}[*] – Briefing")
        self.setWindowModified(not session.is_saved)
        self.setWindowFilePath(str(session.path) if session.path else "")

    def _commands(self) -> Commands:
        return Commands(
            new=lambda: self.work.new(),
            open=lambda: self.work.open(),
            open_sample=self.open_sample,
            save=lambda: self.work.save(),
            save_as=lambda: self.work.save_as(),
            save_word=lambda: self.work.ways.save_word(),
            more_ways=lambda: self.work.ways.open(),
            close=lambda: self.close(),
            undo=lambda: self.view.undo(),
            redo=lambda: self.view.redo(),
            edit=self._edit,
            section=lambda key: self.view.go_to_section(key),
            next_panes=lambda: self.view.next_panes(),
            next_pane=lambda step: self.view.focus_next_pane(step),
            zoom=lambda way: self.view.zoom(way),
            scheme=self._choose_scheme,
            add=lambda what: self.view.add_row(what),
            checks=lambda: self.work.ways.open_checks(),
            about=self._about,
            licences=self._licences,
        )

    def _edit(self, name: str) -> None:
        focused = QApplication.focusWidget()
        slot = getattr(focused, name, None)
        if callable(slot):
            slot()

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        self._look.set_scheme(scheme)

    def _fill_recent(self) -> None:
        self.menus.recent.clear()
        for path in self._settings.recent:
            self.menus.recent.addAction(path.name).triggered.connect(partial(self._open_recent, path))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        self.work.open(path)

    def _about(self) -> None:
        words = self.tr("Briefing {0}: one dossier, every document composed from it.").format(__version__)
        QMessageBox.about(self, self.tr("About Briefing"), words)

    def _licences(self) -> None:
        words = self.tr(
            "Briefing is under the MIT licence. It uses Qt and PySide6 under the GNU LGPL 3, linked dynamically; "
            "Jinja2, python-docx, lxml, markdown-it-py and Babel under their own free licences."
        )
        QMessageBox.about(self, self.tr("Licences"), words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().lower().endswith(".json") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.work.open(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None:
            if not self._work.may_leave():
                event.ignore()
                return
            self._work.drafts.forget()
        self._settings.geometry = self.saveGeometry()
        event.accept()
