"""Sentences written from figures, one by one: growth, its base, flows, balance, standing, and what is still open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.figures_said import BODY, figure, said, span, with_figures
from tests.compose.reading import composing, plain
from tests.compose.small_packs import composer, spans_of, text_of

Figures = list[dict[str, Any]]
F = figure


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([F("export", "2022", "96.1"), F("import", "2022", "229.8")],
         "In 2022, exports from Kazakhstan came to 96.1 million US dollars and imports to 229.8 million."),
        ([F("import", "2022", "229.8")], "In 2022, imports from Sweden came to 229.8 million US dollars."),
        ([F("total", "2022", "325.9"), F("export", "2022", "96.1"), F("import", "2022", "229.8")],
         "In 2022, trade came to 325.9 million US dollars: exports from Kazakhstan came to 96.1 million and imports to"
         " 229.8 million."),
        ([F("export", "2022", "55.0", {"percent": "10"}), F("import", "2022", "10.5", {"percent": "5"})],
         "In 2022, exports from Kazakhstan grew by 10% to 55.0 million US dollars and imports by 5% to 10.5 million."),
        ([F("export", "2022", "30.4", {"percent": "129.9"}), F("import", "2022", "466 thousand", {"percent": "-50.3"})],
         "In 2022, exports from Kazakhstan grew by 129.9% to 30.4 million US dollars, while imports fell by 50.3% to"
         " 466 thousand."),
        ([F("export", "2022", "55.00"), F("import", "2022", "10.500"), F("export", "2021", "50.00"),
          F("import", "2021", "10.000")],
         "In 2022, exports from Kazakhstan grew by 10.0%, from 50.00 million US dollars in 2021 to 55.00 million, and"
         " imports by 5.0%, from 10.000 million to 10.500 million."),
        ([F("export", "2022", "55.0"), F("import", "2022", "10.50"), F("export", "2021", "50.0"),
          F("import", "2021", "10.00")],
         "In 2022, exports from Kazakhstan grew by 10%, from 50.0 million US dollars in 2021 to 55.0 million, and"
         " imports by 5%, from 10.00 million to 10.50 million."),
        ([F("export", "2022", "55.0", {"direction": "grew"}), F("import", "2022", "10.5", {"direction": "grew"})],
         "In 2022, exports from Kazakhstan grew to 55.0 million US dollars and imports to 10.5 million."),
        ([F("export", "2022", "55.0", {"percent": "0.0"}), F("import", "2022", "10.5")],
         "In 2022, exports from Kazakhstan were unchanged, at 55.0 million US dollars, and imports came to 10.5"
         " million."),
        ([F("export", "2022", "0"), F("import", "2022", "10.5")],
         "In 2022, exports from Kazakhstan were zero and imports came to 10.5 million US dollars."),
        ([F("export", "2022", "", {"percent": "5"}), F("import", "2022", "", {"percent": "3"})],
         "In 2022, exports from Kazakhstan grew by 5% and imports by 3%."),
        ([F("total", "2022", "31"), F("export", "2022", "30400 thousand"), F("import", "2022", "0.466")],
         "In 2022, trade came to 31 million US dollars: exports from Kazakhstan came to 30,400 thousand and imports to"
         " 466 thousand."),
        ([F("total", "2022", "31.5"), F("export", "2022", "30400 thousand"), F("import", "2022", "1250 thousand")],
         "In 2022, trade came to 31.5 million US dollars: exports from Kazakhstan came to 30.4 million and imports to"
         " 1,250 thousand."),
        ([F("total", "2022", "31.5"), F("export", "2022", "30.4 million EUR"), F("import", "2022", "1.1")],
         "In 2022, trade came to 31.5 million US dollars: exports from Kazakhstan came to 30.4 million euros and"
         " imports to 1.1 million US dollars."),
        ([F("export", "2022", "30.4", scope="goods")],
         "In 2022, exports of goods from Kazakhstan came to 30.4 million US dollars."),
        ([F("total", "2022", "30.4", scope="product:wheat"), F("export", "2022", "30.4", scope="product:wheat")],
         "In 2022, trade in wheat came to 30.4 million US dollars: exports from Kazakhstan came to 30.4 million."),
        ([F("export", "2022", "30.4", reporter="", partner="")],
         "In 2022, exports came to 30.4 million US dollars."),
    ],
)  # fmt: skip
def test_exports_and_imports_share_a_sentence(tmp_path: Path, figures: Figures, sentence: str) -> None:
    nobody = {} if figures[0].get("reporter") is None else {"reporter": "", "partner": ""}
    assert said(tmp_path, figures, **nobody)[0] == sentence


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        (("provisional", "provisional"),
         "In 2022 (provisional figures), trade came to 5 million US dollars: exports from Kazakhstan came to 3"
         " million."),
        (("provisional", "final"),
         "In 2022, trade came to 5 million US dollars (provisional): exports from Kazakhstan came to 3 million."),
        (("estimate", "estimate"),
         "In 2022 (estimates), trade came to 5 million US dollars: exports from Kazakhstan came to 3 million."),
        (("target", "target"),
         "In 2022, trade is to reach 5 million US dollars: exports from Kazakhstan are to reach 3 million."),
    ],
)  # fmt: skip
def test_that_figures_may_still_change_is_said(tmp_path: Path, statuses: tuple[str, str], sentence: str) -> None:
    figures = [F("total", "2022", "5", status=statuses[0]), F("export", "2022", "3", status=statuses[1])]
    assert said(tmp_path, figures)[0] == sentence


def test_the_other_sides_statistics_are_said_to_be_theirs(tmp_path: Path) -> None:
    figures = [F("total", "2022", "5.0"), F("total", "2022", "6.1", reporter="SE", partner="KZ")]
    assert said(tmp_path, figures)[1] == ("In 2022, by the statistics of Sweden, trade came to 6.1 million US dollars.")


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([F("export", "2022", "47.5"), F("import", "2022", "318.4")],
         "Kazakhstan had a trade deficit of 271 million US dollars."),
        ([F("export", "2022", "5.0"), F("import", "2022", "1.0")],
         "Kazakhstan had a trade surplus of 4 million US dollars."),
        ([F("export", "2022", "5"), F("import", "2022", "3")], "Kazakhstan had a trade surplus."),
        ([F("export", "2022", "5.0"), F("import", "2022", "5.1")], ""),
        ([F("export", "2022", "900"), F("import", "2022", "1.2 billion")],
         "Kazakhstan had a trade deficit."),
        ([F("export", "2022", "47.5"), F("import", "2022", "318.4"), F("export", "2021", "99.9"),
          F("import", "2021", "20.1")],
         "Kazakhstan had a trade deficit of 271 million US dollars, after a surplus of 80 million in 2021."),
        ([F("export", "2022", "47.5"), F("import", "2022", "318.4"), F("export", "2021", "20.1"),
          F("import", "2021", "99.9")],
         "Kazakhstan had a trade deficit of 271 million US dollars, after one of 80 million in 2021."),
    ],
)  # fmt: skip
def test_exports_and_imports_give_the_balance_as_far_as_rounding_allows(
    tmp_path: Path, figures: Figures, sentence: str
) -> None:
    body = "{% for line in trade_lines|told %}{{ line|balance }}{% endfor %}"
    assert "".join(said(tmp_path, figures, body)) == sentence


def test_rank_and_share_are_measured_from_a_year_before(tmp_path: Path) -> None:
    body = "{% for line in trade_lines|told %}{{ line|standing }}\n\n{% endfor %}"
    before = F("total", "2021", "5", share={"percent": "6.1"}, rank={"value": 6})

    def now(share: str, rank: int) -> str:
        figures = [F("total", "2022", "6", share={"percent": share}, rank={"value": rank}), before]
        return said(tmp_path, figures, body)[0]

    assert now("6.4", 5) == (
        "Sweden ranked fifth among the trading partners of Kazakhstan (sixth in 2021) and accounted for 6.4% of its"
        " total trade, up from 6.1% in 2021."
    )
    assert now("10.4", 6) == (
        "Sweden ranked sixth among the trading partners of Kazakhstan (as in 2021) and accounted for 10.4% of its"
        " total trade, up by about 4.3 percentage points from 6.1% in 2021."
    )
    assert now("6.1", 5).endswith("6.1% of its total trade, as in 2021.")
    assert now("2.0", 5).endswith("down by about 4.1 percentage points from 6.1% in 2021.")
    small = [F("import", "2022", "6", share={"percent": "0.0"}), F("export", "2022", "6", rank={"value": 2})]
    assert said(tmp_path, small, body) == [
        "Sweden accounted for less than 0.1% of the imports of Kazakhstan. Sweden ranked second among the export"
        " markets of Kazakhstan."
    ]


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([F("fdi_inflow", "2022", "51.5"), F("fdi_cumulative", "2005/", "more_than 600")],
         "Direct investment from Sweden in Kazakhstan came to 51.5 million US dollars in 2022 and to more than 600"
         " million since 2005."),
        ([F("fdi_inflow", "2022", "51.5"), F("fdi_inflow", "2021", "46.0"),
          F("fdi_cumulative", "2005/", "more_than 600")],
         "In 2022, direct investment from Sweden in Kazakhstan grew by 12%, from 46.0 million US dollars in 2021 to"
         " 51.5 million. Direct investment from Sweden in Kazakhstan has come to more than 600 million US dollars since"
         " 2005."),
        ([F("fdi_inflow", "2022")], "Direct investment from Sweden in Kazakhstan came to [Investment] in 2022."),
        ([F("fdi_stock", "2022-12-31", "1.2 billion", status="provisional")],
         "The stock of direct investment from Sweden in Kazakhstan stood at 1.2 billion US dollars (provisional) on 31"
         " December 2022."),
        ([F("fdi_outward_stock", "2022-12-31", "30.0"), F("fdi_outward_stock", "2021-12-31", "20.0")],
         "By 31 December 2022, the stock of direct investment from Kazakhstan in Sweden grew by about 50%, from 20.0"
         " million US dollars on 31 December 2021 to 30.0 million."),
        ([F("investment", "2022", "5")], "Investment from Sweden in Kazakhstan came to 5 million US dollars in 2022."),
        ([F("re_export", "2022", "5", {"percent": "-3"})],
         "In 2022, re-exports from Kazakhstan to Sweden fell by 3% to 5 million US dollars."),
        ([F("companies", "2023-11-22", "more_than 40")],
         "As of 22 November 2023, more than 40 companies with capital from Sweden were registered in Kazakhstan."),
        ([F("companies", "2023-11-22", "40"), F("companies", "2022-11-22", "35")],
         "As of 22 November 2023, 40 companies with capital from Sweden were registered in Kazakhstan, up from 35"
         " on 22 November 2022."),
        ([F("joint_ventures", "2023", "1")], "In 2023, there was one joint venture with Sweden in Kazakhstan."),
        ([{**F("companies", "2023", "12"), "period": {}}],
         "In Kazakhstan, 12 companies with capital from Sweden are registered."),
        ([{**F("companies", "2023", "nearly 12"), "period": {}}],
         "Nearly 12 companies with capital from Sweden are registered in Kazakhstan."),
        ([F("companies", "2023", "", {"percent": "8"})],
         "In 2023, the number of companies with capital from Sweden in Kazakhstan grew by 8%."),
        ([F("persons", "2024", "412"), F("persons", "2023", "368")],
         "Persons: 412 in 2024, up by 12.0% from 368 in 2023."),
        ([F("persons", "2024", "", {"percent": "8"})], "Persons in 2024: up by 8%."),
        ([F("other:Students", "2024", "412 unit", {"claim": "doubled"})], "Students: 412 in 2024, having doubled."),
        ([F("tonnage", "2024", "1.2 million"), F("tonnage", "2023", "1.2 million")],
         "Tonnage: 1.2 million tonnes in 2024, unchanged from 2023."),
        ([F("grants", "2024", "5", status="estimate")], "Grants: 5 million US dollars in 2024 (estimate)."),
        ([F("balance", "2024", "153.9")],
         "In 2024, the trade balance of Kazakhstan with Sweden was a surplus of 153.9 million US dollars."),
        ([F("balance", "2024", "-270.9"), F("balance", "2023", "-133.7")],
         "In 2024, the trade deficit of Kazakhstan with Sweden grew from 133.7 million US dollars in 2023 to 270.9"
         " million."),
        ([F("balance", "2024", "-270.9"), F("balance", "2023", "12.3")],
         "In 2024, the trade balance of Kazakhstan with Sweden turned from a surplus of 12.3 million US dollars in 2023"
         " into a deficit of 270.9 million."),
        ([F("balance", "2024", "0")], "In 2024, the trade balance of Kazakhstan with Sweden was zero."),
        ([F("balance", "2024", "-5.0"), F("balance", "2023", "-5.0")],
         "In 2024, the trade deficit of Kazakhstan with Sweden was unchanged from 2023, at 5.0 million US dollars."),
        ([F("balance", "2024", "-5.0", {"percent": "-4", "base": span("2023")})],
         "In 2024, the trade balance of Kazakhstan with Sweden fell by 4% compared with 2023, to a deficit of 5.0"
         " million US dollars."),
    ],
)  # fmt: skip
def test_single_figures_are_sentences(tmp_path: Path, figures: Figures, sentence: str) -> None:
    assert said(tmp_path, figures) == [sentence]


def test_each_number_leads_to_its_own_figure_and_the_words_between_to_the_template(tmp_path: Path) -> None:
    figures = [F("total", "2022", "60.9"), F("total", "2021", "50.0"), F("export", "2022", "5.0")]
    document = composer(tmp_path, BODY).compose(with_figures(*figures))
    places = {span.text.replace("\u00a0", " "): span.paths for span in spans_of(document)}
    assert places["60.9 million"] == ("figures[f1].amount",)
    assert places["50.0 million US dollars"] == ("figures[f2].amount",)
    assert places["in 2021"] == ("figures[f2].period",)
    assert places["grew by 22%"] == ("figures[f1].change",)
    assert places["5.0 million"] == ("figures[f3].amount",)
    assert places[", from "] == places[" to "] == ()


def paragraphs(*figures: dict[str, Any]) -> list[str]:
    """The paragraphs of a press release on trade."""
    document = composing("press-release").compose(with_figures(*figures))
    return [text for text in plain(document).split("\n") if text.startswith("In 20")]


def test_sentences_on_two_countries_share_a_paragraph_while_they_are_few() -> None:
    years = [F("total", str(year), f"{year % 100}.1", {"percent": "5"}) for year in range(2019, 2023)]
    (one,) = paragraphs(*years)
    assert one.count("trade between Kazakhstan and Sweden") == 1
    assert one.count(" trade grew by 5%") == 3
    more = paragraphs(*years, F("total", "2023", "23.1", {"percent": "5"}))
    assert len(more) == 5
    assert [text.count("between") for text in more] == [1, 0, 0, 0, 0]


def test_another_partner_begins_a_paragraph_and_is_named_the_other_sides_statistics_do_not() -> None:
    theirs = F("total", "2022", "6.1", reporter="SE", partner="KZ")
    told = paragraphs(F("total", "2022", "5.0"), theirs, F("total", "2022", "7.0", partner="NO"))
    assert told == [
        "In 2022, trade between Kazakhstan and Sweden came to 5.0 million US dollars. In 2022, by the statistics of"
        " Sweden, trade came to 6.1 million US dollars.",
        "In 2022, trade between Kazakhstan and Norway came to 7.0 million US dollars.",
    ]


def test_a_thousand_figures_make_a_document() -> None:
    figures = [
        F(measure, str(1900 + year), f"{year + len(measure)}.{year % 10}", {"percent": "5"})
        for year in range(110)
        for measure in ("total", "export", "import")
    ]
    assert len(paragraphs(*figures)) == 10
    document = composing("briefing-note").compose(with_figures(*figures))
    assert sum("trade grew by 5%" in text for text in text_of(document)) == 109
