"""Blame: which one of the numbers of broken relations is the one that is wrong, where it can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from briefing.checks.printed import Printed
from briefing.checks.relations import Relation, Term
from briefing.dossier.intervals import decimals_of, rounded, total_of
from briefing.frozen import frozen


@frozen
class Culprit:
    """A number that would mend broken relations, so many of them, if it were another; and which."""

    term: Term
    mended: int
    value: Printed


class Blame:
    """Knows every relation that a number stands in, and which of them are broken."""

    def __init__(self, judged: Iterable[tuple[Relation, bool]]) -> None:
        self._broken: defaultdict[str, list[Relation]] = defaultdict(list)
        self._holding: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation, is_broken in judged:
            found = self._broken if is_broken else self._holding
            for place in {term.place for term in relation.terms}:
                found[place].append(relation)

    def culprit(self, relation: Relation) -> Culprit | None:
        """The number of a broken relation that explains more contradictions than each other of its numbers.

        It does so if with one other value all would hold that it stands in, those included that hold as it is. Of
        numbers that explain as many, the stated one; none where others of them are as likely.
        """
        found = [culprit for term in relation.terms if (culprit := self._explained_by(term)) is not None]
        if not found:
            return None
        most = max(each.mended for each in found)
        best = [each for each in found if each.mended == most]
        stated = [each for each in best if each.term is relation.terms[0]]
        return stated[0] if stated else best[0] if len(best) == 1 else None

    def _explained_by(self, term: Term) -> Culprit | None:
        broken = self._broken[term.place]
        value = _value(term, broken)
        if value is None:
            return None
        holding = self._holding[term.place]
        fits = all(relation.fits_with(term.place, value) for relation in (*broken, *holding))
        return Culprit(term, len(broken), value) if fits else None


def _value(term: Term, broken: list[Relation]) -> Printed | None:
    """What a number must be so that the broken relations hold, with the digits that it was printed with."""
    needed = None
    for relation in broken:
        if not relation.all_exact:
            return None  # "more than" leaves too much room to name one value
        at = next(at for at, each in enumerate(relation.terms) if each.place == term.place)
        one = relation.solve(at, tuple(each.reach() for each in relation.terms))
        if one is None:
            return None
        needed = one if needed is None else needed.within(one)
        if needed is None:
            return None
    if needed is None or not (needed.low.is_finite() and needed.high.is_finite()):
        return None
    middle = total_of([needed.low, needed.high]) / 2
    number = rounded(middle.scaleb(-term.printed.power), decimals_of(term.printed.value)) + 0
    if number < 0 and not term.signed:
        return None
    return Printed(f"{number:f}", number, term.printed.power)
