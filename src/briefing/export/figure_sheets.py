"""The figures of a dossier as sheets: the trade table, the figures beside it, the goods and the sources.

Numbers stay numbers. What is printed around them (more than, thousand euros, per cent) is in their format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefing.compose.phrases.english import country
from briefing.dossier.amount_words import QUALIFIER_WORDS, SCALE_WORDS, UNIT_WORDS
from briefing.dossier.amounts import show_amount
from briefing.dossier.entry import show_partial_date
from briefing.dossier.figures import Amount, Change, Figure, Source
from briefing.dossier.goods import FLOWS, goods_name, goods_rows
from briefing.dossier.growth import show_change
from briefing.dossier.intervals import decimals_of
from briefing.dossier.model import Dossier
from briefing.dossier.periods import show_period
from briefing.dossier.single_figures import measure_label, other_rows
from briefing.dossier.table import TradeRow, trade_rows
from briefing.export.xlsx import Cell, Sheet, Shown, number_format, workbook_of

#: Characters that a column is wide, at least and at most, and those beside its text.
_LEAST, _MOST, _BESIDE = 9, 60, 3


def sheets(dossier: Dossier) -> tuple[Sheet, ...]:
    """A sheet for each table that has rows; the trade table's always."""
    rows = trade_rows(dossier)
    found = [_trade(dossier, rows)]
    others = other_rows(dossier)
    if others:
        heads = ("Figure", "Amount", "Period", "Whose statistics")
        body = [
            (measure_label(each.measure), _apart(each.amount), show_period(each.period), country(each.reporter))
            for each in others
        ]
        found.append(_sheet("Investment and companies", heads, body))
    goods = [each for flow in FLOWS for each in goods_rows(dossier, flow)]
    if goods:
        found.append(_goods(dossier, goods))
    if dossier.sources:
        found.append(_sources(dossier.sources))
    return tuple(found)


def to_xlsx(dossier: Dossier) -> bytes:
    """The figures as a workbook."""
    return workbook_of(sheets(dossier))


def to_tsv(dossier: Dossier) -> bytes:
    """The figures as text, cells apart by tabs and tables by an empty line, with the byte-order mark for Excel."""
    lines: list[str] = []
    for sheet in sheets(dossier):
        lines += ["\t".join(_text(cell) for cell in row) for row in sheet.rows] + [""]
    return "\ufeff".encode() + "\r\n".join(lines).encode()


def _trade(dossier: Dossier, rows: Sequence[TradeRow]) -> Sheet:
    trade = dossier.trade
    unit = " ".join(filter(None, (SCALE_WORDS.get(trade.scale, ""), UNIT_WORDS.get(trade.unit, trade.unit))))
    apart = any(row.key.reporter != trade.reporter for row in rows)
    heads = ["Period", *(f"{name}, {unit}" if unit else name for name in ("Export", "Import", "Total")), "Growth"]
    body: list[list[Cell]] = []
    for row in rows:
        amounts = [_amount(each.amount, trade.scale, trade.unit) if each else None for each in row.figures]
        cells: list[Cell] = [show_period(row.period), *amounts, _growth(row.growth)]
        body.append([*cells, country(row.key.reporter)] if apart else cells)
    return _sheet("Trade", [*heads, "Whose statistics"] if apart else heads, body)


def _goods(dossier: Dossier, goods: Iterable[Figure]) -> Sheet:
    trade = dossier.trade
    heads = ("Flow", "Product", "Code", "Period", "Value", "Share", "Growth")
    body = [
        (
            each.measure.capitalize(), goods_name(each), each.code, show_period(each.period),
            _amount(each.amount, trade.scale, trade.unit), _percent(each.share.percent, each.share.percent + " %"),
            _growth(each.change),
        )
        for each in goods
    ]  # fmt: skip
    return _sheet("Goods", heads, body)


def _sources(sources: Iterable[Source]) -> Sheet:
    heads = ("Publisher", "Title", "Released", "Link")
    body = [(each.publisher, each.title, show_partial_date(each.released), each.link) for each in sources]
    return _sheet("Sources", heads, body)


def _sheet(name: str, heads: Sequence[str], body: Sequence[Sequence[Cell]]) -> Sheet:
    """A sheet with its heads, each column as wide as its longest text."""
    rows = (heads, *body)
    longest = [max(len(_text(row[at])) for row in rows if at < len(row)) for at in range(len(heads))]
    return Sheet(name, rows, True, [min(max(_LEAST, each + _BESIDE), _MOST) for each in longest])


def _apart(amount: Amount) -> Cell:
    """An amount that stands in no table, with its scale and unit; a count has none."""
    return _amount(amount, "unit" if amount.scale == "unit" else "", "")


def _amount(amount: Amount, scale: str, unit: str) -> Cell:
    """A number as it is printed in a table of this scale and unit; words where it is none."""
    if not amount.value:
        return None
    number = amount.number
    text = show_amount(amount, scale, unit)
    if number is None:
        return text
    words = [SCALE_WORDS.get(amount.scale, "") if amount.scale not in (scale, "unit") else ""]
    words.append(UNIT_WORDS.get(amount.unit, amount.unit) if amount.unit != unit else "")
    behind = " ".join(filter(None, words))
    before = QUALIFIER_WORDS.get(amount.qualifier, "")
    code = number_format(decimals_of(amount.value))
    return Shown(number, _literal(before, " ") + code + _literal("", " " if behind else "", behind), text)


def _growth(change: Change) -> Cell:
    """A percentage as a number; growth in other words as words."""
    text = show_change(change)
    if not change.percent:
        return text or None
    return _percent(change.percent, text, QUALIFIER_WORDS.get(change.qualifier, ""))


def _percent(percent: str, text: str, before: str = "") -> Cell:
    try:
        number = Decimal(percent) / 100
    except ArithmeticError:
        return text.strip(" %") and text
    plain = "0" + ("." + "0" * decimals_of(percent) if decimals_of(percent) else "") + "%"
    words = _literal(before, " ")
    return Shown(
        number, f"{words}+{plain};{words}-{plain};{words}{plain}" if text[:1] in "+\u2212" else words + plain, text
    )


def _literal(words: str, blank: str, behind: str = "") -> str:
    """Words of a number format, which stand in quotes."""
    said = f"{words}{blank}{behind}" if words or behind else ""
    return '"' + said.replace('"', "") + '"' if said else ""


def _text(cell: Cell) -> str:
    """A cell of a text file: what a program would take for a formula is told to be words."""
    text = cell.text if isinstance(cell, Shown) else "" if cell is None else str(cell)
    text = re.sub("(?<=[0-9])\u00a0(?=[0-9])", "", text).replace("\u00a0", " ").replace("\u2212", "-")
    text = re.sub(r"\s", " ", text)
    return f"'{text}" if text[:1] in ("=", "@") else text
