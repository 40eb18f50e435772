"""A document put on pages: what did not change since the last time is neither laid out nor placed again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from briefing.compose.document import (
    Block,
    Chart,
    Column,
    Divider,
    Document,
    Paragraph,
    Picture,
    Row,
    Spans,
    Table,
    ends_list,
    set_out,
)
from briefing.frozen import frozen
from briefing.letterhead.model import Face, Letterhead
from briefing.letterhead.tints import divider_color
from briefing.page.blocks import Laid, LaidBreak, LaidDivider, LaidRow, LaidTable
from briefing.page.cache import Cache
from briefing.page.faces import Faces
from briefing.page.flow import Flow, Place, Sheet, fill
from briefing.page.furniture import Room, Rooms, Surround, room_of
from briefing.page.lines import Frame, lay_text
from briefing.page.pages import Boxes, Drawn, Hung, Page, Pages, Placed, Rule
from briefing.page.paragraphs import lay_paragraph
from briefing.page.tables import lay_row, lay_table
from briefing.page.text import Text, Words

#: How many laid-out blocks are kept beside those of the document in hand (a paragraph is about 40 kB), and how many
#: table rows and words of charts: those of the table being edited have to be among them.
KEPT, ROWS_KEPT = 256, 1024

#: A block, its number in its list, and whether it stays on the page of the next one.
Entry = tuple[Block, int, bool]


@frozen
class _Layout:
    """The last document as it was laid out. `sheets` and `bodies` go page by page, the rest block by block."""

    entries: list[Entry]
    laid: list[Laid]
    flows: list[Flow]
    rooms: Rooms
    sheets: list[Sheet]
    bodies: list[Boxes]
    pages: Pages


class Pager:
    """Lays documents out on one letterhead; keeps the last layout, so use one pager for one open document.

    Needs a QGuiApplication and its thread.
    """

    def __init__(self, letterhead: Letterhead, kept: int = KEPT) -> None:
        self._letterhead = letterhead
        self._faces = Faces()
        self._blocks = Cache(kept)
        self._rows = Cache(ROWS_KEPT)
        self._surround = Surround(letterhead, self._faces)
        self._last = _Layout([], [], [], self._surround.rooms, [], [], Pages(()))

    def lay(self, document: Document) -> Pages:
        """The document's pages, at least one. Pages that look as before are the objects given before."""
        old = self._last
        entries = _entries(old.entries, document.blocks)
        head, tail = _same_ends(old.entries, entries)
        until = len(old.entries) - tail
        # What changed may stand in two places, with a long way of the same blocks between them.
        between = zip(old.entries[head:until], old.laid[head:until], strict=True)
        same = {(id(block), number, kept): item for (block, number, kept), item in between}
        changed = [
            same.get((id(block), number, kept)) or self._lay_block(block, number, kept)
            for block, number, kept in entries[head : len(entries) - tail]
        ]
        laid = [*old.laid[:head], *changed, *old.laid[until:]]
        flows = [*old.flows[:head], *(item.flow for item in changed), *old.flows[until:]]
        self._surround.tell(document.furniture)
        rooms = self._surround.rooms
        if rooms != old.rooms:
            head = tail = 0
            old = replace(old, sheets=[], bodies=[])
        sheets, bodies = self._place(old, laid, flows, rooms, head, tail)
        pages = self._assemble(bodies)
        self._last = _Layout(entries, laid, flows, rooms, sheets, bodies, pages)
        return pages

    def _lay_block(self, block: Block, number: int, kept: bool) -> Laid:
        return self._blocks.get((block, number, kept), lambda: self._make(block, number, kept))

    def _make(self, block: Block, number: int, kept: bool) -> Laid:
        if isinstance(block, Paragraph):
            laid = lay_paragraph(block, number, self._letterhead, self._faces)
            return replace(laid, flow=replace(laid.flow, keep_next=True)) if kept else laid
        if isinstance(block, Table):
            table = self._make_table(block)
            return replace(table, flow=replace(table.flow, keep_next=True)) if kept else table
        if isinstance(block, Chart):
            return self._make_chart(block)
        if isinstance(block, Divider):
            return LaidDivider(self._letterhead.page.text_width, divider_color(self._letterhead))
        if isinstance(block, Picture):
            from briefing.page.pictures import lay_picture  # few documents have any

            return lay_picture(block, self._letterhead, self._faces)
        return LaidBreak()

    def _make_table(self, table: Table) -> LaidTable:
        def row_layer(row: Row, columns: tuple[Column, ...], is_head: bool) -> LaidRow:
            key = (table.id, row, columns, is_head)
            make = lambda: lay_row(table.id, row, columns, is_head, self._letterhead, self._faces)  # noqa: E731
            return self._rows.get(key, make)

        return lay_table(table, self._letterhead, row_layer)

    def _make_chart(self, chart: Chart) -> Laid:
        from briefing.page.charts import lay_chart  # few documents have any

        def layer(spans: Spans, face: Face) -> Text:
            words = [Words(span.text, face, span) for span in spans]
            make = lambda: lay_text(chart.id, words, Frame(self._letterhead.page.width), self._faces)  # noqa: E731
            return self._rows.get((chart.id, spans, face), make)

        return lay_chart(chart, self._letterhead, self._faces, layer)

    def _place(
        self, old: _Layout, laid: Sequence[Laid], flows: Sequence[Flow], rooms: Rooms, head: int, tail: int
    ) -> tuple[list[Sheet], list[Boxes]]:
        """Sheets anew from the first that a change can reach, until one starts as an old one did."""
        kept = next((i for i, sheet in enumerate(old.sheets) if sheet.seen >= head), len(old.sheets))
        sheets, bodies = old.sheets[:kept], old.bodies[:kept]
        moved = len(flows) - len(old.entries)
        # Where as many blocks as before stand between the ends, those of them that are others: pages that none of them
        # can reach stay, and a value that stands at the head of a document and in the middle of it costs two pages.
        others = [] if moved else [at for at in range(head, len(flows) - tail) if laid[at] is not old.laid[at]]
        starts = {sheet.start: i for i, sheet in enumerate(old.sheets) if i >= max(kept, 1)}
        place: Place | None = old.sheets[kept].start if kept < len(old.sheets) else Place(0, 0)
        while place is not None:
            number = len(sheets)
            if not moved and number < len(old.sheets) and old.sheets[number].start == place:
                until = _unreached(old.sheets, number, others)
                if until > number:
                    sheets += old.sheets[number:until]
                    bodies += old.bodies[number:until]
                    place = old.sheets[until - 1].next
                    continue
            # A page's top depends on the block before it, where the page does not begin inside a block.
            if number and place.block - (place.line == 0) >= len(flows) - tail:
                again = starts.get(Place(place.block - moved, place.line))
                if again is not None and (rooms[1] == rooms[2] or (again - number) % 2 == 0):
                    sheets += [_moved(sheet, moved) for sheet in old.sheets[again:]]
                    bodies += old.bodies[again:]
                    break
            room = room_of(rooms, number)
            sheet = fill(flows, place, room.height)
            body = self._put(sheet, laid, room)
            sheets.append(sheet)
            bodies.append(old.bodies[number] if number < len(old.bodies) and old.bodies[number] == body else body)
            place = sheet.next
        return sheets, bodies

    def _put(self, sheet: Sheet, laid: Sequence[Laid], room: Room) -> Boxes:
        texts: list[Placed] = []
        rules: list[Rule] = []
        drawn: list[Drawn | Hung] = []
        left = self._letterhead.page.left
        for part in sheet.slices:
            more_texts, more_rules, more_drawings = laid[part.block].put(part.first, part.last, left, room.top + part.y)
            texts += more_texts
            rules += more_rules
            drawn += more_drawings
        if any(laid[part.block].flow.notes for part in sheet.slices):
            from briefing.page.notes import put_notes  # few documents have any

            more_texts, more_rules = put_notes(sheet, laid, left, room.top + room.height)
            texts += more_texts
            rules += more_rules
        pictures = tuple(each for each in drawn if isinstance(each, Hung))
        drawings = tuple(each for each in drawn if isinstance(each, Drawn))
        paths = frozenset[str]().union(*(placed.text.paths for placed in texts))
        return Boxes(tuple(texts), tuple(rules), pictures, drawings, paths)

    def _assemble(self, bodies: Sequence[Boxes]) -> Pages:
        setup = self._letterhead.page
        old = self._last.pages
        pages: list[Page] = []
        for number, body in enumerate(bodies):
            header, footer = self._surround.boxes(number, len(bodies))
            before = old[number] if number < len(old) else None
            if before and before.body is body and before.header is header and before.footer is footer:
                pages.append(before)
            else:
                pages.append(Page(setup.width, setup.height, header, body, footer))
        if len(pages) == len(old) and all(map(lambda a, b: a is b, pages, old)):
            return old
        return Pages(tuple(pages))


def _unreached(sheets: Sequence[Sheet], first: int, others: Sequence[int]) -> int:
    """The end of the sheets from `first` on that none of the blocks at `others`, in their order, can change."""
    start = sheets[first].start
    # A page's top depends on the block before it, where the page does not begin inside a block.
    at = bisect_left(others, start.block - (start.line == 0))
    change = others[at] if at < len(others) else -1
    if change < 0:
        return len(sheets)
    return bisect_left(sheets, change, lo=first, key=lambda sheet: sheet.seen)


def _entries(old: Sequence[Entry], blocks: Sequence[Block]) -> list[Entry]:
    """The blocks with their numbers in lists, and whether each stays with the next; those around a change as before.

    A list ends at what is no item: beyond the first such block behind a change, no number can be another.
    """
    most = min(len(old), len(blocks))
    head = next((at for at in range(most) if old[at][0] is not blocks[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at][0] is not blocks[-1 - at]), most)
    if head == len(blocks) == len(old):
        return list(old)
    first = head - 1  # what stands before a change may stay with it
    while first > 0 and not ends_list(blocks[first]):
        first -= 1
    first, until = max(first, 0), len(blocks) - tail
    while until < len(blocks) and not ends_list(blocks[until]):
        until += 1
    shift = len(old) - len(blocks)
    made = list(set_out(tuple(blocks[first : until + 1])))[: until - first]
    return [*old[:first], *made, *old[until + shift :]]


def _same_ends(old: Sequence[Entry], new: Sequence[Entry]) -> tuple[int, int]:
    """How many entries are the same at the start and, of the rest, at the end."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return head, tail


def _moved(sheet: Sheet, by: int) -> Sheet:
    """The same sheet where `by` blocks more stand before it."""
    if by == 0:
        return sheet
    return Sheet(
        start=Place(sheet.start.block + by, sheet.start.line),
        slices=tuple(replace(part, block=part.block + by) for part in sheet.slices),
        next=Place(sheet.next.block + by, sheet.next.line) if sheet.next is not None else None,
        seen=sheet.seen + by,
    )
