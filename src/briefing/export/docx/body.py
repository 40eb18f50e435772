"""The blocks of a document as WordprocessingML, built as text in one pass."""

from __future__ import annotations

import itertools
from dataclasses import replace

from briefing.compose.direction import has_right, reads_from_right, stretches
from briefing.compose.document import (
    Chart,
    Divider,
    Document,
    Paragraph,
    Picture,
    Row,
    Span,
    Spans,
    Table,
    set_out,
)
from briefing.compose.links import is_link
from briefing.compose.pictures import fitted
from briefing.export.docx.bookmarks import block_mark, repeated, value_mark
from briefing.export.docx.lists import LEVELS, item
from briefing.export.docx.looks import Looks
from briefing.export.docx.text import RAISED, RUNS, escape, words
from briefing.export.facts import split_fact
from briefing.frozen import frozen
from briefing.letterhead.tints import divider_color

_NEW_PAGE, _KEPT, _FREE = "<w:pageBreakBefore/>", "<w:keepNext/>", '<w:keepNext w:val="0"/>'

#: Paragraphs of an exact pitch that keep two tables apart, end a body that ends with a table, or start a page for one.
_GAP, _HAIR = 160, 20
#: Room above a chart, and under one without a note, in twentieths of a point; the page has the same.
CHART_BEFORE, CHART_AFTER = 160, 160


@frozen
class Body:
    """The blocks as XML, the level at which each numbered list starts, and what other parts of the file hold."""

    xml: str
    lists: tuple[int, ...]
    links: tuple[str, ...]
    charts: tuple[Chart | Picture, ...]
    notes: tuple[Spans, ...]


def build_body(document: Document, looks: Looks, drawings: frozenset[str] = frozenset()) -> Body:
    """The body of a document in the looks of a letterhead; link number n has the relationship id ``link<n>``.

    So has chart or picture number n ``chart<n>``. `drawings` are numbers of drawings that the letterhead has taken.
    """
    writer = _Writer(looks, drawings)
    rules = 0
    for block, number, kept in set_out(document.blocks):
        rules = rules + 1 if isinstance(block, Divider) else 0
        if isinstance(block, Paragraph):
            writer.paragraph(block, number, kept=kept)
        elif isinstance(block, Table):
            writer.table(block, kept=kept)
        elif isinstance(block, Chart):
            writer.chart(block)
        elif isinstance(block, Picture):
            writer.picture(block)
        elif isinstance(block, Divider):
            writer.divider(block, rules)
        else:
            writer.new_page = _NEW_PAGE
    return writer.finish()


def from_right(closing: str) -> str:
    """The end of a paragraph's properties for one that reads from the right."""
    return closing.replace("</w:pPr>", "<w:bidi/></w:pPr>")


class _Writer:
    """Gathers the pieces of one body."""

    def __init__(self, looks: Looks, drawings: frozenset[str]) -> None:
        self._looks = looks
        self._free = (number for number in itertools.count(1) if str(number) not in drawings)
        self._charts: list[Chart | Picture] = []
        self._out: list[str] = []
        self._marks: dict[str, int] = {}
        self._count = 0
        self._lists: list[int] = []
        self._list_at: dict[int, int] = {}
        self._links: dict[str, int] = {}
        self._notes: list[Spans] = []
        self._after_table = False
        self.new_page = ""

    def paragraph(self, block: Paragraph, number: int, *, kept: bool) -> None:
        """A paragraph; `kept` on the page of the next block."""
        out, level = self._out, min(block.level, LEVELS - 1)
        out.append(self._looks.openings[block.role][level])
        if number or kept or self.new_page:
            listed = self._number(level, number) if number else ""
            out.append(f"{_KEPT if kept else ''}{self.new_page}{listed}")
            self.new_page = ""
        closing = self._looks.closings[block.role][level]
        out.append(from_right(closing) if reads_from_right(block.text) else closing)
        start = self._start(block_mark(block.id))
        self._fact(block.spans) if block.role == "fact" else self._spans(block.spans)
        out.append(f'<w:bookmarkEnd w:id="{start}"/></w:p>')
        self._after_table = False

    def _number(self, level: int, number: int) -> str:
        """The list of a numbered item: a new one for each first item, so that it starts at 1."""
        if number == 1 or level not in self._list_at:
            self._list_at[level] = self._looks.lists.first + len(self._lists)
            self._lists.append(level)
        return item(level, str(self._list_at[level]))

    def _start(self, name: str) -> int:
        """Opens a bookmark and gives its number; a name that was there before gets a suffix."""
        count, marks = self._count, self._marks
        self._count = count + 1
        if name in marks:
            marks[name] += 1
            name = repeated(name, marks[name])
        else:
            marks[name] = 1
        self._out.append(f'<w:bookmarkStart w:id="{count}" w:name="{name}"/>')
        return count

    def _fact(self, spans: Spans) -> None:
        """A fact's label, up to the first tab, has a style of its own."""
        label, text = split_fact(spans)
        if label:
            self._spans(label, self._looks.label)
            self._out.append("<w:r><w:tab/></w:r>")
        self._spans(text)

    def _spans(self, spans: Spans, style: str = "") -> None:
        """Runs, with a bookmark around those that came from the same fields."""
        out, start = self._out, 0
        last: tuple[str, ...] = ()
        for span in spans:
            text = span.text
            if not text:
                continue
            if span.note:
                self._note(span)
                continue
            paths = span.paths
            if paths != last:
                if last:
                    out.append(f'<w:bookmarkEnd w:id="{start}"/>')
                if paths:
                    start = self._start(value_mark(paths))
                last = paths
            plain = not (style or span.bold or span.italic or span.link or span.raised)
            if has_right(text):
                out.extend(self._run(replace(span, text=part), style, right=right) for part, right in stretches(text))
            else:
                out.append(f"<w:r>{words(text)}</w:r>" if plain else self._run(span, style))
        if last:
            out.append(f'<w:bookmarkEnd w:id="{start}"/>')

    def _note(self, span: Span) -> None:
        """The reference to a footnote, and the note among those of the document."""
        self._notes.append(span.note)
        look = f"{RUNS[span.bold, span.italic]}{RAISED['super']}"
        self._out.append(f'<w:r><w:rPr>{look}</w:rPr><w:footnoteReference w:id="{len(self._notes)}"/></w:r>')

    def _run(self, span: Span, style: str, *, right: bool = False) -> str:
        linked = is_link(span.link) if span.link else False
        named = self._looks.link if linked else style
        look = f"{named}{RUNS[span.bold, span.italic]}{RAISED[span.raised]}{'<w:rtl/>' if right else ''}"
        run = f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words(span.text)}</w:r>"
        if not linked:
            return run
        number = self._links.setdefault(span.link, len(self._links) + 1)
        return f'<w:hyperlink r:id="link{number}">{run}</w:hyperlink>'

    def table(self, block: Table, *, kept: bool) -> None:
        """A table, `kept` with the next block; two that would touch are kept apart, since Word makes one of them."""
        if not (block.head or block.rows):
            return
        if self._after_table or self.new_page:
            self._space(_GAP if self._after_table else _HAIR)
        out, widths = self._out, self._looks.widths(block)
        summary = f'<w:tblDescription w:val="{escape(block.summary)}"/>' if block.summary else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        out.append(f"{self._looks.table(bool(block.head))}{summary}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>")
        mark = block_mark(block.id)
        for position, row in enumerate(block.head):
            cells = self._looks.cells(block, widths, len(block.head) - 1 - position, kept=block.stays_whole)
            self._row(row, cells, "<w:tblHeader/>", mark)
            mark = ""
        cells, last = (self._looks.cells(block, widths, None, kept=each) for each in (block.stays_whole, kept))
        for row in block.rows:
            self._row(row, last if row is block.rows[-1] else cells, "", mark)
            mark = ""
        out.append("</w:tbl>")
        self._after_table = True

    def _row(self, row: Row, openings: tuple[str, ...], header: str, table_mark: str) -> None:
        """A row that no page end splits. Its first cell holds the row's bookmark, in the first row the table's too."""
        out = self._out
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>")
        marks = [name for name in (table_mark, block_mark(row.id)) if name]
        for position, opening in enumerate(openings):
            out.append(opening)
            starts = [self._start(name) for name in marks]
            if position < len(row.cells):
                self._spans(row.cells[position])
            out.extend(f'<w:bookmarkEnd w:id="{start}"/>' for start in reversed(starts))
            out.append("</w:p></w:tc>")
            marks = []
        out.append("</w:tr>")

    def chart(self, block: Chart) -> None:
        """Title and drawing in one paragraph, and the note, kept on one page.

        In a line of an exact pitch a drawing would be cut to a strip, so their lines are as high as what is in them.
        """
        from briefing.export.docx.drawings import inline  # few documents have any
        from briefing.page.chart_scene import HEIGHT

        out, looks = self._out, self._looks
        self._charts.append(block)
        number = len(self._charts)
        kept, after = (_KEPT, 0) if block.note else (_FREE, CHART_AFTER)
        out.append(
            f"<w:p><w:pPr>{looks.head_style}{kept}<w:keepLines/>{self.new_page}"
            f'<w:spacing w:before="{CHART_BEFORE}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
            '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
        )
        self.new_page = ""
        start = self._start(block_mark(block.id))
        self._spans(block.title)
        out.append("<w:r><w:br/></w:r>")
        out.append(inline(block, number, next(self._free), looks.text_width / 20, HEIGHT))
        out.append(f'<w:bookmarkEnd w:id="{start}"/></w:p>')
        self._under(block.note)

    def picture(self, block: Picture) -> None:
        """A picture in a line as high as itself, and its caption, kept on one page."""
        from briefing.export.docx.drawings import inline  # few documents have any

        out = self._out
        self._charts.append(block)
        width, height = fitted(block.width, block.height, self._looks.text_width / 20)
        kept, after = (_KEPT, 0) if block.caption else ("", CHART_AFTER)
        out.append(
            f"<w:p><w:pPr>{kept}<w:keepLines/>{self.new_page}"
            f'<w:spacing w:before="{CHART_BEFORE}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
            '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
        )
        self.new_page = ""
        start = self._start(block_mark(block.id))
        out.append(inline(block, len(self._charts), next(self._free), width, height))
        out.append(f'<w:bookmarkEnd w:id="{start}"/></w:p>')
        self._under(block.caption)

    def divider(self, block: Divider, number: int) -> None:
        """A rule across the text, the lower border of an empty line of a point; `number` of those one after another.

        Neighbours with the very same border have it once (ISO/IEC 29500-1, 17.3.1.24), so every other one has a colour
        that is another by the least there is.
        """
        color = f"{int(divider_color(self._looks.letterhead).lstrip('#'), 16) ^ (number + 1) % 2:06X}"
        self._out.append(
            f"<w:p><w:pPr>{self.new_page}<w:pBdr>"
            f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{color}"/></w:pBdr>'
            f'<w:spacing w:before="{CHART_BEFORE}" w:after="{CHART_AFTER}" w:line="20" w:lineRule="exact"/></w:pPr>'
        )
        start = self._start(block_mark(block.id))
        self._out.append(f'<w:bookmarkEnd w:id="{start}"/></w:p>')
        self.new_page, self._after_table = "", False

    def _under(self, words: Spans) -> None:
        """What is said under a drawing, if anything."""
        if words:
            looks = self._looks
            self._out.append(f"{looks.openings['note'][0]}{looks.closings['note'][0]}")
            self._spans(words)
            self._out.append("</w:p>")
        self._after_table = False

    def _space(self, pitch: int) -> None:
        self._out.append(
            f'<w:p><w:pPr>{self.new_page}<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
            "</w:pPr></w:p>"
        )
        self.new_page = ""

    def finish(self) -> Body:
        if self._after_table or not self._out:
            self._space(_HAIR)
        return Body("".join(self._out), tuple(self._lists), tuple(self._links), tuple(self._charts), tuple(self._notes))
