"""The place in view: which line stands at the top of the view, and where it went when the pages changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from briefing.desktop.page_desk import Desk
from briefing.frozen import frozen
from briefing.page.pages import Pages, Placed
from briefing.page.text import Text


@frozen
class PlaceInView:
    """A line of a text, the `index`-th of its page, whose top is `below` pixels under the top of the view."""

    page: int
    index: int
    text: Text
    line: int
    below: float


def find_place(pages: Pages, desk: Desk, top: int) -> PlaceInView | None:
    """The first whole or cut line below `top`; none at the very top, which stays the top."""
    if top <= 0 or not len(pages):
        return None
    for number in range(desk.page_at(top), len(pages)):
        # In points of the page: hundreds of lines are asked at each key.
        least = desk.to_page(QPointF(0.0, top), number).y()
        for index, placed in enumerate(pages[number].body.texts):
            if placed.bottom <= least:
                continue
            line = next(
                at for at in range(placed.first, placed.last) if placed.y + placed.text.lines[at].bottom > least
            )
            head = _on_desk(desk, number, placed.y + placed.text.lines[line].top)
            return PlaceInView(number, index, placed.text, line, head - top)
    return None


def restore_place(place: PlaceInView | None, pages: Pages, desk: Desk) -> int | None:
    """Where the view's top has to be so that the line stands where it stood; none when it may stay."""
    if place is None or not len(pages):
        return None
    found = _find_again(place, pages)
    if found is None:
        return None
    number, placed = found
    line = min(max(place.line, placed.first), placed.last - 1)
    return round(_on_desk(desk, number, placed.y + placed.text.lines[line].top) - place.below)


def _find_again(place: PlaceInView, pages: Pages) -> tuple[int, Placed] | None:
    """The same text; or what stands in its place on its page and is of the same block; or the block's first part."""
    for number, placed in _outward(pages, place.page):
        if placed.text is place.text and placed.first <= place.line < placed.last:
            return number, placed
    if place.page < len(pages):
        texts = pages[place.page].body.texts
        if place.index < len(texts) and texts[place.index].text.block == place.text.block:
            return place.page, texts[place.index]
    return next((found for found in _outward(pages, place.page) if found[1].text.block == place.text.block), None)


def _outward(pages: Pages, start: int) -> Iterator[tuple[int, Placed]]:
    """All texts, page by page, the pages nearest to `start` first."""
    for number in sorted(range(len(pages)), key=lambda page: abs(page - start)):
        for placed in pages[number].body.texts:
            yield number, placed


def _on_desk(desk: Desk, number: int, y: float) -> float:
    return desk.to_desk(QRectF(0.0, y, 0.0, 0.0), number).y()
