"""What the trade table says once for all its figures: whose they are, in which scale and unit, of which source."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.dossier.figures import Figure
from briefing.dossier.model import Dossier

#: What stands in the table of other figures in a count of its own instead of money: scale and unit.
_COUNTED = {
    "companies": ("unit", ""),
    "joint_ventures": ("unit", ""),
    "persons": ("unit", ""),
    "tonnage": ("unit", "t"),
}


def in_money(measure: str) -> bool:
    return measure not in _COUNTED


def default_of(dossier: Dossier, measure: str) -> tuple[str, str]:
    """Scale and unit of a measure where an amount names none."""
    return _COUNTED.get(measure, (dossier.trade.scale, dossier.trade.unit))


def restate(dossier: Dossier, name: str, value: str) -> Dossier:
    """The dossier with another default of the table (reporter, partner, unit, scale or source).

    Figures that stood at the old default follow, as the cells under a heading do; those with their own stay.
    """
    old = getattr(dossier.trade, name)
    if old == value:
        return dossier
    values: dict[str, Any] = {name: value}
    changed = replace(dossier, trade=replace(dossier.trade, **values))

    def follow(figure: Figure) -> Figure:
        if name not in ("unit", "scale"):
            return replace(figure, **values) if getattr(figure, name) == old else figure
        fits = figure.amount.value and in_money(figure.measure) and getattr(figure.amount, name) == old
        return replace(figure, amount=replace(figure.amount, **values)) if fits else figure

    return replace(changed, figures=tuple(follow(figure) for figure in dossier.figures))
