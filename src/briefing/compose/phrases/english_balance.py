"""English balance: surplus and deficit, as they were typed or as exports and imports give them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from briefing.compose.leaves import Fragments, Leaf, Ledger
from briefing.compose.levels import reach
from briefing.compose.percents import close_or_about
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_growth import Manner, Phrase, scaled_together, verb
from briefing.compose.phrases.english_words import capital
from briefing.compose.statistics import Statistic, statistics
from briefing.compose.trade import TradeLine
from briefing.compose.views import View
from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import SCALES, Amount, Figure
from briefing.dossier.intervals import Interval, decimals_of, exact_value, in_scale, total_of
from briefing.dossier.paths import row
from briefing.frozen import frozen

SURPLUS, DEFICIT = "surplus", "deficit"


@frozen
class Balance:
    """A balance that exports and imports give: which way it goes, and how much where rounding leaves that known."""

    word: str
    amount: Amount
    paths: tuple[str, ...]


def balance(line: TradeLine) -> Any:
    """The balance as a sentence, "Velmora had a trade surplus of 154 million euros."; nothing where one was typed."""
    pair = [line.statistics[name] for name in ("export", "import") if name in line.statistics]
    found = balance_of(*(each.figure for each in pair)) if len(pair) == 2 else None
    if found is None or _typed(line):
        return Fragments(())
    ledger, reporter = line.ledger, line["any"].look("reporter")
    out: list[Any] = [capital(reporter), Leaf(f" had a trade {found.word}", ledger)]
    out += _of(line, found, " of ", "")
    before = [each.like for each in pair if each.like is not None]
    earlier = balance_of(*before) if len(before) == 2 else None
    if earlier is not None:
        same, unit = earlier.word == found.word, found.amount.unit if found.amount.value else ""
        out.append(Leaf(", after one" if same else f", after a {earlier.word}", ledger))
        out += _of(line, earlier, " of ", unit)
        when = figures.in_base(line.first.period, before[0].period)
        out.append(Leaf(f" {when}", ledger, (f"{row('figures', before[0].id)}.period",)))
    return Fragments([*out, Leaf(".", ledger)])


def _of(line: TradeLine, found: Balance, words: str, unit: str) -> list[Leaf]:
    if not found.amount.value:
        return []
    text = figures.scaled(found.amount) if found.amount.unit == unit else figures.words(found.amount)
    return [Leaf(words, line.ledger), Leaf(text, line.ledger, found.paths)]


def _typed(line: TradeLine) -> bool:
    """Whether the balance of the same trade stands among the other figures, which say it as it was typed."""
    first = line.first
    return any(
        each.figure.measure == "balance"
        and each.figure.period == first.period
        and (each.figure.reporter, each.figure.partner, each.figure.scope)
        == (first.reporter, first.partner, first.scope)
        for each in statistics(line.scope).single.values()
    )


def balance_of(export: Figure, imports: Figure) -> Balance | None:
    """What is certain of exports less imports; None where not even its sign is, or one of them is a target."""
    sold, bought = reach(export.amount), reach(imports.amount)
    apart = export.amount.unit != imports.amount.unit or "target" in (export.status, imports.status)
    if sold is None or bought is None or apart:
        return None
    reached = sold - bought
    if reached.low <= 0 <= reached.high:
        return None
    size = reached if reached.low > 0 else -reached
    paths = tuple(f"{row('figures', each.id)}.amount" for each in (export, imports))
    return Balance(SURPLUS if reached.low > 0 else DEFICIT, _amount(size, export, imports), paths)


def _amount(size: Interval, export: Figure, imports: Figure) -> Amount:
    """The size in the scale of the larger of the two, or a finer one, with as many decimals as they have."""
    amounts = [each for each in scaled_together((export, imports)).values() if each.scale in POWERS]
    values = [value for each in (export, imports) if (value := exact_value(each.amount)) is not None]
    middle = abs(total_of([values[0], -values[1]]))
    power = max((POWERS[each.scale] for each in amounts), default=0)
    while power and abs(in_scale(middle, SCALES[power // 3])) < 1:
        power -= 3
    scale = SCALES[power // 3]
    most = max((decimals_of(each.value) for each in amounts if POWERS[each.scale] == power), default=0)
    found = close_or_about(
        Interval(in_scale(size.low, scale), in_scale(size.high, scale)), in_scale(middle, scale), most
    )
    if not found.text or found.qualifier == "less_than":
        return Amount(unit=export.amount.unit)
    return Amount(found.text, scale if power else "unit", export.amount.unit, found.qualifier)


def stated_balance(ledger: Ledger, view: View, each: Statistic) -> Phrase:
    """A balance that was typed, its sign as a word: "the trade deficit of … with … grew from … in 2022 to …"."""
    base, value = each.movement.base, exact_value(each.figure.amount)
    before = exact_value(base.amount) if base is not None else None
    phrase = Phrase(ledger, _sizes(each))
    same = bool(value and before) and (value or 0) * (before or 0) > 0
    goes_on = base is not None and same and not each.movement.kind
    phrase.say(f"the trade {_word(value) if goes_on else 'balance'} of ")
    phrase.pieces += [view.look("reporter"), Leaf(" with ", ledger), view.look("partner")]
    if each.movement.kind:
        _as_typed(phrase, each, value)
    elif base is None or not value or not before:
        phrase.say(" was ")
        _worded(phrase, each.figure, value)
    elif goes_on:
        _went_on(phrase, each, base, abs(value), abs(before))
    else:
        phrase.say(" turned from ", f"{each.path}.change")
        _worded(phrase, base, before)
        _in_base(phrase, each, base)
        phrase.say(" into ")
        _worded(phrase, each.figure, value)
    return phrase


def _as_typed(phrase: Phrase, each: Statistic, value: Decimal | None) -> None:
    """Growth of a balance is said of the balance as it was typed: what grows where it is below nothing is not known."""
    unchanged = each.movement.kind == "unchanged"
    phrase.say(f" {'was unchanged' if unchanged else verb(each, Manner())}", f"{each.path}.change")
    if name := figures.base_noun(each.figure.period, each.movement.since):
        phrase.say(" from " if unchanged else " compared with ")
        phrase.say(name, f"{each.path}.change")
    phrase.say(", at " if unchanged else ", to ")
    _worded(phrase, each.figure, value)


def _went_on(phrase: Phrase, each: Statistic, base: Figure, size: Decimal, before: Decimal) -> None:
    if size == before:
        phrase.say(" was unchanged", f"{each.path}.change")
        phrase.say(" from ")
        phrase.say(figures.base_noun(each.figure.period, base.period), f"{row('figures', base.id)}.period")
        phrase.say(", at ")
    else:
        phrase.say(" grew" if size > before else " fell", f"{each.path}.change")
        phrase.say(" from ")
        phrase.amount(base)
        _in_base(phrase, each, base)
        phrase.say(" to ")
    phrase.amount(each.figure)


def _worded(phrase: Phrase, figure: Figure, value: Decimal | None) -> None:
    """The amount with its sign in words: "a deficit of 270.9 million US dollars"; as typed where it is no number."""
    if value == 0:
        phrase.say("zero", f"{row('figures', figure.id)}.amount")
        return
    phrase.say(f"a {_word(value)} of " if value is not None else "")
    phrase.amount(figure)


def _word(value: Decimal | None) -> str:
    return SURPLUS if value is not None and value > 0 else DEFICIT


def _in_base(phrase: Phrase, each: Statistic, base: Figure) -> None:
    phrase.say(" ")
    phrase.say(figures.in_base(each.figure.period, base.period), f"{row('figures', base.id)}.period")


def _sizes(each: Statistic) -> dict[str, Amount]:
    """The amounts without their signs, which are words in the sentence."""
    told = [each.figure, *([each.movement.base] if each.movement.base is not None else [])]
    amounts = scaled_together(told)
    return {path: replace(amount, value=amount.value.removeprefix("-")) for path, amount in amounts.items()}
