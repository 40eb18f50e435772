"""Trade figures as printed: decimals kept as text, with their period, measure, source and status. Never floats."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal, InvalidOperation

from briefing.dossier.record import Record
from briefing.frozen import frozen

MEASURES = (
    "total",
    "export",
    "import",
    "re_export",
    "balance",
    "fdi_inflow",
    "fdi_stock",
    "fdi_outward_stock",
    "fdi_cumulative",
    "investment",
    "grants",
    "companies",
    "joint_ventures",
    "persons",
    "tonnage",
)
#: Measures that form the rows of the trade grid, in its column order.
TRADE_MEASURES = ("export", "import", "total")
#: How the scope of a figure begins that speaks of one product; its name follows.
PRODUCT = "product:"
SCALES = ("unit", "thousand", "million", "billion", "trillion")
QUALIFIERS = ("exact", "about", "more_than", "at_least", "nearly", "less_than", "at_most")
STATUSES = ("final", "provisional", "revised", "estimate", "target")
DIRECTIONS = ("grew", "fell", "unchanged")


@frozen
class Span(Record):
    """First and last day, both ISO 8601 and both inside; an empty one is open."""

    start: str = ""
    end: str = ""


@frozen
class Period(Record):
    """The time that a figure speaks of. Open at one side ("since 2005": no end); a stock at a date: start = end.

    `label` is the period as it should be printed where it has no better name; `basis` is calendar or fiscal.
    """

    start: str = ""
    end: str = ""
    label: str = ""
    basis: str = ""

    @property
    def months(self) -> tuple[int, int, int, int] | None:
        """(first year, first month, last year, last month) where the period is made of whole months."""
        first, last = day(self.start), day(self.end)
        if first is None or last is None or first.day != 1:
            return None
        if last.day != calendar.monthrange(last.year, last.month)[1] or last < first:
            return None
        return first.year, first.month, last.year, last.month


@frozen
class Amount(Record):
    """A decimal as printed ("6.0" and "6" differ), its scale, unit or currency (ISO 4217) and qualifier."""

    value: str = ""
    scale: str = ""
    unit: str = ""
    qualifier: str = ""

    @property
    def number(self) -> Decimal | None:
        return decimal(self.value)


@frozen
class Change(Record):
    """What is said of growth: a percentage, a factor, an amount, or only a direction or claim, as printed."""

    percent: str = ""
    factor: str = ""
    factor_means: str = ""
    absolute: Amount = Amount()
    qualifier: str = ""
    direction: str = ""
    claim: str = ""
    as_printed: str = ""
    base: Span = Span()


@frozen
class Share(Record):
    percent: str = ""
    of: str = ""


@frozen
class Rank(Record):
    value: int | None = None
    among: str = ""


@frozen
class Figure(Record):
    """One statistic. `reporter` and `partner` are ISO 3166 codes, or the name of a group.

    `code` is that of a product in its classification (HS, or a country's own). `carried` is the period that the number
    is really of, where the period was replaced since and the number not yet typed anew.
    """

    id: str
    measure: str = ""
    scope: str = ""
    reporter: str = ""
    partner: str = ""
    period: Period = Period()
    amount: Amount = Amount()
    change: Change = Change()
    share: Share = Share()
    rank: Rank = Rank()
    status: str = ""
    source: str = ""
    note: str = ""
    code: str = ""
    carried: Period = Period()

    @property
    def is_goods(self) -> bool:
        """Whether it speaks of one product."""
        return self.scope.startswith(PRODUCT)

    @property
    def is_row_of_goods(self) -> bool:
        """Whether it is a row of the goods table: what was exported or imported of one product."""
        return self.is_goods and self.measure in ("export", "import")


@frozen
class Source(Record):
    id: str
    publisher: str = ""
    title: str = ""
    released: str = ""
    retrieved: str = ""
    next_release: str = ""
    link: str = ""


def day(text: str) -> date | None:
    """The day of an ISO 8601 date, or None where the text is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def decimal(text: str) -> Decimal | None:
    """The finite decimal that a text of ASCII digits stands for, or None."""
    if not text.isascii():
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 40 else None
