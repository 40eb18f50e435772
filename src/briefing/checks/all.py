"""All checks in one list, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.checks.finding import Finding
from briefing.checks.gaps import gaps
from briefing.checks.house_rules import house_rules
from briefing.checks.places import order_in
from briefing.checks.readable import readable
from briefing.checks.sums import sums
from briefing.dossier.model import Dossier

Rule = Callable[[Dossier], Iterable[Finding]]

#: The rules that hold for a dossier whatever it is composed into.
RULES: tuple[Rule, ...] = (readable, sums, house_rules)


def check(dossier: Dossier, pack: str = "", name: str = "", needs: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Everything that is to be said of a dossier: the gravest first, then in the order of the form.

    With a pack (and the `name` that it has on screen, and the patterns that it `needs` beside the field list's) its
    gaps too, after what is wrong and what is worth a look.
    """
    found = [finding for rule in RULES for finding in rule(dossier)]
    if pack:
        found.extend(gaps(dossier, pack, name, needs))
    place = order_in(dossier)
    return tuple(sorted(found, key=lambda finding: (gravity(finding), place(finding.fields[0]))))


def gravity(finding: Finding) -> int:
    """0 for what cannot be true, 1 worth a look, 2 a gap, 3 a note."""
    if finding.is_gap:
        return 2
    return {"error": 0, "warning": 1, "note": 3}[finding.severity]
