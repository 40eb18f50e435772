"""Words as inline Markdown: escaped no more than needed, with emphasis only where a reader will see it close."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.compose.document import Spans
from briefing.compose.links import is_link
from briefing.export.characters import legal
from briefing.frozen import frozen

#: What would start markup anywhere in a line. An underscore inside a word and an ampersand that begins no
#: character reference stay as they are.
_MARKUP = re.compile(r"[\\`*\[\]<|~^]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};|#?\w{0,32}$)")
#: What would make another block of a line when it stands at its start.
_AT_START = re.compile(r"(?=#{1,6}(?:\s|$)|>|-(?![^\W_])|\+(?:\s|$)|=+\s*$|:-)")
_NUMBER_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
#: An ampersand escaped for what could have followed, at the end of a line, where nothing does.
_LAST_AMPERSAND = re.compile(r"\\&(?=#?\w*$)")
#: Elements of words above and below the line, and the letters that Unicode has for them.
_NOTE = "note"
_TAGS = {"": "", "super": "sup", "sub": "sub"}
_SMALL = {
    "sup": str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
    "sub": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
_CLOSING = re.compile(r"(?:(?<=\s)|^)(#+)$")
#: Addresses that need no angle brackets around them.
_PLAIN_ADDRESS = re.compile(r"(?:[\w:/.?=%#@+,;!$'-]|&(?!#?\w+;))+")


@frozen
class _Piece:
    """Words with the address that they lead to, if any, and the element that they stand in."""

    text: str
    link: str = ""
    tag: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether its ends are what it begins and ends with."""
        return bool(self.link or self.tag)


@frozen
class _Group:
    """Pieces in one look."""

    bold: bool
    italic: bool
    pieces: tuple[_Piece, ...]

    @property
    def first(self) -> str:
        return self.pieces[0].text[0]

    @property
    def last(self) -> str:
        return self.pieces[-1].text[-1]

    def shown(self, bold: bool, italic: bool) -> _Group:
        return replace(self, bold=bold, italic=italic)


def lines(spans: Spans) -> list[str]:
    """The lines of a paragraph, to stand below one another in one block; each but the last ends with a break.

    Line breaks at the very end are left out, as nothing can follow them.
    """
    rows = _split(spans)
    while len(rows) > 1 and not rows[-1]:
        rows.pop()
    texts = [_guard(_compose(row)) for row in rows]
    return [f"{text}\\" for text in texts[:-1]] + texts[-1:]


def line(spans: Spans) -> str:
    """One line, for headings and table cells; a line break becomes a blank."""
    flat: list[_Group] = []
    for position, row in enumerate(_split(spans)):
        flat.extend([_Group(False, False, (_Piece(" "),)), *row] if position else row)
    return _CLOSING.sub(lambda match: f"{match[1][:-1]}\\#", _guard(_compose(flat)))


def _split(spans: Spans) -> list[list[_Group]]:
    """The words by line, each span a group of its own."""
    rows: list[list[_Group]] = [[]]
    for span in spans:
        link = span.link if is_link(span.link) else ""
        for position, text in enumerate(legal(span.text).split("\n")):
            if position:
                rows.append([])
            if text:
                if span.note:
                    rows[-1].append(_Group(False, False, (_Piece(text, "", _NOTE),)))
                else:
                    rows[-1].append(_Group(span.bold, span.italic, _pieces(text, link, _TAGS[span.raised])))
    return rows


def _pieces(text: str, link: str, tag: str) -> tuple[_Piece, ...]:
    """Words and their address; blanks at the ends of a link are not part of it, nor of words above the line."""
    core = text.strip() if link or tag else ""
    if not core:
        return (_Piece(text),)
    lead, trail = text[: text.index(core)], text[text.index(core) + len(core) :]
    return tuple(piece for piece in (_Piece(lead), _Piece(core, link, tag), _Piece(trail)) if piece.text)


def _guard(text: str) -> str:
    """A line made safe where it starts and ends: no other kind of block, no blank that a reader would drop."""
    text = f"\\{text}" if _AT_START.match(text) else _NUMBER_AT_START.sub(r"\1\\\2", text)
    if text and text[0].isspace():
        text = f"&#{ord(text[0])};{text[1:]}"
    if text and text[-1].isspace():
        text = f"{text[:-1]}&#{ord(text[-1])};"
    return text


def _compose(row: Sequence[_Group]) -> str:
    """A line of groups, each with what delimits its look."""
    groups = _joined(_settled(_joined(row)))
    out, before, star = "", "w", False
    for position, group in enumerate(groups):
        following = groups[position + 1] if position + 1 < len(groups) else None
        after = _kind(following.first) if following else "w"
        starred = following is not None and following.bold and not following.first.isspace()
        text, mark = _emphasise(group, before, after, star, starred)
        out, star = out + text, mark == "*"
        before = "p" if mark or group.pieces[-1].is_whole else _kind(group.last)
    out = out.replace("![", "\\![")  # an exclamation mark before a link would make a picture of it
    return _LAST_AMPERSAND.sub("&", out)


def _joined(groups: Sequence[_Group]) -> list[_Group]:
    """Neighbours in one look made one group, and their words to one address one piece."""
    joined = []
    for (bold, italic), same in groupby(groups, key=lambda group: (group.bold, group.italic)):
        pieces = groupby((piece for group in same for piece in group.pieces), key=lambda piece: (piece.link, piece.tag))
        merged = tuple(_Piece("".join(piece.text for piece in rows), *said) for said, rows in pieces)
        joined.append(_Group(bold, italic, merged))
    return joined


def _settled(groups: Sequence[_Group]) -> list[_Group]:
    """Groups of which no two that touch share bold or italic, since their marks would run into one another.

    Where two such looks meet inside a word, both take what they share.
    """
    settled: list[_Group] = []
    for group in groups:
        last = settled[-1] if settled else group
        bold, italic = last.bold and group.bold, last.italic and group.italic
        if last is not group and (bold or italic) and not last.last.isspace() and not group.first.isspace():
            settled[-1] = last.shown(bold, italic)
            settled.append(group.shown(bold, italic))
        else:
            settled.append(group)
    return settled


def _kind(character: str) -> str:
    """How the rules of emphasis see a character: ``w`` blank, ``p`` punctuation, ``a`` any other.

    Symbols (``s``) are punctuation to newer readers only (CommonMark 0.31), so they are trusted as neither.
    """
    if character.isspace():
        return "w"
    category = unicodedata.category(character)
    if category[0] == "P" or (character.isascii() and not character.isalnum()):
        return "p"
    return "s" if category[0] == "S" else "a"


def _emphasise(group: _Group, before: str, after: str, star: bool, starred: bool) -> tuple[str, str]:
    """A group between its marks, and the mark that stands at its end, if any does.

    `before` and `after` are the kinds of the characters beside it; `star` and `starred` tell whether an asterisk of
    the group before or of the one after would touch its marks.
    """
    lead, core, trail = _trim(group.pieces, before, after)
    left, right = _kind(lead[-1]) if lead else before, _kind(trail[0]) if trail else after
    free = left in "wp" and right in "wp"
    if not core or not (group.bold or group.italic) or (not free and (core[0].is_whole or core[-1].is_whole)):
        return _inline(group.pieces), ""
    touched = (star and not lead) or (starred and not trail)
    slant = ("_" if free else "" if touched else "*") if group.italic else ""
    marks = ("**" if group.bold else "") + slant
    text = f"{_escape(lead)}{marks}{_inline(core)}{marks[::-1]}{_escape(trail)}"
    return text, "" if trail or not marks else marks[0]


def _trim(pieces: tuple[_Piece, ...], before: str, after: str) -> tuple[str, tuple[_Piece, ...], str]:
    """Pieces without what marks cannot stand beside: blanks, and punctuation against a word outside."""
    first, last = pieces[0], pieces[-1]
    start = 0 if first.is_whole else _movable(first.text, before)
    lead, first = first.text[:start], replace(first, text=first.text[start:])
    if len(pieces) == 1:
        last = first
    stop = 0 if last.is_whole else _movable(last.text[::-1], after)
    trail, kept = (last.text[-stop:], last.text[:-stop]) if stop else ("", last.text)
    core = (replace(last, text=kept),) if len(pieces) == 1 else (first, *pieces[1:-1], replace(last, text=kept))
    return lead, tuple(piece for piece in core if piece.text), trail


def _movable(text: str, outside: str) -> int:
    """How many characters of `text`, from its start, belong outside of marks, given the kind of what is before it."""
    count = 0
    for character in text:
        kind = _kind(character)
        if kind == "a" or (kind in "ps" and outside in "wp"):
            break
        outside, count = kind, count + 1
    return count


def _inline(pieces: Sequence[_Piece]) -> str:
    return "".join(_link(piece) if piece.link else _raised(piece) for piece in pieces)


def _raised(piece: _Piece) -> str:
    """Words above or below the line as the letters that there are for them, else in an element of HTML."""
    if not piece.tag:
        return _escape(piece.text)
    if piece.tag == _NOTE:
        return f"[^{piece.text}]"
    small = piece.text.translate(_SMALL[piece.tag])
    plain = any(one == other for one, other in zip(piece.text, small, strict=True))
    return f"<{piece.tag}>{_escape(piece.text)}</{piece.tag}>" if plain else small


def _link(piece: _Piece) -> str:
    address = piece.link
    if not _PLAIN_ADDRESS.fullmatch(address):
        kept = re.sub(r"[\s|<>\\]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), legal(address))
        address = f"<{kept.replace('&', '&amp;')}>"
    return f"[{_raised(piece)}]({address})"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
