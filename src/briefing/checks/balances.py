"""Balance: export less import makes the balance, and a deficit has a minus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.finding import Finding, Mend
from briefing.checks.judging import Claim
from briefing.checks.relations import Relation, Term, linear
from briefing.checks.statistics import Statistic, Statistics, width
from briefing.checks.terms import level_term, show_level

RULE = "balance"


def balances(known: Statistics) -> Iterator[Claim]:
    """The balance against two of export, import and total. One printed without its sign is a second way to read it."""
    for balance in known.all:
        if balance.line.measure != "balance" or balance.level is None:
            continue
        yield from (_readings(known, balance, *way) for way in _ways(known, balance))


def _ways(known: Statistics, balance: Statistic) -> Iterator[tuple[Sequence[Statistic], tuple[int, ...]]]:
    """What makes the balance: export and import, or the total in the place of one that is not there or is coarse."""
    export, imports, total = (known.beside(balance, measure) for measure in ("export", "import", "total"))
    if export and imports:
        yield (export, imports), (1, -1)
    if export and total and (imports is None or width(imports) > width(total) + width(export)):
        yield (export, total), (2, -1)
    if imports and total and (export is None or width(export) > width(total) + width(imports)):
        yield (total, imports), (1, -2)


def _readings(known: Statistics, balance: Statistic, parts: Sequence[Statistic], factors: tuple[int, ...]) -> Claim:
    """The balance as it stands, with re-exports counted or not, then all of these with the other sign."""
    ways = [(parts, factors)]
    sign = 1 if parts[0].line.measure == "export" else -1
    for again in known.levels(balance, "re_export"):
        ways.append(((parts[0], again, *parts[1:]), (factors[0], sign, *factors[1:])))
    for turned in (False, True):
        for each, signs in ways:
            yield _reading(balance, each, signs, turned)


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
        show_level,
        instead=(lambda: _signless(balance, parts, stated, written())) if turned else None,
        scale=scale,
        unit=unit,
    )


def _signless(balance: Statistic, parts: Sequence[Statistic], turned: Term, said: str) -> Finding:
    deficit = turned.printed.number < 0
    word = "deficit" if deficit else "surplus"
    rest = "has a minus" if deficit else "has no minus"
    value = turned.printed.value
    mend = Mend(f"Use {show_level(turned.printed.number)}", ((f"{balance.path}.value", value),))
    message = f"{said} is a {word}: as a balance it {rest}."
    return Finding(
        RULE, "warning", (balance.path, *(part.path for part in parts)), message, (mend,), balance.amount.value, value
    )
