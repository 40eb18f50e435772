"""Label: words of time against dates, what is still to come, what has grown old."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "dated 2023-11-22\ntable KZ SE USD million\n"
SOURCE = "source s1 released=2023-10-20 next=2023-11-15\n"
LATER = "source s1 released=2023-10-20 next=2023-12-15\n"
CASES = {
    "last year, and it is": ("a total | 2022 | 112.4 | label: last year", ["warning label a"]),
    "last year, and it is not": ("a total | 2021 | 112.4 | label: last year", ["warning label a"]),
    "so far this year": ("a total | Jan-Sep 2023 | 112.4 | label: so far this year", ["warning label a"]),
    "a label that fits its dates": ("a total | Jan-Sep 2023 | 112.4 | label: 9M 2023", []),
    "a label of other dates": ("a total | Jan-Oct 2023 | 112.4 | label: 9M 2023", ["warning label a"]),
    "a label that is a name": ("a total | Jan-Sep 2022 | 112.4 | label: the crisis year", []),
    "a year that is not over": ("a total | 2023 | 140", ["warning label a"]),
    "an estimate of it": ("a total | 2023 | 140 | status: estimate", []),
    "a target": ("a total | 2030 | 140 | status: target", []),
    "a stock at the day": ("a companies | 22 Nov 2023 | 1021 units", []),
    "growth without an amount": ("a total | 2023 | | growth: +5 %", []),
    "an old release": (f"{SOURCE}a total | Jan-Sep 2023 | 112.4 | source: s1", ["warning label a"]),
    "one finding for one source": (
        f"{SOURCE}a total | Jan-Sep 2023 | 112.4 | source: s1\nb export | Jan-Sep 2023 | 50.1 | source: s1",
        ["warning label a b"],
    ),
    "a fresh release": (f"{LATER}a total | Jan-Sep 2023 | 112.4 | source: s1", []),
    "provisional": (f"{LATER}a total | Jan-Sep 2023 | 112.4 | source: s1 | status: provisional", ["note label a"]),
    "provisional and old": (
        f"{SOURCE}a total | Jan-Sep 2023 | 112.4 | source: s1 | status: provisional",
        ["warning label a"],
    ),
    "released before the time was over": (
        f"{LATER}a total | Jan-Oct 2023 | 112.4 | source: s1",
        ["warning label a"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_label(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "label") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("last year, and it is", "“last year” depends on when it is read. Better the year itself."),
        ("last year, and it is not", "“last year” in a document of 2023 is 2022, not 2021."),
        ("a label of other dates", "“9M 2023” stands over dates that are January–October 2023."),
        (
            "a year that is not over",
            "Trade of 2023 ends after the date of the document, 22 November 2023. If it is a target, mark it as one.",
        ),
        (
            "one finding for one source",
            "A newer release of Bureau of Statistics was due on 15 November 2023: trade of January–September 2023 and"
            " exports of January–September 2023.",
        ),
        ("provisional", "Provisional, so look for the final figure: trade of January–September 2023."),
        (
            "released before the time was over",
            "Trade of January–October 2023 ends after its source was released, 20 October 2023."
            " If it is a target, mark it as one.",
        ),
    ],
)
def test_its_sentences(name: str, said: str) -> None:
    assert words(TABLE + CASES[name][0], "label") == said


def test_without_a_date_little_can_be_said() -> None:
    text = "a total | 2023 | 140\nb total | 2021 | 112.4 | label: last year"
    assert brief(text, "label") == ["warning label b"]


def test_many_figures_of_an_old_source_are_named_by_a_few() -> None:
    rows = "\n".join(f"f{year} total | {year} | 10{year - 2010}.5 | source: s1" for year in range(2010, 2020))
    said = words(f"{TABLE}{SOURCE}{rows}", "label")
    assert said.endswith(": trade of 2010, trade of 2011, trade of 2012 and 7 more.")
