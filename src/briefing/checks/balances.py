"""Balance: export less import makes the balance, and a deficit has a minus."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.finding import Finding, Mend
from briefing.checks.judging import Claim
from briefing.checks.relations import Relation, Term, linear
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.terms import level_term, show_number

RULE = "balance"


def balances(known: Statistics) -> Iterator[Claim]:
    """The balance against its export and import. One printed without its sign is a second way to read it."""
    for balance in known.all:
        if balance.line.measure != "balance" or known.level(balance.line, balance.time) is not balance:
            continue
        export, imports = known.beside(balance, "export"), known.beside(balance, "import")
        if export is None or imports is None:
            continue
        yield _relation(balance, export, imports), _relation(balance, export, imports, turned=True)


def _relation(balance: Statistic, export: Statistic, imports: Statistic, *, turned: bool = False) -> Relation:
    scale, unit = balance.amount.scale, balance.line.unit
    stated = level_term(balance, scale, unit)
    said = f"{export.shown(scale, unit)} \u2212 {imports.shown(scale, unit)}"
    if turned:
        stated = Term(stated.printed.negative(), stated.path, stated.owner, stated.shown, stated.edit, signed=True)
    return Relation(
        RULE,
        (stated, level_term(export, scale, unit), level_term(imports, scale, unit)),
        linear((1, -1)),
        lambda computed: f"{said} makes {computed}",
        show_number,
        instead=_signless(balance, stated, said) if turned else None,
    )


def _signless(balance: Statistic, turned: Term, said: str) -> Finding:
    deficit = turned.printed.number < 0
    word = "deficit" if deficit else "surplus"
    rest = "has a minus" if deficit else "has no minus"
    value = turned.printed.value
    mend = Mend(f"Use {show_number(turned.printed.number)}", ((f"{balance.path}.value", value),))
    message = f"{said} is a {word}: as a balance it {rest}."
    return Finding(RULE, "warning", (balance.path,), message, (mend,), balance.amount.value, value)
