"""Implied growth: the bases that rates and levels imply must make the base of the whole."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "they fit": (
        "t total | 2022 | 31 | growth: +118 %\nx export | 2022 | 30.4 | growth: +129.9 %\n"
        "m import | 2022 | 0.466 | growth: -50.3 %",
        [],
    ),
    "the total is off": (
        "t total | 2022 | 31 | growth: +128 %\nx export | 2022 | 30.4 | growth: +129.9 %\n"
        "m import | 2022 | 0.466 | growth: -50.3 %",
        ["error implied_growth t x m"],
    ),
    "amounts of change do not add up": (
        "t total | 2022 | 111 | by: 51 million | way: fell\nx export | 2022 | 45 | by: 14 million | way: grew\n"
        "m import | 2022 | 66 | by: 61 million | way: fell",
        ["error implied_growth t x m", "error implied_growth t x m"],
    ),
    "by percentage, amount and a printed base": (
        "t total | 2020 | 42.5 | by: 3.4 million | way: fell\nx export | 2020 | 26 | growth: -9.1 %\n"
        "m import | 2020 | 16.5\nm0 import | 2019 | 17.3",
        [],
    ),
    "which do not fit": (
        "t total | 2020 | 42.5 | by: 5.4 million | way: fell\nx export | 2020 | 26 | growth: -9.1 %\n"
        "m import | 2020 | 16.5\nm0 import | 2019 | 17.3",
        ["error implied_growth t x m0"],
    ),
    "the printed total of then": (
        "t0 total | 2021 | 36.8\nx export | 2022 | 30.4 | growth: +50 %\nm import | 2022 | 10.6 | growth: +10 %",
        ["error implied_growth t0 x m"],
    ),
    "an amount that only the others give": (
        "t total | 2022 | 365.8 | growth: +12.2 %\nx export | 2022 | 47.5 | growth: -34.0 %\n"
        "m import | 2022 | | growth: +45.0 %",
        ["error implied_growth t x m"],
    ),
    "a factor": (
        "t total | 2022 | 60.0 | factor: 2.0 | means: level\nx export | 2022 | 40.0 | growth: +100.0 %\n"
        "m import | 2022 | 20.0 | growth: +150.0 %",
        ["error implied_growth t x m"],
    ),
    "an unclear factor says nothing": (
        "t total | 2022 | 60.0 | factor: 2.0\nx export | 2022 | 40.0 | growth: +100.0 %\n"
        "m import | 2022 | 20.0 | growth: +150.0 %",
        ["note claim t"],
    ),
    "rates alone": (
        "t total | 2022 | | growth: +31 %\nx export | 2022 | | growth: +12.5 %\nm import | 2022 | | growth: +24 %",
        ["error implied_growth t x m"],
    ),
    "rates alone that can be": (
        "t total | 2022 | | growth: +21 %\nx export | 2022 | | growth: +12.5 %\nm import | 2022 | | growth: +24 %",
        [],
    ),
    "one part began with more than the whole": (
        "t total | 2023 | 365.8 | growth: +50.3 %\nx export | 2023 | 247.5 | growth: -34.2 %",
        ["error implied_growth t x", "note direction t x"],
    ),
    "one part that can be": (
        "t total | 2023 | 365.8 | growth: +50.3 %\nx export | 2023 | 147.5 | growth: -34.2 %",
        ["note direction t x"],
    ),
    "a part against the printed whole of then": (
        "t0 total | 2022 | 243.4\nx export | 2023 | 247.5 | growth: -34.2 %",
        ["error implied_growth t0 x"],
    ),
    "goods and services": (
        "a export | 2022 | 50.0 | scope: goods_and_services | growth: +20.0 %\n"
        "g export | 2022 | 30.0 | scope: goods | growth: +10.0 %\n"
        "s export | 2022 | 20.0 | scope: services | growth: +15.0 %",
        ["error implied_growth a g s"],
    ),
    "other bases are not compared": (
        "t total | 2022 | 31 | growth: +128 %\nx export | 2022 | 30.4 | growth: +129.9 % | base: 2019\n"
        "m import | 2022 | 0.466 | growth: -50.3 %",
        [],
    ),
    "in real terms": (
        "t total | 2022 | 31 | percent: 128 | printed: up 128 % in real terms\n"
        "x export | 2022 | 30.4 | growth: +129.9 %\nm import | 2022 | 0.466 | growth: -50.3 %",
        [],
    ),
    "re-exports may be in the total": (
        "t total | 2022 | 60.0 | growth: +20.0 %\nx export | 2022 | 30.0 | growth: +10.0 %\n"
        "m import | 2022 | 20.0 | growth: +15.0 %\nr re_export | 2022 | 10.0",
        [],
    ),
    "re-exports may be in the growth of a total without a level": (
        "t total | 2022 | | growth: +26.9 %\nx export | 2022 | | growth: +50 %\n"
        "m import | 2022 | | growth: +35.5 %\n"
        "r re_export | 2022 | 16.2",
        [],
    ),
    "growth says more closely what it started from than what is printed": (
        "t0 total | 2021 | 0.3 billion\nt total | 2022 | 372.81 | growth: +21.3 %\n"
        "x export | 2022 | 25 | growth: +131.4 %\nm import | 2022 | 347.66 | growth: +27 %",
        ["error implied_growth t x m", "note growth t t0"],
    ),
    "and more closely than all that is printed": (
        "t0 total | 2021 | 0.3 billion\nx0 export | 2021 | 10.869\nm0 import | 2021 | 273.7\n"
        "t total | 2022 | 372.81 | growth: +21.3 %\nx export | 2022 | 25.15\nm import | 2022 | 347.66",
        ["error implied_growth t x0 m0", "note growth t t0"],
    ),
    "and their own growth tells": (
        "t total | 2022 | 60.0 | growth: +29.0 %\nx export | 2022 | 30.0 | growth: +10.0 %\n"
        "m import | 2022 | 20.0 | growth: +15.0 %\nr re_export | 2022 | 10.0 | growth: +30.0 %",
        ["error implied_growth t x m"],
    ),
    "a row that is given twice": (
        "t total | 2022 | 31 | growth: +118 %\nx export | 2022 | 30.4 | growth: +129.9 %\n"
        "m import | 2022 | 0.466 | growth: -50.3 %\nu total | 2022 | 31.0 | growth: +128 %",
        ["error same_figure t u", "error implied_growth u x m"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_implied_growth(name: str) -> None:
    text, said = CASES[name]
    others = ("cut", "like_for_like", "sum")
    found = [each for each in brief(TABLE + text) if each.split()[1] not in others]
    notes = "note direction" in " ".join(said)
    assert [each for each in found if notes or not each.startswith("note direction")] == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("the total is off", "With +129.9 % for exports and −50.3 % for imports, trade changed by +119 %, not +128 %."),
        ("which do not fit", "With −9.1 % for exports and 17.3 million USD for imports of 2019, trade changed by"),
        ("the printed total of then", "With +50 % for exports and +10 % for imports, trade of 2021 was 29.9, not 36.8"),
        ("rates alone", "With +12.5 % for exports and +24 % for imports, trade changed by something between these"),
        ("one part began with more than the whole", "With −34.2 % for exports, these alone started from more than all"),
        ("a part against the printed whole of then", "these alone started from more than all trade, which was 243.4"),
        ("amounts of change do not add up", "Changes of 14 million and −61 million make −47, not −51 million."),
        ("goods and services", "With +10.0 % for goods and +15.0 % for services, exports changed by +11.9 %, not"),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert said in words(TABLE + CASES[name][0], "implied_growth")
