"""The form: one section at a time, always showing the session's dossier and what the checks have to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QWidget

from briefing.checks.finding import Finding
from briefing.desktop.form.sections import SECTIONS, Special, section_of
from briefing.desktop.parts.settling import settle
from briefing.desktop.parts.signs import Sign
from briefing.desktop.session import Session
from briefing.desktop.tokens import Width
from briefing.desktop.verdicts import Verdicts, said, state_of
from briefing.dossier.edits import set_value, value_at
from briefing.dossier.model import Dossier

if TYPE_CHECKING:
    from briefing.desktop.form.bound import Bound
    from briefing.desktop.form.grid import FigureGrid
    from briefing.desktop.form.page import SectionPage

#: Pixels kept in sight above and below the field that is gone to.
AROUND = 80
#: What a figure says for itself in its details, and not in a cell.
_IN_DETAILS = (".reporter", ".partner")
#: Marks a frame whose mendings are already listened to.
_LISTENED = "briefingListened"


def field_of(dossier: Dossier, path: str) -> str:
    """Where what a path names is entered: what a figure leaves to the table stands over the table."""
    if path.startswith("figures[") and path.endswith(_IN_DETAILS) and not value_at(dossier, path):
        return f"trade.{path.rpartition('.')[2]}"
    return path


class Form(QScrollArea):
    """Holds the section pages, each made when it is first shown."""

    path_focused = Signal(str)
    section_shown = Signal(str)
    untaken_changed = Signal()  # the texts of tables that were refused are others than before
    table_asked = Signal(str)  # what the menu of the trade table is to do to all of it

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._verdicts = Verdicts()
        self._pages: dict[str, SectionPage] = {}
        self._grids: list[FigureGrid] = []
        self._key = ""
        self._read_only = False  # whether the pages were made for a dossier that may not be changed
        self.setObjectName("form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._reserve_scroll_bar)
        self._reserve_scroll_bar(0, 0)
        self.setAccessibleName(self.tr("Form"))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note_focus)

    @property
    def key(self) -> str:
        return self._key

    def show_section(self, key: str) -> None:
        """Bring a section to sight."""
        if key == self._key:
            return
        page = self._page(key)
        self._key = key
        before = self.takeWidget()
        if before is not None:
            # It waits here, hidden: in a stack its height would stretch this one, and it must go with the form.
            before.hide()
            before.setParent(self)
        self.setWidget(page)
        page.show()
        page.show_dossier(self._session.dossier, even_focused=True)
        self._show_findings()
        self.verticalScrollBar().setValue(0)
        self.section_shown.emit(key)

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        """Show another dossier; what the person types in is left alone unless `even_focused` (undo)."""
        if self._key:
            self._page(self._key).show_dossier(dossier, even_focused=even_focused)

    def show_verdicts(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._show_findings()

    def focus_path(self, path: str, offset: int = -1) -> bool:
        """Open the section of a path and put the cursor into its field, at character `offset` when not -1."""
        path = field_of(self._session.dossier, path)
        section = section_of(path)
        if section is None:
            return False
        self.show_section(section.key)
        found = self._page(section.key).focus_path(path, offset)
        # A row that has just been opened gets its place with the next turn of the event loop.
        QTimer.singleShot(0, self._show_focused)
        if found and path.startswith("figures[") and path.endswith(_IN_DETAILS):
            QTimer.singleShot(0, lambda: any(grid.show_details(path) for grid in self._grids))
        return found

    def _show_focused(self) -> None:
        """Scroll so that the field in focus is in sight, with its label."""
        page = self.widget()
        focused = page.focusWidget() if page is not None else None
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, AROUND)

    def add_row(self, what: str) -> None:
        """Add a row, by what a list calls its own ("topic", "side", "period"), and go to it."""
        from briefing.desktop.form.records import LISTS  # the lists come with their controls

        roots = {kind.noun: path for path, kind in LISTS.items()} | {"period": "figures", "figure": "figures"}
        roots |= {"goods export": "figures", "goods import": "figures"}
        section = section_of(roots.get(what, "sides"))
        assert section is not None, what
        key = section.key
        self.show_section(key)
        self._page(key).add_row(what)

    def do_in_table(self, what: str) -> None:
        """Do to the trade table what its menu says: "replace" a period, have "theirs" beside ours, "copy" all of it."""
        from briefing.desktop.form.grids import TradeGrid
        from briefing.desktop.form.table_commands import TableCommands

        self.show_section("trade")
        grid = next(each for each in self._grids if isinstance(each, TradeGrid))
        TableCommands(self._session, grid, self.focus_path).do(what)

    def waiting(self) -> int:
        """How many texts stand in the figure tables that could not be taken yet, and so are in no dossier."""
        return sum(grid.waiting() for grid in self._grids)

    def untaken(self) -> tuple[Finding, ...]:
        """What is to be said of those that were refused."""
        return tuple(finding for grid in self._grids for finding in grid.untaken)

    def reset(self) -> None:
        """Another dossier is opened: what was only begun in a grid is forgotten, and read only or not is as it says."""
        if bool(self._session.read_only) != self._read_only:
            self._forget_pages()
        for grid in self._grids:
            grid.reset()

    def _forget_pages(self) -> None:
        """Have every page made anew when it is next shown."""
        self._read_only = bool(self._session.read_only)
        self.takeWidget()
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._grids.clear()
        self._key = ""

    def focus_first(self) -> None:
        """Put the cursor into the first field of the section, or the focus on the first of its rows, and show it.

        Out of sight it takes nothing: our house may stand over the dossier by the time its form is there.
        """
        if not self.isVisible():
            return
        self.verticalScrollBar().setValue(0)
        self._page(self._key).focus_first()
        QTimer.singleShot(0, self._show_focused)

    def signs(self, path: str) -> Mapping[str, tuple[Sign, int]]:
        """What is to be said in the rows of a list, by their ids."""
        return self._verdicts.in_rows(path)

    def _page(self, key: str) -> SectionPage:
        if key not in self._pages:
            # The controls take longer to load than the page to show, so the page is shown before them.
            from briefing.desktop.form.page import SectionPage

            section = next(each for each in SECTIONS if each.key == key)
            self._pages[key] = SectionPage(section, self._session, self._special)
        return self._pages[key]

    def _special(self, special: Special, path: str) -> QWidget:
        """A part of a section that is more than fields; its modules are loaded when it is first shown."""
        if special == "people":
            from briefing.desktop.form.people import Sides

            return Sides(self._session, self.signs)
        if special in ("rows", "record"):
            from briefing.desktop.form.records import LISTS, SAID
            from briefing.desktop.form.rows import RecordRows

            path, described = (path, LISTS[path]) if special == "rows" else ("topics", SAID)
            rows = RecordRows(path, described, self._session, self.signs)
            rows.asked.connect(self.focus_path)
            return rows
        if special == "source":
            from briefing.desktop.form.source import SourceLine

            return SourceLine(self._session)
        return self._make_grid(special, path)

    def _make_grid(self, special: Special, path: str) -> FigureGrid:
        from briefing.desktop.form.grids import GoodsGrid, InvestmentGrid, TradeGrid

        edit = self._session.edit
        grid: FigureGrid
        if special == "goods":
            grid = GoodsGrid(path, edit)
        else:
            grid = TradeGrid(edit) if special == "trade" else InvestmentGrid(edit)
        self._grids.append(grid)
        grid.set_read_only(bool(self._session.read_only))
        grid.path_focused.connect(self.path_focused)
        grid.details_asked.connect(self._open_details)
        grid.untaken_changed.connect(self.untaken_changed)
        if isinstance(grid, TradeGrid):
            grid.table_asked.connect(self.table_asked)
        return grid

    def _open_details(self, figure_id: str, under: QWidget, path: str) -> None:
        from briefing.desktop.form.grid_details import open_details  # with the first that is asked for

        open_details(self._session, figure_id, under, path)
        if path:
            self.path_focused.emit(path)

    def _show_findings(self) -> None:
        if not self._key:
            return
        page = self._page(self._key)
        for bound in page.bounds():
            self._show_at(bound)
        page.show_signs()
        for grid in self._grids:
            grid.show_findings(self._verdicts.findings)
        settle()

    def _show_at(self, bound: Bound) -> None:
        found = self._verdicts.at(bound.path)
        bound.frame.set_state(state_of(found))
        bound.frame.set_findings(said(found))
        if not bound.frame.property(_LISTENED):
            bound.frame.setProperty(_LISTENED, True)
            bound.frame.mended.connect(lambda key: self._mend(self._verdicts.at(bound.path)[int(key)]))

    def _mend(self, finding: Finding) -> None:
        def change(dossier: Dossier) -> Dossier:
            for path, value in finding.mends[0].values:
                dossier = set_value(dossier, path, value)
            return dossier

        self._session.edit(change, finding.mends[0].label)

    def _reserve_scroll_bar(self, _least: int, most: int) -> None:
        """Keep the room of the scroll bar free while there is none, so that the form never shifts."""
        self.setViewportMargins(0, 0, 0 if most else Width.SCROLL, 0)

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            # Loaded with the first field.
            from briefing.desktop.form.bound import path_of
            from briefing.desktop.form.rows import row_of

            path = path_of(new) or row_of(new)
            if path or not _is_in_table(new):  # a table tells the path of its cell itself
                self.path_focused.emit(path)


def _is_in_table(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, QAbstractItemView):
        widget = widget.parentWidget()
    return widget is not None
