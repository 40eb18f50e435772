"""A chart as DrawingML (ISO/IEC 29500-1, part 21.2), which Word draws and edits itself, with the data in a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.compose.document import Chart, Datum, Series
from briefing.export.docx.text import escape
from briefing.export.xlsx import Cell, column, decimals_of, number_format
from briefing.letterhead.names import DRAWING, OFFICE
from briefing.letterhead.tints import WHITE, ChartLook, SeriesLook
from briefing.page.chart_labels import estimated
from briefing.page.chart_plot import Plot, bar_width
from briefing.page.chart_scene import HEIGHT, SIZE, plot_of, value_size
from briefing.page.chart_sides import Side, sides

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
#: The relationship from a chart to its workbook, and the workbook's sheet.
DATA, SHEET = "data", "Figures"

_POSITIONS: dict[Side, str] = {"above": "t", "below": "b", "right": "r", "left": "l"}
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
_EMU = 12_700  # to a point
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def data_rows(chart: Chart) -> list[list[Cell]]:
    """The sheet of a chart: series beside one another under their names, an empty row where periods part."""
    rows: list[list[Cell]] = [[None, *(series.name for series in chart.series)]]
    for at in _rows(chart):
        name = None if at < 0 else "".join(span.text for span in chart.categories[at].words)
        rows.append([name, *(None if at < 0 else series.values[at].value for series in chart.series)])
    return rows


def _rows(chart: Chart) -> list[int]:
    """The number of the period in each row, -1 for an empty row: it parts bars, and no line leads over it."""
    rows: list[int] = []
    for at, category in enumerate(chart.categories):
        if at and (category.apart if chart.kind == "bars" else not category.joined):
            rows.append(-1)
        rows.append(at)
    return rows


def chart_xml(chart: Chart, look: ChartLook, width: float, language: str) -> str:
    """The part of a chart that is `width` points wide in a document of that language."""
    return _Writer(chart, look, width).xml(language)


class _Writer:
    def __init__(self, chart: Chart, look: ChartLook, width: float) -> None:
        self._chart, self._look, self._width = chart, look, width
        self._plot, names = plot_of(chart, width, estimated)
        named = sum(1 for name in names if name)
        self._rows = _rows(chart)
        self._every = -(-len(names) // named)

    def xml(self, language: str) -> str:
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="{CHART}"'
            f' xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"><c:date1904 val="0"/><c:lang val="{escape(language)}"/>'
            '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
            f"{_layout(self._plot, self._width)}{self._series()}{self._axes()}<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
            f'</c:plotArea>{self._legend()}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr>{_fill(WHITE)}{_NO_LINE}</c:spPr>{self._words(SIZE, self._look.words)}"
            f'<c:externalData r:id="{DATA}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def _series(self) -> str:
        chart, axes = self._chart, '<c:axId val="1"/><c:axId val="2"/>'
        if chart.kind == "bars":
            slot = (self._plot.right - self._plot.left) / len(self._rows)
            taken = bar_width(slot, len(chart.series))
            size = value_size(chart, taken, estimated)
            rows = "".join(self._bars(at, series, size) for at, series in enumerate(chart.series))
            gap = min(round((slot / taken - len(chart.series)) * 100), 500)
            return (
                '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
                f'{rows}<c:gapWidth val="{gap}"/><c:overlap val="-4"/>{axes}</c:barChart>'
            )
        placed = sides(chart, self._plot)
        rows = "".join(self._line(at, series, placed[at]) for at, series in enumerate(chart.series))
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{rows}<c:marker val="1"/>{axes}'
            "</c:lineChart>"
        )

    def _bars(self, at: int, series: Series, size: float) -> str:
        look = self._look.of(series.measure)
        shape = f'<c:spPr>{_fill(look.fill)}{_line(look.edge, 0.6)}</c:spPr><c:invertIfNegative val="0"/>'
        labels = self._labels(series, ["outEnd"] * len(series.values), size) if size else self._unsaid()
        return f"<c:ser>{self._head(at, series)}{shape}{labels}{self._data(at, series)}</c:ser>"

    def _line(self, at: int, series: Series, placed: Sequence[Side]) -> str:
        look = self._look.of(series.measure)
        shape = f"<c:spPr>{_line(look.line, look.width, look.dash)}</c:spPr>{_marker(look)}"
        labels = self._labels(series, [_POSITIONS.get(side, "") for side in placed], SIZE)
        return f'<c:ser>{self._head(at, series)}{shape}{labels}{self._data(at, series)}<c:smooth val="0"/></c:ser>'

    def _head(self, at: int, series: Series) -> str:
        name = f'<c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt>'
        return (
            f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{SHEET}!${column(at + 1)}$1</c:f>'
            f'<c:strCache><c:ptCount val="1"/>{name}</c:strCache></c:strRef></c:tx>'
        )

    def _labels(self, series: Series, positions: Sequence[str], size: float) -> str:
        """Values beside their bars or markers. One that is printed in another way than most has words of its own."""
        counted = Counter(decimals_of(datum.value) for datum in series.values if datum.value is not None)
        usual = counted.most_common(1)[0][0] if counted else 0
        common = Counter(filter(None, positions)).most_common(1)
        position = common[0][0] if common else "t"
        own = "".join(
            self._label(row, series.values[at], positions[at], position, usual, size)
            for row, at in enumerate(self._rows)
            if at >= 0 and series.values[at].value is not None
        )
        words = (
            f'<c:numFmt formatCode="{number_format(usual)}" sourceLinked="0"/><c:spPr><a:noFill/>{_NO_LINE}</c:spPr>'
        )
        return (
            f'<c:dLbls>{own}{words}{self._words(size, self._look.values)}<c:dLblPos val="{position}"/>'
            f"{_SHOWN.format(1)}</c:dLbls>"
        )

    def _label(self, row: int, datum: Datum, position: str, common: str, usual: int, size: float) -> str:
        if not position:
            return f'<c:dLbl><c:idx val="{row}"/><c:delete val="1"/></c:dLbl>'
        assert datum.value is not None
        printed = "".join(span.text for span in datum.words)
        signed = not printed[:1].isdecimal() and not printed.startswith("\N{MINUS SIGN}")
        decimals = decimals_of(datum.value)
        if not signed and decimals == usual and position == common:
            return ""
        look = f"<a:rPr{self._size(size)}>{self._letters(self._look.values)}</a:rPr>"
        run = f"<a:r>{look}<a:t>{escape(printed)}</a:t></a:r>"
        words = f"<c:tx><c:rich><a:bodyPr/><a:p>{run}</a:p></c:rich></c:tx>" if signed else ""
        form = f'<c:numFmt formatCode="{number_format(decimals)}" sourceLinked="0"/>'
        shape = f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>{'' if signed else self._words(size, self._look.values)}"
        return (
            f'<c:dLbl><c:idx val="{row}"/>{words}{form}{shape}<c:dLblPos val="{position}"/>{_SHOWN.format(1)}</c:dLbl>'
        )

    def _unsaid(self) -> str:
        return f"<c:dLbls>{_SHOWN.format(0)}</c:dLbls>"

    def _data(self, at: int, series: Series) -> str:
        last = len(self._rows) + 1
        names, values = [], []
        for row, number in enumerate(self._rows):
            if number < 0:
                continue
            words = "".join(span.text for span in self._chart.categories[number].words)
            names.append(f'<c:pt idx="{row}"><c:v>{escape(words)}</c:v></c:pt>')
            value = series.values[number].value
            if value is not None:
                values.append(f'<c:pt idx="{row}"><c:v>{value:f}</c:v></c:pt>')
        count, letter = f'<c:ptCount val="{len(self._rows)}"/>', column(at + 1)
        return (
            f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{''.join(names)}</c:strCache>"
            f"</c:strRef></c:cat><c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
            f"<c:formatCode>General</c:formatCode>{count}{''.join(values)}</c:numCache></c:numRef></c:val>"
        )

    def _axes(self) -> str:
        look, ticks = self._look, self._chart.ticks
        step = ticks[1].at - ticks[0].at
        decimals = max(decimals_of(tick.at.normalize()) for tick in ticks)
        skipped = f'<c:tickLblSkip val="{self._every}"/>' if self._every > 1 else ""
        ticked = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        return (
            '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="b"/><c:numFmt formatCode="@" sourceLinked="0"/>{ticked}<c:tickLblPos val="low"/>'
            f'<c:spPr>{_line(look.axis, 0.75)}</c:spPr>{self._words(SIZE, look.words)}<c:crossAx val="2"/>'
            '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
            f"{skipped}"
            '<c:noMultiLvlLbl val="1"/></c:catAx>'
            '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{ticks[-1].at:f}"/><c:min val="{ticks[0].at:f}"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{_line(look.rule, 0.5)}</c:spPr></c:majorGridlines>'
            f'<c:numFmt formatCode="{number_format(decimals)}" sourceLinked="0"/>{ticked}<c:tickLblPos val="low"/>'
            f'<c:spPr>{_NO_LINE}</c:spPr>{self._words(SIZE, look.words)}<c:crossAx val="1"/>'
            f'<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{step:f}"/></c:valAx>'
        )

    def _legend(self) -> str:
        corner = '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
        return (
            f'<c:legend><c:legendPos val="t"/><c:layout><c:manualLayout>{corner}</c:manualLayout></c:layout>'
            f'<c:overlay val="0"/>{self._words(SIZE, self._look.values)}</c:legend>'
        )

    def _words(self, size: float, color: str) -> str:
        letters = f"<a:defRPr{self._size(size)}>{self._letters(color)}</a:defRPr>"
        return f"<c:txPr>{_LEVEL}<a:p><a:pPr>{letters}</a:pPr><a:endParaRPr/></a:p></c:txPr>"

    def _size(self, size: float) -> str:
        return f' sz="{round(size * 100)}" b="0"'

    def _letters(self, color: str) -> str:
        family = escape(self._look.family)
        return f'{_fill(color)}<a:latin typeface="{family}"/><a:cs typeface="{family}"/>'


def _layout(plot: Plot, width: float) -> str:
    """The room of the values where the page has it, so that both look alike."""
    return _manual(
        plot.left / width,
        plot.top / HEIGHT,
        (plot.right - plot.left) / width,
        (plot.bottom - plot.top) / HEIGHT,
        "inner",
    )


def _manual(x: float, y: float, width: float, height: float, target: str = "") -> str:
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.4f}"/>'
        f'<c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
    )


def _fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color.lstrip("#").upper()}"/></a:solidFill>'


def _line(color: str, width: float, dash: tuple[float, ...] = ()) -> str:
    dashed = '<a:prstDash val="sysDash"/>' if dash else ""
    return f'<a:ln w="{round(width * _EMU)}" cap="flat">{_fill(color)}{dashed}<a:round/></a:ln>'


def _marker(look: SeriesLook) -> str:
    fill = _fill(WHITE) if look.hollow else _fill(look.line)
    return (
        f'<c:marker><c:symbol val="{look.marker}"/><c:size val="5"/><c:spPr>{fill}{_line(look.line, 1.2)}</c:spPr>'
        "</c:marker>"
    )
