"""Shares as people type them ("31.6 %"), and what a share follows from."""

from __future__ import annotations

from decimal import Decimal

from briefing.dossier.amounts import read_amount
from briefing.dossier.figures import Amount
from briefing.dossier.gate import admit_line
from briefing.dossier.intervals import HUNDRED, decimals_of, exact_value, of_amount, rounded
from briefing.dossier.refusal import Refusal

#: How far apart the ends of what a share can be may lie, in percentage points, for one decimal and for none.
_FINE, _COARSE = Decimal(1), Decimal(10)


def read_share(text: str, point: str = "") -> str | Refusal:
    """A share in per cent, as a decimal text; "" of an empty one."""
    typed = admit_line(text).strip().removesuffix("%").strip()
    found = read_amount(typed, point) if typed else None
    if found is None or isinstance(found, Refusal):
        return found or ""
    if found.scale or found.unit or found.qualifier not in ("", "exact"):
        return Refusal("A share is a number alone.")
    number = found.number
    if number is None or not 0 <= number <= 100:
        return Refusal("A share is between 0 and 100 per cent.")
    return found.value


def show_share(percent: str) -> str:
    """As `read_share` reads it back."""
    return f"{percent}\N{NO-BREAK SPACE}%" if percent else ""


def computed_share(part: Amount, whole: Amount) -> str:
    """The share that two printed amounts make, in per cent; "" where they bear not even a whole number of it.

    One decimal where rounding leaves a percentage point open at most, none where it leaves ten, as with growth.
    """
    one, other = of_amount(part), of_amount(whole)
    first, second = exact_value(part), exact_value(whole)
    if one is None or other is None or not first or not second or part.unit != whole.unit:
        return ""
    if min(one.low, other.low) <= 0 or first > second:
        return ""
    spread = (one.high / other.low - one.low / other.high) * HUNDRED.low
    if spread > _COARSE:
        return ""
    percent = rounded(first / second * 100, 1 if spread <= _FINE else 0)
    return f"{percent:f}" if decimals_of(f"{percent:f}") or percent else ""
