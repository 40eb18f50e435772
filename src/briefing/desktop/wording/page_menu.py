"""The menus of a paragraph on the page, and of the place where one was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from briefing.compose.document import Document
from briefing.desktop.page_reader import PageReader
from briefing.desktop.parts.menu import Menu
from briefing.desktop.wording.commands import Commands
from briefing.page.pages import Hit

if TYPE_CHECKING:
    from briefing.desktop.wording.by_hand import ByHand

#: Letters of a paragraph by which a menu names it.
_NAMED_BY = 48

Run = Callable[[], object]


def page_menu(
    hand: ByHand,
    view: PageReader,
    commands: Commands,
    block: str,
    hit: Hit | None,
    label_of: Callable[[str], str],
    mends: Sequence[tuple[str, Run | None]] = (),
) -> Menu:
    """What can be done with a block, and with the value that was pointed at: first what the checks say of it.

    `mends` are their sentences, without a way, and the ways to mend what they speak of.
    """
    menu = _menu(view)
    for words, run in mends:
        _add(menu, words.replace("&", "&&"), run or (lambda: None), run is not None)
    if mends:
        menu.addSeparator()
    if view.chosen_text:
        _add(menu, _tr("Copy") + "\tCtrl+C", view.copy)
        menu.addSeparator()
    document = commands.document()
    if commands.paragraph(block) is not None:
        _add(menu, _tr("Rewrite") + "\tF2", partial(hand.open, block))
        menu.addSeparator()
    _add(menu, _tr("Insert a paragraph before"), lambda: hand.insert(commands.before(block)))
    _add(menu, _tr("Insert a paragraph after"), partial(hand.insert, block))
    menu.addSeparator()
    up, down = _tr("Move up"), _tr("Move down")
    if commands.is_heading(block):
        up, down = _tr("Move the section up"), _tr("Move the section down")
    _add(menu, up + "\tAlt+Shift+↑", partial(hand.move, block, -1), commands.can_move(block, -1))
    _add(menu, down + "\tAlt+Shift+↓", partial(hand.move, block, 1), commands.can_move(block, 1))
    menu.addSeparator()
    _add(menu, _tr("Leave out"), partial(hand.leave_out, block))
    worded = document is not None and block in document.wording
    _add(menu, _tr("As composed"), partial(commands.restore, block), worded)
    if hit is not None and hit.paths:
        menu.addSeparator()
        label = label_of(hit.paths[0])
        words = _tr("Go to “{0}”").format(label) if label else _tr("Go to field")
        _add(menu, words, partial(hand.field_asked.emit, hit.paths[0], hit.offset))
    return menu


def left_out_menu(view: QWidget, commands: Commands, blocks: tuple[str, ...]) -> Menu:
    """Brings back what was left out at one place."""
    menu = _menu(view)
    document = commands.document()
    for block in blocks:
        words = _tr("Restore “{0}”").format(_beginning(document, block))
        _add(menu, words.replace("&", "&&"), partial(commands.restore, block))
    return menu


def _beginning(document: Document | None, block: str) -> str:
    spans = document.omitted.get(block, ()) if document is not None else ()
    text = " ".join("".join(span.text for span in spans).split())
    return text if len(text) <= _NAMED_BY else text[:_NAMED_BY].rsplit(" ", 1)[0] + "…"


def _menu(view: QWidget) -> Menu:
    menu = Menu(parent=view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: Menu, words: str, run: Run, enabled: bool = True) -> None:
    action = menu.addAction(words)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: run())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Wording", words)
