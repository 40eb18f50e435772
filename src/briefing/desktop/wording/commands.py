"""What a person does to the paragraphs of the document in view, each an edit of the dossier that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from briefing.compose.document import Block, Document, Paragraph, Spans
from briefing.compose.wording import anchor, apply, pieces_of, section_end, settle
from briefing.desktop.preview import Preview
from briefing.desktop.session import Session
from briefing.dossier import wording
from briefing.dossier.model import Dossier

#: Headings by their level; a heading takes its section with it.
_LEVELS = {"heading1": 1, "heading2": 2, "heading3": 3}

#: Takes a dossier, the id of a document type and the code of a language.
_Change = Callable[[Dossier, str, str], Dossier]


class Commands:
    """Edits the wording of the document that the preview shows; without a document it does nothing."""

    def __init__(self, session: Session, preview: Preview) -> None:
        self._session, self._preview = session, preview

    @property
    def label(self) -> str:
        """What the menu calls these edits."""
        return QCoreApplication.translate("Wording", "Wording")

    def document(self) -> Document | None:
        return self._preview.document

    def paragraph(self, block: str) -> Paragraph | None:
        found = self._block(block)
        return found if isinstance(found, Paragraph) else None

    def reword(self, block: str, spans: Spans) -> None:
        """Give a block the person's words. Words as composed are no rewording."""
        base = self._composed(block)
        self._edit(lambda d, pack, language: wording.reword(d, pack, language, block, pieces_of(spans), base))

    def insert(self, after: str, spans: Spans) -> str:
        """Put a paragraph of the person's own behind a block ("": before all); its block id."""
        made: list[str] = []
        anchored = self._composed(after)

        def change(dossier: Dossier, pack: str, language: str) -> Dossier:
            new, block = wording.insert(dossier, pack, language, after, pieces_of(spans), anchor=anchored)
            made.append(block)
            return new

        self._edit(change)
        return made[0] if made else ""

    def leave_out(self, block: str) -> None:
        base = self._composed(block)
        self._edit(lambda d, pack, language: wording.leave_out(d, pack, language, block, base))

    def restore(self, block: str) -> None:
        """As composed again, in its words and its place."""
        self._edit(lambda d, pack, language: wording.restore(d, pack, language, block))

    def asleep(self) -> list[tuple[str, str]]:
        """The paragraphs that the person rewrote and that are not there now: their blocks and their words."""
        document, pack = self.document(), self._preview.pack
        if document is None or pack is None or not document.asleep:
            return []
        layer = wording.wording_of(self._session.dossier, pack.id, self._preview.language)
        away = [each for each in layer.rewordings if each.block in document.asleep and not each.left_out]
        return [(each.block, "".join(piece.text for piece in each.pieces)) for each in away]

    def forget(self, block: str) -> None:
        """Remove what the person wrote for a block that is not there now."""
        pack, language = self._preview.pack, self._preview.language
        if pack is not None:
            # By the id that the layer has: another block may have it by now, and is left alone.
            self._session.edit(lambda d: wording.restore(d, pack.id, language, block), self.label)

    def keep_mine(self, block: str) -> None:
        """The person's words hold for the facts as they now are."""
        base = self._composed(block)
        self._edit(lambda d, pack, language: wording.accept_facts(d, pack, language, block, base))

    def move(self, block: str, way: int) -> bool:
        """Move a block, a heading with its section, one place up (-1) or down (1); whether there was one."""
        document = self.document()
        after = _place(document.blocks, block, way) if document is not None else None
        if after is None:
            return False
        base, anchored = self._composed(block), self._composed(after)

        def change(dossier: Dossier, pack: str, language: str) -> Dossier:
            moved = wording.move(dossier, pack, language, block, after, composed=base, anchor=anchored)
            never = wording.unmove(dossier, pack, language, block)
            # Back where it would stand it was never moved; one that was not moved yet cannot be.
            back = never is not dossier and self._order(moved, pack, language) == self._order(never, pack, language)
            return never if back else moved

        self._edit(change)
        return True

    def _order(self, dossier: Dossier, pack: str, language: str) -> list[str]:
        plain = self._preview.as_composed(dossier)
        layer = wording.wording_of(dossier, pack, language)
        return [block.id for block in apply(plain, layer).blocks] if plain is not None else []

    def can_move(self, block: str, way: int) -> bool:
        document = self.document()
        return document is not None and _place(document.blocks, block, way) is not None

    def is_heading(self, block: str) -> bool:
        found = self._block(block)
        return found is not None and _level(found) > 0

    def before(self, block: str) -> str:
        """The block above another one; empty when there is none."""
        document = self.document()
        names = [each.id for each in document.blocks] if document is not None else []
        at = names.index(block) if block in names else 0
        return names[at - 1] if at else ""

    def _block(self, block: str) -> Block | None:
        document = self.document()
        blocks = document.blocks if document is not None else ()
        return next((each for each in blocks if each.id == block), None)

    def _composed(self, block: str) -> wording.Pieces:
        document = self.document()
        return anchor(document, block) if document is not None and block else ()

    def _edit(self, change: _Change) -> None:
        document, pack, language = self.document(), self._preview.pack, self._preview.language
        if document is not None and pack is not None:
            self._session.edit(lambda d: change(settle(d, language, document), pack.id, language), self.label)


def _place(blocks: tuple[Block, ...], block: str, way: int) -> str | None:
    """After which block another one stands when it moves one place; none when it cannot."""
    names = [each.id for each in blocks]
    if block not in names:
        return None
    start = names.index(block)
    level = _level(blocks[start])
    stop = section_end(blocks, start)
    if way > 0:
        if stop == len(blocks) or (level and _level(blocks[stop]) != level):
            return None
        return names[section_end(blocks, stop) - 1] if level else names[stop]
    if start == 0:
        return None
    to = start - 1
    if level:
        while to >= 0 and not 0 < _level(blocks[to]) <= level:
            to -= 1
        if to < 0 or _level(blocks[to]) != level:
            return None
    return names[to - 1] if to else ""


def _level(block: Block) -> int:
    return _LEVELS.get(block.role, 0) if isinstance(block, Paragraph) else 0
