"""English goods: the largest of exports or imports as a table and as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.compose.document import Column, Row, Span, Spans, Table
from briefing.compose.leaves import Fragments, Leaf, Native
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_trade_table import GROWTH, NOTHING, grown
from briefing.compose.statistics import statistics
from briefing.compose.views import View
from briefing.dossier.figures import Amount, Figure
from briefing.dossier.goods import goods_name

_FLOWS = {"export": "Exports", "import": "Imports"}
#: How many goods a sentence names.
NAMED = 3
_VALUE, _SHARE, _GROWTH = 0.17, 0.12, 0.14


def goods_table(rows: list[View]) -> Any:
    """The table of some goods of one flow; shares and growth where any is known."""
    return rows[0].scope.kept("goods table", (*rows,), lambda: _table(rows)) if rows else Fragments(())


def _table(rows: list[View]) -> Native:
    records = [_figure(each) for each in rows]
    growth = {each.id: _growth(view) for each, view in zip(records, rows, strict=True)}
    shares, grows = any(each.share.percent for each in records), any(growth.values())
    flow, first = records[0].measure, records[0].amount
    heads = ["Value", *(["Share"] if shares else []), *([GROWTH] if grows else [])]
    widths = [_VALUE, *([_SHARE] if shares else []), *([_GROWTH] if grows else [])]
    table = Table(
        id=f"goods-{flow}",
        columns=(Column(1 - sum(widths)), *(Column(width, "right") for width in widths)),
        head=(Row("head", (_head(records), *((Span(name),) for name in heads))),),
        rows=tuple(
            Row(
                each.id,
                (
                    _name(view, each),
                    _amount(view, each, first),
                    *([_share(view, each)] if shares else []),
                    *([_change(view, growth[each.id])] if grows else []),
                ),
            )
            for each, view in zip(records, rows, strict=True)
        ),
        summary=f"{_FLOWS[flow]} by goods, {figures.noun(records[0].period)}: "
        + ", ".join(goods_name(each) for each in records),
    )
    return Native(rows[0].ledger, (table,), tuple(each.path for each in rows))


def _head(records: Sequence[Figure]) -> Spans:
    first = records[0]
    unit = figures.words(Amount("", first.amount.scale if first.amount.scale != "unit" else "", first.amount.unit))
    period = figures.noun(first.period).removeprefix("the ")
    return (Span(", ".join(filter(None, (_FLOWS[first.measure], period, unit.strip()))), ()),)


def _name(view: View, figure: Figure) -> Spans:
    name = goods_name(figure)
    place = (f"{view.path}.scope",)
    said = Span(name, place) if name else Span("[Goods]", place, gap=True)
    return (said, Span(" ("), Span(figure.code, (f"{view.path}.code",)), Span(")")) if figure.code else (said,)


def _amount(view: View, figure: Figure, unit: Amount) -> Spans:
    amount = figure.amount
    if not amount.value:
        return NOTHING
    same = (amount.scale, amount.unit) == (unit.scale, unit.unit)
    bare = Amount(amount.value, qualifier=amount.qualifier)
    return (Span(figures.scaled(bare) if same else figures.words(amount), (f"{view.path}.amount",)),)


def _share(view: View, figure: Figure) -> Spans:
    percent = figure.share.percent
    return (Span(f"{figures.number(percent)}%", (f"{view.path}.share",)),) if percent else NOTHING


def _growth(view: View) -> str:
    known = statistics(view.scope).single.get(view.row_id)
    return grown(known.movement) if known is not None else ""


def _change(view: View, words: str) -> Spans:
    return (Span(words, (f"{view.path}.change",)),) if words else NOTHING


def main_goods(rows: list[View]) -> Any:
    """The largest goods in a sentence with what they came to: nothing where none has a value or a name."""
    told = [each for each in rows if _figure(each).amount.value and goods_name(_figure(each))][:NAMED]
    if not told:
        return Fragments(())
    first, ledger = told[0], told[0].ledger
    flow = _figure(first).measure
    of = first.look("reporter" if flow == "export" else "partner")
    out: list[Any] = [Leaf(f"The main {flow if len(told) == 1 else f'{flow}s'}", ledger)]
    out += [Leaf(" from ", ledger), of] if of else []
    out += [Leaf(" ", ledger), figures.in_period(first), Leaf(" was " if len(told) == 1 else " were ", ledger)]
    for at, view in enumerate(told):
        joint = "" if not at else " and " if at == len(told) - 1 else ", "
        out += [Leaf(joint, ledger)] if joint else []
        out += _told(view, flow)
    return Fragments([*out, Leaf(".", ledger)])


def _told(view: View, flow: str) -> list[Any]:
    """One of the goods in a sentence: dairy produce (41.2 million euros, 34.9% of exports)."""
    figure, ledger = _figure(view), view.ledger
    name = goods_name(figure)
    small = name[:1].lower() + name[1:] if name[1:2].islower() else name
    out: list[Any] = [Leaf(small, ledger, (f"{view.path}.scope",)), Leaf(" (", ledger), figures.amount(view)]
    if figure.share.percent:
        share = Leaf(f"{figures.number(figure.share.percent)}%", ledger, (f"{view.path}.share",))
        out += [Leaf(", ", ledger), share, Leaf(f" of {figure.share.of or f'{flow}s'}", ledger)]
    return [*out, Leaf(")", ledger)]


def _figure(view: View) -> Figure:
    assert isinstance(view.record, Figure)
    return view.record
