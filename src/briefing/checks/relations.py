"""Relations: what must hold between printed numbers, and what is the matter where it does not.

Each rule of arithmetic says only how its numbers hang together. Whether they can, by rounding, by cutting, or by a
slip of a thousand, is asked here in one way for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, Context, Decimal
from enum import Enum
from typing import Any

from briefing.checks.finding import Finding
from briefing.checks.printed import Printed, Reading, reach_of
from briefing.dossier.intervals import INFINITE, ZERO, Interval, decimals_of, point, rounded, total_of
from briefing.frozen import frozen

_WIDE = Context(prec=120)
_DOWNWARD = Context(prec=120, rounding=ROUND_DOWN)
Reaches = tuple[Interval, ...]
#: The edit that puts another number (in the scale of the printed one) in its place.
Edit = Callable[[Decimal], tuple[tuple[str, Any], ...]]
#: How a sentence tells a number whose scale and unit are these: they are named only where they differ.
Tell = Callable[[str, str], str]
#: What one of the numbers must be, given all of them (its own is not looked at); None where nothing follows.
Solve = Callable[[int, Reaches], Interval | None]


@frozen
class Term:
    """One number of a relation: the field it stands in and its own place there, and how a sentence tells it."""

    printed: Printed
    rounded: Interval
    path: str
    place: str
    tell: Tell
    edit: Edit
    #: The edit that shifts it by a power of a thousand, without another digit; nothing where no scale is so large.
    shift: Callable[[int], tuple[tuple[str, Any], ...]] = lambda _power: ()
    #: Whether it can be below nothing.
    signed: bool = False
    #: What its figure leaves open and was taken from others, and where it is from.
    taken: tuple[str, ...] = ()
    source: str = ""

    @property
    def shown(self) -> str:
        """The number in a sentence of its own."""
        return self.tell("", "")

    def reach(self, reading: Reading = Reading.ROUNDED) -> Interval:
        """What the number can stand for; read as rounded it is known beforehand."""
        return self.rounded if reading is Reading.ROUNDED else reach_of(self.printed, reading, signed=self.signed)

    def printing(self, printed: Printed, *, signed: bool | None = None) -> Term:
        """The term with another number in its place."""
        signed = self.signed if signed is None else signed
        return replace(self, printed=printed, rounded=reach_of(printed, Reading.ROUNDED, signed=signed), signed=signed)


@frozen
class Relation:
    """Numbers that must fit each other; the first is the one that is stated of the others.

    `says` makes the sentence of what follows from the others, given it as shown ("47.5 + 318.4 makes 365.9"), and
    `against` what it goes against (", not 365.8"); `notes` is what a note says in its place. `show` shows a computed
    first number. `exact`: whether the first number equals what follows, or only must not be beyond it. `noted`:
    whether rounding that explains it is worth a note. `instead` is the finding where this is but the second way to
    read the claim, and it is this one that holds. `doubt` says why it need not hold, where that is so: it is then
    never more than worth a look.
    """

    rule: str
    terms: tuple[Term, ...]
    solve: Solve
    says: Callable[[str], str]
    show: Callable[[Decimal], str]
    against: Callable[[], str] | None = None
    exact: bool = True
    noted: bool = True
    notes: Callable[[str], str] | None = None
    instead: Callable[[], Finding] | None = None
    doubt: str = ""
    #: How many decimals a computed number has at least.
    decimals: int = 0
    #: Scale and unit of the sentence.
    scale: str = ""
    unit: str = ""

    def shown(self, term: Term) -> str:
        """One of its numbers in its sentence."""
        return term.tell(self.scale, self.unit)

    @property
    def denial(self) -> str:
        return self.against() if self.against is not None else f", not {self.shown(self.terms[0])}"

    @property
    def doubts(self) -> str:
        """Why the numbers need not belong together, where that is so: a sentence."""
        if self.doubt:
            return self.doubt
        if len({term.taken for term in self.terms}) > 1:
            return "Not all of them say of which scope or whose statistics they are."
        if len({term.source for term in self.terms if term.source}) > 1:
            return "They are from different sources."
        return ""

    def holds(self, reading: Reading = Reading.ROUNDED, *, first: Reading | None = None) -> bool:
        """Whether the numbers can be true together, read so; `first` is how the first one is read."""
        if reading is Reading.ROUNDED and first is None:
            return self.fits(tuple([term.rounded for term in self.terms]))
        return self.fits(tuple(t.reach(reading if at or not first else first) for at, t in enumerate(self.terms)))

    def fits(self, reaches: Reaches) -> bool:
        needed = self.solve(0, reaches)
        return needed is None or needed.meets(reaches[0])

    def fits_with(self, place: str, printed: Printed) -> bool:
        """Whether the numbers can be true together with another one in a place."""
        moved = (term.printing(printed) if term.place == place else term for term in self.terms)
        return self.fits(tuple(term.reach() for term in moved))

    @property
    def computed(self) -> Decimal | None:
        """What follows from the printed numbers, taken as they stand, in whole units; None where no one number does."""
        if not self.exact:
            return None
        found = self.solve(0, tuple([point(term.printed.point) for term in self.terms]))
        return found.low if found is not None and found.low.is_finite() else None

    @property
    def all_exact(self) -> bool:
        return all(term.printed.is_exact for term in self.terms)

    def reached_by_rounding(self) -> bool:
        """Whether the printed numbers do not fit as they stand, though what they were rounded from can."""
        computed = self.computed if self.all_exact else None
        if computed is None:
            return False
        stated = self.terms[0].printed
        there = computed.scaleb(-stated.power, _WIDE)
        return there != stated.number and rounded(there, decimals_of(stated.value)) != stated.number


def linear(factors: tuple[int, ...]) -> Solve:
    """The first number is the sum of the others, each so many times."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        total = reaches[0] if at else ZERO
        for place, factor in enumerate(factors, 1):
            if place == at:
                continue
            part = reaches[place] if -2 < factor < 2 else reaches[place] * point(Decimal(abs(factor)))
            total = total + part if (factor > 0) != bool(at) else total - part
        if not at:
            return total
        factor = factors[at - 1]
        turned = total if factor > 0 else -total
        return turned if -2 < factor < 2 else turned / point(Decimal(abs(factor)))

    return solve


def no_less() -> Solve:
    """The first number is no less than the others together."""

    def solve(at: int, reaches: Reaches) -> Interval | None:
        lows = total_of([reach.low for reach in reaches[1:]])
        return Interval(lows, INFINITE) if at == 0 else None

    return solve


class Verdict(Enum):
    HOLDS = "holds"
    ROUNDING = "rounding"
    LOOSE = "loose"
    CUT = "cut"
    THOUSAND = "thousand"
    BROKEN = "broken"


def verdict(relation: Relation) -> Verdict:
    """What is the matter with a relation: the mildest that explains it."""
    outcome = at_best(relation)
    if outcome is not Verdict.BROKEN:
        return outcome
    if relation.exact and relation.all_exact and _is_cut(relation):
        return Verdict.CUT
    return Verdict.THOUSAND if thousandfold(relation) else Verdict.BROKEN


def at_best(relation: Relation) -> Verdict:
    """Whether a relation holds as printed, by rounding or loosely; broken where it does not."""
    if relation.holds():
        return Verdict.ROUNDING if relation.noted and relation.reached_by_rounding() else Verdict.HOLDS
    return Verdict.LOOSE if relation.holds(Reading.LOOSE) else Verdict.BROKEN


def thousandfold(relation: Relation) -> tuple[tuple[Term, int], ...]:
    """The term that would fit if printed a thousand times larger (3) or smaller (-3), with that power; or two.

    Two where only their proportion counts. Not where the number would then be so small that any number would do, nor
    beside numbers that are open on a side.
    """
    if not relation.exact or any(term.printed.is_open for term in relation.terms):
        return ()
    reaches = tuple(term.reach() for term in relation.terms)
    fitting: list[tuple[Term, int]] = []
    for at, term in enumerate(relation.terms):
        if not term.printed.number or not (term.shift(3) or term.shift(-3)):
            continue  # nothing, and a percentage, has no scale
        for power in (3, -3):
            moved = term.printed.times(power).reach()
            nothing = (*reaches[:at], point(Decimal()), *reaches[at + 1 :])
            if relation.fits((*reaches[:at], moved, *reaches[at + 1 :])) and not relation.fits(nothing):
                fitting.append((term, power))
    return tuple(fitting) if len(fitting) <= 2 else ()


def _is_cut(relation: Relation) -> bool:
    """Whether the stated number is what follows with its last digits left away."""
    computed, stated = relation.computed, relation.terms[0].printed
    if computed is None or not relation.holds(first=Reading.CUT):
        return False
    there = computed.scaleb(-stated.power, _WIDE)
    last = Decimal(1).scaleb(-decimals_of(stated.value))
    return there.quantize(last, context=_DOWNWARD) == stated.number
