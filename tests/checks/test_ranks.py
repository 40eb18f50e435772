"""Rank: two figures cannot hold one rank, and the higher rank has no smaller amount."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ world USD million\n"
CASES = {
    "in order": (
        "a total | 2023 | 2140.2 | with: DE | rank: 4 among trading partners\n"
        "b total | 2023 | 1980.6 | with: IT | rank: 5 among trading partners",
        [],
    ),
    "one rank for two": (
        "a total | 2023 | 2140.2 | with: DE | rank: 4 among trading partners\n"
        "b total | 2023 | 1980.6 | with: IT | rank: 4 among trading partners",
        ["error rank a b"],
    ),
    "one rank for equals": (
        "a total | 2023 | 2.1 | with: DE | rank: 4 among trading partners\n"
        "b total | 2023 | 2.1 | with: IT | rank: 4 among trading partners",
        ["warning rank a b"],
    ),
    "one rank in rankings that are not named": (
        "a total | 2023 | 2140.2 | with: DE | rank: 4 among \nb total | 2023 | 1980.6 | with: IT | rank: 4 among ",
        ["warning rank a b"],
    ),
    "the smaller one higher": (
        "a import | 2023 | 980.2 | with: FR | rank: 2 among import partners\n"
        "b import | 2023 | 1180.6 | with: IT | rank: 3 among import partners",
        ["error rank a b"],
    ),
    "smaller by rounding to hundreds": (
        "a import | 2023 | 900 | with: FR | rank: 2 among import partners\n"
        "b import | 2023 | 940.6 | with: IT | rank: 3 among import partners",
        ["warning rank a b"],
    ),
    "ranked by something else": (
        "a total | 2023 | 980.2 | with: FR | rank: 2 among import partners\n"
        "b total | 2023 | 1180.6 | with: IT | rank: 3 among import partners\n"
        "c export | 2023 | 80.2 | with: FR | rank: 1 among fastest growing markets\n"
        "d export | 2023 | 180.6 | with: IT | rank: 2 among fastest growing markets",
        [],
    ),
    "another ranking, year or measure": (
        "a total | 2023 | 2140.2 | with: DE | rank: 4 among trading partners\n"
        "b total | 2023 | 1980.6 | with: IT | rank: 4 among trading partners in the EU\n"
        "c total | 2022 | 1980.6 | with: FR | rank: 4 among trading partners\n"
        "d export | 2023 | 1980.6 | with: ES | rank: 4 among trading partners",
        [],
    ),
    "one with two ranks": (
        "a total | 2023 | 2140.2 | with: DE | rank: 4 among trading partners\n"
        "b total | 2023 | 2140.2 | with: DE | rank: 5 among trading partners",
        ["error rank a b"],
    ),
    "said twice": (
        "a total | 2023 | 2140.2 | with: DE | rank: 4 among trading partners\n"
        "b total | 2023 | 2140 | with: DE | rank: 4 among trading partners",
        [],
    ),
    "goods": (
        "a export | 2023 | 40.2 | scope: product:copper | rank: 1 among export goods\n"
        "b export | 2023 | 20.1 | scope: product:wheat | rank: 1 among export goods",
        ["error rank a b"],
    ),
    "those who sell to one buyer": (
        "a export | 2023 | 40.2 | whose: KZ | with: SE | rank: 3 among suppliers\n"
        "b export | 2023 | 90.1 | whose: UZ | with: SE | rank: 3 among suppliers",
        ["error rank a b"],
    ),
    "suppliers of two buyers": (
        "a export | 2023 | 40.2 | whose: KZ | with: SE | rank: 3 among suppliers\n"
        "b export | 2023 | 90.1 | whose: KZ | with: NO | rank: 3 among suppliers",
        [],
    ),
    "partners of one that is named": (
        "a total | 2023 | 40.2 | whose: KZ | with: SE | rank: 30 among Sweden's trading partners\n"
        "b total | 2023 | 90.1 | whose: UZ | with: SE | rank: 30 among Sweden's trading partners",
        ["error rank a b"],
    ),
    "no rank at all": ("a total | 2023 | 40.2 | with: SE | rank: 0 among trading partners", ["error rank a"]),
}


@pytest.mark.parametrize("name", CASES)
def test_rank(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "rank") == said


def test_its_sentences() -> None:
    said = words(TABLE + CASES["one rank for two"][0])
    assert said == "Germany and Italy both hold rank 4 among trading partners."
    said = words(TABLE + CASES["the smaller one higher"][0])
    assert said == "France holds rank 2 with 980.2 million USD, Italy rank 3 with more: 1 180.6."
    assert "with one amount they may share it" in words(TABLE + CASES["one rank for equals"][0])
    assert words(TABLE + CASES["goods"][0]).startswith("Copper and Wheat both hold rank 1 among export goods.")
    assert words(TABLE + CASES["one with two ranks"][0]) == "Germany holds rank 4, and rank 5 too."
