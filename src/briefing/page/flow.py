"""Where pages end: arithmetic on heights with a word processor's rules, and nothing of fonts or drawing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.compose.notes_look import NOTE_AFTER, SEPARATOR
from briefing.frozen import frozen

#: A file holds a paragraph of this height between two tables, since Word would make one of them, and one of the other
#: height that starts the page of a table; so they stand on the page too.
TABLES_APART, TABLE_STARTS_PAGE = 8.0, 1.0

#: Room above the first footnote of a page, in which the line that parts them from the text stands: as LibreOffice has
#: it, a millimetre on either side of the line, and as a file asks of Word; less what is not left under the last note.
NOTES_APART = SEPARATOR - NOTE_AFTER

#: Heights that differ by less are equal: layout rounds at a 64th of a layout unit.
SLACK = 0.02


@frozen
class Flow:
    """What page ends depend on in one block, in points.

    `edges` are the tops of its lines (or table rows) and, last, the bottom: n lines have n + 1 edges. `guard` is the
    least number of lines on either side of a page end. `head` is the height of rows repeated above each part.
    `lead` and `trail` are room inside the block above its first line and below its last one, for borders.
    `breaks` ends the page and takes no room. `notes` are the footnotes: the line of each one's reference, its height.
    """

    edges: tuple[float, ...] = (0.0,)
    before: float = 0.0
    after: float = 0.0
    guard: int = 2
    head: float = 0.0
    lead: float = 0.0
    trail: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    starts_page: bool = False
    breaks: bool = False
    contextual: bool = False
    is_table: bool = False
    style: str = ""
    notes: tuple[tuple[int, float], ...] = ()

    @property
    def count(self) -> int:
        return len(self.edges) - 1

    @property
    def height(self) -> float:
        return self.head + self.lead + self.edges[-1] + self.trail

    @property
    def least(self) -> int:
        """The fewest lines that may stand at the foot of a page."""
        if self.keep_lines or self.count < 2 * self.guard:
            return self.count
        return self.guard

    def foot(self, first: int, last: int) -> float:
        """Height of the footnotes of lines `first` to before `last`."""
        return sum(height for line, height in self.notes if first <= line < last)

    def height_to(self, line: int) -> float:
        """Height from the top of the block to the foot of its first `line` lines."""
        return self.height if line >= self.count else self.head + self.lead + self.edges[line]


@frozen
class Place:
    """The line of a block with which a page starts."""

    block: int
    line: int


@frozen
class Slice:
    """Lines `first` to before `last` of a block, their part of the block beginning `y` below the text area's top."""

    block: int
    first: int
    last: int
    y: float


@frozen
class Sheet:
    """What stands on one page. `next` starts the next one, none after the last; `seen` is the last block looked at.

    A change behind `seen` cannot change this sheet.
    """

    start: Place
    slices: tuple[Slice, ...]
    next: Place | None
    seen: int


def gap(above: Flow | None, below: Flow) -> float:
    """Room between two blocks: the larger of the one's after and the other's before, as Word and LibreOffice read it.

    With contextual spacing a block drops its own share towards a neighbour of the same style.
    """
    if above is None:
        return below.before
    if above.is_table and below.is_table:
        return TABLES_APART
    same = above.style == below.style
    after = 0.0 if same and above.contextual else above.after
    before = 0.0 if same and below.contextual else below.before
    return max(after, before)


def fill(flows: Sequence[Flow], start: Place, height: float) -> Sheet:
    """One page of `height` points from `start` on; always takes at least one line."""
    slices: list[Slice] = []
    index, line, y, seen = start.block, start.line, 0.0, start.block
    foot = 0.0
    while index < len(flows):
        flow = flows[index]
        seen = max(seen, index)
        if flow.breaks:
            index, line = index + 1, 0
            if slices:
                while index < len(flows) and flows[index].breaks:
                    index += 1
                return _sheet(start, slices, flows, Place(index, 0), index)
            continue
        above = flows[slices[-1].block] if slices else None
        top = y
        if line == 0:
            top += gap(above, flow) if above is not None else _room_on_top(flows, index)
        if above is not None and line == 0:
            if flow.starts_page:
                return _sheet(start, slices, flows, Place(index, 0), seen)
            if flow.keep_next and not above.keep_next:
                need, seen = _chain(flows, index, seen, foot)
                if top + need > height - foot + SLACK:
                    return _sheet(start, slices, flows, Place(index, 0), seen)
        last = _fit_noted(flow, line, height - foot - top, not slices, foot)
        if last == line and flow.count:
            return _sheet(start, slices, flows, Place(index, line), seen)
        slices.append(Slice(index, line, last, top))
        foot += _apart(flow.foot(line, last), foot)
        if last < flow.count:
            return _sheet(start, slices, flows, Place(index, last), seen)
        y = top + part_height(flow, line, last)
        index, line = index + 1, 0
    return _sheet(start, slices, flows, None, len(flows))


def _room_on_top(flows: Sequence[Flow], index: int) -> float:
    """Room above a block that begins a page: its own before, but none where the page ended by itself.

    So Word and LibreOffice do it; the document's first page and a page that was asked for keep it.
    """
    flow = flows[index]
    asked = flow.starts_page or (index > 0 and flows[index - 1].breaks)
    if flow.is_table:
        return TABLE_STARTS_PAGE if asked else 0.0
    return flow.before if asked or index == 0 else 0.0


def part_height(flow: Flow, first: int, last: int) -> float:
    """Height of a part of a block: a head and borders belong to its ends, a repeated head to every part."""
    lead = flow.lead if first == 0 else 0.0
    trail = flow.trail if last == flow.count else 0.0
    return flow.head + lead + flow.edges[last] - flow.edges[first] + trail


def _sheet(start: Place, slices: list[Slice], flows: Sequence[Flow], next_: Place | None, seen: int) -> Sheet:
    if next_ is not None and next_.block >= len(flows):
        next_, seen = None, len(flows)
    return Sheet(start, tuple(slices), next_, seen)


def _apart(notes: float, foot: float) -> float:
    """Room that footnotes take where those before them on the page take `foot`."""
    return notes + NOTES_APART if notes and not foot else notes


def _chain(flows: Sequence[Flow], index: int, seen: int, foot: float) -> tuple[float, int]:
    """Height of the blocks kept together from `index` on, with the fewest lines of what follows them."""
    need, notes, above = 0.0, 0.0, None
    while index < len(flows):
        flow = flows[index]
        if flow.breaks or (above is not None and flow.starts_page):
            break
        if above is not None:
            need += gap(above, flow)
        if not flow.keep_next:
            need += flow.height_to(flow.least)
            notes += flow.foot(0, flow.least)
            break
        need += flow.height
        notes += flow.foot(0, flow.count)
        above = flow
        index += 1
    return need + _apart(notes, foot), max(seen, index)


def _fit_noted(flow: Flow, line: int, room: float, forced: bool, foot: float) -> int:
    """As `_fit`, where the footnotes of the lines that stand here take of the same room; a line has its notes with it.

    On an empty page one line is taken in any case, and its notes with it.
    """
    last = _fit(flow, line, room, forced)
    if not flow.notes:
        return last
    for stop in range(last, line, -1):
        need = _apart(flow.foot(line, stop), foot)
        if part_height(flow, line, stop) + need <= room + SLACK:
            if stop < flow.count and not forced:
                stop = min(stop, flow.count - flow.guard)
                return stop if stop > line and not (line == 0 and stop < flow.least) else line
            return stop
    return line + 1 if forced else line


def _fit(flow: Flow, line: int, room: float, forced: bool) -> int:
    """How far a block gets in `room` points from `line` on: the line after the last that stands here.

    Never leaves fewer than `guard` lines on either side of the page end. `forced`, on an empty page, takes what
    has room, and one line where nothing has.
    """
    count = flow.count
    if part_height(flow, line, count) <= room + SLACK:
        return count
    lead = flow.head + (flow.lead if line == 0 else 0.0)
    reach = bisect_right(flow.edges, flow.edges[line] + room - lead + SLACK) - 1
    reach = min(max(reach, line), count - 1)
    last = min(reach, count - flow.guard) if not flow.keep_lines or forced else line
    if line == 0 and last < flow.least and not forced:
        return line
    if last <= line:
        return max(reach, line + 1) if forced else line
    return last
