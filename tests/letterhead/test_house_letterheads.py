"""The letterheads that ship: built the same each time, and looking as the house wants its page to look."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage
from tests.letterhead.changed_letterhead import parts_of

from briefing.compose.document import ROLE_STYLES, TABLE_HEAD_STYLE, TABLE_TEXT_STYLE
from briefing.letterhead.model import Letterhead, Piece
from briefing.letterhead.reader import read

ROOT = Path(__file__).parents[2]
PACKS = ("briefing-note", "press-release")


def shipped(pack: str) -> bytes:
    return (ROOT / "templates" / pack / "letterhead.docx").read_bytes()


@pytest.fixture(scope="module", params=PACKS)
def letterhead(request: pytest.FixtureRequest) -> Letterhead:
    return read(shipped(request.param))


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return import_module("make_letterheads")


@pytest.mark.parametrize("pack", PACKS)
def test_the_tool_builds_what_ships(pack: str, tool: ModuleType) -> None:
    device = tool.draw_device()
    built = tool.letterheads(device)[pack]
    found = parts_of(shipped(pack))
    picture = "word/media/device.png"
    assert {name: data for name, data in built.items() if name != picture} == {
        name: data for name, data in found.items() if name != picture
    }
    drawn, kept = QImage.fromData(built[picture]), QImage.fromData(found[picture])
    assert drawn.size() == kept.size()
    # Another version of the drawing library may differ by a shade at an edge.
    step = range(5, drawn.width(), 20)
    assert all(abs(drawn.pixelColor(x, y).alpha() - kept.pixelColor(x, y).alpha()) < 32 for x in step for y in step)


def test_two_builds_are_equal(tool: ModuleType) -> None:
    device = tool.draw_device()
    first, second = (tool.pack(tool.letterheads(device)["briefing-note"]) for _ in range(2))
    assert first == second


def test_the_page_is_a4_with_side_margins_of_68_points(letterhead: Letterhead) -> None:
    page = letterhead.page
    assert (page.width, page.height) == pytest.approx((595.3, 841.9))
    assert (page.left, page.right) == (68, 68)


def test_each_role_has_a_style_of_its_own(letterhead: Letterhead) -> None:
    names = {*ROLE_STYLES.values(), TABLE_HEAD_STYLE, TABLE_TEXT_STYLE, "Fact Label", "Hyperlink", "Strong", "Emphasis"}
    assert {name.lower() for name in names} <= set(letterhead.styles)


@pytest.mark.parametrize(
    ("name", "family", "size", "pitch", "color"),
    [
        ("Body Text", "Liberation Serif", 11, 15.5, "#1a1b1e"),
        ("List Bullet", "Liberation Serif", 11, 15.5, "#1a1b1e"),
        ("Title", "Liberation Serif", 21, 26, "#1a1b1e"),
        ("Subtitle", "Liberation Serif", 12, 17, "#55585e"),
        ("heading 1", "Liberation Sans", 10, 14, "#1f3a5f"),
        ("Table Text", "Liberation Sans", 9.5, 16.5, "#1a1b1e"),
        ("Note", "Liberation Sans", 7.5, 10, "#55585e"),
        ("footer", "Liberation Sans", 8, 9.6, "#55585e"),
    ],
)
def test_styles_have_the_sizes_of_the_house(
    letterhead: Letterhead, name: str, family: str, size: float, pitch: float, color: str
) -> None:
    style = letterhead.style(name)
    assert (style.face.family, style.face.size, style.pitch, style.face.color) == (family, size, pitch, color)


def test_each_pitch_leaves_room_for_accents(letterhead: Letterhead) -> None:
    tight = [style.name for style in letterhead.styles.values() if (style.pitch or 99) < 1.2 * style.face.size]
    assert tight == []


def test_headings_stay_with_what_follows(letterhead: Letterhead) -> None:
    levels = [letterhead.style(f"heading {number}") for number in (1, 2, 3)]
    assert [style.outline for style in levels] == [0, 1, 2]
    assert all(style.keep_next and style.keep_lines for style in levels)


def test_lists_step_in_by_16_points_and_the_third_level_stands_under_a_fact(letterhead: Letterhead) -> None:
    under = letterhead.style("Fact").left
    for name, mark, hang in (("List Bullet", "•–•", 13), ("List Number", None, 16)):
        styles = [letterhead.item_style(name, level) for level in range(4)]
        assert [style.left for style in styles] == [16, 32, under + hang, under + hang]
        marks = [style.mark.text for style in styles[:3] if style.mark]
        assert marks == (list(mark) if mark else ["%1."] * 3)


def test_what_follows_in_a_fact_stands_under_its_text(letterhead: Letterhead) -> None:
    assert letterhead.item_style("List Continue", 2).left == letterhead.style("Fact").left


def test_tables_have_rules_under_head_and_rows_and_no_padding(letterhead: Letterhead) -> None:
    look = letterhead.table
    assert look.head_rule is not None
    assert look.row_rule is not None
    assert (look.head_rule.color, look.row_rule.color) == ("#1f3a5f", "#c9cdd3")
    assert (look.pad_left, look.pad_right) == (0, 0)


def names(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.kind in ("value", "field")]


def test_the_marking_stands_on_every_page(letterhead: Letterhead) -> None:
    for furniture in (letterhead.first_footer, letterhead.footer):
        assert names(furniture.lines[0].pieces) == ["marking", "PAGE", "NUMPAGES"]
    assert "marking" in names(letterhead.header.lines[0].pieces)


def test_the_first_header_names_country_and_ministry_beside_the_device() -> None:
    lines = read(shipped("briefing-note")).first_header.lines
    assert [names(line.pieces) for line in lines] == [["country", "marking"], ["ministry", "department"], []]
    (picture,) = lines[0].pictures
    assert (picture.x, picture.width, picture.height) == (0, 33, 33)
    assert picture.y == pytest.approx(-4.7)
    assert "star" in picture.description
    assert picture.data.startswith(b"\x89PNG")
    assert lines[2].style.bottom is not None


def test_a_press_release_names_no_department() -> None:
    lines = read(shipped("press-release")).first_header.lines
    assert [names(line.pieces) for line in lines] == [["country", "marking"], ["ministry"], []]
