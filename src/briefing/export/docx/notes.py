"""Footnotes: the part that holds them, with the lines that part them from the text (ISO/IEC 29500-1, 17.11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from briefing.compose.direction import has_right, reads_from_right, stretches
from briefing.compose.document import Span, Spans
from briefing.compose.notes_look import NOTE_AFTER, NOTE_TEXT_STYLE, SEPARATOR, note_size
from briefing.export.docx.archive import pack
from briefing.export.docx.drawings import Parts
from briefing.export.docx.looks import NOTE_STYLE_ID, Looks
from briefing.export.docx.relationships import Target
from briefing.export.docx.text import RAISED, RUNS, escape, words
from briefing.letterhead.model import Letterhead
from briefing.letterhead.names import OFFICE, WORD, word

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACING = f'<w:spacing w:before="0" w:after="0" w:line="{round(20 * SEPARATOR)}" w:lineRule="exact"/>'


def notes_part(notes: Sequence[Spans], looks: Looks, folder: str) -> Parts:
    """The part of footnotes numbered from 1, in the folder of the main part."""
    name = f"{folder}footnotes.xml"
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>{_SPACING}</w:pPr>'
        f"<w:r><w:{element}/></w:r></w:p></w:footnote>"
        for number, kind, element in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    said = "".join(
        f'<w:footnote w:id="{number}">{_note(spans, looks)}</w:footnote>' for number, spans in enumerate(notes, 1)
    )
    data = f'{_DECLARATION}<w:footnotes xmlns:w="{WORD}" xmlns:r="{OFFICE}">{lines}{said}</w:footnotes>'
    return Parts((pack(name, data.encode()),), ((name, _TYPE),), (Target("footnotes", f"{OFFICE}/footnotes", name),))


def with_separators(settings: bytes) -> bytes:
    """The settings of a file with footnotes: they name the lines over them, else Word draws its own (17.11.9)."""
    root = etree.fromstring(settings)
    compat = root.find(word("compat"))
    assert compat is not None  # the frame sees to it
    rows = "".join(f'<w:footnote w:id="{number}"/>' for number in (-1, 0))
    compat.addprevious(etree.fromstring(f'<w:footnotePr xmlns:w="{WORD}">{rows}</w:footnotePr>'))
    return (_DECLARATION + etree.tostring(root, encoding="unicode")).encode()


def _note(spans: Spans, looks: Looks) -> str:
    turned = "<w:bidi/>" if reads_from_right("".join(span.text for span in spans)) else ""
    mark = f"<w:r><w:rPr>{RAISED['super']}</w:rPr><w:footnoteRef/></w:r>"
    return f"<w:p><w:pPr>{looks.note_style}{turned}</w:pPr>{mark}{''.join(_runs((Span(' '), *spans)))}</w:p>"


def _runs(spans: Spans) -> Iterator[str]:
    for span in spans:
        for text, right in stretches(span.text) if has_right(span.text) else [(span.text, False)]:
            look = _look(span, right=right)
            yield f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words(text)}</w:r>"


def _look(span: Span, *, right: bool) -> str:
    return f"{RUNS[span.bold, span.italic]}{RAISED[span.raised]}{'<w:rtl/>' if right else ''}"


def with_note_style(styles: etree._Element, letterhead: Letterhead) -> etree._Element:
    """The styles with one for footnotes: the letterhead's own, else its text, four fifths as large.

    A style, and no sizes of runs: LibreOffice takes the look of a note's number from its paragraph's style alone.
    """
    names = {str(row.get(word("val"))).lower() for row in styles.iter(word("name"))}
    if NOTE_TEXT_STYLE in names:
        return styles
    based = next((row for row in styles.iter(word("style")) if _named(row) == "body text"), None)
    parent = f'<w:basedOn w:val="{escape(str(based.get(word("styleId"))))}"/>' if based is not None else ""
    half, after = round(2 * note_size(letterhead.style("Body Text").face.size)), round(20 * NOTE_AFTER)
    styles.append(
        etree.fromstring(
            f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:styleId="{NOTE_STYLE_ID}">'
            f'<w:name w:val="{NOTE_TEXT_STYLE}"/>{parent}<w:pPr>'
            f'<w:spacing w:before="0" w:after="{after}" w:line="240" w:lineRule="auto"/></w:pPr>'
            f'<w:rPr><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
        )
    )
    return styles


def _named(style: etree._Element) -> str:
    name = style.find(word("name"))
    return str(name.get(word("val"))).lower() if name is not None else ""
