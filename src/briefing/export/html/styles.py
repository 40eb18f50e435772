"""The styles of a letterhead as a style sheet for the web and for print."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.compose.document import ROLE_STYLES, TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, Chart, Divider, Document, Picture
from briefing.compose.footnotes import notes_of
from briefing.compose.notes_look import note_size
from briefing.export.html.furniture import printed, sides
from briefing.letterhead.model import Border, Face, Letterhead, Style
from briefing.letterhead.tints import divider_color

_SANS = re.compile(r"sans|arial|helvetica|calibri|carlito|verdana|tahoma|segoe|inter", re.IGNORECASE)

#: What holds for every page: words keep their blanks, and the letterhead's lines are set apart at both edges.
_BASE = """*{box-sizing:border-box}
body{margin:0 auto;white-space:normal}
p,h1,h2,h3,h4,li,dt,dd,th,td{white-space:pre-wrap;overflow-wrap:break-word}
h1,h2,h3,h4,ul,ol,dl,dd,blockquote,p{margin:0;padding:0}
header{position:relative}
header img{position:absolute}
header div{display:flex;justify-content:space-between;position:relative}
blockquote p{margin:0}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th{font-weight:inherit;text-align:left}
.right{text-align:right}
.center{text-align:center}
.new-page{break-before:page}
h1,h2,h3,h4,.leads{break-after:avoid}
tr{break-inside:avoid}
p,li{orphans:2;widows:2}
"""


def style_sheet(document: Document, letterhead: Letterhead) -> str:
    """The rules of a document's page; lengths in points, as in the letterhead."""
    page = letterhead.page
    rules = [_BASE, f"body{{width:{page.text_width:g}pt;max-width:calc(100% - 32pt);padding:{page.header:g}pt 0}}\n"]
    for role, name in ROLE_STYLES.items():
        if role not in ("bullet", "number", "continuation", "fact"):
            rules.append(f".{role}{{{_css(letterhead.style(name))}}}\n")
    rules.extend((_lists(letterhead), _facts(letterhead), _tables(letterhead), _header(letterhead)))
    if any(isinstance(block, Chart) for block in document.blocks):
        rules.append(_charts(letterhead))
    if any(isinstance(block, Picture) for block in document.blocks):
        rules.append(_pictures(letterhead))
    if any(isinstance(block, Divider) for block in document.blocks):
        rules.append(f"hr.rule{{border:0;border-top:.5pt solid {divider_color(letterhead)};margin:8pt 0}}\n")
    if any(True for block in document.blocks for _ in notes_of(block)):
        rules.append(_notes(letterhead))
    rules.append(f"a{{{_face(letterhead.style('Hyperlink').face, bare=True)}}}\n")
    rules.append(_print(document, letterhead))
    return "".join(rules)


def _face(face: Face, *, bare: bool = False) -> str:
    """How letters look; `bare` leaves out what a link takes from the words around it."""
    line = f"text-decoration:{'underline' if face.underline else 'none'}"
    if bare:
        return f"color:{face.color};{line}"
    family = re.sub(r"[^\w \-]", "", face.family)
    return (
        f'font:{"italic " if face.italic else ""}{"bold " if face.bold else ""}{face.size:g}pt "{family}",'
        f"{'sans-serif' if _SANS.search(face.family) else 'serif'};color:{face.color}"
        f"{';text-transform:uppercase' if face.caps else ''}"
        f"{f';letter-spacing:{face.spacing:g}pt' if face.spacing else ''}"
    )


def _css(style: Style) -> str:
    """A paragraph style. Margins of neighbours give way to the larger one, as in the letterhead."""
    height = f"{style.pitch:g}pt" if style.pitch else f"{1.15 * style.line_factor:g}"
    return (
        f"{_face(style.face)};line-height:{height};text-align:{style.align};"
        f"margin:{style.before:g}pt {style.right:g}pt {style.after:g}pt {style.left:g}pt;text-indent:{style.first:g}pt"
        f"{_border('top', style.top)}{_border('bottom', style.bottom)}"
    )


def _border(side: str, border: Border | None) -> str:
    if border is None:
        return ""
    return f";border-{side}:{border.width:g}pt solid {border.color};padding-{side}:{border.gap:g}pt"


def _lists(letterhead: Letterhead) -> str:
    style = letterhead.style("List Bullet")
    height = f"{style.pitch:g}pt" if style.pitch else "1.2"
    return (
        f".list{{padding-left:{style.left:g}pt}}\n"
        f".list li,.continuation{{{_face(style.face)};line-height:{height};margin:{style.after:g}pt 0}}\n"
        f"main>.continuation{{margin-left:{style.left:g}pt}}\n"
    )


def _facts(letterhead: Letterhead) -> str:
    style, label = letterhead.style("Fact"), letterhead.style("Fact Label")
    height = f"{style.pitch:g}pt" if style.pitch else "1.2"
    return (
        f".facts{{display:grid;grid-template-columns:{style.left:g}pt 1fr;align-items:baseline;line-height:{height};"
        f"margin:{style.before:g}pt 0 {style.after:g}pt}}\n"
        f".facts dt{{{_face(label.face)};line-height:{height}}}\n"
        f".facts dd{{{_face(style.face)};line-height:{height}}}\n"
    )


def _tables(letterhead: Letterhead) -> str:
    head, text, look = letterhead.style(TABLE_HEAD_STYLE), letterhead.style(TABLE_TEXT_STYLE), letterhead.table
    rules = []
    for part, style, rule in (("thead", head, look.head_rule), ("tbody", text, look.row_rule)):
        height = f"{style.pitch:g}pt" if style.pitch else "1.2"
        line = f"border-bottom:{rule.width:g}pt solid {rule.color};" if rule else ""
        rules.append(
            f"{part} th,{part} td{{{_face(style.face)};line-height:{height};vertical-align:top;{line}"
            f"padding:0 {look.pad_right:g}pt 0 {look.pad_left:g}pt}}\n"
        )
    return "".join(rules)


def _charts(letterhead: Letterhead) -> str:
    """A chart is as wide as the text, and its words grow with it."""
    head, text = letterhead.style(TABLE_HEAD_STYLE).face, letterhead.style(TABLE_TEXT_STYLE).face
    family = _face(text).partition('"')[2].partition(";")[0]
    return (
        "figure{margin:8pt 0;break-inside:avoid}\n"
        f"figcaption{{{_face(head)}}}\n"
        f'svg{{display:block;width:100%;height:auto;font-family:"{family}}}\n'
    )


def _pictures(letterhead: Letterhead) -> str:
    """A picture is no wider than the text, its caption as a note."""
    return (
        "figure.picture{margin:8pt 0;break-inside:avoid}\n"
        f"figure.picture figcaption{{{_css(letterhead.style('Note'))}}}\n"
        "figure.picture img{display:block;max-width:100%;height:auto}\n"
    )


def _notes(letterhead: Letterhead) -> str:
    """Footnotes under a short line, four fifths as large as the text."""
    body = letterhead.style("Body Text").face
    return (
        "hr.notes{width:144pt;margin:16pt auto 6pt 0;border:0;border-top:.5pt solid currentColor}\n"
        f"ol.notes{{{_face(replace(body, size=note_size(body.size)))};padding-left:1.5em;margin:0}}\n"
    )


def _header(letterhead: Letterhead) -> str:
    """Each line of the first header, and each piece in it that looks other than its line."""
    rules = []
    for number, line in enumerate(letterhead.first_header.lines):
        style = line.style
        least = f";min-height:{style.pitch:g}pt" if style.pitch else ""
        rules.append(f".letterhead-{number}{{{_css(style).replace('margin:', 'padding-left:0;margin:')}{least}}}\n")
        for position, stretch in enumerate(sides(line)):
            for place, piece in enumerate(stretch):
                if piece.face != style.face:
                    plain = "" if piece.face.caps else ";text-transform:none"
                    loose = "" if piece.face.spacing else ";letter-spacing:0"
                    rules.append(f".letterhead-{number}-{position}-{place}{{{_face(piece.face)}{plain}{loose}}}\n")
        rules.append(f".letterhead-{number}>img{{margin-left:{-style.left:g}pt}}\n")
    return "".join(rules)


def _print(document: Document, letterhead: Letterhead) -> str:
    """The page of a print, with the footer's first line in its margin."""
    page = letterhead.page
    boxes = ""
    if letterhead.footer.lines:
        line = letterhead.footer.lines[0]
        middle = ("bottom-center",) if len(sides(line)) > 2 else ()
        places = ("bottom-left", *middle, "bottom-right")
        faces = [stretch[0].face if stretch else line.style.face for stretch in sides(line)]
        for place, content, face in zip(places, printed(line, document), faces, strict=False):
            boxes += f"@{place}{{content:{content or 'none'};{_face(face)}}}"
    return (
        f"@page{{size:{page.width:g}pt {page.height:g}pt;"
        f"margin:{page.top:g}pt {page.right:g}pt {page.bottom:g}pt {page.left:g}pt;{boxes}}}\n"
        "@media print{body{width:auto;max-width:none;padding:0}}\n"
        "@media screen and (max-width:500pt){.facts{grid-template-columns:1fr}}\n"
    )
