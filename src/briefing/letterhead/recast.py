"""A letterhead recast for another way of reading: other paper, larger letters, a wide margin. Still a ``.docx``.

The house's own file is taken and its measures are changed, so that the page, the PDF and the Word file of a reading
copy all come from one letterhead, as they do for the document itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from briefing.frozen import frozen
from briefing.letterhead.furniture import MARKER
from briefing.letterhead.model import PageSetup
from briefing.letterhead.names import DRAWING, WORD_DRAWING, attribute, measure, value, word
from briefing.letterhead.package import Package, open_package
from briefing.letterhead.reader import page_of

#: Points of the hanging indent that paragraph numbers stand in.
NUMBER_INDENT = 26.0
#: Points that a clearance copy keeps free at the outer side for remarks.
REMARKS = 150.0
#: Twentieths of a point, in which WordprocessingML measures.
_TWIPS = 20
_INDENTS = ("left", "start", "right", "end", "firstLine", "hanging")
#: Styles, by name in lower case, whose paragraphs are numbered; with them go those that stand under them.
_NUMBERED = ("body text", "lead")
_UNDER = ("quote", "list bullet", "list number", "list continue")


@frozen
class Recasting:
    """What a letterhead is to become. Lengths in points; `scale` is that of letters and of the white around them,
    `around` that of header and footer, whose lines have less room to grow.

    `width` and `height` of the paper, 0 where it stays; margins shrink with it. `remarks` is kept free at the right.
    `numbers` makes room for paragraph numbers; `line` (``{clearance}``) is added under each footer.
    """

    width: float = 0.0
    height: float = 0.0
    scale: float = 1.0
    around: float = 1.0
    remarks: float = 0.0
    numbers: bool = False
    line: str = ""


def recast(source: bytes, how: Recasting) -> bytes:
    """The letterhead in these bytes, recast; LetterheadError where it cannot be read."""
    package = open_package(source)
    main = package.main()
    page = page_of(package, main)
    made = _page(page, how)
    around = [row.target for row in package.relationships(main).values() if row.kind in ("header", "footer")]
    roots = {name: package.xml(name) for name in _texts(package, main, around)}
    _set_page(roots[main], page, made)
    outer = _styles_of(roots[name] for name in around)
    for name, root in roots.items():
        if name in around:
            _scale(root, how.around)
            _scale_pictures(root, how.around)
            _fit_tabs(root.iter(word("tabs")), page.text_width, made.text_width)
            if how.line and root.tag == word("ftr"):
                _add_line(root, how.line)
        elif name != main:
            _scale_part(root, how, outer, page, made)
    changed = {name: etree.tostring(root, encoding="UTF-8", standalone=True) for name, root in roots.items()}
    return _packed({**package.parts, **changed})


def _texts(package: Package, main: str, around: list[str]) -> list[str]:
    """The parts that hold measures: the document, its styles and lists, headers and footers."""
    found = [main, package.first("styles", main), package.first("numbering", main), *around]
    return list(dict.fromkeys(name for name in found if name))


def _page(page: PageSetup, how: Recasting) -> PageSetup:
    """The page as it is to be: on smaller paper its margins are smaller in proportion."""
    width, height = how.width or page.width, how.height or page.height
    part = min(width / page.width, height / page.height, 1.0)
    return PageSetup(
        width=width, height=height, left=page.left * part, right=max(page.right * part, how.remarks),
        top=page.top * part, bottom=page.bottom * part, header=page.header * part, footer=page.footer * part,
    )  # fmt: skip


def _set_page(root: etree._Element, page: PageSetup, made: PageSetup) -> None:
    for section in root.iter(word("sectPr")):
        size, margins = section.find(word("pgSz")), section.find(word("pgMar"))
        if size is None:
            size = etree.SubElement(section, word("pgSz"))
        if margins is None:
            margins = etree.SubElement(section, word("pgMar"))
        _set(size, "w", made.width)
        _set(size, "h", made.height)
        _drop(size, "code")  # the printer's number of the paper that it was
        for side in ("left", "right", "top", "bottom", "header", "footer"):
            before = attribute(margins, side) or ""
            if getattr(made, side) != getattr(page, side):
                _set(margins, side, getattr(made, side) * (-1 if before.startswith("-") else 1))


def _styles_of(roots: Iterator[etree._Element]) -> set[str]:
    """The ids of the styles of headers and footers: what is around the page keeps its size."""
    return {attribute(style, "val") or "" for root in roots for style in root.iter(word("pStyle"), word("rStyle"))}


def _scale_part(root: etree._Element, how: Recasting, outer: set[str], page: PageSetup, made: PageSetup) -> None:
    for element in root:
        tabs = element.iter(word("tabs"))
        is_around = attribute(element, "styleId") in outer
        _scale(element, how.around if is_around else how.scale)
        _fit_tabs(tabs, page.text_width, made.text_width)
        if is_around:
            continue
        if how.numbers and element.tag == word("style"):
            _make_room(element)
        if how.numbers and element.tag == word("abstractNum"):
            _move_list(element)


def _scale(element: etree._Element, scale: float) -> None:
    """Letters in half points, exact pitches, white and indents; a pitch in lines goes with its letters."""
    if scale == 1.0:
        return
    for size in element.iter(word("sz"), word("szCs")):
        size.set(word("val"), str(round(measure(attribute(size, "val"), 0.0, unit=2.0) * scale * 2)))
    for spacing in element.iter(word("spacing")):
        if spacing.getparent() is not None and spacing.getparent().tag == word("rPr"):  # type: ignore[union-attr]
            _change(spacing, "val", lambda points: points * scale)
            continue
        names = ["before", "after"]
        if attribute(spacing, "lineRule") in ("exact", "atLeast"):
            names.append("line")
        for name in names:
            _change(spacing, name, lambda points: points * scale)
    for indent in element.iter(word("ind")):
        for name in _INDENTS:
            _change(indent, name, lambda points: points * scale)
    for tab in element.iter(word("tab")):
        if attribute(tab, "val") not in ("right", "end", "center"):
            _change(tab, "pos", lambda points: points * scale)


def _scale_pictures(root: etree._Element, scale: float) -> None:
    """A logo grows and shrinks with the words beside it, and stands as far from them."""
    for element in root.iter(f"{{{WORD_DRAWING}}}extent", f"{{{DRAWING}}}ext", f"{{{DRAWING}}}off"):
        for name in ("cx", "cy", "x", "y"):
            if name in element.attrib:
                element.set(name, str(round(int(element.attrib[name]) * scale)))
    for offset in root.iter(f"{{{WORD_DRAWING}}}posOffset"):
        offset.text = str(round(int(offset.text or "0") * scale))


def _fit_tabs(tabs: Iterator[etree._Element], before: float, now: float) -> None:
    """Stops at the right edge and in the middle stay there when the text is less wide, and none lies outside it."""
    for each in tabs:
        for tab in each.iterfind(word("tab")):
            at = measure(attribute(tab, "pos"), 0.0)
            if attribute(tab, "val") in ("right", "end") or at > now:
                _set(tab, "pos", min(at + now - before, now) if at > before / 2 else at)
            elif attribute(tab, "val") == "center":
                _set(tab, "pos", at * now / before)


def _make_room(style: etree._Element) -> None:
    """Have a numbered paragraph hang, its number before it, and what belongs to it stand under its words."""
    name = (value(style, "name") or "").lower()
    numbered = name in _NUMBERED
    if attribute(style, "type") != "paragraph" or not (numbered or name.startswith(_UNDER)):
        return
    properties = _child(style, "pPr")
    indent = properties.find(word("ind"))
    if not numbered and indent is None:
        return  # its list says where it stands
    if indent is None:
        indent = _child(properties, "ind")
    _set(indent, "left", measure(attribute(indent, "left"), 0.0) + NUMBER_INDENT)
    if numbered:
        for other in ("firstLine", "start"):
            _drop(indent, other)
        _set(indent, "hanging", NUMBER_INDENT)


def _move_list(numbering: etree._Element) -> None:
    for indent in numbering.iter(word("ind")):
        _change(indent, "left", lambda points: points + NUMBER_INDENT)
    for tab in numbering.iter(word("tab")):
        _change(tab, "pos", lambda points: points + NUMBER_INDENT)


def _add_line(root: etree._Element, line: str) -> None:
    """One more line at the foot, in the style of the last one."""
    assert MARKER.fullmatch(line)
    last = next(reversed(root.findall(word("p"))), None)
    paragraph = etree.SubElement(root, word("p"))
    style = None if last is None else last.find(f"{word('pPr')}/{word('pStyle')}")
    if style is not None:
        named = etree.SubElement(etree.SubElement(paragraph, word("pPr")), word("pStyle"))
        named.set(word("val"), attribute(style, "val") or "")
    etree.SubElement(etree.SubElement(paragraph, word("r")), word("t")).text = line


#: Where a child stands among those of its parent (ISO/IEC 29500-1, 17.3.1.26 and 17.7.4.17): before any of these.
_BEFORE = {
    "pPr": ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
    "ind": (
        "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
        "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
}  # fmt: skip


def _child(parent: etree._Element, name: str) -> etree._Element:
    """A child of that name, made in its place where there is none."""
    found = parent.find(word(name))
    if found is not None:
        return found
    made = etree.Element(word(name))
    after = {word(each) for each in _BEFORE[name]}
    at = next((at for at, each in enumerate(parent) if each.tag in after), len(parent))
    parent.insert(at, made)
    return made


def _change(element: etree._Element, name: str, how: Callable[[float], float]) -> None:
    text = attribute(element, name)
    if text is not None:
        _set(element, name, how(measure(text, 0.0)))


def _set(element: etree._Element, name: str, points: float) -> None:
    element.set(word(name), str(round(points * _TWIPS)))


def _drop(element: etree._Element, name: str) -> None:
    if word(name) in element.attrib:
        del element.attrib[word(name)]


def _packed(parts: dict[str, bytes]) -> bytes:
    """The archive, its first entry the content types, as the package was; of no time, so that equal ones are equal."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
