"""The figures beside the trade table (investment, companies, persons), one to a row: their names and their edits."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.edits import set_value
from briefing.dossier.figures import Amount, Figure, Period
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row
from briefing.dossier.table import changed_in_place, in_table
from briefing.dossier.table_defaults import default_of

#: What each measure is called where it is chosen. ``other:<name>`` is called by its name.
MEASURE_LABELS = {
    "fdi_inflow": "Direct investment (year)",
    "fdi_cumulative": "Direct investment (cumulative)",
    "fdi_stock": "Direct investment (stock)",
    "fdi_outward_stock": "Direct investment abroad (stock)",
    "investment": "Investment",
    "grants": "Grants",
    "companies": "Companies",
    "joint_ventures": "Joint ventures",
    "persons": "Persons",
    "tonnage": "Tonnage",
    "balance": "Trade balance",
    "re_export": "Re-export",
}
OTHER = "other:"


def other_rows(dossier: Dossier) -> tuple[Figure, ...]:
    """The figures that stand outside the trade table, in the dossier's order."""
    return tuple(filter(_is_other, dossier.figures))


def others_after(known: tuple[Figure, ...], old: Dossier, new: Dossier) -> tuple[Figure, ...]:
    """The same, from those of the dossier before: they are the very same where no figure of theirs changed."""
    changed = changed_in_place(old, new)
    if changed is None or any(_is_other(one) or _is_other(other) for one, other in changed):
        return other_rows(new)
    return known


def _is_other(figure: Figure) -> bool:
    return not in_table(figure) and not figure.is_row_of_goods


def measure_label(measure: str) -> str:
    """The measure in words; ``other:Students`` is "Students"."""
    return MEASURE_LABELS.get(measure, measure.removeprefix(OTHER))


def read_measure(text: str) -> str:
    """The measure that a text names, by its words or its code; anything else is a measure of its own name."""
    small = text.strip().casefold()
    if small in MEASURE_LABELS:
        return small
    exact = [code for code, label in MEASURE_LABELS.items() if label.casefold() == small]
    return exact[0] if exact else OTHER + text.strip()


def add_figure(dossier: Dossier, measure: str, figure_id: str = "") -> Dossier:
    """The dossier with one more figure at the end, of the table's reporter, partner and source."""
    trade = dossier.trade
    figure = Figure(figure_id or new_id(), measure, "", trade.reporter, trade.partner, source=trade.source)
    return replace(dossier, figures=(*dossier.figures, figure))


def set_amount(dossier: Dossier, figure_id: str, amount: Amount | None) -> Dossier:
    """The dossier with another amount in a figure; what it leaves open is the measure's own scale and unit.

    The row stays when it is emptied: it still says what is to be filled in.
    """
    figure = _figure(dossier, figure_id)
    scale, unit = default_of(dossier, figure.measure)
    old = figure.amount
    if figure.carried != Period():
        dossier = set_value(dossier, _path(figure_id, "carried"), Period())
    if amount is None:
        return set_value(dossier, _path(figure_id, "amount"), Amount(unknown=old.unknown))
    filled = replace(amount, scale=amount.scale or scale, unit=amount.unit or unit, unknown=old.unknown)
    if replace(filled, qualifier=old.qualifier) == old and (old.qualifier or "exact") == filled.qualifier:
        return dossier
    return set_value(dossier, _path(figure_id, "amount"), filled)


def set_figure_period(dossier: Dossier, figure_id: str, period: Period) -> Dossier:
    same = _figure(dossier, figure_id).period == period
    return dossier if same else set_value(dossier, _path(figure_id, "period"), period)


def set_measure(dossier: Dossier, figure_id: str, measure: str) -> Dossier:
    """The dossier with a figure of another measure. Where money becomes a count or back, scale and unit follow."""
    figure = _figure(dossier, figure_id)
    if figure.measure == measure:
        return dossier
    changed = set_value(dossier, _path(figure_id, "measure"), measure)
    amount = figure.amount
    if not amount.value or (amount.scale, amount.unit) != default_of(dossier, figure.measure):
        return changed
    scale, unit = default_of(dossier, measure)
    return set_value(changed, _path(figure_id, "amount"), replace(amount, scale=scale, unit=unit))


def remove_figure(dossier: Dossier, figure_id: str) -> Dossier:
    return replace(dossier, figures=tuple(each for each in dossier.figures if each.id != figure_id))


def move_figure(dossier: Dossier, figure_id: str, to: int) -> Dossier:
    """The dossier with a figure at position `to` among those outside the table, whose places alone change."""
    rows = list(other_rows(dossier))
    moving = _figure(dossier, figure_id)
    rows.remove(moving)
    rows.insert(max(0, min(to, len(rows))), moving)
    queue = iter(rows)
    figures = tuple(next(queue) if _is_other(each) else each for each in dossier.figures)
    same = all(one is other for one, other in zip(figures, dossier.figures, strict=True))
    return dossier if same else replace(dossier, figures=figures)


def _path(figure_id: str, name: str) -> str:
    return f"{row('figures', figure_id)}.{name}"


def _figure(dossier: Dossier, figure_id: str) -> Figure:
    return next(figure for figure in dossier.figures if figure.id == figure_id)
