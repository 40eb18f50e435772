"""Share: against the whole that its words name, and shares of one whole against each other."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "of the trade between the two": (
        "t total | 2022 | 325.9\nx export | 2022 | 96.1 | share: 29.5 of bilateral trade",
        [],
    ),
    "another share": (
        "t total | 2022 | 325.9\nx export | 2022 | 96.1 | share: 31.6 of bilateral trade",
        ["error share x t"],
    ),
    "of trade that is not told": (
        "t total | 2022 | 325.9\nx export | 2022 | 96.1 | share: 31.6 of total trade",
        ["warning share x t"],
    ),
    "of other trade, evidently": ("t total | 2022 | 325.9\nx export | 2022 | 96.1 | share: 0.08 of total trade", []),
    "of a country's trade": (
        "w total | 2022 | 135.5 billion | with: world\n"
        "t total | 2022 | 325.9 | share: 0.24 of Kazakhstan's foreign trade",
        [],
    ),
    "of a country's trade, and wrong": (
        "w total | 2022 | 135.5 billion | with: world\n"
        "t total | 2022 | 325.9 | share: 2.4 of Kazakhstan's foreign trade",
        ["error share t w"],
    ),
    "of foreign trade": (
        "w total | 2022 | 135.5 billion | with: world\nt total | 2022 | 325.9 | share: 2.4 of foreign trade",
        ["error share t w"],
    ),
    "of the other side's trade": (
        "w total | 2022 | 350.2 billion | with: world | whose: SE\n"
        "t total | 2022 | 325.9 | share: 0.9 in the foreign trade of Sweden",
        ["error share t w"],
    ),
    "of a pair that is named": (
        "e export | 2022 | 96.1\n"
        "c export | 2022 | 40.2 | scope: product:copper | share: 51.8 of Kazakhstan's exports to Sweden",
        ["error share c e"],
    ),
    "of two that are named": (
        "t total | 2022 | 325.9\nx export | 2022 | 96.1 | share: 39.5 of trade of Kazakhstan and Sweden",
        ["error share x t"],
    ),
    "by a name in another form": (
        "w export | 2022 | 84.4 billion | with: world\nx export | 2022 | 9.61 billion | share: 15.4 of Kazakh exports",
        ["warning share x w"],
    ),
    "goods of goods and services": (
        "g export | 2022 | 19.9 | scope: goods | share: 54.4 of bilateral exports\n"
        "a export | 2022 | 44.9 | scope: goods_and_services",
        ["error share g a"],
    ),
    "goods of all trade in services too": (
        "g export | 2022 | 19.9 | scope: goods | share: 54.4 of bilateral trade\n"
        "a total | 2022 | 44.9 | scope: goods_and_services",
        ["warning share g a"],
    ),
    "a product of exports": (
        "e export | 2022 | 96.1 | scope: goods\nc export | 2022 | 15.0 | scope: product:oil | share: 25.6 of exports",
        ["warning share c e"],
    ),
    "a product of the trade between the two": (
        "t total | 2022 | 96.1 | scope: goods\n"
        "c export | 2022 | 15.0 | scope: product:oil | share: 25.6 of bilateral trade",
        ["warning share c t"],
    ),
    "of investment": (
        "w fdi_inflow | 2022 | 28.0 billion | with: world\n"
        "f fdi_inflow | 2022 | 8.3 billion | share: 39.6 of all foreign investment",
        ["error share f w"],
    ),
    "of the total": (
        "w companies | 2022 | 4000 units | with: world\nf companies | 2022 | 1021 units | share: 35.5 of the total",
        ["warning share f w"],
    ),
    "of what nobody knows": ("t total | 2022 | 325.9\nx export | 2022 | 96.1 | share: 31.6 of GDP", []),
    "of a part that is nothing as it is rounded": (
        "x export | 2022 | 0.0 | share: 2 of bilateral trade\nt total | 2022 | 1.4",
        ["note share x t"],
    ),
    "of a part that is next to nothing, and more": (
        "x export | 2022 | 0.0 | share: 8.1 of bilateral trade\nt total | 2022 | 1.4",
        ["error share x t"],
    ),
    "of what is not here": ("x export | 2022 | 96.1 | share: 31.6 of foreign trade", []),
    "more than all": ("x export | 2022 | 96.1 | share: 131.6 of foreign trade", ["error share x"]),
    "below nothing": ("x export | 2022 | 96.1 | share: -3.1 of foreign trade", ["error sign x"]),
    "two of one whole that fit": (
        "a export | 2022 | 40.2 | scope: product:copper | share: 41.8 of exports\n"
        "b export | 2022 | 20.1 | scope: product:wheat | share: 20.9 of exports",
        [],
    ),
    "two of one whole that do not": (
        "a export | 2022 | 40.2 | scope: product:copper | share: 41.8 of exports\n"
        "b export | 2022 | 20.1 | scope: product:wheat | share: 29.9 of exports",
        ["warning share b a"],
    ),
    "together more than all": (
        "a import | 2022 | | with: DE | share: 61.5 of imports\nb import | 2022 | | with: IT | share: 41.2 of imports",
        ["error share a b"],
    ),
    "each of its own trade": (
        "a export | 2022 | | with: DE | share: 61.5 of bilateral trade\n"
        "b export | 2022 | | with: IT | share: 41.2 of bilateral trade",
        [],
    ),
    "one in the other": (
        "a export | 2022 | | share: 61.5 of foreign trade\nb total | 2022 | | share: 81.2 of foreign trade",
        [],
    ),
    "of nothing that is named": ("a export | 2022 | | with: DE | share: 61.5 ?\nb export | 2022 | | share: 61.2 ?", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_share(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text) == said


def test_its_sentences() -> None:
    assert words(TABLE + CASES["another share"][0]) == "96.1 of 325.9 is 29.5 %, not 31.6 %."
    said = words(TABLE + CASES["of trade that is not told"][0])
    assert said == "96.1 of 325.9 is 29.5 %, not 31.6 %. It depends on what is meant by “of total trade”."
    said = words(TABLE + CASES["two of one whole that do not"][0])
    assert said.startswith("If 40.2 is 41.8 %, 20.1 is 20.9 %, not 29.9 %. It depends on whether both")
    assert words(TABLE + CASES["more than all"][0]) == "131.6 % is more than all, which no share can be."
