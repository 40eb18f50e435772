"""What differs between a page as it was and as it is, so that no more is drawn again than has to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from briefing.page.pages import Boxes, Drawn, Page, Placed, Rule

Box = TypeVar("Box", Placed, Rule, Drawn)

Extent = tuple[float, float]


def changed_extent(old: Page, new: Page) -> Extent | None:
    """Top and bottom, in points, of all that differs between two pages of one size; none when they look the same.

    Glyphs may reach a little beyond their line, so let the area drawn be larger by some points.
    """
    if old is new:
        return None
    both = list(zip(old.parts, new.parts, strict=True))
    if any(before.pictures != after.pictures for before, after in both):
        return 0.0, new.height
    extents = [extent for before, after in both for extent in _boxes(before, after)]
    if not extents:
        return None
    return min(top for top, _ in extents), max(bottom for _, bottom in extents)


def _boxes(old: Boxes, new: Boxes) -> Iterator[Extent]:
    if old is new:
        return
    yield from ((placed.top, placed.bottom) for placed in _changed(old.texts, new.texts))
    yield from ((rule.y - rule.width, rule.y + rule.width) for rule in _changed(old.rules, new.rules))
    yield from ((drawn.y, drawn.y + drawn.drawing.height) for drawn in _changed(old.drawings, new.drawings))


def _changed(old: Sequence[Box], new: Sequence[Box]) -> Iterator[Box]:
    """Boxes of either that are not the same at the start or the end of both."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    yield from old[head : len(old) - tail]
    yield from new[head : len(new) - tail]
