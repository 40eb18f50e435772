"""The text gate: what enters is NFC, has one kind of line end, and nothing is dropped in silence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.gate import admit, admit_line

#: All code points, halves of surrogate pairs too, with the ones that matter drawn often.
any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\x00\x0b\x0c\r\n\t\x1b\x7f\x85\u2028\ud800\udfff\ufdd0\ufffe\uffff\U0001fffe\u0301e"),
    )
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain words", "plain words"),
        ("soft\x0bbreak", "soft\nbreak"),
        ("page\x0cbreak", "page\nbreak"),
        ("Windows\r\nold Mac\rUnix\n", "Windows\nold Mac\nUnix\n"),
        ("next\x85line\u2028separator\u2029", "next\nline\nseparator\n"),
        ("nul\x00 esc\x1b del\x7f", "nul\u2400 esc\u241b del\u2421"),
        ("c1\x9c", "c1\ufffd"),
        ("half\ud800 pair", "half\ufffd pair"),
        ("ours\ufdd0 and\ufdef", "ours\ufffd and\ufffd"),
        ("last\ufffe two\uffff", "last\ufffd two\ufffd"),
        ("of each plane \U0001fffe \U0010ffff", "of each plane \ufffd \ufffd"),
        ("e\u0301", "é"),
        ("tab\tstays", "tab\tstays"),
        ("a\u00a0b \u200f \u2066x\u2069", "a\u00a0b \u200f \u2066x\u2069"),
    ],
)
def test_text_is_admitted_as(typed: str, kept: str) -> None:
    assert admit(typed) == kept


def test_a_line_has_no_breaks_and_its_words_stay_apart() -> None:
    assert admit_line("Ministry\nof\tForeign\x0bAffairs") == "Ministry of Foreign Affairs"


@given(any_text)
def test_what_was_admitted_is_admitted_unchanged(text: str) -> None:
    assert admit(admit(text)) == admit(text)
    assert admit_line(admit_line(text)) == admit_line(text)


@given(any_text)
def test_whatever_is_admitted_can_stand_in_any_file(text: str) -> None:
    kept = admit(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(each) == "Cc" for each in kept if each not in "\n\t")
    assert not any(0xFDD0 <= ord(each) <= 0xFDEF or ord(each) & 0xFFFE == 0xFFFE for each in kept)
    assert "\n" not in admit_line(text)


@given(any_text)
def test_no_character_is_dropped(text: str) -> None:
    visible = unicodedata.normalize(
        "NFC", "".join("x" if each.isspace() or not each.isprintable() else each for each in text)
    )
    assert len(admit(text)) >= len(visible) - text.count("\r\n")
