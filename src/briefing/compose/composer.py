"""The composer: a dossier through a pack in one language, to a document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from briefing.compose.audience import AudienceView, may_know
from briefing.compose.context import values
from briefing.compose.document import Document, Paragraph, Properties, Span, Spans
from briefing.compose.engine import Engine
from briefing.compose.errors import BodyError, Problem
from briefing.compose.filling import Filling
from briefing.compose.footnotes import Footnotes
from briefing.compose.markdown import Outline
from briefing.compose.markdown_words import MarkdownError, Piece
from briefing.compose.packs import Pack, read_body
from briefing.compose.phrases.language import Language
from briefing.compose.pictures import read_picture
from briefing.compose.template import Template
from briefing.compose.views import Scope
from briefing.dossier.fields import field_at
from briefing.dossier.model import Dossier
from briefing.shelf import Shelf

#: What makes of a pack's words what is kept of them, and the classes of that.
_MAKERS = ("briefing.compose", "briefing.compose.phrases", "briefing.dossier", "jinja2", "markdown_it")
_CLASSES = (Template, Outline, Piece)


class Composer:
    """Composes dossiers through one pack in one language, keeping what did not change from one time to the next."""

    def __init__(self, pack: Pack, language: Language, shelf: Shelf | None = None) -> None:
        """On the `shelf` stands what an earlier start has read of the pack's words; without it all is read anew."""
        self.pack, self.language = pack, language
        self._name, source = read_body(pack, language.code)
        self._shelf, self._made_from = shelf, (source, pack.audience)
        kept = shelf.take(self._kept_as, self._made_from, _MAKERS, _CLASSES) if shelf is not None else None
        self._template: Template
        self._template, outlined = kept or (self._read(source), {})
        self._on_shelf = len(outlined)
        self._engine = Engine(self._name, self._template, language.filters)
        self._view = AudienceView(pack.audience)
        self._scope = Scope(language.show)
        self._notes = Footnotes()
        self._filling = Filling(outlined, partial(read_picture, pack.folder))

    @property
    def _kept_as(self) -> str:
        return f"{self.pack.id}.{self.language.code}"

    def keep(self) -> None:
        """Put on the shelf what was read of the pack's words, if that is more than was there."""
        outlined = self._filling.outlined
        if self._shelf is not None and len(outlined) != self._on_shelf:
            self._shelf.put(self._kept_as, self._made_from, _MAKERS, (self._template, outlined), _CLASSES)
            self._on_shelf = len(outlined)

    def _read(self, source: str) -> Template:
        from briefing.compose.template_reader import read

        return read(self._name, source, self.pack.audience, self.language.filters)

    def compose(self, dossier: Dossier) -> Document:
        """The document of a dossier; only what the pack's audience may know is in it, its properties included."""
        known = self._view.project(dossier)
        self._scope.begin(known)
        shared, statistics = (known.sides, known.sources), (known.figures, (known.trade,))
        parts = self._engine.run(values(self._scope), self._scope.ledger, shared, statistics)
        try:
            blocks = self._filling.blocks(parts, self._scope.ledger.printed)
        except MarkdownError as problem:
            raise BodyError(self._name, (Problem(problem.line, problem.reason),)) from problem
        document = Document(
            pack=self.pack.id,
            language=self.language.tag,
            audience=self.pack.audience,
            properties=Properties("", author=known.house.ministry),
            blocks=blocks,
            furniture=self._furniture(known),
            stem=_stem(known, self.pack.id, self.language.code),
        )
        worded = self._worded(document, dossier)
        if self._filling.has_notes:
            worded = replace(worded, blocks=self._notes.numbered(worded.blocks))
        return self._titled(worded)

    def _worded(self, document: Document, dossier: Dossier) -> Document:
        """The document with what was done by hand to this very one, which is the person's words for its audience.

        Of no other document's wording is anything looked at, and the values in it are those of the document.
        """
        if dossier.wording == "{}":
            return document
        from briefing.compose import wording  # most dossiers have none, and are opened sooner without it
        from briefing.dossier.wording import wording_of

        return wording.apply(document, wording_of(dossier, self.pack.id, self.language.code))

    def _titled(self, document: Document) -> Document:
        """The document with its title, as it stands in the text, where else a title is needed."""
        spans = next((b.spans for b in document.blocks if isinstance(b, Paragraph) and b.role == "title"), ())
        title = tuple(span for span in spans if not span.note)  # a footnote stands under the title of the text alone
        text = "".join(span.text for span in title) or self.pack.name(self.language.code)
        return replace(
            document,
            properties=replace(document.properties, title=text),
            furniture={**document.furniture, "title": title},
        )

    def _furniture(self, known: Dossier) -> Mapping[str, Spans]:
        marking = self._words("handling.marking", known.handling.marking)
        return {
            "country": self._words("house.name", known.house.name),
            "ministry": self._words("house.ministry", known.house.ministry),
            "department": self._words("house.department", known.house.department),
            "contact": self._words("house.contact", known.house.contact),
            "version": self._words("handling.version", known.handling.version),
            "marking": (Span(self.pack.marking),) if self.pack.marking else marking,
        }

    def _words(self, path: str, text: str) -> Spans:
        """A field's words for header and footer; a gap where the pack needs it and may know it."""
        if text:
            return (Span(text, (path,)),)
        field = field_at(path)
        needed = path in self.pack.needs and may_know(self.pack.audience, field)
        return (Span(f"[{field.label}]", (path,), gap=True),) if needed else ()


def _stem(dossier: Dossier, pack: str, language: str) -> str:
    """The file name: date, partner, document type, language; from what the audience may know."""
    partner = next((side.country for side in dossier.sides if not side.ours and side.country), "")
    date = dossier.meeting.date if re.fullmatch(r"\d{4}-\d\d-\d\d", dossier.meeting.date) else ""
    return "_".join(filter(None, (date, _plain(partner), pack, language)))


def _plain(text: str) -> str:
    """Letters, digits and hyphens that every file system takes."""
    folded = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^\w]+", "-", "".join(c for c in folded if not unicodedata.combining(c)))[:40].strip("-")
