"""Direction: words of growth against signs and levels, what a headline hides, parts beyond whole years."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "it grew": ("a total | 2022 | 100.2 | growth: grew\nb total | 2021 | 90.1", []),
    "it fell": ("a total | 2022 | 80.2 | growth: grew\nb total | 2021 | 90.1", ["error direction a b"]),
    "it grew, said to fall": ("a total | 2022 | 100.2 | growth: fell\nb total | 2021 | 90.1", ["error direction a b"]),
    "too close to tell": ("a total | 2022 | 90 | growth: fell\nb total | 2021 | 90.1", []),
    "by zeros alone": ("a total | 2022 | 100.2 | growth: fell\nb total | 2021 | 90", ["error direction a b"]),
    "by zeros that may hide it": (
        "a total | 2022 | 94.1 | growth: fell\nb total | 2021 | 90",
        ["warning direction a b"],
    ),
    "unchanged": ("a total | 2022 | 90.6 | growth: unchanged\nb total | 2021 | 90.1", []),
    "far from unchanged": ("a total | 2022 | 98.6 | growth: unchanged\nb total | 2021 | 90.1", ["error direction a b"]),
    "since an earlier year": (
        "a total | 2022 | 80.2 | growth: grew\nb total | 2021 | 90.1\nc total | 2019 | 70.1",
        ["warning direction a b"],
    ),
    "not since a named base": (
        "a total | 2022 | 80.2 | growth: grew | base: 2021\nb total | 2021 | 90.1\nc total | 2019 | 70.1",
        ["error direction a b"],
    ),
    "another source": (
        "a total | 2022 | 80.2 | growth: grew | source: s1\nb total | 2021 | 90.1 | source: s2",
        ["warning direction a b"],
    ),
    "a deficit": ("a balance | 2022 | -8.2 | growth: grew\nb balance | 2021 | -5.1", []),
    "in real terms": ("a total | 2022 | 80.2 | way: grew | printed: grew in real terms\nb total | 2021 | 90.1", []),
    "a word and a minus": ("a total | 2022 | 80.2 | percent: -8.9 | way: grew", ["error direction a"]),
    "a word and a plus": ("a total | 2022 | 80.2 | percent: +8.9 | way: fell", ["error direction a"]),
    "a word and an amount below nothing": ("a total | 2022 | 80.2 | way: grew | by: -4 million", ["error direction a"]),
    "unchanged, with a percentage": ("a total | 2022 | 80.2 | percent: 5 | way: unchanged", ["warning direction a"]),
    "unchanged, with a small one": ("a total | 2022 | 80.2 | percent: 0.4 | way: unchanged", []),
    "a part moves the other way, as is said": (
        "t total | 2022 | 80.2 | growth: +4.1 %\nx export | 2022 | 40.1 | growth: -2.1 %",
        ["note direction t x"],
    ),
    "a part moves the other way, by levels": (
        "t total | 2022 | 80.2\nu total | 2021 | 70.1\nm import | 2022 | 30.2\nn import | 2021 | 40.1",
        ["note direction t m"],
    ),
    "both parts move the other way": (
        "t total | 2022 | 80.2 | growth: grew\nx export | 2022 | 40.1\ny export | 2021 | 50.1\n"
        "m import | 2022 | 40.1\nn import | 2021 | 60.1",
        ["error direction t x y m n"],
    ),
    "both, as is said of them": (
        "t total | 2022 | 80.2 | growth: grew\nx export | 2022 | 40.1 | growth: fell\n"
        "m import | 2022 | 40.1 | growth: fell",
        ["warning direction t x m"],
    ),
    "both, and something is exported again": (
        "t total | 2022 | 80.2 | growth: grew\nx export | 2022 | 30.1\ny export | 2021 | 50.1\n"
        "m import | 2022 | 20.1\nn import | 2021 | 60.1\nr re_export | 2022 | 30.0",
        ["note direction t x", "note direction t m"],
    ),
    "both, against a total that is printed": (
        "t total | 2022 | 80.2 | growth: grew\nu total | 2021 | 110.2\nx export | 2022 | 40.1\ny export | 2021 | 50.1\n"
        "m import | 2022 | 40.1\nn import | 2021 | 60.1",
        ["error direction t u"],
    ),
    "a part of another base": (
        "t total | 2022 | 80.2 | growth: +4.1 %\nx export | 2022 | 40.1 | growth: -2.1 % | base: 2019",
        [],
    ),
    "nine months beyond the year": ("a total | Jan-Sep 2023 | 365.8\nb total | 2022 | 325.9", ["note direction a b"]),
    "told of the total alone": (
        "a total | Jan-Sep 2023 | 365.8\nb total | 2022 | 325.9\n"
        "x export | Jan-Sep 2023 | 165.8\ny export | 2022 | 125.9",
        ["note direction a b"],
    ),
    "told of exports where there is no total": (
        "x export | Jan-Sep 2023 | 165.8\ny export | 2022 | 125.9",
        ["note direction x y"],
    ),
    "with a like base too": (
        "a total | Jan-Sep 2023 | 365.8\nb total | 2022 | 325.9\nc total | Jan-Sep 2022 | 265.8",
        ["note direction a b"],
    ),
    "fell, and yet beyond the year": (
        "a total | Jan-Sep 2023 | 365.8 | growth: fell\nb total | 2022 | 325.9",
        ["error direction a b"],
    ),
    "fell from a quarter that is named": (
        "a total | Q4 2023 | 365.8 | growth: fell | base: Q3 2023\nb total | 2022 | 325.9",
        ["note direction a b"],
    ),
    "investment may flow back": ("a fdi_inflow | Jan-Sep 2023 | 365.8\nb fdi_inflow | 2022 | 325.9", []),
    "a target": ("a total | Jan-Sep 2023 | 365.8 | status: target\nb total | 2022 | 325.9", []),
}


@pytest.mark.parametrize("name", CASES)
def test_direction(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "direction") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("it fell", "Trade of 2022 grew, it is said; but 80.2 million USD after 90.1 is a fall."),
        ("far from unchanged", "Trade of 2022 is unchanged, it is said; but 98.6 million USD after 90.1 is growth."),
        ("a word and a minus", "Trade of 2022 is said to have grown, by a number that says otherwise: -8.9."),
        ("a part moves the other way, as is said", "Trade of 2022 grew, while exports fell: worth saying."),
        (
            "told of exports where there is no total",
            "Exports of January–September 2023 already exceed all of 2022 (165.8 million USD against 125.9 million USD)"
            ": growth is proven, and worth saying.",
        ),
        (
            "with a like base too",
            "Trade of January–September 2023 already exceeds all of 2022 (365.8 million USD against 325.9 million USD)"
            ": worth saying.",
        ),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert words(TABLE + CASES[name][0], "direction") == said
