"""What of a letterhead's parts may travel with a document: no tracked changes, no comments, no traces of editing."""

from __future__ import annotations

from lxml import etree

from briefing.letterhead.names import WORD, word

#: Settings that bear on how the document looks; whatever else a letterhead was saved with stays behind.
_SETTINGS = frozenset(map(word, (
    "zoom", "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "defaultTabStop",
    "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders",
    "characterSpacingControl",
    "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
)))  # fmt: skip

#: Elements that go with all that they hold.
_DROPPED = frozenset(map(word, (
    "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd",
)))  # fmt: skip
#: Elements of which only what they hold stays.
_UNWRAPPED = frozenset(map(word, ("ins", "moveTo", "smartTag")))

_COMPATIBILITY = (
    f'<w:compat xmlns:w="{WORD}"><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def clean(root: etree._Element) -> etree._Element:
    """The element without tracked changes (as if accepted), comments, bookmarks and marks of editing sessions."""
    for element in list(root.iter(etree.Element)):
        if element.tag in _DROPPED or element.tag in _UNWRAPPED:
            parent = element.getparent()
            if parent is None:
                continue
            if element.tag in _UNWRAPPED:
                for child in list(element):
                    element.addprevious(child)
            parent.remove(element)
            continue
        for name in [name for name in element.attrib if str(name).startswith(f"{{{WORD}}}rsid")]:
            del element.attrib[name]
    return root


def clean_settings(root: etree._Element, language: str) -> etree._Element:
    """Only the settings that bear on looks, in today's layout mode, with the language of the document."""
    for child in list(root):
        if child.tag not in _SETTINGS:
            root.remove(child)
    zoom = root.find(word("zoom"))
    if zoom is None:
        zoom = etree.Element(word("zoom"))
        root.insert(0, zoom)
    zoom.attrib.clear()
    zoom.set(word("percent"), "100")
    if root.find(word("compat")) is None:
        before = [child for child in root if child.tag in _BEFORE_COMPAT]
        root.insert(len(before), etree.fromstring(_COMPATIBILITY))
    languages = root.find(word("themeFontLang"))
    if languages is not None:
        languages.set(word("val"), language)
    return root


#: Kept settings that stand before ``w:compat`` in the order of the schema.
_BEFORE_COMPAT = _SETTINGS - frozenset(map(word, (
    "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
)))  # fmt: skip


def clean_section(section: etree._Element) -> etree._Element:
    """The page setup without what leads to a part that stays behind: printer settings."""
    clean(section)
    for child in list(section):
        if child.tag == word("printerSettings"):
            section.remove(child)
    return section


def set_language(styles: etree._Element, language: str) -> etree._Element:
    """The styles with that language as the default of all text (``w:lang``, a BCP 47 tag)."""
    defaults = _child(_child(_child(styles, "docDefaults", 0), "rPrDefault", 0), "rPr", 0)
    found = defaults.find(word("lang"))
    if found is None:
        found = etree.SubElement(defaults, word("lang"))
    found.set(word("val"), language)
    for row in styles.iterfind(f"{word('style')}/{word('rPr')}/{word('lang')}"):
        if word("val") in row.attrib:
            del row.attrib[word("val")]
    return styles


def _child(parent: etree._Element, name: str, position: int) -> etree._Element:
    found = parent.find(word(name))
    if found is None:
        found = etree.Element(word(name))
        parent.insert(position, found)
    return found
