"""Pictures on the page: as large as they are or as the text is wide, with their caption, on one page."""

from __future__ import annotations

import pytest
from tests.compose.test_pictures import png
from tests.page.page_samples import body, lay, make_letterhead, texts

from briefing.compose.document import Picture, Span
from briefing.letterhead.model import Letterhead

pytestmark = pytest.mark.layout


@pytest.fixture
def letterhead() -> Letterhead:
    return make_letterhead()


def picture(width: float = 200.0, height: float = 100.0, *caption: Span) -> Picture:
    return Picture("p", png(8, 4), width, height, "The crossing", caption)


def test_it_stands_at_the_left_under_what_is_before_it(letterhead: Letterhead) -> None:
    pages = lay(letterhead, body("a", "Before"), picture(200, 100, Span("Velm", ("meeting.city",))), body("b", "After"))
    (hung,) = pages[0].body.pictures
    before, caption, after = texts(pages)
    assert (hung.x, hung.width, hung.height) == (letterhead.page.left, 200, 100)
    assert before.bottom < hung.y < hung.y + hung.height < caption.top < after.top
    ((_, room),) = pages.places("meeting.city")
    hit = pages.span_at(0, room.center().x(), room.center().y())
    assert hit is not None
    assert hit.paths == ("meeting.city",)


def test_it_is_no_wider_than_the_text(letterhead: Letterhead) -> None:
    (hung,) = lay(letterhead, picture(1000, 500))[0].body.pictures
    assert hung.width == pytest.approx(letterhead.page.text_width)
    assert hung.height == pytest.approx(letterhead.page.text_width / 2)


def test_what_has_no_room_goes_to_the_next_page_with_its_caption(letterhead: Letterhead) -> None:
    filling = [body(f"a{at}", "Line") for at in range(25)]
    pages = lay(letterhead, *filling, picture(400, 400, Span("The bridge")))
    assert [len(page.body.pictures) for page in pages] == [0, 1]
    assert [placed.text.layout.text() for placed in pages[1].body.texts] == ["The bridge"]
