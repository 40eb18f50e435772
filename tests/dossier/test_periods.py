"""Periods, dates and times as people type them: understood, asked about or refused; shown so that they read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.entry import (
    Refusal,
    read_date,
    read_partial_date,
    read_period,
    read_time,
    show_date,
    show_partial_date,
    show_period,
)
from briefing.dossier.figures import Period
from briefing.dossier.periods import months_of


def refused(found: object) -> Refusal:
    assert isinstance(found, Refusal), found
    assert found.message.endswith((".", "?"))
    return found


@pytest.mark.parametrize(
    ("text", "period", "short", "full"),
    [
        ("2022", Period("2022-01-01", "2022-12-31"), "2022", "2022"),
        ("Jan-Sep 2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("January – September 2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("9M 2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("first nine months of 2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("январь-сентябрь 2023 г.", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("H1 2022", Period("2022-01-01", "2022-06-30"), "H1 2022", "H1 2022"),
        ("second half of 2022", Period("2022-07-01", "2022-12-31"), "H2 2022", "H2 2022"),
        ("I полугодие 2022 г.", Period("2022-01-01", "2022-06-30"), "H1 2022", "H1 2022"),
        ("Q1 2024", Period("2024-01-01", "2024-03-31"), "Q1 2024", "Q1 2024"),
        ("4 квартал 2024", Period("2024-10-01", "2024-12-31"), "Q4 2024", "Q4 2024"),
        ("March 2024", Period("2024-03-01", "2024-03-31"), "Mar 2024", "March 2024"),
        ("2022-09", Period("2022-09-01", "2022-09-30"), "Sep 2022", "September 2022"),
        ("Nov 2023", Period("2023-11-01", "2023-11-30"), "Nov 2023", "November 2023"),
        ("Nov 2022-Feb 2023", Period("2022-11-01", "2023-02-28"), "Nov 2022–Feb 2023", "November 2022–February 2023"),
        ("2020–2023", Period("2020-01-01", "2023-12-31"), "2020–2023", "2020–2023"),
        ("since 2005", Period("2005-01-01", ""), "since 2005", "since 2005"),
        ("с 2005 года", Period("2005-01-01", ""), "since 2005", "since 2005"),
        ("since March 2005", Period("2005-03-01", ""), "since Mar 2005", "since March 2005"),
        ("until 2004", Period("", "2004-12-31"), "until 2004", "until 2004"),
        ("31 Dec 2014", Period("2014-12-31", "2014-12-31"), "31 Dec 2014", "31 December 2014"),
        ("as of 1 Jan 2024", Period("2024-01-01", "2024-01-01"), "1 Jan 2024", "1 January 2024"),
        ("первое полугодие 2022", Period("2022-01-01", "2022-06-30"), "H1 2022", "H1 2022"),
        ("III кв. 2023", Period("2023-07-01", "2023-09-30"), "Q3 2023", "Q3 2023"),
        ("Q1–Q3 2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("2023, Jan–Sep", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("2023 (9 months)", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("January to September 2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        (
            "from January to September 2023",
            Period("2023-01-01", "2023-09-30"),
            "Jan–Sep 2023",
            "January–September 2023",
        ),
        ("01.2023–09.2023", Period("2023-01-01", "2023-09-30"), "Jan–Sep 2023", "January–September 2023"),
        ("2005–Sep 2023", Period("2005-01-01", "2023-09-30"), "Jan 2005–Sep 2023", "January 2005–September 2023"),
        ("10/2023", Period("2023-10-01", "2023-10-31"), "Oct 2023", "October 2023"),
        ("2023M09", Period("2023-09-01", "2023-09-30"), "Sep 2023", "September 2023"),
        ("в 2023 году", Period("2023-01-01", "2023-12-31"), "2023", "2023"),
        ("end of 2023", Period("2023-12-31", "2023-12-31"), "31 Dec 2023", "31 December 2023"),
        ("end-September 2023", Period("2023-09-30", "2023-09-30"), "30 Sep 2023", "30 September 2023"),
        ("1 Jan-15 Mar 2023", Period("2023-01-01", "2023-03-15"), "1 Jan–15 Mar 2023", "1 January–15 March 2023"),
    ],
)
def test_periods_are_read_to_their_first_and_last_day(text: str, period: Period, short: str, full: str) -> None:
    period = replace(period, basis="calendar")
    assert read_period(text) == period
    assert (show_period(period, short=True), show_period(period)) == (short, full)


@pytest.mark.parametrize("text", ["2022-23", "2022/23", "FY 2022/23", "1999-00", "FY22"])
def test_a_fiscal_year_keeps_its_label(text: str) -> None:
    assert read_period(text) == Period(label=text, basis="fiscal")
    assert show_period(Period(label=text, basis="fiscal")) == text


@pytest.mark.parametrize("text", ["2022-2023", "2011-12", "11/12/2023"])
def test_a_period_that_can_mean_two_is_asked_about(text: str) -> None:
    asked = refused(read_period(text))
    assert len(asked.readings) == 2
    one, two = (read_period(reading) for reading in asked.readings)
    assert isinstance(one, Period)
    assert isinstance(two, Period)
    assert one != two


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2023*", "2023"),
        ("2023p", "2023"),
        ("Sep 2023 (prelim.)", "September 2023"),
        ("Jan–Sep'23", "January–September 2023"),
        ("1H23", "H1 2023"),
    ],
)
def test_a_mark_and_a_year_of_two_digits_are_asked_about(text: str, reading: str) -> None:
    assert refused(read_period(text)).readings == (reading,)


@pytest.mark.parametrize("text", ["9M", "Jan–Sep", "Q1", "5 May"])
def test_a_period_without_its_year_asks_for_it(text: str) -> None:
    assert refused(read_period(text)).message == "Please add the year."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "foo",
        "the last year",
        "Q3–Q1 2023",
        "2023M13",
        "since " * 10_000,
        "last year",
        "this year",
        "3022",
        "30 Feb 2023",
        "Q5 2023",
        "H3 2022",
        "13M 2023",
        "٢٠٢٢",
        "Sep-Jan 2023",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    refused(read_period(text))


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(0, 30), st.booleans())
def test_a_shown_span_of_months_reads_back(year: int, month: int, more: int, short: bool) -> None:
    last = year * 12 + month - 1 + more
    period = months_of(year, month, last // 12, last % 12 + 1)
    assert isinstance(period, Period)
    assert read_period(show_period(period, short)) == period


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.booleans())
def test_a_shown_span_of_days_reads_back(one: date, two: date, short: bool) -> None:
    period = Period(min(one, two).isoformat(), max(one, two).isoformat(), basis="calendar")
    assert read_period(show_period(period, short)) == period


@pytest.mark.parametrize(
    "text",
    [
        "22 November 2023",
        "22 Nov 2023",
        "22nd November 2023",
        "November 22, 2023",
        "22.11.2023",
        "2023-11-22",
        "22/11/2023",
        "11/22/2023",
        "22 ноября 2023 г.",
        "Wed 22 Nov 2023",
        "Wednesday, 22 November 2023",
        "22-11-2023",
    ],
)
def test_dates_are_read(text: str) -> None:
    assert read_date(text) == "2023-11-22"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30.02.2023",
        "31.13.2023",
        "2023-02-30",
        "29 Feb 2023",
        "22 November",
        "22.11.23",
        "tomorrow",
        "Tue 22 Nov 2023",
        "0.1.2023",
    ],
)
def test_dates_that_do_not_exist_or_are_not_whole_are_refused(text: str) -> None:
    refused(read_date(text))


def test_a_slashed_date_that_can_be_two_days_is_asked_about() -> None:
    asked = refused(read_date("11/12/2023"))
    assert asked.readings == ("11 December 2023", "12 November 2023")
    assert read_date("11/11/2023") == "2023-11-11"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.booleans())
def test_a_shown_date_reads_back(day: date, short: bool) -> None:
    assert read_date(show_date(day.isoformat(), short)) == day.isoformat()
    assert read_partial_date(show_partial_date(f"{day:%Y-%m}", short)) == f"{day:%Y-%m}"


def test_dates_in_part() -> None:
    assert read_partial_date("2021") == "2021"
    assert read_partial_date("May 2021") == "2021-05"
    assert read_partial_date("2021-05") == "2021-05"
    assert read_partial_date("22.05.2021") == "2021-05-22"
    assert show_partial_date("2021-05") == "May 2021"
    assert show_partial_date("as typed") == "as typed"
    refused(read_partial_date("2021-13"))
    refused(read_partial_date("3021"))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10", "10:00"),
        ("10:00", "10:00"),
        ("10.30", "10:30"),
        ("9am", "09:00"),
        ("9:30 pm", "21:30"),
        ("14h30", "14:30"),
        ("0930", "09:30"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("0:05", "00:05"),
    ],
)
def test_times_are_read(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize("text", ["", "24:00", "10:60", "13pm", "noon", "١٠", "10:0", "-1"])
def test_what_is_no_time_is_refused(text: str) -> None:
    refused(read_time(text))
