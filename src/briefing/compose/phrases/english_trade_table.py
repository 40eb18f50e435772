"""English trade tables: the periods with what they have of exports, imports and total, their growth, and the notes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal, TypeVar

from briefing.compose.document import Column, Row, Span, Spans, Table
from briefing.compose.leaves import Fragments, Leaf, Native
from briefing.compose.movement import Movement
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_statuses import marked
from briefing.compose.statistics import Statistic
from briefing.compose.trade import TradeLine
from briefing.dossier.fields import field_at
from briefing.dossier.figures import Amount
from briefing.dossier.intervals import decimals_of, exact_value, in_scale, of_amount, rounded, total_of
from briefing.dossier.like_periods import year_before
from briefing.frozen import frozen

HEADS = {"export": "Exports", "import": "Imports", "total": "Total"}
#: Kinds of charts, as a dossier names them.
CHARTS = ("bars", "lines")
GROWTH, NOTHING = "Growth", (Span("…"),)
#: Widths of a column of amounts in a table with growth and in one without, and of a column of growth.
_BESIDE, _ALONE, _GROWTH = 0.12, 0.17, 0.1
_UP, _DOWN = frozenset({"grew", "doubled", "tripled", "quadrupled"}), frozenset({"fell", "halved"})
#: Changes that have a word of their own, in per cent.
_WORDS = {"doubled": "100", "tripled": "200", "quadrupled": "300", "halved": "50"}
#: Qualifiers as signs, where there is no room for words.
SIGNS = {"about": "≈", "nearly": "≈", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤"}
_OTHER_WAY = {">": "<", "≥": "≤", "<": ">", "≤": "≥"}

Made = TypeVar("Made")


@frozen
class _Growth:
    """Growth in words, and what it is measured from: the whole year before, its like period, or something else."""

    words: str
    base: Literal["year", "period", "other", "unknown"]


def trade_table(lines: list[TradeLine]) -> Any:
    """The table of the periods, in the unit of the first figure; beside each measure its growth, where any is known."""
    if not lines:
        return Fragments(())
    return lines[0].scope.kept("trade table", (lines,), lambda: _table(lines))


def _table(lines: list[TradeLine]) -> Native:
    measures = tuple(name for name in HEADS if any(name in line.statistics for line in lines))
    grown = tuple(name for name in measures if any(name in _growth(line) for line in lines))
    first, measure = lines[0].first.amount, lines[0].first.measure
    names = [head for name in measures for head in ((HEADS[name], GROWTH) if name in grown else (HEADS[name],))]
    amounts = _BESIDE if grown else _ALONE
    shares = [_GROWTH if name == GROWTH else amounts for name in names]
    table = Table(
        id="table",
        columns=(Column(1 - sum(shares)), *(Column(share, "right") for share in shares)),
        head=(Row("head", (_unit(measure, first), *((Span(name),) for name in names))),),
        rows=tuple(_row(line, measures, grown, first) for line in lines),
        summary=_summary(lines, measures, with_growth=bool(grown)),
    )
    return Native(lines[0].ledger, (table,), tuple(path for line in lines for path in line.paths()))


def trade_chart(lines: list[TradeLine], kind: str = "bars", picture: bool = False) -> Any:
    """Charts of the periods, `bars` or `lines`; nothing for another kind. A Word file may hold them as pictures."""
    if str(kind) not in CHARTS or not lines:
        return Fragments(())
    from briefing.compose.phrases.english_charts import charts  # few documents have any

    return charts(lines, str(kind), picture)


def table_notes(lines: list[TradeLine]) -> Any:
    """What must be said under the table, as sentences: what growth is measured from, and rounding where it shows."""
    return lines[0].scope.kept("table notes", (lines,), lambda: _notes(lines)) if lines else Fragments(())


def _notes(lines: list[TradeLine]) -> Leaf | Fragments:
    notes = [*_growth_note(lines), *_rounding_note(lines)]
    return Leaf(" ".join(notes), lines[0].ledger) if notes else Fragments(())


def _unit(measure: str, amount: Amount) -> Spans:
    """What the amounts of the table are in, with a gap for a currency that is nowhere said."""
    scale = amount.scale if amount.scale != "unit" else ""
    words = " ".join(filter(None, (scale, figures.UNITS.get(amount.unit, amount.unit))))
    if figures.unit_of(measure, amount) == figures.UNNAMED:
        scaled = (Span(f"{words[:1].upper()}{words[1:]} "),) if words else ()
        return (*scaled, Span(f"[{field_at(figures.CURRENCY).label}]", (figures.CURRENCY,), gap=True))
    return (Span(words[:1].upper() + words[1:] or "Period"),)


def _kept(line: TradeLine, name: str, more: Hashable, make: Callable[[], Made]) -> Made:
    """What is made of a line and of nothing but `more`: in the next run it is the very same where they are."""
    parts = tuple(part for each in line.statistics.values() for part in (each.figure, each.movement))
    return line.scope.kept((name, line.key, tuple(line.statistics), more), parts, make)


def _row(line: TradeLine, measures: Sequence[str], grown: Sequence[str], unit: Amount) -> Row:
    def make() -> Row:
        return Row(line.key, (_name(line), *_cells(line, measures, grown, unit)))

    return _kept(line, "row", (measures, grown, unit.scale, unit.unit), make)


def _name(line: TradeLine) -> Spans:
    """The period, and in brackets what of its figures may still change."""
    words, place = figures.noun(line.first.period).removeprefix("the "), (f"{line.path(line.first.measure)}.period",)
    name = Span(words[:1].upper() + words[1:], place) if words else Span("[Period]", place, gap=True)
    return (name, *marked(line))


def _cells(line: TradeLine, measures: Sequence[str], grown: Sequence[str], unit: Amount) -> Iterator[Spans]:
    for measure in measures:
        yield _amount(line, measure, unit)
        if measure in grown:
            growth = _growth(line).get(measure)
            yield (Span(growth.words, (f"{line.path(measure)}.change",)),) if growth is not None else NOTHING


def _amount(line: TradeLine, measure: str, unit: Amount) -> Spans:
    figure = line.figures.get(measure)
    if figure is None or not figure.amount.value:
        return NOTHING
    same = (figure.amount.scale, figure.amount.unit) == (unit.scale, unit.unit)
    bare = Amount(figure.amount.value, qualifier=figure.amount.qualifier)
    return (Span(figures.scaled(bare) if same else figures.words(figure.amount), (f"{line.path(measure)}.amount",)),)


def _growth(line: TradeLine) -> Mapping[str, _Growth]:
    """The growth of each measure of which it is known, with its base where that is not the year before."""

    def make() -> Mapping[str, _Growth]:
        found = ((name, grown(each.movement), each) for name, each in line.statistics.items())
        return {name: _named(words, each) for name, words, each in found if words}

    return _kept(line, "growth", (), make)


def _named(words: str, each: Statistic) -> _Growth:
    """Growth in words, and what it is measured from: +12.1% (2020)."""
    since, period = each.movement.since, each.figure.period
    if not (since.start or since.end or since.label):
        return _Growth(words, "unknown")
    before = year_before(period)
    if before is not None and (since.start, since.end) == (before.start, before.end):
        return _Growth(words, "year" if period.months is not None and _is_year(period.months) else "period")
    base = figures.base_noun(period, since)
    return _Growth(f"{words} ({base})" if base else words, "other")


def _is_year(months: tuple[int, int, int, int]) -> bool:
    return (months[2] - months[0]) * 12 + months[3] - months[1] == 11


def grown(movement: Movement) -> str:
    """How much something changed, with its sign; nothing where only the direction is known."""
    kind = movement.kind
    qualifier = SIGNS.get(movement.qualifier, "")
    if kind == "unchanged":
        return "unchanged"
    if movement.percent:
        size, of_word = f"{figures.number(movement.percent)}%", kind not in ("grew", "fell")
        return _signed(kind, size, "" if of_word else qualifier)
    if kind in _WORDS:
        return _signed(kind, f"{_WORDS[kind]}%", qualifier)
    if movement.times:
        return f"{qualifier}{figures.NBSP if qualifier else ''}×{figures.NBSP}{figures.number(movement.times)}"
    return _signed(kind, figures.scaled(movement.by), "") if movement.by.value else ""


def _signed(kind: str, size: str, qualifier: str) -> str:
    # "> +40%" would be two signs for one thing: what is above 40 has grown.
    sign = ("" if qualifier in (">", "≥") else "+") if kind in _UP else "−" if kind in _DOWN else ""
    if kind in _DOWN:
        qualifier = _OTHER_WAY.get(qualifier, qualifier)
    return f"{qualifier}{figures.NBSP}{sign}{size}" if qualifier else f"{sign}{size}"


def _growth_note(lines: Sequence[TradeLine]) -> Iterator[str]:
    """What the growth is measured from, where that is known of all of it."""
    bases = {growth.base for line in lines for growth in _growth(line).values()}
    if "unknown" in bases or not bases - {"other"}:
        return
    base = "the same period of the year before" if "period" in bases else "the year before"
    yield f"Growth: compared with {base}{', unless another is named' if 'other' in bases else ''}."


def _rounding_note(lines: Sequence[TradeLine]) -> Iterator[str]:
    """A word on rounding, only where a reader who adds up would stumble, and rounding explains it."""
    if any(_kept(line, "rounds", (), partial(_rounds, line)) for line in lines):
        yield "Figures may not add up because of rounding."


def _rounds(line: TradeLine) -> bool:
    """Whether the printed parts do not make the printed total, and what they stand for can."""
    amounts = [figure.amount for name in HEADS if (figure := line.figures.get(name)) is not None]
    alike = len({amount.unit for amount in amounts}) == 1 and {amount.qualifier for amount in amounts} <= {"", "exact"}
    if len(amounts) < len(HEADS) or not alike:
        return False
    one, other, total = amounts
    first, second, whole = of_amount(one), of_amount(other), of_amount(total)
    parts = [number for amount in (one, other) if (number := exact_value(amount)) is not None]
    if first is None or second is None or whole is None or len(parts) < 2:
        return False
    added = rounded(in_scale(total_of(parts), total.scale), decimals_of(total.value))
    return added != total.number and (first + second).meets(whole)


def _summary(lines: Sequence[TradeLine], measures: Sequence[str], *, with_growth: bool) -> str:
    names = (_kept(line, "period", (), partial(figures.noun, line.first.period)) for line in lines)
    periods = ", ".join(filter(None, names)) or "…"
    heads = [HEADS[measure].lower() for measure in measures]
    named = " and ".join(filter(None, (", ".join(heads[:-1]), heads[-1]))).capitalize()
    return f"{named} by period{', with growth' if with_growth else ''}: {periods}"
