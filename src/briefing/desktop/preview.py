"""From the dossier to pages: the composer and pager of the chosen document type, renewed with each change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.compose.composer import Composer
from briefing.compose.copies import USUAL, Arranger, Copy
from briefing.compose.document import Document, Paragraph
from briefing.compose.errors import ComposeError
from briefing.compose.languages import language
from briefing.compose.packs import Pack
from briefing.dossier.model import Dossier
from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.kept import read_kept
from briefing.letterhead.model import Letterhead
from briefing.page.faces import missing_fonts, substitute
from briefing.page.pager import Pager
from briefing.page.pages import Pages
from briefing.shelf import Shelf

#: Milliseconds of rest after which what was read of a document type is kept for the next start.
KEEP_DELAY = 300


def _told(copy: Copy, now: datetime | None = None) -> str:
    """The moment, by default this one, that a clearance copy tells; nothing of others."""
    if not copy.clearance:
        return ""
    from briefing.export.copies import told

    return told(now or datetime.now().astimezone())


class Preview(QObject):
    """Composes and lays out. `failed` tells in a sentence why a document type cannot be used; the last pages stay."""

    composed = Signal()  # there is another document, whether it looks the same or not
    pages_changed = Signal(object)
    failed = Signal(str)
    type_changed = Signal()  # another document type, language, or way of reading

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_DELAY)
        self._keeping.timeout.connect(self._keep)
        self._composer: Composer | None = None
        self._pager: Pager | None = None
        self.pack: Pack | None = None
        self.language = "en"
        self.document: Document | None = None
        self.letterhead = b""
        self._arranger = Arranger(USUAL)
        self._told = ""
        #: Families that the letterhead asks for and this machine lacks, each with what stands in for it.
        self.missing_fonts: tuple[tuple[str, str], ...] = ()
        self.pages = Pages(())
        self._draft: Paragraph | None = None

    def choose(self, pack: Pack, code: str) -> bool:
        """Take a document type and language; whether they could be used."""
        try:
            composer = Composer(pack, language(code), self._shelf)
            letterhead = self._letterhead_of(pack)
            read = self._read(letterhead, pack)
            pager = Pager(read)
        except (ComposeError, LetterheadError, OSError) as error:
            self.failed.emit(f"{pack.name(code)} cannot be used. {error}")
            return False
        self._composer, self._pager = composer, pager
        self.pack, self.language, self.letterhead = pack, code, letterhead
        self.missing_fonts = tuple((family, substitute(family)) for family in missing_fonts(read))
        self.type_changed.emit()
        return True

    @property
    def copy(self) -> Copy:
        """How the document is read."""
        return self._arranger.copy

    def take_copy(self, copy: Copy) -> None:
        """Show, save and print the document for another way of reading from now on; show the dossier after it."""
        if copy != self.copy:
            self._arranger = Arranger(copy)
            if self.pack is not None:
                self.choose(self.pack, self.language)

    def delivered(self, now: datetime) -> Document:
        """The document as it goes out at this moment, for the way of reading."""
        assert self.document is not None
        return self._arranger.arrange(self.document, _told(self.copy, now))

    def _letterhead_of(self, pack: Pack) -> bytes:
        source = pack.letterhead.read_bytes()
        if self.copy == USUAL:
            return source
        from briefing.export.copies import letterhead_for  # seldom asked for, and it loads an XML parser

        return letterhead_for(source, self.copy)

    def _read(self, letterhead: bytes, pack: Pack) -> Letterhead:
        if self.copy == USUAL:
            return read_kept(letterhead, pack.id, self._shelf)
        from briefing.letterhead.reader import read

        return read(letterhead)

    def show_dossier(self, dossier: Dossier) -> None:
        """Compose and lay out a dossier; only what changed is made anew."""
        if self._composer is None or self._pager is None:
            return
        try:
            self.document = self._composer.compose(dossier)
        except ComposeError as error:
            self.failed.emit(str(error))
            return
        self._told = _told(self.copy)
        self._lay()
        self.composed.emit()
        self._keeping.start()

    def as_composed(self, dossier: Dossier) -> Document | None:
        """The document of a dossier with nothing done to it by hand."""
        return self._composer.compose(replace(dossier, wording="{}")) if self._composer is not None else None

    def _keep(self) -> None:
        if self._composer is not None:
            self._composer.keep()

    def show_draft(self, draft: Paragraph | None) -> None:
        """Lay out a paragraph as it is being rewritten in place of the composed one; none: all as composed."""
        self._draft = draft
        self._lay()

    def delivered_pages(self) -> Pages:
        """The pages of what goes out, without what is being rewritten."""
        draft = self._draft
        if draft is not None:
            self.show_draft(None)
        pages = self.pages
        if draft is not None:
            self.show_draft(draft)
        return pages

    def _lay(self) -> None:
        if self.document is None or self._pager is None:
            return
        document, draft = self.document, self._draft
        if draft is not None:
            blocks = tuple(draft if block.id == draft.id else block for block in document.blocks)
            document = replace(document, blocks=blocks)
        pages = self._pager.lay(self._arranger.arrange(document, self._told, draft.id if draft else ""))
        if pages is not self.pages:
            self.pages = pages
            self.pages_changed.emit(pages)
