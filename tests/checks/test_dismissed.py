"""A finding put aside is known with its reason and no longer spoken of, until it says something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.checks.all import check, gravity
from briefing.checks.dismissed import bring_back, dismiss
from briefing.dossier.edits import set_value
from briefing.dossier.figures import Amount, Figure, Period
from briefing.dossier.model import EMPTY, Dossier, Trade

YEAR = Period("2022-01-01", "2022-12-31")


def broken() -> Dossier:
    values = (("export", "7.9"), ("import", "54.7"), ("total", "64.6"))
    figures = tuple(Figure(m[0], m, period=YEAR, amount=Amount(v, "billion", "USD")) for m, v in values)
    return replace(EMPTY, trade=Trade("KZ", "IT", "USD", "billion"), figures=figures)


def test_a_dismissed_finding_keeps_its_reason_and_stands_last() -> None:
    (found,) = check(broken())
    (aside,) = check(dismiss(broken(), found, " The total counts services. "))
    assert (aside.rule, aside.dismissed) == (found.rule, "The total counts services.")
    assert gravity(aside) > gravity(found)


def test_another_figure_is_spoken_of_again() -> None:
    (found,) = check(broken())
    later = set_value(dismiss(broken(), found, "Services"), "figures[t].amount.value", "66.6")
    (again,) = check(later)
    assert again.dismissed == ""
    back = set_value(later, "figures[t].amount.value", "64.6")
    assert [each.dismissed for each in check(back)] == ["Services"]


def test_it_can_be_brought_back_and_dismissed_anew() -> None:
    (found,) = check(broken())
    aside = dismiss(dismiss(broken(), found, "One"), found, "Other")
    assert [each.reason for each in aside.dismissed] == ["Other"]
    assert bring_back(aside, check(aside)[0]).dismissed == ()
    assert bring_back(broken(), found) == broken()


def test_without_a_reason_nothing_is_dismissed_and_a_gap_never_is() -> None:
    (found,) = check(broken())
    with pytest.raises(ValueError, match="reason"):
        dismiss(broken(), found, "  ")
    gap = next(each for each in check(EMPTY, "briefing-note") if each.is_gap)
    with pytest.raises(ValueError, match="gap"):
        dismiss(EMPTY, gap, "Later")
