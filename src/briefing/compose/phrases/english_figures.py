"""English figures: amounts, periods and growth as phrases, each number leading to its own figure."""

from __future__ import annotations

from typing import Any

from briefing.compose.bases import like_period, month_count
from briefing.compose.leaves import Leaf, Ledger
from briefing.compose.views import View
from briefing.dossier.fields import field_at
from briefing.dossier.figures import MEASURES, Amount, Figure, Period, day, decimal
from briefing.dossier.table_defaults import in_money

NBSP = "\u00a0"
#: Where the currency of figures is given once for all.
CURRENCY = "trade.unit"
#: Units by their codes (currencies by ISO 4217), in the plural; another one is called by its code.
UNITS = {
    "AED": "UAE dirhams", "AMD": "Armenian drams", "AUD": "Australian dollars", "AZN": "Azerbaijani manats",
    "BRL": "Brazilian reals", "BYN": "Belarusian roubles", "CAD": "Canadian dollars", "CHF": "Swiss francs",
    "CNY": "yuan", "CZK": "Czech korunas", "DKK": "Danish kroner", "EUR": "euros", "GBP": "pounds sterling",
    "GEL": "Georgian lari", "HUF": "Hungarian forints", "ILS": "Israeli shekels", "INR": "Indian rupees",
    "JPY": "yen", "KGS": "Kyrgyz som", "KRW": "South Korean won", "KZT": "tenge", "MDL": "Moldovan lei",
    "MNT": "Mongolian tugriks", "MXN": "Mexican pesos", "NOK": "Norwegian kroner", "PLN": "Polish zlotys",
    "RON": "Romanian lei", "RSD": "Serbian dinars", "RUB": "roubles", "SAR": "Saudi riyals", "SEK": "Swedish kronor",
    "TJS": "Tajik somoni", "TMT": "Turkmen manats", "TRY": "Turkish liras", "UAH": "hryvnias", "USD": "US dollars",
    "UZS": "Uzbek sums", "ZAR": "South African rand", "t": "tonnes",
}  # fmt: skip
QUALIFIERS = {
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "nearly": "nearly ",
    "less_than": "less than ",
    "at_most": "at most ",
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
#: Spans of whole months that have a name of their own, by first and last month.
_NAMED = {(1, 3): "the first quarter of ", (4, 6): "the second quarter of ", (7, 9): "the third quarter of ",
          (10, 12): "the fourth quarter of ", (1, 6): "the first half of ", (7, 12): "the second half of "}  # fmt: skip


def number(text: str) -> str:
    """A decimal with its decimals as printed, thousands parted by commas, a minus; another text as it stands."""
    found = decimal(text)
    return f"{found:,f}".replace("-", "−") if found is not None else text


def scaled(amount: Amount) -> str:
    """Number and scale, kept on one line: 325.9 million."""
    scale = f"{NBSP}{amount.scale}" if amount.scale not in ("", "unit") else ""
    return f"{QUALIFIERS.get(amount.qualifier, '')}{number(amount.value)}{scale}"


def words(amount: Amount) -> str:
    """An amount in full: more than 600 million US dollars."""
    return f"{scaled(amount)} {UNITS.get(amount.unit, amount.unit)}".rstrip()


#: Stands for the currency of an amount that has none and needs one.
UNNAMED = "?"


def unit_of(measure: str, amount: Amount) -> str:
    """The unit of an amount; UNNAMED for money whose currency is nowhere said, nothing for a count."""
    lacks = measure in MEASURES and in_money(measure) and amount.scale != "unit"
    return amount.unit or (UNNAMED if lacks else "")


def currency_gap(ledger: Ledger) -> Leaf:
    """The gap that stands for a currency, and leads to that of the table of figures."""
    return Leaf("", ledger, (CURRENCY,), label=field_at(CURRENCY).label)


def amount(figure: View) -> Leaf:
    """A figure's amount with its currency; a gap where it is empty."""
    return _leaf(figure, words)


def short_amount(figure: View) -> Leaf:
    """A figure's amount without the currency, where the sentence has named it."""
    return _leaf(figure, scaled)


#: What a gap is called where a figure of this measure has no amount.
_LABELS = {
    "export": "Exports",
    "import": "Imports",
    "re_export": "Re-exports",
    "fdi_inflow": "Investment",
    "fdi_stock": "Investment",
    "fdi_outward_stock": "Investment abroad",
    "fdi_cumulative": "Investment",
}


def _leaf(figure: View, write: Any) -> Leaf:
    record = figure.record
    assert isinstance(record, Figure)
    inner = figure.look("amount")
    ledger = inner.look("value").ledger
    label = _LABELS.get(record.measure) or record.measure.removeprefix("other:").replace("_", " ").capitalize()
    return Leaf(write(record.amount) if record.amount.value else "", ledger, (inner.leads_to,), label=label or "Figure")


def period(figure: View) -> Leaf:
    """The period of a figure as a noun: January–September 2023."""
    return _period_leaf(figure, noun)


def in_period(figure: View) -> Leaf:
    """The period of a figure with its preposition: in 2022, since 2005, on 31 December 2014."""
    return _period_leaf(figure, adverb)


def _period_leaf(figure: View, write: Any) -> Leaf:
    inner = figure.look("period")
    record = inner.record
    assert isinstance(record, Period)
    return Leaf(write(record), inner.look("start").ledger, (inner.leads_to,), label="Period")


def noun(span: Period) -> str:
    """A period in words, by its exact first and last day; its own label where it has no better name."""
    if span.start and not span.end:
        return f"since {_since(span.start)}"
    if span.months is not None:
        return _months(span.months)
    if span.start and span.start == span.end:
        return _day(span.start)
    if span.label or not span.end:
        return span.label
    return f"{_day(span.start)} to {_day(span.end)}" if span.start else f"up to {_day(span.end)}"


def _day(text: str) -> str:
    found = day(text)
    return f"{found.day}{NBSP}{MONTHS[found.month - 1]} {found.year}" if found else text


def _months(months: tuple[int, int, int, int]) -> str:
    year, first, last_year, last = months
    if year != last_year:
        whole = first == 1 and last == 12
        return f"{year}–{last_year}" if whole else f"{MONTHS[first - 1]} {year}–{MONTHS[last - 1]} {last_year}"
    if (first, last) == (1, 12):
        return str(year)
    if first == last:
        return f"{MONTHS[first - 1]} {year}"
    return (
        f"{_NAMED[first, last]}{year}" if (first, last) in _NAMED else f"{MONTHS[first - 1]}–{MONTHS[last - 1]} {year}"
    )


def _since(start: str) -> str:
    first = day(start)
    if first is None:
        return start
    if (first.month, first.day) == (1, 1):
        return str(first.year)
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return month if first.day == 1 else f"{first.day}{NBSP}{month}"


def adverb(span: Period) -> str:
    """A period as it begins a sentence, small letters."""
    name = noun(span)
    if not name or name.startswith(("since ", "up to ")):
        return name
    if span.start and span.start == span.end:
        return f"on {name}"
    days_apart = span.start and span.months is None and name != span.label
    return f"{'from' if days_apart else 'in'} {name}"


def base_noun(period: Period, base: Period) -> str:
    """A base as a noun, for what is measured from it: 2021, the same period of 2022; nothing for an open one."""
    if bool(base.start) != bool(base.end) or not (base.end or base.label):
        return ""
    like = like_period(period)
    alike = like is not None and (like.start, like.end) == (base.start, base.end)
    within = base.start != base.end and base.start[:4] == base.end[:4]
    named = not (alike and within) or month_count(base) in (1, 12)
    return noun(base) if named else f"the same period of {base.start[:4]}"


def in_base(period: Period, base: Period) -> str:
    """A base with its preposition: in 2021, in the same period of 2022, on 31 December 2013."""
    name = base_noun(period, base)
    return f"in {name}" if name.startswith("the same") else adverb(base) if name else ""
