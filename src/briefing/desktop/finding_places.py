"""Ctrl+K and the sheet of keys: what both are made of is the menus and the open dossier."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from briefing.desktop.dossier_view import DossierView
from briefing.desktop.parts.popover import Popover
from briefing.desktop.search import Entry, entries_of, entry
from briefing.desktop.search_popover import SearchPopover


def commands(window: QMainWindow) -> list[tuple[str, QAction]]:
    """Every command of the menu bar that can be given now, with the name of its menu."""
    found: list[tuple[str, QAction]] = []
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            found.extend((plain(top.text()), each) for each in menu.actions() if each.text() and not each.menu())
    return [(name, action) for name, action in found if action.isEnabled() and action.isVisible()]


def plain(words: str) -> str:
    """The words of a menu without the mark before its letter."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def open_search(window: QMainWindow, view: DossierView | None) -> Popover:
    """Open the search over the window: fields of the dossier in `view`, where one is open, and commands."""
    actions = commands(window)
    entries = entries_of(view.session.dossier) if view is not None else []
    entries += [
        entry("command", str(at), plain(action.text()), menu, key=keys_of(action))
        for at, (menu, action) in enumerate(actions)
    ]
    content = SearchPopover(entries)
    popover = Popover(content, window)

    def go(chosen: Entry) -> None:
        popover.close()
        if chosen.kind == "command":
            actions[int(chosen.target)][1].trigger()
        elif view is not None and chosen.kind == "section":
            view.go_to_section(chosen.target)
        elif view is not None:
            view.focus_path(chosen.target)

    content.chosen.connect(go)
    popover.open_at_top()
    return popover
