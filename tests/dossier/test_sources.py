"""Sources in one line, and what a figure says for itself beside the table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.dossier.departures import Departure, departures
from briefing.dossier.figures import Amount, Change, Figure, Period, Rank, Share, Source, Span
from briefing.dossier.model import EMPTY, Dossier, Trade
from briefing.dossier.sources import cite, show_source, with_source

Y2022 = Period("2022-01-01", "2022-12-31", basis="calendar")


@pytest.fixture
def dossier() -> Dossier:
    return replace(
        EMPTY,
        trade=Trade("KZ", "SE", "USD", "million", "s1"),
        figures=(
            Figure("f1", "export", "", "KZ", "SE", Y2022, Amount("96.1", "million", "USD"), source="s1"),
            Figure("f2", "import", "", "KZ", "SE", Y2022, Amount("229.8", "million", "USD"), source="s1"),
        ),
        sources=(Source("s1", "Bureau of National Statistics", released="2023-10"),),
    )


def lines(dossier: Dossier) -> list[str]:
    return [show_source(each) for each in dossier.sources]


def test_the_tables_source_is_kept_while_its_words_change(dossier: Dossier) -> None:
    after = with_source(dossier, "Statistics Sweden, Foreign trade, 2024")
    assert after.sources == (Source("s1", "Statistics Sweden", "Foreign trade", "2024"),)
    gone = with_source(after, " , ")
    assert (gone.sources, gone.trade.source) == ((), "")


def test_a_figure_cites_a_source_of_its_own_and_no_other_changes(dossier: Dossier) -> None:
    after = cite(dossier, "f2", "Statistics Sweden")
    assert lines(after) == ["Bureau of National Statistics, October 2023", "Statistics Sweden"]
    assert (after.figures[0].source, after.trade.source) == ("s1", "s1")
    again = cite(after, "f2", "Statistics Sweden, May 2024")
    assert lines(again) == ["Bureau of National Statistics, October 2023", "Statistics Sweden, May 2024"]
    assert again.figures[1].source == after.figures[1].source


def test_a_listed_source_is_cited_as_it_stands_and_an_orphan_goes(dossier: Dossier) -> None:
    after = cite(cite(dossier, "f2", "Statistics Sweden"), "f2", "Bureau of National Statistics, October 2023")
    assert after == dossier
    assert cite(cite(dossier, "f2", "Statistics Sweden"), "f2", "") == dossier


def test_a_shared_source_is_not_rewritten_by_one_figure(dossier: Dossier) -> None:
    both = cite(cite(dossier, "f1", "Eurostat"), "f2", "Eurostat")
    assert lines(both) == ["Bureau of National Statistics, October 2023", "Eurostat"]
    after = cite(both, "f2", "Eurostat, 2024")
    assert lines(after) == ["Bureau of National Statistics, October 2023", "Eurostat", "Eurostat, 2024"]


def test_what_is_as_the_table_says_is_no_departure(dossier: Dossier) -> None:
    assert [departures(dossier, each) for each in dossier.figures] == [(), ()]
    assert departures(dossier, Figure("x", "companies", amount=Amount("40", "unit"), status="final")) == ()


def test_departures_are_told_in_turn(dossier: Dossier) -> None:
    figure = replace(
        dossier.figures[0],
        reporter="SE",
        partner="KZ",
        amount=Amount("7", "thousand", "EUR"),
        change=Change(percent="5", base=Span("2020-01-01", "2020-12-31")),
        share=Share("31.6", "total trade"),
        rank=Rank(3, "partners"),
        status="provisional",
        source="s2",
        note="seen on screen",
    )
    assert departures(dossier, figure) == (
        Departure("scale", "thousand"),
        Departure("unit", "EUR"),
        Departure("reporter", "SE"),
        Departure("partner", "KZ"),
        Departure("source", "s2"),
        Departure("status", "provisional"),
        Departure("note", "seen on screen"),
        Departure("share", "31.6"),
        Departure("rank", "3"),
        Departure("base", "2020-01-01"),
    )
