"""Terms: amounts, percentages and factors of figures as numbers that can stand in a relation."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from briefing.checks.printed import Printed, printed_amount, printed_number
from briefing.checks.relations import Term
from briefing.checks.statistics import BOTH_WAYS, Statistic
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import SCALES
from briefing.dossier.growth import show_change
from briefing.dossier.intervals import plain, rounded
from briefing.dossier.numerals import grouped

Values = tuple[tuple[str, str], ...]


def level_term(each: Statistic, scale: str = "", unit: str = "") -> Term:
    """The amount of a figure, shown with its scale and unit only where they are not these."""
    assert each.level is not None
    return Term(
        each.level,
        each.path,
        each.id,
        each.shown(scale, unit),
        partial(put, f"{each.path}.value"),
        partial(shifted, each),
        each.line.measure in BOTH_WAYS,
    )


def percent_term(each: Statistic) -> Term | None:
    """The stated growth in per cent, negative for a fall; None where none is stated that can be read."""
    change = each.figure.change
    found = printed_number(change.percent.lstrip("+-"), change.qualifier) if change.percent else None
    if found is None:
        return None
    falls = change.direction == "fell" or (change.percent.startswith("-") and change.direction != "grew")
    printed = found.negative() if falls and found.number else found
    edit = partial(_put_percent, each.change_path)
    return Term(printed, each.change_path, each.id, show_change(change), edit, signed=True)


def factor_term(each: Statistic) -> Term | None:
    """The stated factor ("2.1 times")."""
    change = each.figure.change
    found = printed_number(change.factor, change.qualifier) if change.factor else None
    if found is None:
        return None
    edit = partial(put, f"{each.change_path}.factor")
    return Term(found, each.change_path, each.id, show_change(change), edit)


def difference_term(each: Statistic) -> Term | None:
    """The stated amount of change, negative for a fall."""
    change = each.figure.change
    absolute = change.absolute
    scale, unit = absolute.scale or each.amount.scale, absolute.unit or each.line.unit
    if not absolute.value or unit != each.line.unit:
        return None
    found = printed_amount(type(absolute)(absolute.value, scale, unit, absolute.qualifier))
    if found is None:
        return None
    falls = change.direction == "fell" or change.percent.startswith("-")
    printed = found.negative() if falls and found.number > 0 else found
    edit = partial(_put_size, f"{each.change_path}.absolute.value")
    shown = ("\u2212" if printed.number < 0 else "") + show_amount(absolute, each.amount.scale, unit).lstrip("\u2212")
    return Term(printed, each.change_path, each.id, shown, edit, signed=True)


def shifted(each: Statistic, power: int) -> Values:
    """The scale a thousand times larger (3) or smaller (-3) in the place of a figure's."""
    at = SCALES.index(each.amount.scale or "unit") + power // 3
    return ((f"{each.path}.scale", SCALES[at]),) if 0 <= at < len(SCALES) else ()


def show_percent(number: Decimal) -> str:
    """``+48.1 %``, ``−8.2 %``."""
    text = f"{number:f}"
    sign = "+" if number > 0 else ""
    return f"{sign}{grouped(text)}\u00a0%"


def show_number(number: Decimal) -> str:
    return grouped(plain(number))


def exactly(number: Decimal) -> Printed:
    """A number that nobody printed, as one that is known."""
    return Printed(f"{number:f}", number)


def put(path: str, number: Decimal) -> Values:
    return ((path, f"{number:f}"),)


def _put_size(path: str, number: Decimal) -> Values:
    return ((path, f"{abs(number):f}"),)


def _put_percent(path: str, number: Decimal) -> Values:
    direction = "grew" if number > 0 else "fell" if number < 0 else "unchanged"
    return ((f"{path}.percent", f"{number:f}"), (f"{path}.direction", direction))


def show_number_shortly(number: Decimal) -> str:
    """A computed factor: two decimals say enough."""
    return show_number(rounded(number, 2))


def show_factor(number: Decimal) -> str:
    return f"{show_number(number)} times"
