"""Ctrl+K and the sheet of keys: what both are made of is the menus and the open dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from briefing.desktop.dossier_view import DossierView
from briefing.desktop.form.sections import section_of
from briefing.desktop.house_page import SECTION as HOUSE
from briefing.desktop.menus import ALSO, SAID, SECTION
from briefing.desktop.parts.popover import Popover
from briefing.desktop.search import Entry, entry
from briefing.desktop.search_fields import entries_of
from briefing.desktop.search_popover import SearchPopover
from briefing.dossier.fields import field_at


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


def open_search(window: QMainWindow, view: DossierView | None, open_house: Callable[[str], None]) -> Popover:
    """Open the search over the window: fields of the dossier in `view`, where one is open, our house, and commands."""
    actions = commands(window)
    entries: list[Entry] = []
    if view is not None:
        keys = {str(action.property(SECTION)): keys_of(action) for _, action in actions if action.property(SECTION)}
        entries = [*entries_of(view.session.dossier, keys), *_types_of(view)]
    entries += [
        entry("command", str(at), action.property(SAID) or plain(action.text()), menu, action.property(ALSO) or "",
              keys_of(action))
        for at, (menu, action) in enumerate(actions)
        if not action.property(SECTION)
    ]  # fmt: skip
    entries += _house_only()
    content = SearchPopover(entries)
    popover = Popover(content, window)

    def go(chosen: Entry) -> None:
        popover.close()
        if chosen.kind == "command":
            actions[int(chosen.target)][1].trigger()
        elif chosen.kind == "house":
            open_house(chosen.target)
        elif view is not None:
            {"section": view.go_to_section, "type": view.choose_type, "field": view.focus_path}[chosen.kind](
                chosen.target
            )

    content.chosen.connect(go)
    popover.open_at_top()
    return popover


def _types_of(view: DossierView) -> list[Entry]:
    """The document types that are not in view."""
    shown = view.preview.pack.id if view.preview.pack is not None else ""
    names = [(pack.id, pack.name(view.preview.language)) for pack in view.packs if pack.id != shown]
    return [entry("type", key, name, "Document type") for key, name in names]


def _house_only() -> list[Entry]:
    """The fields of our house that no dossier shows."""
    cells = (cell.path for group in HOUSE.groups for cells in group.rows for cell in cells)
    return [entry("house", path, field_at(path).label, HOUSE.title) for path in cells if section_of(path) is None]
