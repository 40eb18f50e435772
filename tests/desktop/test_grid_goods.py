"""The grids of goods: one product to a row, shares in grey, pasted with headings, kept as figures of their own."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from tests.desktop.grid_desk import SEED, Desk, MakeDesk, desk, press, type_text

from briefing.desktop.form.grids import GoodsGrid
from briefing.dossier import goods
from briefing.dossier.figures import Amount, Share

__all__ = ["desk"]
PRODUCT, CODE, AMOUNT, SHARE, GROWTH = range(5)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def exports(desk: MakeDesk) -> Desk:
    return desk(partial(GoodsGrid, "export"))


def typed(made: Desk, *texts: str) -> None:
    made.button("Add goods exported").setFocus()
    press(Qt.Key.Key_Return)
    for text in texts:
        type_text(text)
        press(Qt.Key.Key_Tab)


def title(made: Desk) -> str:
    return str(made.view.model().headerData(0, Qt.Orientation.Horizontal))


def test_a_row_is_typed_by_keyboard_and_is_a_figure_of_its_flow_and_period(exports: Desk) -> None:
    assert title(exports) == "Goods exported"
    typed(exports, "Uranium", "2612", "15.5", "", "+12.4")
    (found,) = goods.goods_rows(exports.dossier, "export")
    assert (goods.goods_name(found), found.code, found.amount.value) == ("Uranium", "2612", "15.5")
    assert (found.amount.scale, found.change.percent, found.change.direction) == ("million", "12.4", "grew")
    assert found.period == exports.dossier.figures[3].period, "that of the last row of the trade table"
    assert goods.goods_rows(exports.dossier, "import") == ()
    assert title(exports) == "Goods exported, Jan–Sep 2023"


def test_the_share_that_follows_stands_in_grey_until_it_is_taken(exports: Desk) -> None:
    typed(exports, "Uranium", "", "15.5")
    assert "32.6 % follows" in exports.said(0, SHARE).replace("\u00a0", " ")
    assert exports.texts()[0][SHARE] == ""
    exports.go(0, SHARE)
    press(Qt.Key.Key_Return, modifier=ALT)
    assert goods.goods_rows(exports.dossier, "export")[0].share == Share("32.6", "exports")
    exports.undo()
    assert goods.goods_rows(exports.dossier, "export")[0].share == Share()


def test_what_is_no_share_stays_in_its_cell_with_the_reason(exports: Desk) -> None:
    typed(exports, "Uranium", "", "15.5", "333 %")
    assert exports.texts()[0][SHARE] == "333 %"
    assert "between 0 and 100" in exports.said(0, SHARE)
    assert goods.goods_rows(exports.dossier, "export")[0].share == Share()


def test_a_table_is_pasted_with_its_headings_in_any_order(exports: Desk) -> None:
    data = QMimeData()
    data.setText("Код\tТовар\tСтоимость, млн долл.\tДоля, %\n2612\tУран\t15,5\t33\n1001\tПшеница\t0,4\t1\n")
    QGuiApplication.clipboard().setMimeData(data)
    exports.button("Add goods exported").setFocus()
    press(Qt.Key.Key_V, modifier=CTRL)
    rows = goods.goods_rows(exports.dossier, "export")
    assert [(goods.goods_name(each), each.code, each.amount, each.share.percent) for each in rows] == [
        ("Уран", "2612", Amount("15.5", "million", "USD", "exact"), "33"),
        ("Пшеница", "1001", Amount("0.4", "million", "USD", "exact"), "1"),
    ]
    assert len(exports.past) == 1, "one step of undo"


def test_rows_are_moved_filled_down_and_removed(exports: Desk) -> None:
    typed(exports, "Uranium", "2612", "15.5")
    typed(exports, "Wheat", "1001", "0.4")
    exports.go(1, CODE)
    press(Qt.Key.Key_D, modifier=CTRL)
    assert [row[CODE] for row in exports.texts()] == ["2612", "2612"]
    press(Qt.Key.Key_Up, modifier=ALT | Qt.KeyboardModifier.ShiftModifier)
    assert [row[PRODUCT] for row in exports.texts()] == ["Wheat", "Uranium"]
    press(Qt.Key.Key_Delete, modifier=CTRL)
    assert [row[PRODUCT] for row in exports.texts()] == ["Uranium"]


def test_a_row_without_a_name_waits(exports: Desk) -> None:
    typed(exports, "", "2612")
    assert goods.goods_rows(exports.dossier, "export") == ()
    assert exports.dossier.figures == SEED.figures
    assert "Name the goods of this row" in exports.said(0, PRODUCT)
