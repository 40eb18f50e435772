"""One number broken beyond rounding is always found, and the figure it is of is named."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.checks.breakages import Maker, Situation, broken
from tests.checks.press import Press
from tests.checks.worlds import World, make_world

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.dossier import files
from briefing.dossier.figures import Figure
from briefing.dossier.model import EMPTY


def found_in(figures: tuple[Figure, ...]) -> list[Finding]:
    return [found for found in check(replace(EMPTY, figures=figures)) if found.severity != "note"]


def company(dice: random.Random, world: World, situation: Situation) -> tuple[Figure, ...]:
    """Other figures of the same world, none of which says the same again, or how re-exports are counted."""
    mine = {(figure.measure, figure.partner, figure.period) for figure in situation.figures}
    others = Press(dice, world, plain=True).write().figures
    return tuple(
        each for each in others if (each.measure, each.partner, each.period) not in mine and each.measure != "re_export"
    )


def situation_of(seed: int) -> tuple[random.Random, World, Situation | None]:
    dice = random.Random(seed)
    world = replace(make_world(dice, calm=dice.random() < 0.5), counts_again=False)
    return dice, world, Maker(dice, world).any()


def check_one(seed: int, *, alone: bool) -> str:
    """What is wrong with how one broken number is found; nothing where all is well, or where none could be broken."""
    dice, world, situation = situation_of(seed)
    made = broken(situation, dice) if situation is not None else None
    if situation is None or made is None:
        return ""
    others = () if alone else company(dice, world, situation)
    if alone and (false := [each for each in found_in(situation.printed()) if each.severity == "error"]):
        return f"seed {seed}: a true {situation.name} is called wrong: {false[0].message}"
    after, at = made
    named = f"figures[{situation.figures[at].id}]."
    if any(named in field for each in found_in((*others, *after.printed())) for field in each.fields):
        return ""
    dossier = replace(EMPTY, figures=after.printed())
    return f"seed {seed}: a broken {situation.name} is not found at {named}\n{files.dumps(dossier)}"


@pytest.mark.parametrize("block", range(6))
def test_a_number_broken_beyond_rounding_is_found(block: int) -> None:
    wrong = [said for seed in range(block * 100, block * 100 + 100) if (said := check_one(seed, alone=True))]
    assert wrong == []


@pytest.mark.parametrize("block", range(2))
def test_it_is_found_among_others(block: int) -> None:
    wrong = [said for seed in range(block * 50, block * 50 + 50) if (said := check_one(seed, alone=False))]
    assert wrong == []
