"""What people type is understood, asked about, or refused: never guessed; and what is shown reads back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.amounts import says_none
from briefing.dossier.entry import (
    Refusal,
    read_amount,
    read_change,
    read_date,
    read_partial_date,
    read_period,
    read_time,
    show_amount,
    show_change,
)
from briefing.dossier.figures import QUALIFIERS, SCALES, Amount, Change, Period


def refused(found: object) -> Refusal:
    assert isinstance(found, Refusal), found
    assert found.message.endswith((".", "?"))
    return found


@pytest.mark.parametrize(
    ("text", "value", "scale", "unit", "qualifier"),
    [
        ("96.1", "96.1", "", "", "exact"),
        ("96,1", "96.1", "", "", "exact"),
        ("6.0", "6.0", "", "", "exact"),
        (" 1 234,5 ", "1234.5", "", "", "exact"),
        ("1\u00a0234,5", "1234.5", "", "", "exact"),
        ("1\u202f234", "1234", "", "", "exact"),
        ("1,234.5", "1234.5", "", "", "exact"),
        ("1.234,5", "1234.5", "", "", "exact"),
        ("1,234,567", "1234567", "", "", "exact"),
        ("1’234.5", "1234.5", "", "", "exact"),
        ("0,234", "0.234", "", "", "exact"),
        ("1234,567", "1234.567", "", "", "exact"),
        ("−3.4", "-3.4", "", "", "exact"),
        ("(-3.4)", "-3.4", "", "", "exact"),
        ("325.9 mln", "325.9", "million", "", "exact"),
        ("$365.8 million", "365.8", "million", "USD", "exact"),
        ("US$ 365.8m", "365.8", "million", "USD", "exact"),
        ("466 thousand USD", "466", "thousand", "USD", "exact"),
        ("€1,2 bn", "1.2", "billion", "EUR", "exact"),
        ("£3 trillion", "3", "trillion", "GBP", "exact"),
        ("5 TRY", "5", "", "TRY", "exact"),
        ("6 млрд 80,3 млн", "6080.3", "million", "", "exact"),
        ("30,4 млн долл. США", "30.4", "million", "USD", "exact"),
        ("> 600", "600", "", "", "more_than"),
        ("over 600 million dollars", "600", "million", "USD", "more_than"),
        ("более 40", "40", "", "", "more_than"),
        ("about 51.5", "51.5", "", "", "about"),
        ("~51.5", "51.5", "", "", "about"),
        ("nearly 60", "60", "", "", "nearly"),
        ("almost $60m", "60", "million", "USD", "nearly"),
        ("at least 7", "7", "", "", "at_least"),
        ("600+", "600", "", "", "at_least"),
        ("at most 7", "7", "", "", "at_most"),
        ("less than 0.1", "0.1", "", "", "less_than"),
        ("< 1 mln", "1", "million", "", "less_than"),
        ("+ 48.1", "48.1", "", "", "exact"),
        ("1,5 млн т", "1.5", "million", "t", "exact"),
        ("₺ 5 bn", "5", "billion", "TRY", "exact"),
        ("1.2 MM", "1.2", "million", "", "exact"),
    ],
)
def test_amounts_are_read_as_printed(text: str, value: str, scale: str, unit: str, qualifier: str) -> None:
    assert read_amount(text) == Amount(value, scale, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1,234", ("1.234", "1\u00a0234")),
        ("1.234", ("1.234", "1\u00a0234")),
        ("more than 1,234 mln", ("more than 1.234 million", "more than 1\u00a0234 million")),
        ("(3.4)", ("3.4", "−3.4")),
        ("¥5bn", ("5 billion JPY", "5 billion CNY")),
        ("1,234*", ("1.234", "1\u00a0234")),
    ],
)
def test_an_amount_that_can_mean_two_numbers_is_asked_about(text: str, readings: tuple[str, str]) -> None:
    asked = refused(read_amount(text))
    assert asked.readings == readings
    assert all(reading in asked.message for reading in readings)
    each = [read_amount(reading, point=".") for reading in readings]
    assert all(isinstance(amount, Amount) for amount in each)
    assert each[0] != each[1]


@pytest.mark.parametrize(
    "text", ["96.1*", "96.1¹", "96.1 p", "96,1 (p)", "96.1 [1]", "96.1 (prelim.)", "96.1 1)", "96.1†"]
)
def test_a_number_with_a_mark_behind_it_is_asked_about(text: str) -> None:
    assert refused(read_amount(text)).readings == ("96.1",)


def test_a_dash_in_a_table_is_asked_about_and_a_mark_for_none_is_known() -> None:
    assert [refused(read_amount(dash)).readings for dash in ("-", "–", "—")] == [("0",)] * 3
    assert refused(read_change("–")).readings == ("0\u00a0%",)
    assert [says_none(text) for text in ("n/a", "…", "..", "н/д", "", "0", "-", "x")] == [True] * 4 + [False] * 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "1e309",
        "1e5",
        "١٢٣",
        "１２３",
        "½",
        "5²",
        "9" * 40,
        "12,3,4",
        "1,23.4",
        "5.",
        "96.1 97.2",
        "15-20",
        "45 %",
        "5 mines",
        "try 5",
        "$",
        "more than",
        "-",
        "5 USD EUR",
        "about more than 5",
        "= 5",
        "#REF!",
        "5 million 6 million",
        "5 6 million",
        "grew",
        "1 23",
        "40 less than",
        "1" + "*" * 10_000,
        "(" * 10_000,
    ],
)
def test_what_is_no_amount_is_refused_in_a_sentence(text: str) -> None:
    refused(read_amount(text))


def test_the_decimal_mark_settles_what_would_be_asked() -> None:
    assert read_amount("1.234", point=".") == Amount("1.234", qualifier="exact")
    assert read_amount("1.234", point=",") == Amount("1234", qualifier="exact")
    assert read_amount("1,234", point=".") == Amount("1234", qualifier="exact")


@given(
    whole=st.integers(-(10**12), 10**12),
    decimals=st.one_of(st.just(""), st.text("0123456789", min_size=1, max_size=5)),
    scale=st.sampled_from(SCALES),
    unit=st.sampled_from(["USD", "EUR", "GBP", "KZT", "SEK", "t"]),
    qualifier=st.sampled_from(QUALIFIERS),
    table=st.tuples(st.sampled_from(SCALES), st.sampled_from(["USD", "EUR"])),
)
def test_a_shown_amount_reads_back(
    whole: int, decimals: str, scale: str, unit: str, qualifier: str, table: tuple[str, str]
) -> None:
    amount = Amount(f"{whole}.{decimals}" if decimals else str(whole), scale, unit, qualifier)
    read = read_amount(show_amount(amount, *table), point=".")
    assert isinstance(read, Amount)
    assert replace(read, scale=read.scale or table[0], unit=read.unit or table[1]) == amount


@given(st.text(max_size=30))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (read_amount, read_change, read_period, read_date, read_partial_date, read_time):
        found = read(text)
        assert isinstance(found, (str, Amount, Change, Period, Refusal))


@given(st.text("0123456789.,' -+%$mMfyqhjandec/–()", max_size=14))
def test_no_near_miss_breaks_the_readers(text: str) -> None:
    for read in (read_amount, read_change, read_period, read_date, read_partial_date, read_time):
        found = read(text)
        for reading in found.readings if isinstance(found, Refusal) else ():
            assert not isinstance(
                read(reading, point=".") if read in (read_amount, read_change) else read(reading), Refusal
            )


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("more than 40 %", Change(percent="40", qualifier="more_than", direction="grew")),
        ("+48.1%", Change(percent="48.1", qualifier="exact", direction="grew")),
        ("(+48,1%)", Change(percent="48.1", qualifier="exact", direction="grew")),
        ("-8.9 per cent", Change(percent="-8.9", qualifier="exact", direction="fell")),
        ("fell by 8.9 %", Change(percent="-8.9", qualifier="exact", direction="fell")),
        ("40", Change(percent="40", qualifier="exact", direction="grew")),
        ("0.0%", Change(percent="0.0", qualifier="exact", direction="unchanged")),
        ("grew", Change(direction="grew")),
        ("unchanged", Change(direction="unchanged")),
        (
            "2.1 times",
            Change(factor="2.1", factor_means="unclear", qualifier="exact", direction="grew", as_printed="2.1 times"),
        ),
        ("↓ 5%", Change(percent="-5", qualifier="exact", direction="fell")),
        ("на 12% больше", Change(percent="12", qualifier="exact", direction="grew")),
        ("сократился на 7,1 %", Change(percent="-7.1", qualifier="exact", direction="fell")),
        ("100%+", Change(percent="100", qualifier="at_least", direction="grew")),
        (
            "в 2,1 раза",
            Change(factor="2.1", factor_means="level", qualifier="exact", direction="grew", as_printed="в 2,1 раза"),
        ),
        ("more than doubled", Change(claim="doubled", qualifier="more_than", as_printed="more than doubled")),
        ("+14 million", Change(absolute=Amount("14", "million", "", "exact"), direction="grew")),
    ],
)
def test_growth_is_read_and_shown_so_that_it_reads_back(text: str, change: Change) -> None:
    assert read_change(text) == change
    again = read_change(show_change(change), point=".")
    assert isinstance(again, Change)
    assert replace(again, as_printed=change.as_printed) == change


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 percentage points",
        "fell by -8.9%",
        "grew and fell",
        "5 % million",
        "1,234 %",
        "grew to 5",
        "5 п.п.",
        "record 5%",
        "+5 kr",
    ],
)
def test_growth_that_cannot_be_read_is_refused(text: str) -> None:
    refused(read_change(text))
