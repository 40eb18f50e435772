"""Styles and lists of the house's letterheads; sizes and distances in points, as the look of the page names them."""

from __future__ import annotations

INK, SECONDARY, HEADING, RULE = "1A1B1E", "55585E", "1F3A5F", "C9CDD3"
SERIF, SANS = "Liberation Serif", "Liberation Sans"

#: Width of the text area of A4 between side margins of 68 pt, where tabs at the right edge stand.
TEXT_WIDTH = 459.3
#: How far a list item's text stands in from that of the level above.
LIST_STEP = 16
#: Where the text of a fact begins, right of its label.
FACT_INDENT = 77
#: The level, counted from 0, of what follows inside a fact: it stands under the fact's text.
IN_FACT = 2
#: Where country and ministry begin, right of the device.
NAME_INDENT = 42.4

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def twips(points: float) -> int:
    """Points in the file's unit, twentieths of a point."""
    return round(points * 20)


def run(
    font: str = "",
    size: float = 0,
    color: str = "",
    *,
    bold: bool = False,
    italic: bool = False,
    caps: bool = False,
    spread: float = 0,
    underline: bool = False,
) -> str:
    """Run properties in the order that the schema asks for; `spread` is the space after each letter."""
    inner = "".join((
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        "<w:caps/>" if caps else "",
        f'<w:color w:val="{color}"/>' if color else "",
        f'<w:spacing w:val="{twips(spread)}"/>' if spread else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' if underline else "",
    ))  # fmt: skip
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def paragraph(
    pitch: float = 0,
    before: float = 0,
    after: float = 0,
    *,
    keep_next: bool = False,
    keep_lines: bool = False,
    number: str = "",
    level: int = 0,
    border: str = "",
    tabs: str = "",
    left: float = 0,
    right: float = 0,
    first: float = 0,
    align: str = "",
    outline: int | None = None,
) -> str:
    """Paragraph properties in the schema's order; a `pitch` is exact, without one the lines are auto-spaced."""
    line = f' w:line="{twips(pitch)}" w:lineRule="exact"' if pitch else ' w:line="240" w:lineRule="auto"'
    hang = f' w:hanging="{twips(-first)}"' if first < 0 else f' w:firstLine="{twips(first)}"'
    item = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    inner = "".join((
        "<w:keepNext/>" if keep_next else "",
        "<w:keepLines/>" if keep_lines else "",
        item,
        f"<w:pBdr>{border}</w:pBdr>" if border else "",
        f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"{line}/>',
        f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"{hang}/>' if left or right or first else "",
        f'<w:jc w:val="{align}"/>' if align else "",
        f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
    ))  # fmt: skip
    return f"<w:pPr>{inner}</w:pPr>"


def tab(at: float, align: str = "left") -> str:
    return f'<w:tab w:val="{align}" w:pos="{twips(at)}"/>'


def _style(name: str, properties: str, *, kind: str = "paragraph", based: str = "Normal", follow: str = "") -> str:
    """A style whose id is its name without blanks, each word with a capital."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(based)}"/>{f"""<w:next w:val="{style_id(follow)}"/>""" if follow else ""}'
        f"<w:qFormat/>{properties}</w:style>"
    )


def style_id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _heading(name: str, look: str, pitch: float, before: float, after: float, outline: int) -> str:
    spaced = paragraph(pitch, before, after, keep_next=True, keep_lines=True, outline=outline)
    return _style(name, spaced + look, follow="Body Text")


def _lists() -> str:
    """List styles of three levels; the indents of items are those of the numbering."""
    rows = []
    for level in range(3):
        suffix = f" {level + 1}" if level else ""
        for name, number in (("List Bullet", "1"), ("List Number", "2")):
            rows.append(_style(name + suffix, paragraph(15.5, 0, 3, number=number, level=level)))
        left = FACT_INDENT if level == IN_FACT else LIST_STEP * (level + 1)
        rows.append(_style("List Continue" + suffix, paragraph(15.5, 0, 3, left=left)))
    return "".join(rows)


def _body() -> str:
    quiet = run(SANS, 8.5, SECONDARY)
    return "".join((
        _style("Body Text", paragraph(15.5, 4, 7)),
        _style("Lead", paragraph(17, 10, 8) + run(size=12), follow="Body Text"),
        _style("Quote", paragraph(15.5, 4, 7, left=LIST_STEP, right=LIST_STEP) + run(italic=True), follow="Body Text"),
        _style("Kicker", paragraph(12, 0, 10, keep_next=True)
               + run(SANS, 7.5, SECONDARY, bold=True, caps=True, spread=1.4), follow="Title"),
        _style("Title", paragraph(26, 0, 2, keep_next=True, keep_lines=True) + run(size=21), follow="Subtitle"),
        _style("Subtitle", paragraph(17, 0, 12, keep_next=True) + run(size=12, color=SECONDARY), follow="Body Text"),
        _style("Fact", paragraph(16, tabs=tab(FACT_INDENT), left=FACT_INDENT, first=-FACT_INDENT) + run(size=10.5)),
        _heading("heading 1", run(SANS, 10, HEADING, bold=True), 14, 14, 4, 0),
        _heading("heading 2", run(SANS, 9.5, INK, bold=True), 13.5, 10, 3, 1),
        _heading("heading 3", run(italic=True), 15.5, 8, 2, 2),
        _lists(),
        _style("Note", paragraph(10, 5, 10) + run(SANS, 7.5, SECONDARY)),
        _style("End", paragraph(12, 14, 0, align="center") + run(SANS, 8, SECONDARY)),
        _style("Table Head", paragraph(16.5, keep_next=True) + quiet),
        _style("Table Text", paragraph(16.5) + run(SANS, 9.5)),
    ))  # fmt: skip


def _furniture() -> str:
    """Styles of header and footer; the rule is a paragraph of its own so that it starts at the text's edge."""
    edge = tab(TEXT_WIDTH, "right")
    rule = f'<w:bottom w:val="single" w:sz="6" w:space="1" w:color="{HEADING}"/>'
    return "".join((
        _style("header", paragraph(9.6, tabs=edge) + run(SANS, 8, SECONDARY)),
        _style("footer", paragraph(9.6, tabs=edge) + run(SANS, 8, SECONDARY)),
        _style("Letterhead Country", paragraph(9.6, tabs=edge, left=NAME_INDENT)
               + run(SANS, 7, HEADING, caps=True, spread=1)),
        _style("Letterhead Name", paragraph(16.8, tabs=edge, left=NAME_INDENT) + run(SERIF, 14, HEADING)),
        _style("Letterhead Rule", paragraph(14, 0, 13, border=rule) + run(SANS, 8)),
        _character("Marking", f'<w:rPr>{_face(SANS)}<w:b/><w:bCs/><w:caps w:val="0"/><w:color w:val="{INK}"/>'
                   '<w:spacing w:val="0"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'),
        _character("Quiet", run(SANS, 8, SECONDARY)),
    ))  # fmt: skip


def _face(font: str) -> str:
    return f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'


def _character(name: str, look: str) -> str:
    return _style(name, look, kind="character", based="Default Paragraph Font")


def _figures() -> str:
    """Tables: a rule under the head, hairlines under rows, nothing upright; text flush with both edges."""
    hairline = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        '<w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders><w:bottom {hairline}/><w:insideH {hairline}/></w:tblBorders>"
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{HEADING}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def styles() -> str:
    """The styles part. Text is not kerned in pairs and paragraphs keep two lines together at a page's edge."""
    body = run(SERIF, 11, INK)
    language = body.replace("</w:rPr>", '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr>')
    pitch = paragraph(15.5).replace("<w:pPr>", "<w:pPr><w:widowControl/>")
    return (
        f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault>{language}</w:rPrDefault>'
        f"<w:pPrDefault>{pitch}</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Table Normal"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"</w:style>{_body()}{_furniture()}"
        f"{_character('Fact Label', run(SANS, 8.5, SECONDARY))}{_character('Strong', run(bold=True))}"
        f"{_character('Emphasis', run(italic=True))}{_character('Hyperlink', run(color='1F5A94', underline=True))}"
        f"{_figures()}</w:styles>"
    )


def _abstract(number: int, ordered: bool) -> str:
    """A list of three levels. Bullets stand 3 pt in, numbers at the edge, where two digits still fit."""
    levels = []
    for level in range(3):
        suffix = f"{level + 1}" if level else ""
        style, hang = ("ListNumber", LIST_STEP) if ordered else ("ListBullet", LIST_STEP - 3)
        kind, text = ("decimal", f"%{level + 1}.") if ordered else ("bullet", "•–•"[level])
        left = FACT_INDENT + hang if level == IN_FACT else LIST_STEP * (level + 1)
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:pStyle w:val="{style}{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{_indent(left, hang)}</w:pPr></w:lvl>"
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def _indent(left: float, hang: float) -> str:
    tabs = f'<w:tabs><w:tab w:val="num" w:pos="{twips(left)}"/></w:tabs>'
    return f'{tabs}<w:ind w:left="{twips(left)}" w:hanging="{twips(hang)}"/>'


NUMBERING = (
    f'<w:numbering xmlns:w="{_WORD}">{_abstract(0, False)}{_abstract(1, True)}'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
