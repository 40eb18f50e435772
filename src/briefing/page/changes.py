"""What differs between a page as it was and as it is, so that no more is drawn again than has to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import ne

from briefing.changes import changes
from briefing.page.pages import Boxes, Drawn, Page, Placed, Rule

Box = Placed | Rule | Drawn

Extent = tuple[float, float]


def changed_extents(old: Page, new: Page) -> list[Extent]:
    """Top and bottom, in points, of each stretch that differs between two pages of one size; none when they look alike.

    Glyphs may reach a little beyond their line, so let the area drawn be larger by some points.
    """
    if old is new:
        return []
    both = list(zip(old.parts, new.parts, strict=True))
    if any(before.pictures != after.pictures for before, after in both):
        return [(0.0, new.height)]
    return [extent for before, after in both for extent in _boxes(before, after)]


def _boxes(old: Boxes, new: Boxes) -> Iterator[Extent]:
    if old is new:
        return
    yield from _changed(old.texts, new.texts)
    yield from _changed(old.rules, new.rules)
    yield from _changed(old.drawings, new.drawings)


def _changed(old: Sequence[Box], new: Sequence[Box]) -> Iterator[Extent]:
    """The room of each stretch of boxes that are not those of the other in the same places."""
    for each in changes(old, new, ne):
        rooms = list(map(_room, (*old[each.was : each.was_end], *new[each.start : each.end])))
        yield min(top for top, _ in rooms), max(bottom for _, bottom in rooms)


def _room(box: Box) -> Extent:
    if isinstance(box, Placed):
        return box.top, box.bottom
    if isinstance(box, Rule):
        return box.y - box.width, box.y + box.width
    return box.y, box.y + box.drawing.height
