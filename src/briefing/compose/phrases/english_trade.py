"""English trade: the sentence on turnover and its flows, and the table, written from the figures of one period."""

from __future__ import annotations

from typing import Any

from briefing.compose.document import Column, Row, Span, Spans, Table
from briefing.compose.leaves import Fragments, Leaf, Native
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_words import capital, count, ordinal, reworded
from briefing.compose.trade import TradeLine
from briefing.compose.views import View
from briefing.dossier.figures import Amount, Figure

_INVESTMENT = frozenset({"fdi_inflow", "fdi_cumulative", "investment"})
#: Companies, one and more of them, before the country that they come from.
_COMPANIES = {
    "companies": ("company with capital from", "companies with capital from"),
    "joint_ventures": ("joint venture with", "joint ventures with"),
}
_NAMES = {
    "re_export": "Re-exports",
    "balance": "Trade balance",
    "fdi_stock": "Stock of direct investment",
    "fdi_outward_stock": "Stock of direct investment abroad",
}
#: What a reader must know of figures that may still change.
_STATUSES = frozenset({"provisional", "revised", "estimate", "target"})
_HEADS = {"export": "Exports", "import": "Imports", "total": "Total"}


def turnover(line: TradeLine) -> Any:
    """What trade did and came to: "grew by more than 40% compared with 2021, to 325.9 million US dollars"."""
    total = line.figures.get("total")
    ledger = line.ledger
    if total is None or not total.amount.value:
        return Fragments(())
    path = line.path("total")
    change, base = figures.grown(total.change), figures.compared(total.change)
    out: list[Leaf] = []
    if change and change != "was unchanged":
        out.append(Leaf(change, ledger, (f"{path}.change",)))
        out.append(Leaf(f" {base}, to " if base else " to ", ledger))
    else:
        out.append(Leaf("was unchanged, at " if change else "came to ", ledger))
    out.append(_amount(line, "total", full=True))
    return Fragments(out)


def flows(line: TradeLine) -> Any:
    """Exports and imports of the period, whichever are there: "exports came to … and imports to …"."""
    there = [name for name in ("export", "import") if name in line.figures and line.figures[name].amount.value]
    out: list[Leaf] = []
    units = {_unit(line.figures[name].amount) for name in (*there, "total") if name in line.figures}
    for at, name in enumerate(there):
        out += _lead(line, name) if at == 0 else [Leaf(f" and {name}s to ", line.ledger)]
        out.append(_amount(line, name, full=len(units) > 1 or "total" not in line.figures))
    return Fragments(out)


def _lead(line: TradeLine, name: str) -> list[Leaf]:
    """ "exports from Kazakhstan came to": whose exports they are must be said, since the other side counts too."""
    country = line["any"].look("reporter" if name == "export" else "partner")
    if not country:
        return [Leaf(f"{name}s came to ", line.ledger)]
    return [Leaf(f"{name}s from ", line.ledger), country, Leaf(" came to ", line.ledger)]


def standing(line: TradeLine) -> Any:
    """Rank and share of the partner: "Kestria ranked fifth among the trading partners of Velmora …"; else nothing."""
    figure = next((each for each in line.figures.values() if each.rank.value or each.share.percent), None)
    if figure is None:
        return Fragments(())
    view, ledger = line[figure.measure], line.ledger
    out: list[Any] = [capital(view.look("partner"))]
    reporter = view.look("reporter")
    if figure.rank.value:
        among = figure.rank.among or "trading partners"
        rank = Leaf(ordinal(str(figure.rank.value)), ledger, (f"{view.path}.rank",))
        out += [Leaf(" ranked ", ledger), rank, Leaf(f" among the {among} of ", ledger), reporter]
    if figure.share.percent:
        whole = figure.share.of or "total trade"
        share = Leaf(f"{figures.number(figure.share.percent)}%", ledger, (f"{view.path}.share",))
        whose = (
            [Leaf(f" of its {whole}", ledger)]
            if figure.rank.value
            else [Leaf(f" of the {whole} of ", ledger), reporter]
        )
        out += [Leaf(" and accounted for " if figure.rank.value else " accounted for ", ledger), share, *whose]
    return Fragments((*out, Leaf(".", ledger)))


def stated(single: list[View]) -> Any:
    """Single figures as sentences: direct investment in one, companies, and another measure by its name."""
    out: list[Any] = []
    before: tuple[str, ...] = ()
    for figure in single:
        key = _subject(figure)
        if not out:
            out += _sentence(figure)
        elif key == before:
            out += [Leaf(" and to ", figure.ledger), *_sized(figure)]
        else:
            out += [Leaf(". ", figure.ledger), *_sentence(figure)]
        before = key
    return Fragments((*out, Leaf(".", single[0].ledger))) if out else Fragments(())


def _record(figure: View) -> Figure:
    assert isinstance(figure.record, Figure)
    return figure.record


def _subject(figure: View) -> tuple[str, ...]:
    """What a sentence on investment is about; other figures share no sentence."""
    record = _record(figure)
    return (record.reporter, record.partner) if record.measure in _INVESTMENT else (record.id,)


def _sized(figure: View) -> list[Any]:
    when = figures.in_period(figure)
    return [figures.amount(figure), *([Leaf(" ", figure.ledger), when] if when else [])]


def _sentence(figure: View) -> list[Any]:
    measure, ledger = _record(figure).measure, figure.ledger
    partner, reporter = figure.look("partner"), figure.look("reporter")
    if measure in _INVESTMENT:
        return [Leaf("Direct investment from ", ledger), partner, Leaf(" in ", ledger), reporter,
                Leaf(" came to ", ledger), *_sized(figure)]  # fmt: skip
    if measure in _COMPANIES:
        one, many = _COMPANIES[measure]
        single = _record(figure).amount.value == "1"
        number, noun = _count(figure), Leaf(f" {one if single else many} ", ledger)
        are = f" {'is' if single else 'are'} registered"
        if number.text()[:1].isdecimal():
            # A sentence does not begin with a numeral: Office for National Statistics, style guide.
            return [Leaf("In ", ledger), reporter, Leaf(", ", ledger), number, noun, partner, Leaf(are, ledger)]
        return [capital(number), noun, partner, Leaf(f"{are} in ", ledger), reporter]
    name = _NAMES.get(measure) or measure.removeprefix("other:").replace("_", " ").capitalize()
    return [Leaf(name, ledger, (f"{figure.path}.measure",), label="Measure"), Leaf(": ", ledger), *_sized(figure)]


def _count(figure: View) -> Leaf:
    """How many there are, a small number in words."""
    amount, printed = _record(figure).amount, figures.amount(figure)
    bare = amount.scale in ("", "unit") and amount.qualifier in ("", "exact") and amount.value.isdecimal()
    return reworded(printed, count(int(amount.value))) if bare and len(amount.value) < 3 else printed


def _unit(amount: Amount) -> str:
    return amount.unit


def _amount(line: TradeLine, name: str, *, full: bool) -> Leaf:
    amount = line.figures[name].amount
    text = figures.words(amount) if full else figures.scaled(amount)
    return Leaf(text, line.ledger, (f"{line.path(name)}.amount",))


def trade_table(lines: list[TradeLine]) -> Any:
    """The table of the periods: what they have of exports, imports and total, in the unit of the first figure."""
    if not lines:
        return Fragments(())
    columns = [name for name in _HEADS if any(name in line.figures for line in lines)]
    first = next(iter(lines[0].figures.values())).amount
    unit = " ".join(
        filter(None, (first.scale if first.scale != "unit" else "", figures.UNITS.get(first.unit, first.unit)))
    )
    share = 0.17
    table = Table(
        id="table",
        columns=(Column(1 - share * len(columns)), *(Column(share, "right") for _ in columns)),
        head=(Row("head", ((Span(unit[:1].upper() + unit[1:] or "Period"),), *((Span(_HEADS[c]),) for c in columns))),),
        rows=tuple(_row(line, columns, first) for line in lines),
        summary=_summary(lines, columns),
    )
    return Native(lines[0].ledger, (table,), tuple(path for line in lines for path in line.paths()))


def _row(line: TradeLine, columns: list[str], unit: Amount) -> Row:
    period = next(iter(line.figures.values()))
    name = next(iter(line.figures))
    words, place = figures.noun(period.period).removeprefix("the "), (f"{line.path(name)}.period",)
    head: Spans = (Span(words[:1].upper() + words[1:], place) if words else Span("[Period]", place, gap=True),)
    statuses = {figure.status for figure in line.figures.values()}
    if len(statuses) == 1 and (status := statuses.pop()) in _STATUSES:
        head = (*head, Span(f" ({status})", (f"{line.path(name)}.status",)))
    return Row(line.key, (head, *(_cell(line, column, unit) for column in columns)))


def _cell(line: TradeLine, column: str, unit: Amount) -> Spans:
    figure: Figure | None = line.figures.get(column)
    if figure is None or not figure.amount.value:
        return (Span("…"),)
    same = (figure.amount.scale, figure.amount.unit) == (unit.scale, unit.unit)
    bare = Amount(figure.amount.value, qualifier=figure.amount.qualifier)
    return (Span(figures.scaled(bare) if same else figures.words(figure.amount), (f"{line.path(column)}.amount",)),)


def _summary(lines: list[TradeLine], columns: list[str]) -> str:
    spans = (next(iter(line.figures.values())).period for line in lines)
    periods = ", ".join(filter(None, map(figures.noun, spans))) or "…"
    heads = [_HEADS[column].lower() for column in columns]
    named = " and ".join(filter(None, (", ".join(heads[:-1]), heads[-1]))).capitalize()
    return f"{named} by period: {periods}"
