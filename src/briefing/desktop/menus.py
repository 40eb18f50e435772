"""The menu bar: every command with its key, by the platform's conventions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from briefing.desktop.form.sections import SECTIONS
from briefing.desktop.look import Scheme
from briefing.desktop.parts.menu import Menu
from briefing.frozen import frozen

Key = QKeySequence.StandardKey
#: Properties of an action for the search: what it is called where no menu stands around it, further words that find it,
#: and the key of the section that it goes to.
SAID, ALSO, SECTION = "briefingSaid", "briefingAlso", "briefingSection"
#: What a menu calls; what it gives back is of no interest.
Run = Callable[[], object]


#: What can be added: words in the menu, the row's noun, its key, and what the search calls it.
_ROWS: tuple[tuple[str, str, str | None, str], ...] = (
    ("&Topic", "topic", "Ctrl+Shift+T", "Add a topic"),
    ("&Person", "person", "Ctrl+Shift+P", "Add a person"),
    ("&Side", "side", None, "Add a side"),
    ("", "", None, ""),
    ("P&eriod of trade", "period", None, "Add a period of trade"),
    ("&Figure", "figure", None, "Add a figure"),
    ("&Goods exported", "goods export", None, "Add goods exported"),
    ("Goods &imported", "goods import", None, "Add goods imported"),
    ("", "", None, ""),
    ("&Agreement", "agreement", None, "Add an agreement"),
    ("A&nnex", "annex", None, "Add an annex"),
    ("Pro&gramme entry", "entry", None, "Add an entry of the programme"),
    ("Side &call", "side call", None, "Add a side call"),
    ("", "", None, ""),
    ("Ne&xt step", "step", None, "Add a next step"),
    ("&Quote", "quote", None, "Add a quote"),
    ("P&ublication", "publication", None, "Add a publication"),
    ("C&learance", "clearance", None, "Add a clearance"),
    ("&Recipient", "recipient", None, "Add a recipient"),
)

#: What is done to the trade table as a whole: words in the menu, what it is called, and further words that find it.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("&Replace a period of trade…", "replace", "months update figures next period"),
    ("T&heir statistics beside ours", "theirs", "trade other country mirror compare"),
    ("S&ort the periods", "sort", "trade table order oldest first chronological"),
    ("Cop&y the trade table", "copy", "figures clipboard spreadsheet Excel"),
    ("&Save the trade table…", "save", "figures export spreadsheet Excel XLSX TSV"),
)


@frozen
class Commands:
    """What the menus call."""

    new: Run
    open: Run
    open_sample: Run
    house: Run
    save: Run
    save_as: Run
    save_word: Run
    more_ways: Run
    print_pages: Run
    look_at_print: Run
    beside_office: Run
    copy: Run
    close: Run
    undo: Run
    redo: Run
    edit: Callable[[str], None]
    rewrite: Run
    section: Callable[[str], None]
    next_panes: Run
    next_pane: Callable[[int], None]
    zoom: Callable[[str], None]
    go_to_page: Run
    scheme: Callable[[Scheme], None]
    add: Callable[[str], None]
    checks: Run
    compare: Run
    table: Callable[[str], None]
    find: Run
    find_words: Callable[[int], None]
    keys: Run
    rename: Run
    types: Run
    languages: Run
    leave: Run
    about: Run


class Menus:
    """Builds the menus once and keeps the actions whose state changes."""

    def __init__(self, window: QMainWindow, commands: Commands, scheme: Scheme) -> None:
        self._window, self._commands = window, commands
        self._titles: list[QAction] = []
        self.of_dossier: list[QAction] = []
        self.recent = Menu(window.tr("Open &recent"), window)
        self._file()
        self._edit()
        self._view(scheme)
        self._insert()
        self._dossier()
        self._help()

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what would be undone and redone; an empty name is nothing to do."""
        self.undo.setText(f"&Undo {undo}".rstrip())
        self.redo.setText(f"&Redo {redo}".rstrip())
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))

    def set_dossier_open(self, is_open: bool) -> None:
        for action in self.of_dossier:
            action.setEnabled(is_open)

    def set_read_only(self, read_only: bool) -> None:
        """A dossier that may not be written: neither saved, nor under another name, for what we do not know of it."""
        for action in self._writing:
            action.setEnabled(not read_only)

    def _menu(self, title: str) -> Menu:
        """A menu of the bar. Alt and its first letter open it; Fusion would underline the letter all the time."""
        menu = Menu(title.replace("&", ""), self._window)
        self._titles.append(self._window.menuBar().addMenu(menu))
        key = QShortcut(QKeySequence(f"Alt+{title[title.index('&') + 1]}"), self._window)
        key.activated.connect(partial(self._drop, len(self._titles) - 1))
        return menu

    def _drop(self, number: int) -> None:
        # Asked of the window anew: what Python held of its menu bar may be gone by then.
        self._window.menuBar().setActiveAction(self._titles[number])

    def _add(
        self,
        menu: Menu,
        words: str,
        run: Run,
        key: str | Key | None = None,
        *,
        dossier: bool = True,
        found: tuple[str, str] | None = None,
    ) -> QAction:
        """One command. `dossier`: only while one is open; `found` is a property for the search, and its value."""
        action = QAction(self._window)  # given its words at once, PySide would load what icons are too
        action.setText(words)
        if found is not None:
            action.setProperty(*found)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: run())
        menu.addAction(action)
        if dossier:
            self.of_dossier.append(action)
        return action

    def _file(self) -> None:
        menu, do, tr = self._menu(self._window.tr("&File")), self._commands, self._window.tr
        self._add(menu, tr("&New dossier"), do.new, Key.New, dossier=False)
        self._add(menu, tr("&Open…"), do.open, Key.Open, dossier=False)
        menu.addMenu(self.recent)
        self._add(menu, tr("Look at the sa&mple"), do.open_sample, dossier=False)
        self._add(menu, tr("Our &house…"), do.house, dossier=False)
        menu.addSeparator()
        save = self._add(menu, tr("&Save"), do.save, Key.Save)
        self._writing = [save, self._add(menu, tr("Save &as…"), do.save_as, "Ctrl+Shift+S")]
        self._add(menu, tr("&Rename…"), do.rename)
        menu.addSeparator()
        self._add(menu, tr("Save as &Word"), do.save_word, "Ctrl+E")
        ways = tr("Word, PDF, Markdown, HTML, copy the text")
        self._add(menu, tr("More &ways to save…"), do.more_ways, "Ctrl+Shift+E", found=(ALSO, ways))
        menu.addSeparator()
        said = tr("A5, large print, numbered paragraphs, for clearance")
        self._add(menu, tr("Reading &copy…"), do.copy, found=(ALSO, said))
        self._add(menu, tr("&Print…"), do.print_pages, Key.Print)
        self._add(menu, tr("Print pre&view…"), do.look_at_print)
        menu.addSeparator()
        self._add(menu, tr("&Close the dossier"), do.leave, "Ctrl+W")
        self._add(menu, tr("&Quit"), do.close, Key.Quit, dossier=False)

    def _edit(self) -> None:
        menu, do, tr = self._menu(self._window.tr("&Edit")), self._commands, self._window.tr
        self.undo = self._add(menu, tr("&Undo"), do.undo, Key.Undo, dossier=False)
        self.redo = self._add(menu, tr("&Redo"), do.redo, Key.Redo, dossier=False)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        menu.addSeparator()
        # The keys of these belong to the box in focus; the menu only shows that they are there.
        for words, name in ((tr("Cu&t"), "cut"), (tr("&Copy"), "copy"), (tr("&Paste"), "paste")):
            self._add(menu, words, partial(do.edit, name))
        self._add(menu, tr("Select &all"), lambda: do.edit("selectAll"))
        menu.addSeparator()
        self._add(menu, tr("&Find a field or command…"), do.find, "Ctrl+K", dossier=False)
        self._add(menu, tr("Find &on the page…"), lambda: do.find_words(0), Key.Find)
        self._add(menu, tr("Find &next"), lambda: do.find_words(1), "F3")
        self._add(menu, tr("Find pre&vious"), lambda: do.find_words(-1), "Shift+F3")
        self._add(menu, tr("Re&write paragraph"), do.rewrite, "F2")

    def _view(self, scheme: Scheme) -> None:
        menu, do, tr = self._menu(self._window.tr("&View")), self._commands, self._window.tr
        for number, section in enumerate(SECTIONS, start=1):
            key = f"Ctrl+{number}" if number < 10 else None
            self._add(menu, section.title, partial(do.section, section.key), key, found=(SECTION, section.key))
        menu.addSeparator()
        self._add(menu, tr("Form, page or &both"), do.next_panes, "F9")
        self._add(menu, tr("Next &pane"), lambda: do.next_pane(1), "F6")
        self._add(menu, tr("Previous pane"), lambda: do.next_pane(-1), "Shift+F6")
        menu.addSeparator()
        self._add(menu, tr("Zoom &in"), lambda: do.zoom("in"), "Ctrl++")
        self._add(menu, tr("Zoom &out"), lambda: do.zoom("out"), "Ctrl+-")
        self._add(menu, tr("&Fit the width"), lambda: do.zoom("fit"), "Ctrl+0")
        self._add(menu, tr("Fit the &page"), lambda: do.zoom("page"))
        self._add(menu, tr("&Go to a page…"), do.go_to_page, "Ctrl+G")
        self._add(menu, tr("Compare &with LibreOffice…"), do.beside_office, found=(ALSO, tr("Word pages layout")))
        menu.addSeparator()
        looks = QActionGroup(self._window)
        names = {Scheme.SYSTEM: tr("As the &system"), Scheme.LIGHT: tr("&Light"), Scheme.DARK: tr("&Dark")}
        for each, words in names.items():
            action = self._add(menu, words, partial(do.scheme, each), dossier=False)
            action.setCheckable(True)
            action.setChecked(each is scheme)
            looks.addAction(action)

    def _insert(self) -> None:
        menu = self._menu(self._window.tr("&Insert"))
        for words, what, key, said in _ROWS:
            if not words:
                menu.addSeparator()
                continue
            add = partial(self._commands.add, what)
            self._add(menu, self._window.tr(words), add, key, found=(SAID, self._window.tr(said)))

    def _dossier(self) -> None:
        menu, do, tr = self._menu(self._window.tr("&Dossier")), self._commands, self._window.tr
        self._add(menu, tr("&Checks"), do.checks, "F7")
        self._add(menu, tr("Compare the &figures with an earlier dossier…"), do.compare)
        menu.addSeparator()
        self._add(menu, tr("&Document type…"), do.types, "Ctrl+Shift+D")
        self._add(menu, tr("&Language…"), do.languages, "Ctrl+Shift+L")
        menu.addSeparator()
        for words, name, said in _TABLE:
            self._add(menu, tr(words), partial(do.table, name), found=(ALSO, said))

    def _help(self) -> None:
        menu, do, tr = self._menu(self._window.tr("&Help")), self._commands, self._window.tr
        keys = self._add(menu, tr("&Keyboard shortcuts"), do.keys, "F1", dossier=False)
        keys.setShortcuts([QKeySequence("F1"), QKeySequence("Ctrl+/")])
        self._add(menu, tr("&About Briefing"), do.about, dossier=False)
