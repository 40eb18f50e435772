"""The rows of the grid of single figures: investment, companies, persons, each with its amount and period."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial

from briefing.desktop.form.grid_blocks import BlockRows
from briefing.desktop.form.grid_rows import Begun, Change, Column, Start, read_cells
from briefing.dossier import single_figures
from briefing.dossier.amounts import says_none
from briefing.dossier.entry import Refusal, read_amount, read_period, show_amount, show_period
from briefing.dossier.figures import Figure, Period
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.single_figures import MEASURE_LABELS, measure_label, others_after, read_measure
from briefing.dossier.table_defaults import default_of

MEASURE, AMOUNT, PERIOD = range(3)


class SingleRows(BlockRows):
    """One figure to a row; its measure is chosen, or named where it is none of those."""

    name = "Investment and companies"
    add_words = "Add a figure"
    columns = (
        Column(
            "Investment and companies",
            51,
            choices=tuple(MEASURE_LABELS.values()),
            names=("measure", "indicator", "показатель"),
        ),
        Column("Figure", 26, names=("amount", "value", "number", "значение"), amount=True),
        Column("Period", 23, empty="Add…", names=("periods", "year", "date", "период", "год", "дата")),
    )

    _figures: tuple[Figure, ...] = ()

    def remove(self, row: int) -> None:
        if not self.drop_begun(row):
            self._commit([partial(single_figures.remove_figure, figure_id=self._figures[row].id)])

    def move(self, row: int, to: int) -> bool:
        """Move a row of the dossier; False where it cannot go there."""
        if not (row < len(self._figures) and 0 <= to < len(self._figures)):
            return False
        self._commit([partial(single_figures.move_figure, figure_id=self._figures[row].id, to=to)])
        return True

    def figure_at(self, row: int, column: int) -> Figure | None:
        return self._figures[row] if row < len(self._figures) and column == AMOUNT else None

    def path(self, row: int, column: int) -> str:
        if row >= len(self._figures):
            return ""
        return f"figures[{self._figures[row].id}].{('measure', 'amount', 'period')[column]}"

    def _gather(self, before: Dossier) -> None:
        self._figures = others_after(self._figures, before, self.dossier)

    def _settled(self) -> int:
        return len(self._figures)

    def _key(self, row: int) -> str:
        return self._figures[row].id

    def _record(self, row: int) -> Figure:
        return self._figures[row]

    def _figures_in(self, row: int) -> tuple[Figure, ...]:
        return (self._figures[row],)

    def _column(self, path: str) -> int:
        return PERIOD if ".period" in path else MEASURE if ".measure" in path else AMOUNT

    def _value(self, row: int, column: int) -> str:
        figure = self._figures[row]
        if column == MEASURE:
            return measure_label(figure.measure)
        if column == PERIOD:
            return show_period(figure.period, short=True)
        return show_amount(figure.amount, *default_of(self.dossier, figure.measure))

    def _read(self, row: int, texts: dict[int, str], point: str) -> tuple[list[Change], dict[int, Refusal]]:
        return read_cells(texts, dict.fromkeys(texts, point), partial(_cell, self._figures[row].id))

    def _row_like(self, texts: Mapping[int, str]) -> int | None:
        return None  # two figures may be of the same, each with its source

    def _shown(self, column: int, text: str, point: str) -> str:
        return text

    def _start(self, begun: Begun, taken: set[Hashable]) -> Start:
        texts = begun.texts
        if not texts[MEASURE]:
            need = Refusal("Choose first what this figure is of. What is typed here is kept until then.")
            return Start(refused={MEASURE: need} if any(texts) else {})
        figure_id = new_id()
        add = partial(single_figures.add_figure, measure=read_measure(texts[MEASURE]), figure_id=figure_id)
        typed = {column: text for column, text in enumerate(texts) if text and column != MEASURE}
        changes, refused = read_cells(typed, begun.points, partial(_cell, figure_id))
        return Start(figure_id, (add, *changes), refused)


def _cell(figure_id: str, column: int, text: str, point: str) -> Change | Refusal:
    if column == MEASURE:
        if not text:
            return Refusal("Say what this figure is of, or remove the row.")
        return partial(single_figures.set_measure, figure_id=figure_id, measure=read_measure(text))
    if column == PERIOD:
        period = read_period(text) if text else Period()
        if isinstance(period, Refusal):
            return period
        return partial(single_figures.set_figure_period, figure_id=figure_id, period=period)
    amount = read_amount(text, point) if text and not says_none(text) else None
    if isinstance(amount, Refusal):
        return amount
    return partial(single_figures.set_amount, figure_id=figure_id, amount=amount)
