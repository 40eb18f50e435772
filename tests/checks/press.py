"""How people print true figures: rounded, scaled, put in words at random, and always true."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from tests.checks.worlds import PARTNERS, PRODUCTS, YEARS, Months, World, like, period, some_months, year

from briefing.dossier.amounts import POWERS
from briefing.dossier.figures import SCALES, Amount, Change, Figure, Rank, Share, Span
from briefing.dossier.model import EMPTY, Dossier

#: Which way a qualifier makes a number go; the others round to the nearest.
_WAY = {
    "more_than": ROUND_FLOOR, "at_least": ROUND_FLOOR,
    "less_than": ROUND_CEILING, "at_most": ROUND_CEILING, "nearly": ROUND_CEILING,
}  # fmt: skip
_TRADE = ("export", "import", "total", "balance", "re_export")


@dataclass
class Press:
    """One document being written about a world. `plain`: rounded to the digits shown, with no words beside."""

    dice: random.Random
    world: World
    plain: bool = False

    def __post_init__(self) -> None:
        self.figures: list[Figure] = []
        self.scopes = self.dice.choice(
            (("goods",), ("goods",), ("goods_and_services",), ("goods", "services", "goods_and_services"))
        )
        self.hides_scope = self.dice.choice(("never", "never", "always", "sometimes"))
        self.hides_reporter = self.dice.choice(("never", "never", "always", "sometimes"))
        if self.plain and self.hides_scope == "sometimes":
            self.hides_scope = "never"

    def chance(self, part: float) -> bool:
        return self.dice.random() < part

    def write(self) -> Dossier:
        """A dossier of true figures."""
        partners = self.dice.sample((*PARTNERS, "world", "Germany and Italy"), self.dice.choice((1, 1, 2, 4)))
        times = self._times()
        for partner in partners:
            for months in times:
                for scope in self.scopes:
                    for measure in _TRADE:
                        needed = measure == "re_export" and self.world.counts_again
                        if needed or self.chance(0.5 if measure in ("balance", "re_export") else 0.75):
                            self.add(partner, measure, scope, months)
                    if self.scopes == ("goods",) and self.chance(0.15):
                        for name in PRODUCTS:
                            self.add(partner, "export", f"product:{name}", months)
                if self.chance(0.3):
                    self.add(partner, "fdi_inflow", "services", months)
        if self.chance(0.3):
            self._rank("export", self.scopes[0], times[0])
        if self.chance(0.3) and self.figures and not self.plain:
            self.dice.shuffle(self.figures)
        return replace(EMPTY, figures=tuple(self.figures))

    def _times(self) -> list[Months]:
        number = self.dice.randint(1, YEARS - 1)
        times = [year(number)]
        if self.chance(0.6):
            times.append(year(number - 1))
        if self.chance(0.3):
            times += [(12 * number + 6 * half, 12 * number + 6 * half + 5) for half in (0, 1)]
        if self.chance(0.2):
            times += [(12 * number + 3 * at, 12 * number + 3 * at + 2) for at in range(4)]
        if self.chance(0.5):
            part = some_months(self.dice, number)
            times.append(part)
            if self.chance(0.6):
                times.append(like(part))
        return list(dict.fromkeys(times))

    def add(self, partner: str, measure: str, scope: str, months: Months) -> None:
        """One figure, with what may be said of its growth and share; perhaps twice, in two forms."""
        for _ in range(2 if self.chance(0.08) else 1):
            truth = self.world.level(partner, measure, scope, months)
            amount = self.amount(Fraction(truth))
            needed = measure == "re_export" or scope.startswith(
                "product:"
            )  # others are told of as making a whole with it
            while amount is None and needed:
                amount = self.amount(Fraction(truth))
            change = self.change(partner, measure, scope, months) if self.chance(0.5) else Change()
            if amount is None or (not needed and self.chance(0.05) and change != Change()):
                amount = Amount()
            share = self.share(partner, measure, scope, months) if self.chance(0.25) else Share()
            figure = Figure(
                f"f{len(self.figures)}", measure, self._scope(measure, scope), self._reporter(), partner,
                period(months), amount, change, share,
            )  # fmt: skip
            self.figures.append(figure)

    def _scope(self, measure: str, scope: str) -> str:
        if measure == "fdi_inflow":
            return ""
        hidden = scope == self.scopes[-1] and (
            self.hides_scope == "always" or (self.hides_scope == "sometimes" and self.chance(0.4))
        )
        return "" if hidden else scope

    def _reporter(self) -> str:
        hidden = self.hides_reporter == "always" or (self.hides_reporter == "sometimes" and self.chance(0.4))
        return "" if hidden else "KZ"

    def _rank(self, measure: str, scope: str, months: Months) -> None:
        levels = {partner: self.world.level(partner, measure, scope, months) for partner in PARTNERS}
        ordered = sorted(levels.values(), reverse=True)
        for partner, level in levels.items():
            amount = self.amount(Fraction(level))
            if amount is not None:
                self.figures.append(
                    Figure(
                        f"f{len(self.figures)}", measure, self._scope(measure, scope), self._reporter(), partner,
                        period(months), amount, rank=Rank(ordered.index(level) + 1, "export partners"),
                    )
                )  # fmt: skip

    def amount(self, truth: Fraction) -> Amount | None:
        """A true amount in any scale; None where it would be printed as nothing though it is something."""
        digits = len(str(abs(int(truth))))
        scale = self.dice.choice(SCALES[: min(len(SCALES), (digits + 2) // 3 + 1)])
        qualifier = self.qualifier()
        value = self.rounded(truth / 10 ** POWERS[scale], qualifier)
        return None if value is None else Amount(value, scale, "USD", qualifier)

    def qualifier(self) -> str:
        words = ("about", "more_than", "at_least", "less_than", "at_most", "nearly")
        return self.dice.choice(words) if not self.plain and self.chance(0.25) else self.dice.choice(("", "exact"))

    def rounded(self, truth: Fraction, qualifier: str) -> str | None:
        """A number to any decimals, tens and hundreds too, of which the qualifier is true."""
        decimals = self.dice.randint(0, 2) if self.plain else self.dice.choice((-2, -1, 0, 0, 1, 1, 2, 3))
        size = abs(truth)
        with localcontext(prec=60):
            whole = Decimal(size.numerator) / Decimal(size.denominator)
            way = _WAY.get(qualifier) or self.dice.choice((ROUND_HALF_UP, ROUND_HALF_EVEN))
            value = whole.quantize(Decimal(1).scaleb(-decimals), way)
            if qualifier in ("about", "nearly") and abs(value - whole) * 10 > value:
                return None
            if self.plain and decimals == 0 and f"{value:f}".endswith("0"):
                value = whole.quantize(Decimal("0.1"), way)  # a plain number has no zeros that may be rounded
        if not value and truth:
            return None
        return f"{-value if truth < 0 else value:f}"

    def change(self, partner: str, measure: str, scope: str, months: Months) -> Change:
        """Something true of growth from a like time, which is named where it is not the year before."""
        back = 1 if months[0] < 24 or self.chance(0.8) else 2
        base = like(months, back)
        if base[0] < 0:
            return Change()
        named = Span(period(base).start, period(base).end) if back > 1 or self.chance(0.4) else Span()
        times = self.world.growth(partner, measure, scope, months, base)
        gap = self.world.level(partner, measure, scope, months) - self.world.level(partner, measure, scope, base)
        direction = "grew" if gap > 0 else "fell" if gap < 0 else "unchanged"
        made = replace(Change(), base=named)
        if self.chance(0.3):
            absolute = self.amount(Fraction(abs(gap)))
            if absolute is not None:
                made = replace(made, absolute=absolute, direction=direction)
        if times is None:
            return made
        kind = self.dice.choice(("percent", "percent", "percent", "factor", "direction", "claim"))
        if kind == "percent":
            return self._percent(made, times, direction)
        if kind == "factor":
            return self._factor(made, times, direction)
        if kind == "claim" and not self.plain:
            return replace(made, claim=self._claim(times))
        return replace(made, direction=direction)

    def _percent(self, made: Change, times: Fraction, direction: str) -> Change:
        qualifier = self.qualifier()
        value = self.rounded((times - 1) * 100, qualifier)
        if value is None:
            return made
        if self.chance(0.5) or made.absolute.value:
            signed = value if self.chance(0.5) else value.lstrip("-")
            return replace(made, percent=signed, qualifier=qualifier, direction=direction)
        plus = "+" if direction == "grew" and self.chance(0.3) else ""
        return replace(made, percent=plus + value, qualifier=qualifier)

    def _factor(self, made: Change, times: Fraction, direction: str) -> Change:
        means = (
            self.dice.choice(("level", "increase", "unclear", "")) if times >= 1 else self.dice.choice(("unclear", ""))
        )
        number = 1 / times if times < 1 else times - 1 if means == "increase" else times
        qualifier = self.qualifier()
        value = self.rounded(number, qualifier)
        if value is None or value.strip("0.") == "":
            return made
        return replace(made, factor=value, factor_means=means, qualifier=qualifier, direction=direction)

    def _claim(self, times: Fraction) -> str:
        """Words that are true of a multiple; none where it has none."""
        words = []
        for word, number in (("doubled", 2), ("tripled", 3), ("quadrupled", 4)):
            if number * Fraction(95, 100) <= times <= number * Fraction(105, 100):
                words.append(word)
            if times > number:
                words.append(f"more than {word}")
            if number * Fraction(9, 10) <= times < number:
                words.append(f"nearly {word}")
        if Fraction(1, 2) < times <= Fraction(55, 100):
            words += ["nearly halved", "almost halved"]
        if times < Fraction(1, 2):
            words += ["more than halved", "fell by more than half"]
        if Fraction(47, 100) <= times <= Fraction(53, 100):
            words += ["halved", "fell by half"]
        if Fraction(145, 100) <= times <= Fraction(155, 100):
            words += ["increased by half"]
        return self.dice.choice(words) if words else ""

    def share(self, partner: str, measure: str, scope: str, months: Months) -> Share:
        """A true share of the trade between the two, or of that with all the world."""
        part = self.world.level(partner, measure, scope, months)
        wholes = [
            ("of Kazakhstan's foreign trade", "world", "total"),
            ("in the total trade of Kazakhstan", "world", "total"),
        ]
        if measure in ("export", "import"):
            wholes += [("of bilateral trade", partner, "total"), (f"of Kazakhstan's {measure}s", "world", measure)]
            if not self.plain:  # what these are of, only the reader knows
                wholes += [("of total trade", partner, "total"), (f"of total {measure}s", "world", measure)]
                wholes += [(f"of all {measure}s", "world", measure), (f"of Kazakh {measure}s", "world", measure)]
        of, with_whom, what = self.dice.choice(wholes)
        if (with_whom, what) == (partner, measure):
            return Share()
        whole = self.world.level(with_whom, what, "goods" if scope.startswith("product:") else scope, months)
        if self.plain and len(self.scopes) > 1:
            return Share()  # of which scope the whole is, is not told
        if part <= 0 or whole <= 0 or measure in ("balance", "fdi_inflow", "re_export"):
            return Share()
        value = self.rounded(Fraction(part, whole) * 100, "")
        return Share(value, of) if value is not None else Share()
