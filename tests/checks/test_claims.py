"""Claim: words and thresholds against the figures."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
BASE = "b total | 2021 | 100.2"


def claim(words_: str, level: str, more: str = "") -> str:
    return f"a total | 2022 | {level} | claim: {words_}{more}\n{BASE}"


MULTIPLES = {
    # The likely meaning is nothing to say, a possible one a warning, any other an error.
    ("doubled", "208.7"): [],
    ("doubled", "168.7"): ["warning claim a b"],
    ("doubled", "148.7"): ["error claim a b"],
    ("more than doubled", "208.7"): [],
    ("more than doubled", "198.7"): ["warning claim a b"],
    ("more than doubled", "158.7"): ["error claim a b"],
    ("nearly doubled", "191.3"): [],
    ("nearly doubled", "171.3"): ["warning claim a b"],
    ("nearly doubled", "141.3"): ["error claim a b"],
    ("tripled", "297.3"): [],
    ("tripled", "197.3"): ["error claim a b"],
    ("quadrupled", "412.9"): [],
    ("twofold", "212.9"): [],
    ("a fivefold increase", "521.3"): [],
    ("a five-fold increase", "251.3"): ["error claim a b"],
    ("10-fold", "1012.7"): ["note claim a b"],
    ("halved", "49.3"): [],
    ("halved", "89.3"): ["error claim a b"],
    ("nearly halved", "54.3"): [],
    ("nearly halved", "45.3"): ["error claim a b"],
    ("more than halved", "45.3"): [],
    ("more than halved", "61.3"): ["error claim a b"],
    ("fell by half", "51.3"): [],
    ("fell by a third", "67.1"): [],
    ("fell by a third", "97.1"): ["error claim a b"],
    ("increased by half", "151.3"): [],
    ("increased by half", "51.3"): ["error claim a b"],
    ("grew by more than a quarter", "131.3"): [],
    ("grew by more than a quarter", "111.3"): ["error claim a b"],
    ("zero-fold", "111.3"): [],
    ("more than 40 %", "151.3"): [],
    ("more than 40 %", "131.3"): ["error growth a b"],
}  # fmt: skip


@pytest.mark.parametrize(("said", "level"), MULTIPLES)
def test_a_multiple(said: str, level: str) -> None:
    assert brief(TABLE + claim(said, level)) == MULTIPLES[said, level]


CASES = {
    "by half, the way told beside": (claim("by half", "151.3", " | way: grew"), []),
    "a multiple without a base": ("a total | 2022 | 208.7 | claim: doubled", ["note claim a"]),
    "a multiple beside a percentage": ("a total | 2022 | 208.7 | claim: doubled | percent: 101.4", []),
    "which says otherwise": ("a total | 2022 | 208.7 | claim: doubled | percent: 48.1", ["warning claim a"]),
    "a record": ("a total | 2022 | 300.1 | claim: record\nb total | 2020 | 270.3", []),
    "no record": ("a total | 2022 | 300.1 | claim: record\nb total | 2020 | 370.3", ["error claim a b"]),
    "no record by zeros": ("a total | 2022 | 300 | claim: record\nb total | 2020 | 301.3", ["warning claim a b"]),
    "a record that nothing is beside": ("a total | 2022 | 300.1 | claim: record", ["note claim a"]),
    "a record since a year": (
        "a total | 2022 | 300.1 | claim: the highest since 2021\n"
        "b total | 2019 | 370.3\nc total | 2021 | 290.1",
        [],
    ),
    "the highest in ten years": (
        "a total | 2022 | 300.1 | claim: the highest in the last ten years\n"
        "b total | 2019 | 370.3",
        [],
    ),
    "a record of nine months": (
        "a total | Jan-Sep 2022 | 300.1 | claim: record\n"
        "b total | 2021 | 370.3 | growth: grew",
        ["warning like_for_like a", "note claim a"],
    ),
    "a record low": ("a total | 2022 | 80.1 | claim: record low\nb total | 2020 | 110.3", []),
    "no record low": ("a total | 2022 | 80.1 | claim: record low\nb total | 2020 | 70.3", ["error claim a b"]),
    "record growth": ("a total | 2022 | 80.1 | claim: record growth\nb total | 2020 | 110.3", []),
    "a record of nothing printed": ("a total | 2022 | | claim: record\nb total | 2020 | 110.3", []),
    "exceeds the year": (
        "a total | Jan-Sep 2023 | 391.2 | claim: exceeds the whole of last year\n"
        "b total | 2022 | 371.9",
        ["note direction a b"],
    ),
    "does not": (
        "a total | Jan-Sep 2023 | 351.2 | claim: exceeds the whole of last year\n"
        "b total | 2022 | 371.9",
        ["error claim a b"],
    ),
    "does not by zeros": (
        "a total | Jan-Sep 2023 | 355.2 | claim: exceeds the whole of last year\n"
        "b total | 2022 | 360",
        ["warning claim a b"],
    ),
    "cannot be told": (
        "a total | Jan-Sep 2023 | 0.37 billion | claim: exceeds the whole of last year\n"
        "b total | 2022 | 371.9",
        ["note claim a b"],
    ),
    "exceeds what is not here": (
        "a total | Jan-Sep 2023 | 391.2 | claim: exceeds the whole of last year",
        ["note claim a"],
    ),
    "exceeds a year by name": (
        "a total | 2022 | 250.1 | claim: exceeded the pre-crisis level of 2019\n"
        "b total | 2021 | 300.3\nc total | 2019 | 200.4",
        [],
    ),
    "does not exceed it": (
        "a total | 2022 | 150.1 | claim: exceeded the pre-crisis level of 2019\n"
        "b total | 2021 | 100.3\nc total | 2019 | 200.4",
        ["error claim a c"],
    ),
    "exceeds the named base": (
        "a total | 2022 | 150.1 | claim: exceeded that level | base: 2018\n"
        "c total | 2018 | 200.4",
        ["error claim a c"],
    ),
    "exceeds a target": ("a total | 2022 | 150.1 | claim: exceeded the target\nb total | 2021 | 200.3", []),
    "exceeds its own year": ("a total | 2022 | 150.1 | claim: exceeded all hopes of 2022\nb total | 2021 | 200.3", []),
    "words that say nothing of it": ("a total | 2022 | 150.1 | claim: dynamic\nb total | 2021 | 200.3", []),
    "a threshold": ("a total | 2022 | 146.0 | growth: more than 40 %\nb total | 2021 | 104.1", []),
    "a threshold by rounding alone": (
        "a total | 2022 | 146.0 | growth: more than 40 %\n"
        "b total | 2021 | 104.5",
        ["warning claim a b"],
    ),
    "a threshold in times": (
        "a total | 2022 | 297.3 | growth: more than 3 times as much\n"
        "b total | 2021 | 100.2",
        ["warning claim a b"],
    ),
    "a threshold of a deficit": ("a balance | 2022 | -5.6 | growth: more than 10 %\nb balance | 2021 | -5.0", []),
    "a threshold that cannot be checked": ("a total | 2022 | 325.9 | growth: more than 40 %", ["note claim a"]),
    "3 times, either way": ("a total | 2022 | 352.0 | growth: increased 3 times", ["note claim a"]),
    "3 times, as much": (
        "a total | 2022 | 300.7 | growth: increased 3 times\n"
        "b total | 2021 | 100.2",
        ["note claim a b"],
    ),
    "3 times, more": ("a total | 2022 | 400.7 | growth: increased 3 times\nb total | 2021 | 100.2", ["note claim a b"]),
    "neither": ("a total | 2022 | 200.7 | growth: increased 3 times\nb total | 2021 | 100.2", ["error growth a b"]),
    "fell 3 times": ("a total | 2022 | 33.4 | growth: fell 3 times\nb total | 2021 | 100.2", []),
    "in real terms": (
        "a total | 2022 | 120.4 | percent: 5.4 | printed: 5.4 % at constant prices\n"
        "b total | 2021 | 100.2",
        ["note claim a b"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_claim(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("325.9 | growth: more than 40 %", "until 2021 is entered. It must then be at most 232.8."),
        ("325.9 | growth: less than 40 %", "It must then be at least 232.8."),
        ("325.9 | growth: nearly 40 %", "It must then be between 232.8 and 239.6."),
        ("325.9 | growth: fell by more than 40 %", "It must then be at least 543.2."),
        ("325.9 | growth: more than 3 times as much", "It must then be at most 108.6."),
        ("325.9 | growth: fell more than 3 times", "It must then be at least 977.7."),
    ],
)
def test_what_the_missing_base_must_be(text: str, said: str) -> None:
    assert said in words(f"{TABLE}a total | 2022 | {text}", "claim")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("which says otherwise", "“doubled”, it is said of trade; but the growth beside it is +48.1 %."),
        ("no record", "300.1 million USD is no record: 2020 had 370.3."),
        ("no record low", "80.1 million USD is no low: 2020 had 70.3."),
        ("does not", "it is said; but it is 351.2 million USD against 371.9 in 2022."),
        ("cannot be told", "cannot be told from the rounded figures: 0.37 billion USD against 371.9 million."),
        ("a threshold by rounding alone", "“more than 40 %”, it is said; 146.0 million USD after 104.5 is +39.7 %."),
        ("3 times, more", "can be read as 3 times as much or as 4 times as much. The figures say 4 times as much."),
        ("in real terms", "+5.4 % is not the growth of the amounts as printed, so it is not checked against them."),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert said in words(TABLE + CASES[name][0], "claim")
