"""All checks in one list, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator

from briefing.checks.balances import balances
from briefing.checks.claims import claims
from briefing.checks.directions import directions
from briefing.checks.dismissed import with_dismissals
from briefing.checks.finding import Finding
from briefing.checks.gaps import gaps
from briefing.checks.growth import growths
from briefing.checks.house_rules import HOUSE_RULES
from briefing.checks.implied_growth import implied_growths
from briefing.checks.judging import Claim, judge
from briefing.checks.labels import labels
from briefing.checks.like_for_like import unlike
from briefing.checks.neighbours import neighbours
from briefing.checks.openings import gathering
from briefing.checks.places import order_in
from briefing.checks.ranks import ranks
from briefing.checks.readable import readable
from briefing.checks.shares import shares
from briefing.checks.signs import signs
from briefing.checks.statistics import Statistics
from briefing.checks.sums import sums
from briefing.checks.twice import against_earlier, twice
from briefing.dossier.model import Dossier

#: A rule may yield None between its findings: a place to pause.
Rule = Callable[[Dossier], Iterable[Finding | None]]

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


def figures(dossier: Dossier, earlier: Dossier | None = None) -> Iterator[Finding | None]:
    """What is to be said of the figures, against those of an earlier dossier too where one is given."""
    if not dossier.figures:
        return
    known = yield from gathering(dossier)
    slips = set()
    for found in judge(claim for rule in ARITHMETIC for claim in rule(known)):
        yield found
        if found is not None and found.rule == "factor_1000":
            slips.add(found.fields[0])
    for rule in WORDS:
        yield None
        for finding in rule(known):
            # A slip of a thousand is told once, and what it makes of the directions is not worth saying.
            idle = finding.rule == "factor_1000" or (finding.rule, finding.severity) == ("direction", "note")
            yield None if idle and not slips.isdisjoint(finding.fields) else finding
    if earlier is not None:
        yield from against_earlier(known, earlier)


def checking(
    dossier: Dossier,
    pack: str = "",
    name: str = "",
    needs: tuple[str, ...] = (),
    *,
    earlier: Dossier | None = None,
) -> Generator[None, None, tuple[Finding, ...]]:
    """What `check` does and returns, in small steps: each `yield` is a place to pause, or to give up."""
    rules: tuple[Rule, ...] = (readable, lambda dossier: figures(dossier, earlier), *HOUSE_RULES)
    found = []
    for rule in rules:
        yield
        for finding in rule(dossier):
            if finding is not None:
                found.append(finding)
            yield
    found = list(with_dismissals(dossier, found))
    yield
    if pack:
        found.extend(gaps(dossier, pack, name, needs))
        yield
    place = order_in(dossier)
    keyed: list[tuple[int, tuple[int, ...], int, Finding]] = []
    for finding in found:
        keyed.append((gravity(finding), place(finding.fields[0]), len(keyed), finding))
        yield
    return tuple(finding for *_, finding in sorted(keyed, key=lambda each: each[:3]))


def check(
    dossier: Dossier,
    pack: str = "",
    name: str = "",
    needs: tuple[str, ...] = (),
    *,
    earlier: Dossier | None = None,
) -> tuple[Finding, ...]:
    """All that is to be said of a dossier: the gravest first, then in the order of the form, the dismissed last.

    With a pack (and the `name` that it has on screen, and the patterns that it `needs` beside the field list's) its
    gaps too, after what is wrong and what is worth a look. With an `earlier` dossier, what of its figures is given
    otherwise here.
    """
    steps = checking(dossier, pack, name, needs, earlier=earlier)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            return tuple(ended.value)


def gravity(finding: Finding) -> int:
    """0 for what cannot be true, 1 worth a look, 2 a gap, 3 a note, 4 what a person has put aside."""
    if finding.dismissed:
        return 4
    if finding.is_gap:
        return 2
    return {"error": 0, "warning": 1, "note": 3}[finding.severity]
