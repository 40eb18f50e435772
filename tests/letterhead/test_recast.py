"""Recast letterheads: other paper, larger letters, room for numbers and remarks; all else as the house has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose.copies import USUAL, Copy
from briefing.export.copies import LARGE, letterhead_for
from briefing.letterhead.model import Furniture, Letterhead
from briefing.letterhead.reader import read
from briefing.letterhead.recast import NUMBER_INDENT, REMARKS, Recasting, recast


@pytest.fixture(params=["briefing-note", "press-release"])
def source(request: pytest.FixtureRequest, templates: Path) -> bytes:
    pack: str = request.param
    return (templates / pack / "letterhead.docx").read_bytes()


def copied(source: bytes, **how: object) -> tuple[Letterhead, Letterhead]:
    return read(source), read(letterhead_for(source, Copy(**how)))  # type: ignore[arg-type]


def last_words(furniture: Furniture) -> str:
    return "".join(piece.text for piece in furniture.lines[-1].pieces)


def test_nothing_is_done_where_nothing_is_asked(source: bytes) -> None:
    assert letterhead_for(source, USUAL) is source
    assert read(recast(source, Recasting())) == read(source)


def test_large_print_is_of_its_size_with_the_white_in_proportion(source: bytes) -> None:
    before, after = copied(source, large=True)
    assert 16 <= after.style("Body Text").face.size <= 18
    factor = LARGE / before.style("Body Text").face.size
    assert factor > 1.3
    for name in ("Body Text", "Title", "Table Text", "heading 2", "List Bullet"):
        one, other = before.style(name), after.style(name)
        assert other.face.size == pytest.approx(one.face.size * factor, abs=0.26), name
        assert other.pitch == pytest.approx((one.pitch or 0) * factor, abs=0.05), name
        assert other.after == pytest.approx(one.after * factor, abs=0.05), name
        assert other.left == pytest.approx(one.left * factor, abs=0.05), name
    assert after.page == before.page


def test_on_a5_margins_shrink_and_stops_at_the_right_stay_there(source: bytes) -> None:
    before, after = copied(source, paper="A5")
    assert (round(after.page.width), round(after.page.height)) == (420, 595)
    assert after.page.left == pytest.approx(before.page.left * after.page.width / before.page.width, abs=0.1)
    assert after.style("Body Text").face.size < before.style("Body Text").face.size
    stops = [tab for line in (*after.first_header.lines, *after.footer.lines) for tab in line.style.tabs]
    assert [tab.at for tab in stops if tab.align == "right"]
    for tab in stops:
        if tab.align == "right":
            assert tab.at == pytest.approx(after.page.text_width, abs=0.6)
    picture, smaller = (each.first_header.lines[0].pictures[0] for each in (before, after))
    assert smaller.width / picture.width == pytest.approx(smaller.height / picture.height, abs=0.01)
    assert smaller.width < picture.width


def test_a_clearance_copy_has_a_wide_margin_and_a_line_at_each_foot(source: bytes) -> None:
    before, after = copied(source, clearance=True)
    assert after.page.right == REMARKS
    assert after.page.text_width == pytest.approx(before.page.text_width - REMARKS + before.page.right)
    for old, new in ((before.first_footer, after.first_footer), (before.footer, after.footer)):
        assert len(new.lines) == len(old.lines) + 1
        assert [piece.kind for piece in new.lines[-1].pieces] == ["value"]
        assert last_words(new) == "clearance"
        assert new.lines[-1].style == new.lines[-2].style


def test_numbered_paragraphs_hang_and_what_belongs_to_them_stands_under_their_words(source: bytes) -> None:
    before, after = copied(source, numbered=True)
    for name in ("Body Text", "Lead"):
        assert (after.style(name).left, after.style(name).first) == (NUMBER_INDENT, -NUMBER_INDENT)
    for name in ("List Bullet", "List Number", "Quote"):
        assert after.style(name).left == pytest.approx(before.style(name).left + NUMBER_INDENT, abs=0.05), name
        assert after.style(name).first == before.style(name).first, name
    assert after.style("Fact") == before.style("Fact")


def test_recasting_twice_gives_the_same_bytes(source: bytes) -> None:
    copy = Copy(paper="A5", large=True, numbered=True, clearance=True)
    assert letterhead_for(source, copy) == letterhead_for(source, copy)
