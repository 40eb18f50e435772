"""Sides: who leads one, and what else follows when it gets another country."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.edits import set_value
from briefing.dossier.model import Dossier
from briefing.dossier.table_defaults import restate

#: The roles of those who lead a side, or speak for who does.
LEADS = ("head", "co_chair", "representing")


def set_side_country(dossier: Dossier, side_id: str, country: str) -> Dossier:
    """The dossier with another country of a side. The trade table is with the one other side, where nobody said else.

    Said else is a partner that is neither empty nor that side's country of before. Figures of the table follow.
    """
    others = [side for side in dossier.sides if not side.ours]
    side = next(each for each in dossier.sides if each.id == side_id)
    changed = set_value(dossier, f"sides[{side_id}].country", country)
    if len(others) != 1 or others[0].id != side_id or dossier.trade.partner not in ("", side.country):
        return changed
    # Without figures nothing has to follow, and an empty partner names nobody to follow from.
    if not dossier.figures:
        return replace(changed, trade=replace(changed.trade, partner=country))
    return restate(changed, "partner", country)


def principal_of(dossier: Dossier) -> str:
    """Whom the documents are for: who leads our side, else who is named first in it; "" where nobody is."""
    people = [person for side in dossier.sides if side.ours for person in side.people if person.name.strip()]
    leading = [person for person in people if person.role in LEADS]
    return next((person.name.strip() for person in (*leading, *people)), "")
