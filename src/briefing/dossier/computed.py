"""What follows from the figures of the trade table: a total from its parts, growth from two like periods. Never kept.

A computed value is offered beside what was typed; it becomes part of the dossier only where a person takes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import Amount, Change, Figure
from briefing.dossier.intervals import HUNDRED, ONE, Interval, decimals_of, exact_value, in_scale, of_amount, rounded
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import Dossier
from briefing.dossier.table import RowKey, TradeRow, key_of_like
from briefing.dossier.table_defaults import default_of

#: How far apart the ends of what growth can be may lie, in percentage points, for one decimal and for none.
_FINE, _COARSE = Decimal(1), Decimal(10)


def computed_total(dossier: Dossier, row: TradeRow) -> Amount | None:
    """What export and import make together; None where one is missing, of another unit, or only a bound.

    Parts of one scale are added as they are printed. Of two scales the larger one's last place holds.
    """
    parts = [_settled(dossier, row.figure(measure)) for measure in ("export", "import")]
    amounts = [amount for amount in parts if amount is not None and amount.qualifier in ("", "exact", "about")]
    numbers = [number for amount in amounts if (number := exact_value(amount)) is not None]
    if len(numbers) < 2 or len({amount.unit for amount in amounts}) > 1:
        return None
    larger = max(amounts, key=lambda amount: POWERS.get(amount.scale, 0))
    alike = len({amount.scale for amount in amounts}) == 1
    decimals = max(decimals_of(each.value) for each in amounts) if alike else decimals_of(larger.value)
    total = rounded(in_scale(numbers[0] + numbers[1], larger.scale), decimals)
    qualifier = "about" if any(amount.qualifier == "about" for amount in amounts) else "exact"
    return Amount(f"{total:f}", larger.scale, larger.unit, qualifier)


def computed_growth(dossier: Dossier, row: TradeRow, rows: Mapping[RowKey, TradeRow]) -> Change | None:
    """Growth of the total against the like period a year before, among the rows that are given.

    With one decimal where the printed totals bear it, with none where they bear that, and else not at all.
    """
    before = year_before(row.period)
    if before is None:
        return None
    base = rows.get(key_of_like(row.key, before))
    one, other = _level(dossier, row), _level(dossier, base) if base is not None else None
    if one is None or other is None or one.unit != other.unit:
        return None
    span, ratio = _growth_between(one, other)
    if span is None or ratio is None or span.high - span.low > _COARSE:
        return None
    percent = +rounded(ratio, 1 if span.high - span.low <= _FINE else 0)  # the plus makes no difference but to -0
    direction = "unchanged" if not percent else "fell" if percent < 0 else "grew"
    return Change(percent=f"{percent:f}", qualifier="exact", direction=direction)


def _growth_between(one: Amount, other: Amount) -> tuple[Interval | None, Decimal | None]:
    """What growth the printed levels can stand for, and what it is by the printed numbers themselves; in per cent."""
    levels, number, base = (of_amount(one), of_amount(other)), exact_value(one), exact_value(other)
    if levels[0] is None or levels[1] is None or number is None or base is None:
        return None, None
    if levels[1].low <= 0 or levels[0].low < 0:
        return None, None
    span = (levels[0] / levels[1] - ONE) * HUNDRED
    return span, (number / base - 1) * 100


def _level(dossier: Dossier, row: TradeRow) -> Amount | None:
    """The total of a row as typed, else as computed; only an exact one, since a bound has no growth."""
    amount = _settled(dossier, row.figure("total"))
    amount = computed_total(dossier, row) if amount is None else amount
    return amount if amount is not None and amount.qualifier in ("", "exact") else None


def _settled(dossier: Dossier, figure: Figure | None) -> Amount | None:
    """The amount of a figure with the table's scale and unit where it names none; None where there is no number."""
    if figure is None or figure.amount.number is None:
        return None
    scale, unit = default_of(dossier, figure.measure)
    amount = figure.amount
    return replace(amount, scale=amount.scale or scale, unit=amount.unit or unit)
