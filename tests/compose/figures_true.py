"""What is true of figures, worked out anew with fractions: against this the sentences are held."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.compose.sentence_reader import SCALES, Fact, Level

WORDS = {"doubled": Fraction(2), "tripled": Fraction(3), "halved": Fraction(1, 2)}
INFINITE = Fraction(10**60)
Reach = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Given:
    """One figure as it stands in a dossier; `period` is ``first/last``."""

    measure: str
    period: str
    value: str
    scale: str = "million"
    unit: str = "USD"
    qualifier: str = ""
    status: str = ""
    change: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> tuple[str, str]:
        return self.measure, self.period

    @property
    def exact(self) -> Fraction:
        return Fraction(self.value) * self._power

    @property
    def _power(self) -> int:
        return int(10 ** SCALES[self.scale.replace("unit", "")])

    @property
    def reach(self) -> Reach:
        """All that the printed number can stand for, never below nothing."""
        number = Fraction(self.value)
        half = Fraction(1, 2 * 10 ** len(self.value.partition(".")[2]))
        if not self.unit and self.scale == "unit" and not self.qualifier and "." not in self.value:
            half = Fraction()
        low, high = number - half, number + half
        if self.qualifier in ("more_than", "at_least"):
            high = INFINITE
        elif self.qualifier in ("less_than", "at_most"):
            low = Fraction()
        elif self.qualifier in ("about", "nearly"):
            low -= number / 10
            high += number / 10 if self.qualifier == "about" else 0
        return max(low, Fraction()) * self._power, high * self._power

    def as_file(self) -> dict[str, Any]:
        start, _, end = self.period.partition("/")
        amount = {"value": self.value, "scale": self.scale, "unit": self.unit, "qualifier": self.qualifier}
        return {
            "measure": self.measure,
            "period": {"start": start, "end": end},
            "amount": amount if self.value else {},
            "change": self.change,
            "status": self.status,
        }


def a_year_before(period: str) -> str:
    start, _, end = period.partition("/")
    before = [f"{int(each[:4]) - 1}{each[4:]}" if each else "" for each in (start, end)]
    return "/".join(before).replace("02-29", "02-28")


def same_level(level: Level, given: Given) -> bool:
    """Whether a level states the very number, unit and qualifier; of nothing no unit is named."""
    number = Fraction(level.value) == given.exact and level.qualifier == given.qualifier.replace("_", " ")
    return number and (level.unit == given.unit or level.value == 0)


def typed(given: Given) -> tuple[str, tuple[str, Fraction, str] | None]:
    """Direction and size of what was typed of growth; the strategies type nothing that contradicts itself."""
    change = given.change
    qualifier = change.get("qualifier", "").replace("_", " ")
    way = {"grew": "up", "fell": "down", "unchanged": "flat"}.get(change.get("direction", ""), "")
    if "percent" in change:
        number = Fraction(change["percent"])
        way = way or ("up" if number > 0 else "down" if number < 0 else "flat")
        return way, ("percent", abs(number), qualifier) if number else None
    if "factor" in change:
        kind = {"level": "factor", "increase": "increase", "unclear": "times"}[change["factor_means"]]
        return way or ("up" if Fraction(change["factor"]) > 1 or kind == "increase" else "down"), (
            kind, Fraction(change["factor"]), qualifier,
        )  # fmt: skip
    if "absolute" in change:
        amount = change["absolute"]
        return way or "up", ("amount", Fraction(amount["value"]) * 10 ** SCALES[amount["scale"]], qualifier)
    if change.get("claim") in WORDS:
        return "down" if change["claim"] == "halved" else "up", ("factor", WORDS[change["claim"]], qualifier)
    return way, None


def stated(fact: Fact) -> tuple[str, tuple[str, Fraction, str] | None]:
    return fact.way, (fact.size[0], Fraction(fact.size[1]), fact.size[2]) if fact.size else None


def certain_way(level: Given, base: Given) -> str:
    """The direction that no rounding can undo; flat where the printed numbers are the same."""
    if level.unit != base.unit:
        return ""
    if level.exact == base.exact:
        return "flat" if not (level.qualifier or base.qualifier) else ""
    one, other = level.reach, base.reach
    return "up" if one[0] > other[1] else "down" if one[1] < other[0] else ""


def holds(size: tuple[str, Decimal, str], way: str, level: Given, base: Given) -> bool:
    """Whether a size that is stated of two levels is true of what they can stand for."""
    kind, number, qualifier = size
    low, high = level.reach[0] / base.reach[1], level.reach[1] / base.reach[0] if base.reach[0] else INFINITE
    if kind == "percent":
        low, high = ((low - 1) * 100, (high - 1) * 100) if way == "up" else ((1 - high) * 100, (1 - low) * 100)
    said = Fraction(number)
    if kind == "factor" and qualifier == "more than" and way == "down":
        return high < said
    if qualifier == "more than":
        return low > said
    if qualifier == "less than":
        return high < said
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Fraction(10) ** exponent / 2 if kind == "percent" else Fraction(1, 100)
    room = said / 10 if qualifier == "about" else 0
    if qualifier == "about":
        return said - half - room <= low and high <= said + half + room
    return low <= said + half and said - half <= high
