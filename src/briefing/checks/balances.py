"""Balance: export less import makes the balance, and a deficit has a minus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.finding import Finding, Mend
from briefing.checks.judging import Claim
from briefing.checks.relations import Relation, Term, linear
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import level_term, show_number

RULE = "balance"


def balances(known: Statistics) -> Iterator[Claim]:
    """The balance against two of export, import and total. One printed without its sign is a second way to read it."""
    ways: list[tuple[tuple[Statistic, ...], tuple[int, ...]]]
    for balance in known.all:
        if balance.line.measure != "balance" or balance.level is None:
            continue
        export, imports, total = (known.beside(balance, measure) for measure in ("export", "import", "total"))
        # Exports, and the total, may count re-exports or not.
        agains = known.levels(balance, "re_export")
        if export and imports:
            ways = [((export, imports), (1, -1)), *(((export, again, imports), (1, 1, -1)) for again in agains)]
        elif export and total:
            ways = [((export, total), (2, -1)), *(((export, again, total), (2, 1, -1)) for again in agains)]
        elif imports and total:
            ways = [((total, imports), (1, -2)), *(((total, again, imports), (1, -1, -2)) for again in agains)]
        else:
            continue
        yield (_reading(balance, parts, factors, turned) for turned in (False, True) for parts, factors in ways)


def _reading(balance: Statistic, parts: Sequence[Statistic], factors: tuple[int, ...], turned: bool) -> Relation:
    """The balance as it stands, or with the other sign."""
    scale, unit = balance.amount.scale, balance.line.unit
    stated = level_term(balance)
    if turned:
        stated = stated.printing(stated.printed.negative(), signed=True)

    def written() -> str:
        found = ""
        for part, factor in zip(parts, factors, strict=True):
            sign = "" if not found else " + " if factor > 0 else " \u2212 "
            found += f"{sign}{'2 × ' if abs(factor) == 2 else ''}{part.shown(scale, unit)}"
        return found

    return Relation(
        RULE,
        (stated, *(level_term(part) for part in parts)),
        linear(factors),
        lambda computed: f"{written()} makes {computed}",
        show_number,
        instead=(lambda: _signless(balance, parts, stated, written())) if turned else None,
        scale=scale,
        unit=unit,
    )


def _signless(balance: Statistic, parts: Sequence[Statistic], turned: Term, said: str) -> Finding:
    deficit = turned.printed.number < 0
    word = "deficit" if deficit else "surplus"
    rest = "has a minus" if deficit else "has no minus"
    value = turned.printed.value
    mend = Mend(f"Use {show_number(turned.printed.number)}", ((f"{balance.path}.value", value),))
    message = f"{said} is a {word}: as a balance it {rest}."
    return Finding(
        RULE, "warning", (balance.path, *(part.path for part in parts)), message, (mend,), balance.amount.value, value
    )
