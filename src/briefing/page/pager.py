"""A document put on pages: what did not change since the last time is neither laid out nor placed again."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.changes import Change, changes, same
from briefing.compose.document import (
    Block,
    Chart,
    Column,
    Counts,
    Divider,
    Document,
    Paragraph,
    Picture,
    Row,
    Spans,
    Table,
    counted,
    number_of,
    stays_with,
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


class Entry(NamedTuple):
    """A block, its number in its list, whether it stays on the page of the next one, and how far lists have come."""

    block: Block
    number: int
    kept: bool
    counts: Counts


@frozen
class _Layout:
    """The last document as it was laid out. `sheets` and `bodies` go page by page, the rest block by block.

    `told` is what header and footer were told.
    """

    blocks: tuple[Block, ...]
    entries: list[Entry]
    laid: list[Laid]
    flows: list[Flow]
    rooms: Rooms
    told: object
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
        self._last = _Layout((), [], [], [], self._surround.rooms, None, [], [], Pages(()))

    def lay(self, document: Document) -> Pages:
        """The document's pages, at least one. Pages that look as before are the objects given before."""
        old = self._last
        renewed = _renewed(old.entries, document.blocks, changes(old.blocks, document.blocks))
        entries, laid, flows = list(old.entries), list(old.laid), list(old.flows)
        for place, made in reversed(renewed):
            was = slice(place.was, place.was_end)
            items = self._lay_entries(made, old, was)
            entries[was], laid[was], flows[was] = made, items, [item.flow for item in items]
        self._surround.tell(document.furniture)
        rooms, told = self._surround.rooms, self._surround.told
        if rooms != old.rooms:
            old = replace(old, laid=[], sheets=[], bodies=[])
        sheets, bodies = self._place(old, laid, flows, rooms)
        pages = self._assemble(old.bodies, bodies)
        self._last = _Layout(document.blocks, entries, laid, flows, rooms, told, sheets, bodies, pages)
        return pages

    def _lay_entries(self, entries: Sequence[Entry], old: _Layout, was: slice) -> list[Laid]:
        """These blocks laid out, those that stood in their place before as they were."""
        before = zip(old.entries[was], old.laid[was], strict=True)
        same = {(id(was.block), was.number, was.kept): item for was, item in before}
        return [
            same.get((id(each.block), each.number, each.kept)) or self._lay_block(each.block, each.number, each.kept)
            for each in entries
        ]

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
        self, old: _Layout, laid: Sequence[Laid], flows: Sequence[Flow], rooms: Rooms
    ) -> tuple[list[Sheet], list[Boxes]]:
        """Sheets anew from the first that a change can reach, until one starts as an old one did."""
        changed = changes(old.laid, laid)
        if not changed and old.sheets:
            return old.sheets, old.bodies
        head, behind = (changed[0].start, changed[-1].end) if changed else (0, 0)
        kept = bisect_left(old.sheets, head, key=lambda sheet: sheet.seen)
        sheets, bodies = old.sheets[:kept], old.bodies[:kept]
        moved = len(flows) - len(old.laid)
        # Where as many blocks as before stand between the ends, those of them that are others: pages that none of them
        # can reach stay, and a value that stands at the head of a document and in the middle of it costs two pages.
        others = [at for each in changed for at in range(each.start, each.end)]
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
            if number and place.block - (place.line == 0) >= behind:
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

            under = max((placed.bottom for placed in texts), default=room.top)
            more_texts, more_rules = put_notes(sheet, laid, left, room.top + room.height, under)
            texts += more_texts
            rules += more_rules
        pictures = tuple(each for each in drawn if isinstance(each, Hung))
        drawings = tuple(each for each in drawn if isinstance(each, Drawn))
        paths = frozenset[str]().union(*(placed.text.paths for placed in texts))
        return Boxes(tuple(texts), tuple(rules), pictures, drawings, paths)

    def _assemble(self, before: Sequence[Boxes], bodies: Sequence[Boxes]) -> Pages:
        """The pages of these bodies; where header and footer say what they said, only the others are made anew."""
        old = self._last.pages
        as_told = self._surround.told is self._last.told and len(bodies) == len(old)
        pages = list(old) if as_told else []
        for change in changes(before, bodies) if as_told else (Change(0, 0, 0, len(bodies)),):
            pages[change.was : change.was_end] = [
                self._page(number, bodies) for number in range(change.start, change.end)
            ]
        return old if same(pages, old.pages) else Pages(tuple(pages))

    def _page(self, number: int, bodies: Sequence[Boxes]) -> Page:
        setup, old, body = self._letterhead.page, self._last.pages, bodies[number]
        header, footer = self._surround.boxes(number, len(bodies))
        before = old[number] if number < len(old) else None
        if before and before.body is body and before.header is header and before.footer is footer:
            return before
        return Page(setup.width, setup.height, header, body, footer)


def _unreached(sheets: Sequence[Sheet], first: int, others: Sequence[int]) -> int:
    """The end of the sheets from `first` on that none of the blocks at `others`, in their order, can change."""
    start = sheets[first].start
    # A page's top depends on the block before it, where the page does not begin inside a block.
    at = bisect_left(others, start.block - (start.line == 0))
    change = others[at] if at < len(others) else -1
    if change < 0:
        return len(sheets)
    return bisect_left(sheets, change, lo=first, key=lambda sheet: sheet.seen)


def _renewed(
    old: Sequence[Entry], blocks: Sequence[Block], changed: Sequence[Change]
) -> list[tuple[Change, list[Entry]]]:
    """The entries of changed blocks, and of those around them whose stay or number in a list is another, by place."""
    found: list[tuple[Change, list[Entry]]] = []
    waiting = deque(changed)
    done = 0
    while waiting:
        each = waiting.popleft()
        moved, end, behind = each.was - each.start, each.end, each.was_end - each.end
        at = first = max(each.start - 1, done)  # what stands before a change may stay with it
        counts = _counts_before(old, first + moved)
        made: list[Entry] = []
        while at < len(blocks) and (at < end or counts != _counts_before(old, at + behind)):
            if waiting and waiting[0].start == at:
                each = waiting.popleft()
                end, behind = each.end, each.was_end - each.end
            block = blocks[at]
            counts = counted(block, counts)
            kept = at + 1 < len(blocks) and stays_with(block, blocks[at + 1])
            made.append(Entry(block, number_of(block, counts), kept, counts))
            at += 1
        found.append((Change(first + moved, at + behind, first, at), made))
        done = at
    return found


def _counts_before(entries: Sequence[Entry], at: int) -> Counts:
    return entries[at - 1].counts if at else ()


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
