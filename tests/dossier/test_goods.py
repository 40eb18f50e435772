"""The goods table: rows of one product, apart from the trade table, and the largest first where they are named."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier import goods
from briefing.dossier.figures import Amount, Change, Figure, Period
from briefing.dossier.model import EMPTY, Dossier, Trade
from briefing.dossier.single_figures import other_rows
from briefing.dossier.table import trade_rows

YEAR = Period("2022-01-01", "2022-12-31")


def table() -> Dossier:
    total = Figure("t", "export", "", "KZ", "SE", YEAR, Amount("96.1", "million", "USD"))
    return replace(EMPTY, trade=Trade("KZ", "SE", "USD", "million", "s1"), figures=(total,))


def with_goods() -> Dossier:
    dossier = table()
    for at, (name, value) in enumerate((("Ferro-alloys", "12.5"), ("Uranium", "60"), ("Wheat", "0.4"))):
        dossier = goods.add_goods(dossier, "export", name, f"g{at}")
        dossier = goods.set_goods_amount(dossier, f"g{at}", Amount(value))
    return goods.add_goods(dossier, "import", "Cars", "m0")


def test_goods_stand_in_their_own_table() -> None:
    dossier = with_goods()
    assert [each.key.scope for each in trade_rows(dossier)] == [""]
    assert other_rows(dossier) == ()
    assert [goods.goods_name(each) for each in goods.goods_rows(dossier, "export")] == [
        "Ferro-alloys",
        "Uranium",
        "Wheat",
    ]
    assert [goods.goods_name(each) for each in goods.goods_rows(dossier, "import")] == ["Cars"]


def test_a_new_row_takes_period_partner_source_and_the_table_s_scale() -> None:
    first = goods.goods_rows(with_goods(), "export")[0]
    assert (first.period, first.reporter, first.partner, first.source) == (YEAR, "KZ", "SE", "s1")
    assert (first.amount.scale, first.amount.unit) == ("million", "USD")


def test_the_largest_are_named_first_and_no_more_than_asked() -> None:
    assert [goods.goods_name(each) for each in goods.largest(with_goods(), "export", 2)] == ["Uranium", "Ferro-alloys"]
    assert goods.largest(table(), "export") == ()


def test_only_the_latest_period_is_named() -> None:
    old = Figure("o", "export", "product:Oil", "KZ", "SE", Period("2021-01-01", "2021-12-31"), Amount("900"))
    dossier = with_goods()
    assert "Oil" not in [
        goods.goods_name(each) for each in goods.largest(replace(dossier, figures=(old, *dossier.figures)), "export")
    ]


def test_edits_of_a_row() -> None:
    dossier = with_goods()
    dossier = goods.set_goods_name(dossier, "g0", "Ferrochrome")
    dossier = goods.set_goods_code(dossier, "g0", "7202")
    dossier = goods.set_goods_share(dossier, "g0", "13.0")
    dossier = goods.set_goods_change(dossier, "g0", Change(percent="4", direction="grew"))
    row = goods.goods_rows(dossier, "export")[0]
    assert (row.scope, row.code, row.share.percent, row.share.of, row.change.percent) == (
        "product:Ferrochrome", "7202", "13.0", "exports", "4",
    )  # fmt: skip
    emptied = goods.set_goods_share(goods.set_goods_amount(dossier, "g0", None), "g0", "")
    assert (goods.goods_rows(emptied, "export")[0].amount.value, goods.goods_rows(emptied, "export")[0].share.of) == (
        "",
        "",
    )
    assert goods.set_goods_amount(dossier, "g1", Amount("60")) is dossier


def test_rows_move_among_their_own() -> None:
    moved = goods.move_goods(with_goods(), "g2", 0)
    assert [each.id for each in moved.figures] == ["t", "g2", "g0", "g1", "m0"]
    assert goods.move_goods(with_goods(), "g0", 0).figures == with_goods().figures
