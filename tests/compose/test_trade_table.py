"""The trade table: growth beside its measure, statuses in brackets, a word on rounding only where it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.figures_said import figure as F  # noqa: N812
from tests.compose.figures_said import span, with_figures
from tests.compose.small_packs import composer, dossier, text_of

from briefing.compose.document import Paragraph, Table

BODY = "{{ trade_lines|trade_table }}\n\n{note} {{ trade_lines|table_notes }}"
SEED = (F("export", "2023-01/2023-09", "47.5"), F("import", "2023-01/2023-09", "318.4"))


def table(tmp_path: Path, *figures: dict[str, Any]) -> Table:
    (found,) = [b for b in composer(tmp_path, BODY).compose(with_figures(*figures)).blocks if isinstance(b, Table)]
    return found


def rows(tmp_path: Path, *figures: dict[str, Any]) -> list[list[str]]:
    """The words of the table's cells, head first."""
    found = table(tmp_path, *figures)
    cells = [[("".join(s.text for s in cell)).replace("\u00a0", " ") for cell in row.cells] for row in found.rows]
    return [["".join(s.text for s in cell) for cell in found.head[0].cells], *cells]


def note(tmp_path: Path, *figures: dict[str, Any]) -> str:
    blocks = composer(tmp_path, BODY).compose(with_figures(*figures)).blocks
    return "".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_growth_stands_beside_each_measure_that_has_some(tmp_path: Path) -> None:
    figures = [F("export", "2023", "412.6"), F("import", "2023", "287.9"), F("total", "2023", "700.5"),
               F("export", "2024", "455.3"), F("import", "2024", "301.4"), F("total", "2024", "756.7")]  # fmt: skip
    assert rows(tmp_path, *figures) == [
        ["Million US dollars", "Exports", "Growth", "Imports", "Growth", "Total", "Growth"],
        ["2023", "412.6", "…", "287.9", "…", "700.5", "…"],
        ["2024", "455.3", "+10.3%", "301.4", "+4.7%", "756.7", "+8.0%"],
    ]
    assert rows(tmp_path, *figures[:3])[0] == ["Million US dollars", "Exports", "Imports", "Total"]
    assert sum(column.share for column in table(tmp_path, *figures).columns) == pytest.approx(1)


def test_growth_leads_to_its_field(tmp_path: Path) -> None:
    found = table(tmp_path, F("total", "2022", "325.9", {"percent": "40", "qualifier": "more_than"}))
    assert [span.paths for span in found.rows[0].cells[2]] == [("figures[f1].change",)]


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        ({"percent": "8.0"}, "+8.0%"),
        ({"percent": "-8.9"}, "−8.9%"),
        ({"percent": "40", "qualifier": "more_than", "direction": "grew"}, "> 40%"),
        ({"percent": "40", "qualifier": "more_than", "direction": "fell"}, "< −40%"),
        ({"percent": "60", "qualifier": "nearly", "direction": "grew"}, "≈ +60%"),
        ({"percent": "-60", "qualifier": "at_least"}, "≤ −60%"),
        ({"percent": "0.0"}, "unchanged"),
        ({"direction": "unchanged"}, "unchanged"),
        ({"claim": "doubled"}, "+100%"),
        ({"claim": "halved", "qualifier": "more_than"}, "< −50%"),
        ({"factor": "2.1", "factor_means": "level"}, "× 2.1"),
        ({"factor": "3", "factor_means": "level", "qualifier": "more_than"}, "> × 3"),
        ({"absolute": {"value": "12.5", "scale": "million", "unit": "USD"}, "direction": "grew"}, "+12.5 million"),
        ({"percent": "12.1", "base": span("2020")}, "+12.1% (2020)"),
    ],
)
def test_growth_is_written_with_its_sign(tmp_path: Path, change: dict[str, Any], cell: str) -> None:
    assert rows(tmp_path, F("total", "2022", "325.9", change))[1][2] == cell


@pytest.mark.parametrize("change", [{}, {"direction": "grew"}, {"direction": "fell"}, {"claim": "record"}])
def test_a_direction_alone_makes_no_column(tmp_path: Path, change: dict[str, Any]) -> None:
    assert rows(tmp_path, F("total", "2022", "325.9", change))[0] == ["Million US dollars", "Total"]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([F("total", "2021", "5.00"), F("total", "2022", "6.00")], "Growth: compared with the year before."),
        (
            [F("total", "2022-01/2022-09", "5.00"), F("total", "2023-01/2023-09", "6.00")],
            "Growth: compared with the same period of the year before.",
        ),
        (
            [F("total", "2021", "5.00"), F("total", "2022", "6.00"),
             F("total", "2023", "9.00", {"percent": "44", "base": span("2020")})],
            "Growth: compared with the year before, unless another is named.",
        ),
        ([F("total", "2023", "9.00", {"percent": "44", "base": span("2020")})], ""),
        ([F("total", "2023", "9.00", {"percent": "44"})], ""),
        ([F("total", "2023", "9.00")], ""),
    ],
)  # fmt: skip
def test_what_growth_is_measured_from_is_said_where_it_is_known(
    tmp_path: Path, figures: list[dict[str, Any]], said: str
) -> None:
    assert note(tmp_path, *figures) == said


ROUNDED = "Figures may not add up because of rounding."


@pytest.mark.parametrize(
    ("total", "said"),
    [("365.8", ROUNDED), ("365.9", ""), ("366", ""), ("366.0", ROUNDED), ("370.0", ""), ("about 365.8", ""), ("", "")],
)
def test_rounding_is_spoken_of_only_where_it_explains_what_a_reader_sees(tmp_path: Path, total: str, said: str) -> None:
    assert note(tmp_path, *SEED, F("total", "2023-01/2023-09", total)) == said


def test_rounding_is_understood_between_scales_and_not_between_units(tmp_path: Path) -> None:
    parts = (F("export", "2022", "466 thousand"), F("import", "2022", "30.4"))
    assert note(tmp_path, *parts, F("total", "2022", "30.9")) == ""
    assert note(tmp_path, *parts, F("total", "2022", "31")) == ""
    assert note(tmp_path, *parts, F("total", "2022", "30.8")) == ROUNDED
    assert note(tmp_path, *parts, F("total", "2022", "30.8 million EUR")) == ""


@pytest.mark.parametrize(
    ("statuses", "name"),
    [
        (("final", "", "final"), "2022"),
        (("provisional", "provisional", "provisional"), "2022 (provisional)"),
        (("target", "target", "target"), "2022 (target)"),
        (("revised", "final", "provisional"), "2022 (exports revised, total provisional)"),
        (("final", "estimate", "target"), "2022 (imports estimated, total a target)"),
        (("odd", "final", "final"), "2022"),
    ],
)
def test_what_may_still_change_is_said_with_the_period(tmp_path: Path, statuses: tuple[str, ...], name: str) -> None:
    figures = [
        F(measure, "2022", "5", status=status)
        for measure, status in zip(("export", "import", "total"), statuses, strict=True)
    ]
    assert rows(tmp_path, *figures)[1][0] == name
    spans = table(tmp_path, *figures).rows[0].cells[0]
    paths = {path for span in spans[1:] for path in span.paths}
    open_ones = {at for at, status in enumerate(statuses, 1) if status not in ("final", "", "odd")}
    assert paths == {f"figures[f{at}].status" for at in open_ones}


SOURCES = """{% for source in cited %}
- {{ source.publisher }}: {{ source|covers(figures, trade) }}

{% endfor %}"""


def covered(tmp_path: Path, figures: list[dict[str, Any]], default: str = "s1") -> list[str]:
    sources = [{"id": "s1", "publisher": "Customs"}, {"id": "s2", "publisher": "Bank"}]
    numbered = [{**each, "id": f"f{at}"} for at, each in enumerate(figures, 1)]
    made = dossier(trade={"source": default}, figures=numbered, sources=sources)
    return text_of(composer(tmp_path, SOURCES).compose(made))


def test_a_source_is_cited_for_what_it_gave(tmp_path: Path) -> None:
    figures = [
        F("export", "2022", "5"), F("total", "2022", "9"), F("balance", "2022", "1"),
        F("fdi_inflow", "2022", "5", source="s2"), F("fdi_stock", "2022-12-31", "5", source="s2"),
        F("companies", "2022", "5", source="s2"), F("joint_ventures", "2022", "2", source="s2"),
        F("other:Students", "2022", "40", source="s2"),
    ]  # fmt: skip
    assert covered(tmp_path, figures) == ["Customs: trade", "Bank: direct investment, companies and Students"]


def test_a_source_that_gave_nothing_is_cited_for_nothing(tmp_path: Path) -> None:
    assert covered(tmp_path, [F("fdi_inflow", "2022", "5", source="s2")]) == ["Customs:", "Bank: direct investment"]
    assert covered(tmp_path, [F("export", "2022", "")]) == ["Customs:"]


def test_what_a_source_is_cited_for_follows_the_figures(tmp_path: Path) -> None:
    pack = composer(tmp_path, SOURCES)
    sources = [{"id": "s1", "publisher": "Customs"}]
    one = dossier(trade={"source": "s1"}, figures=[{**F("export", "2022", "5"), "id": "f1"}], sources=sources)
    other = dossier(trade={"source": "s1"}, figures=[{**F("persons", "2022", "5"), "id": "f1"}], sources=sources)
    assert [text_of(pack.compose(each)) for each in (one, other)] == [["Customs: trade"], ["Customs: persons"]]
