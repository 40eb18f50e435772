"""Openings: figures that leave scope or reporter open are read as those beside them, and then only doubted."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

GOODS = "x export | 2023 | 102.4 million USD | with: NO | whose: KZ | scope: goods\n"
GOODS += "m import | 2023 | 208.3 million USD | with: Norway | whose: KZ | scope: goods\n"
CASES = {
    "no reporter on the total": ("t total | 2023 | 310.7 million USD | with: NO | scope: goods", []),
    "and a wrong one": ("t total | 2023 | 317.0 million USD | with: NO | scope: goods", ["warning sum t x m"]),
    "no scope on the total": ("t total | 2023 | 310.7 million USD | with: NO | whose: KZ", []),
    "and a wrong total": ("t total | 2023 | 317.0 million USD | with: NO | whose: KZ", ["warning sum t x m"]),
    "neither": ("t total | 2023 | 317.0 million USD | with: NO", ["warning sum t x m"]),
    "a total of goods beside it": (
        "t total | 2023 | 317.0 million USD | with: NO | whose: KZ\n"
        "u total | 2023 | 310.7 million USD | with: NO | whose: KZ | scope: goods",
        [],
    ),
    "services beside it": (
        "t total | 2023 | 317.0 million USD | with: NO | whose: KZ\n"
        "s export | 2023 | 3.1 million USD | with: NO | whose: KZ | scope: services",
        [],
    ),
    "two reporters beside it": (
        "t total | 2023 | 317.0 million USD | with: NO | scope: goods\n"
        "n import | 2023 | 99.8 million USD | with: NO | whose: SE | scope: goods",
        [],
    ),
    "another partner": ("t total | 2023 | 317.0 million USD | with: SE | whose: KZ", []),
    "open figures among themselves": (
        "t total | 2023 | 317.0 million USD | with: NO\ny export | 2023 | 102.4 million USD | with: NO\n"
        "n import | 2023 | 208.3 million USD | with: NO",
        ["error sum t y n"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_left_open(name: str) -> None:
    text, said = CASES[name]
    assert brief(GOODS + text, "sum") == said


def test_the_doubt_is_told() -> None:
    said = words(GOODS + CASES["and a wrong total"][0])
    assert said.endswith("not 317.0. Not all of them say of which scope or whose statistics they are.")


def test_partners_are_one_however_they_are_written() -> None:
    text = "x export | 2023 | 1 million USD | with: Sweden\nm import | 2023 | 2 million USD | with: SE\n"
    assert brief(f"{text}t total | 2023 | 5 million USD | with: the Sweden") == ["error sum t x m"]
