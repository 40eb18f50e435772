"""Like for like: equal spans, one reporter, one unit, flow with flow and stock with stock."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "nine months and nine": ("a total | Jan-Sep 2023 | 365.8 | growth: +12.2 %\nb total | Jan-Sep 2022 | 326.0", []),
    "nine months against twelve": (
        "a total | Jan-Sep 2023 | 365.8 | growth: +12.2 %\nb total | 2022 | 325.9 | growth: +40 %",
        ["warning like_for_like a b"],
    ),
    "nine months with a growth of their own": (
        "a total | Jan-Sep 2023 | 365.8 | growth: +50.2 %\nb total | 2022 | 325.9 | growth: +40 %",
        [],
    ),
    "growth beside a bare year": (
        "a total | Jan-Sep 2023 | 365.8 | growth: +50.2 %\nb total | 2022 | 325.9",
        ["warning like_for_like a b"],
    ),
    "no growth beside a bare year": (
        "x export | Jan-Sep 2023 | 47.5\nm import | Jan-Sep 2023 | 318.4\n"
        "y export | 2022 | 96.1\nn import | 2022 | 329.8",
        ["warning like_for_like x m"],
    ),
    "no year before": ("x export | Jan-Sep 2023 | 47.5\ny export | 2021 | 96.1", []),
    "the year is the base": (
        "a total | Jan-Sep 2023 | 365.8 | growth: +12.2 % | base: 2022\nb total | 2022 | 325.9",
        ["warning like_for_like a b"],
    ),
    "ten months against nine": (
        "a total | Jan-Oct 2023 | 362.9 | growth: +20.5 %\nb total | Jan-Sep 2022 | 301.2",
        ["warning like_for_like a b"],
    ),
    "ten months from a base of nine": (
        "a total | Jan-Oct 2023 | 362.9 | growth: +20.5 % | base: Jan-Sep 2022",
        ["warning like_for_like a"],
    ),
    "the base is the time itself": (
        "a total | 2023 | 362.9 | growth: +20.5 % | base: 2023",
        ["warning like_for_like a"],
    ),
    "the base is later": ("a total | 2022 | 362.9 | growth: +20.5 % | base: 2023", ["warning like_for_like a"]),
    "a month on the month before": (
        "a total | April 2024 | 71.4 | growth: +8.2 % | base: March 2024",
        ["note like_for_like a"],
    ),
    "January on December": (
        "a total | January 2024 | 71.4 | growth: +8.2 % | base: December 2023\nb total | December 2023 | 66.0",
        ["note like_for_like a"],
    ),
    "a year on the year before the last": ("a total | 2023 | 71.4 | growth: +8.2 % | base: 2021", []),
    "another currency": (
        "a total | 2023 | 440.5 | growth: +20.4 %\nb total | 2022 | 365.8 million EUR",
        ["warning like_for_like a b"],
    ),
    "another currency that does not fit either": (
        "a total | 2023 | 440.5 | growth: +30.4 %\nb total | 2022 | 365.8 million EUR",
        [],
    ),
    "the other side's figure": (
        "a export | 2023 | 300.4 | growth: +50.0 %\nb import | 2022 | 200.2 | whose: SE | with: KZ",
        ["warning like_for_like a b"],
    ),
    "another scope": (
        "a export | 2023 | 300.4 | scope: goods | growth: +50.0 %\nb export | 2022 | 200.2 | scope: goods_and_services",
        ["warning like_for_like a b"],
    ),
    "a stock against a flow": (
        "a fdi_stock | 2023 | 440.5 | growth: +20.4 %\nb fdi_inflow | 2022 | 365.8",
        ["warning like_for_like a b"],
    ),
    "a stock in the middle of a year": (
        "a companies | 1 Nov 2023 | 1303 units | growth: +5.8 %\nb companies | 2022 | 1231 units",
        ["warning like_for_like a b"],
    ),
    "a stock against a named end of year": (
        "a companies | 2023 | 1303 units | growth: +5.8 % | base: 31 Dec 2022\nb companies | 31 Dec 2022 | 1231 units",
        [],
    ),
    "a total with the other side's imports": (
        "t total | 2022 | 177.5\nx export | 2022 | 96.1\nm export | 2022 | 81.4 | whose: SE | with: KZ",
        ["warning like_for_like t x m"],
    ),
    "a total that is no such sum": (
        "t total | 2022 | 187.5\nx export | 2022 | 96.1\nm export | 2022 | 81.4 | whose: SE | with: KZ",
        [],
    ),
    "students": ("a other:Students | Jan-Sep 2023 | 40 units\nb other:Students | 2022 | 50 units", []),
    "open times": ("a fdi_cumulative | since 2005 | 600\nb fdi_inflow | 2022 | 51.5", []),
}


@pytest.mark.parametrize("name", CASES)
def test_like_for_like(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "like_for_like", "growth") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "nine months against twelve",
            "“+12.2 %” of January–September 2023 is the growth against all of 2022, which is not a like time.",
        ),
        ("growth beside a bare year", "of the year before only all of 2022 is here, which is no like time. Enter"),
        (
            "no growth beside a bare year",
            "Exports and imports of January–September 2023 can be compared only with January–September 2022",
        ),
        ("the year is the base", "is counted from 2022, which is not a like time. Like is January–September 2022."),
        ("another currency", "is the growth against 365.8 million EUR of 2022, in another unit."),
        ("the other side's figure", "is the growth against 200.2 million USD of 2022, the figure of Sweden."),
        ("another scope", "the figure of another scope (goods_and_services)."),
        ("a total with the other side's imports", "is the sum only with the figure of Sweden, 81.4 million USD"),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert said in words(TABLE + CASES[name][0], "like_for_like")
