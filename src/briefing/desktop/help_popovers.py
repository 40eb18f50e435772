"""Help: the sheet of keys, made from the commands themselves, and what the program is made of."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMainWindow, QMenu, QScrollArea, QVBoxLayout, QWidget

from briefing import __version__
from briefing.desktop.finding_places import plain
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Hairline, Text
from briefing.desktop.parts.popover import Popover
from briefing.desktop.tokens import Role, Space, Width

#: Keys that belong to no menu: what they do, and the keys.
ELSEWHERE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "In a table of figures",
        (
            ("Edit the cell", "F2, Enter or typing"),
            ("Next cell, back", "Tab, Shift+Tab"),
            ("Add a row", "Ins, Ctrl+Enter"),
            ("Copy and paste a block", "Ctrl+C, Ctrl+V"),
            ("Fill down", "Ctrl+D"),
            ("Fill what is selected", "Ctrl+Enter"),
            ("Take what a check proposes, or a figure in grey", "Alt+Enter"),
            ("Details of the figure", "Shift+F2"),
            ("Move the row", "Alt+Shift+↑ ↓"),
            ("Remove the row", "Ctrl+Del"),
            ("Back to what it was", "Esc"),
        ),
    ),
    (
        "In lists that open",
        (("Open or close the row", "Enter"), ("Next row, row before", "↓ ↑"), ("Move the row", "Alt+Shift+↑ ↓")),
    ),
    ("In text", (("Bold, italic", "Ctrl+B, Ctrl+I"), ("Bullet, number", "- or 1. and a space"), ("Leave it", "Tab"))),
    (
        "On the page",
        (
            ("To the field of a word", "Click"),
            ("Rewrite a paragraph", "F2 or double click"),
            ("Move a paragraph", "Alt+Shift+↑ ↓"),
            ("Choose words, all words", "Drag, Ctrl+A"),
            ("Zoom", "Ctrl+wheel"),
        ),
    ),
)
_MOST_HIGH = 720
_LICENCES = (
    "Briefing is under the MIT licence.",
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are linked dynamically and "
    "stand beside the program as libraries of their own: you may study them, change them, and run Briefing with yours.",
    "Jinja2, python-docx, lxml, markdown-it-py, pypdf and Babel are used under the BSD and MIT licences; some icons "
    "are Lucide’s, under the ISC licence.",
)
_LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"


def open_keys(window: QMainWindow) -> Popover:
    """Show every key there is."""
    groups = [*_of_menus(window), *ELSEWHERE]
    columns = QHBoxLayout()
    columns.setSpacing(Space.MARGIN)
    half = sum(len(keys) + 2 for _, keys in groups) / 2
    column, filled = _column(columns), 0
    for name, keys in groups:
        if filled and filled + len(keys) / 2 > half:
            column.addStretch(1)
            column, filled = _column(columns), -10_000  # the second column takes the rest
        column.addLayout(_group(name, keys))
        filled += len(keys) + 2
    column.addStretch(1)
    return _show(window, _tr("Keyboard shortcuts"), columns, 2 * Width.POPOVER)


def open_about(window: QMainWindow, log: Path) -> Popover:
    """Show what this is, which versions it runs on, and the licences."""
    column = QVBoxLayout()
    column.setSpacing(Space.CLOSE)
    column.addWidget(Text(_tr("One dossier, every document composed from it."), Role.BODY, "text2"))
    versions = (
        f"Briefing {__version__} · Python {platform.python_version()} · Qt {qVersion()} · PySide6 {PySide6.__version__}"
    )
    shown = Text(versions, Role.BODY, wrap=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(shown)
    column.addSpacing(Space.CLOSE)
    column.addWidget(Text(_tr("Licences"), Role.GROUP))
    for line in _LICENCES:
        column.addWidget(Text(line, Role.HELP, "text2", wrap=True))
    links = QHBoxLayout()
    links.setSpacing(Space.ROW)
    links.addWidget(_link(_tr("Text of the LGPL"), lambda: QDesktopServices.openUrl(QUrl(_LGPL))))
    links.addWidget(_link(_tr("Show the log"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))))
    links.addStretch(1)
    column.addSpacing(Space.CLOSE)
    column.addLayout(links)
    return _show(window, _tr("About Briefing"), column, Width.EMPTY_COLUMN)


def _of_menus(window: QMainWindow) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The commands that have keys, by menu, whether they can be given now or not."""
    found = []
    native = QKeySequence.SequenceFormat.NativeText
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            keyed = [action for action in menu.actions() if action.shortcuts()]
            keys = tuple(
                (plain(action.text()), ", ".join(each.toString(native) for each in action.shortcuts()))
                for action in keyed
            )  # fmt: skip
            if keys:
                found.append((plain(top.text()), keys))
    return found


def _column(columns: QHBoxLayout) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(Space.ROW)
    columns.addLayout(made, 1)
    return made


def _group(name: str, keys: Sequence[tuple[str, str]]) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(Space.TIGHT)
    made.addWidget(Text(name, Role.GROUP))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.ROW)
    grid.setVerticalSpacing(Space.TIGHT)
    grid.setColumnStretch(0, 1)
    for at, (words, key) in enumerate(keys):
        grid.addWidget(Text(words.rstrip("…"), Role.HELP, "text2"), at, 0)
        grid.addWidget(Text(key, Role.HELP), at, 1, Qt.AlignmentFlag.AlignRight)
    made.addLayout(grid)
    return made


def _link(words: str, then: Callable[[], object]) -> Button:
    made = Button(words, Kind.LINK)
    made.clicked.connect(lambda: then())
    return made


def _show(window: QMainWindow, title: str, inner: QHBoxLayout | QVBoxLayout, width: int) -> Popover:
    """A popover in the middle, as high as what it holds as far as the window lets it; more scrolls."""
    content = QWidget()
    content.setAccessibleName(title)
    column = QVBoxLayout(content)
    column.setContentsMargins(Space.ROW, Space.CLOSE, Space.ROW, Space.ROW)
    column.setSpacing(Space.CLOSE)
    column.addWidget(Text(title, Role.TITLE))
    column.addWidget(Hairline())
    column.addLayout(inner)
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(title)
    scroll.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    wide = min(width, window.width() - 2 * Space.MARGIN)
    most = min(_MOST_HIGH, window.height() - 4 * Space.MARGIN)
    needed = column.heightForWidth(wide) if column.hasHeightForWidth() else column.sizeHint().height()
    scroll.setFixedSize(wide, min(most, needed))
    popover = Popover(scroll, window)
    popover.open_at_top()
    return popover


def _tr(words: str) -> str:
    return QCoreApplication.translate("help", words)
