"""Sum: do export and import make the total, given that each printed number is a rounded one?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.checks.finding import Finding, Mend, Severity
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import TRADE_MEASURES, Amount, Figure
from briefing.dossier.intervals import (
    Interval,
    decimals_of,
    exact_value,
    in_scale,
    of_amount,
    rounded,
    total_of,
)
from briefing.dossier.model import Dossier
from briefing.dossier.numerals import grouped
from briefing.dossier.paths import row
from briefing.dossier.table import default_of

RULE = "sum"

Key = tuple[str, str, str, str, str, str, str]


def sums(dossier: Dossier) -> Iterator[Finding]:
    """A finding for each total that its export and import do not make as printed.

    Only figures of the same reporter, partner, scope, period and unit are added. Where a re-export is given too,
    the total may count it or not.
    """
    for figures in _alike(dossier):
        export, imports, total = (figures.get(measure) for measure in TRADE_MEASURES)
        if export is None or imports is None or total is None:
            continue
        found = _compared((export, imports), total)
        again = figures.get("re_export")
        if found and again and not _compared((export, imports, again), total):
            continue
        if found:
            yield found


def _alike(dossier: Dossier) -> Iterator[dict[str, Figure]]:
    """The figures that may be added, by measure. A measure given twice leaves its group out: another rule's matter."""
    groups: dict[Key, dict[str, Figure]] = {}
    twice: set[Key] = set()
    trade = dossier.trade
    for figure in dossier.figures:
        if figure.measure not in (*TRADE_MEASURES, "re_export") or not figure.amount.value:
            continue
        scale, unit = default_of(dossier, figure.measure)
        whole = replace(figure.amount, scale=figure.amount.scale or scale, unit=figure.amount.unit or unit)
        settled = figure if whole == figure.amount else replace(figure, amount=whole)
        key = (
            figure.period.start, figure.period.end, figure.period.label, figure.scope,
            figure.reporter or trade.reporter, figure.partner or trade.partner, whole.unit,
        )  # fmt: skip
        group = groups.setdefault(key, {})
        if figure.measure in group:
            twice.add(key)
        group[figure.measure] = settled
    for key, group in groups.items():
        if key not in twice:
            yield group


def _compared(parts: tuple[Figure, ...], total: Figure) -> Finding | None:
    amounts = [part.amount for part in parts]
    reach, whole = _reach(amounts), of_amount(total.amount)
    if reach is None or whole is None:
        return None
    value = total_of([number for amount in amounts if (number := exact_value(amount)) is not None])
    fields = tuple(f"{row('figures', figure.id)}.amount" for figure in (total, *parts))
    if not reach.meets(whole):
        return _contradiction(amounts, total.amount, value, fields)
    stated, computed = Decimal(total.amount.value), in_scale(value, total.amount.scale)
    if not _all_exact([*amounts, total.amount]) or rounded(computed, decimals_of(total.amount.value)) == stated:
        return None
    gap = total_of([computed, -stated]).copy_abs()
    message = f"The parts add up to {grouped(_plain(computed))}. Rounding explains the {grouped(_plain(gap))}."
    return Finding(RULE, "note", fields, message, (), total.amount.value, _plain(computed), explained_by_rounding=True)


def _reach(amounts: list[Amount], *, round_zeros: bool = False) -> Interval | None:
    """What the parts can add up to; None where one of them cannot be read."""
    reach = Interval(Decimal(), Decimal())
    for amount in amounts:
        span = of_amount(amount, round_zeros=round_zeros)
        if span is None:
            return None
        reach = reach + span
    return reach


def _contradiction(parts: list[Amount], total: Amount, value: Decimal, fields: tuple[str, ...]) -> Finding:
    """An error; or a warning, where zeros at the end of a whole number may have been rounded to."""
    reach, whole = _reach(parts, round_zeros=True), of_amount(total, round_zeros=True)
    severity: Severity = "warning" if reach and whole and reach.meets(whole) else "error"
    computed = in_scale(value, total.scale)
    said = " + ".join(show_amount(part, total.scale, total.unit) for part in parts)
    makes = ("" if _all_exact(parts) else "about ") + grouped(_plain(computed))
    message = f"{said} makes {makes}, not {show_amount(total, total.scale, total.unit)}."
    mend = f"{rounded(computed, decimals_of(total.value)):f}"
    mends = (Mend(f"Use {grouped(mend)}", ((f"{fields[0]}.value", mend),)),) if _all_exact([*parts, total]) else ()
    return Finding(RULE, severity, fields, message, mends, total.value, _plain(computed))


def _all_exact(amounts: list[Amount]) -> bool:
    return all(amount.qualifier in ("", "exact") for amount in amounts)


def _plain(number: Decimal) -> str:
    """A computed number without an exponent and without the zeros that conversion between scales has left."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
