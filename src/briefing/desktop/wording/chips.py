"""A paragraph in a text document: words as letters, each live value as one object that cannot be broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from briefing.compose.document import Raised, Span, Spans
from briefing.desktop.parts.prose_document import char_format, is_bold
from briefing.frozen import frozen
from briefing.page.text import measure

#: What stands for a value in the document: one letter, so one step for the cursor and gone with one Backspace.
MARK = "\N{OBJECT REPLACEMENT CHARACTER}"

_LINE_BREAK = "\u2028"
_LEVELS: Mapping[Raised, QTextCharFormat.VerticalAlignment] = {
    "": QTextCharFormat.VerticalAlignment.AlignNormal,
    "super": QTextCharFormat.VerticalAlignment.AlignSuperScript,
    "sub": QTextCharFormat.VerticalAlignment.AlignSubScript,
}
_KIND = QTextFormat.ObjectTypes.UserObject.value
_NUMBER, _LINK = (QTextFormat.Property.UserProperty.value + at for at in range(2))


@frozen
class Stop:
    """A span and where it stands: from `start` in the text document, from `at` on the page, both in UTF-16 units."""

    span: Span
    start: int
    length: int
    at: int
    size: int

    @property
    def is_value(self) -> bool:
        return bool(self.span.paths)


class Chips:
    """Writes spans into a text document and reads them out again; keeps the values that stand in it as objects."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._values: list[Span] = []

    def fill(self, spans: Spans) -> None:
        """Make the document these spans; that is not undone."""
        self._document.setUndoRedoEnabled(False)
        self._document.clear()
        self.insert(QTextCursor(self._document), spans)
        self._document.setUndoRedoEnabled(True)

    def insert(self, cursor: QTextCursor, spans: Spans) -> None:
        """Put spans in where the cursor stands, as one step of undo."""
        cursor.beginEditBlock()
        for span in spans:
            if span.paths:
                cursor.insertText(MARK, self._value_format(span))
            else:
                text = span.text.replace("\n", _LINE_BREAK)  # a newline would begin another paragraph
                cursor.insertText(text, _words_format(span))
        cursor.endEditBlock()

    def read(self, start: int = 0, end: int | None = None) -> Spans:
        """The spans of the document, or of a part of it."""
        found: list[Span] = []
        for at, letter, format in self._letters():
            if at < start or (end is not None and at >= end):
                continue
            value = self._value(letter, format)
            if value is not None:
                found.append(replace(value, bold=is_bold(format), italic=format.fontItalic()))
                continue
            look = is_bold(format), format.fontItalic(), _link_of(format)
            own = Span(letter, (), *look, raised=_raised_of(format))
            if found and replace(found[-1], text=letter) == own:
                found[-1] = replace(own, text=found[-1].text + letter)
            else:
                found.append(own)
        return tuple(found)

    def read_all(self) -> tuple[Spans, tuple[Stop, ...]]:
        """All spans, with what an input method is composing at the caret, and where they stand."""
        layout = self._document.firstBlock().layout()
        composing = layout.preeditAreaText()
        if not composing:
            spans = self.read()
            return spans, self._stops(spans)
        at, span = layout.preeditAreaPosition(), Span(composing)
        spans = (*self.read(0, at), span, *self.read(at))
        return spans, self._stops(spans, span)

    def _stops(self, spans: Spans, composing: Span | None = None) -> tuple[Stop, ...]:
        """Where spans stand in the document and on the page; `composing` stands on the page only, as yet."""
        stops: list[Stop] = []
        start = at = 0
        for span in spans:
            size = measure(span.text)
            length = 0 if span is composing else 1 if span.paths else size
            stops.append(Stop(span, start, length, at, size))
            start, at = start + length, at + size
        return tuple(stops)

    def value_at(self, position: int) -> Span | None:
        """The value that stands as the letter at `position`."""
        found = self.read(position, position + 1)
        return found[0] if found and found[0].paths else None

    def _letters(self) -> Iterator[tuple[int, str, QTextCharFormat]]:
        part = self._document.firstBlock().begin()
        while not part.atEnd():
            fragment = part.fragment()
            at, format = fragment.position(), fragment.charFormat()
            for letter in fragment.text().replace(_LINE_BREAK, "\n"):
                yield at, letter, format
                at += measure(letter)
            part += 1

    def _value_format(self, span: Span) -> QTextCharFormat:
        format = char_format(bold=span.bold, italic=span.italic)
        format.setObjectType(_KIND)
        format.setProperty(_NUMBER, len(self._values))
        self._values.append(span)
        return format

    def _value(self, letter: str, format: QTextCharFormat) -> Span | None:
        if letter != MARK or format.objectType() != _KIND:
            return None
        return self._values[int(format.property(_NUMBER))]


def _words_format(span: Span) -> QTextCharFormat:
    format = char_format(bold=span.bold, italic=span.italic)
    format.setVerticalAlignment(_LEVELS[span.raised])
    if span.link:
        format.setProperty(_LINK, span.link)
    return format


def _raised_of(format: QTextCharFormat) -> Raised:
    """Where letters of this format stand to their line."""
    return next((raised for raised, level in _LEVELS.items() if level == format.verticalAlignment()), "")


def _link_of(format: QTextCharFormat) -> str:
    """The address that letters of this format lead to."""
    return str(format.property(_LINK) or "")


def beyond_link(cursor: QTextCursor) -> QTextCharFormat | None:
    """The format of what is typed at the end of a link, which is no part of it; None anywhere else."""
    format = cursor.charFormat()
    link = _link_of(format)
    if not link or cursor.hasSelection():
        return None
    after = QTextCursor(cursor)
    after.movePosition(QTextCursor.MoveOperation.NextCharacter)
    if not cursor.atBlockStart() and after.position() > cursor.position() and _link_of(after.charFormat()) == link:
        return None
    format.clearProperty(_LINK)
    return format


def to_page(stops: tuple[Stop, ...], position: int) -> int:
    """A position of the text document on the page."""
    for stop in stops:
        if position < stop.start + stop.length:
            return stop.at if stop.is_value else stop.at + position - stop.start
    return stops[-1].at + stops[-1].size if stops else 0


def to_document(stops: tuple[Stop, ...], at: int) -> int:
    """A position of the page in the text document; inside a value, the nearer of its sides."""
    for stop in stops:
        if at < stop.at + stop.size:
            if stop.is_value:
                return stop.start + (2 * (at - stop.at) > stop.size)
            return stop.start + at - stop.at
    return stops[-1].start + stops[-1].length if stops else 0
