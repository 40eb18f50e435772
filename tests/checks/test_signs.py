"""Sign: numbers that no statistic can have."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "exports below nothing": ("a export | 2022 | -50.2", ["error sign a"]),
    "a deficit": ("a balance | 2022 | -50.2", []),
    "investment withdrawn": ("a fdi_inflow | 2022 | -50.2", []),
    "a fall by more than all": ("a export | 2022 | 50.2 | growth: -118 %", ["error sign a"]),
    "a fall by all": ("a export | 2022 | 0 | growth: -100 %", []),
    "a fall of what flows both ways": ("a fdi_inflow | 2022 | -8.2 | growth: -118 %", []),
    "no times at all": ("a export | 2022 | 50.2 | factor: 0", ["error sign a"]),
    "a share below nothing": ("a export | 2022 | 50.2 | share: -5 of total trade", ["error sign a"]),
}


@pytest.mark.parametrize("name", CASES)
def test_sign(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "sign") == said


def test_its_sentences() -> None:
    said = words(TABLE + CASES["exports below nothing"][0])
    assert said == "Exports of 2022 cannot be below nothing: −50.2 million USD."
    assert words(TABLE + CASES["a fall by more than all"][0]) == "Exports of 2022 cannot fall by more than all: −118 %."
