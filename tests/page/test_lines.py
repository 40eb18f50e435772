"""Lines, marks, tabs and faces as a word processor sets them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication
from tests.page.page_samples import body, lay, make_letterhead, texts

from briefing.compose.document import Column, Row, Span, Table
from briefing.letterhead.model import Face, Letterhead
from briefing.page.faces import UNITS, Faces, missing_fonts, substitute
from briefing.page.text import capitals, measure

pytestmark = pytest.mark.layout


@pytest.fixture
def letterhead(qapp: QGuiApplication) -> Letterhead:
    return make_letterhead()


def test_exact_pitch_has_its_baseline_at_four_fifths(letterhead: Letterhead) -> None:
    placed = texts(lay(letterhead, body("a", "word " * 60)))[0]
    assert [line.top for line in placed.lines] == pytest.approx([15.5 * i for i in range(len(placed.lines))])
    assert placed.lines[0].baseline == pytest.approx(0.8 * 15.5)


def test_own_pitch_counts_the_gap_of_the_font(letterhead: Letterhead) -> None:
    placed = texts(lay(letterhead, body("a", "word", role="lead")))[0]
    assert placed.lines[0].height == pytest.approx(13.8 * 1.1, abs=0.02)


def test_width_is_that_of_the_font_unrounded_and_unkerned(letterhead: Letterhead) -> None:
    """AV in 11 pt Liberation Serif is two times 1479 of 2048 units wide, its kerning left out."""
    width = lay(letterhead, body("a", Span("AV", ("m.x",)))).places("m.x")[0][1].width()
    assert width == pytest.approx(2 * 1479 / 2048 * 11, abs=0.02)


def test_no_letters_are_joined_where_the_font_could(letterhead: Letterhead) -> None:
    family = next(filter(QFontDatabase.hasFamily, ("DejaVu Sans", "C059", "Carlito")), None)
    if family is None:
        pytest.skip("no font that joins letters is installed here")
    style = letterhead.style("Body Text")
    other = replace(style, face=replace(style.face, family=family))
    placed = texts(lay(replace(letterhead, styles={**letterhead.styles, "body text": other}), body("a", "office")))[0]
    (run,) = placed.lines[0].runs
    assert [len(each.glyphIndexes()) for each in run.glyphs] == [len("office")]


def test_fact_jumps_to_its_text_and_wraps_under_it(letterhead: Letterhead) -> None:
    pages = lay(
        letterhead,
        body("a", "For\t", Span("Roman Vassilenko and many others of the house " * 4, ("m.x",)), role="fact"),
    )
    rects = [rect for _, rect in pages.places("m.x")]
    assert len(rects) > 1
    assert [rect.left() for rect in rects] == pytest.approx([68.0 + 77.0] * len(rects), abs=0.05)
    runs = texts(pages)[0].lines[0].runs
    assert [run.color.name() for run in runs][:2] == ["#55585e", "#1a1b1e"]


def test_list_marks_stand_before_the_text(letterhead: Letterhead) -> None:
    items = [body(f"i{i}", "item", role="number") for i in range(12)]
    pages = lay(letterhead, *items, body("b", "point", role="bullet"), body("c", "deeper", role="bullet", level=1))
    strings = [(placed.text.layout.text(), placed.x) for placed in texts(pages)]
    assert [string for string, _ in strings[::2]] == [*(f"{i}." for i in range(1, 13)), "•", "–"]
    assert strings[0][1] == pytest.approx(68.0)
    assert strings[-2][1] == pytest.approx(68.0 + 32.0 - 13.0)


def test_mark_too_wide_for_its_room_pushes_the_first_line_only(letterhead: Letterhead) -> None:
    long = "word " * 60
    pages = lay(letterhead, *(body(f"i{i}", Span(long, ("m.x",)), role="number") for i in range(100)))
    last = [placed for placed in texts(pages) if placed.text.block == "i99"]
    assert last[0].text.layout.text() == "100."
    lefts = [line.shape.naturalTextRect().left() / UNITS for line in last[-1].text.lines]
    assert lefts[0] == pytest.approx(36.0, abs=0.1)
    assert lefts[1] == pytest.approx(16.0)


def test_no_line_ends_at_a_slash_inside_a_word(letterhead: Letterhead) -> None:
    for width in range(20):
        placed = texts(lay(letterhead, body("a", "x" * width, " words of multilateral/regional" * 30)))[0]
        string = placed.text.layout.text()
        assert not [line for line in placed.lines if string[line.start : line.end].endswith("/")]


def test_capitals_keep_one_letter_for_each() -> None:
    assert capitals("Straße ﬁ") == "STRAßE ﬁ"
    assert measure(capitals("Straße 😀")) == measure("Straße 😀") == 9


def test_newline_is_a_forced_break(letterhead: Letterhead) -> None:
    assert len(texts(lay(letterhead, body("a", "one\ntwo")))[0].lines) == 2


def test_table_aligns_numbers_and_rules_its_rows(letterhead: Letterhead) -> None:
    head = Row("h", ((Span("Year"),), (Span("Total"),)))
    rows = tuple(Row(f"r{i}", ((Span("2022"),), (Span("1,234.5"),))) for i in range(3))
    pages = lay(letterhead, Table("t", (Column(0.5), Column(0.5, "right")), (head,), rows))
    rights = [placed.x + placed.lines[0].shape.naturalTextRect().right() / UNITS for placed in texts(pages)[1::2]]
    assert rights == pytest.approx([527.3] * 4, abs=0.05)
    rules = pages[0].body.rules
    assert [rule.color for rule in rules] == ["#1f3a5f", "#c9cdd3", "#c9cdd3", "#c9cdd3"]
    assert rules[2].y - rules[1].y == pytest.approx(16.5 + 0.5)


def test_table_repeats_its_head_on_each_page(letterhead: Letterhead) -> None:
    head = Row("h", ((Span("Year"),),))
    rows = tuple(Row(f"r{i}", ((Span(str(i)),),)) for i in range(100))
    pages = lay(letterhead, Table("t", (Column(1.0),), (head,), rows))
    assert len(pages) == 3
    assert [page.body.texts[0].text.layout.text() for page in pages] == ["Year"] * 3


def test_fonts_that_are_not_here_are_named_and_replaced_by_their_twins(letterhead: Letterhead) -> None:
    times = replace(letterhead.styles["body text"], face=Face("Times New Roman"))
    odd = replace(letterhead.styles["lead"], face=Face("No Such Family 7"))
    other = replace(letterhead, styles={**letterhead.styles, "body text": times, "lead": odd})
    assert missing_fonts(letterhead) == []
    assert "No Such Family 7" in missing_fonts(other)
    assert substitute("Liberation Serif") == "Liberation Serif"
    assert substitute("Times New Roman") in ("Times New Roman", "Liberation Serif", "Tinos")
    assert substitute("No Such Family 7") == "No Such Family 7"


def test_line_height_comes_from_the_font_itself(letterhead: Letterhead) -> None:
    look = Faces().look(Face("Liberation Serif", 12.0))
    assert look.ascent + look.descent == pytest.approx(13.8, abs=0.01)


def strings(letterhead: Letterhead, text: str) -> list[str]:
    placed = texts(lay(letterhead, body("a", text)))[0]
    return [placed.text.layout.text()[line.start : line.end] for line in placed.lines]


def test_a_line_may_end_at_a_hyphen_before_a_digit(letterhead: Letterhead) -> None:
    ends = []
    for width in range(20):
        said = "x" * width + " call 7172-7205-1800-4711" * 8
        lines = strings(letterhead, said)
        assert "".join(lines) == said
        ends += [line.rstrip()[-1] for line in lines[:-1]]
    assert {"-"} < set(ends)


def test_a_word_longer_than_a_line_fills_it_whatever_slashes_it_has(letterhead: Letterhead) -> None:
    address = "https://example.org/" + "a" * 120
    lines = strings(letterhead, address)
    assert "".join(lines) == address
    assert not lines[0].endswith("/")
    assert len(lines) == 2
