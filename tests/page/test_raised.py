"""Words above and below the line: as small and as high as LibreOffice draws them, on lines as high as before."""

from __future__ import annotations

import pytest
from tests.page.page_samples import body, lay, make_letterhead, texts

from briefing.compose.document import Raised, Span
from briefing.letterhead.model import Letterhead
from briefing.page.faces import RAISED, UNITS

pytestmark = pytest.mark.layout
#: Liberation Serif: above the baseline with its gap, and below it, as parts of the size.
ABOVE, BELOW, SIZE = 0.891 + 0.042, 0.216, 11.0


@pytest.fixture
def letterhead() -> Letterhead:
    return make_letterhead()


def baseline(letterhead: Letterhead, raised: Raised) -> tuple[float, float]:
    """How far above the line, in points, the letters of a word stand, and how large they are."""
    line = texts(lay(letterhead, body("a", "m", Span("2", ("m.x",), raised=raised))))[0].lines[0]
    on, above = (run.glyphs[0] for run in line.runs)
    rise = (on.positions()[0].y() - above.positions()[0].y()) / UNITS
    return rise, above.rawFont().pixelSize() / on.rawFont().pixelSize()


def test_they_end_where_the_line_does(letterhead: Letterhead) -> None:
    rise, size = baseline(letterhead, "super")
    assert size == pytest.approx(RAISED, abs=0.02)
    assert rise == pytest.approx((1 - RAISED) * ABOVE * SIZE, abs=0.05)
    rise, size = baseline(letterhead, "sub")
    assert size == pytest.approx(RAISED, abs=0.02)
    assert rise == pytest.approx(-(1 - RAISED) * BELOW * SIZE, abs=0.05)


@pytest.mark.parametrize("role", ["body", "lead"])  # of a pitch of its own, and of the font's
def test_lines_are_as_high_as_without_them(letterhead: Letterhead, role: str) -> None:
    plain, both = (
        texts(lay(letterhead, body("a", "m", Span("2", raised=raised), "end", role=role)))[0].lines[0]
        for raised in ("", "super")
    )
    assert both.height == plain.height
    assert both.baseline == pytest.approx(plain.baseline)


def test_they_lead_back_to_their_field(letterhead: Letterhead) -> None:
    pages = lay(letterhead, body("a", "area in km", Span("2", ("m.x",), raised="super")))
    ((number, room),) = pages.places("m.x")
    hit = pages.span_at(number, room.center().x(), room.center().y())
    assert hit is not None
    assert hit.paths == ("m.x",)
