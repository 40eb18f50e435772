"""A dossier on screen: rail, form and page under one header, all of them derived from the session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from briefing.checks.finding import Finding
from briefing.compose.copies import Copy
from briefing.compose.languages import LANGUAGES
from briefing.compose.packs import Pack
from briefing.desktop.checking import Checking
from briefing.desktop.field_names import label_of
from briefing.desktop.find_bar import FindBar
from briefing.desktop.form.form import Form
from briefing.desktop.form.sections import SECTIONS, section_of
from briefing.desktop.header import Header
from briefing.desktop.naming import made_title, title_of
from briefing.desktop.outline import is_started, outline
from briefing.desktop.page_bar import PageBar
from briefing.desktop.panes import Panes
from briefing.desktop.parts.toast import Toast
from briefing.desktop.preview import Preview
from briefing.desktop.rail import Rail
from briefing.desktop.session import Session
from briefing.desktop.verdicts import Verdicts
from briefing.desktop.wording.by_hand import ByHand
from briefing.desktop.wording.page import WordedPage
from briefing.dossier.gate import admit_line
from briefing.dossier.model import Dossier
from briefing.shelf import Shelf

#: Milliseconds until the form is there even where no page is painted: its pane is hidden, or a template is wrong.
FORM_DELAY = 100


class DossierView(QWidget):
    """The three panes. `failed` tells a sentence that the window should say."""

    failed = Signal(str)

    def __init__(self, session: Session, packs: Sequence[Pack], shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.packs = session, packs
        self.header = Header()
        self.rail = Rail()
        self.form = Form(session)
        self.preview = Preview(shelf)
        self.page_view = WordedPage(label_of)
        self.page_pane = QWidget()
        self.page_bar = PageBar(self.page_view)
        self.find_bar = FindBar(self.page_view)
        self.by_hand = ByHand(session, self.preview, self.page_view, self.page_bar, label_of)
        self.toast = Toast(self.page_view)
        self.verdicts = Verdicts()
        self._visited: set[str] = set()
        self.checking = Checking(self)
        self.panes = Panes(self.header, self.rail, self.form, self.page_pane, self.page_view)
        self._compose()
        self._join()

    # What is shown

    def open(self) -> None:
        """Show the session's dossier from its first section, in the first document type.

        The page comes first: the form of the first dossier is built when the page has been painted.
        """
        started = {section.key for section in SECTIONS if is_started(section, self.session.dossier)}
        self._visited = started
        if self.preview.pack is None and self.packs:
            self.choose_type(self.packs[0].id)
        self.form.reset()
        self._show_everything(even_focused=True)
        if self.form.key:
            self._show_form()
        else:
            self._show_outline()
            QTimer.singleShot(FORM_DELAY, self._begin_form)

    def _begin_form(self) -> None:
        """Build the form, unless something has asked for it already."""
        if not self.form.key:
            self._show_form()

    def _show_form(self) -> None:
        self.form.show_section(SECTIONS[0].key)
        self.run_checks()
        self.form.focus_first()

    def choose_type(self, pack_id: str) -> None:
        self.by_hand.finish()
        pack = next(each for each in self.packs if each.id == pack_id)
        if self.preview.choose(pack, self.preview.language):
            self.preview.show_dossier(self.session.dossier)
            if self.form.key:
                self.run_checks()
        self._show_choices()

    def take_copy(self, copy: Copy) -> None:
        """Show the page for another way of reading."""
        self.by_hand.finish()
        self.preview.take_copy(copy)
        self.preview.show_dossier(self.session.dossier)

    def rename(self) -> None:
        """Edit the dossier's name in the header."""
        self.header.rename(self.session.dossier.title, made_title(self.session.dossier))

    def run_checks(self) -> None:
        """Check the dossier for what is wrong, and for what the document type in view still needs."""
        self.checking.finish(self.session.dossier, self.preview.pack)

    def _take_findings(self, found: tuple[Finding, ...] | None = None) -> None:
        """Take what the checks found, else what they found last, with what was typed and could not be taken."""
        checked = self.verdicts.checked if found is None else found
        self.verdicts = Verdicts((*self.form.untaken(), *checked), self._may_speak)
        self._show_verdicts()

    def show_all_gaps(self) -> None:
        """Speak of every gap from now on: an export was asked for."""
        self._visited = {section.key for section in SECTIONS}
        self._show_verdicts()

    def focus_path(self, path: str, offset: int = -1) -> None:
        """Put the cursor into the field of a path; the dossier's own name is edited in the header."""
        if path == "title":
            self.rename()
            return
        if not self.form.isVisible():
            self.panes.show_form(self.width())
        self.form.focus_path(path, offset)

    def go_to_section(self, key: str) -> None:
        """Open a section with the cursor in its first field."""
        if not self.form.isVisible():
            self.panes.show_form(self.width())
        self.form.show_section(key)
        self.form.focus_first()

    def zoom(self, way: str) -> None:
        """Enlarge the page ("in"), make it smaller ("out"), or fit its width ("fit") or all of it ("page")."""
        view = self.page_view
        {"in": view.zoom_in, "out": view.zoom_out, "fit": view.fit_width, "page": view.fit_page}[way]()

    def add_row(self, what: str) -> None:
        """Add a row in its section, by what its list calls it ("topic"), with the cursor in its first field."""
        if not self.form.isVisible():
            self.panes.show_form(self.width())
        self.form.add_row(what)

    def do_in_table(self, what: str) -> None:
        """Do something to the trade table as a whole, in sight."""
        if not self.form.isVisible():
            self.panes.show_form(self.width())
        self.form.do_in_table(what)

    # Panes

    def set_panes_shown(self, *, form: bool, page: bool) -> None:
        self.panes.show(form=form, page=page, width=self.width())

    def find_words(self, way: int = 0) -> None:
        """Find words on the page: ask for them, or go to the next (1) or the last (-1) of those sought."""
        self.panes.show_page(self.width())
        self.find_bar.step(way) if way else self.find_bar.open_bar()

    def next_panes(self) -> None:
        """Both, then the form alone, then the page alone."""
        self.panes.show_next(self.width())

    def focus_next_pane(self, step: int = 1) -> None:
        """Put the focus into the next pane that is there: rail, form, page."""
        self.panes.focus_next(step)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.panes.tab(self, forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.panes.fit(self.width())

    # Joining

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self.rail)
        panes.addWidget(self.form)
        under = QVBoxLayout(self.page_pane)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.page_view, 1)
        under.addWidget(self.find_bar)
        under.addWidget(self.page_bar)
        panes.addWidget(self.page_pane, 1)
        column.addLayout(panes, 1)

    def _join(self) -> None:
        self.session.changed.connect(self._follow)
        self.checking.done.connect(self._take_findings)
        self.session.file_changed.connect(self._show_file)
        self.preview.pages_changed.connect(self.page_view.set_pages)
        self.preview.failed.connect(self.failed)
        self.page_view.first_painted.connect(self._begin_form, Qt.ConnectionType.QueuedConnection)
        self.rail.selected.connect(self.form.show_section)
        self.rail.entered.connect(self.go_to_section)
        self.form.section_shown.connect(self._enter_section)
        self.form.untaken_changed.connect(self._take_findings, Qt.ConnectionType.QueuedConnection)
        self.form.path_focused.connect(self.page_view.light)
        self.form.path_focused.connect(self.by_hand.note_lit)
        self.by_hand.field_asked.connect(self.focus_path)
        self.by_hand.asleep_changed.connect(self.page_bar.show_asleep)
        self.by_hand.dropped.connect(partial(self.toast.say, "Your words were given up.", "Take them back"))
        self.page_bar.asleep_asked.connect(self.by_hand.open_asleep)
        self.page_view.value_clicked.connect(lambda paths, offset: self.focus_path(paths[0], offset))
        self.header.type_chosen.connect(self.choose_type)
        self.header.rename_asked.connect(self.rename)
        self.header.renamed.connect(lambda name: self.session.set_value("title", admit_line(name), "Name"))
        self.header.undone.connect(self.undo)
        self.header.redone.connect(self.redo)

    def undo(self) -> None:
        if not self.by_hand.undo():
            self._reforming(self.session.undo)

    def redo(self) -> None:
        if not self.by_hand.redo():
            self._reforming(self.session.redo)

    def _reforming(self, step: object) -> None:
        """Undo and redo write into the field in focus too; the focus stays in the form even where its row goes."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.form.isAncestorOf(focused)
        step()  # type: ignore[operator]
        self.form.show_dossier(self.session.dossier, even_focused=True)
        now = QApplication.focusWidget()
        if inside and (now is None or not self.form.isAncestorOf(now)):
            self.form.focus_first()

    def _follow(self, _old: Dossier, new: Dossier) -> None:
        self.preview.show_dossier(new)
        self.form.show_dossier(new, even_focused=False)
        self.checking.follow(new, self.preview.pack)

    def _show_everything(self, *, even_focused: bool) -> None:
        self.preview.show_dossier(self.session.dossier)
        self.form.show_dossier(self.session.dossier, even_focused=even_focused)
        self._show_file()
        self._show_choices()

    def _show_choices(self) -> None:
        pack = self.preview.pack
        code = self.preview.language
        self.header.set_types([(each.id, each.name(code)) for each in self.packs], pack.id if pack else "")
        offered = [(each.code, each.name) for each in LANGUAGES if pack and each.code in pack.bodies]
        self.header.set_languages(offered, code)

    def _show_file(self) -> None:
        session = self.session
        self.header.set_name(title_of(session.dossier))
        saved = f"Saved {session.saved_at:%H:%M}" if session.saved_at else "Saved" if session.path else ""
        words = saved if session.is_saved else "Not saved"
        self.header.set_saved(session.read_only.rstrip(".") or words)
        undo, redo = session.undo_label, session.redo_label
        self.header.set_undo(bool(undo), bool(redo), f"Undo {undo}".rstrip(), f"Redo {redo}".rstrip())

    def _enter_section(self, key: str) -> None:
        before = self.rail.current()
        if before and before != key:
            self._visited.add(before)
        self.rail.select(key)
        self._show_verdicts()

    def _may_speak(self, finding: Finding) -> bool:
        section = section_of(finding.fields[0]) if finding.fields else None
        return section is None or section.key in self._visited

    def _show_verdicts(self) -> None:
        sign, words = self.verdicts.summary()
        self.header.set_checks(words, sign)
        self._show_outline()
        self.form.show_verdicts(self.verdicts)
        self.page_view.set_findings(self.verdicts.marks())

    def _show_outline(self) -> None:
        self.rail.set_sections(outline(self.session.dossier, self.verdicts, checked=bool(self.form.key)))
