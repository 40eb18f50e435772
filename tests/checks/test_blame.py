"""Blame: of several contradictions the one number that explains them is named first, and no other."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, entered, words

from briefing.checks.all import check
from briefing.dossier.edits import set_value

TABLE = "table KZ SE USD million\n"
BEFORE = "x0 export | 2021 | 87.4\nm0 import | 2021 | 145.4\nt0 total | 2021 | 232.8\n"


def row(export: str, imports: str, total: str, *growth: str) -> str:
    rates = [f" | growth: {each}" if each else "" for each in growth] + [""] * 3
    return (
        f"{TABLE}{BEFORE}x export | 2022 | {export}{rates[0]}\nm import | 2022 | {imports}{rates[1]}\n"
        f"t total | 2022 | {total}{rates[2]}"
    )


CASES = {
    "an export": (row("196.1", "229.8", "325.9", "+10.0 %"), ["error sum x t m", "error growth x x0"]),
    "a total": (row("96.1", "229.8", "352.9", "", "", "+40.0 %"), ["error sum t x m", "error growth t t0"]),
    "an import that nothing else vouches for": (
        row("96.1", "299.8", "325.9", "+10.0 %", "", "+40.0 %"),
        ["error sum m t x"],
    ),
    "a growth alone": (row("96.1", "229.8", "325.9", "+19.0 %"), ["error growth x x0"]),
    "two slips apart": (
        row("96.1", "229.8", "352.9", "+19.0 %"),
        ["error growth x x0", "error sum t x m"],
    ),
    "nobody knows which": (
        f"{TABLE}x export | 2022 | 96.1\nm import | 2022 | 299.8\nt total | 2022 | 325.9",
        ["error sum t x m"],
    ),
    "a base": (
        f"{TABLE}x0 export | 2021 | 187.4\nm0 import | 2021 | 145.4\nt0 total | 2021 | 232.8\n"
        "x export | 2022 | 96.1 | growth: +10.0 %",
        ["error sum x0 t0 m0", "error growth x0 x"],
    ),
    "a year of quarters": (
        f"{TABLE}a export | Q1 2022 | 11.2\nb export | Q2 2022 | 13.9\nc export | Q3 2022 | 21.4 | growth: +10.7 %\n"
        "d export | Q4 2022 | 15.1\ny export | 2022 | 52.6 | growth: +5.2 %\ny0 export | 2021 | 50.0\n"
        "c0 export | Q3 2021 | 11.2",
        ["error sum c y a b d", "error growth c c0"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_who_is_named_first(name: str) -> None:
    text, said = CASES[name]
    assert brief(text, "sum", "growth", "implied_growth") == said


def test_it_says_why_and_what_would_mend_all() -> None:
    said = words(CASES["an export"][0], "sum")
    assert said.endswith("196.1 stands in 2 contradictions, and another value would end them all.")
    said = words(CASES["an import that nothing else vouches for"][0], "sum")
    assert said.endswith("Only another value for 299.8 would fit all the other figures.")


@pytest.mark.parametrize("name", ["an export", "a total", "an import that nothing else vouches for", "a base"])
def test_its_mend_ends_all_of_them(name: str) -> None:
    dossier, _ = entered(CASES[name][0])
    mend = next(mend for each in check(dossier) if each.severity == "error" for mend in each.mends)
    for path, value in mend.values:
        dossier = set_value(dossier, path, value)
    assert [each for each in check(dossier) if each.severity == "error"] == []
