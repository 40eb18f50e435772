"""The main window: the start page, or the workplace with a dossier, and the commands of the menus."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from briefing.desktop.house_file import has_house
from briefing.desktop.look import Look, Scheme
from briefing.desktop.menus import Commands, Menus
from briefing.desktop.settings import Settings
from briefing.desktop.start_page import StartPage

if TYPE_CHECKING:
    from briefing.desktop.dossier_view import DossierView
    from briefing.desktop.house_page import HousePage
    from briefing.desktop.recovery import Recovery
    from briefing.desktop.session import Session
    from briefing.desktop.workplace import Workplace


class Window(QMainWindow):
    """Shows the start page at once; what a dossier needs is loaded when the first one is opened."""

    def __init__(self, look: Look, settings: Settings, sample: Path, own: Path) -> None:
        super().__init__()
        self._look, self._settings, self._sample, self._own = look, settings, sample, own
        self._work: Workplace | None = None
        self._recovery: Recovery | None = None
        self._house: HousePage | None = None
        self._before_house: QWidget | None = None
        self.start = StartPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.menus = Menus(self, self._commands(), settings.scheme)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.start.new_asked.connect(lambda: self.work.new())
        self.start.sample_asked.connect(self.open_sample)
        self.start.house_asked.connect(self.open_house)
        self.start.file_asked.connect(lambda: self.work.open())
        self.start.recent_asked.connect(lambda path: self.work.open(Path(path)))
        self.start.draft_asked.connect(self._open_draft)
        self.start.draft_discarded.connect(self._discard_draft)
        self.menus.recent.aboutToShow.connect(self._fill_recent)
        #: What is shown of the dossier: its title, whether it is saved, whether it may not be written, its file.
        self._file: tuple[str, bool, bool, Path | None] | None = None
        self._show_start()

    @property
    def work(self) -> Workplace:
        """The workplace, built when it is first asked for: its modules take longer to load than the window."""
        if self._work is None:
            from briefing.desktop.workplace import Workplace

            self._work = Workplace(self, self._settings, self._own)
            self._work.opened.connect(self._show_work)
            self._work.view.header.back.connect(self._leave_dossier)
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

    def offer_recovery(self) -> None:
        """Offer what a crash left unsaved, if anything: on the start page, or in a toast over an open dossier."""
        if any(self._own.glob("draft-*.json")):
            from briefing.desktop.recovery import Recovery  # drafts are left by crashes, which are rare

            self._recovery = self._recovery or Recovery(self._own)
            left = self._recovery.find()
            self.start.show_recovered([(str(path), draft.name, draft.kept) for path, draft in left.items()])
            if left and self._stack.currentWidget() is not self.start:
                path, draft = next(iter(left.items()))
                words = self.tr("Not saved when Briefing stopped: {0}, {1:%H:%M}").format(draft.name, draft.kept)
                self.view.toast.say(words, self.tr("Open"), lambda: self._open_draft(str(path)))

    def _open_draft(self, path: str) -> None:
        """Go on with what a crash left; its file goes when the open dossier's own draft has taken its place."""
        draft = self._recovery.find().get(Path(path)) if self._recovery else None
        if self._recovery is not None and draft is not None and self.work.open_draft(draft):
            self._recovery.taken_over(Path(path))
            self.start.show_recovered(())

    def _discard_draft(self, path: str) -> None:
        if self._recovery is not None:
            self._recovery.put_aside(Path(path))
            left = self._recovery.find()
            self.start.show_recovered([(str(each), draft.name, draft.kept) for each, draft in left.items()])
            self.start.focus_first()

    def open_house(self, path: str = "") -> None:
        """Our house, over whatever is open, with the cursor in a field of it; Back or Esc returns."""
        if self._house is None:
            from briefing.desktop.house_page import HousePage  # the form's controls come with it

            self._house = HousePage(self._own)
            self._house.failed.connect(self.say_error)
            self._house.left.connect(self._leave_house)
            self._house.session.file_changed.connect(self._show_house_undo)
            self._stack.addWidget(self._house)
        if self._stack.currentWidget() is not self._house:
            self._before_house = self._stack.currentWidget()
            self._stack.setCurrentWidget(self._house)
            self.menus.set_dossier_open(False)
            self._house.open()
        if path:
            self._house.focus_path(path)

    def _leave_house(self) -> None:
        if self._house is not None:
            self._house.keep()  # now, for the start page asks whether there is a house
        if self._before_house is self.start or self._work is None:
            self._show_start()
        else:
            self._show_work()
            self._show_file()

    def _leave_dossier(self) -> None:
        """Back to the start page; what is not saved is asked about first."""
        if self.work.may_leave():
            self.work.leave()
            self._show_start()

    def _show_house_undo(self) -> None:
        if self._house is not None and self._stack.currentWidget() is self._house:
            self.menus.show_undo(self._house.session.undo_label, self._house.session.redo_label)

    def keep_draft(self) -> None:
        """Keep what is not saved, now: something went wrong."""
        if self._work is not None:
            self._work.drafts.keep()

    def say_error(self, sentence: str) -> None:
        from briefing.desktop import asking  # errors are rare

        asking.tell(self, sentence)

    def _show_start(self) -> None:
        self.start.show_known(self._settings.recent, house_empty=not has_house(self._own))
        self.menus.set_dossier_open(False)
        self.menus.show_undo("", "")
        self.setWindowTitle("Briefing")
        self._file = None
        self._stack.setCurrentWidget(self.start)
        self.start.focus_first()

    def _show_work(self) -> None:
        self._stack.setCurrentWidget(self.work.view)
        # Else Qt gives the focus to what was made first, a button of the header, until the form is there to take it.
        self.work.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.menus.set_dossier_open(True)
        self._file = None

    def _show_file(self) -> None:
        from briefing.desktop.naming import title_of

        session = self.session
        self.menus.show_undo(session.undo_label, session.redo_label)
        file = (title_of(session.dossier), session.is_saved, bool(session.read_only), session.path)
        if file == self._file:
            return  # as after nearly every key
        self._file = file
        self.setWindowTitle(f"{file[0]}[*] – Briefing")
        self.setWindowModified(not session.is_saved)
        self.menus.set_read_only(bool(session.read_only))
        self.setWindowFilePath(str(session.path) if session.path else "")

    def _commands(self) -> Commands:
        return Commands(
            new=lambda: self.work.new(),
            open=lambda: self.work.open(),
            open_sample=self.open_sample,
            house=self.open_house,
            save=lambda: self.work.save(),
            save_as=lambda: self.work.save_as(),
            save_word=lambda: self.work.ways.save_word(),
            more_ways=lambda: self.work.ways.open(),
            print_pages=lambda: self.work.printing.ask(),
            look_at_print=lambda: self.work.printing.look(),
            beside_office=lambda: self.work.comparing.start(),
            copy=lambda: self.work.copy_ways.open(),
            close=lambda: self.close(),
            undo=lambda: self._undoing().undo(),
            redo=lambda: self._undoing().redo(),
            edit=self._edit,
            rewrite=lambda: self.view.by_hand.rewrite(),
            section=lambda key: self.view.go_to_section(key),
            next_panes=lambda: self.view.next_panes(),
            next_pane=lambda step: self.view.focus_next_pane(step),
            zoom=lambda way: self.view.zoom(way),
            go_to_page=lambda: self.view.page_bar.ask_page(),
            scheme=self._choose_scheme,
            add=lambda what: self.view.add_row(what),
            checks=lambda: self.work.check_ways.open(),
            compare=lambda: self.work.check_ways.compare(),
            table=lambda what: self.work.do_in_table(what),
            find=self._find,
            find_words=lambda way: self.view.find_words(way),
            keys=self._keys,
            rename=lambda: self.view.rename(),
            types=lambda: self.view.header.open_types(),
            languages=lambda: self.view.header.open_languages(),
            leave=self._leave_dossier,
            about=self._about,
        )

    def _find(self) -> None:
        from briefing.desktop.finding_places import open_search  # with the first search

        view = self.view if self._work is not None and self.view.isVisible() else None
        open_search(self, view, self.open_house)

    def _undoing(self) -> DossierView | HousePage:
        return self._house if self._house is not None and self._house.isVisible() else self.view

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

    def _keys(self) -> None:
        from briefing.desktop.help_popovers import open_keys

        open_keys(self)

    def _about(self) -> None:
        from briefing.desktop.help_popovers import open_about

        open_about(self, self._own)

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
