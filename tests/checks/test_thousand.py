"""Factor 1000 and cut: slips of the scale, and digits left away in place of rounding."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "a part in billions": (
        "t total | 2022 | 365.8\nx export | 2022 | 47.5\nm import | 2022 | 318.3 billion",
        ["error factor_1000 m t x"],
    ),
    "a total in thousands": (
        "t total | 2022 | 365.8 thousand\nx export | 2022 | 47.5\nm import | 2022 | 318.3",
        ["error factor_1000 t x m"],
    ),
    "one of the two in a growth": (
        "a total | 2022 | 325.9 | growth: +40.0 %\nb total | 2021 | 232.8 billion",
        ["error factor_1000 a b"],
    ),
    "an amount of change": (
        "a total | 2022 | 111 | by: 14 billion | way: grew\nb total | 2021 | 97",
        ["error factor_1000 a b"],
    ),
    "a share": (
        "t total | 2022 | 325.9\nx export | 2022 | 96.1 thousand | share: 29.5 of bilateral trade",
        ["error factor_1000 x t"],
    ),
    "too small a part to tell": (
        "t total | 2022 | 365.8\nx export | 2022 | 365.8\nm import | 2022 | 3.3",
        ["error sum t x m"],
    ),
    "open words": (
        "t total | 2022 | less than 300\n"
        "x export | 2022 | 96.1\nm import | 2022 | 229.8",
        ["error sum t x m"],
    ),
    "no part of a whole": ("t total | 2022 | 0.4\nx export | 2022 | 96.1", ["error sum t x"]),
    "out of line with its neighbours": (
        "a export | 2020 | 51.2\nb export | 2021 | 47.1\nc export | 2022 | 50.3 billion",
        ["warning factor_1000 c a b"],
    ),
    "a point for thousands": (
        "a export | 2020 | 1112\nb export | 2021 | 1187\nc export | 2022 | 1.243",
        ["warning factor_1000 c a b"],
    ),
    "nine months by the month": (
        "a export | 2020 | 51.2\nb export | 2021 | 47.1\nc export | Jan-Sep 2022 | 38.3 billion",
        ["warning factor_1000 c a b"],
    ),
    "of two, the later": ("a export | 2020 | 51.2\nb export | 2021 | 47.1 billion", ["warning factor_1000 b a"]),
    "of two, not twice": ("a export | 2020 | 51.2 billion\nb export | 2021 | 47.1", []),
    "growth that bears it out": ("a export | 2020 | 51.2\nb export | 2021 | 47.1 billion | growth: +91892 %", []),
    "a steady climb": ("a export | 2018 | 1.2\nb export | 2019 | 31.0\nc export | 2020 | 902.2", []),
    "the largest scale": ("a export | 2020 | 51.2 trillion\nb export | 2021 | 0.047 trillion\n"
    "c export | 2019 | 50.1 trillion",
                          ["warning factor_1000 b a c"]),
    "cut": ("t total | 2022 | 374\nx export | 2022 | 187.2\nm import | 2022 | 187.7", ["warning cut t x m"]),
    "rounded": ("t total | 2022 | 375\nx export | 2022 | 187.2\nm import | 2022 | 187.7", []),
    "a fall cut": ("a total | 2022 | 68.4 | growth: -31 %\nb total | 2021 | 100.0", ["warning cut a b"]),
    "a fall rounded": ("a total | 2022 | 68.4 | growth: -32 %\nb total | 2021 | 100.0", []),
    "about is not cut": ("t total | 2022 | about 371\nx export | 2022 | 187.2\nm import | 2022 | 187.7", []),
    "further off than cut": (
        "t total | 2022 | 373\n"
        "x export | 2022 | 187.2\nm import | 2022 | 187.7",
        ["error sum t x m"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_slip(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "factor_1000", "cut", "sum", "growth", "share") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "a part in billions",
            "47.5 + 318.3 billion makes 318 347.5, not 365.8. It would fit with 318.3 billion if it were a thousand"
            " times smaller.",
        ),
        ("cut", "187.2 + 187.7 makes 374.9. 374 looks cut off, not rounded: it would be 375."),
        ("a fall cut", "68.4 after 100.0 is −31.6 %. −31 % looks cut off, not rounded: it would be −32 %."),
        ("out of line with its neighbours", "50.3 billion USD is out of line with 51.2 million USD of 2020."),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert said in words(TABLE + CASES[name][0])
