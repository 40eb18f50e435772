"""The trade table: rows from figures, and edits that change one figure and share the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.figures import TRADE_MEASURES, Amount, Change, Figure, Period, Span
from briefing.dossier.model import EMPTY, Dossier, Trade
from briefing.dossier.single_figures import (
    add_figure,
    measure_label,
    move_figure,
    other_rows,
    read_measure,
    remove_figure,
    set_amount,
    set_figure_period,
    set_measure,
)
from briefing.dossier.table import RowKey, is_theirs, key_for, mirrored, trade_rows
from briefing.dossier.table_defaults import restate
from briefing.dossier.table_edits import move_row, remove_row, set_cell, set_growth, set_period, sort_rows

Y2022 = Period("2022-01-01", "2022-12-31", basis="calendar")
Y2023 = Period("2023-01-01", "2023-12-31", basis="calendar")


def million(value: str, qualifier: str = "") -> Amount:
    return Amount(value, "million", "USD", qualifier)


@pytest.fixture
def dossier() -> Dossier:
    return replace(
        EMPTY,
        trade=Trade("KZ", "SE", "USD", "million", "s1"),
        figures=(
            Figure("f1", "export", reporter="KZ", partner="SE", period=Y2022, amount=million("96.1")),
            Figure("f2", "fdi_inflow", period=Y2022, amount=million("51.5")),
            Figure("f3", "total", partner="SE", period=replace(Y2022, basis=""), amount=million("325.9")),
            Figure("f4", "export", period=Y2023, amount=million("47.5")),
            Figure("f5", "companies", period=Y2023, amount=Amount("40", "unit", "", "more_than")),
        ),
    )


def values(dossier: Dossier) -> list[list[str]]:
    return [[figure.amount.value if figure else "" for figure in row.figures] for row in trade_rows(dossier)]


def test_rows_gather_the_figures_of_one_period(dossier: Dossier) -> None:
    assert values(dossier) == [["96.1", "", "325.9"], ["47.5", "", ""]]
    first, second = trade_rows(dossier)
    assert (first.period, second.period) == (Y2022, Y2023)
    assert first.path("total") == "figures[f3].amount"
    assert first.path("growth") == "figures[f3].change"
    assert first.path("import") == ""
    assert [figure.id for figure in other_rows(dossier)] == ["f2", "f5"]


def test_a_second_figure_of_the_same_kind_has_a_row_of_its_own(dossier: Dossier) -> None:
    twice = replace(dossier, figures=(*dossier.figures, Figure("f9", "export", period=Y2022, amount=million("95.0"))))
    assert values(twice) == [["96.1", "", "325.9"], ["47.5", "", ""], ["95.0", "", ""]]
    assert trade_rows(twice)[2].key == trade_rows(twice)[0].key._replace(nth=1)


def test_an_amount_goes_into_its_figure_and_shares_the_rest(dossier: Dossier) -> None:
    key = trade_rows(dossier)[0].key
    after = set_cell(dossier, key, "export", Amount("97.0", qualifier="exact"))
    assert after.figures[0].amount == million("97.0", "exact")
    assert [one is other for one, other in zip(after.figures, dossier.figures, strict=True)] == [False] + [True] * 4
    assert set_cell(dossier, key, "export", Amount("96.1", qualifier="exact")) is dossier


def test_a_new_amount_makes_a_figure_beside_its_row_with_what_the_table_says(dossier: Dossier) -> None:
    after = set_cell(dossier, trade_rows(dossier)[0].key, "import", Amount("229.8", "", "EUR", "exact"))
    assert values(after) == [["96.1", "229.8", "325.9"], ["47.5", "", ""]]
    made = after.figures[3]
    assert (made.reporter, made.partner, made.period) == ("KZ", "SE", Y2022)
    assert made.amount == Amount("229.8", "million", "EUR", "exact")


def test_an_amount_in_a_row_that_is_not_there_yet_makes_the_row(dossier: Dossier) -> None:
    period = Period("2024-01-01", "2024-12-31", basis="calendar")
    after = set_cell(dossier, key_for(dossier, period), "total", Amount("1", qualifier="exact"))
    made = after.figures[-1]
    assert (made.measure, made.period, made.reporter, made.partner, made.source) == ("total", period, "KZ", "SE", "s1")


def test_an_emptied_cell_takes_its_figure_away_unless_more_is_said_of_it(dossier: Dossier) -> None:
    key = trade_rows(dossier)[0].key
    assert [figure.id for figure in set_cell(dossier, key, "export", None).figures] == ["f2", "f3", "f4", "f5"]
    grown = set_growth(dossier, key, Change(percent="40", qualifier="more_than", direction="grew"))
    emptied = set_cell(grown, key, "total", None)
    assert emptied.figures[2].amount == Amount()
    assert [figure.id for figure in set_growth(emptied, key, None).figures] == ["f1", "f2", "f4", "f5"]
    assert set_cell(dossier, key, "import", None) is dossier


def test_growth_keeps_the_base_that_was_named(dossier: Dossier) -> None:
    base = Span("2021-01-01", "2021-12-31")
    key = trade_rows(dossier)[0].key
    named = set_growth(dossier, key, Change(percent="40", base=base))
    assert set_growth(named, key, Change(percent="41")).figures[2].change == Change(percent="41", base=base)


def test_growth_alone_makes_a_total(dossier: Dossier) -> None:
    after = set_growth(dossier, trade_rows(dossier)[1].key, Change(direction="grew"))
    assert trade_rows(after)[1].growth == Change(direction="grew")


def test_a_period_moves_the_whole_row_and_nothing_else(dossier: Dossier) -> None:
    q1 = Period("2022-01-01", "2022-03-31", basis="calendar")
    after = set_period(dossier, trade_rows(dossier)[0].key, q1)
    assert [figure.period for figure in after.figures] == [q1, Y2022, q1, Y2023, Y2023]
    assert set_period(dossier, RowKey("1999-01-01"), q1) is dossier


def test_rows_are_removed_and_moved(dossier: Dossier) -> None:
    first, second = (row.key for row in trade_rows(dossier))
    assert [figure.id for figure in remove_row(dossier, first).figures] == ["f2", "f4", "f5"]
    moved = move_row(dossier, second, 0)
    assert values(moved) == [["47.5", "", ""], ["96.1", "", "325.9"]]
    assert [figure.id for figure in other_rows(moved)] == ["f2", "f5"]
    assert move_row(dossier, second, 1) is dossier


def test_figures_at_the_old_default_follow_the_new_one(dossier: Dossier) -> None:
    after = restate(dossier, "scale", "billion")
    assert after.trade.scale == "billion"
    assert [figure.amount.scale for figure in after.figures] == ["billion"] * 4 + ["unit"]
    assert [figure.partner for figure in restate(dossier, "partner", "NO").figures] == ["NO", "", "NO", "", ""]
    assert restate(dossier, "scale", "million") is dossier


def test_single_figures_take_the_scale_of_their_measure(dossier: Dossier) -> None:
    grown = set_amount(add_figure(dossier, "fdi_stock", "new"), "new", Amount("7", qualifier="exact"))
    assert grown.figures[-1].amount == million("7", "exact")
    assert (grown.figures[-1].reporter, grown.figures[-1].source) == ("KZ", "s1")
    counted = set_measure(grown, grown.figures[-1].id, "companies")
    assert counted.figures[-1].amount == Amount("7", "unit", "", "exact")
    assert set_amount(dossier, "f5", Amount("40", qualifier="more_than")) is dossier
    assert set_amount(dossier, "f5", None).figures[-1].amount == Amount()
    assert set_figure_period(dossier, "f5", Y2023) is dossier
    assert set_figure_period(dossier, "f5", Y2022).figures[-1].period == Y2022


def test_single_figures_are_removed_and_moved(dossier: Dossier) -> None:
    assert [figure.id for figure in remove_figure(dossier, "f2").figures] == ["f1", "f3", "f4", "f5"]
    assert [figure.id for figure in move_figure(dossier, "f5", 0).figures] == ["f1", "f5", "f3", "f4", "f2"]
    assert move_figure(dossier, "f5", 1) is dossier


def test_measures_are_named_in_words() -> None:
    assert measure_label("fdi_inflow") == "Direct investment (year)"
    assert read_measure("direct investment (cumulative)") == "fdi_cumulative"
    assert read_measure("Comp") == "other:Comp"
    assert read_measure("Students") == "other:Students"
    assert measure_label("other:Students") == "Students"


@given(st.lists(st.tuples(st.integers(2015, 2019), st.sampled_from(TRADE_MEASURES), st.booleans()), max_size=25))
def test_after_any_edits_each_figure_stands_in_one_cell(steps: list[tuple[int, str, bool]]) -> None:
    dossier = replace(EMPTY, trade=Trade("KZ", "SE", "USD", "million"))
    expected: dict[tuple[int, str], str] = {}
    for at, (year, measure, filled) in enumerate(steps):
        key = key_for(dossier, Period(f"{year}-01-01", f"{year}-12-31"))
        dossier = set_cell(dossier, key, measure, Amount(str(at)) if filled else None)
        expected.pop((year, measure), None)
        if filled:
            expected[year, measure] = str(at)
    shown = {
        (int(row.key.start[:4]), figure.measure): figure.amount.value
        for row in trade_rows(dossier)
        for figure in row.present
    }
    assert shown == expected
    assert len(dossier.figures) == len(expected)


def test_theirs_stand_below_ours_and_move_with_them(dossier: Dossier) -> None:
    theirs = Figure("x1", "import", reporter="SE", partner="KZ", period=Y2022, amount=million("90.0"))
    both = replace(dossier, figures=(*dossier.figures, theirs))
    ours, below, last = trade_rows(both)
    assert [row.key.reporter for row in (ours, below, last)] == ["KZ", "SE", "KZ"]
    assert below.key == mirrored(ours.key)
    assert is_theirs(both, below.key)
    assert not is_theirs(both, ours.key)
    for key, to in ((ours.key, 2), (below.key, 2), (last.key, 0), (last.key, 1)):
        moved = trade_rows(move_row(both, key, to))
        assert [row.key for row in moved] == [last.key, ours.key, below.key], (key, to)
    assert move_row(both, ours.key, 0) is both


def test_statistics_of_a_third_country_are_not_theirs(dossier: Dossier) -> None:
    third = Figure("x1", "import", reporter="NO", partner="KZ", period=Y2022, amount=million("90.0"))
    both = replace(dossier, figures=(*dossier.figures, third))
    assert [row.key.reporter for row in trade_rows(both)] == ["KZ", "KZ", "NO"]
    unnamed = replace(both, trade=Trade())
    assert not any(is_theirs(unnamed, row.key) for row in trade_rows(unnamed))


def test_rows_are_sorted_by_their_periods_and_other_figures_stay() -> None:
    spans = [
        Period("2023-01-01", "2023-12-31"),
        Period(label="some day"),
        Period("2023-10-01", "2023-12-31"),
        Period("2021-01-01", "2021-12-31"),
        Period("2022-12-31", "2022-12-31"),
    ]
    figures = [Figure(f"e{at}", "export", period=span, amount=million("1")) for at, span in enumerate(spans)]
    other = Figure("o", "fdi_inflow", period=Y2022, amount=million("2"))
    dossier = replace(EMPTY, trade=Trade("KZ", "SE"), figures=(figures[0], other, *figures[1:]))
    found = sort_rows(dossier)
    assert [figure.id for figure in found.figures] == ["e3", "o", "e4", "e2", "e0", "e1"]
    assert sort_rows(found) is found


def test_theirs_are_sorted_with_ours() -> None:
    ours = [Figure(f"e{year}", "export", period=Period(f"{year}-01-01", f"{year}-12-31")) for year in (2023, 2022)]
    theirs = replace(ours[0], id="t", measure="import", reporter="SE", partner="KZ")
    dossier = replace(EMPTY, trade=Trade("KZ", "SE"), figures=(ours[0], theirs, ours[1]))
    assert [figure.id for figure in sort_rows(dossier).figures] == ["e2022", "e2023", "t"]
