"""Sentences on growth: as typed, as two levels give it, its base, and what is more than a whole year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.figures_said import figure, said, span

Figures = list[dict[str, Any]]
F = figure
#: Of which the sentences say the same, whatever they are about.
BASE = [F("total", "2021", "50.0")]
MORE_THAN_40 = {"percent": "40", "qualifier": "more_than"}


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        # What was typed is said as typed; its base is named, and its level where the dossier has it and it agrees.
        ([F("total", "2022", "325.9", {**MORE_THAN_40, "direction": "grew", "base": span("2021")})],
         "In 2022, trade grew by more than 40% compared with 2021, to 325.9 million US dollars."),
        ([F("total", "2022", "325.9", MORE_THAN_40), F("total", "2021", "232.1")],
         "In 2022, trade grew by more than 40%, from 232.1 million US dollars in 2021 to 325.9 million."),
        ([F("total", "2022", "325.9", MORE_THAN_40), F("total", "2021", "250.0")],
         "In 2022, trade grew by more than 40% to 325.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "48.1"})], "In 2022, trade grew by 48.1% to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "-8.9"})], "In 2022, trade fell by 8.9% to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "3.2", "direction": "fell"})],
         "In 2022, trade fell by 3.2% to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "0.0"})], "In 2022, trade was unchanged, at 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "0.0", "direction": "grew"})],
         "In 2022, trade grew by less than 0.1% to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "-0.2", "direction": "unchanged"})],
         "In 2022, trade was almost unchanged (−0.2%), at 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "-9", "direction": "grew"})],
         "In 2022, trade fell by 9% to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"percent": "48.1", "base": span("2021")})],
         "In 2022, trade grew by 48.1% compared with 2021, to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"direction": "grew"})], "In 2022, trade grew to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"direction": "grew"}), *BASE],
         "In 2022, trade grew by 22%, from 50.0 million US dollars in 2021 to 60.9 million."),
        ([F("total", "2022", "60.9", {"direction": "fell"}), *BASE], "In 2022, trade fell to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"factor": "2.1", "factor_means": "level"})],
         "In 2022, trade grew by a factor of 2.1 to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"factor": "2.1", "factor_means": "increase", "base": span("2021")})],
         "In 2022, trade grew by 2.1 times the earlier amount compared with 2021, to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"factor": "2.1", "factor_means": "unclear"})],
         "In 2022, trade grew 2.1 times to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"factor": "0.8", "factor_means": "level"})],
         "In 2022, trade fell to 0.8 times the earlier amount, to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"factor": "2", "factor_means": "level", "direction": "fell"})],
         "In 2022, trade fell by a factor of 2 to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"absolute": {"value": "10.9", "scale": "million", "unit": "USD"}}), *BASE],
         "In 2022, trade grew by 10.9 million, from 50.0 million US dollars in 2021 to 60.9 million."),
        ([F("total", "2022", "60.9", {"claim": "doubled", "qualifier": "more_than"})],
         "In 2022, trade more than doubled to 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"claim": "record"})], "In 2022, trade came to a record 60.9 million US dollars."),
        ([F("total", "2022", "60.9", {"claim": "record"}), *BASE],
         "In 2022, trade grew by 22%, from 50.0 million US dollars in 2021 to a record 60.9 million."),
        ([F("total", "2023-01/2023-09", "60.9", {"claim": "exceeds the whole of last year"})],
         "In January–September 2023, trade came to 60.9 million US dollars, already more than in the whole of 2022."),
        ([F("total", "2022", "", {"percent": "5", "base": span("2021")})],
         "In 2022, trade grew by 5% compared with 2021."),
    ],
)  # fmt: skip
def test_growth_that_was_typed_is_said_as_typed(tmp_path: Path, figures: Figures, sentence: str) -> None:
    assert said(tmp_path, figures)[0] == sentence


@pytest.mark.parametrize(
    ("level", "base", "words"),
    [
        ("140.95", "104.25", "grew by 35.2%, from 104.25 million US dollars in 2021 to 140.95 million"),
        ("140.9", "104.2", "grew by 35%, from 104.2 million US dollars in 2021 to 140.9 million"),
        ("7", "5", "grew by more than 15%, from 5 million US dollars in 2021 to 7 million"),
        ("6", "5", "came to 6 million US dollars, compared with 5 million in 2021"),
        ("6", "6.4", "came to 6 million US dollars, compared with 6.4 million in 2021"),
        ("14.4", "10.5", "grew by about 37%, from 10.5 million US dollars in 2021 to 14.4 million"),
        ("47.5", "96.1", "more than halved (−51%), from 96.1 million US dollars in 2021 to 47.5 million"),
        ("9.5", "96.1", "fell by 90%, from 96.1 million US dollars in 2021 to 9.5 million"),
        ("96.1", "96.1", "was unchanged from 2021, at 96.1 million US dollars"),
        ("96.12", "96.10", "grew by less than 0.1%, from 96.10 million US dollars in 2021 to 96.12 million"),
        ("31.00", "14.20", "more than doubled (+118%), from 14.20 million US dollars in 2021 to 31.00 million"),
        ("100.0", "50.0", "doubled from 50.0 million US dollars in 2021 to 100.0 million"),
        ("50.0", "100.0", "halved from 100.0 million US dollars in 2021 to 50.0 million"),
        ("160.0", "50.0", "more than tripled (+220%), from 50.0 million US dollars in 2021 to 160.0 million"),
        ("30.4", "0.5", "grew by a factor of more than 55, from 0.5 million US dollars in 2021 to 30.4 million"),
        ("3.1", "0", "rose from zero in 2021 to 3.1 million US dollars"),
        ("0", "3.1", "fell from 3.1 million US dollars in 2021 to zero"),
        ("0", "0", "was unchanged from 2021, at zero"),
        ("more_than 600", "500", "grew by more than 15%, from 500 million US dollars in 2021 to more than 600 million"),
        ("about 90", "96", "came to about 90 million US dollars, compared with 96 million in 2021"),
        ("5", "more_than 600", "fell by more than 90%, from more than 600 million US dollars in 2021 to 5 million"),
        ("5 million EUR", "6 million USD", "came to 5 million euros"),
        ("2.1 billion", "900", "more than doubled from 900 million US dollars in 2021 to 2.1 billion"),
    ],
)  # fmt: skip
def test_growth_that_two_levels_give_is_computed_as_far_as_rounding_allows(
    tmp_path: Path, level: str, base: str, words: str
) -> None:
    figures = [F("total", "2022", level), F("total", "2021", base)]
    assert said(tmp_path, figures)[0] == f"In 2022, trade {words}."


@pytest.mark.parametrize(
    ("period", "base", "words"),
    [
        ("2023-01/2023-09", "2022-01/2022-09", "from 104.2 million US dollars in the same period of 2022 to"),
        ("2025-01/2025-03", "2024-01/2024-03", "from 104.2 million US dollars in the same period of 2024 to"),
        ("2024-02", "2023-02", "from 104.2 million US dollars in February 2023 to"),
        ("2024-01/2024-02", "2023-01/2023-02", "from 104.2 million US dollars in the same period of 2023 to"),
        ("2022-07/2023-06", "2021-07/2022-06", "from 104.2 million US dollars in July 2021–June 2022 to"),
        ("2024-03-05/2024-04-04", "2023-03-05/2023-04-04", "in the same period of 2023 to"),
        ("2024-12-31", "2023-12-31", "from 104.2 million US dollars on 31 December 2023 to"),
    ],
)
def test_the_base_is_the_like_period_a_year_before(tmp_path: Path, period: str, base: str, words: str) -> None:
    (sentence,) = said(tmp_path, [F("total", period, "140.9"), F("total", base, "104.2")])
    assert words in sentence
    assert "grew by 35%" in sentence


@pytest.mark.parametrize(
    "other",
    [
        F("total", "2021", "50.0"),  # twelve months against nine
        F("total", "2022-01/2022-08", "50.0"),
        F("total", "2021-01/2021-09", "50.0"),  # two years before
        F("total", "2022-01/2022-09", "50.0", scope="services"),
        F("total", "2022-01/2022-09", "50.0", reporter="SE", partner="KZ"),
        F("total", "2022-01/2022-09", "50.0 million EUR"),
        F("total", "2022-01/2022-09", "50.0", status="target"),
        F("export", "2022-01/2022-09", "50.0"),
    ],
)
def test_what_is_not_alike_is_no_base(tmp_path: Path, other: dict[str, Any]) -> None:
    sentence = said(tmp_path, [F("total", "2023-01/2023-09", "60.9"), other])[0]
    assert sentence == "In January–September 2023, trade came to 60.9 million US dollars."


def test_a_figure_that_stands_there_twice_is_nobodys_base(tmp_path: Path) -> None:
    twice = [F("total", "2022", "60.9"), F("total", "2021", "50.0"), F("total", "2021", "51.0")]
    assert said(tmp_path, twice) == [
        "In 2022, trade came to 60.9 million US dollars.",
        "In 2021, trade came to 50.0 million US dollars.",
        "In 2021, trade came to 51.0 million US dollars.",
    ]


def test_a_part_of_a_year_that_is_more_than_all_of_the_year_before_is_said_to_be(tmp_path: Path) -> None:
    figures = [F("total", "2022", "325.9"), F("total", "2023-01/2023-09", "365.8")]
    assert said(tmp_path, figures)[1] == (
        "In January–September 2023, trade came to 365.8 million US dollars, already more than in the whole of 2022."
    )
    assert "already" not in said(tmp_path, [F("total", "2022", "325.9"), F("total", "2023-01/2023-09", "325.9")])[1]
    assert "already" not in said(tmp_path, [F("total", "2022", "more_than 300"), figures[1]])[1]
    imports = [
        F("import", "2022", "229.8"),
        F("export", "2023-01/2023-09", "4"),
        F("import", "2023-01/2023-09", "318.4"),
    ]
    assert said(tmp_path, imports)[1] == (
        "In January–September 2023, exports from Kazakhstan came to 4 million US dollars and imports to 318.4"
        " million, already more than in the whole of 2022."
    )


def test_only_what_no_other_sentence_tells_has_its_own(tmp_path: Path) -> None:
    years = [F("total", "2022", "50.0"), F("total", "2023", "60.9"), F("total", "2024", "70.0")]
    assert said(tmp_path, years) == [
        "In 2023, trade grew by 22%, from 50.0 million US dollars in 2022 to 60.9 million.",
        "In 2024, trade grew by 15% compared with 2023, to 70.0 million US dollars.",
    ]
    with_more = [F("total", "2022", "50.0"), F("export", "2022", "1.0"), F("total", "2023", "60.9")]
    assert len(said(tmp_path, with_more)) == 2
    assert len(said(tmp_path, [F("total", "2022", "50.0", status="provisional"), F("total", "2023", "60.9")])) == 2


@pytest.mark.parametrize(
    ("level", "base", "words"),
    [
        ("140.41", "100.00", "by more than 40%"),
        ("159.50", "100.00", "by nearly 60%"),
        ("140.00", "100.00", "by about 40%"),
        ("149.90", "100.00", "by nearly 50%"),
        ("103.00", "100.00", "by 3.0%"),
        ("55.00", "100.00", "fell by more than 40%"),
        ("60.50", "100.00", "fell by nearly 40%"),
        ("203.00", "100.00", "more than doubled from"),
        ("199.00", "100.00", "by nearly 100%"),
    ],
)
def test_a_round_number_never_says_more_than_the_true_one(tmp_path: Path, level: str, base: str, words: str) -> None:
    body = "{% for line in trade_lines|told %}{{ line|turnover('round') }}{% endfor %}"
    (sentence,) = said(tmp_path, [F("total", "2022", level), F("total", "2021", base)], body)
    assert words in sentence
