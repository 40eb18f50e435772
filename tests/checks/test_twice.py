"""Same figure twice: two values, forms or growths of one thing."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, entered, words

from briefing.checks.openings import statistics_of
from briefing.checks.twice import against_earlier

TABLE = "table KZ SE USD million\n"
CASES = {
    "two values": ("a total | 2022 | 198.4\nb total | 2022 | 189.4", ["error same_figure a b"]),
    "one value": ("a total | 2022 | 198.4\nb total | 2022 | 198.4", []),
    "in another scale": ("a total | 2022 | 198.4\nb total | 2022 | 198400 thousand", []),
    "rounded": ("a total | 2022 | 198.4\nb total | 2022 | 198", ["note same_figure a b"]),
    "in words": ("a total | 2022 | more than 190\nb total | 2022 | 198.4", []),
    "rounded to tens": ("a total | 2022 | 198.4\nb total | 2022 | 200", ["warning same_figure a b"]),
    "of two sources": (
        "a total | 2022 | 198.4 | source: s1\n"
        "b total | 2022 | 189.4 | source: s2",
        ["warning same_figure a b"],
    ),
    "revised": (
        "a total | 2022 | 198.4 | status: provisional\n"
        "b total | 2022 | 189.4 | status: revised",
        ["warning same_figure a b"],
    ),
    "of two countries": ("a total | 2022 | 198.4\nb total | 2022 | 189.4 | whose: SE | with: KZ", []),
    "of another scope": ("a total | 2022 | 198.4 | scope: goods\nb total | 2022 | 289.4 | scope: services", []),
    "a target": ("a total | 2022 | 198.4\nb total | 2022 | 250 | status: target", []),
    "counts that may differ": (
        "a companies | 2022 | 1100 units\n"
        "b companies | 2022 | 40 units",
        ["warning same_figure a b"],
    ),
    "counts that a note tells apart": (
        "a companies | 2022 | 1100 units | note: joint\nb companies | 2022 | 40 units | note: Swedish alone",
        [],
    ),
    "two growths": (
        "a total | 2022 | 198.4 | growth: +8.9 %\n"
        "b total | 2022 | 198.4 | growth: +9.8 %",
        ["error same_figure a b"],
    ),
    "two growths that are one": ("a total | 2022 | 198.4 | growth: +8.9 %\nb total | 2022 | 198.4 | growth: +9 %", []),
    "two growths by rounding": (
        "a total | 2022 | | growth: +43 %\n"
        "b total | 2022 | | growth: +40 %",
        ["warning same_figure a b"],
    ),
    "growth of two bases": ("a total | 2022 | | growth: +8.9 %\nb total | 2022 | | growth: +9.8 % | base: 2019", []),
    "growth in two terms": (
        "a total | 2022 | | growth: +8.9 %\n"
        "b total | 2022 | | percent: 5.1 | printed: 5.1 % in real terms",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_same_figure(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "same_figure") == said


def test_its_sentences() -> None:
    assert words(TABLE + CASES["two values"][0]) == "Two values stand for trade of 2022: 198.4 million USD and 189.4."
    said = words(TABLE + CASES["rounded"][0])
    assert (
        said
        == "Two forms stand for trade of 2022: 198.4 million USD and 198. Rounding explains it; one form reads better."
    )
    assert (
        words(TABLE + CASES["two growths"][0]) == "Two values stand for the growth of trade of 2022: +8.9 % and +9.8 %."
    )


def test_a_figure_in_two_forms_counts_by_its_sharper_one() -> None:
    text = f"{TABLE}h total | 2022 | about 330\nt total | 2022 | 325.9\nx export | 2022 | 96.1\nm import | 2022 | 229.8"
    assert brief(text) == []
    more = "y export | 2021 | 80.1\nn import | 2021 | 20.5\nu total | 2021 | 101\nw total | 2021 | 108.6"
    assert sorted(brief(f"{text}\n{more}")) == ["error same_figure u w", "error sum w y n"]


def test_against_an_earlier_dossier() -> None:
    old, _ = entered(f"{TABLE}a total | 2022 | 198.4\nb total | 2021 | 150.1\nc total | 2020 | 99.1")
    new, _ = entered(f"{TABLE}a total | 2022 | 189.4\nb total | 2021 | 150\nd total | 2023 | 201.2")
    (found,) = against_earlier(statistics_of(new), old)
    assert found.message == "Trade of 2022 was 198.4 in an earlier dossier, and is 189.4 million USD here."
    assert (found.severity, found.fields) == ("warning", ("figures[a].amount",))
