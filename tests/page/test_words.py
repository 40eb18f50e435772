"""Words of pages: found across line breaks and fixed blanks, chosen between letters, read out as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose.composer import Composer
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier import files
from briefing.letterhead.reader import read
from briefing.page import words
from briefing.page.pager import Pager
from briefing.page.pages import Pages

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def pages(samples: Path, templates: Path) -> Pages:
    pack = load(templates / "briefing-note")
    document = Composer(pack, language("en")).compose(files.read(samples / "aldenport-2025.json"))
    return Pager(read(pack.letterhead.read_bytes())).lay(document)


def said(pages: Pages, stretch: words.Stretch) -> str:
    return words.text_of(pages, stretch).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("sought", "times"),
    [
        ("marenko", 4),
        ("MARENKO", 4),
        ("38.4 million euros", 1),
        ("no such words", 0),
        ("  ", 0),
        ("(", 3),
        ("in  2024", 1),
    ],
)
def test_words_are_found_whatever_their_capitals_and_blanks(pages: Pages, sought: str, times: int) -> None:
    found = words.find(pages, sought)
    assert len(found) >= times if times else not found
    wanted = " ".join(sought.split()).casefold()
    assert all(" ".join(said(pages, each).split()).casefold() == wanted for each in found)
    assert found == sorted(found, key=lambda each: each.start)


def test_words_over_a_line_break_stand_in_two_rectangles(pages: Pages) -> None:
    text = said(pages, words.whole(pages))  # type: ignore[arg-type]
    sought = next(line for line in text.split("\n") if line.startswith("For\t")).partition("\t")[2]
    (found,) = words.find(pages, sought)
    rects = words.rects_of(pages[0], 0, found)
    assert len(rects) == 2
    assert rects[0].bottom() == pytest.approx(rects[1].top(), abs=0.1)
    assert rects[1].left() == pytest.approx(rects[0].left(), abs=0.5)


def test_all_is_read_out_a_line_to_a_paragraph_with_tabs_between_cells(pages: Pages) -> None:
    stretch = words.whole(pages)
    assert stretch is not None
    lines = said(pages, stretch).split("\n")
    assert lines[:3] == [
        "BRIEFING NOTE",
        "Joint commission with Kestria, fourteenth meeting",
        "Aldenport, 14–15 May 2025",
    ]
    assert "•\tOne veterinary check for food, not two, from 1 September." in lines
    assert "Million euros\tExports\tGrowth\tImports\tGrowth\tTotal\tGrowth" in lines
    assert not any("Restricted" in line for line in lines), "headers and footers are no words of the text"


def test_a_paragraph_over_two_pages_is_one_line(pages: Pages) -> None:
    whole = words.whole(pages)
    assert whole is not None
    split = [
        (one.body.texts[-1], other.body.texts[0])
        for one, other in zip(pages.pages, pages.pages[1:], strict=False)
        if one.body.texts[-1].text is other.body.texts[0].text
    ]
    lines = said(pages, whole).split("\n")
    for above, _ in split:
        assert lines.count(above.text.layout.text().replace("\u00a0", " ")) == 1


@pytest.mark.parametrize("at", [0, 3, 12])
def test_the_spot_at_a_letter_is_that_letter(pages: Pages, at: int) -> None:
    stretch = words.find(pages, "Joint commission with Kestria")[0]
    spot = words.Spot(stretch.start.page, stretch.start.text, stretch.start.at + at)
    (rect,) = words.rects_of(pages[0], 0, words.Stretch(spot, words.Spot(spot.page, spot.text, spot.at + 1)))
    assert words.spot_at(pages[0], 0, rect.left() + 0.5, rect.center().y()) == spot


def test_beyond_all_words_the_nearest_spot_is_meant(pages: Pages) -> None:
    whole = words.whole(pages)
    assert whole is not None
    assert words.spot_at(pages[0], 0, 0.0, 0.0) == whole.start
    last = len(pages) - 1
    assert words.spot_at(pages[last], last, 5000.0, 5000.0) == whole.end


def test_chosen_backwards_is_chosen(pages: Pages) -> None:
    stretch = words.find(pages, "fourteenth meeting")[0]
    assert words.between(stretch.end, stretch.start) == stretch
    assert said(pages, stretch) == "fourteenth meeting"
