"""Judging: from relations that do not hold to findings, the figure that explains the most of them named first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.checks.blame import Blame, Culprit
from briefing.checks.finding import Finding, Mend, Severity
from briefing.checks.relations import Relation, Verdict, at_best, thousandfold, verdict
from briefing.dossier.intervals import decimals_of, plain, rounded, total_of
from briefing.dossier.numerals import grouped

#: The ways to read one claim, the likeliest first: it holds where one of them does. The others are made when needed.
Claim = Iterable[Relation]


def judge(claims: Iterable[Claim]) -> Iterator[Finding | None]:
    """A finding for each claim that no reading makes true as printed, and a note where rounding explains it.

    Between them None: a place to pause, for whoever has something else to do.
    """
    judged = []
    for claim in claims:
        judged.append(_judged(claim))
        yield None
    is_broken = (Verdict.BROKEN, Verdict.THOUSAND)
    blame = Blame([(relation, outcome in is_broken) for relation, outcome in judged if isinstance(outcome, Verdict)])
    noted = set()
    for relation, outcome in judged:
        if isinstance(outcome, Finding):
            yield outcome
            continue
        found = _found(relation, outcome, blame)
        if found is None or (found.severity == "note" and found.message in noted):
            yield None  # what stands twice is noted once
            continue
        noted.add(found.message)
        yield found


def _judged(claim: Claim) -> tuple[Relation, Verdict | Finding]:
    """The likeliest reading with what is the matter with it, or else what another one that holds says of itself."""
    readings = iter(claim)
    first = next(readings)
    outcome = verdict(first)
    if outcome is Verdict.HOLDS:
        return first, outcome
    lightly = False
    for other in readings:
        found = at_best(other)
        if outcome is Verdict.ROUNDING:
            # Another reading may fit without rounding, as where the total counts re-exports.
            if other.instead is None and found is Verdict.HOLDS:
                return first, found
        elif found in (Verdict.HOLDS, Verdict.ROUNDING):
            return first, other.instead() if other.instead is not None else Verdict.HOLDS
        lightly = lightly or found is Verdict.LOOSE
    return first, Verdict.LOOSE if lightly and outcome is not Verdict.ROUNDING else outcome


def _found(relation: Relation, outcome: Verdict, blame: Blame) -> Finding | None:
    if outcome is Verdict.HOLDS:
        return None
    if outcome is Verdict.ROUNDING:
        return _note(relation)
    if outcome is Verdict.CUT:
        return _cut(relation)
    if outcome is Verdict.THOUSAND:
        return _thousand(relation)
    return _contradiction(relation, outcome, blame)


def _paths(relation: Relation, *first: str) -> tuple[str, ...]:
    """The fields of a relation, each once, these first."""
    return tuple(dict.fromkeys((*first, *(term.path for term in relation.terms))))


def _note(relation: Relation) -> Finding:
    computed = relation.computed
    assert computed is not None
    stated = relation.terms[0].printed
    there = computed.scaleb(-stated.power)
    gap = total_of([there, -stated.number]).copy_abs()
    decimals = max(decimals_of(stated.value), 1)
    said = (relation.notes or relation.says)(_show(relation, there))
    close = plain(gap if len(plain(gap)) < 6 else rounded(gap, decimals + 1))
    message = f"{said[:1].upper()}{said[1:]}{relation.denial}. Rounding explains the {grouped(close)}."
    return Finding(
        relation.rule, "note", _paths(relation), message, (), stated.value, _short(there, stated.value),
        explained_by_rounding=True,
    )  # fmt: skip


def _contradiction(relation: Relation, outcome: Verdict, blame: Blame) -> Finding:
    """What was stated, what follows, and the mend: of the number to blame where there is one, else of the stated."""
    first, stated = relation.terms[0], relation.terms[0].printed
    computed = relation.computed
    there = computed.scaleb(-stated.power) if computed is not None else None
    about = "" if relation.all_exact or not relation.exact else "about "
    message = f"{relation.says(about + _show(relation, there) if there is not None else '')}{relation.denial}."
    severity: Severity = "warning" if outcome is Verdict.LOOSE or relation.doubts else "error"
    culprit = blame.culprit(relation) if outcome is Verdict.BROKEN else None
    if outcome is Verdict.LOOSE:
        message += f" {_why_loose(relation)}"
    if relation.doubts:
        message += f" {relation.doubts}"
    mends: tuple[Mend, ...] = ()
    if culprit is not None and culprit.term is not first:
        message += f" {_accused(relation, culprit)}"
        mends = (_mend_of(relation, culprit),)
    elif relation.all_exact and there is not None:
        value = rounded(there, decimals_of(stated.value)) + 0  # no minus before a zero
        mends = (Mend(f"Use {relation.show(value)}", first.edit(value)),) if first.signed or value >= 0 else ()
    if outcome is Verdict.LOOSE and relation.exact and stated.is_exact and first.path.endswith(".amount"):
        mends = (*mends, Mend(f"Say about {relation.shown(first)}", ((f"{first.path}.qualifier", "about"),)))
    paths = _paths(relation, culprit.term.path) if culprit is not None else _paths(relation)
    return Finding(
        relation.rule, severity, paths, message, mends, stated.value,
        "" if there is None else _short(there, stated.value),
    )  # fmt: skip


def _why_loose(relation: Relation) -> str:
    light = [term.printed.qualifier for term in relation.terms if term.printed.qualifier in ("about", "nearly")]
    if light:
        return f"It holds only if {' and '.join(f'“{word}”' for word in dict.fromkeys(light))} is taken lightly."
    return "It holds only if zeros at the end of a number are rounded."


def _accused(relation: Relation, culprit: Culprit) -> str:
    shown = relation.shown(culprit.term)
    if culprit.mended > 1:
        return f"{shown} stands in {culprit.mended} contradictions, and another value would end them all."
    return f"Only another value for {shown} would fit all the other figures."


def _mend_of(relation: Relation, culprit: Culprit) -> Mend:
    label = f"Use {grouped(culprit.value.value)} for {relation.shown(culprit.term)}"
    return Mend(label, culprit.term.edit(culprit.value.number))


def _cut(relation: Relation) -> Finding:
    stated, first = relation.terms[0].printed, relation.terms[0]
    computed = relation.computed
    assert computed is not None
    there = computed.scaleb(-stated.power)
    value = rounded(there, decimals_of(stated.value))
    said = relation.says(_show(relation, there, 1))
    message = f"{said}. {relation.shown(first)} looks cut off, not rounded: it would be {relation.show(value)}."
    mends = (Mend(f"Use {relation.show(value)}", first.edit(value)),)
    return Finding("cut", "warning", _paths(relation), message, mends, stated.value, _short(there, stated.value))


def _thousand(relation: Relation) -> Finding:
    """A number that is a thousand times too large or small; of a proportion, the one or the other."""
    found = thousandfold(relation)
    first, (term, power) = relation.terms[0], found[0]
    computed = relation.computed
    there = computed.scaleb(-first.printed.power) if computed is not None else None
    said = relation.says(_show(relation, there) if there is not None else "")
    fitting = ", or ".join(f"{relation.shown(each)} if it were a thousand times {_larger(by)}" for each, by in found)
    message = f"{said}{relation.denial}. It would fit with {fitting}."
    severity: Severity = "warning" if relation.doubts else "error"
    mends = tuple(
        Mend(f"Make {relation.shown(each)} a thousand times {_larger(by)}", values)
        for each, by in found
        if (values := each.shift(by))
    )
    paths = _paths(relation, *(each.path for each, _ in found))
    return Finding(
        "factor_1000", severity, paths, message, mends, term.printed.value, plain(term.printed.number.scaleb(power))
    )


def _larger(power: int) -> str:
    return "larger" if power > 0 else "smaller"


def _show(relation: Relation, there: Decimal, more: int = 0) -> str:
    """What follows, with the decimals of what is stated and so many more, or as many as tell the two apart."""
    stated = relation.terms[0].printed
    decimals = max(decimals_of(stated.value) + more, relation.decimals)
    if len(plain(there).partition(".")[2]) <= decimals + 2:
        return relation.show(Decimal(plain(there)))
    while rounded(there, decimals) in (stated.number, 0) and decimals < decimals_of(stated.value) + 4:
        decimals += 1
    return relation.show(rounded(there, decimals))


def _short(number: Decimal, stated: str) -> str:
    """A computed number for a program to read: no more than two decimals beyond those of the stated one."""
    full, short = plain(number), plain(rounded(number, decimals_of(stated) + 2))
    return min(full, short, key=len)
