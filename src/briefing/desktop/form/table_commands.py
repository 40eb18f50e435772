"""What is done to the trade table as a whole: a period replaced, all of it copied."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from briefing.desktop.form.grid_replace import ReplacePeriod
from briefing.desktop.form.grids import TradeGrid
from briefing.desktop.parts.popover import Popover
from briefing.desktop.session import Session
from briefing.dossier.entry import show_period
from briefing.dossier.fields import field_at
from briefing.dossier.figures import Period
from briefing.dossier.replacing import like_period_missing, periods_in, replace_period, still_old, texts_that_name
from briefing.dossier.table_edits import sort_rows

#: Goes to the field at a path.
Go = Callable[[str], object]


class TableCommands:
    """Works on a grid and its session; `go` leads to a field elsewhere in the form."""

    def __init__(self, session: Session, grid: TradeGrid, go: Go) -> None:
        self._session, self._grid, self._go = session, grid, go

    def do(self, what: str) -> None:
        """Do what the menu calls so."""
        {"replace": self.replace, "theirs": self.theirs, "sort": self.sort, "copy": self.copy}[what]()

    def theirs(self) -> None:
        """Have rows for the other country's statistics below ours, or put the empty ones away again."""
        trade = self._session.dossier.trade
        if self._session.read_only:
            return
        if not (trade.reporter and trade.partner):
            self._grid.say(_tr("Say first whose statistics these are, and trade with whom."))
        elif not periods_in(self._session.dossier):
            self._grid.say(_tr("Theirs stand below ours: add a period first."))
        else:
            self._grid.show_theirs(not self._grid.theirs_shown)

    def sort(self) -> None:
        """Put the rows in the order of their periods, the oldest first."""
        before = self._session.dossier
        if self._session.read_only:
            return
        self._session.edit(sort_rows, _tr("Sort the periods"))
        if self._session.dossier is before:
            self._grid.say(_tr("The periods are in their order: the oldest first."))

    def copy(self) -> None:
        """Put the whole table on the clipboard, with its heads."""
        self._grid.copy_all()

    def replace(self) -> None:
        """Ask which period becomes which."""
        if self._session.read_only or not periods_in(self._session.dossier):
            return
        content = ReplacePeriod(self._session.dossier, self._grid.period_at_cursor())
        popover = Popover(content, self._grid.window())

        def take(old: Period, new: Period) -> None:
            popover.close()
            self._replace(old, new)

        content.accepted.connect(take)
        popover.open_under(self._grid.head_anchor(), flush_left=True)
        content.focus()

    def _replace(self, old: Period, new: Period) -> None:
        session = self._session
        session.edit(lambda dossier: replace_period(dossier, old, new), _tr("Replace a period"))
        like = like_period_missing(session.dossier, new)
        now = show_period(new, short=True)
        if like is not None:
            why = _tr("With the figures of {0}, growth to {1} can be told. Type them, or Esc.")
            self._grid.begin(show_period(like, short=True), why.format(show_period(like, short=True), now))
        count = len(still_old(session.dossier))
        words = _tr("{0} is now {1}.").format(show_period(old, short=True), now)
        if count:
            said = _tr("One number is still the old one.") if count == 1 else _tr("{0} numbers are still the old ones.")
            words = f"{words} {said.format(count)}"
        named = texts_that_name(session.dossier, old)
        line = _tr("{0} still names {1}.")
        self._grid.say(
            words,
            [
                (line.format(field_at(path).label, show_period(old)), (_tr("Go there"), partial(self._go, path)))
                for path in named
            ],
        )


def _tr(words: str) -> str:
    return QCoreApplication.translate("table", words)
