"""English growth: the verb phrase of a figure, "grew by 8.0%, from 700.5 million euros in 2023 to 756.7 million"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.compose.leaves import Leaf, Ledger
from briefing.compose.movement import Movement
from briefing.compose.phrases import english_figures as figures
from briefing.compose.scales import in_one_scale
from briefing.compose.statistics import OPEN_STATUSES, Statistic
from briefing.dossier.figures import Amount, Figure, Period, decimal
from briefing.dossier.paths import row
from briefing.frozen import frozen

#: By kind of movement: the past, and what follows "is to" where it is a target.
_VERBS = {
    "grew": ("grew", "grow"), "fell": ("fell", "fall"), "doubled": ("doubled", "double"),
    "tripled": ("tripled", "triple"), "quadrupled": ("quadrupled", "quadruple"), "halved": ("halved", "halve"),
}  # fmt: skip
_UP = frozenset({"grew", "doubled", "tripled", "quadrupled"})
_DOWN = frozenset({"fell", "halved"})


@frozen
class Manner:
    """How a verb phrase is written.

    `level` are the words before an amount that is not known to have moved; `elided` leaves out a verb that the
    sentence has already; `statuses` says after the amount whether it may change.
    """

    plural: bool = False
    level: str = "came to "
    elided: bool = False
    statuses: bool = False


def scaled_together(told: Sequence[Figure]) -> dict[str, Amount]:
    """The amounts of the figures of one sentence, by the paths of the figures and in one scale."""
    amounts = in_one_scale([figure.amount for figure in told])
    return {row("figures", figure.id): amount for figure, amount in zip(told, amounts, strict=True)}


class Phrase:
    """A phrase while it is written: its pieces, and the currency and base named so far, which are not named again."""

    def __init__(self, ledger: Ledger, amounts: Mapping[str, Amount]) -> None:
        self.ledger, self.unit, self.base = ledger, "", Period()
        self.pieces: list[Leaf] = []
        self._amounts = amounts

    def say(self, words: str, *paths: str) -> None:
        """Add words; a blank is never doubled."""
        if words[:1] == " " and self.text()[-1:] in ("", " "):
            words = words[1:]
        if words:
            self.pieces.append(Leaf(words, self.ledger, paths))

    def amount(self, figure: Figure) -> None:
        """The amount of a figure, its currency unless that was named last."""
        path = row("figures", figure.id)
        amount = self._amounts.get(path, figure.amount)
        unit = figures.unit_of(figure.measure, amount)
        self.say(figures.scaled(amount) if unit == self.unit else figures.words(amount), f"{path}.amount")
        if unit == figures.UNNAMED != self.unit:
            self.pieces += [Leaf(figures.NBSP, self.ledger), figures.currency_gap(self.ledger)]
        self.unit = unit

    def text(self) -> str:
        return "".join(piece.text() for piece in self.pieces)


def moved(phrase: Phrase, each: Statistic, manner: Manner) -> None:
    """Write what a figure did and came to: "grew to", "was unchanged from 2023, at", "came to"; nothing of nothing."""
    movement, known = each.movement, bool(each.figure.amount.value)
    if not known and not movement.kind:
        return
    if movement.kind == "unchanged":
        _unchanged(phrase, each, manner)
    elif movement.kind and _of_nothing(each):
        _from_or_to_zero(phrase, each, manner)
    elif movement.kind:
        phrase.say(verb(each, manner), f"{each.path}.change")
        if movement.by.unit not in ("", phrase.unit):
            phrase.unit = ""  # another currency has been named, so the amount's own is named again
        _way(phrase, each, manner)
    elif is_nothing(each) and not manner.elided:
        phrase.say("were " if manner.plural else "was ")
        _level(phrase, each, manner)
    else:
        _came(phrase, each, manner)
    _after(phrase, each)


def may_elide(first: Statistic, second: Statistic) -> bool:
    """Whether the second may do without its verb, as in "exports grew by 10% and imports by 5%"."""
    one, other = first.movement, second.movement
    unmoved = not one.kind and one.base is None and other.base is None
    if one.kind != other.kind or not (unmoved or one.kind in ("grew", "fell")):
        return False
    if any(each.figure.status == "target" or _of_nothing(each) or is_nothing(each) for each in (first, second)):
        return False
    return _form(first) == _form(second) and not size(second).startswith(" to ")


def _form(each: Statistic) -> tuple[bool, ...]:
    """In what the size of a movement is given, and whether the amount is known."""
    movement = each.movement
    return tuple(map(bool, (movement.percent, movement.times, movement.by.value, each.figure.amount.value)))


def joint(first: Statistic, second: Statistic, before: str) -> str:
    """What joins two clauses of one sentence: "while" where they go opposite ways."""
    ways = {each.movement.kind for each in (first, second)}
    if ways & _UP and ways & _DOWN:
        return ", while "
    return ", and " if ", " in before else " and "


def verb(each: Statistic, manner: Manner) -> str:
    """What it did and by how much: "grew by 8.0%", "more than doubled (+118.0%)", "is to fall"."""
    movement = each.movement
    if manner.elided:
        return size(each).removeprefix(" ")
    target = each.figure.status == "target"
    word = _VERBS[movement.kind][target]
    if movement.kind not in ("grew", "fell"):
        word = f"{_qualifier(movement)}{word}"
    return f"{_be_to(manner) if target else ''}{word}{size(each)}"


def _be_to(manner: Manner) -> str:
    return "are to " if manner.plural else "is to "


def size(each: Statistic) -> str:
    """By how much, with a blank before it, or nothing."""
    movement = each.movement
    number = f"{_qualifier(movement)}{figures.number(movement.percent or movement.times)}"
    if movement.percent and movement.kind in ("grew", "fell"):
        return f" by {number}%"
    if movement.percent:
        return f" ({'−' if movement.kind in _DOWN else '+'}{figures.number(movement.percent)}%)"
    if movement.times_mean == "increase":
        return f" by {number} times the earlier amount"
    if movement.times and movement.kind == "fell" and (decimal(movement.times) or 1) < 1:
        return f" to {number} times the earlier amount"
    if movement.times:
        return f" by a factor of {number}" if movement.times_mean == "level" else f" {number} times"
    if movement.by.value:
        same = movement.by.unit in ("", each.figure.amount.unit) and bool(each.figure.amount.value)
        return f" by {figures.scaled(movement.by) if same else figures.words(movement.by)}"
    return ""


def _qualifier(movement: Movement) -> str:
    return figures.QUALIFIERS.get(movement.qualifier, "")


def _way(phrase: Phrase, each: Statistic, manner: Manner) -> None:
    """From where and to where, or compared with when."""
    known = bool(each.figure.amount.value)
    if each.movement.base is not None and each.tells_base:
        phrase.say(", from " if size(each) else " from ")
        phrase.amount(each.movement.base)
        _in_base(phrase, each)
        phrase.say(" to ")
    elif name := _new_base(phrase, each):
        phrase.say(" compared with ")
        phrase.say(name, *_base_path(each))
        phrase.say(", to " if known else "")
    elif known:
        phrase.say(", to " if size(each).startswith(" to ") else " to ")
    _level(phrase, each, manner)


def _came(phrase: Phrase, each: Statistic, manner: Manner) -> None:
    """Only what it came to; where it cannot be told from its base, both, and nothing is claimed."""
    target = each.figure.status == "target"
    phrase.say(f"{_be_to(manner)}reach " if target else "to " if manner.elided else manner.level)
    _level(phrase, each, manner)
    if each.movement.base is not None and each.tells_base:
        phrase.say(", compared with ")
        phrase.amount(each.movement.base)
        _in_base(phrase, each)


def _unchanged(phrase: Phrase, each: Statistic, manner: Manner) -> None:
    be = f"{_be_to(manner)}be" if each.figure.status == "target" else "were" if manner.plural else "was"
    percent = each.movement.percent
    if decimal(percent):
        change = f"{'−' if percent.startswith('-') else '+'}{figures.number(percent.lstrip('+-'))}"
        phrase.say(f"{be} almost unchanged ({change}%)", f"{each.path}.change")
    else:
        phrase.say(f"{be} unchanged", f"{each.path}.change")
    if name := _new_base(phrase, each):
        phrase.say(" from ")
        phrase.say(name, *_base_path(each))
    if each.figure.amount.value:
        phrase.say(", at ")
        _level(phrase, each, manner)


def _from_or_to_zero(phrase: Phrase, each: Statistic, manner: Manner) -> None:
    """A percentage of nothing is none: "rose from zero in 2021 to 3.1 million", "fell to zero"."""
    rose = each.movement.kind in _UP
    phrase.say("rose" if rose else "fell", f"{each.path}.change")
    base = each.movement.base
    if base is not None and (each.tells_base or rose):
        phrase.say(" from ")
        _known(phrase, base)
        _in_base(phrase, each)
    phrase.say(" to ")
    _level(phrase, each, manner)


def _level(phrase: Phrase, each: Statistic, manner: Manner) -> None:
    if not each.figure.amount.value:
        return
    phrase.say("a record " if each.movement.record else "", f"{each.path}.change")
    _known(phrase, each.figure)
    status = each.figure.status
    if manner.statuses and status in OPEN_STATUSES - {"target"}:
        phrase.say(" (")
        phrase.say(status, f"{each.path}.status")
        phrase.say(")")


def _known(phrase: Phrase, figure: Figure) -> None:
    """An amount; nothing has no scale and no currency."""
    if _is_zero(figure):
        phrase.say("zero", f"{row('figures', figure.id)}.amount")
    else:
        phrase.amount(figure)


def _is_zero(figure: Figure) -> bool:
    return figure.amount.number == 0 and figure.amount.qualifier in ("", "exact")


def is_nothing(each: Statistic) -> bool:
    """Whether it was zero, of which nothing else is known."""
    plain = not each.movement.kind and each.movement.base is None
    return plain and _is_zero(each.figure) and each.figure.status != "target"


def _of_nothing(each: Statistic) -> bool:
    """Whether it moved from or to nothing, and that is all that was said of it."""
    base = each.movement.base
    if each.figure.status == "target" or base is None or each.movement.kind not in ("grew", "fell") or size(each):
        return False
    return _is_zero(each.figure) or _is_zero(base)


def _new_base(phrase: Phrase, each: Statistic) -> str:
    """The base as a noun, unless the sentence has named it already."""
    if each.movement.since == phrase.base:
        return ""
    phrase.base = each.movement.since
    return figures.base_noun(each.figure.period, each.movement.since)


def _in_base(phrase: Phrase, each: Statistic) -> None:
    if _new_base(phrase, each):
        phrase.say(" ")
        phrase.say(figures.in_base(each.figure.period, each.movement.since), *_base_path(each))


def _base_path(each: Statistic) -> tuple[str, ...]:
    base = each.movement.base
    return (f"{each.path}.change",) if base is None else (f"{row('figures', base.id)}.period",)


def _after(phrase: Phrase, each: Statistic) -> None:
    """That it is more than the whole year before."""
    if each.movement.exceeds != Period():
        phrase.say(f", already more than in the whole of {each.movement.exceeds.start[:4]}", f"{each.path}.change")
