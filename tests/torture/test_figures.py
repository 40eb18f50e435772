"""A hundred thousand dossiers of true figures, none called wrong; a hundred thousand broken numbers, all found."""

from __future__ import annotations

import pytest
from tests.checks.smallest import smallest
from tests.checks.test_broken_figures import check_one
from tests.checks.test_true_figures import errors, true_dossier

CASES, BLOCKS = 100_000, 100
FIRST = 1_000_000


@pytest.mark.parametrize("block", range(BLOCKS))
def test_no_true_figure_is_called_an_error(block: int) -> None:
    for seed in range(FIRST + block * CASES // BLOCKS, FIRST + (block + 1) * CASES // BLOCKS):
        dossier = true_dossier(seed)
        if found := errors(dossier):
            pytest.fail(f"seed {seed}: {found[0].message}\n{smallest(dossier, lambda one: bool(errors(one)))}")


@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_broken_number_is_found(block: int) -> None:
    seeds = range(FIRST + block * CASES // BLOCKS, FIRST + (block + 1) * CASES // BLOCKS)
    wrong = [said for seed in seeds if (said := check_one(seed, alone=seed % 10 > 0))]
    assert wrong == []
