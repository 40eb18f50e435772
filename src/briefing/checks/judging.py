"""Judging: from relations that do not hold to findings, the figure that explains the most of them named first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from briefing.checks.finding import Finding, Mend, Severity
from briefing.checks.relations import Relation, Verdict, thousandfold, verdict
from briefing.dossier.intervals import Interval, decimals_of, plain, rounded, total_of
from briefing.dossier.numerals import grouped

#: The ways to read one claim, the likeliest first: it holds where one of them does.
Claim = tuple[Relation, ...]


def judge(claims: Iterable[Claim]) -> Iterator[Finding]:
    """A finding for each claim that no reading makes true as printed, and a note where rounding explains it."""
    judged = [(claim, verdict(claim[0])) for claim in claims]
    blame = _Blame(judged)
    for claim, outcome in judged:
        found = _found(claim, outcome, blame)
        if found is not None:
            yield found


def _found(claim: Claim, outcome: Verdict, blame: _Blame) -> Finding | None:
    relation = claim[0]
    if outcome is Verdict.HOLDS:
        return None
    if outcome is Verdict.ROUNDING:
        # Another reading may fit without rounding, as where the total counts re-exports.
        fits_better = any(other.instead is None and verdict(other) is Verdict.HOLDS for other in claim[1:])
        return None if fits_better else _note(relation)
    for other in claim[1:]:
        if verdict(other) in (Verdict.HOLDS, Verdict.ROUNDING):
            return other.instead
    if outcome is Verdict.CUT:
        return _cut(relation)
    if outcome is Verdict.THOUSAND:
        return _thousand(relation)
    return _contradiction(relation, "warning" if outcome is Verdict.ZEROS else "error", blame)


class _Blame:
    """Counts in how many broken relations each number stands, less those that hold and so vouch for it."""

    def __init__(self, judged: Sequence[tuple[Claim, Verdict]]) -> None:
        self._broken: Counter[str] = Counter()
        self._vouched: Counter[str] = Counter()
        self._of: dict[str, list[Relation]] = {}
        for claim, outcome in judged:
            counter = self._broken if outcome in (Verdict.BROKEN, Verdict.THOUSAND) else self._vouched
            for term in claim[0].terms:
                counter[term.path] += 1
                if counter is self._broken:
                    self._of.setdefault(term.path, []).append(claim[0])

    def order(self, relation: Relation) -> tuple[str, ...]:
        """The paths of a broken relation: the number that explains several contradictions first, where one does."""
        paths = [term.path for term in relation.terms]
        score = {path: self._broken[path] - self._vouched[path] for path in paths}
        first = max(paths, key=lambda path: score[path])
        alone = sum(score[path] == score[first] for path in paths) == 1
        if self._broken[first] < 2 or not alone:
            return tuple(paths)
        return (first, *(path for path in paths if path != first))

    def needed(self, path: str) -> Interval | None:
        """What a number must be so that every broken relation holds that it stands in; None where nothing can be."""
        found: Interval | None = None
        for relation in self._of[path]:
            at = next(at for at, term in enumerate(relation.terms) if term.path == path)
            needed = relation.solve(at, tuple(term.reach() for term in relation.terms))
            if needed is None:
                return None
            found = needed if found is None else found.within(needed)
            if found is None:
                return None
        return found

    def count(self, path: str) -> int:
        return self._broken[path]


def _note(relation: Relation) -> Finding:
    computed = relation.computed
    assert computed is not None
    stated = relation.terms[0].printed
    there = computed.scaleb(-stated.power)
    gap = total_of([there, -stated.number]).copy_abs()
    decimals = max(decimals_of(stated.value), 1)
    said = (relation.notes or relation.says)(_show(relation, there))
    close = plain(gap if len(plain(gap)) < 6 else rounded(gap, decimals + 1))
    message = f"{said[:1].upper()}{said[1:]}. Rounding explains the {grouped(close)}."
    paths = tuple(term.path for term in relation.terms)
    return Finding(
        relation.rule, "note", paths, message, (), stated.value, _short(there, stated.value), explained_by_rounding=True
    )


def _contradiction(relation: Relation, severity: Severity, blame: _Blame) -> Finding:
    """What was stated, what follows, and the mend: of the number to blame where there is one, else of the stated."""
    paths = blame.order(relation)
    first, stated = relation.terms[0], relation.terms[0].printed
    computed = relation.computed
    there = computed.scaleb(-stated.power) if computed is not None else None
    about = "" if relation.all_exact or not relation.exact else "about "
    message = f"{relation.says(about + _show(relation, there) if there is not None else '')}{relation.denial}."
    mends: tuple[Mend, ...] = ()
    if paths[0] != first.path:
        blamed = next(term for term in relation.terms if term.path == paths[0])
        message += f" {blamed.shown} stands in {blame.count(blamed.path)} contradictions."
        mends = _mend_of(relation, blame, paths[0])
    if not mends and relation.all_exact and there is not None:
        value = rounded(there, decimals_of(stated.value)) + 0  # no minus before a zero
        mends = (Mend(f"Use {relation.show(value)}", first.edit(value)),)
    if severity == "warning" and relation.exact and stated.is_exact and first.path.endswith(".amount"):
        mends = (*mends, Mend(f"Say about {first.shown}", ((f"{first.path}.qualifier", "about"),)))
    return Finding(
        relation.rule, severity, paths, message, mends, stated.value,
        "" if there is None else _short(there, stated.value),
    )  # fmt: skip


def _mend_of(relation: Relation, blame: _Blame, path: str) -> tuple[Mend, ...]:
    """The one value at the printed decimals that would mend every contradiction of a number, where there is one."""
    term = next(each for each in relation.terms if each.path == path)
    needed = blame.needed(path)
    if needed is None or not (needed.low.is_finite() and needed.high.is_finite()) or not term.printed.is_exact:
        return ()
    middle = total_of([needed.low, needed.high]) / 2
    value = rounded(middle.scaleb(-term.printed.power), decimals_of(term.printed.value))
    return (Mend(f"Use {grouped(f'{value:f}')} for {term.shown}", term.edit(value)),)


def _cut(relation: Relation) -> Finding:
    stated, first = relation.terms[0].printed, relation.terms[0]
    computed = relation.computed
    assert computed is not None
    there = computed.scaleb(-stated.power)
    value = rounded(there, decimals_of(stated.value))
    said = relation.says(_show(relation, there))
    message = f"{said}. {first.shown} looks cut off, not rounded: it would be {relation.show(value)}."
    mends = (Mend(f"Use {relation.show(value)}", first.edit(value)),)
    paths = tuple(term.path for term in relation.terms)
    return Finding("cut", "warning", paths, message, mends, stated.value, _short(there, stated.value))


def _thousand(relation: Relation) -> Finding:
    found = thousandfold(relation)
    assert found is not None
    at, power = found
    term, first = relation.terms[at], relation.terms[0]
    computed = relation.computed
    there = computed.scaleb(-first.printed.power) if computed is not None else None
    said = relation.says(_show(relation, there) if there is not None else "")
    times = "larger" if power > 0 else "smaller"
    message = f"{said}{relation.denial}. {term.shown} would fit if it were a thousand times {times}."
    paths = (term.path, *(each.path for each in relation.terms if each is not term))
    values = term.shift(power)
    mends = (Mend(f"Make it a thousand times {times}", values),) if values else ()
    return Finding(
        "factor_1000", "error", paths, message, mends, term.printed.value,
        plain(term.printed.number.scaleb(power)),
    )  # fmt: skip


def _show(relation: Relation, there: Decimal) -> str:
    """What follows, with the decimals of what is stated, or with as many more as tell the two apart."""
    stated = relation.terms[0].printed
    if len(plain(there).partition(".")[2]) <= decimals_of(stated.value) + 2:
        return relation.show(Decimal(plain(there)))
    decimals = decimals_of(stated.value)
    while rounded(there, decimals) in (stated.number, 0) and decimals < decimals_of(stated.value) + 4:
        decimals += 1
    return relation.show(rounded(there, decimals))


def _short(number: Decimal, stated: str) -> str:
    """A computed number for a program to read: no more than two decimals beyond those of the stated one."""
    full, short = plain(number), plain(rounded(number, decimals_of(stated) + 2))
    return min(full, short, key=len)
