"""A letterhead made ready for writing: what no document changes is taken over, cleaned and deflated once."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import lru_cache

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part, XmlPart
from docx.opc.rel import _Relationship
from lxml import etree

from briefing.export.docx.archive import Entry, pack
from briefing.export.docx.cleaning import clean, clean_section, clean_settings, set_language
from briefing.export.docx.furniture import Template, make_template
from briefing.export.docx.lists import DECLARATION, list_of_style, read_lists
from briefing.export.docx.looks import Looks, make_looks
from briefing.export.docx.notes import with_note_style
from briefing.export.docx.relationships import Target, package_relationships, relationships
from briefing.frozen import frozen
from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.model import Letterhead
from briefing.letterhead.names import OFFICE, WORD, WORD_DRAWING, attribute, word
from briefing.letterhead.reader import read

CORE, NUMBERING = "docProps/core.xml", "word/numbering.xml"

#: The kinds of part that a letterhead gives to a document. All else stays behind: comments, notes, custom data.
_TAKEN = frozenset(("styles", "settings", "fontTable", "theme", "header", "footer", "image", "font"))
_FURNITURE = frozenset(("header", "footer"))
#: What the library raises for packages that lack a part or its type, or hold one that is damaged or of another kind.
_UNSOUND = (PackageNotFoundError, etree.LxmlError, KeyError, ValueError, AttributeError, TypeError)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_KINDS = {"paragraph": WD_STYLE_TYPE.PARAGRAPH, "character": WD_STYLE_TYPE.CHARACTER, "table": WD_STYLE_TYPE.TABLE}


@frozen(eq=False)
class Frame:
    """What stands around a body: entries that are the same in each file, and what is made anew when it varies.

    `types` are the content types of all parts of the letterhead; `head` and `tail` the part `main` before and after the
    body, `targets` what it leads to without links and charts; `drawings` are the numbers that its drawings have.
    `settings` are name and bytes of those parts: one, or none where the letterhead has none.
    """

    letterhead: Letterhead
    looks: Looks
    types: Mapping[str, str]
    entries: tuple[Entry, ...]
    main: str
    head: str
    tail: str
    targets: tuple[Target, ...]
    furniture: tuple[Template, ...]
    drawings: frozenset[str]
    settings: tuple[tuple[str, bytes], ...]


@lru_cache(maxsize=16)
def make_frame(letterhead: bytes, language: str) -> Frame:
    """The frame of a letterhead in a language, kept for the documents that follow; LetterheadError as `read`."""
    values = read(letterhead)
    try:
        return _frame(letterhead, values, language)
    except _UNSOUND as error:
        reason = str(error.args[0] if error.args else error).rstrip(".")
        raise LetterheadError(f"The letterhead is not a sound .docx file: {reason}.") from error


def _frame(letterhead: bytes, values: Letterhead, language: str) -> Frame:
    source = docx.Document(io.BytesIO(letterhead))
    main, section = source.part, clean_section(source.element.body.sectPr)
    rows = _kept(main, frozenset(value for key, value in _references(section)))
    parts = dict(_reached(rows))
    head, tail = _main_part(section)
    types = {_name(main): main.content_type, CORE: _CORE_TYPE, NUMBERING: _NUMBERING_TYPE}
    types |= {name: part.content_type for name, (_, part) in parts.items()}
    texts = [package_relationships(_name(main), CORE)]
    texts.extend(relationships(name, _targets(_kept(part))) for name, (_, part) in parts.items() if _kept(part))
    blobs = {
        kind: [(name, _blob(kind, part, language, values)) for name, (its, part) in parts.items() if its == kind]
        for kind in _TAKEN - _FURNITURE
    }
    settings = tuple(blobs.pop("settings"))
    fixed = sorted(row for rows_of in blobs.values() for row in rows_of)
    entries = [*(pack(name, text.encode()) for name, text in texts), *(pack(name, data) for name, data in fixed)]
    return Frame(
        letterhead=values,
        looks=_looks(source, values),
        types=types,
        entries=tuple(entries),
        main=_name(main),
        head=head,
        tail=tail,
        targets=(*_targets(rows), Target("lists", f"{OFFICE}/numbering", NUMBERING)),
        furniture=tuple(_template(name, part) for name, (kind, part) in parts.items() if kind in _FURNITURE),
        settings=settings,
        drawings=frozenset(name for _, part in parts.values() for name in _drawings(part)),
    )


def _drawings(part: Part) -> Iterator[str]:
    """The numbers of the drawings in a part: no two of a file may share one."""
    if isinstance(part, XmlPart):
        yield from (str(row.get("id")) for row in part.element.iter(f"{{{WORD_DRAWING}}}docPr"))


def _name(part: Part) -> str:
    return str(part.partname).lstrip("/")


def _word(relationship: _Relationship) -> str:
    """The last word of a relationship's type, by which kinds are told apart."""
    return str(relationship.reltype).rsplit("/", 1)[-1]


def _references(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The relationship ids that an element and what is inside it name."""
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if str(key).startswith(f"{{{OFFICE}}}"):
                yield str(key), str(value)


def _kept(part: Part, named: frozenset[str] | None = None) -> list[_Relationship]:
    """The relationships of a part that go with it; of headers and footers those that the page setup has `named`."""
    rows = []
    for row in part.rels.values():
        kind = _word(row)
        wanted = kind == "hyperlink" if row.is_external else kind in _TAKEN
        if wanted and (kind not in _FURNITURE or named is None or row.rId in named):
            rows.append(row)
    return rows


def _reached(rows: list[_Relationship]) -> Iterator[tuple[str, tuple[str, Part]]]:
    """The parts that relationships lead to, each with its name and the kind that it is to the part before it."""
    for row in rows:
        if not row.is_external:
            yield _name(row.target_part), (_word(row), row.target_part)
            yield from _reached(_kept(row.target_part))


def _targets(rows: list[_Relationship]) -> tuple[Target, ...]:
    return tuple(
        Target(row.rId, row.reltype, row.target_ref, True)
        if row.is_external
        else Target(row.rId, row.reltype, _name(row.target_part))
        for row in rows
    )


def _blob(kind: str, part: Part, language: str, values: Letterhead) -> bytes:
    """The bytes of a part as they go into each file."""
    if kind == "styles" and isinstance(part, XmlPart):
        return _serialize(set_language(with_note_style(clean(part.element), values), language))
    if kind == "settings" and isinstance(part, XmlPart):
        return _serialize(clean_settings(part.element, language))
    return part.blob


def _serialize(root: etree._Element) -> bytes:
    return (DECLARATION + etree.tostring(root, encoding="unicode")).encode()


def _template(name: str, part: Part) -> Template:
    if not isinstance(part, XmlPart):
        raise LetterheadError(f"The part {name} of the letterhead is not a header or footer.")
    template = make_template(name, part.element)
    if missing := {value for _, value in _references(part.element)} - {row.rId for row in _kept(part)}:
        raise LetterheadError(f"The part {name} of the letterhead holds what cannot travel with it ({min(missing)}).")
    return template


def _main_part(section: etree._Element) -> tuple[str, str]:
    """The main part before and after its body, which ends with the page setup."""
    body = f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>'
    return DECLARATION + body, f"{etree.tostring(section, encoding='unicode')}</w:body></w:document>"


def _looks(source: WordDocument, values: Letterhead) -> Looks:
    styles = {(style.type, (style.name or "").lower()): style.style_id for style in source.styles}
    elements = {attribute(row, "styleId") or "": row for row in source.styles.element.iterfind(word("style"))}

    def find(kind: str, name: str) -> str:
        return str(styles.get((_KINDS[kind], name), ""))

    def listed(name: str) -> str:
        return list_of_style(elements.get(find("paragraph", name)), elements.get)

    numbering = next((row.target_part for row in source.part.rels.values() if _word(row) == "numbering"), None)
    root = numbering.element if isinstance(numbering, XmlPart) else None
    lists = read_lists(None if root is None else clean(root), listed("list bullet"), listed("list number"))
    return make_looks(find, lists, values)
