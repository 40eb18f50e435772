"""English charts of trade: title, names of periods, what a chart tells to those who cannot see it, and its note."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

from briefing.compose.document import Category, Chart, Datum, Series, Span, Spans, Tick
from briefing.compose.leaves import Fragments, Leaf, Native
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_chart_words import apart_note, summary
from briefing.compose.phrases.english_statuses import marked_briefly
from briefing.compose.phrases.english_trade import subject
from briefing.compose.phrases.english_trade_table import HEADS, SIGNS
from briefing.compose.trade import TradeLine
from briefing.compose.trade_charts import Drawing, drawings, period_of, scale_of
from briefing.dossier.figures import Amount, Period

_NBSP = figures.NBSP
#: More periods than these have short names.
_FEW = 6


def charts(lines: list[TradeLine], kind: str, picture: bool) -> Any:
    """Charts of the periods, one for each partner, set of statistics and scope; nothing where there is nothing to draw.

    `picture` has a Word file hold them as pictures.
    """
    drawn, more = drawings(lines)
    if not drawn:
        return Fragments(())
    look: Literal["bars", "lines"] = "bars" if kind == "bars" else "lines"
    made = tuple(_chart(drawing, look, picture, more and drawing is drawn[-1]) for drawing in drawn)
    paths = tuple(path for drawing in drawn for line in drawing.lines for path in line.paths())
    return Native(lines[0].ledger, made, paths)


def _chart(drawing: Drawing, kind: Literal["bars", "lines"], picture: bool, more: bool) -> Chart:
    names = tuple(_name(line, short=len(drawing.lines) > _FEW) for line in drawing.lines)
    title = _title(drawing)
    return Chart(
        id="chart",
        kind=kind,
        title=title,
        categories=tuple(
            Category(name, joined or number == 0, apart)
            for number, (name, joined, apart) in enumerate(zip(names, drawing.joined, drawing.apart, strict=True))
        ),
        series=tuple(
            Series(measure, HEADS[measure], tuple(_datum(drawing, row, at) for row in range(len(drawing.lines))))
            for at, measure in enumerate(drawing.measures)
        ),
        ticks=_ticks(drawing),
        summary=summary(drawing, kind, "".join(span.text for span in title)),
        note=_note(drawing, kind, more),
        picture=picture,
    )


def _title(drawing: Drawing) -> Spans:
    """Whose trade with whom, and in what: "Trade in goods of Kazakhstan with Sweden, million US dollars"."""
    line, amount = drawing.lines[0], drawing.amount
    figure, of = line["any"], subject(line)
    words = of.text()
    spans = [Span(words[:1].upper() + words[1:], of.paths)]
    for before, name in ((" of ", "reporter"), (" with ", "partner")):
        found: Leaf = figure.look(name)
        if found:
            spans += [Span(before), Span(found.text(), found.paths)]
    unit = " ".join(filter(None, (_scale(amount), figures.UNITS.get(amount.unit, amount.unit))))
    return (*spans, Span(f", {unit}")) if unit else tuple(spans)


def _scale(amount: Amount) -> str:
    return amount.scale if amount.scale != "unit" else ""


def _name(line: TradeLine, *, short: bool) -> Spans:
    period = period_of(line)
    words = (_short(period) if short else "") or figures.noun(period).removeprefix("the ")
    path = f"{line.path(next(iter(line.figures)))}.period"
    return (Span(words[:1].upper() + words[1:], (path,)), *marked_briefly(line))


def _short(period: Period) -> str:
    """A period of whole months in short: Jan–Sep 2023, Q1 2025; nothing for another one."""
    if period.months is None:
        return ""
    year, first, last_year, last = period.months
    begin, end = figures.MONTHS[first - 1][:3], figures.MONTHS[last - 1][:3]
    if year != last_year:
        return f"{begin} {year}–{end} {last_year}" if (first, last) != (1, 12) else f"{year}–{last_year}"
    count = last - first + 1
    if count in (3, 6) and (first - 1) % count == 0:
        return f"{'Q' if count == 3 else 'H'}{(first - 1) // count + 1} {year}"
    return {12: str(year), 1: f"{begin} {year}"}.get(count, f"{begin}–{end} {year}")


def _datum(drawing: Drawing, row: int, at: int) -> Datum:
    """A value with its words: the number as printed, a sign for its qualifier."""
    value, line = drawing.values[row][at], drawing.lines[row]
    if value is None:
        return Datum(None)
    measure = drawing.measures[at]
    amount = line.figures[measure].amount
    same = (amount.scale or "unit") == (drawing.amount.scale or "unit")
    words = figures.number(amount.value if same else f"{value:f}")
    sign = SIGNS.get(amount.qualifier, "")
    return Datum(value, (Span(f"{sign}{_NBSP}{words}" if sign else words, (f"{line.path(measure)}.amount",)),))


def _ticks(drawing: Drawing) -> tuple[Tick, ...]:
    scale = scale_of(value for row in drawing.values for value in row)
    decimals = max(_decimals(at) for at in scale)
    return tuple(Tick(at, figures.number(f"{at:.{decimals}f}")) for at in scale)


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _note(drawing: Drawing, kind: str, more: bool) -> Spans:
    """What a reader must know to read the chart right, as sentences; nothing where there is nothing."""
    broken = kind == "lines" and any(
        not joined and not apart for joined, apart in zip(drawing.joined[1:], drawing.apart[1:], strict=True)
    )
    said: Sequence[tuple[bool, str]] = (
        (broken, "Where a line breaks off, the periods between are not given."),
        (drawing.open, "Periods without an end are not drawn."),
        (drawing.other_units, "Amounts in other units are not drawn."),
        (drawing.earlier, f"Only the last {len(drawing.lines)} periods are drawn."),
        (more, "Further partners or statistics are not drawn."),
    )
    sentences = [*apart_note(drawing), *(sentence for holds, sentence in said if holds)]
    return (Span(" ".join(sentences)),) if sentences else ()
