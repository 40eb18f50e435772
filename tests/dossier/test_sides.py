"""A side's country: the trade table is with the one other side, until somebody says else."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.figures import Amount, Figure, Period
from briefing.dossier.model import EMPTY, Dossier, Side, Trade
from briefing.dossier.sides import set_side_country

OURS, OTHER, THIRD = Side("o", "KZ", ours=True), Side("x"), Side("y")


def with_sides(*sides: Side, partner: str = "") -> Dossier:
    return replace(EMPTY, sides=sides, trade=Trade("KZ", partner, "USD", "million"))


def test_the_one_other_side_is_whom_trade_is_with() -> None:
    dossier = set_side_country(with_sides(OURS, OTHER), "x", "SE")
    assert (dossier.sides[1].country, dossier.trade.partner) == ("SE", "SE")
    assert set_side_country(dossier, "x", "NO").trade.partner == "NO"


def test_figures_follow_whom_the_table_is_with() -> None:
    figure = Figure("f", "export", "", "KZ", "SE", Period("2022-01-01", "2022-12-31"), Amount("1", "million", "USD"))
    dossier = replace(set_side_country(with_sides(OURS, OTHER), "x", "SE"), figures=(figure,))
    assert set_side_country(dossier, "x", "NO").figures[0].partner == "NO"


def test_what_somebody_said_stays() -> None:
    assert set_side_country(with_sides(OURS, OTHER, partner="DE"), "x", "SE").trade.partner == "DE"


def test_our_own_side_and_one_of_several_others_say_nothing() -> None:
    assert set_side_country(with_sides(OURS, OTHER), "o", "UZ").trade.partner == ""
    assert set_side_country(with_sides(OURS, OTHER, THIRD), "y", "SE").trade.partner == ""
