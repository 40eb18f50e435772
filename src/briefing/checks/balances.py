"""Balance: export less import makes the balance, and a deficit has a minus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.checks.finding import Finding, Mend
from briefing.checks.judging import Claim
from briefing.checks.relations import Relation, Term, linear
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import level_term, show_number

RULE = "balance"


def balances(known: Statistics) -> Iterator[Claim]:
    """The balance against two of export, import and total. One printed without its sign is a second way to read it."""
    for balance in known.all:
        if balance.line.measure != "balance" or balance.level is None:
            continue
        export, imports, total = (known.beside(balance, measure) for measure in ("export", "import", "total"))
        again = known.beside(balance, "re_export")
        if export and imports:
            others = _readings(balance, (export, again, imports), (1, 1, -1)) if again else ()
            yield (*_readings(balance, (export, imports), (1, -1)), *others)
        elif export and total:
            yield _readings(balance, (export, total), (2, -1))
        elif imports and total:
            yield _readings(balance, (total, imports), (1, -2))


def _readings(balance: Statistic, parts: Sequence[Statistic], factors: tuple[int, ...]) -> Claim:
    """The balance as it stands, and with the other sign."""
    scale, unit = balance.amount.scale, balance.line.unit
    written = ""
    for part, factor in zip(parts, factors, strict=True):
        sign = "" if not written else " + " if factor > 0 else " \u2212 "
        written += f"{sign}{'2 × ' if abs(factor) == 2 else ''}{part.shown(scale, unit)}"
    stated = level_term(balance, scale, unit)
    levels = [level_term(part, scale, unit) for part in parts]
    turned = replace(stated, printed=stated.printed.negative(), signed=True)
    return (
        Relation(RULE, (stated, *levels), linear(factors), lambda c: f"{written} makes {c}", show_number),
        Relation(
            RULE, (turned, *levels), linear(factors), lambda c: f"{written} makes {c}", show_number,
            instead=_signless(balance, parts, turned, written),
        ),
    )  # fmt: skip


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
