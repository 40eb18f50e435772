"""Relations: what must hold between printed numbers, and what is the matter where it does not.

Each rule of arithmetic says only how its numbers hang together. Whether they can, by rounding, by cutting, or by a
slip of a thousand, is asked here in one way for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal, localcontext
from enum import Enum
from typing import Any

from briefing.checks.finding import Finding
from briefing.checks.printed import Printed, Reading, not_below_zero
from briefing.dossier.intervals import ZERO, Interval, decimals_of, point, rounded
from briefing.frozen import frozen

Reaches = tuple[Interval, ...]
#: The edit that puts another number (in the scale of the printed one) in its place.
Edit = Callable[[Decimal], tuple[tuple[str, Any], ...]]
#: What one of the numbers must be, given all of them (its own is not looked at); None where nothing follows.
Solve = Callable[[int, Reaches], Interval | None]


@frozen
class Term:
    """One number of a relation: where it is typed, whose figure, and how a sentence shows it."""

    printed: Printed
    path: str
    owner: str
    shown: str
    edit: Edit
    #: The edit that shifts it by a power of a thousand, without another digit; nothing where no scale is so large.
    shift: Callable[[int], tuple[tuple[str, Any], ...]] = lambda _power: ()
    #: Whether it can be below nothing.
    signed: bool = False

    def reach(self, reading: Reading = Reading.ROUNDED) -> Interval:
        found = self.printed.reach(reading)
        return found if self.signed or self.printed.number < 0 else not_below_zero(found)


@frozen
class Relation:
    """Numbers that must fit each other; the first is the one that is stated of the others.

    `says` makes the sentence of what follows from the others, given it as shown ("47.5 + 318.4 makes 365.9"), and
    `against` what it goes against (", not 365.8"); `notes` is what a note says in its place. `show` shows a computed
    first number. `exact`: whether the first number equals what follows, or only must not be beyond it. `noted`:
    whether rounding that explains it is worth a note. `instead` is the finding where this is but the second way to
    read the claim, and it is this one that holds.
    """

    rule: str
    terms: tuple[Term, ...]
    solve: Solve
    says: Callable[[str], str]
    show: Callable[[Decimal], str]
    against: str = ""
    exact: bool = True
    noted: bool = True
    notes: Callable[[str], str] | None = None
    instead: Finding | None = None

    @property
    def denial(self) -> str:
        return self.against or f", not {self.terms[0].shown}"

    def holds(self, reading: Reading = Reading.ROUNDED, *, first: Reading | None = None) -> bool:
        """Whether the numbers can be true together, read so; `first` is how the first one is read."""
        return self.fits(tuple(t.reach(reading if at or not first else first) for at, t in enumerate(self.terms)))

    def fits(self, reaches: Reaches) -> bool:
        needed = self.solve(0, reaches)
        return needed is None or needed.meets(reaches[0])

    @property
    def computed(self) -> Decimal | None:
        """What follows from the printed numbers, taken as they stand, in whole units; None where no one number does."""
        found = self.solve(0, tuple(point(term.printed.point) for term in self.terms))
        return found.low if found is not None and found.low.is_finite() and self.exact else None

    @property
    def all_exact(self) -> bool:
        return all(term.printed.is_exact for term in self.terms)

    def reached_by_rounding(self) -> bool:
        """Whether the printed numbers do not fit as they stand, though what they were rounded from can."""
        computed = self.computed
        if computed is None or not self.all_exact:
            return False
        stated = self.terms[0].printed
        return rounded(computed.scaleb(-stated.power), decimals_of(stated.value)) != stated.number


def linear(signs: tuple[int, ...]) -> Solve:
    """The first number is the sum of the others, each with its sign."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        total = reaches[0] if at else ZERO
        for place, (sign, reach) in enumerate(zip(signs, reaches[1:], strict=True), 1):
            if place != at:
                adding = (sign > 0) != bool(at)
                total = total + reach if adding else total - reach
        return total if not at or signs[at - 1] > 0 else -total

    return solve


class Verdict(Enum):
    HOLDS = "holds"
    ROUNDING = "rounding"
    ZEROS = "zeros"
    CUT = "cut"
    THOUSAND = "thousand"
    BROKEN = "broken"


def verdict(relation: Relation) -> Verdict:
    """What is the matter with a relation: the mildest that explains it."""
    if relation.holds():
        return Verdict.ROUNDING if relation.noted and relation.reached_by_rounding() else Verdict.HOLDS
    if relation.holds(Reading.ZEROS):
        return Verdict.ZEROS
    if relation.exact and relation.all_exact and _is_cut(relation):
        return Verdict.CUT
    return Verdict.THOUSAND if thousandfold(relation) else Verdict.BROKEN


def thousandfold(relation: Relation) -> tuple[int, int] | None:
    """The term that would fit if printed a thousand times larger (3) or smaller (-3), with that power.

    Not where the number would then be so small that any number would do.
    """
    reaches = tuple(term.reach() for term in relation.terms)
    fitting = []
    for at, term in enumerate(relation.terms):
        if not (reaches[at].low.is_finite() and reaches[at].high.is_finite()):
            continue  # an open end reaches everything
        for power in (3, -3):
            moved = term.printed.times(power).reach()
            nothing = (*reaches[:at], point(Decimal()), *reaches[at + 1 :])
            if relation.fits((*reaches[:at], moved, *reaches[at + 1 :])) and not relation.fits(nothing):
                fitting.append((at, power))
    return fitting[0] if len(fitting) == 1 else None


def _is_cut(relation: Relation) -> bool:
    """Whether the stated number is what follows with its last digits left away."""
    computed, stated = relation.computed, relation.terms[0].printed
    if computed is None or not relation.holds(first=Reading.CUT):
        return False
    with localcontext(prec=120, rounding=ROUND_DOWN):
        there = computed.scaleb(-stated.power)
        return there.quantize(Decimal(1).scaleb(-decimals_of(stated.value))) == stated.number
