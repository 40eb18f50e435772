"""Balance: export less import makes it, whatever of the three is left out, and a deficit has a minus."""

from __future__ import annotations

import pytest
from tests.checks.entered import brief, words

TABLE = "table KZ SE USD million\n"
CASES = {
    "export less import": ("x export | 2022 | 96.1\nm import | 2022 | 229.8\nb balance | 2022 | -133.7", []),
    "another sum": (
        "x export | 2022 | 96.1\nm import | 2022 | 229.8\nb balance | 2022 | -143.7",
        ["error balance b x m"],
    ),
    "rounding explains it": (
        "x export | 2022 | 14.8\nm import | 2022 | 1.4\nb balance | 2022 | 13.5",
        ["note balance b x m"],
    ),
    "a deficit without its minus": (
        "x export | 2022 | 96.1\nm import | 2022 | 229.8\nb balance | 2022 | 133.7",
        ["warning balance b x m"],
    ),
    "a surplus with a minus": (
        "x export | 2022 | 229.8\nm import | 2022 | 96.1\nb balance | 2022 | -133.7",
        ["warning balance b x m"],
    ),
    "without imports": ("x export | 2022 | 96.1\nt total | 2022 | 325.9\nb balance | 2022 | -133.7", []),
    "without imports, and wrong": (
        "x export | 2022 | 96.1\nt total | 2022 | 325.9\nb balance | 2022 | -137.7",
        ["error balance b x t"],
    ),
    "without exports, and wrong": (
        "m import | 2022 | 229.8\nt total | 2022 | 325.9\nb balance | 2022 | -137.7",
        ["error balance b t m"],
    ),
    "imports too coarse to tell": (
        "x export | 2022 | 96.1\nm import | 2022 | 0.2 billion\nt total | 2022 | 325.9\nb balance | 2022 | -123.7",
        ["error balance b x t", "note balance b x m"],
    ),
    "re-exports counted as exports": (
        "x export | 2022 | 96.1\nr re_export | 2022 | 20.4\nm import | 2022 | 229.8\nb balance | 2022 | -113.3",
        [],
    ),
    "re-exports counted in the total": (
        "x export | 2022 | 96.1\nr re_export | 2022 | 20.4\nt total | 2022 | 346.3\nb balance | 2022 | -133.7",
        [],
    ),
    "of another year": ("x export | 2021 | 96.1\nm import | 2022 | 229.8\nb balance | 2022 | -10.7", []),
}


@pytest.mark.parametrize("name", CASES)
def test_balance(name: str) -> None:
    text, said = CASES[name]
    assert brief(TABLE + text, "balance") == said


def test_the_sentence_shows_how_it_is_made() -> None:
    said = words(TABLE + CASES["without exports, and wrong"][0])
    assert said == "325.9 − 2 × 229.8 makes −133.7, not −137.7."
    said = words(TABLE + CASES["a deficit without its minus"][0])
    assert said == "96.1 − 229.8 is a deficit: as a balance it has a minus."
    said = words(TABLE + CASES["a surplus with a minus"][0])
    assert said == "229.8 − 96.1 is a surplus: as a balance it has no minus."
