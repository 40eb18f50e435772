"""Goods in documents: a table of the largest, a sentence that names three, each number leading to its figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph, Table
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier import files, goods
from briefing.dossier.figures import Amount, Change
from briefing.dossier.model import Dossier


def with_goods(dossier: Dossier, flow: str, *rows: tuple[str, str, str, str]) -> Dossier:
    """Rows of goods: name, value, share, growth in per cent."""
    for at, (name, value, share, percent) in enumerate(rows):
        figure_id = f"{flow}{at}"
        dossier = goods.add_goods(dossier, flow, name, figure_id)
        dossier = goods.set_goods_amount(dossier, figure_id, Amount(value, qualifier="exact"))
        dossier = goods.set_goods_share(dossier, figure_id, share)
        if percent:
            dossier = goods.set_goods_change(dossier, figure_id, Change(percent=percent, direction="grew"))
    return dossier


@pytest.fixture
def dossier(samples: Path) -> Dossier:
    known = files.read(samples / "aldenport-2025.json")
    known = with_goods(
        known,
        "export",
        ("Timber", "33.9", "", ""),
        ("Dairy produce", "41.2", "34.9", "6.4"),
        ("UHT milk", "21.0", "", ""),
        ("Wool", "3.1", "", ""),
    )
    return with_goods(known, "import", ("Fish", "12.6", "", ""))


def composed(templates: Path, pack: str, dossier: Dossier) -> Document:
    return Composer(load(templates / pack), language("en")).compose(dossier)


def table_of(document: Document, flow: str) -> Table | None:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return next((each for each in tables if each.head[0].cells[0][0].text.startswith(flow)), None)


def texts(table: Table) -> list[list[str]]:
    return [["".join(span.text for span in cell) for cell in row.cells] for row in (*table.head, *table.rows)]


def sentence(document: Document, flow: str) -> str:
    said = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    return next((each for each in said if f"The main {flow}" in each), "")


def test_the_note_has_a_table_of_each_flow_the_largest_first(templates: Path, dossier: Dossier) -> None:
    note = composed(templates, "briefing-note", dossier)
    exported, imported = table_of(note, "Exports, "), table_of(note, "Imports, ")
    assert exported is not None
    assert imported is not None
    assert texts(exported) == [
        ["Exports, first quarter of 2025, million euros", "Value", "Share", "Growth"],
        ["Dairy produce", "41.2", "34.9%", "+6.4%"],
        ["Timber", "33.9", "…", "…"],
        ["UHT milk", "21.0", "…", "…"],
        ["Wool", "3.1", "…", "…"],
    ]
    assert texts(imported) == [["Imports, first quarter of 2025, million euros", "Value"], ["Fish", "12.6"]]


def test_a_row_more_at_the_foot_is_a_row_more_in_the_table(templates: Path, samples: Path) -> None:
    composer = Composer(load(templates / "briefing-note"), language("en"))
    known = with_goods(files.read(samples / "aldenport-2025.json"), "export", ("Timber", "33.9", "", ""))
    for name, value, own in (("Wool", "3.1", "f98"), ("Hay", "2.0", "f99")):
        composer.compose(known)
        known = goods.set_goods_amount(goods.add_goods(known, "export", name, own), own, Amount(value))
    table = table_of(composer.compose(known), "Exports, ")
    assert table is not None
    assert [row[0] for row in texts(table)[1:]] == ["Timber", "Wool", "Hay"]


def test_each_cell_leads_to_its_field(templates: Path, dossier: Dossier) -> None:
    table = table_of(composed(templates, "briefing-note", dossier), "Exports, ")
    assert table is not None
    paths = [[span.paths for span in cell] for cell in table.rows[0].cells]
    assert paths == [
        [("figures[export1].scope",)],
        [("figures[export1].amount",)],
        [("figures[export1].share",)],
        [("figures[export1].change",)],
    ]


def test_the_release_names_three_of_each_flow_with_what_they_came_to(templates: Path, dossier: Dossier) -> None:
    said = sentence(composed(templates, "press-release", dossier), "exports")
    read = re.fullmatch(
        r"The main exports from Velmora in the first quarter of 2025 were (.+)\. (The main import .+)", said
    )
    assert read is not None, said
    named = re.findall(r"([\w ]+?) \(([\d.]+)\u00a0million euros(?:, ([\d.]+)% of exports)?\)", read[1])
    named = [(name.removeprefix(" and ").strip(), Decimal(value), share) for name, value, share in named]
    assert named == [
        ("dairy produce", Decimal("41.2"), "34.9"),
        ("timber", Decimal("33.9"), ""),
        ("UHT milk", Decimal("21.0"), ""),
    ]
    assert read[2] == "The main import from Kestria in the first quarter of 2025 was fish (12.6\u00a0million euros)."


def test_goods_are_no_trade_and_no_figures_beside_it(templates: Path, samples: Path, dossier: Dossier) -> None:
    bare = composed(templates, "briefing-note", files.read(samples / "aldenport-2025.json"))
    note = composed(templates, "briefing-note", dossier)
    ours = {"Exports, first quarter of 2025, million euros", "Imports, first quarter of 2025, million euros"}
    left = [block for block in note.blocks if not (isinstance(block, Table) and block.head[0].cells[0][0].text in ours)]
    assert [getattr(block, "text", "") for block in left] == [getattr(block, "text", "") for block in bare.blocks]


def test_without_goods_nothing_is_said_and_alone_they_are(templates: Path, dossier: Dossier) -> None:
    empty = replace(dossier, figures=())
    release = composed(templates, "press-release", empty)
    assert sentence(release, "exports") == ""
    alone = replace(dossier, figures=tuple(each for each in dossier.figures if each.is_goods))
    assert sentence(composed(templates, "press-release", alone), "exports")
    assert table_of(composed(templates, "briefing-note", alone), "Exports, ") is not None
