"""True worlds of trade: whole numbers by the month, so that every sum, growth, share and rank in them is exact."""

from __future__ import annotations

import calendar
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from briefing.dossier.figures import Period

PARTNERS = ("SE", "DE", "IT")
REST = "rest"
PRODUCTS = ("wheat", "copper", "other")
FIRST, YEARS = 2020, 4
#: First and last month of a time, counted from the first of the world.
Months = tuple[int, int]


@dataclass(frozen=True)
class World:
    """Flows by partner, measure, scope and month in whole units; `counts_again`: whether the total holds re-exports."""

    flows: dict[tuple[str, str, str], list[int]]
    counts_again: bool

    def level(self, partner: str, measure: str, scope: str, months: Months) -> int:
        """The truth; of the world, of "Germany and Italy", of goods and services, of the total and the balance too."""
        if measure == "total":
            parts = ("export", "import", "re_export") if self.counts_again else ("export", "import")
            return sum(self.level(partner, part, scope, months) for part in parts)
        if measure == "balance":
            return self.level(partner, "export", scope, months) - self.level(partner, "import", scope, months)
        first, last = months
        return sum(
            sum(self.flows[each, measure, part][first : last + 1])
            for each in _members(partner)
            for part in _parts(scope)
        )

    def growth(self, partner: str, measure: str, scope: str, months: Months, base: Months) -> Fraction | None:
        """How many times its base a level is; None where there is no saying."""
        now, before = (self.level(partner, measure, scope, each) for each in (months, base))
        return Fraction(now, before) if now > 0 and before > 0 else None


def make_world(dice: random.Random, *, calm: bool = False) -> World:
    flows = {}
    leap = 0.02 if calm else dice.choice((0.02, 0.2, 0.8))
    for partner in (*PARTNERS, REST):
        size = dice.uniform(3, 10)
        for measure in ("export", "import", "re_export", "fdi_inflow"):
            for scope in ("services", *(f"product:{name}" for name in PRODUCTS)):
                mine = size + dice.uniform(-2, 1)
                flows[partner, measure, scope] = list(_walk(dice, mine, leap, both_ways=measure == "fdi_inflow"))
    return World(flows, dice.random() < 0.3)


def _walk(dice: random.Random, size: float, leap: float, *, both_ways: bool) -> Iterator[int]:
    """One flow by the month. Some are nothing, and direct investment flows back at times."""
    level = 10**size
    nothing = dice.random() < 0.05
    for _ in range(12 * YEARS):
        level *= dice.lognormvariate(0, leap)
        number = int(level * dice.uniform(0.7, 1.3))
        yield 0 if nothing else -number if both_ways and dice.random() < 0.2 else number


def _members(partner: str) -> tuple[str, ...]:
    if partner == "world":
        return (*PARTNERS, REST)
    return ("DE", "IT") if partner == "Germany and Italy" else (partner,)


def _parts(scope: str) -> tuple[str, ...]:
    goods = tuple(f"product:{name}" for name in PRODUCTS)
    return {"goods": goods, "services": ("services",), "goods_and_services": (*goods, "services")}.get(scope, (scope,))


def period(months: Months) -> Period:
    """The period of some months, with its days."""
    first, last = months
    year, month = FIRST + last // 12, last % 12 + 1
    end = f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
    return Period(f"{FIRST + first // 12}-{first % 12 + 1:02}-01", end)


def year(number: int) -> Months:
    """The months of a year, counted from the first."""
    return 12 * number, 12 * number + 11


def like(months: Months, years: int = 1) -> Months:
    """The like months of some years before."""
    return months[0] - 12 * years, months[1] - 12 * years


def some_months(dice: random.Random, number: int) -> Months:
    """A part of a year, as it is reported: from January on, or a quarter, half or month."""
    start = 12 * number
    kind = dice.choice(("first", "quarter", "half", "month"))
    if kind == "first":
        return start, start + dice.randint(1, 10)
    if kind == "quarter":
        at = dice.randint(0, 3)
        return start + 3 * at, start + 3 * at + 2
    if kind == "half":
        at = dice.randint(0, 1)
        return start + 6 * at, start + 6 * at + 5
    at = dice.randint(0, 11)
    return start + at, start + at
