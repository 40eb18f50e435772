"""Parts: of a time, a group, a scope or a trade, which make their whole or are no more than it."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
QUARTERS = "a export | Q1 2023 | 11.2\nb export | Q2 2023 | 13.9\nc export | Q3 2023 | 12.4\n"
CASES = {
    "quarters make the year": (f"{QUARTERS}d export | Q4 2023 | 15.1\ny export | 2023 | 52.6", []),
    "quarters make another year": (
        f"{QUARTERS}d export | Q4 2023 | 15.1\n"
        f"y export | 2023 | 54.6",
        ["error sum y a b c d"],
    ),
    "by the fewest parts": (
        f"{QUARTERS}d export | Q4 2023 | 15.1\nn export | Jan-Sep 2023 | 37.5\ny export | 2023 | 54.6",
        ["error sum y n d"],
    ),
    "past a part that leads nowhere": (
        f"{QUARTERS}d export | Q4 2023 | 15.1\nn export | Jan-Oct 2023 | 41.5\ny export | 2023 | 54.6",
        ["error sum y a b c d"],
    ),
    "three quarters more than the year": (f"{QUARTERS}y export | 2023 | 34.6", ["error sum y a b c"]),
    "one quarter more than the year": (f"{QUARTERS}y export | 2023 | 13.1", ["error sum y b"]),
    "three years": (
        "a export | 2020 | 1.1\n"
        "b export | 2021 | 2.2\nc export | 2022 | 3.3\nd export | 2020-2022 | 7.1",
        ["error sum d a b c"],
    ),
    "companies are not added": (
        "a companies | H1 2023 | 40 units\n"
        "b companies | H2 2023 | 41 units\nc companies | 2023 | 45 units",
        [],
    ),
    "students are not": (
        "a other:students | H1 2023 | 40 units\n"
        "b other:students | H2 2023 | 41 units\nc other:students | 2023 | 45 units",
        [],
    ),
    "investment is": (
        "a fdi_inflow | H1 2023 | 40.1\n"
        "b fdi_inflow | H2 2023 | -1.3\nc fdi_inflow | 2023 | 44.1",
        ["error sum c a b"],
    ),
    "a part of investment may be more": ("a fdi_inflow | H1 2023 | 40.1\nc fdi_inflow | 2023 | 38.8", []),
    "exports more than the trade": ("x export | 2023 | 100.5\nt total | 2023 | 90.5", ["error sum t x"]),
    "goods more than goods and services": (
        "g export | 2023 | 100.5 | scope: goods\na export | 2023 | 90.5 | scope: goods_and_services",
        ["error sum a g"],
    ),
    "goods and services": (
        "g export | 2023 | 19.9 | scope: goods\ns export | 2023 | 25.0 | scope: services\n"
        "a export | 2023 | 45 | scope: goods_and_services",
        [],
    ),
    "goods and services that do not": (
        "g export | 2023 | 19.9 | scope: goods\ns export | 2023 | 25.0 | scope: services\n"
        "a export | 2023 | 48 | scope: goods_and_services",
        ["error sum a g s"],
    ),
    "without oil more than all": (
        "n export | 2023 | 100.5 | scope: non_oil\n"
        "a export | 2023 | 90.5",
        ["error sum a n"],
    ),
    "a product more than all": (
        "n export | 2023 | 100.5 | scope: product:oil\n"
        "a export | 2023 | 90.5",
        ["error sum a n"],
    ),
    "products more than all": (
        "n export | 2023 | 60.5 | scope: product:oil\nm export | 2023 | 60.5 | scope: product:copper\n"
        "a export | 2023 | 90.5",
        ["warning sum a n m"],
    ),
    "products and the rest": (
        "n export | 2023 | 60.5 | scope: product:oil\nm export | 2023 | 30.0 | scope: product:other\n"
        "a export | 2023 | 90.5",
        [],
    ),
    "products and another rest": (
        "n export | 2023 | 60.5 | scope: product:oil\nm export | 2023 | 33.0 | scope: product:other\n"
        "a export | 2023 | 90.5",
        ["warning sum a n m"],
    ),
    "a product in persons": (
        "n persons | 2023 | 60 units | scope: product:tourists\n"
        "a persons | 2023 | 41 units",
        ["error sum a n"],
    ),
    "countries more than the world": (
        "a export | 2023 | 300.5 | with: DE\nb export | 2023 | 400.5 | with: IT\nw export | 2023 | 600.5 | with: world",
        ["error sum w a b"],
    ),
    "a group more than the world": (
        "a export | 2023 | 700.5 | with: EU\nw export | 2023 | 600.5 | with: world",
        ["error sum w a"],
    ),
    "members more than their union": (
        "a export | 2023 | 14.8 | with: IT\nb export | 2023 | 4.1 | with: NL\ne export | 2023 | 18.1 | with: EU",
        ["error sum e a b"],
    ),
    "others are no members": ("a export | 2023 | 14.8 | with: CH\ne export | 2023 | 8.1 | with: EU", []),
    "a union in another": ("a export | 2023 | 14.8 | with: EAEU\ne export | 2023 | 8.1 | with: CIS", ["error sum e a"]),
    "all members of a group": (
        "a export | 2023 | 1.8 | with: BE\nb export | 2023 | 2.1 | with: NL\nc export | 2023 | 0.3 | with: LU\n"
        "e export | 2023 | 5.1 | with: Benelux",
        ["warning sum e a b c"],
    ),
    "two by name": (
        "a export | 2023 | 8.9 | with: DE\nb export | 2023 | 12.6 | with: Italy\n"
        "e export | 2023 | 25.1 | with: Germany and Italy",
        ["error sum e a b"],
    ),
    "one of two by name": (
        "a export | 2023 | 28.9 | with: DE\ne export | 2023 | 25.1 | with: Germany and Italy",
        ["error sum e a"],
    ),
    "a group that nobody knows": (
        "a export | 2023 | 28.9 | with: MX\n"
        "e export | 2023 | 25.1 | with: Latin America",
        [],
    ),
    "investment of the world may be less": (
        "a fdi_inflow | 2023 | 28.9 | with: DE\n"
        "e fdi_inflow | 2023 | 25.1 | with: world",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_parts(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "sum") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "three quarters more than the year",
            "Q1 2023, Q2 2023 and Q3 2023 alone have 11.2 + 13.9 + 12.4, more than the 34.6 of all 2023.",
        ),
        ("one quarter more than the year", "Q2 2023 alone has 13.9, more than the 13.1 of all 2023."),
        ("exports more than the trade", "Exports alone have 100.5, more than the 90.5 of all trade."),
        ("a product more than all", "Exports of oil alone have 100.5, more than the 90.5 of all exports."),
        ("without oil more than all", "Exports of non-oil goods alone have 100.5, more than the 90.5 of all exports."),
        ("countries more than the world", "Germany and Italy alone have 300.5 + 400.5, more than the 600.5 of all"),
        ("all members of a group", "It depends on who is counted to Benelux."),
        ("products more than all", "Some of these may be counted in others."),
        ("products and another rest", "It depends on whether these are all of it."),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert said in words(TABLE + CASES[name][0], "sum")
