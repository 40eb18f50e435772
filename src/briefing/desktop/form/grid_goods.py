"""The rows of a grid of goods: one product of exports or imports to a row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial

from briefing.desktop.form.grid_blocks import BlockRows
from briefing.desktop.form.grid_rows import Begun, Change, Column, Edit, Start, read_cells
from briefing.dossier import goods
from briefing.dossier.amounts import says_none
from briefing.dossier.entry import (
    Refusal,
    read_amount,
    read_change,
    read_share,
    show_amount,
    show_change,
    show_period,
    show_share,
)
from briefing.dossier.figures import Amount, Figure
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier
from briefing.dossier.shares import computed_share
from briefing.dossier.single_figures import remove_figure
from briefing.dossier.table_defaults import default_of

PRODUCT, CODE, AMOUNT, SHARE, GROWTH = range(5)
_NAMES = ("scope", "code", "amount", "share", "change")
_TITLES = {"export": "Goods exported", "import": "Goods imported"}
_FOLLOWS = "Computed from the flow of the same period; in no document until it is taken. Alt+Enter takes it."
_NEEDS_NAME = Refusal("Name the goods of this row. What is typed in it is kept here until then.")
_COLUMNS = (
    Column("Code", 13, names=("hs", "hs code", "tn ved", "код", "код тн вэд", "тн вэд")),
    Column("Value", 18, names=("amount", "exports", "imports", "стоимость", "значение", "сумма"), amount=True),
    Column("Share", 15, names=("share, %", "%", "доля", "доля, %")),
    Column("Growth", 20, empty="Add…", names=("change", "y/y", "yoy", "прирост", "рост", "изменение"), growth=True),
)


class GoodsRows(BlockRows):
    """The goods of one flow. Scale and unit are said in a cell only where they are not the table's."""

    paste_words = "or paste rows from a spreadsheet"
    seldom = True

    _figures: tuple[Figure, ...] = ()
    _heads: tuple[str, tuple[Column, ...]] = ("", ())

    def __init__(self, flow: str, edit: Edit, label: str, redraw: Callable[[], None]) -> None:
        super().__init__(edit, label, redraw)
        self.flow = flow
        self.name = _TITLES[flow]
        self.add_words = f"Add {self.name.lower()}"

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The columns; the head of the first tells the period that all rows are of."""
        period = goods.goods_period(self.dossier, self.flow)
        title = self.name if period is None else f"{self.name}, {show_period(period, short=True)}"
        if self._heads[0] != title:
            names = ("product", "products", "goods", "commodity", "commodities", "товар", "товары", "наименование")
            self._heads = title, (Column(title, 34, names=(self.name.casefold(), *names)), *_COLUMNS)
        return self._heads[1]

    def remove(self, row: int) -> None:
        if not self.drop_begun(row):
            self._commit([partial(remove_figure, figure_id=self._figures[row].id)])

    def move(self, row: int, to: int) -> bool:
        """Move a row of the dossier; False where it cannot go there."""
        if not (row < len(self._figures) and 0 <= to < len(self._figures)):
            return False
        self._commit([partial(goods.move_goods, figure_id=self._figures[row].id, to=to)])
        return True

    def path(self, row: int, column: int) -> str:
        return f"figures[{self._figures[row].id}].{_NAMES[column]}" if row < len(self._figures) else ""

    def ghost(self, row: int, column: int) -> str:
        """The share in grey that the value and the whole flow make."""
        return show_share(self._share(row)) if column == SHARE else ""

    def take_ghost(self, row: int, column: int) -> bool:
        """Keep the share in grey as if it had been typed; False where there is none."""
        if not self.ghost(row, column) or self.text(row, column):
            return False
        share = self._share(row)
        self._commit([partial(goods.set_goods_share, figure_id=self._figures[row].id, percent=share)])
        return True

    def tip(self, row: int, column: int) -> str:
        follows = self.ghost(row, column) and not self.text(row, column)
        return _FOLLOWS if follows else super().tip(row, column)

    def figure_at(self, row: int, column: int) -> Figure | None:
        return self._figures[row] if row < len(self._figures) and column != PRODUCT else None

    def _share(self, row: int) -> str:
        if row >= len(self._figures) or self._figures[row].share.percent:
            return ""
        whole = goods.whole_of(self.dossier, self._figures[row])
        if whole is None:
            return ""
        return computed_share(self._in_full(self._figures[row]), self._in_full(whole))

    def _in_full(self, figure: Figure) -> Amount:
        """An amount with the scale and unit that it leaves to the table."""
        scale, unit = default_of(self.dossier, figure.measure)
        old = figure.amount
        return Amount(old.value, old.scale or scale, old.unit or unit, old.qualifier)

    def _gather(self, before: Dossier) -> None:
        self._figures = goods.goods_after(self._figures, before, self.dossier, self.flow)

    def _settled(self) -> int:
        return len(self._figures)

    def _key(self, row: int) -> str:
        return self._figures[row].id

    def _record(self, row: int) -> Figure:
        return self._figures[row]

    def _apart(self, row: int) -> object:
        return self._share(row)

    def _figures_in(self, row: int) -> tuple[Figure, ...]:
        return (self._figures[row],)

    def _column(self, path: str) -> int:
        return next((at for at, name in enumerate(_NAMES) if f".{name}" in path), AMOUNT)

    def _value(self, row: int, column: int) -> str:
        figure = self._figures[row]
        if column == PRODUCT:
            return goods.goods_name(figure)
        if column == CODE:
            return figure.code
        if column == SHARE:
            return show_share(figure.share.percent)
        if column == GROWTH:
            return show_change(figure.change)
        return show_amount(figure.amount, *default_of(self.dossier, figure.measure))

    def _read(self, row: int, texts: dict[int, str], point: str) -> tuple[list[Change], dict[int, Refusal]]:
        return read_cells(texts, dict.fromkeys(texts, point), partial(_cell, self._figures[row].id))

    def _row_like(self, texts: Mapping[int, str]) -> int | None:
        name = texts.get(PRODUCT, "").strip().casefold()
        names = [goods.goods_name(each).casefold() for each in self._figures]
        return names.index(name) if name and name in names else None

    def _shown(self, column: int, text: str, point: str) -> str:
        if column == AMOUNT:
            amount = read_amount(text, point)
            return text if isinstance(amount, Refusal) else show_amount(amount, *default_of(self.dossier, self.flow))
        if column == SHARE:
            share = read_share(text, point)
            return text if isinstance(share, Refusal) else show_share(share)
        if column == GROWTH:
            change = read_change(text, point)
            return text if isinstance(change, Refusal) else show_change(change)
        return text

    def _start(self, begun: Begun, taken: set[Hashable]) -> Start:
        texts = begun.texts
        if not texts[PRODUCT]:
            return Start(refused={PRODUCT: _NEEDS_NAME} if any(texts) else {})
        figure_id = new_id()
        add = partial(goods.add_goods, flow=self.flow, name=texts[PRODUCT], figure_id=figure_id)
        typed = {column: text for column, text in enumerate(texts) if text and column != PRODUCT}
        changes, refused = read_cells(typed, begun.points, partial(_cell, figure_id))
        return Start(figure_id, (add, *changes), refused)


def _cell(figure_id: str, column: int, text: str, point: str) -> Change | Refusal:
    if column == PRODUCT:
        return partial(goods.set_goods_name, figure_id=figure_id, name=text) if text else _NEEDS_NAME
    if column == CODE:
        return partial(goods.set_goods_code, figure_id=figure_id, code=text)
    given = text and not says_none(text)
    if column == SHARE:
        share = read_share(text, point) if given else ""
        if isinstance(share, Refusal):
            return share
        return partial(goods.set_goods_share, figure_id=figure_id, percent=share)
    if column == GROWTH:
        growth = read_change(text, point) if given else None
        if isinstance(growth, Refusal):
            return growth
        return partial(goods.set_goods_change, figure_id=figure_id, change=growth)
    amount = read_amount(text, point) if given else None
    if isinstance(amount, Refusal):
        return amount
    return partial(goods.set_goods_amount, figure_id=figure_id, amount=amount)
