"""The panes of a dossier: how wide each is, which are in sight, and where the keyboard goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from briefing.desktop.fonts import growth
from briefing.desktop.form.form import Form
from briefing.desktop.header import Header
from briefing.desktop.rail import Rail
from briefing.desktop.tokens import Width

_UNBOUND = 16_777_215  # Qt's own greatest width
#: The rail grows with the font as far as its words need; what it would take more, the form needs.
_RAIL_GROWTH = 1.5
#: Pixels by which the tops of fields in one row may differ.
_SAME_ROW = 8


class Panes:
    """Form and page beside each other where there is room for both, else the one that was asked for last."""

    def __init__(self, header: Header, rail: Rail, form: Form, page_pane: QWidget, page: QWidget) -> None:
        self._header, self._rail, self._form, self._pane, self._page = header, rail, form, page_pane, page
        self._wanted = (True, True)  # form, page
        self._page_first = False  # which of the two is in sight where only one can be

    def show(self, *, form: bool, page: bool, width: int) -> None:
        """Have these in sight in a window of `width`."""
        self._wanted = (form, page)
        if form != page:
            self._page_first = page
        self.fit(width)

    def show_form(self, width: int) -> None:
        """Bring the form to sight, whatever was there."""
        self._page_first = False
        if not self._wanted[0]:
            self._wanted = (True, self._wanted[1])
        self.fit(width)

    def show_page(self, width: int) -> None:
        """Bring the page to sight, whatever was there."""
        self._page_first = True
        if not self._wanted[1]:
            self._wanted = (self._wanted[0], True)
        self.fit(width)

    def show_next(self, width: int) -> None:
        """Both, then the form alone, then the page alone; where only one fits, one after the other."""
        form, page = self._form.isVisible(), self._pane.isVisible()
        if not self._both_fit(width):
            self._page_first = form
            self.fit(width)
        else:
            self.show(form=not (form and not page), page=not (form and page), width=width)

    def fit(self, width: int) -> None:
        """Share `width` among the panes."""
        rail, least = self._least(width)
        form, page = self._wanted
        if form and page and not self._both_fit(width):
            form, page = not self._page_first, self._page_first
        self._form.setVisible(form)
        self._pane.setVisible(page)
        self._rail.set_width(rail)
        self._form.setMinimumWidth(min(least, width - rail))
        self._form.setMaximumWidth(least if page else _UNBOUND)
        self._header.set_panes(rail, least if form else 0)

    def focus_next(self, step: int) -> None:
        """Put the focus into the next pane that is there: rail, form, page."""
        shown = [pane for pane in (self._rail, self._form, self._page) if pane.isVisible()]
        focused = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(shown) if _holds(pane, focused)), -1)
        pane = shown[(at + step) % len(shown)]
        if pane is self._form:
            self._form.focus_first()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab(self, view: QWidget, *, forward: bool) -> bool:
        """Go to the next stop: through the form, the page and its bar, the header, the rail, and the form again.

        Qt goes by when things were made, and the pages of the form are made when they are first shown.
        """
        order = [self._form, self._pane, self._header, self._rail]
        stops = sorted(_stops(view), key=lambda stop: (_number(order, stop), *self._spot(stop)))
        focused = QApplication.focusWidget()
        if focused not in stops:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _spot(self, stop: QWidget) -> tuple[int, int]:
        """Where a stop of the form stands, rows first: rows that open are made long after what is below them."""
        if not self._form.isAncestorOf(stop):
            return 0, 0
        at = stop.mapTo(self._form, QPoint(0, 0))
        return at.y() // _SAME_ROW, at.x()

    def _least(self, width: int) -> tuple[int, int]:
        """The widths of rail and form, grown with the font."""
        grown = growth()
        narrow = width < Width.NARROW_WINDOW * grown
        rail = Width.RAIL_NARROW if narrow else Width.RAIL
        form = Width.FORM_NARROW if narrow else Width.FORM
        return round(rail * min(grown, _RAIL_GROWTH)), round(form * grown)

    def _both_fit(self, width: int) -> bool:
        return sum(self._least(width)) + Width.PAGE_LEAST <= width


def _number(order: list[QWidget], stop: QWidget) -> int:
    return next((at for at, pane in enumerate(order) if _holds(pane, stop)), len(order))


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _stops(view: QWidget) -> list[QWidget]:
    """Where Tab can stop inside `view`, in Qt's own order."""
    found: list[QWidget] = []
    first = view.window()
    at = first.nextInFocusChain()
    while at is not None and at is not first:
        stop = at.isVisible() and at.isEnabled() and at.focusProxy() is None
        if stop and at.focusPolicy() & Qt.FocusPolicy.TabFocus and view.isAncestorOf(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found
