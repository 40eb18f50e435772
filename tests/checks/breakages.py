"""Situations in which figures must fit each other, with an arithmetic of their own that says whether they can.

Each is made true from a world. Then one of its numbers is printed otherwise, so that no rounding can explain it: the
arithmetic here is of fractions, and shares nothing with that of the checks.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.checks.ranges import Fits, Range, adds_up, bases_fit, grows, is_share, is_times, meet
from tests.checks.worlds import Months, World, like, period, some_months, year

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import SCALES, Amount, Change, Figure, Share, Span


@dataclass(frozen=True)
class Number:
    """A number of a situation: where it is printed, and what it can stand for."""

    figure: int
    text: str
    scale: str = "unit"
    field: str = "amount"

    @property
    def range(self) -> Range:
        value, half = Fraction(self.text), Fraction(1, 2 * 10 ** len(self.text.partition(".")[2]))
        size = 10 ** POWERS[self.scale]
        return (value - half) * size, (value + half) * size


@dataclass(frozen=True)
class Situation:
    """Figures without their numbers, these numbers, and whether they fit."""

    name: str
    figures: tuple[Figure, ...]
    numbers: tuple[Number, ...]
    fits: Fits

    @property
    def holds(self) -> bool:
        return self.fits([number.range for number in self.numbers])

    def printed(self) -> tuple[Figure, ...]:
        """The figures with their numbers."""
        made = list(self.figures)
        for number in self.numbers:
            made[number.figure] = _put(made[number.figure], number)
        return tuple(made)


def _put(figure: Figure, number: Number) -> Figure:
    if number.field == "amount":
        return replace(figure, amount=Amount(number.text, number.scale, "USD"))
    if number.field == "share":
        return replace(figure, share=replace(figure.share, percent=number.text))
    if number.field == "absolute":
        size = Amount(number.text.lstrip("-"), number.scale, "USD")
        way = "fell" if number.text.startswith("-") else "grew"
        return replace(figure, change=replace(figure.change, absolute=size, direction=way))
    change = replace(figure.change, **{number.field: number.text})  # type: ignore[arg-type]
    return replace(figure, change=change)


def broken(situation: Situation, dice: random.Random) -> tuple[Situation, int] | None:
    """A situation with one of its numbers so far off that no rounding explains it, and the figure it is of."""
    for _ in range(20):
        at = dice.randrange(len(situation.numbers))
        old = situation.numbers[at]
        new = replace(old, text=_mistyped(old.text, dice))
        made = replace(situation, numbers=(*situation.numbers[:at], new, *situation.numbers[at + 1 :]))
        if not made.holds:
            return made, old.figure
    return None


def _mistyped(text: str, dice: random.Random) -> str:
    """The number with digits swapped, another digit, one left out, or a little more or less."""
    digits = [at for at, sign in enumerate(text) if sign.isdigit()]
    kind = dice.choice(("swap", "digit", "lost", "near", "times"))
    if kind == "swap" and len(digits) > 1:
        at = dice.randrange(len(digits) - 1)
        one, other = digits[at], digits[at + 1]
        marks = list(text)
        marks[one], marks[other] = marks[other], marks[one]
        return "".join(marks)
    if kind == "digit":
        at = dice.choice(digits)
        return f"{text[:at]}{dice.randint(0, 9)}{text[at + 1 :]}"
    if kind == "lost" and len(text.partition(".")[0].lstrip("-")) > 1:
        at = digits[0]
        return text[:at] + text[at + 1 :]
    last = Decimal(1).scaleb(-len(text.partition(".")[2]))
    if kind == "near":
        return f"{Decimal(text) + dice.choice((-3, -2, 2, 3, 7, 20)) * last:f}"
    return f"{(Decimal(text) * Decimal(dice.choice(('0.5', '1.1', '1.5', '2', '10')))).quantize(last):f}"


@dataclass
class Maker:
    """Makes situations of one world."""

    dice: random.Random
    world: World

    def level(self, at: int, figure: Figure, months: Months, scope: str = "goods") -> Number | None:
        truth = self.world.level(figure.partner, figure.measure, scope, months)
        return self.number(at, Fraction(truth), money=True)

    def number(self, at: int, truth: Fraction, *, money: bool = False, field: str = "amount") -> Number | None:
        scale = self.dice.choice(SCALES[: max(1, len(str(abs(int(truth)))) // 3 + 1)]) if money else "unit"
        last = Decimal(1).scaleb(-self.dice.randint(0, 2))
        there = truth / 10 ** POWERS[scale]
        value = (Decimal(there.numerator) / Decimal(there.denominator)).quantize(last, ROUND_HALF_UP)
        return Number(at, f"{value:f}", scale, field) if value or not truth else None

    def figure(self, at: int, measure: str, months: Months, partner: str = "SE", scope: str = "goods") -> Figure:
        return Figure(f"b{at}", measure, scope, "KZ", partner, period(months))

    def months(self) -> Months:
        return year(2) if self.dice.random() < 0.5 else some_months(self.dice, 2)

    def situation(
        self, name: str, figures: Sequence[Figure], numbers: Sequence[Number | None], fits: Fits
    ) -> Situation | None:
        found = [number for number in numbers if number is not None]
        made = Situation(name, tuple(figures), tuple(found), fits)
        return made if len(found) == len(numbers) and made.holds else None

    def added(self, name: str, figures: Sequence[Figure], *signs: int) -> Situation | None:
        numbers = [self.level(at, figure, _months_of(figure), figure.scope) for at, figure in enumerate(figures)]
        return self.situation(name, figures, numbers, adds_up(*signs))

    def total(self) -> Situation | None:
        months = self.months()
        return self.added(
            "total", [self.figure(at, of, months) for at, of in enumerate(("total", "export", "import"))], 1, 1
        )

    def balance(self) -> Situation | None:
        months = self.months()
        measures = self.dice.choice((("balance", "export", "import"), ("balance", "export", "total")))
        figures = [self.figure(at, of, months) for at, of in enumerate(measures)]
        numbers = [self.level(at, figure, months) for at, figure in enumerate(figures)]
        signs = (1, -1) if measures[2] == "import" else (1, 1, -1)
        at = (1, 2) if measures[2] == "import" else (1, 1, 2)  # twice the export less the total
        return self.situation(
            "balance", figures, numbers, lambda ranges: adds_up(*signs)([ranges[0], *(ranges[each] for each in at)])
        )

    def scopes(self) -> Situation | None:
        months = self.months()
        scopes = ("goods_and_services", "goods", "services")
        return self.added("scopes", [self.figure(at, "export", months, scope=of) for at, of in enumerate(scopes)], 1, 1)

    def partners(self) -> Situation | None:
        months = self.months()
        partners = ("Germany and Italy", "DE", "IT")
        return self.added("partners", [self.figure(at, "import", months, of) for at, of in enumerate(partners)], 1, 1)

    def times(self) -> Situation | None:
        count = self.dice.choice((2, 4, 12))
        parts = [(24 + 12 // count * at, 24 + 12 // count * (at + 1) - 1) for at in range(count)]
        figures = [self.figure(at, "export", months) for at, months in enumerate((year(2), *parts))]
        return self.added("times", figures, *[1] * count)

    def growth(self) -> Situation | None:
        months, kind = self.months(), self.dice.choice(("percent", "factor", "absolute"))
        base = like(months)
        named = Span(period(base).start, period(base).end) if self.dice.random() < 0.5 else Span()
        figures = [self.figure(0, "export", months), self.figure(1, "export", base)]
        figures[0] = replace(figures[0], change=Change(factor_means="level" if kind == "factor" else "", base=named))
        levels = [
            self.level(at, figure, each) for at, (figure, each) in enumerate(zip(figures, (months, base), strict=True))
        ]
        times = self.world.growth("SE", "export", "goods", months, base)
        if times is None:
            return None
        if kind == "percent":
            return self.situation(kind, figures, [self.number(0, (times - 1) * 100, field=kind), *levels], grows)
        if kind == "factor":
            return self.situation(kind, figures, [self.number(0, times, field=kind), *levels], is_times)
        gap = self.world.level("SE", "export", "goods", months) - self.world.level("SE", "export", "goods", base)
        number = self.number(0, Fraction(gap), money=True, field=kind)
        return self.situation(kind, figures, [number, *levels], adds_up(1, -1))

    def implied(self) -> Situation | None:
        months = self.months()
        figures = [self.figure(at, of, months) for at, of in enumerate(("total", "export", "import"))]
        rates: list[Number | None] = []
        for at, figure in enumerate(figures):
            times = self.world.growth("SE", figure.measure, "goods", months, like(months))
            rates.append(self.number(at, (times - 1) * 100, field="percent") if times is not None else None)
        levels = [self.level(at, figure, months) for at, figure in enumerate(figures)]

        def fits(ranges: Sequence[Range]) -> bool:
            return bases_fit(ranges) and adds_up(1, 1)(ranges[3:])

        return self.situation("implied", figures, [*rates, *levels], fits)

    def share(self) -> Situation | None:
        months = self.months()
        of, partner, measure = self.dice.choice(
            (("of bilateral trade", "SE", "total"), ("of Kazakhstan's exports", "world", "export"),
             ("of Kazakhstan's foreign trade", "world", "total"))
        )  # fmt: skip
        figures = [
            replace(self.figure(0, "export", months), share=Share("", of)),
            self.figure(1, measure, months, partner),
        ]
        part, whole = (self.world.level(figure.partner, figure.measure, "goods", months) for figure in figures)
        if part <= 0 or whole <= 0:
            return None
        levels = [self.level(at, figure, months) for at, figure in enumerate(figures)]
        return self.situation(
            "share", figures, [self.number(0, Fraction(part, whole) * 100, field="share"), *levels], is_share
        )

    def twice(self) -> Situation | None:
        months = self.months()
        figures = [self.figure(at, "export", months) for at in range(2)]
        levels = [self.level(at, figure, months) for at, figure in enumerate(figures)]
        return self.situation("twice", figures, levels, lambda ranges: meet(*ranges))

    def part(self) -> Situation | None:
        """A part is no more than its whole: a country of the world, months of the year, a product of all goods."""
        kind = self.dice.choice(("world", "year", "product", "total"))
        months = year(2)
        whole = self.figure(0, "total" if kind == "total" else "export", months, "world" if kind == "world" else "SE")
        part = self.figure(
            1, "export", (24, 32) if kind == "year" else months, scope="product:wheat" if kind == "product" else "goods"
        )
        levels = [self.level(0, whole, months), self.level(1, part, _months_of(part), part.scope)]
        return self.situation(kind, [whole, part], levels, lambda ranges: ranges[1][0] <= ranges[0][1])

    def any(self) -> Situation | None:
        return self.dice.choice(
            (self.total, self.balance, self.scopes, self.partners, self.times, self.growth, self.implied, self.share,
             self.twice, self.part)
        )()  # fmt: skip


def _months_of(figure: Figure) -> Months:
    start, end = figure.period.start, figure.period.end
    return (int(start[:4]) - 2020) * 12 + int(start[5:7]) - 1, (int(end[:4]) - 2020) * 12 + int(end[5:7]) - 1
