"""What is marked on a page, and how: by the field in focus, by findings, by the pointer, by wording by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from briefing.compose.document import Span
from briefing.desktop.tokens import PAPER
from briefing.dossier.paths import covers
from briefing.frozen import frozen
from briefing.page.cache import Cache
from briefing.page.marks import NO_WORDS, Bar, MarkColors, Marks, WordingKind, WordMarks, bars_of
from briefing.page.pages import Page, Where, gaps, rects, span_rects
from briefing.page.words import Stretch, rects_of

Voice = Literal["wrong", "look"]

#: Pages whose marks are kept; a few more than can be in view.
PAGES_KEPT = 32


@frozen
class FindingMark:
    """A finding on the page: a dotted line under the words of `path`, `sentence` in their tooltip."""

    path: str
    voice: Voice
    sentence: str = ""


def mark_colors() -> MarkColors:
    return MarkColors(
        lit=QColor(PAPER.lit),
        lit_line=QColor(PAPER.lit_line),
        gap=QColor(PAPER.gap),
        gap_ink=QColor(PAPER.gap_text),
        wrong=QColor(PAPER.wrong_line),
        look=QColor(PAPER.look_line),
        pointed=QColor(PAPER.secondary),
        yours=QColor(PAPER.lit_line),
        left_out=QColor(PAPER.secondary),
        found=QColor(PAPER.found),
        found_now=QColor(PAPER.found_now),
        chosen=QColor(PAPER.chosen),
    )


@frozen
class WordingMarks:
    """What was done by hand, by block; `left_out` by the block after which it would stand, "" for before all."""

    kinds: Mapping[str, WordingKind] = field(default_factory=dict)
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class PageMarks:
    """Marks page by page, found once for each page as long as neither it nor what is marked changes."""

    def __init__(self) -> None:
        self._lit: str | None = None
        self._findings: tuple[FindingMark, ...] = ()
        self._pointed: tuple[Page, Span] | None = None
        self._voices: dict[str, frozenset[str]] = {}
        self._wording = WordingMarks()
        self._kept = Cache(PAGES_KEPT)
        self._hits: tuple[Stretch, ...] = ()
        self._hit: Stretch | None = None
        self.chosen: Stretch | None = None  # the words that a reader has chosen

    def choose(self, stretch: Stretch | None) -> bool:
        """Show these words as chosen, and no others; whether that is another stretch than before."""
        changed, self.chosen = stretch != self.chosen, stretch
        return changed

    def set_hits(self, hits: tuple[Stretch, ...], now: Stretch | None) -> bool:
        """Show words as found, `now` the one in view; whether that is anything else than before."""
        changed = (hits, now) != (self._hits, self._hit)
        self._hits, self._hit = hits, now
        return changed

    def ticked(self) -> list[tuple[Where, str]]:
        """What a scroll bar shows: tests of paths or a path, each with its colour, what is lit on top."""
        voices: tuple[tuple[Voice, str], ...] = (("look", PAPER.look_line), ("wrong", PAPER.wrong_line))
        said = {voice for mark in self._findings for voice in (mark.voice,)}
        found: list[tuple[Where, str]] = [
            (partial(self._has_voice, voice), color) for voice, color in voices if voice in said
        ]
        return [*found, (self._lit, PAPER.lit_line)] if self._lit else found

    def _has_voice(self, voice: Voice, path: str) -> bool:
        return voice in self._voices_of(path)

    def words(self, page: Page, number: int) -> WordMarks:
        """What is found and chosen on the page of that number."""
        if not self._hits and self.chosen is None:
            return NO_WORDS
        hits = [each for each in self._hits if each.start.page <= number <= each.end.page]
        return WordMarks(
            found=tuple(rect for each in hits if each != self._hit for rect in rects_of(page, number, each)),
            now=tuple(rects_of(page, number, self._hit)) if self._hit in hits and self._hit is not None else (),
            chosen=tuple(rects_of(page, number, self.chosen)) if self.chosen is not None else (),
        )

    @property
    def lit(self) -> str | None:
        """The path whose words are lit."""
        return self._lit

    def light(self, path: str | None) -> bool:
        """Light the words of a field; whether that is another than before."""
        if path == self._lit:
            return False
        self._lit = path
        self._kept = Cache(PAGES_KEPT)
        return True

    def set_findings(self, findings: Iterable[FindingMark]) -> bool:
        """Underline the words of these findings and no others; whether that changes anything."""
        findings = tuple(findings)
        if findings == self._findings:
            return False
        self._findings = findings
        self._voices = {}
        self._kept = Cache(PAGES_KEPT)
        return True

    def set_wording(self, wording: WordingMarks) -> bool:
        """Mark what was done by hand; whether that is anything else than before."""
        if wording == self._wording:
            return False
        self._wording = wording
        self._kept = Cache(PAGES_KEPT)
        return True

    def bar_at(self, page: Page, x: float, y: float) -> Bar | None:
        """The mark of wording by hand at a point of a page, in points."""
        return next((bar for bar in self.of(page).bars if bar.reach.contains(x, y)), None)

    def point(self, page: Page | None, span: Span | None) -> bool:
        """Underline the one word under the pointer; whether that is another than before."""
        pointed = (page, span) if page is not None and span is not None else None
        old = self._pointed
        if pointed is old or (pointed and old and pointed[0] is old[0] and pointed[1] is old[1]):
            return False
        self._pointed = pointed
        return True

    def of(self, page: Page) -> Marks:
        """All marks of a page."""
        marks = self._kept.get(_Same(page), lambda: self._find(page))
        if self._pointed is not None and self._pointed[0] is page:
            pointed = tuple(span_rects(page, self._pointed[1]))
            return replace(marks, pointed=pointed)
        return marks

    def sentences(self, paths: Iterable[str]) -> list[str]:
        """What findings say of these fields."""
        wanted = tuple(paths)
        found = (mark.sentence for mark in self._findings if any(covers(mark.path, path) for path in wanted))
        return list(dict.fromkeys(filter(None, found)))

    def _find(self, page: Page) -> Marks:
        return Marks(
            lit=tuple(rects(page, self._lit)) if self._lit else (),
            gaps=tuple(gaps(page)),
            wrong=tuple(rects(page, lambda path: "wrong" in self._voices_of(path))) if self._findings else (),
            look=tuple(rects(page, lambda path: "look" in self._voices_of(path))) if self._findings else (),
            bars=bars_of(page, self._wording.kinds, self._wording.left_out),
        )

    def _voices_of(self, path: str) -> frozenset[str]:
        voices = self._voices.get(path)
        if voices is None:
            voices = frozenset(mark.voice for mark in self._findings if covers(mark.path, path))
            self._voices[path] = voices
        return voices


class _Same:
    """A key that is the very page, so that keeping it compares no boxes."""

    __slots__ = ("page",)

    def __init__(self, page: Page) -> None:
        self.page = page

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.page is self.page

    def __hash__(self) -> int:
        return id(self.page)


def bar_words(bar: Bar) -> str:
    """What a bar in the margin says."""
    words = {
        "yours": QCoreApplication.translate("PageView", "Your wording"),
        "changed": QCoreApplication.translate("PageView", "The facts changed under your wording"),
        "inserted": QCoreApplication.translate("PageView", "Your own paragraph"),
        "moved": QCoreApplication.translate("PageView", "Moved by you"),
        "left_out": QCoreApplication.translate("PageView", "Left out"),
    }
    return words[bar.kind]
