"""Charts of trade: what is drawn together, where lines break off, and what is told to those who cannot see it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.figures_said import figure as F  # noqa: N812
from tests.compose.figures_said import with_figures
from tests.compose.small_packs import composer

from briefing.compose.composer import Composer
from briefing.compose.document import Chart, Document, Span
from briefing.compose.trade_charts import MOST_CHARTS, MOST_PERIODS, kind_of, scale_of
from briefing.dossier.figures import Period

BODY = "{{ trade_lines|trade_chart(trade.chart, trade.chart_picture) }}"


def document(tmp_path: Path, *figures: dict[str, Any], kind: str = "lines", **trade: Any) -> Document:
    return composer(tmp_path, BODY).compose(with_figures(*figures, chart=kind, **trade))


def charts(tmp_path: Path, *figures: dict[str, Any], kind: str = "lines", **trade: Any) -> list[Chart]:
    return [b for b in document(tmp_path, *figures, kind=kind, **trade).blocks if isinstance(b, Chart)]


def the_chart(tmp_path: Path, *figures: dict[str, Any], kind: str = "lines", **trade: Any) -> Chart:
    (found,) = charts(tmp_path, *figures, kind=kind, **trade)
    return found


def words(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans).replace("\u00a0", " ")


def names(chart: Chart) -> list[str]:
    return [words(category.words) for category in chart.categories]


def values(chart: Chart, measure: str = "total") -> list[str]:
    series = next(each for each in chart.series if each.measure == measure)
    return ["" if datum.value is None else f"{datum.value:f}" for datum in series.values]


YEARS = (
    F("total", "2021", "680.3"),
    F("total", "2022", "705"),
    F("total", "2023", "700.5"),
    F("total", "2024", "756.7"),
)


@pytest.mark.parametrize(("kind", "count"), [("bars", 1), ("lines", 1), ("none", 0), ("", 0), ("pie", 0)])
def test_there_is_a_chart_where_one_is_asked_for(tmp_path: Path, kind: str, count: int) -> None:
    assert len(charts(tmp_path, *YEARS, kind=kind)) == count


def test_without_figures_there_is_none(tmp_path: Path) -> None:
    assert charts(tmp_path) == []
    assert charts(tmp_path, F("total", "2021")) == []
    assert charts(tmp_path, F("total", "2021", "nonsense-5")) == []
    assert charts(tmp_path, F("fdi_inflow", "2021", "5")) == []


def test_its_title_says_whose_trade_with_whom_in_what(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, *(each | {"scope": "goods"} for each in YEARS))
    assert words(chart.title) == "Trade in goods of Kazakhstan with Sweden, million US dollars"
    assert [span.paths for span in chart.title if span.paths] == [
        ("figures[f1].scope",), ("figures[f1].reporter",), ("figures[f1].partner",)
    ]  # fmt: skip


def test_each_value_and_period_leads_to_its_figure(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, F("export", "2021", "more_than 40"), F("total", "2021", "1234.5"))
    assert [series.name for series in chart.series] == ["Exports", "Total"]
    assert [datum.words[0].paths for series in chart.series for datum in series.values] == [
        ("figures[f1].amount",), ("figures[f2].amount",)
    ]  # fmt: skip
    assert [words(series.values[0].words) for series in chart.series] == ["> 40", "1,234.5"]
    assert chart.categories[0].words[0].paths == ("figures[f1].period",)


def test_periods_stand_in_time_whatever_their_order_in_the_table(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, *reversed(YEARS))
    assert names(chart) == ["2021", "2022", "2023", "2024"]
    assert values(chart) == ["680.3", "705", "700.5", "756.7"]
    assert all(category.joined and not category.apart for category in chart.categories)


def test_nine_months_beside_years_stand_apart_and_no_line_leads_there(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, F("total", "2024-01/2024-09", "560"), *YEARS, F("total", "2023-01/2023-09", "520"))
    assert names(chart) == ["2021", "2022", "2023", "2024", "January–September 2023", "January–September 2024"]
    assert [category.apart for category in chart.categories] == [False] * 4 + [True, False]
    assert [category.joined for category in chart.categories] == [True] * 4 + [False, True]
    note = (
        "January–September 2023 and January–September 2024 cover nine months each and stand apart: they do not compare"
        " with whole years."
    )
    assert words(chart.note) == note
    assert chart.summary.endswith(note)
    assert "In January–September" not in chart.summary


@pytest.mark.parametrize(
    ("periods", "joined"),
    [
        (["2020", "2021", "2023", "2024"], [True, True, False, True]),
        (["2024-01/2024-03", "2024-04/2024-06", "2024-10/2024-12"], [True, True, False]),
        (["2022-01/2022-03", "2023-01/2023-03", "2024-01/2024-03"], [True, True, True]),
        (["2023-12", "2024-01", "2024-02", "2024-04"], [True, True, True, False]),
        (["2010-01/2014-12", "2015-01/2019-12", "2021-01/2025-12"], [True, True, False]),
        (["2022-01/2022-09", "2023-01/2023-09", "2025-01/2025-09"], [True, True, False]),
        (["2022-01-05/2022-02-03", "2023-01-05/2023-02-03", "2025-01-05/2025-02-03"], [True, True, False]),
    ],
)
def test_a_line_leads_to_the_next_period_only(tmp_path: Path, periods: list[str], joined: list[bool]) -> None:
    chart = the_chart(tmp_path, *(F("total", period, "5") for period in periods))
    assert [category.joined for category in chart.categories] == joined
    assert not any(category.apart for category in chart.categories)
    broken = "Where a line breaks off, the periods between are not given."
    assert (broken in words(chart.note)) == (not all(joined))
    assert broken not in words(the_chart(tmp_path, *(F("total", p, "5") for p in periods), kind="bars").note)


def test_fiscal_years_are_of_one_kind_and_not_of_that_of_years() -> None:
    assert kind_of(Period(label="2022-23", basis="fiscal")) == kind_of(Period(label="FY 2023/24", basis="fiscal"))
    assert kind_of(Period("2022-07-01", "2023-06-30")) != kind_of(Period("2022-01-01", "2022-12-31"))
    assert kind_of(Period("2024-01-01", "2024-03-31")) == kind_of(Period("2024-04-01", "2024-06-30"))
    assert kind_of(Period("2024-01-01", "2024-09-30")) != kind_of(Period("2024-04-01", "2024-12-31"))
    assert kind_of(Period(start="2005-01-01")) is None
    assert kind_of(Period(label="the good years")) is None
    assert kind_of(Period()) is None


def test_periods_without_an_end_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, *YEARS[:2], F("total", "2005/", "9000"))
    assert names(chart) == ["2021", "2022"]
    assert words(chart.note) == "Periods without an end are not drawn."


def test_amounts_of_other_scales_are_drawn_in_one(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, F("total", "2021", "1.2 billion"), F("total", "2022", "466 thousand"))
    assert words(chart.title).endswith(", billion US dollars")
    assert values(chart) == ["1.2", "0.000466"]
    assert words(chart.series[0].values[1].words) == "0.000466"


def test_amounts_in_another_currency_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, F("export", "2021", "5"), F("total", "2021", "6 million EUR"), F("export", "2022", "7"))
    assert [series.measure for series in chart.series] == ["export"]
    assert words(chart.note) == "Amounts in other units are not drawn."


def test_each_partner_has_a_chart_of_its_own_but_no_more_than_can_be_read(tmp_path: Path) -> None:
    def trade(partner: str) -> list[dict[str, Any]]:
        return [F("total", year, "5", partner=partner) for year in ("2021", "2022")]

    two = charts(tmp_path, *trade("SE"), *trade("NO"), F("total", "2022", "5", partner="FI"))
    assert [words(chart.title) for chart in two] == [
        "Trade of Kazakhstan with Sweden, million US dollars",
        "Trade of Kazakhstan with Norway, million US dollars",
    ]
    assert len({chart.id for chart in two}) == 2
    many = charts(tmp_path, *(each for partner in ("SE", "NO", "FI", "DK", "EE") for each in trade(partner)))
    assert len(many) == MOST_CHARTS
    assert [words(chart.note) for chart in many] == ["", "", "Further partners or statistics are not drawn."]


def test_of_very_many_periods_the_last_are_drawn(tmp_path: Path) -> None:
    chart = the_chart(tmp_path, *(F("total", str(year), f"{year}") for year in range(1990, 2025)))
    assert names(chart)[0] == "2001"
    assert len(names(chart)) == MOST_PERIODS
    assert words(chart.note) == "Only the last 24 periods are drawn."


@pytest.mark.parametrize(
    ("periods", "short"),
    [
        ([f"2024-{month:02}" for month in range(1, 8)], "Jan 2024"),
        ([f"{year}-01/{year}-03" for year in range(2018, 2025)], "Q1 2018"),
        ([f"{year}-01/{year}-09" for year in range(2018, 2025)], "Jan–Sep 2018"),
        ([f"{year}-07/{year}-12" for year in range(2018, 2025)], "H2 2018"),
        ([f"{year}-07/{year + 1}-06" for year in range(2018, 2025)], "Jul 2018–Jun 2019"),
        ([f"{year}-01/{year + 4}-12" for year in range(1970, 2005, 5)], "1970–1974"),
        ([f"{year}-01-05/{year}-02-03" for year in range(2018, 2025)], "5 January 2018 to 3 February 2018"),
    ],
)
def test_many_periods_have_short_names(tmp_path: Path, periods: list[str], short: str) -> None:
    assert names(the_chart(tmp_path, *(F("total", period, "5") for period in periods)))[0] == short


def test_statuses_are_said_with_the_period(tmp_path: Path) -> None:
    alike = [F("export", "2024", "5", status="estimate"), F("total", "2024", "9", status="estimate")]
    assert names(the_chart(tmp_path, *alike)) == ["2024 (estimate)"]
    mixed = [F("export", "2024", "5", status="final"), F("total", "2024", "9", status="target")]
    chart = the_chart(tmp_path, *mixed)
    assert names(chart) == ["2024 (not all final)"]
    assert chart.categories[0].words[1].paths == ("figures[f2].status",)
    assert "In 2024 (not all final), exports came to 5 and the total to 9." in chart.summary


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        (["680.3", "756.7"], "The total rose from 680.3 in 2021 to 756.7 in 2022."),
        (["756.7", "680.3"], "The total fell from 756.7 in 2021 to 680.3 in 2022."),
        (["5", "6", "7"], "The total rose throughout, from 5 in 2021 to 7 in 2023."),
        (["5", "6", "6", "7"], "The total rose from 5 in 2021 to 7 in 2024."),
        (["5", "9", "7"], "The total rose from 5 in 2021 to 7 in 2023, with a high of 9 in 2022."),
        (
            ["7", "2", "9", "5"],
            "The total fell from 7 in 2021 to 5 in 2024, with a high of 9 in 2023 and a low of 2 in 2022.",
        ),
        (["5", "5"], "The total stood at 5 in 2021 and in 2022."),
        (["5", "9", "5"], "The total stood at 5 in 2021 and again in 2023, with a high of 9 in 2022."),
        (["5", "5", "5"], "The total stood at 5 throughout, from 2021 to 2023."),
        (["5", "", "7"], "The total rose from 5 in 2021 to 7 in 2023."),
        (["about 5", "at_least 7"], "The total rose from about 5 in 2021 to at least 7 in 2022."),
        (["5.0", "5"], "The total stood at 5.0 in 2021 and in 2022."),
    ],
)
def test_the_trend_is_told_in_words(tmp_path: Path, amounts: list[str], told: str) -> None:
    figures = [F("total", str(2021 + at), amount) for at, amount in enumerate(amounts)]
    summary = the_chart(tmp_path, *figures).summary.replace("\u00a0", " ")
    assert summary == f"Line chart: Trade of Kazakhstan with Sweden, million US dollars. {told}"


def test_of_one_period_all_is_told(tmp_path: Path) -> None:
    three = [F("export", "2022", "96.1"), F("import", "2022", "229.8"), F("total", "2022", "325.9")]
    assert the_chart(tmp_path, *three, kind="bars").summary == (
        "Bar chart: Trade of Kazakhstan with Sweden, million US dollars."
        " In 2022, exports came to 96.1, imports to 229.8 and the total to 325.9."
    )


@pytest.mark.parametrize(
    ("low", "high", "scale"),
    [
        ("0", "756.7", "0 200 400 600 800"),
        ("0", "365.8", "0 100 200 300 400"),
        ("0", "1", "0 0.2 0.4 0.6 0.8 1"),
        ("0", "0.000466", "0 0.0001 0.0002 0.0003 0.0004 0.0005"),
        ("-20", "40", "-20 0 20 40"),
        ("-7", "-3", "-8 -6 -4 -2 0"),
        ("0", "0", "0 1"),
        ("0", "9e30", "0 2e30 4e30 6e30 8e30 10e30"),
    ],
)
def test_a_scale_has_numbers_that_are_easily_read(low: str, high: str, scale: str) -> None:
    assert scale_of([Decimal(low), None, Decimal(high)]) == tuple(map(Decimal, scale.split()))


@settings(deadline=None)
@given(st.lists(st.decimals(-(10**30), 10**30, allow_nan=False, places=6), min_size=1, max_size=6))
def test_a_scale_holds_all_values_and_nothing_in_few_steps(values: list[Decimal]) -> None:
    scale = scale_of(values)
    assert scale[0] <= min(*values, Decimal()) <= max(*values, Decimal()) <= scale[-1]
    assert Decimal() in scale
    assert 2 <= len(scale) <= 6
    assert len({two - one for one, two in pairwise(scale)}) == 1


def test_the_numbers_of_a_scale_have_the_same_decimals(tmp_path: Path) -> None:
    assert [tick.text for tick in the_chart(tmp_path, F("total", "2021", "0.9")).ticks] == [
        "0.0", "0.2", "0.4", "0.6", "0.8", "1.0"
    ]  # fmt: skip
    assert [tick.text for tick in the_chart(tmp_path, F("total", "2021", "3500")).ticks][-1] == "4,000"


def test_a_picture_is_one_where_asked(tmp_path: Path) -> None:
    assert the_chart(tmp_path, *YEARS, chart_picture=True).picture
    assert not the_chart(tmp_path, *YEARS).picture


def test_an_author_may_ask_for_a_chart_whatever_staff_chose(tmp_path: Path) -> None:
    pack: Composer = composer(tmp_path, "{{ trade_lines|trade_chart('bars') }}")
    (block,) = pack.compose(with_figures(*YEARS)).blocks
    assert isinstance(block, Chart)
    assert (block.kind, block.id) == ("bars", "1")


def test_what_did_not_change_is_the_very_same_chart(tmp_path: Path) -> None:
    pack: Composer = composer(tmp_path, "{{ meeting.city }}\n\n" + BODY)
    dossier = with_figures(*YEARS, chart="bars")
    before = pack.compose(dossier).blocks[-1]
    assert isinstance(before, Chart)
    assert pack.compose(dossier).blocks[-1] is before


_periods = st.sampled_from(
    ["", "2020", "2021", "2024", "2024-01/2024-09", "2025-01/2025-03", "2025-04/2025-06", "2005/", "2014-12-31",
     "2020-02-29/2021-02-28", "0001", "9999"]
)  # fmt: skip
_amounts = st.sampled_from(
    [
        "",
        "0",
        "5",
        "-5",
        "1e3",
        "1e39",
        "about 5.50",
        "nearly 999999999",
        "5 billion",
        "5 furlong",
        "5 million EUR",
        "x1",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["export", "import", "total"]), _periods, _amounts), max_size=8), st.booleans()
)
def test_whatever_the_figures_are_a_chart_is_whole(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], bars: bool
) -> None:
    figures = [F(measure, period, amount) for measure, period, amount in rows]
    for chart in charts(tmp_path_factory.mktemp("p"), *figures, kind="bars" if bars else "lines"):
        assert chart.categories
        assert chart.series
        assert chart.categories[0].joined
        assert len(chart.ticks) > 1
        for series in chart.series:
            assert len(series.values) == len(chart.categories)
            known = [datum.value for datum in series.values if datum.value is not None]
            assert all(chart.ticks[0].at <= value <= chart.ticks[-1].at for value in known)
            assert all(datum.words for datum in series.values if datum.value is not None)
        assert "  " not in chart.summary
        assert chart.summary.endswith(".")
