"""Terms: amounts, percentages and factors of figures as numbers that can stand in a relation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from briefing.checks.printed import Printed, Reading, printed_amount, printed_number, reach_of
from briefing.checks.relations import Edit, Tell, Term
from briefing.checks.statistics import Statistic
from briefing.dossier.amount_words import QUALIFIER_WORDS
from briefing.dossier.amounts import show_amount
from briefing.dossier.figures import SCALES, Amount, Change
from briefing.dossier.growth import show_change
from briefing.dossier.intervals import plain, rounded
from briefing.dossier.numerals import grouped
from briefing.dossier.paths import row

Values = tuple[tuple[str, str], ...]


def level_term(each: Statistic) -> Term:
    """The amount of a figure."""
    found: Term | None = each.kept.get("level")
    if found is None:
        assert each.level is not None
        assert each.reach is not None
        place = f"{each.path}.value"
        found = each.kept["level"] = Term(
            each.level,
            each.reach,
            each.path,
            place,
            each.shown,
            partial(put, place),
            partial(_shifted, each.path, each.amount.scale),
            each.line.is_both_ways,
            each.taken,
            each.figure.source,
        )
    return found


def percent_term(each: Statistic) -> Term | None:
    """The stated growth in per cent, negative for a fall; None where none is stated that can be read."""
    change = each.figure.change
    found = printed_number(change.percent.lstrip("+-"), change.qualifier) if change.percent else None
    if found is None:
        return None
    falls = change.direction == "fell" or (change.percent.startswith("-") and change.direction != "grew")
    printed = found.negative() if falls and found.number else found
    edit = partial(_put_percent, each)
    tell = partial(_tell_percent, change, is_fall=falls)
    return _change_term(each, "percent", printed, tell, edit)


def factor_term(each: Statistic) -> Term | None:
    """The stated factor ("2.1 times")."""
    change = each.figure.change
    found = printed_number(change.factor, change.qualifier) if change.factor else None
    if found is None or found.number <= 0:
        return None
    tell = partial(_tell_factor, change)
    return _change_term(each, "factor", found, tell, partial(_put, each, "factor"), signed=False)


def difference_term(each: Statistic) -> Term | None:
    """The stated amount of change, negative for a fall."""
    change = each.figure.change
    absolute = change.absolute
    scale, unit = absolute.scale or each.amount.scale, absolute.unit or each.line.unit
    if not absolute.value or unit != each.line.unit:
        return None
    found = printed_amount(type(absolute)(absolute.value, scale, unit, _qualifier(each)))
    if found is None:
        return None
    falls = change.direction == "fell" or (change.percent.startswith("-") and change.direction != "grew")
    printed = found.negative() if falls and found.number > 0 else found
    tell = partial(_tell_difference, absolute, is_fall=printed.number < 0)
    term = _change_term(each, "absolute.value", printed, tell, partial(_put_size, each))
    return replace(term, shift=partial(_shifted, f"{each.change_path}.absolute", scale))


def _qualifier(each: Statistic) -> str:
    """Words beside an amount of change are its own; those of the change are of the percentage where there is one."""
    change = each.figure.change
    return change.absolute.qualifier or ("" if change.percent or change.factor else change.qualifier)


def share_term(each: Statistic) -> Term | None:
    """The stated share."""
    percent = each.figure.share.percent
    printed = printed_number(percent) if percent else None
    if printed is None:
        return None
    path = f"{row('figures', each.id)}.share"
    place = f"{path}.percent"
    tell = partial(_tell_share, percent)
    reach = reach_of(printed, Reading.ROUNDED, signed=False)
    return Term(printed, reach, path, place, tell, partial(put, place), taken=each.taken, source=each.figure.source)


def _tell_percent(change: Change, _scale: str, _unit: str, *, is_fall: bool) -> str:
    return show_change(replace(change, direction="fell" if is_fall else ""))


def _tell_factor(change: Change, _scale: str, _unit: str) -> str:
    words = QUALIFIER_WORDS.get(change.qualifier, "")
    return f"{words} {grouped(change.factor)} times".strip()


def _tell_difference(absolute: Amount, scale: str, unit: str, *, is_fall: bool) -> str:
    return ("\u2212" if is_fall else "") + show_amount(absolute, scale, unit).lstrip("\u2212")


def _tell_share(percent: str, _scale: str, _unit: str) -> str:
    return f"{grouped(percent)}\u00a0%"


def _change_term(each: Statistic, name: str, printed: Printed, tell: Tell, edit: Edit, signed: bool = True) -> Term:
    place = f"{each.change_path}.{name}"
    return Term(
        printed, reach_of(printed, Reading.ROUNDED, signed=signed), each.change_path, place, tell, edit,
        signed=signed, taken=each.taken, source=each.figure.source,
    )  # fmt: skip


def shifted(each: Statistic, power: int) -> Values:
    """The scale a thousand times larger (3) or smaller (-3) in the place of a figure's."""
    return _shifted(each.path, each.amount.scale, power)


def _shifted(path: str, scale: str, power: int) -> Values:
    at = SCALES.index(scale or "unit") + power // 3
    return ((f"{path}.scale", SCALES[at]),) if 0 <= at < len(SCALES) else ()


def show_percent(number: Decimal) -> str:
    """``+48.1 %``, ``−8.2 %``."""
    text = f"{number:f}"
    sign = "+" if number > 0 else ""
    return f"{sign}{grouped(text)}\u00a0%"


def show_share(number: Decimal) -> str:
    """``29.5 %``."""
    return f"{grouped(f'{number:f}')}\u00a0%"


def show_level(number: Decimal) -> str:
    """``90.0``: with the decimals that it has."""
    return grouped(f"{number:f}")


def show_number(number: Decimal) -> str:
    """``90``: without zeros at its end."""
    return grouped(plain(number))


def show_number_shortly(number: Decimal) -> str:
    """A computed factor: two decimals say enough."""
    return show_number(rounded(number, 2))


def show_factor(number: Decimal) -> str:
    return f"{show_number(number)} times"


def put(path: str, number: Decimal) -> Values:
    return ((path, f"{number:f}"),)


def _put(each: Statistic, name: str, number: Decimal) -> Values:
    return (*put(f"{each.change_path}.{name}", number), *_unprinted(each))


def _put_size(each: Statistic, number: Decimal) -> Values:
    """The amount of a change by its size; its way goes into the direction, which a percentage beside it shares."""
    path = each.change_path
    directed = each.figure.change.percent or not number
    way = () if directed else ((f"{path}.direction", "grew" if number > 0 else "fell"),)
    return ((f"{path}.absolute.value", f"{abs(number):f}"), *way, *_unprinted(each))


def _put_percent(each: Statistic, number: Decimal) -> Values:
    path = each.change_path
    direction = "grew" if number > 0 else "fell" if number < 0 else "unchanged"
    return ((f"{path}.percent", f"{number:f}"), (f"{path}.direction", direction), *_unprinted(each))


def _unprinted(each: Statistic) -> Values:
    """The words as they were printed go where their number is another; so does a claim that held the number."""
    change = each.figure.change
    names = [name for name, text in (("as_printed", change.as_printed), ("claim", change.claim)) if text]
    return tuple((f"{each.change_path}.{name}", "") for name in names)
