"""English single figures, those beside the trade table, as sentences: investment, balance, companies, and the rest."""

from __future__ import annotations

import re
from typing import Any

from briefing.compose.leaves import Fragments, Leaf, Ledger
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_balance import stated_balance
from briefing.compose.phrases.english_growth import Manner, Phrase, is_nothing, moved, scaled_together, size, verb
from briefing.compose.phrases.english_words import capital, count, reworded
from briefing.compose.statistics import OPEN_STATUSES, Statistic
from briefing.compose.trade import INVESTED, statistic_of
from briefing.compose.views import View
from briefing.dossier.figures import Amount, Period
from briefing.dossier.paths import row

#: What money figures are of: pieces of a phrase, where a name in braces stands for the country.
_SUBJECTS = {
    "fdi_inflow": "direct investment from {partner} in {reporter}",
    "fdi_cumulative": "direct investment from {partner} in {reporter}",
    "investment": "investment from {partner} in {reporter}",
    "fdi_stock": "the stock of direct investment from {partner} in {reporter}",
    "fdi_outward_stock": "the stock of direct investment from {reporter} in {partner}",
    "re_export": "re-exports from {reporter} to {partner}",
}
_STOCKS = frozenset({"fdi_stock", "fdi_outward_stock"})
#: Numbers below this are compared by themselves, not by percentages.
_FEW = 100
_PLURAL = frozenset({"re_export"})
#: Companies, one and more of them, before the country that they come from.
_COMPANIES = {
    "companies": ("company with capital from", "companies with capital from"),
    "joint_ventures": ("joint venture with", "joint ventures with"),
}


def stated(single: list[View]) -> Any:
    """Single figures as sentences. One that only serves as the base of another has none of its own."""
    if not single:
        return Fragments(())
    told = [(view, each) for view in single if (each := statistic_of(view)) is not None]
    made_from = (*single, *(each for _, each in told))
    return single[0].scope.kept(("stated", single[0].row_id), made_from, lambda: _stated(single[0].ledger, told))


def _stated(ledger: Ledger, told: list[tuple[View, Statistic]]) -> Fragments:
    out: list[Any] = []
    unit, last = "", ""
    for view, each in told:
        subject = _investment(each)
        if subject and subject == last:
            phrase = _and_to(view, each, unit)
        else:
            phrase = _sentence(view, each)
            out += [Leaf(". ", ledger)] if out else []
            phrase.pieces[0] = capital(phrase.pieces[0])
        out += phrase.pieces
        unit, last = phrase.unit, subject
    return Fragments((*out, Leaf(".", ledger))) if out else Fragments(())


def _investment(each: Statistic) -> str:
    """What a sentence on investment is about, so that the next one may go on; other figures share no sentence."""
    figure = each.figure
    plain = figure.measure in INVESTED and _is_plain(each) and not is_nothing(each)
    return f"{figure.reporter}|{figure.partner}" if plain and figure.status != "target" else ""


def _sentence(view: View, each: Statistic) -> Phrase:
    """One figure's sentence without its full stop, beginning with a small letter."""
    measure, known = each.figure.measure, bool(each.figure.amount.value or each.movement.kind)
    if measure == "balance" and each.figure.amount.value:
        return _in_time(view, each, stated_balance(view.ledger, view, each))
    phrase = Phrase(view.ledger, _amounts(each))
    if measure in _COMPANIES and each.figure.amount.value:
        _companies(phrase, view, each)
    elif measure in _SUBJECTS or (measure in _COMPANIES and known):
        _money(phrase, view, each)
        return phrase if _is_plain(each) else _in_time(view, each, phrase)
    else:
        _named(phrase, view, each)
    return phrase


def _and_to(view: View, each: Statistic, unit: str) -> Phrase:
    """Another amount of the same, in the sentence that was begun."""
    phrase = Phrase(view.ledger, _amounts(each))
    phrase.unit = unit
    phrase.pieces.append(Leaf(" and ", view.ledger))
    _amount_when(phrase, view, each, Manner(elided=True, statuses=True))
    return phrase


def _amounts(each: Statistic) -> dict[str, Amount]:
    base = each.movement.base
    return scaled_together([each.figure, *([base] if base is not None and each.tells_base else [])])


def _in_time(view: View, each: Statistic, phrase: Phrase) -> Phrase:
    """The same with its period before it: "in 2022, direct investment from … grew by …"; a stock grew by a day."""
    when = figures.in_period(view)
    if when and each.figure.measure in _STOCKS:
        when = reworded(when, when.text().replace("on ", "by ", 1))
    if when:
        phrase.pieces[:0] = [when, Leaf(", ", view.ledger)]
    return phrase


def _is_plain(each: Statistic) -> bool:
    """Whether nothing is said but what it came to; then the period stands at the end."""
    movement = each.movement
    return not movement.kind and movement.base is None and movement.exceeds == Period()


def _money(phrase: Phrase, view: View, each: Statistic) -> None:
    measure = each.figure.measure
    words = _SUBJECTS.get(measure) or f"the number of {_COMPANIES[measure][1]} {{partner}} in {{reporter}}"
    for part in re.split(r"{(\w+)}", words):
        if part in ("partner", "reporter"):
            phrase.pieces.append(view.look(part))
        else:
            phrase.say(part)
    phrase.pieces.append(Leaf(" ", phrase.ledger))
    goes_on = each.figure.period.start and not each.figure.period.end
    level = "stood at " if measure in _STOCKS else "has come to " if goes_on else "came to "
    manner = Manner(plural=measure in _PLURAL, level=level, statuses=True)
    if _is_plain(each):
        _amount_when(phrase, view, each, manner)
    else:
        moved(phrase, each, manner)


def _amount_when(phrase: Phrase, view: View, each: Statistic, manner: Manner) -> None:
    """What it came to and when: "came to 38.4 million euros in 2024"; a gap where the amount is still empty."""
    if each.figure.amount.value:
        moved(phrase, each, manner)
    else:
        phrase.pieces += [Leaf("to " if manner.elided else manner.level, phrase.ledger), figures.amount(view)]
    if when := figures.in_period(view):
        phrase.pieces += [Leaf(" ", phrase.ledger), when]


def _companies(phrase: Phrase, view: View, each: Statistic) -> None:
    """How many there are: "as of 1 April 2025, 27 companies with capital from Kestria were registered in Velmora"."""
    single = each.figure.amount.value == "1"
    number, when = _count(view, each), figures.in_period(view)
    partner, reporter = view.look("partner"), view.look("reporter")
    many = [number, Leaf(f" {_COMPANIES[each.figure.measure][not single]} ", phrase.ledger), partner]
    at_date = each.figure.period.start == each.figure.period.end
    be = ("was" if single else "were") if when else ("is" if single else "are")
    if each.figure.status == "target":
        be = "is to be" if single else "are to be"
    if when and not at_date:
        phrase.pieces.append(when)
        phrase.say(f", there {be} ")
        phrase.pieces += [*many, Leaf(" in ", phrase.ledger), reporter]
    elif when or not number.text()[:1].isdecimal():
        if when:
            phrase.pieces.append(reworded(when, f"as of {when.text().removeprefix('on ')}"))
            phrase.say(", ")
        phrase.pieces += [*many, Leaf(f" {be} registered in ", phrase.ledger), reporter]
    else:
        # A sentence does not begin with a numeral: Office for National Statistics, style guide.
        phrase.say("in ")
        phrase.pieces += [reporter, Leaf(", ", phrase.ledger), *many, Leaf(f" {be} registered", phrase.ledger)]
    _aside(phrase, each)


def _count(view: View, each: Statistic) -> Leaf:
    """How many there are, a small number in words."""
    amount, printed = each.figure.amount, figures.amount(view)
    bare = amount.scale in ("", "unit") and amount.qualifier in ("", "exact") and amount.value.isdecimal()
    return reworded(printed, count(int(amount.value))) if bare and len(amount.value) < 3 else printed


def _named(phrase: Phrase, view: View, each: Statistic) -> None:
    """A measure that no sentence is known for: "persons: 412 in 2024, up by 12.0% from 368 in 2023"."""
    measure, known = each.figure.measure, bool(each.figure.amount.value)
    name = measure.removeprefix("other:").replace("_", " ")
    phrase.pieces.append(Leaf(name, phrase.ledger, (f"{each.path}.measure",), label="Measure"))
    when = figures.in_period(view)
    if not known and each.movement.kind:
        phrase.pieces += [Leaf(" ", phrase.ledger), when] if when else []
        _aside(phrase, each, ": ")
        return
    phrase.say(": ")
    if known:
        phrase.amount(each.figure)
    else:
        phrase.pieces.append(figures.amount(view))
    phrase.pieces += [Leaf(" ", phrase.ledger), when] if when else []
    _aside(phrase, each)


def _is_small(each: Statistic) -> bool:
    """Whether it is counted from so few that a computed percentage would tell less than the two numbers."""
    base = each.movement.base
    number = base.amount.number if base is not None and base.amount.scale in ("", "unit") else None
    return each.movement.counted and number is not None and number < _FEW


def _aside(phrase: Phrase, each: Statistic, before: str = ", ") -> None:
    """Status and growth behind an amount: " (provisional), up by 12.0% from 368 in 2023"."""
    movement, base = each.movement, each.movement.base
    if each.figure.status in OPEN_STATUSES:
        phrase.say(" (")
        phrase.say(each.figure.status, f"{each.path}.status")
        phrase.say(")")
    words = {"": "", "grew": "up", "fell": "down", "unchanged": "unchanged"}.get(movement.kind)
    if words is None:
        target = each.figure.status == "target"
        words = verb(each, Manner()).removeprefix("is ") if target else f"having {verb(each, Manner())}"
    elif words in ("up", "down") and not _is_small(each):
        words += size(each)
    if words:
        phrase.say(before)
        phrase.say(words, f"{each.path}.change")
    name = figures.base_noun(each.figure.period, movement.since)
    if base is not None and each.tells_base and movement.kind != "unchanged":
        phrase.say(" from " if words else ", compared with ")
        phrase.amount(base)
        phrase.say(" ")
        phrase.say(figures.in_base(each.figure.period, movement.since), f"{row('figures', base.id)}.period")
    elif words and name:
        phrase.say(" from " if movement.kind == "unchanged" else " compared with ")
        phrase.say(name, f"{each.path}.change" if base is None else f"{row('figures', base.id)}.period")
    if movement.record:
        phrase.say(", a record", f"{each.path}.change")
