"""What is pasted: paragraphs, items, bold and italic of a web page, of Word or of plain text, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from briefing.dossier.prose import ProseKind, ProseParagraph, Run

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "li", "dl", "dt", "dd"})
_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_FLOW = frozenset({"p", "div", "br", "hr", "pre", "blockquote", "address", "center", "figure", "figcaption", "form"})
_REGIONS = frozenset({"body", "main", "article", "section", "aside", "header", "footer", "nav"})
_BLOCKS = _HEADINGS | _LISTS | _TABLES | _FLOW | _REGIONS
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_HIDDEN = frozenset({"head", "style", "script", "title", "template", "noscript"})
_BOLD = frozenset({"b", "strong", "th"}) | _HEADINGS
_ITALIC = frozenset({"i", "em", "cite", "var", "dfn"})
# What a mark looks like in plain text; Word writes "o" or "§" and a tab where a symbol font makes them bullets.
_BULLET = re.compile(r"(?:[-–—•·▪◦‣*]\s+|[o§]\t\s*)(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")


def from_text(text: str) -> tuple[ProseParagraph, ...]:
    """The paragraphs of plain text: one to a line, an item where the line begins with a mark; blank lines part only."""
    lines = [line.strip() for line in _LINE_ENDS.split(text)]
    if len(lines) == 1:
        return (ProseParagraph("text", (Run(text),)),)
    lines = [line for line in lines if line]
    numbered = _numbered(lines)
    return tuple(_line(line, at in numbered) for at, line in enumerate(lines))


def from_html(html: str) -> tuple[ProseParagraph, ...]:
    """The paragraphs of an HTML fragment as a clipboard holds it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return tuple(reader.found)


def _line(line: str, numbered: bool) -> ProseParagraph:
    found = (_NUMBER if numbered else _BULLET).match(line)
    if found is None:
        return ProseParagraph("text", (Run(line),))
    return ProseParagraph("number" if numbered else "bullet", (Run(line[found.end() :]),))


def _numbered(lines: list[str]) -> set[int]:
    """Which lines are numbered items: those that count 1, 2, and on. "3. Oktober" alone keeps its number as text."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        number = _NUMBER.match(line)
        if number and int(number[1]) == len(run) + 1:
            run.append(at)
            continue
        found.update(run if len(run) > 1 else ())
        run = [at] if number and int(number[1]) == 1 else []
    return found


@dataclass(slots=True)
class _Level:
    """One open element: what it makes of the text in it."""

    name: str = ""
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    mark: bool = False  # Word's own bullet or number, standing in the text
    kind: ProseKind = "text"


class _Reader(HTMLParser):
    """Walks the tags and keeps what prose can hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[ProseParagraph] = []
        self._levels = [_Level()]
        self._runs: list[Run] = []
        self._kind: ProseKind = "text"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        if tag in _VOID:
            return
        level = replace(self._levels[-1], name=tag)
        style = re.sub(r"\s+", "", dict(attrs).get("style") or "").lower()
        _read_tag(level, tag)
        _read_style(level, style)
        self._levels.append(level)
        if tag == "li":
            self._kind = level.kind if level.kind != "text" else "bullet"
        elif "mso-list:" in style and not level.mark:
            self._kind = "bullet"  # until its mark says that it is a number

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        if any(level.name == tag for level in self._levels):
            while self._levels.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        level = self._levels[-1]
        if level.hidden:
            return
        if level.mark:
            if any(character.isdigit() for character in data):
                self._kind = "number"
            return
        text = re.sub(r"[ \t\r\n\f\v]+", " ", data)
        if not self._runs or self._runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text, level.bold, level.italic))

    def end_paragraph(self) -> None:
        """Close the paragraph that is open; an empty one is none."""
        while self._runs:
            last = self._runs.pop()
            kept = last.text.rstrip()
            if kept:
                self._runs.append(Run(kept, last.bold, last.italic))
                break
        if self._runs:
            self.found.append(ProseParagraph(self._kind, tuple(self._runs)))
            self._runs = []
            self._kind = "text"


def _read_tag(level: _Level, tag: str) -> None:
    level.hidden |= tag in _HIDDEN
    level.bold |= tag in _BOLD
    level.italic |= tag in _ITALIC
    if tag in ("ul", "ol"):
        level.kind = "bullet" if tag == "ul" else "number"


def _read_style(level: _Level, style: str) -> None:
    """Styles win over tags: a page may say ``<b style="font-weight:normal">``."""
    level.mark |= "mso-list:ignore" in style
    level.hidden |= "display:none" in style
    weight = re.search(r"font-weight:(\w+)", style)
    if weight:
        level.bold = weight[1] in ("bold", "bolder") or (weight[1].isdigit() and int(weight[1]) >= 600)
    slant = re.search(r"font-style:(\w+)", style)
    if slant:
        level.italic = slant[1] in ("italic", "oblique")
