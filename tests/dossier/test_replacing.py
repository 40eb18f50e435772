"""A period replaced: all that speaks of it moves, nothing else, and what was not typed anew is known as old."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import files
from briefing.dossier.entry import read_period, show_period
from briefing.dossier.figures import Amount, Change, Figure, Period, Span
from briefing.dossier.model import EMPTY, Dossier, Line, Topic, Trade
from briefing.dossier.replacing import (
    hold,
    like_period_missing,
    next_period,
    periods_in,
    replace_period,
    stands_already,
    still_old,
    texts_that_name,
)
from briefing.dossier.single_figures import set_amount
from briefing.dossier.table import trade_rows
from briefing.dossier.table_edits import set_cell, set_growth


def period(text: str) -> Period:
    found = read_period(text)
    assert isinstance(found, Period)
    return found


NINE, TEN, NINE_BEFORE, TEN_BEFORE = map(period, ("9M 2023", "10M 2023", "9M 2022", "10M 2022"))
Y2022 = period("2022")


def span(of: Period) -> Span:
    return Span(of.start, of.end)


@pytest.fixture
def dossier() -> Dossier:
    grown = Change(percent="5", direction="grew", base=span(NINE_BEFORE))
    return replace(
        EMPTY,
        trade=Trade("KZ", "SE", "USD", "million"),
        figures=(
            Figure("f1", "export", period=Y2022, amount=Amount("96.1", "million", "USD")),
            Figure("f2", "export", period=NINE, amount=Amount("47.5", "million", "USD")),
            Figure("f3", "total", period=NINE, amount=Amount("365.8", "million", "USD"), change=grown),
            Figure("f4", "companies", period=NINE, amount=Amount("40", "unit")),
            Figure("f5", "investment", period=Y2022, change=Change(direction="grew", base=span(NINE))),
        ),
    )


def ids(found: tuple[Figure, ...]) -> list[str]:
    return [each.id for each in found]


def test_figures_and_bases_move_and_the_rest_stays(dossier: Dossier) -> None:
    after = replace_period(dossier, NINE, TEN)
    assert [show_period(each.period, short=True) for each in after.figures] == [
        "2022", "Jan–Oct 2023", "Jan–Oct 2023", "Jan–Oct 2023", "2022",
    ]  # fmt: skip
    assert after.figures[2].change.base == span(TEN_BEFORE)
    assert after.figures[4].change.base == span(TEN)
    assert after.figures[0] is dossier.figures[0]
    assert [each.amount for each in after.figures] == [each.amount for each in dossier.figures]


def test_what_is_not_typed_anew_is_old(dossier: Dossier) -> None:
    after = replace_period(dossier, NINE, TEN)
    assert ids(still_old(after)) == ["f2", "f3", "f4"]
    assert after.figures[1].carried == NINE
    key = trade_rows(after)[1].key
    after = set_cell(after, key, "export", Amount("52.9"))
    assert ids(still_old(after)) == ["f3", "f4"]
    after = set_growth(after, key, Change(percent="6"))
    assert ids(still_old(after)) == ["f3", "f4"]
    after = set_cell(after, key, "total", Amount("365.8", qualifier="exact"))  # the same number may be the new one
    after = set_amount(after, "f4", Amount("40", qualifier="exact"))
    assert still_old(after) == ()
    assert after.figures[2].amount == dossier.figures[2].amount


def test_a_second_replacing_still_knows_where_the_number_is_from(dossier: Dossier) -> None:
    eleven = period("11M 2023")
    after = replace_period(replace_period(dossier, NINE, TEN), TEN, eleven)
    assert {each.carried for each in still_old(after)} == {NINE}
    assert replace_period(after, eleven, NINE) == dossier


def test_a_fiscal_year_that_has_only_its_name_is_replaced_too(dossier: Dossier) -> None:
    named = replace(dossier, figures=(replace(dossier.figures[0], period=period("2022-23")),))
    after = replace_period(named, period("2022-23"), period("2023-24"))
    assert (after.figures[0].period.label, after.figures[0].carried.label) == ("2023-24", "2022-23")


def test_numbers_can_be_said_to_hold(dossier: Dossier) -> None:
    after = replace_period(dossier, NINE, TEN)
    assert ids(still_old(hold(after, ["f4", "f2"]))) == ["f3"]
    assert hold(dossier, ["f2"]) is dossier


def test_it_survives_the_file(dossier: Dossier) -> None:
    after = replace_period(dossier, NINE, TEN)
    assert files.loads(files.dumps(after)) == after


def test_the_like_period_is_asked_for_once(dossier: Dossier) -> None:
    after = replace_period(dossier, NINE, TEN)
    assert like_period_missing(after, TEN) == TEN_BEFORE
    there = replace(after, figures=(*after.figures, Figure("f9", "total", period=TEN_BEFORE)))
    assert like_period_missing(there, TEN) is None
    assert like_period_missing(after, period("since 2005")) is None


def test_a_period_that_stands_already_is_known(dossier: Dossier) -> None:
    assert stands_already(dossier, NINE, Y2022)
    assert not stands_already(dossier, NINE, TEN)
    assert replace_period(dossier, NINE, NINE) is dossier
    assert replace_period(dossier, TEN, NINE) is dossier


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Jan-Sep 2023", "Jan-Oct 2023"),
        ("H1 2023", "Jan-Jul 2023"),
        ("11M 2023", "2023"),
        ("2023", "2024"),
        ("Sep 2023", "Oct 2023"),
        ("Dec 2023", "Jan 2024"),
        ("Q3 2023", None),
        ("since 2005", None),
        ("2022-23", None),
    ],
)
def test_what_comes_next_is_proposed(text: str, after: str | None) -> None:
    assert next_period(period(text)) == (period(after) if after else None)


def test_texts_that_name_the_period_are_found(dossier: Dossier) -> None:
    points = (Line("k1", "Trade came to 365.8 million in the first nine months of 2023."), Line("k2", "Nothing else."))
    topic = Topic("t1", points=points, background="In Jan-Sep 2023 it grew, and in 2023 as a whole.")
    told = replace(dossier, topics=(topic,), title="January–September 2023")
    assert texts_that_name(told, NINE) == ("title", "topics[t1].points[k1].text", "topics[t1].background")
    assert texts_that_name(told, Y2022) == ()


def test_periods_are_listed_once(dossier: Dossier) -> None:
    assert periods_in(dossier) == (Y2022, NINE)


@given(st.sampled_from(["2022", "9M 2023", "Q1 2024", "2022-23", "since 2005"]), st.sampled_from(["10M 2023", "2030"]))
def test_replacing_and_replacing_back_changes_nothing(one: str, other: str) -> None:
    figures = tuple(
        Figure(f"f{at}", "export", period=period(text), amount=Amount(str(at)), change=Change(base=span(NINE)))
        for at, text in enumerate(["2022", "9M 2023", "Q1 2024", "2022-23", "since 2005"])
    )
    dossier = replace(EMPTY, figures=figures)
    back = replace_period(replace_period(dossier, period(one), period(other)), period(other), period(one))
    assert hold(back, [each.id for each in figures]) == dossier
