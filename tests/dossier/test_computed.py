"""Totals and growth that follow from the figures: decimals only, as fine as what is printed bears, and never kept."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.computed import computed_growth, computed_total
from briefing.dossier.entry import read_amount, read_period
from briefing.dossier.figures import Amount, Change, Figure, Period
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import EMPTY, Dossier, Trade
from briefing.dossier.table import trade_rows

TABLE = Trade("KZ", "SE", "USD", "million")


def made(**rows: tuple[str, str, str]) -> Dossier:
    """A dossier whose rows are periods ("y2022", "h1_2023") with export, import and total as typed."""
    figures = []
    for name, texts in rows.items():
        period = read_period(name.removeprefix("y").replace("_", " "))
        assert isinstance(period, Period)
        for measure, text in zip(("export", "import", "total"), texts, strict=True):
            amount = read_amount(text, ".") if text else None
            if amount is not None:
                assert isinstance(amount, Amount)
                figures.append(Figure(f"{name}{measure}".replace("_", ""), measure, period=period, amount=amount))
    return replace(EMPTY, trade=TABLE, figures=tuple(figures))


def total(*texts: str) -> Amount | None:
    dossier = made(y2022=(*texts, ""))  # type: ignore[arg-type]
    return computed_total(dossier, trade_rows(dossier)[0])


def growth(dossier: Dossier, at: int = -1) -> Change | None:
    rows = trade_rows(dossier)
    return computed_growth(dossier, rows[at], {row.key: row for row in rows})


@pytest.mark.parametrize(
    ("parts", "value", "scale", "qualifier"),
    [
        (("47.5", "318.4"), "365.9", "million", "exact"),
        (("47", "318.4"), "365.4", "million", "exact"),
        (("47.50", "318.40"), "365.90", "million", "exact"),
        (("466 thousand", "30.4"), "30.9", "million", "exact"),
        (("about 5", "2.1"), "7.1", "million", "about"),
        (("-5", "2"), "-3", "million", "exact"),
    ],
)
def test_a_total_is_what_its_parts_make(parts: tuple[str, str], value: str, scale: str, qualifier: str) -> None:
    assert total(*parts) == Amount(value, scale, "USD", qualifier)


@pytest.mark.parametrize("parts", [("47.5", ""), ("47.5", "3 EUR"), ("more than 5", "2"), ("5", "at most 2")])
def test_no_total_where_the_parts_do_not_bear_it(parts: tuple[str, str]) -> None:
    assert total(*parts) is None


def test_growth_is_against_the_like_period_a_year_before() -> None:
    dossier = made(y2021=("", "", "220.0"), h1_2022=("", "", "1.0"), y2022=("", "", "325.9"))
    assert growth(dossier) == Change(percent="48.1", qualifier="exact", direction="grew")
    assert growth(dossier, 1) is None


def test_growth_may_rest_on_a_computed_total() -> None:
    dossier = made(y2021=("100.0", "120.0", ""), y2022=("100.0", "98.0", ""))
    assert growth(dossier) == Change(percent="-10.0", qualifier="exact", direction="fell")


@pytest.mark.parametrize(
    ("base", "now", "percent"),
    [("100.0", "100.0", "0.0"), ("20.1", "30.2", "50"), ("2", "3", None), ("0", "3", None), ("-5", "3", None)],
)
def test_growth_is_as_fine_as_what_is_printed(base: str, now: str, percent: str | None) -> None:
    found = growth(made(y2021=("", "", base), y2022=("", "", now)))
    assert (found.percent if found else None) == percent


@pytest.mark.parametrize("base", ["more than 200", "220.0 EUR", "about 220"])
def test_no_growth_from_a_bound_or_another_unit(base: str) -> None:
    assert growth(made(y2021=("", "", base), y2022=("", "", "325.9"))) is None


def test_another_countrys_statistics_are_no_base() -> None:
    dossier = made(y2021=("", "", "220.0"), y2022=("", "", "325.9"))
    theirs = replace(dossier.figures[0], reporter="SE", partner="KZ")
    assert growth(replace(dossier, figures=(theirs, dossier.figures[1]))) is None


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024", "2023"),
        ("Jan-Sep 2023", "Jan-Sep 2022"),
        ("Feb 2024", "Feb 2023"),
        ("Feb 2025", "Feb 2024"),
        ("29 Feb 2024", "28 Feb 2023"),
        ("2022-23", "2021-22"),
        ("FY 1999/2000", "FY 1998/1999"),
        ("FY 2023", "FY 2022"),
    ],
)
def test_the_like_period_is_a_year_before(text: str, before: str) -> None:
    period, wanted = read_period(text), read_period(before)
    assert isinstance(period, Period)
    assert year_before(period) == wanted


@pytest.mark.parametrize("period", [Period("2005-01-01"), Period(), Period(label="to be announced"), Period("x", "y")])
def test_an_open_or_unread_period_has_no_like(period: Period) -> None:
    assert year_before(period) is None


@given(st.decimals(1, 10**9, places=1), st.decimals(1, 10**9, places=1))
def test_computed_growth_is_the_growth_of_what_is_printed(base: Decimal, now: Decimal) -> None:
    found = growth(made(y2021=("", "", f"{base:f}"), y2022=("", "", f"{now:f}")))
    if found is not None:
        exact = (now / base - 1) * 100
        assert abs(exact - Decimal(found.percent)) <= (Decimal("0.05") if "." in found.percent else Decimal("0.5"))
