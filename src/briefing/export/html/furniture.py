"""Header and footer of a letterhead on a web page, and on its prints."""

from __future__ import annotations

from base64 import b64encode

from briefing.compose.document import Document
from briefing.export.html.words import attribute, words
from briefing.letterhead.model import FurnitureLine, Letterhead, Picture, Piece

_COUNTERS = {"PAGE": "counter(page)", "NUMPAGES": "counter(pages)"}


def sides(line: FurnitureLine) -> list[list[Piece]]:
    """The pieces of a line by the stretch between its tabs."""
    stretches: list[list[Piece]] = [[]]
    for piece in line.pieces:
        if piece.kind == "tab":
            stretches.append([])
        else:
            stretches[-1].append(piece)
    return stretches


def page_header(document: Document, letterhead: Letterhead) -> str:
    """The header of the first page, its lines' stretches apart as tabs set them; page numbers belong to prints."""
    lines = letterhead.first_header.lines
    if not lines:
        return ""
    rows = (f'<div class="letterhead-{n}">{_line(line, document, n)}</div>\n' for n, line in enumerate(lines))
    return f"<header>\n{''.join(rows)}</header>\n"


def _line(line: FurnitureLine, document: Document, number: int) -> str:
    stretches = (
        "".join(
            f'<span class="letterhead-{number}-{position}-{place}">{_piece(piece, document)}</span>'
            for place, piece in enumerate(stretch)
        )
        for position, stretch in enumerate(sides(line))
    )
    return "".join(map(_picture, line.pictures)) + "".join(f"<span>{stretch}</span>" for stretch in stretches)


def _piece(piece: Piece, document: Document) -> str:
    if piece.kind == "value":
        return words(document.furniture.get(piece.text, ()))
    return attribute(piece.text) if piece.kind == "text" else ""


def _picture(picture: Picture) -> str:
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg" if picture.data.startswith(b"\xff\xd8") else ""
    if not kind:  # a browser shows no other kind that letterheads hold
        return ""
    return (
        f'<img alt="{attribute(picture.description)}" src="data:image/{kind};base64,{b64encode(picture.data).decode()}"'
        f' style="left:{picture.x:g}pt;top:{picture.y:g}pt;width:{picture.width:g}pt;height:{picture.height:g}pt">'
    )


def printed(line: FurnitureLine, document: Document) -> list[str]:
    """Each stretch of a line as the content of a box in the margin of a print (CSS Paged Media, section 6)."""
    return [" ".join(_content(piece, document) for piece in stretch) for stretch in sides(line)]


def _content(piece: Piece, document: Document) -> str:
    if piece.kind == "field":
        return _COUNTERS.get(piece.text, '""')
    spans = document.furniture.get(piece.text, ())
    return quoted("".join(span.text for span in spans) if piece.kind == "value" else piece.text)


def quoted(text: str) -> str:
    """Text as a string of CSS; every character that could end it, or the style element, is written by its number."""
    return '"' + "".join(c if c.isalnum() or c in " .,:;-/·–" else f"\\{ord(c):x} " for c in text) + '"'
