"""The composer: a dossier through a pack in one language, to a document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from briefing.compose.audience import AudienceView
from briefing.compose.document import Document, Paragraph, Properties, Span, Spans
from briefing.compose.engine import BodyError, Engine
from briefing.compose.filling import Filling
from briefing.compose.guard import Problem
from briefing.compose.markdown import MarkdownError, refused
from briefing.compose.names import Shape, unknown_names
from briefing.compose.packs import Pack, read_body
from briefing.compose.phrases.language import Language
from briefing.compose.phrases.uses import USES
from briefing.compose.trade import cited_sources, other_figures, trade_lines
from briefing.compose.views import Scope
from briefing.dossier.figures import TRADE_MEASURES, Figure, Source
from briefing.dossier.model import Dossier, Side, Topic
from briefing.dossier.records import slots

#: Parts of a dossier that are for the program, not for a template.
_LAYERS = frozenset(("translations", "wording"))


class Composer:
    """Composes dossiers through one pack in one language, keeping what did not change from one time to the next."""

    def __init__(self, pack: Pack, language: Language) -> None:
        self.pack, self.language = pack, language
        self._name, source = read_body(pack, language.code)
        self._engine = Engine(language.filters)
        self._view = AudienceView(pack.audience)
        self._scope = Scope(language.show)
        self._filling = Filling()

        def check(tree: nodes.Template) -> tuple[Problem, ...]:
            wrong_lines = (Problem(line, reason) for line, reason in refused(source))
            return (*unknown_names(tree, _root_shapes(), pack.audience, USES), *wrong_lines)

        self._template = self._engine.prepare(self._name, source, check)

    def compose(self, dossier: Dossier) -> Document:
        """The document of a dossier; only what the pack's audience may know is in it, its properties included."""
        known = self._view.project(dossier)
        self._scope.begin(known)
        shared = (known.sides, known.sources)
        text = self._engine.run(self._name, self._template, _context(self._scope), self._scope.ledger, shared)
        try:
            blocks = self._filling.blocks(text, self._scope.ledger.printed)
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
        return self._titled(self._worded(document, dossier))

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
        title = next((b.spans for b in document.blocks if isinstance(b, Paragraph) and b.role == "title"), ())
        text = "".join(span.text for span in title) or self.pack.name(self.language.code)
        return replace(
            document,
            properties=replace(document.properties, title=text),
            furniture={**document.furniture, "title": title},
        )

    def _furniture(self, known: Dossier) -> Mapping[str, Spans]:
        marking = (
            (Span(self.pack.marking),) if self.pack.marking else _words("handling.marking", known.handling.marking)
        )
        return {
            "country": _words("house.name", known.house.name),
            "ministry": _words("house.ministry", known.house.ministry),
            "department": _words("house.department", known.house.department),
            "contact": _words("house.contact", known.house.contact),
            "marking": marking,
        }


def _words(path: str, text: str) -> Spans:
    return (Span(text, (path,)),) if text else ()


def _context(scope: Scope) -> dict[str, Any]:
    """The top names of a template: the dossier's parts, and what is asked for most: us, them, the trade table.

    `agenda` are the topics to be raised, `reserve` those for the case that the other side raises them.
    """
    whole = scope.view(scope.dossier, "")
    sides, topics = whole.look("sides"), whole.look("topics")
    missing = sides.missing()
    ours = [side for side in sides if side.look("ours")]
    others = sides.some([side for side in sides if not side.look("ours")])
    # Of two sides neither need be ours; where there is but one, the other is still to be named.
    us = ours or ([missing] if len(others) < 2 else [])
    return {
        **{name: whole.look(name) for name in whole.names() if name not in _LAYERS},
        "ours": ours[0] if ours else missing,
        "others": others,
        "parties": sides.some([*us, *(others or [missing])]),
        "theirs": others[0] if others else missing,
        "agenda": topics.some([topic for topic in topics if topic.look("grade") != "if_raised"]),
        "reserve": topics.some([topic for topic in topics if topic.look("grade") == "if_raised"]),
        "trade_lines": trade_lines(scope),
        "cited": cited_sources(scope),
        "other_figures": other_figures(scope),
    }


def _root_shapes() -> dict[str, Shape | None]:
    roots: dict[str, Shape | None] = {
        name: Shape(name, slot.record, slot.kind == "rows")
        for name, slot in slots(Dossier).items()
        if name not in _LAYERS
    }
    side, topics, figure = Shape("sides[]", Side), Shape("topics", Topic, rows=True), Shape("figures[]", Figure)
    line = {**dict.fromkeys((*TRADE_MEASURES, "any"), figure), "mirrored": None}
    return roots | {
        "ours": side,
        "theirs": side,
        "others": Shape("sides", Side, rows=True),
        "parties": Shape("sides", Side, rows=True),
        "agenda": topics,
        "reserve": topics,
        "trade_lines": Shape("trade_lines", rows=True, names=line),
        "cited": Shape("sources", Source, rows=True),
        "other_figures": Shape("figures", Figure, rows=True),
    }


def _stem(dossier: Dossier, pack: str, language: str) -> str:
    """The file name: date, partner, document type, language; from what the audience may know."""
    partner = next((side.country for side in dossier.sides if not side.ours and side.country), "")
    date = dossier.meeting.date if re.fullmatch(r"\d{4}-\d\d-\d\d", dossier.meeting.date) else ""
    return "_".join(filter(None, (date, _plain(partner), pack, language)))


def _plain(text: str) -> str:
    """Letters, digits and hyphens that every file system takes."""
    folded = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^\w]+", "-", "".join(c for c in folded if not unicodedata.combining(c)))[:40].strip("-")
