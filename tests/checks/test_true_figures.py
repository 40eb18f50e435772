"""True figures, however they are rounded, scaled and put in words, are never called wrong."""

from __future__ import annotations

import random

import pytest
from tests.checks.press import Press
from tests.checks.smallest import smallest
from tests.checks.worlds import make_world

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.dossier.model import Dossier

#: Rules of arithmetic and of plain words. The others warn of what is true, and better said otherwise.
EXACT = (
    "sum", "balance", "growth", "implied_growth", "share", "rank", "cut", "factor_1000", "same_figure", "claim",
    "direction", "sign",
)  # fmt: skip


def true_dossier(seed: int, *, plain: bool = False) -> Dossier:
    dice = random.Random(seed)
    return Press(dice, make_world(dice, calm=plain), plain).write()


def errors(dossier: Dossier) -> list[Finding]:
    return [found for found in check(dossier) if found.severity == "error"]


def doubts(dossier: Dossier) -> list[Finding]:
    return [found for found in check(dossier) if found.severity != "note" and found.rule in EXACT]


@pytest.mark.parametrize("block", range(10))
def test_no_true_figure_is_called_an_error(block: int) -> None:
    for seed in range(block * 80, block * 80 + 80):
        dossier = true_dossier(seed)
        if found := errors(dossier):
            pytest.fail(f"seed {seed}: {found[0].message}\n{smallest(dossier, lambda one: bool(errors(one)))}")


@pytest.mark.parametrize("block", range(4))
def test_true_figures_plainly_printed_are_not_even_doubted(block: int) -> None:
    for seed in range(block * 50, block * 50 + 50):
        dossier = true_dossier(seed, plain=True)
        if found := doubts(dossier):
            pytest.fail(f"seed {seed}: {found[0].message}\n{smallest(dossier, lambda one: bool(doubts(one)))}")
