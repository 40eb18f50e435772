"""Growth: a percentage, factor or amount of change against two levels, and against each other."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "it fits": ("a total | 2022 | 325.9 | growth: +40.0 %\nb total | 2021 | 232.8", []),
    "it does not": ("a total | 2022 | 325.9 | growth: +48 %\nb total | 2021 | 232.8", ["error growth a b"]),
    "rounding explains it": ("a total | 2022 | 2.3 | growth: +12.0 %\nb total | 2021 | 2.1", ["note growth a b"]),
    "zeros may be rounded": ("a total | 2022 | 325.9 | growth: +43 %\nb total | 2021 | 230", ["warning growth a b"]),
    "a fall without a sign": ("a total | 2022 | 91.1 | percent: 8.9 | way: fell\nb total | 2021 | 100.0", []),
    "its way in its words alone": (
        "a total | 2022 | 91.1 | percent: 8.9 | printed: down 8.9 %\n"
        "b total | 2021 | 100.0",
        [],
    ),
    "the base is named": (
        "a total | 2022 | 120.4 | growth: +50.1 % | base: 2019\n"
        "b total | 2021 | 110.2\nc total | 2019 | 80.2",
        [],
    ),
    "the base is in the words": (
        "a total | 2022 | 120.4 | percent: 50.1 | printed: 50.1 % more than in 2019\n"
        "b total | 2021 | 110.2\nc total | 2019 | 80.2",
        [],
    ),
    "it is of an earlier year": (
        "a total | 2022 | 120.4 | growth: +50.1 %\nb total | 2021 | 110.2\nc total | 2019 | 80.2",
        ["warning like_for_like a c b"],
    ),
    "of the quarter before, in words": (
        "a total | Q2 2023 | 120.4 | percent: 9.0 | printed: up 9 % on the previous quarter\nb total | Q1 2023 | 114.7",
        ["error growth a b", "note like_for_like a"],
    ),
    "times as much": ("a total | 2022 | 300.3 | factor: 3 | means: level\nb total | 2021 | 100.2", []),
    "times more": ("a total | 2022 | 400.3 | factor: 3 | means: increase\nb total | 2021 | 100.2", []),
    "times more than it is": (
        "a total | 2022 | 300.3 | factor: 3.0 | means: increase\nb total | 2021 | 100.2",
        ["warning claim a b"],
    ),
    "times as much, though more": (
        "a total | 2022 | 400.3 | factor: 3.0 | means: level\nb total | 2021 | 100.2",
        ["warning claim a b"],
    ),
    "neither reading": (
        "a total | 2022 | 250.3 | factor: 3.0 | means: increase\nb total | 2021 | 100.2",
        ["error growth a b"],
    ),
    "fell to a part": ("a total | 2022 | 47.5 | factor: 2.1 | way: fell\nb total | 2021 | 99.8", []),
    "fell to another part": (
        "a total | 2022 | 60.5 | factor: 2.1 | way: fell\nb total | 2021 | 99.8",
        ["error growth a b"],
    ),
    "fell to 0.6 of it": ("a total | 2022 | 60.5 | factor: 0.6 | way: fell\nb total | 2021 | 99.8", []),
    "an amount of change": ("a total | 2022 | 111 | by: 14 million | way: grew\nb total | 2021 | 97", []),
    "another amount": ("a total | 2022 | 111 | by: 24 million | way: grew\nb total | 2021 | 97", ["error growth a b"]),
    "a fall by an amount": ("a total | 2022 | 97 | by: 14 million | way: fell\nb total | 2021 | 111", []),
    "percentage and amount without a base": ("a total | 2022 | 45 | growth: +45.2 % | by: 14 million", []),
    "which do not fit": ("a total | 2022 | 45 | growth: +35.2 % | by: 14 million", ["error growth a"]),
    "percentage and factor": ("a total | 2022 | 45 | growth: +48 % | factor: 2.1 | means: level", ["error growth a"]),
    "percentage and factor without a level": (
        "a total | 2022 | | growth: +48 % | factor: 2.1 | means: level",
        ["error growth a"],
    ),
    "percentage and amount from a base": (
        "a total | 2022 | | growth: +48 % | by: 14 million\nb total | 2021 | 97.3",
        ["error growth a b"],
    ),
    "a deficit grows by its size": ("a balance | 2022 | -5.6 | growth: +12 %\nb balance | 2021 | -5.0", []),
    "or falls as a balance": ("a balance | 2022 | -5.6 | growth: -12 %\nb balance | 2021 | -5.0", []),
    "a deficit and another growth": (
        "a balance | 2022 | -5.6 | growth: +22 %\nb balance | 2021 | -5.0",
        ["error growth a b"],
    ),
    "from a deficit to a surplus": ("a balance | 2022 | 5.6 | growth: +22 %\nb balance | 2021 | -5.0", []),
    "from nothing": ("a total | 2022 | 5.6 | growth: +22 %\nb total | 2021 | 0", []),
    "more before than in the whole year": (
        "a total | Jan-Sep 2023 | 150.5 | growth: -50.4 %\nb total | 2022 | 210.3",
        ["error growth a b", "warning like_for_like a b"],
    ),
    "no more than the whole year": (
        "a total | Jan-Sep 2023 | 150.5 | growth: -20.4 %\nb total | 2022 | 210.3 | growth: -2 %",
        [],
    ),
    "fiscal years": (
        "a total | fiscal 2022-23 | 120.4 | growth: +19.5 %\n"
        "b total | fiscal 2021-22 | 110.0",
        ["error growth a b"],
    ),
    "days": (
        "a total | 1 Jan-15 Oct 2023 | 50.2 | growth: +10.3 %\n"
        "b total | 1 Jan-15 Oct 2022 | 45.0",
        ["error growth a b"],
    ),
    "a stock at a date": (
        "a companies | 1 Nov 2023 | 1021 units | growth: +6.1 %\n"
        "b companies | 1 Nov 2022 | 991 units",
        ["error growth a b"],
    ),
    "in real terms": (
        "a total | 2023 | 325.9 | percent: 5.4 | printed: rose 5.4 % in real terms\nb total | 2022 | 280.0",
        ["note claim a b"],
    ),
    "a target against what came about": (
        "a total | 2025 | 980 | status: target | factor: 4 | means: level | base: 2022\nb total | 2022 | 325.9",
        ["error growth a b"],
    ),
    "to nothing, as it is rounded": ("a total | 2022 | 0.0 | growth: -100 %\nb total | 2021 | 2.6", []),
    "to nothing, and more by a percentage": (
        "a total | 2022 | 0.0 | growth: +3.8 %\nb total | 2021 | 2.6",
        ["error growth a b"],
    ),
    "to nothing, and as much by a factor": (
        "a total | 2022 | 0.0 | factor: 1.0 | means: level\nb total | 2021 | 2.6",
        ["error growth a b"],
    ),
    "to nothing, and more by an amount": (
        "a total | 2022 | 0 | by: 14 million | way: grew\nb total | 2021 | 12",
        ["error growth a b"],
    ),
    "another source": (
        "a total | 2022 | 325.9 | growth: +48.2 % | source: s1\nb total | 2021 | 232.8 | source: s2",
        ["warning growth a b"],
    ),
    "the base stands twice": (
        "a total | 2022 | 325.9 | growth: +48.2 %\nb total | 2021 | 232.8\nc total | 2021 | 233",
        ["error growth a b", "note same_figure b c"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_growth(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("it does not", "325.9 after 232.8 is +40 %, not +48 %."),
        ("fell to another part", "99.8 was 1.65 times 60.5, not 2.1 times."),
        ("neither reading", "250.3 is 1.5 times more than 100.2, not 3.0 times."),
        ("another amount", "111 after 97 is a change of 14, not 24."),
        ("which do not fit", "A change of 14 million to 45 million USD is +45.2 %, not +35.2 %."),
        ("percentage and factor without a level", "“2.1 times” is +110 %, not +48 %."),
        ("percentage and amount from a base", "A change of 14 million from 97.3 million USD is +14 %, not +48 %."),
        ("times more than it is", "“3.0 times” says 4 times as much; the figures give 3 times as much."),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert words(TABLE + CASES[name][0], "growth", "claim") == said


def test_more_before_than_in_the_whole_year_is_told() -> None:
    said = words(TABLE + CASES["more before than in the whole year"][0], "growth")
    assert said == "Before −50.4 %, 150.5 was more in January–September 2022 alone than the 210.3 of all 2022."
