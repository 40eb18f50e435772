"""The workplace: the open dossier with its view, draft and files. It is built when the first dossier is opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefing import places
from briefing.compose.packs import Pack, PackError, load_all
from briefing.desktop import asking, house_file, page_notes
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.draft_file import Draft
from briefing.desktop.drafts import Drafts
from briefing.desktop.naming import standing, title_of
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.dossier import files
from briefing.dossier.decode import FileError
from briefing.dossier.files import Loaded
from briefing.dossier.model import EMPTY, Dossier, House
from briefing.dossier.sides import principal_of
from briefing.export.files import ExportError
from briefing.shelf import Shelf

if TYPE_CHECKING:
    from briefing.desktop.check_ways import CheckWays
    from briefing.desktop.compared import Comparing
    from briefing.desktop.copy_ways import CopyWays
    from briefing.desktop.printing import Printing
    from briefing.desktop.save_ways import SaveWays

#: Why a newer version's file is not written: what it says that we do not know would be lost.
NEWER = "Read only: saved by a newer version of Briefing."


class Workplace(QObject):
    """Opens, saves and closes dossiers; one is open at a time."""

    opened = Signal()

    def __init__(self, window: QMainWindow, settings: Settings, own: Path) -> None:
        super().__init__(window)
        self._window, self._settings, self._own = window, settings, own
        packs, problem = _packs()
        self.session = Session(EMPTY)
        self.view = DossierView(self.session, packs, Shelf(places.own_cache()))
        self.drafts = Drafts(self.session, own)
        self._ways: SaveWays | None = None
        self._check_ways: CheckWays | None = None
        self._copy_ways: CopyWays | None = None
        self._printing: Printing | None = None
        self._comparing: Comparing | None = None
        self.view.header.set_back(self.tr("Start"))
        self.view.failed.connect(self.say_error)
        self.session.refused.connect(self.view.toast.say)
        self.view.header.saved.connect(lambda: self.ways.save_word())
        self.view.header.ways_asked.connect(lambda: self.ways.open())
        self.view.header.checks_asked.connect(lambda: self.check_ways.open())
        self.view.form.table_asked.connect(self.do_in_table)
        page_notes.join(self.view, lambda: self.copy_ways.open())
        if problem:
            self.view.toast.say(problem)

    @property
    def ways(self) -> SaveWays:
        """The ways to save, loaded when one is first asked for."""
        if self._ways is None:
            from briefing.desktop.save_ways import SaveWays

            self._ways = SaveWays(self.view, self._settings, self._window)
            self._ways.copy_asked.connect(lambda: self.copy_ways.open())
        return self._ways

    @property
    def check_ways(self) -> CheckWays:
        """The ways to answer the checks, loaded when one is first asked for."""
        if self._check_ways is None:
            from briefing.desktop.check_ways import CheckWays

            self._check_ways = CheckWays(self.view, self._settings, self._window)
        return self._check_ways

    @property
    def copy_ways(self) -> CopyWays:
        """The ways of reading, loaded when they are first asked for."""
        if self._copy_ways is None:
            from briefing.desktop.copy_ways import CopyWays

            self._copy_ways = CopyWays(self.view, self._settings, self._window)
            self._copy_ways.save_asked.connect(lambda: self.ways.open())
        return self._copy_ways

    @property
    def printing(self) -> Printing:
        """Printing, loaded when it is first asked for."""
        if self._printing is None:
            from briefing.desktop.printing import Printing

            self._printing = Printing(self.view.preview, self._window)
            self._printing.failed.connect(self.say_error)
            self._printing.printed.connect(self.view.toast.say)
        return self._printing

    @property
    def comparing(self) -> Comparing:
        """The comparison with LibreOffice, loaded when it is first asked for."""
        if self._comparing is None:
            from briefing.desktop.compared import Comparing

            self._comparing = Comparing(self.view, self._window)
        return self._comparing

    def _give_up_comparing(self) -> None:
        if self._comparing is not None:
            self._comparing.stop()

    def do_in_table(self, what: str) -> None:
        """Do to the trade table as a whole what a menu says: "save" it, or what the form does with it."""
        if what == "save":
            from briefing.desktop.table_files import save_table  # with the first table that is saved

            save_table(self._window, self.view, self._settings)
        else:
            self.view.do_in_table(what)

    def new(self) -> None:
        if self.may_leave():
            try:
                house = house_file.read(self._own)
            except FileError as error:
                self.say_error(f"{error} The new dossier begins without our house.")
                house = House()
            self._show(house_file.new_dossier(house), None)

    def open_as_new(self, path: Path) -> None:
        """Open what a file holds as a dossier that has no file of its own yet."""
        loaded = self._load(path)
        if loaded is not None:
            self._show(loaded.dossier, None, read_only=NEWER if loaded.newer else "")

    def open(self, path: Path | None = None) -> None:
        """Open a file, asking which when none is given."""
        if not self.may_leave():
            return
        if path is None:
            path = asking.file_to_open(self._window, self._folder())
            if path is None:
                return
        loaded = self._load(path)
        if loaded is not None:
            self._settings.add_recent(path)
            self._show(loaded.dossier, path, stamp=loaded.stamp, read_only=NEWER if loaded.newer else "")

    def open_draft(self, draft: Draft) -> bool:
        """Show what a crash left unsaved, as belonging to the file that it did; whether the open dossier gave way."""
        if not self.may_leave():
            return False
        self._show(draft.dossier, draft.file, stamp=draft.stamp, saved=False)
        self.drafts.keep()
        self.view.toast.say(self.tr("What was not saved last time is here again"))
        return True

    def save(self) -> bool:
        if self.session.path is None or self.session.read_only:
            return self.save_as()
        if self.session.has_foreign_changes():
            answer = asking.about_foreign_changes(self._window, self.session.path)
            if answer is not asking.Answer.REPLACE:
                return self.save_as() if answer is asking.Answer.ELSEWHERE else False
        return self._save_to(self.session.path)

    def save_as(self) -> bool:
        if self.session.read_only:
            self.view.toast.say(self.session.read_only)
            return False
        stem = title_of(self.session.dossier).replace("/", "-")
        name = self.session.path.name if self.session.path else f"{stem}{files.SUFFIX}"
        path = asking.file_to_save(self._window, self._folder() / name)
        if path is None:
            return False
        if path.suffix.lower() != files.SUFFIX:
            path = path.with_name(path.name + files.SUFFIX)
            # The dialog has asked about the name as it was typed, and not about this one.
            if path.exists() and asking.about_replacing(self._window, path) is not asking.Answer.REPLACE:
                return False
        return self._save_to(path)

    def leave(self) -> None:
        """Have no dossier open: its draft goes, and what was not saved was given up."""
        self._give_up_comparing()
        self.session.replace(EMPTY, None)

    def may_leave(self) -> bool:
        """Whether the open dossier may give way: saved, or the person says what to do with it."""
        waiting = self.view.form.waiting()
        if waiting and not asking.about_waiting(self._window, waiting):
            self.view.go_to_section("trade")
            return False
        if self.session.is_saved:
            return True
        answer = asking.about_unsaved(self._window, title_of(self.session.dossier))
        return self.save() if answer is asking.Answer.SAVE else answer is asking.Answer.DISCARD

    def say_error(self, sentence: str) -> None:
        """An error that needs an answer: what, where, what was kept."""
        asking.tell(self._window, sentence)

    def _load(self, path: Path) -> Loaded | None:
        """What a file holds; None when it cannot be read, which is then said."""
        try:
            return files.load(path)
        except FileError as error:
            self.say_error(f"{error} Nothing was opened; your file is as it was.")
            return None

    def _show(
        self, dossier: Dossier, path: Path | None, *, stamp: str = "", read_only: str = "", saved: bool = True
    ) -> None:
        self._give_up_comparing()
        self.session.replace(dossier, path, stamp=stamp, read_only=read_only, saved=saved)
        self.view.checking.earlier = None
        self.view.preview.take_copy(self._settings.copy_for(principal_of(dossier)))
        self.opened.emit()
        self.view.open()

    def _save_to(self, path: Path) -> bool:
        try:
            self.session.save(path, datetime.now())
        except ExportError as error:
            return asking.about_elsewhere(self._window, str(error)) and self.save_as()
        self._settings.add_recent(path)
        return True

    def _folder(self) -> Path:
        return standing(self.session.path.parent if self.session.path else self._settings.export_folder)


def _packs() -> tuple[tuple[Pack, ...], str]:
    """The document types, and what is wrong with the person's own: a broken one must not keep them from the others."""
    try:
        return load_all([places.own_templates(), places.templates()]), ""
    except PackError as error:
        return load_all([places.templates()]), str(error)
