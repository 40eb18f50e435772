"""All checks in one list, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.checks.balances import balances
from briefing.checks.claims import claims
from briefing.checks.directions import directions
from briefing.checks.dismissed import with_dismissals
from briefing.checks.finding import Finding
from briefing.checks.gaps import gaps
from briefing.checks.growth import growths
from briefing.checks.house_rules import house_rules
from briefing.checks.implied_growth import implied_growths
from briefing.checks.judging import Claim, judge
from briefing.checks.labels import labels
from briefing.checks.like_for_like import unlike
from briefing.checks.neighbours import neighbours
from briefing.checks.openings import statistics_of
from briefing.checks.places import order_in
from briefing.checks.ranks import ranks
from briefing.checks.readable import readable
from briefing.checks.shares import shares
from briefing.checks.signs import signs
from briefing.checks.statistics import Statistics
from briefing.checks.sums import sums
from briefing.checks.twice import twice
from briefing.dossier.model import Dossier

Rule = Callable[[Dossier], Iterable[Finding]]

#: Rules of arithmetic: what must hold between figures. They are judged together, for one wrong figure can break many.
ARITHMETIC: tuple[Callable[[Statistics], Iterable[Claim]], ...] = (sums, balances, growths, implied_growths, shares)
#: Rules of words: what is said of figures.
WORDS: tuple[Callable[[Statistics], Iterable[Finding]], ...] = (
    claims,
    directions,
    unlike,
    ranks,
    neighbours,
    twice,
    signs,
    labels,
)


def figures(dossier: Dossier) -> Iterator[Finding]:
    """What is to be said of the figures."""
    if not dossier.figures:
        return
    known = statistics_of(dossier)
    found = list(judge(claim for rule in ARITHMETIC for claim in rule(known)))
    yield from found
    slips = {finding.fields[0] for finding in found if finding.rule == "factor_1000"}
    for rule in WORDS:
        for finding in rule(known):
            # A slip of a thousand is told once, and what it makes of the directions is not worth saying.
            idle = finding.rule == "factor_1000" or (finding.rule, finding.severity) == ("direction", "note")
            if idle and not slips.isdisjoint(finding.fields):
                continue
            yield finding


#: The rules that hold for a dossier whatever it is composed into.
RULES: tuple[Rule, ...] = (readable, figures, house_rules)


def check(dossier: Dossier, pack: str = "", name: str = "", needs: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """All that is to be said of a dossier: the gravest first, then in the order of the form, the dismissed last.

    With a pack (and the `name` that it has on screen, and the patterns that it `needs` beside the field list's) its
    gaps too, after what is wrong and what is worth a look.
    """
    found = list(with_dismissals(dossier, (finding for rule in RULES for finding in rule(dossier))))
    if pack:
        found.extend(gaps(dossier, pack, name, needs))
    place = order_in(dossier)
    return tuple(sorted(found, key=lambda finding: (gravity(finding), place(finding.fields[0]))))


def gravity(finding: Finding) -> int:
    """0 for what cannot be true, 1 worth a look, 2 a gap, 3 a note, 4 what a person has put aside."""
    if finding.dismissed:
        return 4
    if finding.is_gap:
        return 2
    return {"error": 0, "warning": 1, "note": 3}[finding.severity]
